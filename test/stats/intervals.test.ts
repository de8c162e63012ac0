import {
  bonettPriceInterval,
  clopperPearsonInterval,
  clusterStandardError,
  differenceInterval,
  fisherGreater,
  jackknifeInterval,
  mean,
  meanInterval,
  pairedProportionInterval,
  tangoInterval,
  unitSums,
  wilsonInterval,
} from '../../src/stats/index.js';

const rounded = (interval: readonly number[], digits: number) => interval.map((end) => Number(end.toFixed(digits)));

test('Wilson and Clopper-Pearson of 8/10 and 0/10 (statsmodels 0.13.5)', () => {
  expect(rounded(wilsonInterval(8, 10, 0.95), 12)).toEqual([0.490162471537, 0.943317848546]);
  expect(rounded(wilsonInterval(0, 10, 0.95), 12)).toEqual([0, 0.277532799863]);
  expect(rounded(clopperPearsonInterval(8, 10, 0.95), 12)).toEqual([0.443904537692, 0.974789273673]);
  expect(rounded(clopperPearsonInterval(0, 10, 0.95), 12)).toEqual([0, 0.308497107819]);
  expect(wilsonInterval(10, 10, 0.95)[1]).toBe(1);
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

  test('Bonett and Price on the same data (R contingencytables)', () => {
    expect(rounded(bonettPriceInterval(16, 6, 161, 0.95), 4)).toEqual([-0.1195, -0.0032]);
  });

  test('the reported interval reaches as far as either', () => {
    expect(rounded(pairedProportionInterval(16, 6, 161, 0.95), 4)).toEqual([-0.124, -0.0032]);
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

  test('a difference interval, by hand: two pseudo-units of ±1 join the four', () => {
    // Pulled centre 2 / 6 = 1/3; squares (1/6)² + (-7/12)² + (2/3)² + (5/12)² + (2/3)² + (-4/3)² = 3.20833.
    const { ci, standardError } = differenceInterval(unitSums(d, null), 1, Infinity, 0.95);
    const squares = 1 / 36 + 49 / 144 + 4 / 9 + 25 / 144 + 4 / 9 + 16 / 9;
    expect(standardError).toBeCloseTo(Math.sqrt(squares / 5 / 6), 15);
    const half = 3.1824463052837078 * standardError; // t, 3 df
    expect(ci[0]).toBeCloseTo(1 / 3 - half, 12);
    expect(ci[1]).toBeCloseTo(0.5 + half, 12);
  });

  test('a difference interval keeps a width where nothing differs, and for a single unit', () => {
    const none = differenceInterval(unitSums(new Float64Array(10), null), 1, 1, 0.95);
    expect(none.standardError).toBeCloseTo(Math.sqrt(2 / 11 / 12), 15);
    expect(none.ci[1]).toBeCloseTo(2.262157162798205 * Math.sqrt(2 / 11 / 12), 12);
    expect(none.ci[0]).toBe(-none.ci[1]);
    expect(differenceInterval(unitSums(Float64Array.of(0.2), null), 1, 1, 0.95).ci).toEqual([-1, 1]);
  });

  test('a mean interval keeps a width where all scores are equal, and stays in the range', () => {
    const { ci } = meanInterval(unitSums(new Float64Array(20).fill(1), null), [0, 1], 1, 0.95);
    expect(ci[1]).toBe(1);
    expect(ci[0]).toBeGreaterThan(0.7);
    expect(ci[0]).toBeLessThan(0.9);
    const open = meanInterval(unitSums(new Float64Array(20).fill(7), null), [-Infinity, Infinity], 7, 0.95).ci;
    expect(open[0]).toBeLessThan(7);
    expect(open[1]).toBeGreaterThan(7);
  });

  test('the jackknife of a mean is the interval of its residuals', () => {
    const spec = { pulls: Float64Array.of(0, -0.75, 0.5, 0.25), sizes: d, span: 1, towards: 0, confidence: 0.95 };
    const { standardError } = jackknifeInterval({ ...spec, value: 0.5, range: [-1, 1] });
    // (0.875 + 2 · 1²) over 6 · 5.
    expect(standardError).toBeCloseTo(Math.sqrt(2.875 / 30), 15);
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
