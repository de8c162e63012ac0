import { kindsOf, pairwiseSum, type UnitStatistics } from '../stats/index.js';
import type { Layout, Metric } from '../metrics/metric.js';
import type { ScoreTable } from './score.js';
import { SparseRows, type SparseArrays } from './sparse-rows.js';

/** Units of inference over a selection of rows: `ids[i]` is the unit of the i-th selected row, 0 <= id < `count`. */
export interface Units {
  readonly ids: Int32Array;
  readonly count: number;
}

/** The members that are scored. */
export function scoredMembers(table: ScoreTable, members: Int32Array): Int32Array {
  const { reasons } = table;
  let count = 0;
  for (let i = 0; i < members.length; i++) if (reasons[members[i]!] === null) count++;
  return count === members.length ? members : members.filter((row) => reasons[row] === null);
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
 * The strata of a selection's units, numbered from 0; null where there is but one. A stratum of one unit shows no spread
 * of its own: such strata are taken together, and a last lone one joins the smallest other.
 * @param strata per example of the suite its stratum
 */
export function strataOfUnits(strata: Int32Array | null, rows: Int32Array, units: Units | null): Units | null {
  if (strata === null) return null;
  const own = new Int32Array(units === null ? rows.length : units.count);
  for (let i = 0; i < rows.length; i++) own[units === null ? i : units.ids[i]!] = strata[rows[i]!]!;
  const members = new Map<number, number>();
  for (const stratum of own) members.set(stratum, (members.get(stratum) ?? 0) + 1);
  const [lone, others] = [new Set<number>(), new Map<number, number>()];
  for (const [stratum, count] of members) {
    if (count === 1) lone.add(stratum);
    else others.set(stratum, others.size);
  }
  const smallest = [...others.keys()].reduce<number | null>(
    (least, stratum) => (least === null || members.get(stratum)! < members.get(least)! ? stratum : least),
    null,
  );
  const together = lone.size === 1 && smallest !== null ? others.get(smallest)! : others.size;
  const count = others.size + (lone.size > 0 && together === others.size ? 1 : 0);
  return count < 2 ? null : { ids: own.map((stratum) => others.get(stratum) ?? together), count };
}

/**
 * Sums of all columns over rows. Columns that hold fractions are added in numpy's order, so that means agree with it to
 * the last bit; whole numbers have the same sum in any order.
 */
export function columnSums(table: ScoreTable, rows: Int32Array, width: number): Float64Array {
  const { offsets, columns, values } = table;
  const sum = new Float64Array(width);
  if (rows.length === offsets.length - 1 && addByKind(sum, unitStatistics(table, rows, null, width))) return sum;
  const fractional = new Uint8Array(width);
  for (const row of rows) {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
      sum[columns[k]!]! += values[k]!;
      if (!Number.isInteger(values[k])) fractional[columns[k]!] = 1;
    }
  }
  if (fractional.includes(1)) addInOrder(sum, fractional, { offsets, columns, values }, rows);
  return sum;
}

/** Adds rows of one kind at once; false, and nothing, where there are too many kinds, or fractions. */
function addByKind(sum: Float64Array, statistics: UnitStatistics): boolean {
  const kinds = kindsOf([statistics]);
  if (kinds === null) return false;
  const { offsets, indices, values } = statistics;
  for (const row of kinds.examples) {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) if (!Number.isInteger(values[k])) return false;
  }
  for (const [kind, row] of kinds.examples.entries()) {
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) sum[indices[k]!]! += kinds.counts[kind]! * values[k]!;
  }
  return true;
}

function addInOrder(
  sum: Float64Array,
  wanted: Uint8Array,
  { offsets, columns, values }: SparseArrays,
  rows: Int32Array,
): void {
  const starts = new Int32Array(sum.length + 1);
  for (const row of rows) for (let k = offsets[row]!; k < offsets[row + 1]!; k++) starts[columns[k]! + 1]!++;
  for (let column = 0; column < sum.length; column++) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const at = new Int32Array(next[sum.length]!);
  const filled = new Float64Array(at.length);
  for (let i = 0; i < rows.length; i++) {
    for (let k = offsets[rows[i]!]!; k < offsets[rows[i]! + 1]!; k++) {
      const place = next[columns[k]!]!++;
      at[place] = i;
      filled[place] = values[k]!;
    }
  }
  const dense = new Float64Array(rows.length);
  for (let column = 0; column < sum.length; column++) {
    if (wanted[column] === 0) continue;
    for (let k = starts[column]!; k < starts[column + 1]!; k++) dense[at[k]!]! += filled[k]!;
    sum[column] = pairwiseSum(dense);
    for (let k = starts[column]!; k < starts[column + 1]!; k++) dense[at[k]!] = 0;
  }
}

/** The rows' statistics added up by unit. */
export function unitStatistics(
  table: ScoreTable,
  rows: Int32Array,
  units: Units | null,
  columns: number,
): UnitStatistics {
  const statistics = units === null ? rowStatistics(table, rows) : clusterStatistics(table, rows, units, columns);
  const sizes = new Float64Array(units === null ? rows.length : units.count);
  if (units === null) sizes.fill(1);
  else for (const unit of units.ids) sizes[unit]!++;
  return { columns, offsets: statistics.offsets, indices: statistics.columns, values: statistics.values, sizes };
}

function rowStatistics({ offsets, columns, values }: ScoreTable, rows: Int32Array): SparseArrays {
  if (rows.length === offsets.length - 1) return { offsets, columns, values };
  const own = new SparseRows(rows.length);
  for (const row of rows) own.addRange(columns, values, offsets[row]!, offsets[row + 1]!);
  return own.finish();
}

function clusterStatistics(
  { offsets, columns, values }: ScoreTable,
  rows: Int32Array,
  { ids, count }: Units,
  width: number,
): SparseArrays {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < rows.length; i++) members[ids[i]!]!.push(rows[i]!);
  const sum = new Float64Array(width);
  const seen = new Uint8Array(width);
  const clusters = new SparseRows(count);
  for (const own of members) {
    const filled: number[] = [];
    for (const row of own) {
      for (let k = offsets[row]!; k < offsets[row + 1]!; k++) {
        const column = columns[k]!;
        if (seen[column] === 0) {
          seen[column] = 1;
          filled.push(column);
        }
        sum[column]! += values[k]!;
      }
    }
    const sums = filled.map((column) => sum[column]!);
    clusters.add(filled, sums);
    for (const column of filled) {
      sum[column] = 0;
      seen[column] = 0;
    }
  }
  return clusters.finish();
}

/** Below so many columns narrowing is not worth its while. */
const FEW_COLUMNS = 64;

/** A metric's statistics in the columns that they fill, where it can do without the others and they are many. */
export function inOwnColumns(
  metric: Metric,
  layout: Layout,
  sides: readonly UnitStatistics[],
): { layout: Layout; sides: readonly UnitStatistics[] } {
  const width = layout.columns.length;
  if (metric.narrow === undefined || width < FEW_COLUMNS) return { layout, sides };
  const present = new Set<number>();
  for (const { indices } of sides) for (const index of indices) present.add(index);
  const narrow = metric.narrow(layout, present);
  if (2 * narrow.columns.length > width) return { layout, sides };
  const numbers = new Int32Array(width);
  for (let i = 0; i < narrow.columns.length; i++) numbers[narrow.columns[i]!] = i;
  const inNarrow = (side: UnitStatistics): UnitStatistics => ({
    ...side,
    columns: narrow.columns.length,
    indices: side.indices.map((index) => numbers[index]!),
  });
  return { layout: narrow.layout, sides: sides.map(inNarrow) };
}
