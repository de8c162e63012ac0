import { join } from 'node:path';
import { createMetric, type MetricSpec } from '../../src/metrics/index.js';
import { assignmentWorth } from '../../src/metrics/assignment.js';
import { evaluate, nearly, readCases, row, score, statistics } from './helpers.js';

/** Values of scikit-learn and of SciPy's assignment: test/golden/generate_fields.py. */
const golden = (name: string): string => join(import.meta.dirname, '../golden', name);

const AVERAGES = ['micro', 'macro', 'samples'] as const;
type Figures = Record<'precision' | 'recall' | 'f1', number>;
type LabelCase = Record<(typeof AVERAGES)[number], Figures> & { references: string[][]; outputs: string[][] };

describe('multilabel_f1 against scikit-learn', () => {
  const cases = readCases<LabelCase>(golden('multilabel.json')).map((one, index) => ({ ...one, index }));
  const WRITTEN: readonly (readonly [string, MetricSpec, (labels: string[]) => string])[] = [
    ['JSON lists', { name: 'multilabel_f1' }, (labels) => JSON.stringify(labels)],
    ['commas', { name: 'multilabel_f1' }, (labels) => ` ${labels.join(' ,')},`],
    ['a separator of its own', { name: 'multilabel_f1', separator: '|' }, (labels) => labels.join('|')],
  ];

  test.each(cases.flatMap((one) => WRITTEN.map((written) => [one.index, ...written, one] as const)))(
    'set %i as %s',
    (_index, _name, spec, write, { references, outputs, ...figures }) => {
      const rows = outputs.map((output, i) => row(write(output), write(references[i]!)));
      for (const average of AVERAGES) {
        const { value, details } = evaluate(createMetric({ ...spec, average }), rows);
        const { f1, precision, recall } = figures[average];
        const ours = [value, details!.values!['precision']!, details!.values!['recall']!];
        // Means over samples are summed in another order than numpy's.
        const same = [f1, precision, recall].map((expected, i) =>
          average === 'samples' ? nearly(ours[i]!, expected) : ours[i] === expected,
        );
        expect([average, ours, same]).toEqual([average, ours, [true, true, true]]);
      }
    },
  );

  test('a list of references is the set of labels', () => {
    expect(score({ name: 'multilabel_f1' }, 'late, billing', ['billing', 'late'])).toBe(1);
    expect(score({ name: 'multilabel_f1' }, 'billing', ['billing', 'late'])).toBe(2 / 3);
  });

  test('labels are sets, stripped, of any scalar', () => {
    expect(score({ name: 'multilabel_f1' }, 'a, a ,b', 'b,a')).toBe(1);
    expect(score({ name: 'multilabel_f1' }, '[1, true, " x "]', '1,true,x')).toBe(1);
    expect(score({ name: 'multilabel_f1' }, '["a", "b"', '["a"]')).toBe(0); // no JSON: the text as it stands
    expect(score({ name: 'multilabel_f1' }, '__proto__', '__proto__')).toBe(1);
  });

  test('no labels on either side', () => {
    const metric = createMetric({ name: 'multilabel_f1' });
    expect(statistics(metric, row('', 'a')).unparsed).toBe(true);
    expect(statistics(metric, row('', '[]')).unparsed).toBe(false);
    expect(evaluate(metric, [row('', '[]')]).value).toBe(0); // as scikit-learn has it
    expect(statistics(metric, row('a', [])).unscored).toBe('the example has no reference');
  });

  test('only the average over samples is a mean of rows', () => {
    expect(AVERAGES.map((average) => createMetric({ name: 'multilabel_f1', average }).linear)).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('json_f1', () => {
  const cases = readCases<Figures & { output: unknown; reference: unknown }>(golden('json_f1.json'));

  test.each(cases.map((one, index) => ({ ...one, index })))('document $index', (one) => {
    const { value, details } = evaluate(createMetric({ name: 'json_f1' }), [
      row(JSON.stringify(one.output), JSON.stringify(one.reference, null, 2)),
    ]);
    const near = [nearly(value, one.f1), details?.values?.['precision'] === one.precision];
    expect([value, near, details?.values?.['recall']]).toEqual([value, [true, true], one.recall]);
  });

  /** By hand: 3 of the 4 leaves said are right, out of 5; then nothing readable. Value: the mean of 2/3 and 0. */
  test('the worked example of docs/metrics.md', () => {
    const reference = '{"order": 17, "items": [{"sku": "A", "n": 1}, {"sku": "B", "n": 2}]}';
    const output = '{"order": 17, "items": [{"sku": "B", "n": 3}, {"sku": "A"}]}';
    const { value, details } = evaluate(createMetric({ name: 'json_f1' }), [
      row(output, reference),
      row(`Here it is: ${output}`, reference),
    ]);
    expect(value).toBe(2 / 3 / 2);
    expect(details?.values).toEqual({ precision: 0.375, recall: 0.3 });
  });

  test.each([
    ['```json\n{"a": 1}\n```', '{"a": 1}'],
    ["{'a': 1}", '{"a": 1}'],
    ['', '{}'],
    ['['.repeat(200_000), '[]'],
    [`${'['.repeat(300)}${']'.repeat(300)}`, '[]'],
  ])('%# what is no JSON is wrong and unparsed', (output, reference) => {
    const metric = createMetric({ name: 'json_f1' });
    expect(statistics(metric, row(output, reference))).toMatchObject({ unparsed: true, values: { score: 0 } });
  });

  test('the best reference counts; one that is no JSON does not', () => {
    expect(score({ name: 'json_f1' }, '{"a": 1}', ['{"a": 2}', 'oops', '{"a": 1}'])).toBe(1);
    const metric = createMetric({ name: 'json_f1' });
    expect(statistics(metric, row('{}', 'oops')).unscored).toContain('the reference is not JSON');
    expect(statistics(metric, row('{}', [])).unscored).toBe('the example has no reference');
  });

  test.each([
    ['[1e999]', '[2e999]', 1], // both too large for a double
    ['[-0]', '[0]', 1],
    ['["\\ud800"]', '["\\ud801"]', 0],
    ['{"a": 1, "a": 2}', '{"a": 2}', 1], // the last one counts, as for JSON.parse and Python
    ['"[]"', '[]', 0],
  ])('%s against %s is %d', (output, reference, value) => {
    expect(score({ name: 'json_f1' }, output, reference)).toBe(value);
  });

  test('lists too long to be compared are unscored, not endless', () => {
    const list = (from: number) => JSON.stringify(Array.from({ length: 2_000 }, (_, i) => ({ a: from + i, b: from })));
    const metric = createMetric({ name: 'json_f1' });
    expect(score({ name: 'json_f1' }, list(0), list(0))).toBe(1);
    expect(statistics(metric, row(list(0), list(1))).unscored).toContain('too long');
  });
});

/** Every pairing tried, for matrices of up to 5 x 5. */
function bestByTrial(worth: readonly Float64Array[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === worth.length) return 0;
  let best = bestByTrial(worth, row + 1, taken);
  worth[row]!.forEach((value, column) => {
    if (!taken.has(column)) best = Math.max(best, value + bestByTrial(worth, row + 1, new Set([...taken, column])));
  });
  return best;
}

test('the assignment is the best of all that there are', () => {
  let state = 7;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round++) {
    const columns = 1 + next(5);
    const worth = Array.from({ length: 1 + next(5) }, () => Float64Array.from({ length: columns }, () => next(6)));
    expect(assignmentWorth(worth)).toBe(bestByTrial(worth));
  }
});
