import { readFileSync } from 'node:fs';
import {
  clopperPearsonInterval,
  clusterStandardError,
  fisherGreater,
  mean,
  meanInterval,
  pairedProportionInterval,
  proportionInterval,
  residualsOf,
  summedInterval,
  tangoInterval,
  unitSums,
} from '../../src/stats/index.js';
import { countsInterval, medianRates, skewInterval } from '../../src/stats/means.js';

const rounded = (interval: readonly number[], digits: number) => interval.map((end) => Number(end.toFixed(digits)));

test('Clopper-Pearson of 8/10 and 0/10 (statsmodels 0.13.5)', () => {
  expect(rounded(clopperPearsonInterval(8, 10, 0.95), 12)).toEqual([0.443904537692, 0.974789273673]);
  expect(rounded(clopperPearsonInterval(0, 10, 0.95), 12)).toEqual([0, 0.308497107819]);
});

describe('differences of paired proportions', () => {
  test('Tango: remission before and after consolidation therapy (Cavo 2012; R contingencytables), 16 lost, 6 gained of 161', () => {
    expect(rounded(tangoInterval(16, 6, 161, 0.95), 4)).toEqual([-0.124, -0.0054]);
  });

  test('Tango: airway hyper-responsiveness (Bentur 2009, in Fagerland, Lydersen and Laake 2014), 7 lost, 1 gained of 21', () => {
    expect(rounded(tangoInterval(7, 1, 21, 0.95), 3)).toEqual([-0.517, -0.026]);
  });

  test('Tango without discordant pairs is ±z²/(n + z²), by hand from its equation', () => {
    const z2 = 1.959963984540054 ** 2;
    const [low, high] = tangoInterval(0, 0, 10, 0.95);
    expect(high).toBeCloseTo(z2 / (10 + z2), 12);
    expect(low).toBeCloseTo(-z2 / (10 + z2), 12);
  });

  test('Tango where all pairs are lost, or all gained, ends at the edge', () => {
    expect(tangoInterval(4, 0, 4, 0.95)[0]).toBe(-1);
    expect(tangoInterval(0, 4, 4, 0.95)[1]).toBe(1);
  });
});

describe('means', () => {
  const d = Float64Array.of(0.5, -0.25, 1, 0.75);

  test('the cluster-robust error of units of one row is sd / √n', () => {
    // Mean 0.5, squares 0 + 0.5625 + 0.25 + 0.0625 = 0.875: sd² = 0.875 / 3.
    expect(clusterStandardError(unitSums(d, null))).toBeCloseTo(Math.sqrt(0.875 / 3 / 4), 15);
  });

  test('clusters: residuals are summed within each (Miller 2024), by hand', () => {
    // Clusters {0.5, -0.25} and {1, 0.75}: residual sums -0.75 and 0.75; G/(G-1) = 2.
    const units = unitSums(d, { ids: Int32Array.of(0, 0, 1, 1), count: 2 });
    expect(clusterStandardError(units)).toBeCloseTo(Math.sqrt(2 * (0.75 ** 2 + 0.75 ** 2)) / 4, 15);
  });

  test('the skew-corrected interval, by hand', () => {
    // Residuals 0, -0.75, 0.5, 0.25: squares 0.875 · 4/3, cubes -0.28125 · 16/6, t = 3.18245 with 3 degrees of freedom.
    const [variance, skew, t2] = [3.5 / 3, -0.75, 3.1824463052837078 ** 2];
    const shift = (t2 * skew) / (2 * variance);
    const half = Math.sqrt(shift ** 2 + t2 * variance);
    const [low, high] = skewInterval(residualsOf(unitSums(d, null)), 0.95);
    expect(low).toBeCloseTo(0.5 + (shift - half) / 4, 12);
    expect(high).toBeCloseTo(0.5 + (shift + half) / 4, 12);
  });

  test('where nothing varies it keeps a width: ±t² n/(n - 1) of n and as many (10 units, t = 2.26216), cut to the range', () => {
    const c = (2.262157162798205 ** 2 * 10) / 9;
    const { ci, standardError } = meanInterval(unitSums(new Float64Array(10), null), [-1, 0.2], 1, 0.95);
    expect(ci[0]).toBeCloseTo(-c / (10 + c), 12);
    expect(ci[1]).toBe(0.2);
    expect(standardError).toBeCloseTo(c / (10 + c) / 2.262157162798205, 12);
  });

  test('equal but for rounding is equal', () => {
    const close = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.3 : 0.1 + 0.2));
    const equal = new Float64Array(20).fill(0.3);
    const [interval, expected] = [close, equal].map((v) => meanInterval(unitSums(v, null), [-1, 1], 1, 0.95).ci);
    expect(interval![0]).toBeCloseTo(expected![0], 12);
    expect(interval![1]).toBeCloseTo(expected![1], 12);
  });

  test('a single unit tells next to nothing', () => {
    const { ci } = meanInterval(unitSums(Float64Array.of(0.2), null), [-1, 1], 1, 0.95);
    expect(ci[0]).toBeLessThan(-0.7);
    expect(ci[1]).toBe(1);
  });

  test('turned round, the interval is turned round; moved, it is moved', () => {
    const values = Float64Array.from({ length: 23 }, (_, i) => ((i * 7) % 23 > 15 ? -((i * 5) % 11) / 11 : 0));
    const interval = (v: Float64Array) => meanInterval(unitSums(v, null), [-Infinity, Infinity], 1, 0.95).ci;
    const [low, high] = interval(values);
    const turned = interval(values.map((v) => -v));
    const moved = interval(values.map((v) => v + 3));
    expect(turned[0]).toBeCloseTo(-high, 9);
    expect(turned[1]).toBeCloseTo(-low, 9);
    expect(moved[0]).toBeCloseTo(low + 3, 9);
    expect(moved[1]).toBeCloseTo(high + 3, 9);
  });
});

interface Golden {
  readonly reference: string;
  readonly cases: readonly (Paired | Share | MeanCase)[];
}
interface Paired {
  readonly kind: 'paired';
  readonly lost: number;
  readonly gained: number;
  readonly n: number;
  readonly ci: readonly number[];
}
interface Share {
  readonly kind: 'proportion';
  readonly k: number;
  readonly n: number;
  readonly ci: readonly number[];
}
interface MeanCase {
  readonly kind: 'mean';
  readonly name: string;
  readonly sums: readonly number[];
  readonly sizes: readonly number[];
  readonly strata: readonly number[];
  readonly mean: number;
  readonly variance: number;
  readonly skew: number;
  readonly df: number;
  readonly correction: number;
  readonly counts: readonly number[];
  readonly ci: readonly number[];
}

const file = new URL('../golden/intervals.json', import.meta.url);
const { reference, cases } = JSON.parse(readFileSync(file, 'utf8')) as Golden;

/** The reference's ends come from searches, good to about 1e-8. */
function expectEnds(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((end, i) => expect(end).toBeCloseTo(expected[i]!, 7));
}

describe(`intervals, literally: ${reference}`, () => {
  test('paired proportions and single ones', () => {
    for (const one of cases) {
      if (one.kind === 'paired') expectEnds(pairedProportionInterval(one.lost, one.gained, one.n, 0.95).ci, one.ci);
      if (one.kind === 'proportion') expectEnds(proportionInterval(one.k, one.n, 0.95), one.ci);
    }
  });

  test.each(cases.flatMap((one) => (one.kind === 'mean' ? [[one.name, one] as const] : [])))('means: %s', (_, one) => {
    const [sums, sizes] = [Float64Array.from(one.sums), Float64Array.from(one.sizes)];
    const count = new Set(one.strata).size;
    const strata = count === 1 ? null : { ids: Int32Array.from(one.strata), count };
    const units = { sums, sizes, strata };
    const found = residualsOf(units);
    for (const key of ['mean', 'variance', 'skew', 'df', 'correction'] as const) {
      expect(Math.abs(found[key] - one[key])).toBeLessThan(1e-9 * Math.max(1, Math.abs(one[key])));
    }
    expectEnds(countsInterval(units, found, medianRates(units), 1, 0.95), one.counts);
    expectEnds(meanInterval(units, [-Infinity, Infinity], 1, 0.95).ci, one.ci);
    // Of summed statistics whose value is the mean: the same, where the bootstrap does not reach further.
    const rows = one.sizes.reduce((sum, size) => sum + size, 0);
    const effects = sums.map((sum) => (sum * sums.length) / rows);
    const resampled = new Float64Array(10).fill(one.mean);
    const own = { value: one.mean, resampled, pulls: effects, effects, sizes, strata };
    const spec = { ...own, span: 1, range: [-Infinity, Infinity] as const, confidence: 0.95 };
    expectEnds(summedInterval(spec).ci, one.ci);
    const wide = summedInterval({
      ...spec,
      resampled: Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? -50 : 60)),
    }).ci;
    expect(wide[0]).toBe(-50);
    expect(wide[1]).toBe(60);
  });
});

test.each([
  [7, 0.40223700976922],
  [8, 0.4692765113974232],
  [9, 0.5045699812795948],
  [127, 0.502095315389838],
  [128, 0.503972063924678],
  [129, 0.5046442482771337],
  [1000, 0.5001764122893955],
  [1319, 0.49918737428345805],
  [10007, 0.49959022737602016],
])('the mean of %i numbers has the bits of numpy 2.4.6', (n, expected) => {
  expect(mean(Float64Array.from({ length: n }, (_, i) => ((i * 7919) % 1009) / 1009))).toBe(expected);
});

describe("Fisher's exact test, one-sided", () => {
  test('the lady tasting tea, and a table counted out', () => {
    // 3 of 4 cups right: (16 + 1) / 70 (Fisher 1935).
    expect(fisherGreater(3, 4, 4, 8)).toBeCloseTo(17 / 70, 14);
    // [[8, 2], [1, 5]]: (C(9,8) C(7,2) + C(9,9) C(7,1)) / C(16,10) = 196 / 8008.
    expect(fisherGreater(8, 10, 9, 16)).toBeCloseTo(196 / 8008, 14);
  });

  test('what must happen has probability 1, and tails keep their digits', () => {
    expect(fisherGreater(0, 5, 3, 20)).toBe(1);
    expect(fisherGreater(3, 5, 3, 5)).toBe(1);
    // All 20 hits in a group of 20 of 100: 1 / C(100,20).
    expect(fisherGreater(20, 20, 20, 100) * 5.359833704038052e20).toBeCloseTo(1, 11);
  });
});
