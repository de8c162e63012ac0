import { describe, expect, test } from '@jest/globals';
import { decide, type GateInput } from '../../src/gate/index.js';
import type { Check, CheckSpec, Status } from '../../src/gate/types.js';
import type { Delta, Measure } from '../../src/measures/types.js';
import { check, delta, input, measure, policy, scores, suite } from './build.js';

function only(given: GateInput): Check {
  const { checks } = decide(given);
  expect(checks).toHaveLength(1);
  return checks[0]!;
}

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

describe('min and max', () => {
  const cases: [Partial<CheckSpec>, number | null, Status][] = [
    [{ min: 0.35 }, 0.35, 'pass'],
    [{ min: 0.35 }, 0.3499, 'fail'],
    [{ min: 0.3 }, 0.1 + 0.2, 'pass'],
    [{ max: 0.3 }, 0.1 + 0.2, 'pass'],
    [{ max: 0 }, 0, 'pass'],
    [{ max: 0 }, 1e-4, 'fail'],
    [{ min: '35pp' }, 0.35, 'pass'],
    [{ min: '35pp' }, 0.34, 'fail'],
    [{ min: '90%' }, 0.36, 'pass'],
    [{ min: '90%' }, 0.35, 'fail'],
    [{ min: 0.35 }, null, 'error'],
  ];
  test.each(cases)('%j against %s: %s', (spec, value, status) => {
    const given = input({
      policy: policy({ checks: [check(spec)] }),
      measures: [
        measure({ candidate: { value, ci: null }, base: { value: 0.39, ci: null, n: 1319, unscored: 0, unparsed: 0 } }),
      ],
    });
    expect(only(given)).toMatchObject({ status, value });
  });

  test('the point decides, the interval is told', () => {
    const judged = only(input({ policy: policy({ checks: [check({ min: 0.36 })] }) }));
    expect(judged.status).toBe('fail');
    expect(judged.reason).toBe('numeric_match is 34.7% (95% interval 32.2% to 37.4%); it must be at least 36%.');
  });

  test('a share of a base that is not there is an error', () => {
    const given = input({
      policy: policy({ checks: [check({ min: '90%' })] }),
      measures: [measure({ base: null, delta: null })],
    });
    expect(only(given).status).toBe('error');
  });

  test('both rules of one entry are two checks', () => {
    const { checks } = decide(input({ policy: policy({ checks: [check({ min: 0.3, max_regression: 0.02 })] }) }));
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['numeric_match:min', 'pass'],
      ['numeric_match:max_regression', 'fail'],
    ]);
  });
});

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

describe('errors of the config', () => {
  const sliced = [measure(), measure({ slice: { category: 'math' } })];
  const cases: [string, Partial<CheckSpec>, RegExp][] = [
    [
      'a misspelt metric',
      { metric: 'numeric_mach', min: 0.3 },
      /gate\.checks\[0\]\.metric: .*did you mean "numeric_match"/u,
    ],
    ['an unknown suite', { suite: 'defualt', min: 0.3 }, /gate\.checks\[0\]\.suite: .*did you mean "default"/u],
    [
      'an unknown slice',
      { slice: { category: 'maths' }, min: 0.3 },
      /gate\.checks\[0\]\.slice: .*did you mean "category=math"/u,
    ],
    ['a slice of a name that objects inherit', { slice: { constructor: 'x' }, min: 0.3 }, /gate\.checks\[0\]\.slice/u],
    ['no rule', {}, /gate\.checks\[0\]: .*no rule/u],
    ['a negative allowance', { max_regression: -0.02 }, /gate\.checks\[0\]\.max_regression: .*0 or more/u],
    [
      'a limit on a fraction that was meant in percent',
      { max_regression: 2 },
      /runs from 0 to 1.*write 0\.02 or "2pp"/u,
    ],
    ['a minimum in percent', { min: 35 }, /write 0\.35 or "35pp"/u],
    ['a text that is no limit', { min: 'high' }, /gate\.checks\[0\]\.min: "high" is no limit/u],
    ['a number in quotes', { min: '0.35' }, /is no limit/u],
    ['infinity', { max: Infinity }, /finite/u],
  ];
  test.each(cases)('%s', (_, spec, message) => {
    expect(() => decide(input({ policy: policy({ checks: [check(spec)] }), measures: sliced }))).toThrow(message);
  });

  test.each<[Measure['unit'], CheckSpec['min'], string]>([
    ['percent', 0.02, 'runs from 0 to 100'],
    ['percent', 0.0999, 'runs from 0 to 100'],
    ['points10', '2pp', 'runs from 1 to 10'],
    ['number', '2pp', 'no fixed range'],
    ['points10', 35, 'runs from 1 to 10'],
  ])('on a %s metric a limit of %s is an error that names the unit', (unit, limit, says) => {
    const given = (spec: Partial<CheckSpec>): GateInput =>
      input({ policy: policy({ checks: [check(spec)] }), measures: [measure({ unit })] });
    expect(() => decide(given({ max_regression: limit }))).toThrow(says);
    expect(() => decide(given({ min: limit }))).toThrow(says);
  });

  test.each<[Measure['unit'], CheckSpec['min'], number]>([
    ['percent', 0, 0],
    ['percent', 0.1, 0.1],
    ['percent', 2, 2],
    ['percent', '0.05pp', 0.05],
    ['points10', 0.02, 0.02],
    ['number', 250, 250],
    ['fraction', '2.5pp', 0.025],
  ])('on a %s metric a limit of %s is %s', (unit, limit, figure) => {
    const given = input({
      policy: policy({ checks: [check({ max_regression: limit })] }),
      measures: [measure({ unit })],
    });
    expect(only(given).limit).toBeCloseTo(figure, 12);
  });

  test('the same rule twice', () => {
    const checks = [check({ min: 0.3 }), check({ min: 0.4, key: 'gate.checks[1]' })];
    expect(() => decide(input({ policy: policy({ checks }) }))).toThrow(
      /gate\.checks\[1\]: repeats numeric_match:min of gate\.checks\[0\]/u,
    );
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
  expect(decide(input({ measures: [twin] }))).toMatchObject({ identicalOutputs: ['default'], verdict: 'pass' });
  expect(decide(input()).identicalOutputs).toEqual([]);
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
