// Compiles src/ and imports a module of it, for scripts that write what the source says of itself.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const built = join(root, '.build/source');

/**
 * @param {string} module its path in src/, ending in .js
 * @returns {Promise<object>} what it exports
 */
export async function fromSource(module) {
  const options = ['--outDir', built, '--noCheck']; // `npm run types` checks them
  const compiler = [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')];
  execFileSync(process.execPath, [...compiler, ...options], { stdio: 'inherit' });
  return import(pathToFileURL(join(built, module)).href);
}
