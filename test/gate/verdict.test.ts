import { describe, expect, test } from '@jest/globals';
import { exitCode, suiteFailure } from '../../src/gate/index.js';
import type { GatePolicy, Verdict } from '../../src/gate/types.js';
import { measure } from './build.js';

describe('exitCode', () => {
  const table: [Verdict, GatePolicy['on_inconclusive'], 'enforce' | 'warn', number][] = [
    ['pass', 'fail', 'enforce', 0],
    ['inconclusive', 'pass', 'enforce', 0],
    ['inconclusive', 'warn', 'enforce', 0],
    ['inconclusive', 'fail', 'enforce', 1],
    ['inconclusive', 'fail', 'warn', 1],
    ['fail', 'warn', 'enforce', 1],
    ['fail', 'pass', 'enforce', 1],
    ['fail', 'warn', 'warn', 0],
    ['error', 'pass', 'enforce', 2],
    ['error', 'pass', 'warn', 2],
  ];
  test.each(table)('%s, on_inconclusive %s, mode %s: %i', (verdict, policy, mode, code) => {
    expect(exitCode(verdict, policy, mode)).toBe(code);
  });
});

describe('suiteFailure', () => {
  const counts = { examples: 100, missing: 0, measures: [measure({ n: 100 })], maxUnscored: 0.05 };

  test('no examples', () => {
    expect(suiteFailure({ ...counts, examples: 0, measures: [] })).toContain('no examples');
  });

  test('no predictions, even where no metric is measured', () => {
    expect(suiteFailure({ ...counts, missing: 100, measures: [] })).toContain(
      'None of the 100 examples has a prediction',
    );
  });

  test.each([
    [5, 0, null],
    [6, 0, '6 of 100 examples have no prediction'],
    [0, 5, null],
    [0, 6, '6 of 100 examples could not be scored by numeric_match, more than max_unscored (5%)'],
    [0, 100, 'None of the 100 examples could be scored by numeric_match'],
  ])('%i missing, %i unscored: %s', (missing, unscored, sentence) => {
    const failure = suiteFailure({ ...counts, missing, measures: [measure({ n: 100 - unscored, unscored })] });
    if (sentence === null) expect(failure).toBeNull();
    else expect(failure).toContain(sentence);
  });

  test('max_unscored: 0 allows none, and a share is not broken by rounding', () => {
    expect(suiteFailure({ ...counts, missing: 1, maxUnscored: 0 })).not.toBeNull();
    expect(suiteFailure({ ...counts, missing: 7, maxUnscored: 0.07 })).toBeNull();
  });

  test('slices and the contamination rate do not count', () => {
    const measures = [
      measure({ n: 100 }),
      measure({ n: 0, unscored: 3, slice: { category: 'math' } }),
      measure({ metric: 'contamination_rate', n: 50, unscored: 50 }),
    ];
    expect(suiteFailure({ ...counts, measures })).toBeNull();
  });
});
