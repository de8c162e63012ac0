import {
  betaQuantile,
  binomialCdf,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
  tSurvival,
} from '../../src/stats/index.js';

/** scipy 1.17.1 (Boost); scipy 1.12's t.ppf, which the shared oracles hold, is good to 1e-8 only. */
test.each<[string, number, number]>([
  ['normal cdf at -30', normalCdf(-30), 4.906713927148187e-198],
  ['normal quantile of 1e-300', normalQuantile(1e-300), -37.0470962993612],
  ['normal quantile of .975', normalQuantile(0.975), 1.959963984540054],
  ['t quantile of .0005 with 100 df', tQuantile(0.0005, 100), -3.3904913111642294],
  ['t quantile of 1e-12 with 3 df', tQuantile(1e-12, 3), -10331.108244292487],
  ['t quantile of 1e-12 with 1 df', tQuantile(1e-12, 1), -318309886183.7907],
  ['t survival at 50 with 10 df', tSurvival(50, 10), 1.23715516465134e-13],
  ['t survival near 0 with 7 df', tSurvival(1e-5, 7), 0.49999615008549175],
  ['beta quantile of 1e-10', betaQuantile(1e-10, 2, 1e6), 1.4142195219633886e-11],
  ['beta quantile of .025', betaQuantile(0.025, 1, 1e6), 2.5317807663794178e-8],
  ['binomial cdf of 1 in 400', binomialCdf(1, 400, 0.5), 1.5529093578545766e-118],
  ['binomial cdf of a million trials', binomialCdf(497_500, 1_000_000, 0.5), 2.8812708188715174e-7],
])('%s', (_, actual, expected) => {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);
});

test('closed forms: t with 1 df is Cauchy, a beta(1, b) quantile is 1 - (1 - p)^(1/b), the ends of a binomial', () => {
  expect(tCdf(1, 1)).toBeCloseTo(0.75, 15);
  expect(tQuantile(0.75, 1)).toBeCloseTo(1, 14);
  expect(betaQuantile(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 0.25, 15);
  expect(binomialCdf(-1, 5, 0.3)).toBe(0);
  expect(binomialCdf(5, 5, 0.3)).toBe(1);
  expect(binomialCdf(0, 5, 0)).toBe(1);
  expect(binomialCdf(4, 5, 1)).toBe(0);
  expect(normalQuantile(0.5)).toBe(0);
  expect(tQuantile(0.5, 3)).toBe(0);
});
