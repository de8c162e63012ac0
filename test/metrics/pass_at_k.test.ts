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
    | {
        readonly type: 'single';
        readonly n: number;
        readonly c: number;
        readonly k: number;
        readonly expected: number;
        readonly exact_rational: number;
      }
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
        expect(Math.abs(one.expected - one.exact_rational)).toBeLessThan(2e-16);
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

  /** A prediction with nothing but its samples' scores. */
  const judged = (passed: readonly number[]) => {
    const { example, prediction } = row([], []);
    const scores = new Map([['passed', 0.5]]);
    return { example, prediction: { ...prediction, scores, sampleScores: new Map([['passed', passed]]) } };
  };

  test.each([
    // 1 - C(n - c, k) / C(n, k): 1 - C(2,2)/C(4,2), 1 - C(4,3)/C(5,3), 1 - C(9,4)/C(10,4), and 1 where fewer fail than k.
    [2, [1, 0, 1, 0], 5 / 6],
    [3, [0, 0, 0, 0, 1], 0.6],
    [4, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0.4],
    [2, [1, 0, 1], 1],
    [1, [0, 0], 0],
  ])("k = %i of the user's own scores %j", (k, passed, expected) => {
    const metric = createMetric({ name: 'pass@k', k, by: 'scores.passed' });
    expect(evaluate(metric, [judged(passed)]).value).toBeCloseTo(expected, 14);
  });

  test('scores that are no verdict are refused, and missing ones unscored', () => {
    const metric = createMetric({ name: 'pass@k', by: 'scores.passed' });
    expect(() => evaluate(metric, [judged([1, 0.5])])).toThrow(
      'test.jsonl:1: scores.passed: is 0.5 here, and pass@k needs 1 (or true) for a sample that passed, 0 (or false) for any other',
    );
    const other = createMetric({ name: 'pass@k', by: 'scores.failed' });
    expect(statistics(other, judged([1])).unscored).toBe('the prediction has no score "failed"');
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
    [{ by: { name: 'scores.passed', direction: 'lower' } }, 'option "by" of pass@k takes no direction'],
    [{ by: 'command' }, 'option "run" of command must be of type array'],
  ])('%j is refused', (options, message) => {
    expect(() => createMetric({ name: 'pass@k', ...options })).toThrow(message);
  });
});
