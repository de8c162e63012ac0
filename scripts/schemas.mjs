// Writes the JSON Schemas of eval-gate.yml and report.json to schemas/, as `eval-gate schema` prints them.
// `--check` writes nothing and fails where a file is stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromSource } from './from-source.mjs';

const root = join(import.meta.dirname, '..');
const { configJsonSchema } = await fromSource('config/index.js');
const { reportJsonSchema } = await fromSource('report/schema.js');
const schemas = { 'eval-gate.schema.json': await configJsonSchema(), 'report.schema.json': reportJsonSchema() };

await mkdir(join(root, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const path = join(root, 'schemas', name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) await writeFile(path, text);
  else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    console.error(`schemas/${name} does not match src: run npm run docs and commit it.`);
    process.exitCode = 1;
  }
}
