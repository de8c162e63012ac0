// Serves the stand-in for GitHub as a process of its own: `node test/fakes/serve-github.mjs '{"pulls": [...]}'` takes
// the options of startFakeGitHub as JSON, prints {"apiUrl", "serverUrl"} and then every request as a line of JSON, and
// runs until it is ended. Node 20 runs no TypeScript, so the two files are translated into a folder of their own.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const folder = mkdtempSync(join(tmpdir(), 'fake-github-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));

writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
for (const name of ['github', 'github-shapes']) {
  const source = readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  writeFileSync(join(folder, `${name}.js`), outputText);
}
const { startFakeGitHub } = await import(pathToFileURL(join(folder, 'github.js')).href);
const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
const { apiUrl, serverUrl } = await startFakeGitHub({ ...JSON.parse(process.argv[2] ?? '{}'), onRequest: print });
print({ apiUrl, serverUrl });
