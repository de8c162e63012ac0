import { PoissonTable, type Random } from './random.js';
import { joinSides, type JoinedUnits } from './join.js';
import type { UnitStatistics } from './statistics.js';

/** Numbers that one batch of resamples keeps at once: small enough for a processor's cache. */
const BATCH_NUMBERS = 50_000;
/** Units whose sums are looked up together. */
const BLOCK = 8;
/** Below this many units, plain drawing is as fast. */
const FEW_UNITS = 64;

/**
 * Draws bootstrap resamples and hands each one's sums to `visit`: as many units as there are, with replacement, the same
 * units for every side.
 *
 * Two ways, with the same distribution. Plain: draw every unit by itself. Fast, for dense statistics: split the units
 * into blocks of eight, draw how many fall into each block (independent Poisson numbers with a total a little too small,
 * topped up by single draws, are exactly multinomial), and look two draws at once up in a table of the block's 64
 * pairs. That takes about half a row of additions a unit, and a few random bits.
 * @param visit gets per resample the sides' column sums one after the other, each side's size last; don't keep it
 */
export function forEachResample(
  sides: readonly UnitStatistics[],
  resamples: number,
  random: Random,
  visit: (sums: Float64Array, resample: number) => void,
): void {
  const joined = joinSides(sides);
  const { units, width } = joined;
  const batch = Math.max(1, Math.floor(BATCH_NUMBERS / width));
  for (let start = 0; start < resamples; start += batch) {
    const count = Math.min(batch, resamples - start);
    const sums = new Float64Array(count * width);
    if (joined.dense !== null && units >= FEW_UNITS) drawBlocks(joined.dense, joined, sums, count, random);
    else for (let r = 0; r < count; r++) drawUnits(joined, sums, r * width, units, random);
    for (let r = 0; r < count; r++) visit(joined.unpack(sums.subarray(r * width, (r + 1) * width)), start + r);
  }
}

/** Adds `draws` units, drawn one by one, to the sums that start at `at`. */
function drawUnits(joined: JoinedUnits, sums: Float64Array, at: number, draws: number, random: Random): void {
  const { units, offsets, indices, values } = joined;
  for (let i = 0; i < draws; i++) {
    const u = random.below(units);
    for (let k = offsets[u]!; k < offsets[u + 1]!; k++) sums[at + indices[k]!]! += values[k]!;
  }
}

function drawBlocks(dense: Float64Array, joined: JoinedUnits, sums: Float64Array, count: number, random: Random): void {
  const { units, width } = joined;
  // Five standard deviations below, so that more than `units` draws are as good as impossible.
  const rate = 1 - 5 / Math.sqrt(units);
  const drawn = new Float64Array(count);
  const perBlock = new PoissonTable(rate * BLOCK);
  const perUnit = new PoissonTable(rate);
  const whole = units - (units % BLOCK);
  const pairs = new Float64Array(BLOCK * BLOCK * width);
  for (let first = 0; first < whole; first += BLOCK) {
    const block = dense.subarray(first * width, (first + BLOCK) * width);
    fillPairs(pairs, block, width);
    addFromBlock(sums, drawn, pairs, block, width, count, perBlock, random);
  }
  for (let u = whole; u < units; u++) {
    for (let r = 0; r < count; r++) {
      const times = perUnit.draw(random);
      drawn[r]! += times;
      for (let c = 0; c < width; c++) sums[r * width + c]! += times * dense[u * width + c]!;
    }
  }
  for (let r = 0; r < count; r++) {
    if (drawn[r]! > units) {
      sums.fill(0, r * width, (r + 1) * width);
      drawn[r] = 0;
    }
    drawUnits(joined, sums, r * width, units - drawn[r]!, random);
  }
}

function fillPairs(pairs: Float64Array, block: Float64Array, width: number): void {
  for (let i = 0; i < BLOCK; i++) {
    for (let j = 0; j < BLOCK; j++) {
      const at = (i * BLOCK + j) * width;
      for (let c = 0; c < width; c++) pairs[at + c] = block[i * width + c]! + block[j * width + c]!;
    }
  }
}

/** Adds to every resample's sums the units that it draws from one block. */
function addFromBlock(
  sums: Float64Array,
  drawn: Float64Array,
  pairs: Float64Array,
  block: Float64Array,
  width: number,
  count: number,
  perBlock: PoissonTable,
  random: Random,
): void {
  let bits = 0;
  let left = 0;
  for (let r = 0; r < count; r++) {
    let draws = perBlock.draw(random);
    drawn[r]! += draws;
    const at = r * width;
    while (draws > 0) {
      if (left === 0) {
        bits = random.uint32();
        left = 4;
      }
      const from = (bits & 63) * width;
      if (draws > 3 && left > 1) {
        const other = ((bits >>> 6) & 63) * width;
        for (let c = 0; c < width; c++) sums[at + c]! += pairs[from + c]! + pairs[other + c]!;
        bits >>>= 12;
        left -= 2;
        draws -= 4;
        continue;
      }
      if (draws > 1) for (let c = 0; c < width; c++) sums[at + c]! += pairs[from + c]!;
      else for (let c = 0; c < width; c++) sums[at + c]! += block[(bits & 7) * width + c]!;
      bits >>>= 6;
      left--;
      draws -= 2;
    }
  }
}
