import { readFileSync } from 'node:fs';
import { lengthControl } from '../../../src/judge/figures/index.js';
import {
  clusterStandardError,
  logisticFit,
  mean,
  normalQuantile,
  sigmoid,
  unitSums,
} from '../../../src/stats/index.js';
import { describeShared, shared } from '../../shared.js';

interface Oracle {
  readonly name: string;
  readonly input: {
    readonly preference: readonly number[];
    readonly len_base: readonly number[];
    readonly len_cand: readonly number[];
  };
  readonly expected: Readonly<Record<string, number | boolean | null | readonly [number, number]>>;
  readonly published_alpacaeval?: { readonly length_controlled_winrate: number };
}

function pairsOf({ input }: Oracle) {
  return {
    points: Float64Array.from(input.preference),
    candidateLengths: Float64Array.from(input.len_cand),
    baseLengths: Float64Array.from(input.len_base),
    units: null,
  };
}

describeShared('two-model length control against statsmodels', () => {
  const { cases } = JSON.parse(readFileSync(shared('oracles', 'lc.json'), 'utf8')) as { cases: Oracle[] };

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { expected } = one;
    const pairs = pairsOf(one);
    const figure = lengthControl(pairs, 0.95);
    const near = (actual: number | null, key: string) => {
      expect(actual).not.toBeNull();
      expect(Math.abs(actual! - (expected[key] as number))).toBeLessThan(1e-6);
    };
    expect(figure.n).toBe(expected['n']);
    if (expected['share_cand_longer'] === null) expect(figure.share_longer).toBeNull();
    else near(figure.share_longer, 'share_cand_longer');
    if (expected['raw_win_rate'] !== null) near(mean(pairs.points), 'raw_win_rate');
    if (expected['raw_sem'] !== null) near(clusterStandardError(unitSums(pairs.points, null)), 'raw_sem');
    expect(figure.not_estimable === null).toBe(expected['estimable']);
    if (expected['estimable'] === false) {
      expect(figure).toMatchObject({ win_rate: null, ci: null, slope: null, intercept: null });
      return;
    }
    near(figure.length_sd, 'sd_ddof1');
    near(figure.intercept, 'intercept');
    near(figure.slope, 'slope');
    near(figure.win_rate, 'lc_win_rate');
    near(figure.intercept_standard_error, 'se_intercept_hc0');
    near(figure.slope_standard_error, 'se_slope_hc0');
    const expectInterval = (actual: readonly number[], key: string) => {
      const wanted = expected[key] as readonly [number, number];
      actual.forEach((end, i) => expect(Math.abs(end - wanted[i]!)).toBeLessThan(1e-6));
    };
    // The reference's interval of no width would claim certainty.
    if (expected['se_intercept_hc0'] === 0) expect(figure.ci).toBeNull();
    else expectInterval(figure.ci!, 'lc_ci95_hc0');

    const x = pairs.candidateLengths.map((length, i) =>
      Math.tanh((length - pairs.baseLengths[i]!) / figure.length_sd!),
    );
    const model = logisticFit(x, pairs.points, null)!.modelCovariance;
    near(Math.sqrt(model.intercept), 'se_intercept_model');
    near(Math.sqrt(model.slope), 'se_slope_model');
    const reach = normalQuantile(0.975) * Math.sqrt(model.intercept);
    expectInterval([sigmoid(figure.intercept! - reach), sigmoid(figure.intercept! + reach)], 'lc_ci95_model');
  });
});

describeShared('the length-controlled win rates that AlpacaEval published', () => {
  const { cases } = JSON.parse(readFileSync(shared('oracles', 'lc.json'), 'utf8')) as { cases: Oracle[] };
  const published = cases.flatMap((one) =>
    one.published_alpacaeval === undefined
      ? []
      : [[one.name, one, one.published_alpacaeval.length_controlled_winrate] as const],
  );

  test('six models', () => expect(published).toHaveLength(6));

  // Theirs knows the difficulty of instructions too, so it is near and not equal, but where ours extrapolates.
  test.each(published)('%s', (_, one, percent) => {
    const figure = lengthControl(pairsOf(one), 0.95);
    const share = figure.share_longer!;
    expect(figure.unreliable === null).toBe(share >= 0.2 && share <= 0.8);
    if (figure.unreliable === null) expect(Math.abs(100 * figure.win_rate! - percent)).toBeLessThan(1.75);
  });
});

/** Pairs whose differences in length cycle through some, each with wins and losses. */
function cycle(differences: readonly number[], n: number) {
  const points = Float64Array.from({ length: n }, (_, i) => (Math.floor(i / differences.length) % 3 === 0 ? 0 : 1));
  const baseLengths = new Float64Array(n).fill(500);
  return {
    points,
    baseLengths,
    candidateLengths: baseLengths.map((length, i) => length + differences[i % differences.length]!),
    units: null,
  };
}

describe('when no check may rest on the figure', () => {
  const mostlyLonger = [10, 20, 30, 40, 50, 60, 70, 80, 90, -15];
  test.each([
    ['enough pairs on both sides', cycle([-100, 40, -20, 90, 10], 60), null],
    ['fewer than 50 pairs', cycle([-100, 40, -20, 90, 10], 49), '49 judged pairs are fewer than 50'],
    ['50 pairs', cycle([-100, 40, -20, 90, 10], 50), null],
    ['longer in 90%', cycle(mostlyLonger, 100), 'longer in 90% of pairs'],
    [
      'shorter in 90%',
      cycle(
        mostlyLonger.map((d) => -d),
        100,
      ),
      'shorter in 90% of pairs',
    ],
    ['longer in 80%', cycle([10, 20, 30, 40, -20], 100), null],
    // Answers of equal length stand where the figure is taken, so that it does not extrapolate.
    ['equal in 80%', cycle([0, 0, 0, 0, 0, 0, 0, 0, 50, -50], 100), null],
  ])('%s', (_, pairs, unreliable) => {
    const figure = lengthControl(pairs, 0.95);
    expect(figure.not_estimable).toBeNull();
    if (unreliable === null) expect(figure.unreliable).toBeNull();
    else expect(figure.unreliable).toContain(unreliable);
  });

  test('one runaway answer', () => {
    const pairs = cycle([-100, 40, -20, 90, 10], 100);
    pairs.candidateLengths[3] = 200_000;
    expect(lengthControl(pairs, 0.95).unreliable).toContain('one pair');
  });

  test('a single cluster has a figure and no interval', () => {
    const units = { ids: new Int32Array(60), count: 1 };
    const figure = lengthControl({ ...cycle([-100, 40, -20, 90, 10], 60), units }, 0.95);
    expect(figure).toMatchObject({ ci: null, intercept_standard_error: null });
    expect(figure.win_rate).not.toBeNull();
    expect(figure.unreliable).toContain('one cluster');
  });
});

test.each([
  ['no pairs', cycle([1, 2], 0), '3 judged pairs'],
  ['two pairs', cycle([1, -2], 2), '3 judged pairs'],
  ['equal lengths', cycle([0], 60), 'raw win rate'],
  ['one difference', cycle([7], 60), 'same amount'],
  ['only wins', { ...cycle([-9, 4, 5], 60), points: new Float64Array(60).fill(1) }, 'the candidate won'],
  ['only losses', { ...cycle([-9, 4, 5], 60), points: new Float64Array(60) }, 'the base won'],
  [
    'the longer always wins',
    { ...cycle([-9, 4], 60), points: Float64Array.from({ length: 60 }, (_, i) => i % 2) },
    'length alone',
  ],
])('no figure: %s', (_, pairs, reason) => {
  const figure = lengthControl(pairs, 0.95);
  expect(figure).toMatchObject({ win_rate: null, ci: null, intercept: null, slope: null, unreliable: null });
  expect(figure.not_estimable).toContain(reason);
});

test('rows given three times as clusters of three tell no more than once', () => {
  const alone = cycle([-100, 40, -20, 90, 10], 60);
  const document = (i: number) => Math.floor(i / 3);
  const thrice = (values: Float64Array) => Float64Array.from({ length: 180 }, (_, i) => values[document(i)]!);
  const tripled = {
    points: thrice(alone.points),
    candidateLengths: thrice(alone.candidateLengths),
    baseLengths: thrice(alone.baseLengths),
    units: null,
  };
  const clusters = { ids: Int32Array.from({ length: 180 }, (_, i) => document(i)), count: 60 };
  const once = lengthControl(alone, 0.95).intercept_standard_error!;
  const clustered = lengthControl({ ...tripled, units: clusters }, 0.95).intercept_standard_error!;
  // But for the corrections, and for sd with n - 1, which moves x a little.
  expect(clustered / once).toBeCloseTo(Math.sqrt((60 / 59) * (179 / 178)), 2);
  const naive = lengthControl(tripled, 0.95).intercept_standard_error!;
  expect(naive / once).toBeCloseTo(1 / Math.sqrt(3), 2);
});

test('where all pairs are ties there is a figure, no interval, and no check may rest on it', () => {
  const lengths = Float64Array.from({ length: 60 }, (_, i) => 100 + ((i * 37) % 60));
  const figure = lengthControl(
    {
      points: new Float64Array(60).fill(0.5),
      candidateLengths: lengths,
      baseLengths: lengths.toReversed(),
      units: null,
    },
    0.95,
  );
  expect(figure).toMatchObject({ win_rate: 0.5, ci: null, not_estimable: null });
  expect(figure.unreliable).toContain('too much alike');
});
