import type { Random } from './random.js';

/** Draws 0, 1, … with given weights by one look-up: Walker's alias method (1977), set up as Vose (1991) does it. */
export class AliasTable {
  /** How many leading bits choose within a cell; the others choose the cell. */
  readonly shift: number;
  readonly mask: number;
  /** Per cell: bits below this give the cell itself, all others its alias. */
  readonly cuts: Int32Array;
  /** Per cell its alias and itself. */
  readonly pairs: Uint16Array;

  /** @param weights at most 2^15 of them, 0 or above, not all 0; probabilities are exact to 2^-32 a cell */
  constructor(weights: ArrayLike<number>) {
    this.shift = Math.max(1, Math.ceil(Math.log2(weights.length)));
    const cells = 2 ** this.shift;
    this.mask = cells - 1;
    this.cuts = new Int32Array(cells);
    this.pairs = new Uint16Array(2 * cells);
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += weights[i]!;
    const left = Float64Array.from({ length: cells }, (_, i) => ((weights[i] ?? 0) / total) * cells);
    const [small, large]: [number[], number[]] = [[], []];
    for (const [cell, mass] of left.entries()) (mass < 1 ? small : large).push(cell);
    while (small.length > 0 && large.length > 0) {
      const cell = small.pop()!;
      const alias = large.at(-1)!;
      this.set(cell, left[cell]!, alias);
      left[alias]! -= 1 - left[cell]!;
      if (left[alias]! < 1) small.push(large.pop()!);
    }
    for (const cell of [...small, ...large]) this.set(cell, 1, cell);
  }

  draw(random: Random): number {
    return this.at(random.uint32());
  }

  /** Draws so many times, and counts what comes out. */
  tally(random: Random, draws: number, counts: Int32Array): void {
    const { mask, shift, cuts, pairs } = this;
    for (let left = draws; left > 0;) {
      const taken = random.take(left);
      for (let i = 0; i < taken.length; i++) {
        const bits = taken[i]!;
        const cell = bits & mask;
        counts[pairs[2 * cell + (((bits >>> shift) - cuts[cell]!) >>> 31)]!]!++;
      }
      left -= taken.length;
    }
  }

  /** What 32 random bits draw. */
  at(bits: number): number {
    const cell = bits & this.mask;
    return this.pairs[2 * cell + (((bits >>> this.shift) - this.cuts[cell]!) >>> 31)]!;
  }

  private set(cell: number, share: number, alias: number): void {
    this.cuts[cell] = Math.round(share * 2 ** (32 - this.shift));
    this.pairs[2 * cell] = alias;
    this.pairs[2 * cell + 1] = cell;
  }
}

/** Probabilities below this share of the largest don't occur in as many draws as anyone makes. */
const NEGLIGIBLE = 2 ** -50;

/** Draws whole numbers by inversion of their distribution function, exact to 2^-32. Small, since many are used in turn. */
export class CountTable {
  private readonly first: number;
  /** Random bits below `limits[k]`, the first of these, give `first` + k; those below none give `first` + `limits.length`. */
  private readonly limits: Uint32Array;
  /** By leading bits the smallest k that can come out. */
  private readonly starts: Uint16Array | Uint32Array;
  private readonly shift: number;

  /** @param weights of `first`, `first` + 1, …; they need not add up to 1 */
  constructor(first: number, weights: ArrayLike<number>) {
    this.first = first;
    let total = 0;
    for (let k = 0; k < weights.length; k++) total += weights[k]!;
    const limits = new Uint32Array(weights.length);
    let [sum, filled] = [0, 0];
    for (; filled < weights.length - 1; filled++) {
      sum += weights[filled]!;
      const limit = Math.ceil((sum / total) * 2 ** 32);
      if (limit >= 2 ** 32) break;
      limits[filled] = limit;
    }
    this.limits = limits.subarray(0, filled);
    const bits = Math.min(16, Math.ceil(Math.log2(filled + 2)));
    this.shift = 32 - bits;
    this.starts = filled < 2 ** 16 ? new Uint16Array(2 ** bits) : new Uint32Array(2 ** bits);
    for (let lead = 0, k = 0; lead < this.starts.length; lead++) {
      while (k < filled && lead * 2 ** this.shift >= limits[k]!) k++;
      this.starts[lead] = k;
    }
  }

  draw(random: Random): number {
    return this.at(random.uint32());
  }

  /** What 32 random bits draw. */
  at(bits: number): number {
    const { limits } = this;
    let k = this.starts[bits >>> this.shift]!;
    while (k < limits.length && bits >= limits[k]!) k++;
    return this.first + k;
  }
}

/**
 * Poisson numbers.
 * @param mean above 0
 * @param least where they shall be no smaller: those alone, in their proportions
 */
export function poissonTable(mean: number, least = 0): CountTable {
  return aroundMode(Math.max(least, Math.floor(mean)), least, Infinity, (k) => mean / (k + 1));
}

/** How many of `n` fair coins show heads. */
export function coinsTable(n: number): CountTable {
  return aroundMode(Math.floor(n / 2), 0, n, (k) => (n - k) / (k + 1));
}

/** A table from the ratios P(k + 1) / P(k), outwards from the mode until probabilities no longer count. */
function aroundMode(mode: number, least: number, most: number, ratio: (k: number) => number): CountTable {
  const below: number[] = [];
  for (let k = mode - 1, term = 1; k >= least; k--) {
    term /= ratio(k);
    if (term < NEGLIGIBLE) break;
    below.push(term);
  }
  const weights = below.reverse();
  const first = mode - weights.length;
  weights.push(1);
  for (let k = mode, term = 1; k < most; k++) {
    term *= ratio(k);
    if (term < NEGLIGIBLE) break;
    weights.push(term);
  }
  return new CountTable(first, weights);
}
