import { join } from 'node:path';
import { createMetric } from '../../src/metrics/index.js';
import { describeShared, shared } from '../shared.js';
import { evaluate, nearly, readCases, row, score, statistics } from './helpers.js';

/** n samples of which c are right. */
function sampled(n: number, c: number) {
  return row(
    Array.from({ length: n }, (_, i) => (i < c ? 'right' : 'wrong')),
    'right',
  );
}

const estimate = (n: number, c: number, k: number) =>
  evaluate(createMetric({ name: 'pass@k', k }), [sampled(n, c)]).value;

describeShared('pass@k against openai/human-eval 6d43fb98', () => {
  type Case =
    | { readonly type: 'single'; readonly n: number; readonly c: number; readonly k: number; readonly expected: number }
    | {
        readonly type: 'mean';
        readonly n: number[];
        readonly c: number[];
        readonly k: number;
        readonly expected: number;
        readonly per_problem: number[];
      };
  const cases = readCases<Case>(shared('oracles/passk.json'));

  test('single examples, to the last bit; means to the last place', () => {
    const compared = { single: 0, mean: 0 };
    for (const one of cases) {
      compared[one.type]++;
      if (one.type === 'single') {
        expect([one.n, one.c, one.k, estimate(one.n, one.c, one.k)]).toEqual([one.n, one.c, one.k, one.expected]);
        continue;
      }
      const rows = one.n.map((n, i) => sampled(n, one.c[i]!));
      expect(rows.map((each) => evaluate(createMetric({ name: 'pass@k', k: one.k }), [each]).value)).toEqual(
        one.per_problem,
      );
      const { value } = evaluate(createMetric({ name: 'pass@k', k: one.k }), rows);
      expect([one, nearly(value, one.expected)]).toEqual([one, true]);
    }
    expect(compared).toEqual({ single: 200, mean: 40 });
  });
});

test('exact fractions of the estimator', () => {
  const cases = readCases<{ n: number; c: number; k: number; value: number }>(
    join(import.meta.dirname, '../golden/pass_at_k.json'),
  );
  expect(cases.length).toBeGreaterThan(60);
  for (const { n, c, k, value } of cases) {
    expect([n, c, k, Math.abs(estimate(n, c, k)! - value) < 1e-14]).toEqual([n, c, k, true]);
  }
});

describe('pass@k', () => {
  test.each([
    ['exact match by default', {}, ['4', ' 4 ', 'four'], '4', 2 / 3],
    ['another metric by name', { by: 'numeric_match' }, ['It is 4.', 'A: 4', 'four', '5'], '4', 0.5],
    ['with its options', { by: { name: 'exact_match', ignore_case: true } }, ['Yes', 'no'], 'yes', 0.5],
    ['a metric without references', { by: 'json_valid' }, ['{}', '{'], [], 0.5],
  ])('%s', (_, options, outputs, reference, expected) => {
    expect(score({ name: 'pass@k', ...options }, outputs, reference)).toBeCloseTo(expected, 15);
  });

  test('fewer samples than k, or no reference, is unscored', () => {
    const metric = createMetric({ name: 'pass@k', k: 3 });
    expect(statistics(metric, sampled(2, 2)).unscored).toBe(
      'the prediction has 2 samples, and pass@k with k = 3 needs at least 3',
    );
    expect(statistics(metric, row(['a', 'b', 'c'], [])).unscored).toBe('the example has no reference');
  });

  test('its recipe says how a sample is judged', () => {
    expect(createMetric({ name: 'pass@k', id: 'pass@5', k: 5, by: 'numeric_match' }).recipe).toBe(
      'pass@k|k:5|by:(numeric_match|extract:auto|as:eval-gate:exact-decimals)|as:human-eval:6d43fb98',
    );
  });

  test.each([
    [{ k: 0 }, 'option "k" of pass@k must be at least 1'],
    [{ k: 1.5 }, 'option "k" of pass@k must be'],
    [{ by: 'bleu' }, 'option "by" of pass@k must name one of exact_match, contains'],
    [{ by: { name: 'exact_match', ignore_cas: true } }, 'exact_match has no option "ignore_cas"'],
  ])('%j is refused', (options, message) => {
    expect(() => createMetric({ name: 'pass@k', ...options })).toThrow(message);
  });
});
