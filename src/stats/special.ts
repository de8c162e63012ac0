const LOG_SQRT_2PI = 0.9189385332046728;
/** Above this the asymptotic series below is exact to the last bit. */
const ASYMPTOTIC_FROM = 16;
/** The fraction needs some √(a + b) terms; this is only there so that it ends. */
const MOST_TERMS = 100_000;

/**
 * The error of Stirling's formula: log Γ(x+1) - ((x + 1/2) log x - x + log √2π), for x > 0. Its recurrence brings small
 * arguments up to where the asymptotic series holds, so no table is needed.
 */
export function stirlingError(x: number): number {
  let error = 0;
  let z = x;
  for (; z < ASYMPTOTIC_FROM; z++) error += (z + 0.5) * Math.log1p(1 / z) - 1;
  const w = 1 / (z * z);
  return error + (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360)))))) / z;
}

/** log Γ(x) for x > 0, to about 1e-15. */
export function logGamma(x: number): number {
  return stirlingError(x) + (x - 0.5) * Math.log(x) - x + LOG_SQRT_2PI;
}

/** x log(x/m) + m - x without cancellation where x is near m (Loader 2000, "Fast and accurate computation of binomial probabilities"). */
function deviance(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Γ(n+1) / (Γ(x+1) Γ(n-x+1)) p^x q^(n-x) for real 0 <= x <= n, with p + q = 1 given apart so that neither loses digits.
 * Relative error about 1e-14 however small the value is. Source: Loader (2000).
 */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return Math.exp(n * logOf(q, p));
  if (x === n) return Math.exp(n * logOf(p, q));
  const rest = n - x;
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest));
}

/** log of p where 1 - p = q is known exactly. */
function logOf(p: number, q: number): number {
  return q < 0.5 ? Math.log1p(-q) : Math.log(p);
}

/**
 * The regularised incomplete beta function I_x(a, b).
 * @param x 0-1
 * @param y 1 - x, given apart because it may be too small to survive the subtraction
 * @returns 0-1, to about 1e-13 relative in either tail
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  // The continued fraction converges fast only below the mean; above it the other tail is computed.
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(b, a, y, x);
  return lowerTail(a, b, x, y);
}

function lowerTail(a: number, b: number, x: number, y: number): number {
  const factor = ((a * b) / (a + b)) * binomialTerm(a, a + b, x, y);
  return factor === 0 ? 0 : (factor * betaFraction(a, b, x)) / a;
}

/** The continued fraction of the incomplete beta function by the modified Lentz method (DLMF 8.17.22). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < Number.EPSILON) return fraction;
  }
  return fraction;
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
