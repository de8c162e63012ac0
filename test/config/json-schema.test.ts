import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { configJsonSchema } from '../../src/config/index.js';
import { configSchema } from '../../src/config/schema.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const schema = await configJsonSchema();

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
}

/** Every key of the schema that a user may write, with what it says of itself. */
function keysOf(node: unknown): [key: string, Node][] {
  if (typeof node !== 'object' || node === null) return [];
  return [...Object.entries((node as Node).properties ?? {}), ...Object.values(node).flatMap(keysOf)];
}

describe('the JSON Schema', () => {
  test('describes every key', () => {
    const keys = keysOf(schema);
    expect(keys.map(([key]) => key)).toEqual(expect.arrayContaining(['max_unscored', 'must_not_regress', 'tokenize']));
    const bare = keys.filter(([, { description }]) => description === undefined);
    expect(bare).toEqual([]);
  });

  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  const readme = /```yaml\n(version: 1\n[^]*?)```/u.exec(read('README.md'))![1]!;
  const SUITE = 'version: 1\neval_set: e.jsonl\npredictions: p.jsonl\n';

  test.each([
    ["the README's", readme],
    ["the quickstart's", read('examples/quickstart/eval-gate.yml')],
    [
      'one with every kind of metric',
      `${SUITE}metrics: [bleu, scores.a, { name: scores.b, direction: lower }, pass@k]\n`,
    ],
    ['a schema in place', `${SUITE}metrics: [{ name: json_schema, schema: { type: object } }]\n`],
    ['a judge with options', `${SUITE}metrics: [{ name: pass@k, id: pass@5, k: 5, by: { name: exact_match } }]\n`],
  ])('allows %s config, as the program does', (_, yaml) => {
    expect(configSchema.safeParse(parse(yaml)).error).toBeUndefined();
    expect([validate(parse(yaml)), validate.errors]).toEqual([true, null]);
  });

  test.each([
    ['an unknown key', 'metrcs: [bleu]'],
    ['an unknown metric', 'metrics: [blue]'],
    ['an unknown option', 'metrics: [{ name: bleu, tokenise: char }]'],
    ["another metric's option", 'metrics: [{ name: chrf, tokenize: char }]'],
    ['a value that an option does not take', 'metrics: [{ name: bleu, tokenize: chars }]'],
    ['a metric without what it needs', 'metrics: [max_length]'],
    ['a default that is no number', 'max_unscored: lots'],
  ])('refuses %s', (_, line) => {
    expect(validate(parse(`${SUITE}${line}\n`))).toBe(false);
  });

  test('tells the defaults that the program takes', () => {
    const of = (path: string): unknown =>
      path
        .split('.')
        .reduce<unknown>((node, key) => (node as { properties: Record<string, unknown> }).properties[key], schema);
    // The contract's.
    expect(of('max_unscored')).toMatchObject({ default: 0.05 });
    expect(of('strip_reasoning')).toMatchObject({ default: true });
    expect(of('gate.resamples')).toMatchObject({ default: 10_000 });
    expect(of('gate.correction')).toMatchObject({ default: 'holm', enum: ['holm', 'none'] });
    expect(of('contamination.n')).toMatchObject({ default: 8 });
  });
});

test('docs/config.md explains every key', () => {
  const text = read('docs/config.md');
  const keys = [...new Set(keysOf({ ...schema, $defs: null }).map(([key]) => key))];
  expect(keys).toContain('max_unscored');
  expect(keys.filter((key) => !text.includes(`\`${key}\``) && !text.includes(`\`${key}: `))).toEqual([]);
});
