/**
 * A text's direction in 8 bits a dimension: what is kept, cached and compared, so that a run that embeds and a run that
 * finds everything in the cache come to the same bytes. A cosine of two of them is off by some thousandths.
 */
export type Vector = Int8Array;

const MOST = 127;

/** @returns null where the values have no direction: none, not finite, or all zero */
export function quantised(values: readonly number[]): Vector | null {
  let largest = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) return null;
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) return null;
  return Int8Array.from(values, (value) => Math.round((value / largest) * MOST));
}

/** Where a long vector may be given up: its parts, each a quarter. */
export const PARTS = 4;

/** The end of each part of a vector of so many dimensions. */
export function partEnds(dimensions: number): readonly number[] {
  return Array.from({ length: PARTS }, (_, part) => Math.floor(((part + 1) * dimensions) / PARTS));
}

/** The lengths of what is left of a vector before its first part, behind the first, and so on; the last is 0. */
export function restNorms(vector: Vector, from = 0, dimensions = vector.length): Float64Array {
  const norms = new Float64Array(PARTS + 1);
  const ends = [0, ...partEnds(dimensions)];
  let sum = 0;
  for (let part = PARTS - 1; part >= 0; part--) {
    for (let i = ends[part]!; i < ends[part + 1]!; i++) sum += vector[from + i]! ** 2;
    norms[part] = Math.sqrt(sum);
  }
  return norms;
}
