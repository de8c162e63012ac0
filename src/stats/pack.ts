import type { SideSum, UnitStatistics } from './statistics.js';

/** Doubles hold whole numbers of 53 bits; the rest is for sums on the way, which may reach further than whole ones. */
const BITS = 50;
/** Above so many columns per filled one, a table of all would be mostly zeros. */
const SPARSE_FROM = 16;
/** Numbers in a table, and columns, at most, so that memory stays in bounds. */
const LARGEST = 2 ** 25;
const WIDEST = 2 ** 14;
/** Up to so many columns each is held against all others, by so many units. */
const COMPARED = 64;
const SAMPLE = 100;

/** Several sides' statistics over the same units as few numbers a unit that can be added up. */
export interface PackedUnits {
  readonly units: number;
  /** Each a number per unit. */
  readonly numbers: readonly Float64Array[];
  /**
   * Turns sums of these numbers over as many draws as there are units into the sides' own sums.
   * @param sums `count` sums of the first number, then those of the second …
   * @param r which of the `count`
   */
  readonly unpack: (sums: Float64Array, count: number, r: number) => readonly SideSum[];
}

/** A column as what it has beyond another column and a multiple of the sizes; where that is nothing it costs nothing. */
interface Field {
  readonly column: number;
  /** -1: none. */
  readonly base: number;
  readonly times: number;
  readonly rest: Float64Array;
  /** Of its sums, with a sign; Infinity where they are no whole numbers. */
  readonly bits: number;
}

/**
 * Packs sides beside each other. Columns of whole numbers are told by what they have beyond the column that is most like
 * them (an n-gram total is a length less a constant), and as many as fit share one double: adding doubles then adds them all,
 * and loses nothing.
 * @param reach how far from 0 a sum of such values over the units drawn can come
 * @returns null where the statistics are too sparse, or too many, for a table
 */
export function packUnits(
  sides: readonly UnitStatistics[],
  reach: (values: Float64Array) => number,
): PackedUnits | null {
  const units = sides[0]!.sizes.length;
  const width = sides.reduce((total, side) => total + side.columns + 1, 0);
  const filled = sides.reduce((total, side) => total + side.offsets[units]! + units, 0);
  if (width > WIDEST || width * units > Math.min(LARGEST, SPARSE_FROM * filled)) return null;
  const columns = sides.flatMap((side) => [...columnsOf(side), side.sizes]);
  const fields = fieldsOf(columns, sides[0]!.columns, reach);
  const groups = grouped(fields.filter(({ bits }) => bits > 0));
  const numbers = groups.map((group) => {
    const packed = new Float64Array(units);
    for (const { field, scale } of group) for (let u = 0; u < units; u++) packed[u]! += field.rest[u]! * scale;
    return packed;
  });
  return { units, numbers, unpack: unpacker(sides, units, fields, groups) };
}

function columnsOf({ columns, sizes, offsets, indices, values }: UnitStatistics): Float64Array[] {
  const dense = Array.from({ length: columns }, () => new Float64Array(sizes.length));
  for (let u = 0; u < sizes.length; u++) {
    for (let k = offsets[u]!; k < offsets[u + 1]!; k++) dense[indices[k]!]![u]! += values[k]!;
  }
  return dense;
}

/** The fields of all columns, the first side's sizes first, since all others may refer to them. */
function fieldsOf(
  columns: readonly Float64Array[],
  sizeColumn: number,
  reach: (values: Float64Array) => number,
): Field[] {
  const sizes = columns[sizeColumn]!;
  const means = columns.map(meanOf);
  const known: number[] = [];
  const fields: Field[] = [];
  const order = [sizeColumn, ...columns.keys()].filter((column, i) => i === 0 || column !== sizeColumn);
  for (const column of order) {
    const values = columns[column]!;
    if (!areWhole(values)) {
      fields.push({ column, base: -1, times: 0, rest: values, bits: Infinity });
      continue;
    }
    const other = (base: number) => {
      const mean = means[column]! - (means[base] ?? 0);
      const [unit, size] = column === sizeColumn ? [null, 1] : [sizes, means[sizeColumn]!];
      return { base: columns[base] ?? null, unit, times: size === 0 ? 0 : Math.round(mean / size) };
    };
    const bases = [-1, ...(columns.length > COMPARED ? [] : known)];
    const distances = bases.map((base) => distance(values, other(base)));
    const base = bases[distances.indexOf(Math.min(...distances))]!;
    const chosen = other(base);
    const rest = new Float64Array(values.length);
    for (let u = 0; u < values.length; u++) rest[u] = beyond(values, chosen, u);
    fields.push({ column, base, times: chosen.times, rest, bits: bitsOf(reach(rest)) });
    known.push(column);
  }
  return fields;
}

/** A loop, since `every` takes ten times as long on as many numbers as there are. */
function areWhole(values: Float64Array): boolean {
  for (let u = 0; u < values.length; u++) if (!Number.isInteger(values[u])) return false;
  return true;
}

/** What a column is compared with: another one, and so many times the units' sizes (null: all 1). */
interface Other {
  readonly base: Float64Array | null;
  readonly unit: Float64Array | null;
  readonly times: number;
}

function beyond(values: Float64Array, { base, unit, times }: Other, u: number): number {
  return values[u]! - (base === null ? 0 : base[u]!) - times * (unit === null ? 1 : unit[u]!);
}

/** The squares of what a column has beyond, over some of its units. */
function distance(values: Float64Array, other: Other): number {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  let squares = 0;
  for (let u = 0; u < values.length; u += step) squares += beyond(values, other, u) ** 2;
  return squares;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}

function bitsOf(reach: number): number {
  const bits = reach === 0 ? 0 : 1 + Math.ceil(Math.log2(reach + 1));
  return bits > BITS ? Infinity : bits;
}

interface Packed {
  readonly field: Field;
  readonly scale: number;
}

/** Fields that share a number: the longest first, each where it still fits. */
function grouped(fields: readonly Field[]): Packed[][] {
  const groups: { used: number; packed: Packed[] }[] = [];
  for (const field of fields.toSorted((a, b) => b.bits - a.bits)) {
    const group = groups.find(({ used }) => used + field.bits <= BITS);
    if (group === undefined) groups.push({ used: field.bits, packed: [{ field, scale: 1 }] });
    else {
      group.packed.push({ field, scale: 2 ** group.used });
      group.used += field.bits;
    }
  }
  return groups.map(({ packed }) => packed);
}

function unpacker(
  sides: readonly UnitStatistics[],
  draws: number,
  fields: readonly Field[],
  groups: readonly (readonly Packed[])[],
): PackedUnits['unpack'] {
  const all = new Float64Array(fields.length);
  let first = 0;
  const own = sides.map(({ columns }) => {
    const side = { sum: all.subarray(first, first + columns), weight: 0 };
    first += columns + 1;
    return side;
  });
  const weights = own.map(({ sum }) => sum.byteOffset / 8 + sum.length);
  const sizeColumn = sides[0]!.columns;
  return (sums, count, r) => {
    all.fill(0);
    for (let g = 0; g < groups.length; g++) {
      let left = sums[g * count + r]!;
      const packed = groups[g]!;
      for (let i = packed.length - 1; i > 0; i--) {
        const { field, scale } = packed[i]!;
        const value = Math.round(left / scale);
        all[field.column] = value;
        left -= value * scale;
      }
      all[packed[0]!.field.column] = left;
    }
    for (let i = 0; i < fields.length; i++) {
      const { column, base, times } = fields[i]!;
      if (base >= 0) all[column]! += all[base]!;
      all[column]! += times * (i === 0 ? draws : all[sizeColumn]!);
    }
    for (let s = 0; s < own.length; s++) own[s]!.weight = all[weights[s]!]!;
    return own;
  };
}
