// Regenerates aws.json and kubernetes.json: what the source generator needs to know of the resource types in tokens.json.
// Usage: npm ci && node update.mjs
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { collect } from './lib/collect.mjs';
import { format } from './lib/format.mjs';
import { download, temporaryFolder, versionOf } from './lib/packages.mjs';

const here = new URL('.', import.meta.url);
const read = name => JSON.parse(readFileSync(new URL(name, here), 'utf8'));

const tokens = read('tokens.json');
const overrides = read('overrides.json');
const properties = { aws: 'PulumiAwsVersion', kubernetes: 'PulumiKubernetesVersion' };
const folder = temporaryFolder();
try {
  for (const [name, property] of Object.entries(properties)) {
    const version = versionOf(property, new URL('../../Directory.Packages.props', here));
    const root = download(`@pulumi/${name}@${version}`, folder);
    const { schema, notices } = collect({ name, version, root, tokens: tokens[name], overrides: overrides[name] });
    writeFileSync(new URL(`${name}.json`, here), format(schema) + '\n');
    console.log(`${name}.json: ${Object.keys(schema.resources).length} resources, ${Object.keys(schema.types).length} types`);
    notices.forEach(notice => console.warn(`  ${notice}`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
