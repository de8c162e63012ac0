// Writes the tables of docs/statistics.md, each between `<!-- name:start -->` and `<!-- name:end -->`: what intervals hold
// and how often a check is red where nothing changed. Seeded, so the same code gives the same tables; takes about ten
// minutes. Run: node scripts/simulate.mjs
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const docs = join(root, 'docs/statistics.md');
const built = join(root, '.build/simulate');

// Compiled rather than bundled: the simulation is TypeScript that imports src/ as the tests do.
const compiler = [join(root, 'node_modules/typescript/bin/tsc'), join(root, 'test/stats/tables.ts'), '--ignoreConfig'];
const options = ['--outDir', built, '--rootDir', root, '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
execFileSync(process.execPath, [...compiler, ...options, '--skipLibCheck', '--strict'], { stdio: 'inherit' });
const { tables } = await import(pathToFileURL(join(built, 'test/stats/tables.js')).href);
const contents = Object.entries(tables());
await rm(built, { recursive: true });

let text = await readFile(docs, 'utf8');
for (const [name, content] of contents) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/statistics.md has no section between ${start} and ${end}`);
  text = `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}
await writeFile(docs, await format(text, { ...(await resolveConfig(docs)), parser: 'markdown' }));
