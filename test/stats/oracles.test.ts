import { readFileSync } from 'node:fs';
import {
  agrestiCoullInterval,
  betaQuantile,
  binomialCdf,
  clopperPearsonInterval,
  clusterStandardError,
  holm,
  mcnemarExact,
  mean,
  normalCdf,
  normalQuantile,
  sortedQuantile,
  tQuantile,
  tSurvival,
  unitSums,
} from '../../src/stats/index.js';
import { describeShared, shared } from '../shared.js';

type Case = { id: string; type: string } & Record<string, never>;

/** Values of scipy 1.12.0, statsmodels 0.15.0 and numpy 1.26.4. */
function casesOf(type: string): Case[] {
  const { cases } = JSON.parse(readFileSync(shared('oracles', 'stats.json'), 'utf8')) as { cases: Case[] };
  const found = cases.filter((one) => one.type === type);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** Relative 1e-9, as the oracles suggest for special functions; scipy rounds to 0 what a double can't hold in full. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-300);
}

describeShared('scipy, statsmodels and numpy', () => {
  test('McNemar exact', () => {
    for (const { b, c, expected } of casesOf('mcnemar') as unknown as McNemar[]) {
      expectClose(mcnemarExact(b, c), expected.exact_p);
      expectClose(mcnemarExact(c, b), expected.exact_p);
    }
  });

  test('Agresti-Coull and Clopper-Pearson', () => {
    for (const { k, n, alpha, expected } of casesOf('proportion_ci') as unknown as Proportion[]) {
      // statsmodels leaves rounding of 1 ulp at the ends, where the interval is exactly 0 or 1.
      const z2 = normalQuantile(1 - alpha / 2) ** 2;
      agrestiCoullInterval(k, n, z2).forEach((end, i) => expect(end).toBeCloseTo(expected.agresti_coull[i]!, 12));
      clopperPearsonInterval(k, n, 1 - alpha).forEach((end, i) => expectClose(end, expected.clopper_pearson[i]!));
    }
  });

  test('special functions', () => {
    const functions: Record<string, (...args: never[]) => number> = {
      norm_ppf: normalQuantile,
      norm_cdf: normalCdf,
      t_ppf: tQuantile,
      t_sf: tSurvival,
      beta_ppf: betaQuantile,
      binom_cdf: binomialCdf,
      numpy_percentile_linear: (values: number[], q: number) =>
        sortedQuantile(
          [...values].sort((a, b) => a - b),
          q,
        ),
    };
    const cases = (casesOf('special') as unknown as Special[]).filter(({ fn }) => fn !== 'chi2_sf'); // not used here
    expect(cases).toHaveLength(70);
    for (const { fn, args, expected } of cases) {
      const actual = functions[fn]!(...args);
      // scipy 1.12's t.ppf itself is off by up to 3e-9 (distributions.test.ts holds 1.17's values to 1e-12).
      if (fn === 't_ppf') expect(Math.abs(actual / expected - 1)).toBeLessThan(3e-9);
      else expectClose(actual, expected);
    }
  });

  test('paired t', () => {
    for (const { x, y, confidence, expected } of casesOf('paired_t') as unknown as PairedT[]) {
      if (typeof expected.t === 'string') continue; // all differences equal: NaN there
      const d = Float64Array.from(x, (value, i) => value - y[i]!);
      const se = clusterStandardError(unitSums(d, null));
      const half = tQuantile((1 + confidence) / 2, d.length - 1) * se;
      expect(mean(d)).toBeCloseTo(expected.mean_diff, 14);
      expectClose(se, expected.sd_diff / Math.sqrt(d.length));
      expectClose(2 * tSurvival(Math.abs(expected.t), expected.df), expected.p);
      expect(mean(d) - half).toBeCloseTo(expected.ci[0]!, 9);
      expect(mean(d) + half).toBeCloseTo(expected.ci[1]!, 9);
    }
  });

  test('binomial tests and exact intervals', () => {
    for (const { k, n, p0, expected } of casesOf('binomtest') as unknown as BinomTest[]) {
      expectClose(binomialCdf(k, n, p0), expected.less.p);
      expectClose(binomialCdf(n - k, n, 1 - p0), expected.greater.p);
      clopperPearsonInterval(k, n, 0.95).forEach((end, i) => expectClose(end, expected['two-sided'].ci_exact95[i]!));
      // McNemar's exact test is the two-sided one of a fair coin.
      if (p0 === 0.5) expectClose(mcnemarExact(k, n - k), expected['two-sided'].p);
    }
  });

  test('Holm', () => {
    for (const { p, expected } of casesOf('multiple_tests') as unknown as Multiple[]) {
      holm(p).forEach((adjusted, i) => expect(adjusted).toBeCloseTo(expected.holm.adjusted[i]!, 12));
    }
  });

  test('cluster-robust standard error of a mean', () => {
    for (const { values, groups, expected } of casesOf('cluster_se_mean') as unknown as Cluster[]) {
      const names = [...new Set(groups)];
      const ids = Int32Array.from(groups, (group) => names.indexOf(group));
      const se = clusterStandardError(unitSums(Float64Array.from(values), { ids, count: names.length }));
      expect(mean(values)).toBeCloseTo(expected.mean, 14);
      expectClose(se, expected.corrected.se);
      const half = tQuantile(0.975, names.length - 1) * se;
      expect(expected.mean - half).toBeCloseTo(expected.corrected.ci95_t[0]!, 9);
      expect(expected.mean + half).toBeCloseTo(expected.corrected.ci95_t[1]!, 9);
    }
  });
});

interface McNemar {
  b: number;
  c: number;
  expected: { exact_p: number };
}
interface Proportion {
  k: number;
  n: number;
  alpha: number;
  expected: { clopper_pearson: number[]; agresti_coull: number[] };
}
interface Special {
  fn: string;
  args: never[];
  expected: number;
}
interface PairedT {
  x: number[];
  y: number[];
  confidence: number;
  expected: { mean_diff: number; sd_diff: number; t: number | string; df: number; p: number; ci: number[] };
}
interface BinomTest {
  k: number;
  n: number;
  p0: number;
  expected: { 'two-sided': { p: number; ci_exact95: number[] }; less: { p: number }; greater: { p: number } };
}
interface Multiple {
  p: number[];
  expected: { holm: { adjusted: number[] } };
}
interface Cluster {
  values: number[];
  groups: string[];
  expected: { mean: number; corrected: { se: number; ci95_t: number[] } };
}
