import { Drawings } from './drawings.js';
import type { PackedUnits } from './pack.js';
import type { Random } from './random.js';
import type { SideSum } from './statistics.js';

/** Units whose ways to be drawn are looked up together. */
const BLOCK = 4;
/** Resamples that are drawn side by side, and numbers that they keep: few enough for a processor's cache. */
const BATCH = 10_240;
const BATCH_NUMBERS = 65_536;
/** A little more than the ways in which a block is drawn, and a power of two. */
const WAYS = 1024;

/*
 * Work space, here rather than in the function: V8 compiles loops over arrays that can't be any others to half the
 * instructions. So `visit` must not draw resamples of its own.
 */
const bits = new Uint32Array(BATCH / 2);
const ways = new Uint16Array(BATCH);
const rare = new Uint16Array(BATCH);
const drawn = new Int32Array(BATCH);
const sums = new Float64Array(BATCH_NUMBERS);
const table = new Float64Array(WAYS);
const guide = new Uint16Array(2 ** 16);
const totals = new Uint8Array(WAYS);

/**
 * Draws as many units as there are, resample by resample, and hands each one's sums to `visit`: four units at a time it
 * draws how they are drawn, for all resamples of a batch, and looks their sum up. Counts are Poisson numbers whose total is a
 * little too small; single draws make it up, which is exactly multinomial. The rare resample that has too many is drawn anew.
 */
export function drawBlocks(
  packed: PackedUnits,
  resamples: number,
  random: Random,
  visit: (sums: readonly SideSum[], resample: number) => void,
): void {
  const { units, numbers, unpack } = packed;
  const width = numbers.length;
  const rate = 1 - 3 / Math.sqrt(units); // three standard deviations
  const blocks = new Drawings(BLOCK, rate);
  const singles = new Drawings(1, rate);
  const whole = units - (units % BLOCK);
  const batch = Math.max(1, Math.min(BATCH, resamples, Math.floor(BATCH_NUMBERS / Math.max(1, width))));
  const one = new SingleDraws(packed, random);
  for (let start = 0; start < resamples; start += batch) {
    const count = Math.min(batch, resamples - start);
    sums.fill(0, 0, width * count);
    drawn.fill(0, 0, count);
    for (let first = 0; first < units; first += first < whole ? BLOCK : 1) {
      const drawings = first < whole ? blocks : singles;
      if (first === 0 || first === whole) use(drawings);
      random.fill(bits, Math.ceil(count / 2));
      drawRare(drawings, drawWays(drawings, count), one, first, count);
      addBlock(drawings, numbers, first, count);
    }
    for (let r = 0; r < count; r++) {
      if (drawn[r]! > units) {
        for (let c = 0; c < width; c++) sums[c * count + r] = 0;
        drawn[r] = 0;
      }
      one.add(r, count, units - drawn[r]!, 0, units);
      visit(unpack(sums, count, r), start + r);
    }
  }
}

/** Single draws, from all units or a block. */
class SingleDraws {
  private readonly width: number;
  /** All numbers of a unit beside each other. */
  private readonly rows: Float64Array;
  private readonly total: Float64Array;

  constructor(
    { units, numbers }: PackedUnits,
    readonly random: Random,
  ) {
    this.width = numbers.length;
    this.total = new Float64Array(this.width);
    this.rows = new Float64Array(units * this.width);
    for (const [c, values] of numbers.entries()) {
      for (let u = 0; u < units; u++) this.rows[u * this.width + c] = values[u]!;
    }
  }

  /** Adds to the r-th sums so many units, each drawn from the `among` that start at `first`. */
  add(r: number, count: number, draws: number, first: number, among: number): void {
    const { rows, width, total, random } = this;
    total.fill(0);
    for (let i = 0; i < draws; i++) {
      const from = (first + random.below(among)) * width;
      for (let c = 0; c < width; c++) total[c]! += rows[from + c]!;
    }
    for (let c = 0; c < width; c++) sums[c * count + r]! += total[c]!;
  }
}

function use(drawings: Drawings): void {
  guide.set(drawings.guide);
  totals.fill(0).set(drawings.totals);
}

/** Draws a way for every resample; lists those where the guide does not tell it. */
function drawWays({ size }: Drawings, count: number): number {
  let found = 0;
  for (let i = 0, r = 0; r < count; i++, r += 2) {
    const two = bits[i]!;
    const a = guide[two & 0xffff]!;
    const b = guide[two >>> 16]!;
    ways[r] = a;
    ways[r + 1] = b;
    drawn[r]! += totals[a]!;
    drawn[r + 1]! += totals[b]!;
    if (a === size) rare[found++] = r;
    if (b === size) rare[found++] = r + 1;
  }
  return found;
}

function drawRare(drawings: Drawings, found: number, one: SingleDraws, first: number, count: number): void {
  for (let f = 0; f < found; f++) {
    const r = rare[f]!;
    if (r === count) continue; // beyond an odd number of resamples
    const way = drawings.rest(one.random);
    if (way < drawings.size) {
      ways[r] = way;
      drawn[r]! += totals[way]!;
      continue;
    }
    ways[r] = 0;
    const many = drawings.many(one.random);
    drawn[r]! += many;
    one.add(r, count, many, first, drawings.block);
  }
}

function addBlock(drawings: Drawings, numbers: readonly Float64Array[], first: number, count: number): void {
  for (let c = 0; c < numbers.length; c++) {
    drawings.sums(numbers[c]!, first, table);
    addWays(c * count, count);
  }
}

function addWays(from: number, count: number): void {
  for (let r = 0; r < count; r++) sums[from + r]! += table[ways[r]!]!;
}
