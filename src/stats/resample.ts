import { drawBlocks } from './blocks.js';
import { kindsOf, type Kinds } from './kinds.js';
import { packUnits } from './pack.js';
import { Random } from './random.js';
import { SparseSums } from './sparse-sums.js';
import type { SideSum, UnitStatistics } from './statistics.js';
import { AliasTable, poissonTable } from './tables.js';
import type { Groups } from './units.js';

/** Below this many units, plain drawing is as fast. */
const FEW_UNITS = 12;

/**
 * Draws bootstrap resamples and hands each one's sums to `visit`: as many units as there are, with replacement, the same
 * units for every side.
 *
 * Three ways with the same distribution. Plain: draw every unit by itself. By kind, where many units are equal: draw how
 * many there are of each kind. By block: draw how four units at a time are drawn, and look their sum up. The last two draw
 * independent Poisson numbers with a total a little too small and top it up by single draws, which is exactly multinomial:
 * given how many units are drawn in all, which ones they are does not depend on it. In strata every unit is drawn by itself.
 * @param seed any text; every random choice follows from it
 * @param strata null, or the units' strata: each is then drawn from as often as it has units
 * @param visit gets per resample each side's sums; they are overwritten by the next
 */
export function forEachResample(
  sides: readonly UnitStatistics[],
  resamples: number,
  seed: string,
  strata: Groups | null,
  visit: (sums: readonly SideSum[], resample: number) => void,
): void {
  const units = sides[0]!.sizes.length;
  const plain = units < FEW_UNITS || strata !== null;
  const kinds = plain ? null : kindsOf(sides);
  const packed = kinds === null && !plain ? packUnits(sides, drawnReach) : null;
  if (packed !== null) {
    drawBlocks(packed, resamples, seed, visit);
    return;
  }
  const random = new Random(seed);
  const sums = new SparseSums(sides, kinds?.examples ?? null);
  const draw =
    strata !== null
      ? drawsInStrata(strata, random)
      : kinds === null
        ? plainDraws(units, random)
        : drawsByKind(kinds, units, random);
  for (let r = 0; r < resamples; r++) {
    sums.clear();
    draw(sums);
    visit(sums.read(), r);
  }
}

/** Adds one resample. */
type Draw = (sums: SparseSums) => void;

function plainDraws(units: number, random: Random): Draw {
  const bits = new Uint32Array(units);
  const drawn = new Int32Array(units);
  return (sums) => {
    random.fill(bits);
    for (let i = 0; i < units; i++) drawn[i] = Math.floor((bits[i]! / 2 ** 32) * units);
    sums.addAll(drawn, units);
  };
}

function drawsInStrata({ ids, count }: Groups, random: Random): Draw {
  const units = ids.length;
  const order = Int32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]! || a - b);
  const members = new Int32Array(count);
  for (const stratum of ids) members[stratum]!++;
  const firsts = new Int32Array(count);
  for (let stratum = 1; stratum < count; stratum++) firsts[stratum] = firsts[stratum - 1]! + members[stratum - 1]!;
  const bits = new Uint32Array(units);
  const drawn = new Int32Array(units);
  return (sums) => {
    random.fill(bits);
    for (let i = 0; i < units; i++) {
      const stratum = ids[i]!;
      drawn[i] = order[firsts[stratum]! + Math.floor((bits[i]! / 2 ** 32) * members[stratum]!)]!;
    }
    sums.addAll(drawn, units);
  };
}

function drawsByKind({ counts }: Kinds, units: number, random: Random): Draw {
  const rate = 1 - 1 / Math.sqrt(units);
  const tables = Array.from(counts, (count) => poissonTable(rate * count));
  const single = new AliasTable(counts);
  const drawn = new Int32Array(counts.length);
  return (sums) => {
    let left = -1;
    // Too many: drawn anew. What is kept is no less random for it, since a total says nothing of its parts.
    while (left < 0) {
      left = units;
      for (let kind = 0; kind < drawn.length; kind++) {
        drawn[kind] = tables[kind]!.draw(random);
        left -= drawn[kind]!;
      }
    }
    single.tally(random, left, drawn);
    for (let kind = 0; kind < drawn.length; kind++) if (drawn[kind]! > 0) sums.add(kind, drawn[kind]!);
  };
}

/** How far sums over as many draws as there are values come from 0, but for a chance below 2^-80 (Bernstein's inequality). */
function drawnReach(values: Float64Array): number {
  let [sum, squares, largest] = [0, 0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  return Math.abs(sum) + 20 * largest + Math.sqrt(400 * largest * largest + 120 * squares);
}
