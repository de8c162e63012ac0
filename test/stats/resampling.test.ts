import {
  bootstrapValues,
  expandedPercentileInterval,
  holm,
  influences,
  mcnemarExact,
  minimumDetectableEffect,
  Random,
  signFlipTest,
  sortedQuantile,
  swapTest,
  unitsNeeded,
  type UnitStatistics,
} from '../../src/stats/index.js';
import { xoshiro } from '../../src/stats/xoshiro.js';

/** One column per value of each row; zeros are left out, as in a metric's statistics. */
function statistics(rows: readonly (readonly number[])[], sizes = rows.map(() => 1)): UnitStatistics {
  const offsets = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    row.forEach((value, column) => {
      if (value === 0) return;
      indices.push(column);
      values.push(value);
    });
    offsets.push(indices.length);
  }
  return {
    columns: rows[0]!.length,
    offsets: Int32Array.from(offsets),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    sizes: Float64Array.from(sizes),
  };
}

const meanOf = (sum: Float64Array, weight: number) => sum[0]! / weight;

function moments(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe('sign-flip test', () => {
  test('exact for few units: scipy 1.17.1 permutation_test (samples, all resamples)', () => {
    expect(signFlipTest(Float64Array.of(0.5, -0.25, 1, 0.75, 0.1, -0.3, 0.6), 100, 'a')).toBe(0.125);
  });

  test('by hand: of the eight signs of 1, 2, 4 only all plus and all minus reach 7', () => {
    expect(signFlipTest(Float64Array.of(1, 2, 4), 100, 'a')).toBe(0.25);
    expect(signFlipTest(Float64Array.of(1, 2, -3), 100, 'a')).toBe(1);
  });

  test('differences of one size make it McNemar, whatever does not differ', () => {
    const d = (lost: number, gained: number) =>
      Float64Array.from({ length: 50 }, (_, i) => (i < lost ? -0.1 : i < lost + gained ? 0.1 : 0));
    expect(signFlipTest(d(9, 1), 100, 'a')).toBeCloseTo(0.021484375, 12);
    expect(signFlipTest(d(2, 14), 100, 'a')).toBeCloseTo(mcnemarExact(2, 14), 12);
    const p = mcnemarExact(9, 25); // 0.0090
    expect(Math.abs(signFlipTest(d(9, 25), 100_000, 'b') - p)).toBeLessThan(4 * Math.sqrt(p / 100_000));
  });

  test('nothing differs: p is 1; a sampled p is never 0', () => {
    expect(signFlipTest(new Float64Array(30), 100, 'a')).toBe(1);
    expect(signFlipTest(new Float64Array(40).fill(1), 999, 'a')).toBe(1 / 1000);
  });
});

describe('swap randomisation', () => {
  const candidate = [[1], [0], [0], [0], [1], [0], [0], [0]];
  const base = [[1], [1], [1], [1], [0], [1], [0], [1]];

  test('of a mean it is McNemar: 5 lost, 1 gained', () => {
    expect(swapTest(statistics(candidate), statistics(base), meanOf, 1000, 'a')).toBeCloseTo(mcnemarExact(5, 1), 14);
  });

  test('sampled it comes near the exact one, dense or sparse', () => {
    const wide = (rows: number[][]) => rows.map(([x]) => [x!, ...new Array<number>(40).fill(0)]);
    const many = (rows: number[][]) => Array.from({ length: 5 }, () => rows).flat();
    const exact = mcnemarExact(25, 5);
    for (const rows of [many, (r: number[][]) => wide(many(r))]) {
      const p = swapTest(statistics(rows(candidate)), statistics(rows(base)), meanOf, 100_000, 'a')!;
      expect(Math.abs(p - exact)).toBeLessThan(4 * Math.sqrt(exact / 100_000) + 1e-5);
    }
  });

  test('equal models: p is 1; an undefined value: null', () => {
    expect(swapTest(statistics(base), statistics(base), meanOf, 1000, 'a')).toBe(1);
    expect(swapTest(statistics(candidate), statistics(base), () => null, 1000, 'a')).toBeNull();
  });
});

describe('bootstrap', () => {
  // Each way of drawing has rows of its own: the number of units, of distinct rows and of filled columns decides.
  const ways: readonly [string, number, (i: number) => number[]][] = [
    ['few units, drawn one by one', 10, (i) => [i % 7, 0]],
    ['few kinds of units, drawn by kind', 203, (i) => [i % 4, i % 2]],
    ['whole numbers, packed and drawn by blocks', 203, (i) => [(i * i) % 97, i % 11]],
    ['columns that others tell, but for some units', 203, (i) => [i % 97, Math.max(0, (i % 97) - 3), i, 203 + i]],
    ['large numbers, too long to share a double', 203, (i) => [i * 2 ** 40, (203 - i) * 2 ** 40]],
    ['fractions, drawn by blocks', 203, (i) => [Math.sqrt(i), -i / 3]],
    ['sparse, drawn one by one', 203, (i) => Array.from({ length: 90 }, (_, c) => (c === i % 90 || c === 0 ? i : 0))],
  ];

  // Means and variances of a resampled mean are those of the sample, divided by n for the variance.
  test.each(ways)('%s: the moments of the mean', (_, units, row) => {
    const rows = Array.from({ length: units }, (__, i) => row(i));
    const resamples = 20_000;
    const [values, twice] = bootstrapValues(
      [statistics(rows), statistics(rows.map(([x, ...rest]) => [2 * x!, ...rest]))],
      meanOf,
      resamples,
      'seed',
    );
    const sample = moments(Float64Array.from(rows, ([x]) => x!));
    const resampled = moments(values!);
    const error = Math.sqrt(sample.variance / units / resamples);
    expect(Math.abs(resampled.mean - sample.mean)).toBeLessThan(4 * error);
    expect(Math.abs(resampled.variance / (sample.variance / units) - 1)).toBeLessThan(4 * Math.sqrt(2 / resamples));
    // Both sides see the same units: the second is always twice the first.
    values!.forEach((value, r) => expect(twice![r]! / value).toBeCloseTo(2, 12));
  });

  // A column that is another's multiple on every row has its multiple in every sum, whatever was packed with what.
  test.each(ways)('%s: all columns and the sizes are of the same units', (_, units, row) => {
    const rows = Array.from({ length: units }, (__, i) => row(i));
    const sizes = rows.map((__, i) => 1 + (i % 3));
    const copies = rows.map((own, i) => [...own, ...own.map((x) => 3 * x), 5 * sizes[i]!]);
    const width = rows[0]!.length;
    bootstrapValues(
      [statistics(copies, sizes), statistics(copies, sizes)],
      (sum, weight) => {
        for (let c = 0; c < width; c++)
          expect(sum[width + c]! - 3 * sum[c]!).toBeCloseTo(0, sum[c]! > 2 ** 40 ? -4 : 6);
        expect(sum[2 * width]).toBe(5 * weight);
        return null;
      },
      200,
      'seed',
    );
  });

  // Of 203 draws a unit gets k with the binomial probability C(203, k) (1/203)^k (202/203)^(203-k).
  test.each(ways.slice(1))('%s: a unit is drawn a binomial number of times', (_, units, row) => {
    const tail = [0.366972, 0.368788, 0.184394, 0.06116, 0.018686]; // 0, 1, 2, 3, more
    for (const marked of [0, 100, units - 1]) {
      const rows = Array.from({ length: units }, (__, i) => [i === marked ? 1 : 0, ...row(i)]);
      const counts = new Float64Array(tail.length);
      const resamples = 5000;
      const [times] = bootstrapValues([statistics(rows)], (sum) => sum[0]!, resamples, 'seed');
      for (const k of times!) counts[Math.min(k, 4)]! += 1;
      const chi2 = tail.reduce((sum, p, k) => sum + (counts[k]! - p * resamples) ** 2 / (p * resamples), 0);
      expect(chi2).toBeLessThan(23.5); // 4 degrees of freedom: one in 10,000
    }
  });

  test.each(ways)('%s: every resample draws as many rows as there are', (_, units, row) => {
    const rows = statistics(Array.from({ length: units }, (__, i) => row(i)));
    const [weights] = bootstrapValues([rows], (__, weight) => weight, 5000, 'seed');
    expect(new Set(weights)).toEqual(new Set([units]));
  });

  test('in strata each is drawn from as often as it has units, and only the spread within them is left', () => {
    // Strata of 40, 15 and 5 units, their rows mixed; one column counts each stratum's rows.
    const ids = Int32Array.from({ length: 60 }, (_, i) => (i % 12 === 0 ? 2 : i % 4 === 1 ? 1 : 0));
    const rows = Array.from(ids, (s, i) => [100 * s + ((i * i) % 7), ...[0, 1, 2].map((t) => (t === s ? 1 : 0))]);
    const resamples = 20_000;
    const strata = { ids, count: 3 };
    const [values] = bootstrapValues(
      [statistics(rows)],
      (sum, weight) => {
        expect([...sum.slice(1), weight]).toEqual([40, 15, 5, 60]);
        return meanOf(sum, weight);
      },
      resamples,
      'seed',
      strata,
    );
    const variance = [0, 1, 2].reduce((total, s) => {
      const own = moments(Float64Array.from(rows.flatMap(([x], i) => (ids[i] === s ? [x!] : []))));
      return total + (own.variance * [40, 15, 5][s]!) / 60 ** 2;
    }, 0);
    const found = moments(values!);
    const { mean } = moments(Float64Array.from(rows, ([x]) => x!));
    expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / resamples));
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / resamples));
  });

  test('the same seed gives the same values, another one others', () => {
    const rows = statistics(Array.from({ length: 100 }, (_, i) => [i]));
    const run = (seed: string) => bootstrapValues([rows], meanOf, 50, seed)[0];
    expect(run('a')).toEqual(run('a'));
    expect(run('a')).not.toEqual(run('b'));
  });

  test('expanded percentiles: with 10 units the 2.5% quantile is taken at Φ(-t √(10/9)) = 0.85%', () => {
    // t(.975, 9 df) = 2.262157, times √(10/9) = 2.384523; Φ(-2.384523) = 0.0085504 (tables of the normal).
    const values = Float64Array.from({ length: 10_001 }, (_, i) => (i * 7919) % 10_001);
    const [low, high] = expandedPercentileInterval(values, { df: 9, correction: 10 / 9 }, 0.95)!;
    expect(low).toBeCloseTo(85.504, 1);
    expect(high).toBeCloseTo(10_000 - 85.504, 1);
    expect(expandedPercentileInterval(Float64Array.of(NaN, NaN), { df: 9, correction: 10 / 9 }, 0.95)).toBeNull();
    const [least] = expandedPercentileInterval(Float64Array.of(3, NaN, 1), { df: 1, correction: 1 }, 0.95)!;
    expect(least).toBeCloseTo(1, 9);
  });

  test('influences of a mean are the residuals', () => {
    expect([...influences(statistics([[1], [2], [6]]), meanOf)]).toEqual([-2, -1, 3]);
  });
});

test('quantiles interpolate as numpy does', () => {
  expect(sortedQuantile([1, 2, 4, 8], 0.5)).toBe(3);
  expect(sortedQuantile([1, 2, 4, 8], 0.9)).toBeCloseTo(6.8, 12);
  expect(sortedQuantile([5], 0.3)).toBe(5);
});

test('Holm, by hand and as statsmodels has it', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([])).toEqual([]);
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
});

describe('power', () => {
  test('Miller (2024): variance 1/9, 969 questions find a difference of 3 points', () => {
    expect(minimumDetectableEffect(1 / 3 / Math.sqrt(969), 969, 0.95)).toBeCloseTo(0.03, 4);
    const mde = minimumDetectableEffect(1 / 3 / Math.sqrt(100), 100, 0.95);
    expect(unitsNeeded({ mde, units: 100, drop: 0.03, limit: 0, confidence: 0.95 })).toBe(969);
  });

  test('few units need a larger effect: t for z (2.2622 + 0.8834 with 9 df)', () => {
    expect(minimumDetectableEffect(1, 10, 0.95)).toBeCloseTo(3.1456, 3);
  });

  test('a drop just beyond the limit takes many more units, one within it never settles', () => {
    const spec = { mde: 0.05, units: 400, confidence: 0.95 };
    const plenty = unitsNeeded({ ...spec, drop: 0.025, limit: 0.02 })!;
    // Beyond the limit with 80%: 0.8416 sd / (0.005 √n) = 1, with sd = 0.05 √400 / 2.8082.
    expect(plenty).toBeGreaterThan(3500);
    expect(plenty).toBeLessThan(3650);
    expect(unitsNeeded({ ...spec, drop: 0.05, limit: 0 })!).toBeGreaterThan(395);
    expect(unitsNeeded({ ...spec, drop: 0.02, limit: 0.02 })).toBeNull();
    expect(unitsNeeded({ ...spec, drop: -0.1, limit: 0.02 })).toBeNull();
  });
});

test('random bits are those of xoshiro128starstar.c 1.1 with the state 1, 2, 3, 4', () => {
  const state = Uint32Array.of(1, 2, 3, 4);
  const bits = new Uint32Array(6);
  xoshiro(state, bits, bits.length);
  const next = new Uint32Array(4);
  xoshiro(state, next, next.length);
  expect([...bits]).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  expect([...next]).toEqual([1287239034, 3734860849, 3729100597, 4258142804]);
});

test('random bits: even, independent of neighbours, and the same for the same text', () => {
  const random = new Random('key');
  const cells = new Float64Array(256);
  const draws = 256_000;
  let previous = random.below(16);
  for (let i = 0; i < draws; i++) {
    const next = random.below(16);
    cells[previous * 16 + next]! += 1;
    previous = next;
  }
  const chi2 = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // 255 degrees of freedom: mean 255, sd 22.6.
  expect(Math.abs(chi2 - 255)).toBeLessThan(4 * 22.6);
  const first = (key: string) =>
    Array.from(
      { length: 3 },
      (
        (r) => () =>
          r.uint32()
      )(new Random(key)),
    );
  expect(first('key')).toEqual(first('key'));
  expect(first('key')).not.toEqual(first('kez'));
});
