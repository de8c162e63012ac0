import type { UnitStatistics } from './statistics.js';

/** Two whole numbers share a double while their sums stay below half of this. */
const HALF = 2 ** 26;
/** Above this many columns per filled one, a dense table would be mostly zeros. */
const SPARSE_FROM = 4;

/** Several sides' statistics over the same units as one matrix, with each side's sizes as its last column. */
export interface JoinedUnits {
  readonly units: number;
  readonly width: number;
  /** Compressed sparse rows. */
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** The same as units x width, where that is worth it; else null. */
  readonly dense: Float64Array | null;
  /** Turns a row of summed columns into the sides' own: column sums and size, side after side. */
  readonly unpack: (row: Float64Array) => Float64Array;
}

/**
 * Lays sides beside each other. Where all statistics are small whole numbers, two columns are packed into one number (the
 * second times 2^26), which halves the additions of resampling and loses nothing.
 */
export function joinSides(sides: readonly UnitStatistics[]): JoinedUnits {
  const units = sides[0]!.sizes.length;
  const columns = sides.reduce((total, side) => total + side.columns + 1, 0);
  const packed = sides.every((side) => areSmallIntegers(side.values, units) && areSmallIntegers(side.sizes, units));
  const width = packed ? Math.ceil(columns / 2) : columns;
  const offsets = new Int32Array(units + 1);
  const indices: number[] = [];
  const values: number[] = [];
  const row = new Map<number, number>();
  const put = (column: number, value: number): void => {
    if (value === 0) return;
    const index = column % width;
    row.set(index, (row.get(index) ?? 0) + (column < width ? value : value * HALF));
  };
  for (let u = 0; u < units; u++) {
    row.clear();
    let first = 0;
    for (const side of sides) {
      for (let k = side.offsets[u]!; k < side.offsets[u + 1]!; k++) put(first + side.indices[k]!, side.values[k]!);
      put(first + side.columns, side.sizes[u]!);
      first += side.columns + 1;
    }
    for (const [index, value] of row) {
      indices.push(index);
      values.push(value);
    }
    offsets[u + 1] = indices.length;
  }
  const sparse = { units, width, offsets, indices: Int32Array.from(indices), values: Float64Array.from(values) };
  const dense = width * units <= SPARSE_FROM * indices.length ? spread(sparse) : null;
  return { ...sparse, dense, unpack: packed ? unpacker(columns, width) : (sums) => sums };
}

function spread({ units, width, offsets, indices, values }: Omit<JoinedUnits, 'dense' | 'unpack'>): Float64Array {
  const dense = new Float64Array(units * width);
  for (let u = 0; u < units; u++) {
    for (let k = offsets[u]!; k < offsets[u + 1]!; k++) dense[u * width + indices[k]!] = values[k]!;
  }
  return dense;
}

function unpacker(columns: number, width: number): (row: Float64Array) => Float64Array {
  const unpacked = new Float64Array(columns);
  return (row) => {
    for (let c = 0; c < width; c++) {
      const high = Math.round(row[c]! / HALF);
      unpacked[c] = row[c]! - high * HALF;
      if (c + width < columns) unpacked[c + width] = high;
    }
    return unpacked;
  };
}

/** Whole numbers whose sum over as many draws as there are units fits into its half of a double. */
function areSmallIntegers(values: Float64Array, units: number): boolean {
  return values.every((value) => Number.isInteger(value) && Math.abs(value) * units < HALF / 2);
}
