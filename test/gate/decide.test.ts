import { describe, expect, test } from '@jest/globals';
import { decide } from '../../src/gate/index.js';
import type { Delta } from '../../src/measures/types.js';
import { check, delta, input, measure, only, policy, scores, suite } from './build.js';

describe('which suites a check applies to', () => {
  const two = [measure({ suite: 'a' }), measure({ suite: 'b', delta: delta({ value: 0.01, ci: [0, 0.02] }) })];
  const suites = [suite({ name: 'a' }), suite({ name: 'b' })];

  test('without a suite, every one that measures its metric', () => {
    const { checks, verdict } = decide(input({ measures: two, suites }));
    expect(checks.map(({ id, suite: of, status }) => [id, of, status])).toEqual([
      ['a/numeric_match:max_regression', 'a', 'fail'],
      ['b/numeric_match:max_regression', 'b', 'pass'],
    ]);
    expect(verdict).toBe('fail');
  });

  test('with one, only that', () => {
    const given = input({
      policy: policy({ checks: [check({ suite: 'b', max_regression: 0.02 })] }),
      measures: two,
      suites,
    });
    expect(only(given).id).toBe('b/numeric_match:max_regression');
  });

  test('a slice is part of the id', () => {
    const sliced = measure({ slice: { category: 'math' } });
    const given = input({
      policy: policy({ checks: [check({ slice: { category: 'math' }, min: 0.3 })] }),
      measures: [measure(), sliced],
    });
    expect(only(given)).toMatchObject({ id: 'numeric_match{category=math}:min', slice: { category: 'math' } });
  });

  test('a suite that failed leaves its checks in error, and the run too', () => {
    const given = input({
      measures: [two[1]!],
      suites: [suite({ name: 'a', failed: 'It holds no examples.' }), suites[1]!],
    });
    const { checks, verdict } = decide(given);
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['a/numeric_match:max_regression', 'error'],
      ['b/numeric_match:max_regression', 'pass'],
    ]);
    expect(checks[0]!.reason).toContain('It holds no examples.');
    expect(verdict).toBe('error');
  });
});

describe('without configured checks', () => {
  const none = policy({ checks: null });
  const units = (['fraction', 'percent', 'points10', 'number'] as const).map((unit) =>
    measure({ metric: unit, unit, delta: delta({ value: 0, ci: [-0.01, 0.01], p_value: 1 }) }),
  );
  const suites = [suite({ headline: ['fraction', 'percent', 'points10', 'number'] })];

  test('every headline metric with a base may drop 0.02, 2 or 0.2, by its unit', () => {
    const { checks, notes } = decide(input({ policy: none, measures: units, suites }));
    expect(checks.map(({ id, limit }) => [id, limit])).toEqual([
      ['fraction:max_regression', 0.02],
      ['percent:max_regression', 2],
      ['points10:max_regression', 0.2],
    ]);
    expect(notes.join(' ')).toContain('nothing checks number');
  });

  test('training data may not hold eval examples', () => {
    const rate = measure({
      metric: 'contamination_rate',
      direction: 'lower',
      base: null,
      delta: null,
      candidate: { value: 1 / 1319, ci: null },
    });
    const given = input({
      policy: none,
      measures: [rate],
      suites: [suite({ headline: [], hasBase: false })],
      hasTraining: true,
    });
    expect(only(given)).toMatchObject({ id: 'contamination_rate:max', limit: 0, status: 'fail' });
  });

  test('training data without a rate is an error, never a pass', () => {
    const given = input({
      policy: none,
      measures: [],
      suites: [suite({ headline: [], hasBase: false })],
      hasTraining: true,
    });
    expect(decide(given)).toMatchObject({
      verdict: 'error',
      checks: [{ id: 'contamination_rate:max', status: 'error' }],
    });
  });

  test('with neither, the run passes and says that nothing was gated', () => {
    const outcome = decide(
      input({ policy: none, measures: [measure({ base: null, delta: null })], suites: [suite({ hasBase: false })] }),
    );
    expect(outcome).toMatchObject({ verdict: 'pass', nothingGated: true, checks: [] });
    expect(outcome.notes.join(' ')).toContain('Nothing was gated');
  });

  test('an empty list of checks gates nothing, aloud', () => {
    const outcome = decide(input({ policy: policy({ checks: [] }) }));
    expect(outcome).toMatchObject({ verdict: 'pass', nothingGated: true });
    expect(outcome.notes.join(' ')).toContain('gate.checks is empty');
  });

  test('no suite at all, or one that failed, is an error', () => {
    expect(decide(input({ policy: none, measures: [], suites: [] }))).toMatchObject({
      verdict: 'error',
      nothingGated: false,
    });
    const failed = suite({ failed: 'It holds no examples.', headline: [], hasBase: false });
    expect(decide(input({ policy: none, measures: [], suites: [failed] }))).toMatchObject({
      verdict: 'error',
      nothingGated: false,
    });
  });
});

test('suites whose outputs all equal the base are named', () => {
  const twin = measure({ delta: delta({ value: 0, ci: [-0.01, 0.01], p_value: 1, identical: true }) });
  expect(decide(input({ measures: [twin] }))).toMatchObject({
    notes: ["Every output of the candidate equals the base's. Was one file given twice?"],
    verdict: 'pass',
  });
  expect(decide(input()).notes).toEqual([]);
});

test('an error outweighs a failure, a failure an inconclusive check', () => {
  const verdictOf = (...deltas: Partial<Delta>[]): string => {
    const measures = deltas.map((change, i) => measure({ metric: `m${String(i)}`, delta: delta(change) }));
    const checks = measures.map(({ metric }, i) =>
      check({ metric, max_regression: 0.02, key: `gate.checks[${String(i)}]` }),
    );
    return decide(input({ policy: policy({ checks }), measures })).verdict;
  };
  const [good, bad, open, broken] = [
    { value: 0.01, ci: [0, 0.02] as const },
    {},
    { ci: [-0.1, 0.01] as const },
    { value: null },
  ];
  expect(verdictOf(good, good)).toBe('pass');
  expect(verdictOf(good, open)).toBe('inconclusive');
  expect(verdictOf(open, bad, good)).toBe('fail');
  expect(verdictOf(bad, broken, open)).toBe('error');
});

test('decide leaves its input as it was', () => {
  const given = input({ paired: [scores({ candidate: Float64Array.of(1), base: Float64Array.of(0) })] });
  const before = structuredClone(given);
  decide(given);
  expect(given).toEqual(before);
});
