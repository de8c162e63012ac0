import { binomialTerm, incompleteBeta } from './special.js';

const SQRT_2PI = 2.5066282746310002;

/** The normal density at x. */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_2PI;
}

/** P(Z <= x) of the standard normal, accurate to about 1e-14 relative far into both tails. */
export function normalCdf(x: number): number {
  if (x > 0) return 1 - normalCdf(-x);
  return x > -2 ? 0.5 - centralArea(-x) : tailArea(-x);
}

/** P(0 < Z < x): the Taylor series whose terms are all positive. */
function centralArea(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; term > sum * 1e-17; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return sum * normalDensity(x);
}

/** P(Z > x) for x >= 2: Laplace's continued fraction, from its far end. */
function tailArea(x: number): number {
  let fraction = x;
  for (let k = 200; k >= 1; k--) fraction = x + k / fraction;
  return normalDensity(x) / fraction;
}

/** The x with P(Z <= x) = p, for 0 < p < 1; ∓Infinity at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  // A rough start in the tail, then Halley's method on the cdf, which is accurate relative to p.
  const r = Math.sqrt(-2 * Math.log(p));
  let x = p === 0.5 ? 0 : -(r - (2.30753 + 0.27061 * r) / (1 + 0.99229 * r + 0.04481 * r * r));
  for (let i = 0; i < 6; i++) {
    const step = (normalCdf(x) - p) / normalDensity(x);
    const next = x - step / (1 + (x * step) / 2);
    if (Math.abs(next - x) <= 1e-16 * Math.abs(x)) return next;
    x = next;
  }
  return x;
}

/** P(T > t) of Student's t with `df` > 0 degrees of freedom. */
export function tSurvival(t: number, df: number): number {
  if (t < 0) return 1 - tSurvival(-t, df);
  const total = df + t * t;
  return 0.5 * incompleteBeta(df / 2, 0.5, df / total, (t * t) / total);
}

/** P(T <= t) of Student's t with `df` > 0 degrees of freedom. */
export function tCdf(t: number, df: number): number {
  return tSurvival(-t, df);
}

/** Quantiles of t by p and degrees of freedom: intervals of one sample ask for the same few again and again. */
const known = new Map<number, Map<number, number>>();
const MOST_KNOWN = 1000;

/** The t with P(T <= t) = p, for 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  const own = known.get(p) ?? new Map<number, number>();
  const quantile = own.get(df) ?? (p > 0.5 ? -lowerQuantile(1 - p, df) : lowerQuantile(p, df));
  if (own.size > MOST_KNOWN) own.clear();
  if (known.size > MOST_KNOWN) known.clear();
  known.set(p, own.set(df, quantile));
  return quantile;
}

function lowerQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  let low = -1;
  while (tCdf(low, df) > p) low *= 2;
  return solve(
    (t) => tCdf(t, df),
    (t) => tDensity(t, df),
    p,
    low,
    low === -1 ? 0 : low / 2,
  );
}

/** The density of Student's t at t < 0. */
function tDensity(t: number, df: number): number {
  const total = df + t * t;
  return ((df / (2 * df + 2)) * binomialTerm(df / 2, (df + 1) / 2, df / total, (t * t) / total)) / -t;
}

/** The x with I_x(a, b) = p, for 0 < p < 1: the quantile of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  // In log odds, so that quantiles very near 0 keep their digits.
  const x = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
  const y = (logOdds: number) => 1 / (1 + Math.exp(logOdds));
  let low = -1;
  while (incompleteBeta(a, b, x(low), y(low)) > p) low *= 2;
  let high = 1;
  while (incompleteBeta(a, b, x(high), y(high)) < p) high *= 2;
  const density = (l: number) => ((a * b) / (a + b)) * binomialTerm(a, a + b, x(l), y(l));
  return x(solve((l) => incompleteBeta(a, b, x(l), y(l)), density, p, low, high));
}

/** P(X <= k) of a binomial with n trials of probability p, accurate to about 1e-13 relative far into both tails. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  return k < n * p ? lowerSum(k, n, p, 1 - p) : 1 - lowerSum(n - k - 1, n, 1 - p, p);
}

/** P(X <= k) for k at or below the mean: the largest term, and the others by their ratios. */
function lowerSum(k: number, n: number, p: number, q: number): number {
  let term = binomialTerm(k, n, p, q);
  let sum = term;
  for (let i = k; i > 0 && term > sum * 1e-18; i--) {
    term *= (i / (n - i + 1)) * (q / p);
    sum += term;
  }
  return Math.min(1, sum);
}

/** The x in [low, high] where an increasing cdf reaches p: Newton's method on its logarithm, kept inside by bisection. */
function solve(
  cdf: (x: number) => number,
  density: (x: number) => number,
  p: number,
  low: number,
  high: number,
): number {
  let x = (low + high) / 2;
  for (let i = 0; i < 200; i++) {
    const value = cdf(x);
    if (value < p) low = x;
    else high = x;
    const newton = x - ((Math.log(value) - Math.log(p)) * value) / density(x);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 4e-16 * Math.abs(next)) return next;
    x = next;
  }
  return x;
}
