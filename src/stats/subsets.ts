import type { PackedUnits } from './pack.js';
import type { Random } from './random.js';

/** Units whose subsets' sums are looked up together: one byte of random bits. */
const BLOCK = 8;
/** Rounds that are drawn side by side, four to each 32 random bits, and numbers that they keep. */
const BATCH = 10_240;
const BATCH_NUMBERS = 65_536;

// Work space; for why it is here see blocks.ts.
const bits = new Uint32Array(BATCH / 4);
const sums = new Float64Array(BATCH_NUMBERS);
const table = new Float64Array(2 ** BLOCK);

/** Draws random subsets of the units, each unit with a chance of a half, and hands the sums of each to `visit`. */
export function drawSubsets(
  { units, numbers, unpack }: PackedUnits,
  rounds: number,
  random: Random,
  visit: (sum: Float64Array) => void,
): void {
  const width = numbers.length;
  const batch = Math.min(BATCH, 4 * Math.max(1, Math.floor(BATCH_NUMBERS / Math.max(1, width) / 4)));
  for (let start = 0; start < rounds; start += batch) {
    const count = Math.min(batch, 4 * Math.ceil((rounds - start) / 4));
    sums.fill(0, 0, width * count);
    for (let first = 0; first < units; first += BLOCK) {
      random.fill(bits, count / 4);
      for (let c = 0; c < width; c++) {
        subsetSums(numbers[c]!, first);
        addSubsets(c * count, count);
      }
    }
    for (let r = 0; r < Math.min(count, rounds - start); r++) visit(unpack(sums, count, r)[0]!.sum);
  }
}

/** The sums of all subsets of eight values, of which those past the end are 0. */
function subsetSums(values: Float64Array, first: number): void {
  for (let i = 0, half = 1; i < BLOCK; i++, half *= 2) {
    const value = values[first + i] ?? 0;
    for (let subset = 0; subset < half; subset++) table[half + subset] = table[subset]! + value;
  }
}

function addSubsets(from: number, count: number): void {
  for (let i = 0, r = from; i < count / 4; i++, r += 4) {
    const four = bits[i]!;
    sums[r]! += table[four & 255]!;
    sums[r + 1]! += table[(four >>> 8) & 255]!;
    sums[r + 2]! += table[(four >>> 16) & 255]!;
    sums[r + 3]! += table[four >>> 24]!;
  }
}
