import { binomialCdf, normalQuantile } from './distributions.js';
import type { Bounds } from './proportions.js';

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
  return tangoBounds(lost, gained, n, normalQuantile((1 + confidence) / 2) ** 2);
}

/**
 * Tango's interval at any critical value.
 * @param lost need not be a whole number, as `gained` and `n`; lost + gained <= n
 * @param critical what the square of the score statistic may reach
 */
export function tangoBounds(lost: number, gained: number, n: number, critical: number): Bounds {
  const difference = (gained - lost) / n;
  const far = (delta: number) => tangoStatistic(lost, gained, n, delta) > critical;
  return [
    lost - gained >= n ? -1 : crossing(far, -1, difference),
    gained - lost >= n ? 1 : crossing((delta) => !far(delta), difference, 1),
  ];
}

/** The square of the score statistic at a hypothetical difference. */
function tangoStatistic(lost: number, gained: number, n: number, delta: number): number {
  const numerator = gained - lost - n * delta;
  if (numerator === 0) return 0;
  // The chance of a loss that is most likely when the true difference is delta.
  const b = (2 * n + lost - gained) * delta - lost - gained;
  const c = -lost * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 8 * n * c));
  const loss = Math.max(0, b > 0 ? (-2 * c) / (b + root) : (root - b) / (4 * n));
  const variance = n * (2 * loss + delta * (1 - delta));
  return variance <= 0 ? Infinity : (numerator * numerator) / variance;
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
