import { betaQuantile, binomialCdf, normalQuantile } from './distributions.js';

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

/**
 * McNemar's exact test of paired yes/no outcomes, two-sided: the binomial test of the discordant pairs at 1/2 (as
 * statsmodels `mcnemar(exact=True)`); 1 where no pair is discordant.
 * @param lost pairs that only the first model got right
 * @param gained pairs that only the second got right
 */
export function mcnemarExact(lost: number, gained: number): number {
  if (lost === gained) return 1;
  return Math.min(1, 2 * binomialCdf(Math.min(lost, gained), lost + gained, 0.5));
}

/**
 * Tango's score interval for the difference of two paired proportions (Tango 1998, Statistics in Medicine 17:891-908):
 * the differences that a score test does not reject. It needs no discordant pair to have a width.
 * @param lost pairs right before and wrong after; @param gained the other way round
 * @param n all pairs, at least 1
 * @returns the interval of (gained - lost) / n, within -1 to 1
 */
export function tangoInterval(lost: number, gained: number, n: number, confidence: number): Bounds {
  const z = normalQuantile((1 + confidence) / 2);
  const difference = (gained - lost) / n;
  const excess = (delta: number) => tangoStatistic(lost, gained, n, delta);
  return [
    gained - lost === -n ? -1 : crossing((delta) => excess(delta) > z, -1, difference),
    gained - lost === n ? 1 : crossing((delta) => excess(delta) >= -z, difference, 1),
  ];
}

/** The score statistic at a hypothetical difference; it falls as `delta` rises. */
function tangoStatistic(lost: number, gained: number, n: number, delta: number): number {
  const numerator = gained - lost - n * delta;
  if (numerator === 0) return 0;
  // The chance of a loss that is most likely when the true difference is delta.
  const b = (2 * n + lost - gained) * delta - lost - gained;
  const c = -lost * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 8 * n * c));
  const loss = Math.max(0, b > 0 ? (-2 * c) / (b + root) : (root - b) / (4 * n));
  const variance = n * (2 * loss + delta * (1 - delta));
  return variance <= 0 ? Math.sign(numerator) * Infinity : numerator / Math.sqrt(variance);
}

/** The point between low and high where a condition that holds at low stops holding. */
function crossing(holds: (x: number) => boolean, low: number, high: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
