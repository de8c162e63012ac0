import { describe, expect, test } from '@jest/globals';
import { decide } from '../../src/gate/index.js';
import type { MustNotRegress } from '../../src/gate/types.js';
import type { PairedScores } from '../../src/measures/types.js';
import { input, measure, policy, scores, suite } from './build.js';

const critical: MustNotRegress = { tags: ['critical', 'legal'] };
const tags = [['critical'], [], ['x', 'legal'], ['critical']];

function run(paired: PairedScores[], rule = critical, suites = [suite()]) {
  return decide(input({ policy: policy({ checks: [], must_not_regress: rule }), paired, suites }));
}

function guarded(candidate: number[], base: number[] | null, over: Partial<PairedScores> = {}) {
  return run([
    scores({
      candidate: Float64Array.from(candidate),
      base: base === null ? null : Float64Array.from(base),
      tags,
      ...over,
    }),
  ]);
}

describe('must_not_regress', () => {
  test('falls only where a tagged example falls', () => {
    expect(guarded([1, 0, 1, 1], [1, 1, 0, 1])).toMatchObject({
      verdict: 'pass',
      checks: [
        {
          id: 'numeric_match:must_not_regress',
          rule: 'must_not_regress',
          status: 'pass',
          fallen: [],
          value: 0,
          limit: 0,
        },
      ],
    });
  });

  test('any of the tags counts, and the worst fall comes first', () => {
    const { checks, verdict } = guarded([0.5, 1, 0, 1], [1, 1, 1, 1]);
    expect(verdict).toBe('fail');
    expect(checks[0]).toMatchObject({ status: 'fail', fallen: ['q2', 'q0'], value: -1 });
    expect(checks[0]!.reason).toContain('q2, q0');
  });

  test('lower is better where the metric says so', () => {
    expect(guarded([0.5, 0, 0, 0], [1, 0, 0, 0], { direction: 'lower' }).verdict).toBe('pass');
    expect(guarded([1, 0, 0, 0], [0.5, 0, 0, 0], { direction: 'lower' }).verdict).toBe('fail');
  });

  test('a tagged example without a score of the candidate is an error, whatever the base did', () => {
    for (const base of [1, 0, NaN]) {
      const { checks, verdict } = guarded([NaN, 1, 1, 1], [base, 1, 1, 1]);
      expect(verdict).toBe('error');
      expect(checks[0]!.reason).toContain('q0');
    }
  });

  test('an untagged gap does not matter, a gap of the base is told', () => {
    expect(guarded([1, NaN, 1, 1], [1, 1, 1, 1]).verdict).toBe('pass');
    const { checks } = guarded([1, 1, 1, 1], [NaN, 1, 1, 1]);
    expect(checks[0]).toMatchObject({ status: 'pass' });
    expect(checks[0]!.reason).toContain('1 example had no score of the base');
    expect(guarded([1, 1, 1, 1], [NaN, NaN, NaN, NaN]).verdict).toBe('error');
  });

  test('no base, nobody tagged, or a suite that failed is an error', () => {
    expect(guarded([1, 1, 1, 1], null).verdict).toBe('error');
    expect(guarded([1, 1, 1, 1], [1, 1, 1, 1], { tags: [[], [], [], []] }).verdict).toBe('error');
    expect(run([], critical, [suite({ failed: 'It holds no examples.' })]).checks[0]).toMatchObject({
      status: 'error',
    });
  });

  test('the metric is the suite’s first, or its own', () => {
    const one = scores({ candidate: Float64Array.of(0), base: Float64Array.of(1), tags: [['critical']] });
    const other = { ...one, metric: 'rougeL', candidate: Float64Array.of(1) };
    expect(run([other, one]).checks[0]).toMatchObject({ id: 'numeric_match:must_not_regress', status: 'fail' });
    expect(run([other, one], { ...critical, metric: 'rougeL' }).checks[0]).toMatchObject({
      id: 'rougeL:must_not_regress',
      status: 'pass',
    });
    expect(() => run([other, one], { ...critical, metric: 'rogueL' })).toThrow(
      /gate\.must_not_regress\.metric: .*did you mean "rougeL"/u,
    );
  });

  test('one check a suite; a suite without such examples is noted, not failed', () => {
    const of = (name: string, own: string[][]): PairedScores =>
      scores({ suite: name, candidate: Float64Array.of(1), base: Float64Array.of(1), tags: own });
    const suites = [suite({ name: 'a' }), suite({ name: 'b' })];
    const both = decide(
      input({
        policy: policy({ checks: [], must_not_regress: critical }),
        measures: [measure({ suite: 'a' }), measure({ suite: 'b' })],
        paired: [of('a', [['critical']]), of('b', [['critical']])],
        suites,
      }),
    );
    expect(both.checks.map(({ id }) => id)).toEqual([
      'a/numeric_match:must_not_regress',
      'b/numeric_match:must_not_regress',
    ]);
    const one = run([of('a', [['critical']]), of('b', [[]])], critical, suites);
    expect(one.checks.map(({ id }) => id)).toEqual(['a/numeric_match:must_not_regress']);
    expect(one.notes.join(' ')).toContain('b: no example is tagged critical or legal');
    expect(run([of('a', [[]]), of('b', [[]])], critical, suites).verdict).toBe('error');
  });
});

test('a tag of the rule that nobody has is told beside the others, with the nearest right one', () => {
  const paired = [scores({ candidate: Float64Array.from([1]), base: Float64Array.from([1]), tags: [['critical']] })];
  const { verdict, notes } = run(paired, { tags: ['critical', 'critcal'] });
  expect(verdict).toBe('pass');
  expect(notes).toContain('must_not_regress: no example is tagged "critcal"; did you mean "critical"?');
});
