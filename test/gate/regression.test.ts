import { describe, expect, test } from '@jest/globals';
import { decide, type GateInput } from '../../src/gate/index.js';
import type { Check, CheckSpec, Status } from '../../src/gate/types.js';
import type { Delta, Measure } from '../../src/measures/types.js';
import { check, delta, input, measure, only, policy, suite } from './build.js';

function regression(
  change: Partial<Delta>,
  spec: Partial<CheckSpec> = { max_regression: 0.02 },
  of: Partial<Measure> = {},
): Check {
  return only(
    input({ policy: policy({ checks: [check(spec)] }), measures: [measure({ delta: delta(change), ...of })] }),
  );
}

describe('max_regression, as the contract says what a check means', () => {
  const cases: [string, Partial<Delta>, Partial<CheckSpec>, Status][] = [
    ['the GSM8K pair: beyond 2 pp and significant', {}, { max_regression: 0.02 }, 'fail'],
    ['the same drop, 5 pp allowed', {}, { max_regression: 0.05 }, 'pass'],
    ['the interval touches 0', { ci: [-0.09, 0.001] }, { max_regression: 0.02 }, 'inconclusive'],
    [
      'the interval excludes 0 but the test is not significant',
      { p_value: 0.051 },
      { max_regression: 0.02 },
      'inconclusive',
    ],
    ['p at exactly 1 - confidence', { p_value: 0.05 }, { max_regression: 0.02 }, 'fail'],
    ['a drop of exactly the limit', { value: -0.02, ci: [-0.03, -0.01] }, { max_regression: 0.02 }, 'pass'],
    [
      'a drop that only rounding puts beyond the limit',
      { value: 0.37 - 0.39, ci: [-0.03, -0.01] },
      { max_regression: 0.02 },
      'pass',
    ],
    [
      'a limit of 0 and a small significant drop',
      { value: -0.004, ci: [-0.006, -0.002] },
      { max_regression: 0 },
      'fail',
    ],
    ['a limit of 0 and no change', { value: 0, ci: [-0.01, 0.01], p_value: 1 }, { max_regression: 0 }, 'pass'],
    ['5 units can not fail', { n: 5, units: 5, p_value: 0.001 }, { max_regression: 0.02 }, 'inconclusive'],
    [
      '1,000 examples in 5 clusters can not fail',
      { n: 1000, units: 5, p_value: 0.001 },
      { max_regression: 0.02 },
      'inconclusive',
    ],
    ['6 units can', { n: 6, units: 6, p_value: 0.03125 }, { max_regression: 0.02 }, 'fail'],
    [
      'one unit without an interval',
      { n: 1, units: 1, ci: null, p_value: null, mde: null },
      { max_regression: 0.02 },
      'inconclusive',
    ],
    ['many units without an interval', { ci: null }, { max_regression: 0.02 }, 'error'],
    ['many units without a p-value', { p_value: null }, { max_regression: 0.02 }, 'error'],
    ['no pair scored on both sides', { value: null, n: 0, units: 0 }, { max_regression: 0.02 }, 'error'],
    [
      'strict, interval within the limit',
      { value: 0.001, ci: [-0.015, 0.017] },
      { max_regression: 0.02, strict: true },
      'pass',
    ],
    [
      'strict, interval at the limit',
      { value: 0.001, ci: [-0.02, 0.022] },
      { max_regression: 0.02, strict: true },
      'pass',
    ],
    [
      'strict, interval beyond the limit',
      { value: 0.001, ci: [-0.021, 0.023] },
      { max_regression: 0.02, strict: true },
      'inconclusive',
    ],
    ['the same without strict', { value: 0.001, ci: [-0.021, 0.023] }, { max_regression: 0.02, strict: false }, 'pass'],
    ['strict does not soften a failure', {}, { max_regression: 0.02, strict: true }, 'fail'],
    [
      'identical outputs',
      { value: 0, ci: [-0.01, 0.01], p_value: 1, identical: true },
      { max_regression: 0.02 },
      'pass',
    ],
    [
      'identical outputs pass strict too',
      { value: 0, ci: [-0.03, 0.03], p_value: 1, identical: true },
      { max_regression: 0.02, strict: true },
      'pass',
    ],
  ];
  test.each(cases)('%s', (_, change, spec, status) => {
    expect(regression(change, spec).status).toBe(status);
  });

  test('the value is the change, turned so that more is better', () => {
    expect(regression({}).value).toBeCloseTo(-0.0432, 4);
    const ter = { metric: 'ter', direction: 'lower', unit: 'percent', delta: delta({ value: 4, ci: [2, 6] }) } as const;
    const judged = only(
      input({ policy: policy({ checks: [check({ metric: 'ter', max_regression: 3 })] }), measures: [measure(ter)] }),
    );
    expect(judged).toMatchObject({ value: -4, status: 'fail', limit: 3 });
    const better = { ...ter, delta: delta({ value: -4, ci: [-6, -2] }) };
    const passed = only(
      input({ policy: policy({ checks: [check({ metric: 'ter', max_regression: 3 })] }), measures: [measure(better)] }),
    );
    expect(passed).toMatchObject({ value: 4, status: 'pass' });
  });

  test('a value of 0 is never -0', () => {
    const judged = regression(
      { value: 0, ci: [-0.01, 0.01], p_value: 1 },
      { max_regression: 0.02 },
      { direction: 'lower' },
    );
    expect(Object.is(judged.value, 0)).toBe(true);
  });

  test('Holm runs over all max_regression checks of the run, and over nothing else', () => {
    // By hand: p = 0.01, 0.03, 0.04 of three checks -> 0.03, 0.06, 0.06; the min check is not in the family.
    const three = [0.01, 0.03, 0.04].map((p_value, i) =>
      measure({ metric: `m${String(i)}`, delta: delta({ p_value }) }),
    );
    const checks = three.map(({ metric }, i) =>
      check({ metric, max_regression: 0.02, key: `gate.checks[${String(i)}]` }),
    );
    const given = (correction: 'holm' | 'none'): GateInput =>
      input({
        policy: policy({ correction, checks: [...checks, check({ metric: 'm0', min: 0.1, key: 'gate.checks[3]' })] }),
        measures: three,
        suites: [suite({ headline: ['m0', 'm1', 'm2'] })],
      });
    const holm = decide(given('holm')).checks;
    expect(holm.map(({ status }) => status)).toEqual(['fail', 'inconclusive', 'inconclusive', 'pass']);
    expect(holm.slice(0, 3).map(({ p_adjusted }) => p_adjusted)).toEqual(
      [0.03, 0.06, 0.06].map((p) => expect.closeTo(p, 12)),
    );
    expect(holm[3]!.p_adjusted).toBeUndefined();
    expect(decide(given('none')).checks.map(({ status }) => status)).toEqual(['fail', 'fail', 'fail', 'pass']);
  });

  test('the reason of a failure has the figures that a reviewer needs', () => {
    const { reason } = regression({});
    for (const part of [
      'fell by 4.3 pp',
      'from 39.0% to 34.7%',
      '−7.2 to −1.4',
      'p = 0.003',
      '2 pp',
      '1,319 examples',
      'drops from 4.0 pp',
    ]) {
      expect(reason).toContain(part);
    }
    expect(reason).not.toContain('too small');
  });

  test('the values are not told where the pairs are not all the rows', () => {
    expect(regression({ n: 1300, units: 1300 }).reason).not.toContain('from 39.0%');
  });

  test('an inconclusive one says how many examples would settle it', () => {
    // A drop of 3 pp with MDE 6 pp, limit 0: 4 times the examples, as the MDE falls with the root of n.
    const judged = regression(
      { value: -0.03, ci: [-0.07, 0.01], p_value: 0.15, mde: 0.06, n: 1000, units: 1000 },
      { max_regression: 0 },
    );
    expect(judged.status).toBe('inconclusive');
    expect(judged.n_needed).toBeGreaterThan(3970);
    expect(judged.n_needed).toBeLessThanOrEqual(4000);
    expect(judged.reason).toMatch(/About [34],\d00 would settle it\./u);
    expect(regression({}).n_needed).toBeNull();
  });

  test('clusters are counted as the examples that they hold', () => {
    const judged = regression(
      { value: -0.03, ci: [-0.07, 0.01], p_value: 0.15, mde: 0.06, n: 1000, units: 100 },
      { max_regression: 0 },
    );
    expect(judged.n_needed).toBeGreaterThan(3800);
    expect(judged.n_needed).toBeLessThanOrEqual(4000);
    expect(judged.reason).toContain('1,000 examples in 100 clusters can show drops from 6.0 pp');
  });

  test('a set that is too small for its limit is told so, unless it failed', () => {
    expect(regression({ value: 0.01, ci: [-0.03, 0.05], p_value: 0.6, mde: 0.06 }).reason).toContain(
      'too small for a limit of 2 pp',
    );
    expect(regression({ value: 0.01, ci: [-0.03, 0.05], p_value: 0.6, mde: 0.03 }).reason).not.toContain('too small');
  });

  test('a share of the base is told with what it comes to', () => {
    const judged = regression({ value: -0.01, ci: [-0.03, 0.01], p_value: 0.3 }, { max_regression: '10%' });
    expect(judged.limit).toBeCloseTo(0.1 * (515 / 1319), 12);
    expect(judged.limit_text).toBe('10%');
    expect(judged.reason).toContain("10% of the base's 39.0%");
  });

  test('without a base it is an error', () => {
    expect(
      only(input({ measures: [measure({ base: null, delta: null })], suites: [suite({ hasBase: false })] })),
    ).toMatchObject({
      status: 'error',
      value: null,
    });
  });
});

describe('a base that covers few of the examples', () => {
  const few = { value: 0, n: 3, units: 3, ci: [-0.56, 0.56] as const, p_value: 1, mde: 1.696, identical: true };
  const of = { n: 100, unscored: 0 };

  test('the reason says how many could be compared, and does not speak for the others', () => {
    const { status, reason } = regression(few, { max_regression: 0.02 }, of);
    expect(status).toBe('pass');
    expect(reason).toContain('Only 3 of 100 examples could be compared.');
    expect(reason).toContain('identical where both could be compared');
  });

  test('so does a note on the run, once for all metrics', () => {
    const metrics = ['numeric_match', 'rougeL'];
    const given = input({
      policy: policy({ checks: metrics.map((metric) => check({ metric, max_regression: 0.02 })) }),
      measures: metrics.map((metric) => measure({ metric, ...of, delta: delta(few) })),
      suites: [suite({ headline: metrics })],
    });
    expect(decide(given).notes.filter((note) => note.startsWith('Only 3 of 100 examples could be'))).toHaveLength(1);
    expect(decide(given).notes.join()).not.toContain('given twice');
  });

  test('a gap within the default of max_unscored is in the reason, not in a note', () => {
    const given = input({ measures: [measure({ n: 96, unscored: 4, delta: delta({ n: 96, units: 96 }) })] });
    expect(decide(given).checks[0]!.reason).toContain('Only 96 of 100 examples could be compared.');
    expect(decide(given).notes).toEqual([]);
  });

  test('no drop of more than everything is promised', () => {
    const { reason } = regression(few, { max_regression: 0.02 }, of);
    expect(reason).toContain('3 examples can show no drop for certain, however large');
    expect(reason).not.toContain('169.6');
  });
});
