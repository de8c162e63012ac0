// Writes the README's tables of inputs and outputs from action.yml, between `<!-- inputs:start -->` and
// `<!-- inputs:end -->` (and `outputs` likewise). `--check` writes nothing and fails where a table is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');

/** One table cell: a pipe would end it, and a line break the row. */
const cell = (text) => String(text).trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');

function table(heading, entries) {
  const rows = Object.entries(entries).map(([name, { description, default: value }]) => {
    const fallback = value === undefined ? '' : ` Default: \`${cell(value)}\`.`;
    return `| \`${name}\` | ${cell(description)}${fallback} |`;
  });
  return [`| ${heading} | meaning |`, '| --- | --- |', ...rows].join('\n');
}

function withSection(text, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md has no section between ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
const before = await readFile(readme, 'utf8');
const filled = withSection(
  withSection(before, 'inputs', table('input', action.inputs)),
  'outputs',
  table('output', action.outputs),
);
const after = await format(filled, { ...(await resolveConfig(readme)), parser: 'markdown' });

if (!process.argv.includes('--check')) await writeFile(readme, after);
else if (after !== before) {
  console.error('README.md does not match action.yml: run npm run docs and commit README.md.');
  process.exitCode = 1;
}
