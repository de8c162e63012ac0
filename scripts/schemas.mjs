// Writes the JSON Schemas of eval-gate.yml and report.json to schemas/, as `eval-gate schema` prints them.
// `--check` writes nothing and fails where a file is stale.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const printed = execFileSync(process.execPath, [join(root, 'dist', 'cli.js'), 'schema'], { encoding: 'utf8' });
const { config, report } = JSON.parse(printed);

await mkdir(join(root, 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries({ 'eval-gate.schema.json': config, 'report.schema.json': report })) {
  const path = join(root, 'schemas', name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (!process.argv.includes('--check')) await writeFile(path, text);
  else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    console.error(`schemas/${name} does not match dist: run npm run docs and commit it.`);
    process.exitCode = 1;
  }
}
