import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'schema-facts-'));
}

/** The one place that says which versions the program is built against is the central package file. */
export function versionOf(property, propsFile) {
  const match = readFileSync(propsFile, 'utf8').match(new RegExp(`<${property}>([^<]+)</${property}>`));
  if (!match) {
    throw new Error(`${propsFile.pathname} has no ${property}`);
  }
  return match[1];
}

/** Packed rather than installed: only the declarations are read, so none of its dependencies are needed. */
export function download(specification, folder) {
  const output = execFileSync('npm', ['pack', specification, '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  const archive = join(folder, output.trim().split('\n').at(-1));
  const root = archive.replace(/\.tgz$/, '');
  mkdirSync(root);
  execFileSync('tar', ['-xzf', archive, '-C', root, '--strip-components=1']);
  return root;
}
