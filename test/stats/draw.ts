import type { Random } from '../../src/stats/index.js';

/** 0 < u < 1. */
export const uniform = (random: Random) => (random.uint32() + 0.5) / 4294967296;

/** Box and Muller's method. */
export const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(uniform(random))) * Math.cos(2 * Math.PI * uniform(random));

/** Beta(a, 1) by inversion: skewed scores near 1. */
export const highScore = (random: Random, a: number) => uniform(random) ** (1 / a);
/** Its mirror image Beta(1, b). */
export const lowScore = (random: Random, b: number) => 1 - highScore(random, b);

/** Marsaglia and Tsang's method (2000), for any shape above 0. */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * uniform(random) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(uniform(random)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a);
  return x / (x + gamma(random, b));
}

/** A number of 1 and more with this mean. */
export const geometric = (random: Random, mean: number) =>
  Math.max(1, Math.ceil(Math.log(uniform(random)) / Math.log(1 - 1 / mean)));

/** e to the power of a normal number. */
export const logNormal = (random: Random, mean: number, sd: number) => Math.exp(mean + sd * normal(random));
