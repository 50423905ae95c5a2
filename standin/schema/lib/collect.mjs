// Gathers the facts of the listed resources, and of every type they reach, into one package schema.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readEnum, readResource, readTypes } from './declarations.mjs';
import { readConstructor, readTypeDefaults } from './implementation.mjs';
import { namespacesOf } from './namespaces.mjs';
import { Properties } from './properties.mjs';

const lowerFirst = text => text[0].toLowerCase() + text.slice(1);
const sorted = object => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const requiredOf = members => members.filter(each => each.required).map(each => each.name);

/** `aws:rds/instance:Instance` is in rds/instance.js, `kubernetes:networking.k8s.io/v1:Ingress` in networking/v1/ingress.js. */
function fileOf(root, token) {
  const [, module, name] = token.split(':');
  const [group, ...rest] = module.split('/');
  const folder = join(root, group.split('.')[0], ...rest.filter(part => /^v\d/.test(part)));
  const file = existsSync(folder) && readdirSync(folder).find(each => each.toLowerCase() === `${name}.js`.toLowerCase());
  const path = file && join(folder, file.replace(/\.js$/, ''));
  if (!path || readConstructor(`${path}.js`).token !== token) {
    throw new Error(`The package has no resource ${token}`);
  }
  return path;
}

class Package {
  types = {};
  #waiting = [];

  constructor({ name, root, overrides }) {
    this.name = name;
    this.root = root;
    this.properties = new Properties(overrides, qualified => this.#reference(qualified));
    this.inputTypes = readTypes(join(root, 'types/input.d.ts'));
    this.outputTypes = readTypes(join(root, 'types/output.d.ts'));
    this.typeDefaults = readTypeDefaults(join(root, 'types/input.js'));
  }

  resource(token, path, type) {
    const { inputs, outputs, deprecated } = readResource(`${path}.d.ts`, type);
    const code = readConstructor(`${path}.js`);
    const secrets = Object.fromEntries(code.secretOutputs.map(each => [each, { secret: true }]));
    return {
      properties: this.properties.of(token, outputs, secrets),
      required: requiredOf(outputs),
      inputProperties: this.properties.of(token, inputs, code.inputs),
      requiredInputs: requiredOf(inputs),
      ...(code.replaceOnChanges.length && { replaceOnChanges: code.replaceOnChanges }),
      ...(deprecated && { deprecationMessage: deprecated }),
    };
  }

  readWaitingTypes() {
    while (this.#waiting.length) {
      const { kind, path, token } = this.#waiting.pop();
      this.types[token] = kind === 'enums' ? this.#enum(path) : this.#object(token, path);
    }
  }

  #reference(qualified) {
    const [kind, ...path] = qualified.split('.');
    const module = path.slice(0, -1).join('/') || 'index';
    const type = path.at(-1);
    const token = this.name === 'aws' && module !== 'index' ? `aws:${module}/${type}:${type}` : `${this.name}:${module}:${type}`;
    if (!this.types[token]) {
      this.types[token] = {};
      this.#waiting.push({ kind, path, token });
    }
    return token;
  }

  /** The schema has one type where TypeScript has an input and an output; what is required is what the input requires. */
  #object(token, path) {
    const qualified = path.join('.');
    const merged = new Map();
    for (const types of [this.inputTypes, this.outputTypes].filter(each => each.has(qualified))) {
      types.get(qualified).filter(member => !merged.has(member.name)).forEach(member => merged.set(member.name, member));
    }
    const members = [...merged.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const defaults = this.typeDefaults.get([...path.slice(-2, -1), lowerFirst(path.at(-1))].join('.'));
    return { type: 'object', properties: this.properties.of(token, members, defaults), required: requiredOf(members) };
  }

  #enum(path) {
    const values = readEnum(join(this.root, 'types/enums', ...path.slice(0, -1), 'index.d.ts'), path.at(-1));
    return { type: typeof values[0].value === 'number' ? 'integer' : 'string', enum: values };
  }
}

export function collect({ name, version, root, tokens, overrides }) {
  const read = new Package({ name, root, overrides });
  const provider = read.resource(`pulumi:providers:${name}`, join(root, 'provider'), 'Provider');
  const resources = {};
  for (const token of [...tokens].sort()) {
    resources[token] = read.resource(token, fileOf(root, token), token.split(':')[2]);
  }
  read.readWaitingTypes();

  const types = sorted(read.types);
  const { namespaces, notices } = namespacesOf([...tokens, ...Object.keys(types)], overrides.namespaces);
  const language = { csharp: { compatibility: overrides.compatibility, namespaces } };
  return {
    schema: { name, version, language, provider, resources, types },
    notices: [...notices, ...[...read.properties.notices].sort()],
  };
}
