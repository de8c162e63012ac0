import { kindsOf } from './kinds.js';
import { pseudoSize, pseudoWeight, reach, standardErrorOf, type MeanInference } from './means.js';
import type { Bounds } from './proportions.js';
import { addUnit, totals, valueOf, type Aggregate, type UnitStatistics } from './statistics.js';

/** Pulls are estimates themselves, so pseudo-units keep their weight for longer than with means; simulation set it. */
const FULL_WEIGHT = 5;
/** Longer still for so few units that a label, say, may be missing among them. */
const FEW_UNITS = 20;

/**
 * How far each unit pulls a value: (G - 1) (value - value without the unit), G units. For a mean over rows that stand
 * alone these are the residuals. Units without which the value is undefined pull by 0.
 */
export function influences(statistics: UnitStatistics, aggregate: Aggregate): Float64Array {
  const { sum, weight } = totals(statistics);
  const value = valueOf(statistics, aggregate);
  const units = statistics.sizes.length;
  const rest = sum.slice();
  return perKind([statistics], (u) => {
    const left = weight + addUnit(rest, statistics, u, -1);
    const without = left > 0 ? aggregate(rest, left) : null;
    restore(rest, sum, statistics, u);
    return without === null ? 0 : (units - 1) * (value - without);
  });
}

/**
 * How much each unit's change between the models moves the candidate's value: G (value - value with the base's
 * statistics in this unit). For a mean these are the differences; units that don't differ have 0.
 */
export function changes(candidate: UnitStatistics, base: UnitStatistics, aggregate: Aggregate): Float64Array {
  const { sum, weight } = totals(candidate);
  const value = valueOf(candidate, aggregate);
  const units = candidate.sizes.length;
  const other = sum.slice();
  return perKind([candidate, base], (u) => {
    addUnit(other, candidate, u, -1);
    addUnit(other, base, u, 1);
    const replaced = aggregate(other, weight);
    restore(other, sum, candidate, u);
    restore(other, sum, base, u);
    return replaced === null ? 0 : units * (value - replaced);
  });
}

/** A number for every unit, computed once for all that are equal where many are. */
function perKind(sides: readonly UnitStatistics[], compute: (unit: number) => number): Float64Array {
  const units = sides[0]!.sizes.length;
  const kinds = kindsOf(sides);
  const values = new Float64Array(units);
  const ofKinds = kinds?.examples.length ?? 0;
  const byKind = new Float64Array(ofKinds);
  for (let kind = 0; kind < ofKinds; kind++) byKind[kind] = compute(kinds!.examples[kind]!);
  for (let u = 0; u < units; u++) values[u] = kinds === null ? compute(u) : byKind[kinds.of[u]!]!;
  return values;
}

/** Puts back what was there before a unit was added, to the last bit. */
function restore(sum: Float64Array, before: Float64Array, { offsets, indices }: UnitStatistics, unit: number): void {
  for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) sum[indices[k]!] = before[indices[k]!]!;
}

/**
 * A t interval from the units' pulls (the jackknife, Efron and Stein 1981) that keeps a width where few or no units
 * pull: two pseudo-units of opposite sign join them, as in {@link differenceInterval}.
 */
export function jackknifeInterval(spec: {
  readonly value: number;
  /** From {@link influences}; for a difference the candidate's minus the base's. */
  readonly pulls: Float64Array;
  /** Values whose largest is the pseudo-units' size, such as {@link changes}. */
  readonly sizes: Float64Array;
  /** The pseudo-units' size where all those are 0. */
  readonly span: number;
  /** Where the pseudo-units pull the interval's centre to: 0 for a difference, the value itself for a value. */
  readonly towards: number;
  /** What the interval is cut to. */
  readonly range: Bounds;
  readonly confidence: number;
}): MeanInference {
  const { value, pulls, sizes, span, towards, range, confidence } = spec;
  const units = pulls.length;
  const size = pseudoSize(sizes, span);
  const weight = pseudoWeight(sizes, size, FULL_WEIGHT * (1 + FEW_UNITS / units));
  const total = units + 2 * weight;
  const squares = pulls.reduce((sum, pull) => sum + pull * pull, 2 * weight * size * size);
  const standardError = standardErrorOf(squares, total, total);
  const pulled = (value * units + 2 * weight * towards) / total;
  return { ci: reach([value, pulled], standardError, units, range, confidence), standardError };
}
