// Reads the compiled constructors for what declarations do not say: defaults, constants, secrets.
import { readFileSync } from 'node:fs';

const environmentCall = /^utilities\.getEnv(?:Boolean|Number)?\((.*)\)$/;

function defaultOf(expression) {
  const result = {};
  for (const part of expression.split(/\s*(?:\?\?|\|\|)\s*/)) {
    const call = part.match(environmentCall);
    if (call) {
      result.defaultInfo = { environment: JSON.parse(`[${call[1]}]`) };
    } else {
      result.default = JSON.parse(part);
    }
  }
  return result;
}

function factsOf(expression, source) {
  const bare = expression.replace(/^pulumi\.output\((.*)\)\.apply\(JSON\.stringify\)$/, '$1');
  const fallback = bare.match(new RegExp(`^\\(${source}\\??\\.\\w+\\) \\?\\? (.*)$`));
  return {
    ...(fallback && defaultOf(fallback[1])),
    ...(/\bpulumi\.secret\(/.test(bare) && { secret: true }),
    ...(/^(".*"|true|false|\d+)$/.test(bare) && { const: JSON.parse(bare) }),
  };
}

export function readConstructor(file) {
  const text = readFileSync(file, 'utf8');
  const inputs = {};
  for (const [, name, expression] of text.matchAll(/resourceInputs\["([^"]+)"\] = (.*);$/gm)) {
    inputs[name] = { ...inputs[name], ...factsOf(expression, 'args') };
  }
  const list = key => JSON.parse(text.match(new RegExp(`${key}: (\\[[^\\]]*\\])`))?.[1] ?? '[]');
  return {
    token: text.match(/static __pulumiType = '([^']+)'/)?.[1],
    inputs,
    secretOutputs: list('additionalSecretOutputs'),
    replaceOnChanges: list('replaceOnChanges'),
  };
}

/** Nested types get their defaults from functions of types/input.js: `rds.parameterGroupParameterProvideDefaults`. */
export function readTypeDefaults(file) {
  const text = readFileSync(file, 'utf8');
  const owners = new Map([...text.matchAll(/^\s*(\w+)\.(\w+)ProvideDefaults = \2ProvideDefaults;$/gm)].map(([, owner, name]) => [name, owner]));
  const defaults = new Map();
  for (const [, name, body] of text.matchAll(/^\s*function (\w+)ProvideDefaults\(val\) \{\n([\s\S]*?)\n\s*\};?\n\s*\}/gm)) {
    const lines = [...body.matchAll(/^\s+(\w+): (\(val\.\w+\) \?\? .*),$/gm)];
    const owner = owners.get(name) === 'exports' ? '' : `${owners.get(name)}.`;
    defaults.set(`${owner}${name}`, Object.fromEntries(lines.map(([, property, expression]) => [property, factsOf(expression, 'val')])));
  }
  return defaults;
}
