import { describe, expect, test } from '@jest/globals';
import { decide, type GateInput } from '../../src/gate/index.js';
import type { CheckSpec, Status } from '../../src/gate/types.js';
import type { Measure } from '../../src/measures/types.js';
import { check, input, measure, only, policy } from './build.js';

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

  test.each([
    [0.1, 'inconclusive'],
    [0.3, 'fail'],
  ] as const)('a doubt that is only of a pass leaves a fail as it is: %d, %s', (value, status) => {
    const doubt = { status: 'inconclusive', why: 'Half of it was not looked at.', of_pass: true } as const;
    const doubted = measure({ candidate: { value, ci: null }, direction: 'lower', doubt });
    const judged = only(input({ policy: policy({ checks: [check({ max: 0.2 })] }), measures: [doubted] }));
    expect(judged.status).toBe(status);
    expect(judged.reason === doubt.why).toBe(status === 'inconclusive');
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
    ['a minimum in percent', { min: 35 }, /no value could meet a min of 35; write 0\.35 or "35pp"/u],
    ['a maximum in percent', { max: 1 }, /no value could break a max of 1; write 0\.01 or "1pp"/u],
    ['an allowance in percent', { max_regression: 1 }, /no drop could break a limit of 1; write 0\.01 or "1pp"/u],
    ['a minimum above the range', { min: 1.5 }, /runs from 0 to 1, so no value could meet a min of 1\.5/u],
    ['a minimum below the range', { min: -1 }, /runs from 0 to 1, so no value could break a min of -1$/u],
    ['a maximum below the range', { max: -0.1 }, /runs from 0 to 1, so no value could meet a max of -0\.1$/u],
    ['a maximum above the range', { max: '250pp' }, /no value could break a max of 2\.5; write 0\.025 or "2\.5pp"/u],
    ['a negative share of the base', { min: '-5%' }, /runs from 0 to 1, so "-5%" of the base's value is no limit/u],
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

describe('a share of the base that is more than all of it', () => {
  const given = (limit: string, of: Partial<Measure>): GateInput =>
    input({ policy: policy({ checks: [check({ max_regression: limit })] }), measures: [measure(of)] });

  test('would let every drop pass, so it is an error', () => {
    expect(() => decide(given('500%', {}))).toThrow(
      '"500%" is the base\'s whole value or more, so no drop could break',
    );
    expect(() => decide(given('100%', {}))).toThrow('so no drop could break the limit');
    expect(only(given('99%', {})).limit).toBeCloseTo((0.99 * 515) / 1319, 12);
  });

  test('is a limit like any other where less is better, or values have no fixed range', () => {
    expect(only(given('200%', { direction: 'lower' })).limit).toBeCloseTo(1030 / 1319, 12);
    expect(only(given('200%', { unit: 'number' })).limit).toBeCloseTo(1030 / 1319, 12);
  });
});

describe('the range of the metric', () => {
  const judged = (spec: Partial<CheckSpec>, of: Partial<Measure>) =>
    decide(input({ policy: policy({ checks: [check(spec)] }), measures: [measure(of)] }));

  test.each<[string, Partial<CheckSpec>, Partial<Measure>]>([
    ['below 0 where values can be', { min: -0.5 }, { range: [-1, 1] }],
    ['a share below 0 where values can be', { max: '-5%' }, { range: [-1, 1] }],
    ['above 100 where there is no end', { max: 150 }, { unit: 'percent', range: [0, null], direction: 'lower' }],
    [
      'a large rise where there is no end',
      { max_regression: 150 },
      { unit: 'percent', range: [0, null], direction: 'lower' },
    ],
    ['more than 1 where the range is wider', { max_regression: 1.5 }, { range: [-1, 1] }],
    ['nothing but the best', { min: 1 }, {}],
    ['nothing at all', { max: 0 }, {}],
  ])('allows a limit %s', (_, spec, of) => {
    const { checks, notes } = judged(spec, of);
    expect(checks.map(({ status }) => status)).not.toContain('error');
    expect(notes).toEqual([]);
  });

  test.each<[string, Partial<CheckSpec>, Partial<Measure>, string]>([
    ['a score of 1 to 10', { max: 10 }, { unit: 'points10' }, 'runs from 1 to 10, so no value could break a max of 10'],
    ['its largest drop', { max_regression: 9 }, { unit: 'points10' }, 'so no drop could break a limit of 9'],
    [
      'a score of 0 to 100',
      { min: 101 },
      { unit: 'percent' },
      'runs from 0 to 100, so no value could meet a min of 101',
    ],
    [
      'an open end',
      { min: -1 },
      { unit: 'percent', range: [0, null] },
      'is 0 or more, so no value could break a min of -1',
    ],
    [
      'a range below 0',
      { max_regression: 2 },
      { range: [-1, 1] },
      'runs from -1 to 1, so no drop could break a limit of 2',
    ],
  ])('refuses what lies beyond %s', (_, spec, of, message) => {
    expect(() => judged(spec, of)).toThrow(message);
  });

  test('a min at its very bottom passes, with a note that it can not fail', () => {
    const { checks, verdict, notes } = judged({ min: 0 }, {});
    expect([verdict, checks.map(({ status }) => status)]).toEqual(['pass', ['pass']]);
    expect(notes).toEqual([
      "numeric_match:min can't fail, since no value is below its limit; raise it, or leave the check out.",
    ]);
    const two = [check({ min: 0 }), check({ min: '0%', slice: { a: 'b' }, key: 'gate.checks[1]' })];
    const both = decide(
      input({ policy: policy({ checks: two }), measures: [measure(), measure({ slice: { a: 'b' } })] }),
    );
    expect(both.notes).toEqual([expect.stringContaining("numeric_match:min and 1 more check can't fail")]);
  });
});
