import { betaQuantile, normalQuantile } from './distributions.js';

export type Bounds = readonly [lower: number, upper: number];

/**
 * Wilson's score interval for a proportion (Wilson 1927; statsmodels `proportion_confint(method="wilson")`).
 * @param successes 0 <= successes <= n
 * @param n at least 1
 * @param confidence 0-1, such as 0.95
 */
export function wilsonInterval(successes: number, n: number, confidence: number): Bounds {
  const z = normalQuantile((1 + confidence) / 2);
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [successes === 0 ? 0 : (centre - half) / scale, successes === n ? 1 : (centre + half) / scale];
}

/**
 * The exact interval of Clopper and Pearson (1934) for a proportion, from beta quantiles.
 * @param successes 0 <= successes <= n
 * @param n at least 1
 */
export function clopperPearsonInterval(successes: number, n: number, confidence: number): Bounds {
  const tail = (1 - confidence) / 2;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  ];
}
