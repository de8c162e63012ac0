// Writes the tables that docs take from elsewhere, each between `<!-- NAME:start -->` and `<!-- NAME:end -->`: the README's
// inputs and outputs from action.yml, the keys of docs/config.md from the config's JSON Schema, the metrics and options of
// docs/metrics.md from the registry. `--check` writes nothing and fails where a table is stale.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';
import { fromSource } from './from-source.mjs';

const root = join(import.meta.dirname, '..');

/** One table cell: a pipe would end it, and a line break the row. */
const cell = (text) => String(text).trim().replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = (value) => `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|')}\``;

function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What an option or a key takes, from its JSON Schema. */
function takes(node) {
  if (node.$ref !== undefined) return 'metric';
  if (node.anyOf !== undefined) return [...new Set(node.anyOf.map(takes))].join(' or ');
  const values = node.enum ?? (node.const === undefined ? undefined : [node.const]);
  if (values !== undefined) return values.map(code).join(', ');
  if (Array.isArray(node.type)) return node.type.map((type) => takes({ type })).join(' or ');
  const plain = { string: 'text', boolean: 'true or false', object: 'mapping', null: '`null`' }[node.type];
  if (plain !== undefined) return plain;
  if (node.type === 'array') return `list of ${takes(node.items)}s`;
  return `${node.type === 'integer' ? 'whole number' : 'number'}${bounds(node)}`;
}

function bounds({ minimum, exclusiveMinimum, maximum }) {
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const least = exclusiveMinimum === undefined ? minimum : `above ${exclusiveMinimum}`;
  if (most === undefined)
    return least === undefined ? '' : exclusiveMinimum === undefined ? `, ${least} or more` : ` ${least}`;
  return least === undefined ? ` up to ${most}` : ` ${least} to ${most}`;
}

/** The keys of an object's JSON Schema: what each means, takes, and is by default. */
function keyTable(head, { properties, required = [] }) {
  const rows = Object.entries(properties).map(([key, node]) => [
    code(key),
    cell(node.description),
    takes(node),
    required.includes(key)
      ? 'needed'
      : node.default === undefined || JSON.stringify(node.default) === '{}'
        ? ''
        : code(node.default),
  ]);
  return table([head, 'meaning', 'takes', 'default'], rows);
}

function actionTable(head, entries) {
  const rows = Object.entries(entries).map(([name, { description, default: value }]) => {
    const fallback = value === undefined ? '' : ` Default: ${code(value)}.`;
    return [code(name), `${cell(description)}${fallback}`];
  });
  return table([head, 'meaning'], rows);
}

const UNITS = { fraction: 'fraction', percent: 'percent', points10: 'points', number: 'its own' };

function metricTable(metrics) {
  const rows = metrics.map(({ name, about, unit, range: [least, most], direction, equals }) => [
    code(name),
    cell(about),
    `${UNITS[unit]}${least === null ? '' : most === null ? `, ${least} up` : ` ${least} to ${most}`}`,
    direction === 'higher' ? 'more' : 'less',
    cell(equals.replace(':', ' ')),
  ]);
  return table(['id', 'what it is', 'unit and range', 'better', 'equals'], rows);
}

function withSection(path, text, name, content) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from === -1 || to < from) {
    console.error(`${path} has no lines ${start} and ${end}: add them where the table belongs.`);
    process.exit(1);
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

async function fill(path, sections) {
  const file = join(root, path);
  const before = await readFile(file, 'utf8');
  let filled = before;
  for (const [name, content] of Object.entries(sections)) filled = withSection(path, filled, name, content);
  const after = await format(filled, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (!process.argv.includes('--check')) await writeFile(file, after);
  else if (after !== before) {
    console.error(`${path} is stale: run npm run docs and commit it.`);
    process.exitCode = 1;
  }
}

const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
await fill('README.md', {
  inputs: actionTable('input', action.inputs),
  outputs: actionTable('output', action.outputs),
});

const { configJsonSchema } = await fromSource('config/index.js');
const { suites, judge, contamination, gate } = (await configJsonSchema()).properties;
await fill('docs/config.md', {
  suite: keyTable('key', suites.items),
  judge: keyTable('key', judge),
  'judge-budget': keyTable('key of `budget`', judge.properties.budget),
  'judge-score': keyTable('key of `score`', judge.properties.score),
  'judge-compare': keyTable('key of `compare`', judge.properties.compare),
  contamination: keyTable('key', contamination),
  thresholds: keyTable('key of thresholds', contamination.properties.thresholds),
  semantic: keyTable('key of `semantic`', contamination.properties.semantic),
  gate: keyTable('key', gate),
  check: keyTable('key of a check', gate.properties.checks.items),
  'must-not-regress': keyTable('key', gate.properties.must_not_regress),
});

const { describeMetrics } = await fromSource('metrics/index.js');
const metrics = await describeMetrics();
const options = metrics.filter(({ options: { properties } }) => Object.keys(properties).length > 0);
// Metrics of one family have the same options and share a table, under the name of the first.
const families = new Map(options.map((metric) => [JSON.stringify(metric.options), metric]).reverse());
await fill('docs/metrics.md', {
  metrics: metricTable(metrics),
  ...Object.fromEntries(
    [...families.values()].map(({ name, options }) => [`options of ${name}`, keyTable('option', options)]),
  ),
});
