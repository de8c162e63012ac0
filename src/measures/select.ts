import { pairwiseSum, type UnitStatistics } from '../stats/index.js';
import type { ScoreTable } from './score.js';

/** Units of inference over a selection of rows: `ids[i]` is the unit of the i-th selected row, 0 <= id < `count`. */
export interface Units {
  readonly ids: Int32Array;
  readonly count: number;
}

/** The members that are scored. */
export function scoredMembers(table: ScoreTable, members: Int32Array): Int32Array {
  return members.filter((row) => table.reasons[row] === null);
}

/**
 * The selection's clusters, numbered from 0 in order of appearance; null where every row is a unit of its own.
 * @param clusters per example of the suite its cluster
 */
export function unitsOf(clusters: Int32Array | null, rows: Int32Array): Units | null {
  if (clusters === null) return null;
  const numbers = new Map<number, number>();
  const ids = rows.map((row) => {
    const cluster = clusters[row]!;
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
  return numbers.size === rows.length ? null : { ids, count: numbers.size };
}

/**
 * Sums of all columns over rows. Columns that hold fractions are added in numpy's order, so that means agree with it to
 * the last bit; whole numbers have the same sum in any order.
 */
export function columnSums(table: ScoreTable, rows: Int32Array, columns: number): Float64Array {
  const sum = new Float64Array(columns);
  const fractional = new Uint8Array(columns);
  for (const row of rows) {
    for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
      sum[table.columns[k]!]! += table.values[k]!;
      if (!Number.isInteger(table.values[k])) fractional[table.columns[k]!] = 1;
    }
  }
  const dense = new Float64Array(rows.length);
  for (let column = 0; column < columns; column++) {
    if (fractional[column] === 0) continue;
    dense.fill(0);
    for (const [i, row] of rows.entries()) {
      for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
        if (table.columns[k] === column) dense[i]! += table.values[k]!;
      }
    }
    sum[column] = pairwiseSum(dense);
  }
  return sum;
}

/** The rows' statistics added up by unit. */
export function unitStatistics(
  table: ScoreTable,
  rows: Int32Array,
  units: Units | null,
  columns: number,
): UnitStatistics {
  const count = units === null ? rows.length : units.count;
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const [i, row] of rows.entries()) members[units === null ? i : units.ids[i]!]!.push(row);
  const offsets = new Int32Array(count + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [u, own] of members.entries()) {
    const sums = new Map<number, number>();
    for (const row of own) {
      for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
        const column = table.columns[k]!;
        sums.set(column, (sums.get(column) ?? 0) + table.values[k]!);
      }
    }
    for (const [column, value] of sums) {
      indices.push(column);
      values.push(value);
    }
    offsets[u + 1] = indices.length;
  }
  return {
    columns,
    offsets,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    sizes: Float64Array.from(members, (own) => own.length),
  };
}
