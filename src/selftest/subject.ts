import type { Check, GatePolicy } from '../gate/types.js';
import {
  measureSelection,
  mixTables,
  type ClusterIds,
  type ScoredMetric,
  type ScoreTable,
  type StratumIds,
} from '../measures/index.js';
import type { SuiteRows } from '../data/types.js';
import type { Measure, Slice } from '../measures/types.js';
import type { Random } from '../stats/index.js';

/** A metric of a suite with both models' rows and what they would be if they failed. */
export interface Subject {
  readonly suite: string;
  readonly rows: SuiteRows;
  readonly scored: ScoredMetric;
  readonly failed: ScoreTable;
  readonly clusters: ClusterIds | null;
  readonly strata: StratumIds | null;
}

/** What one max_regression check looks at. */
export interface Target {
  readonly check: Check;
  readonly subject: Subject;
  readonly slice: Slice | null;
  readonly members: Int32Array;
}

/** Where a row of the pretended candidate, and of the pretended base, comes from. */
const [CANDIDATE, BASE, FAILED] = [0, 1, 2];

/** A coin flip a unit of a suite: 1 where candidate and base change places. */
export function swaps(examples: number, clusters: ClusterIds | null, random: Random): Uint8Array {
  const coins = new Map<number, number>();
  return Uint8Array.from({ length: examples }, (_, i) => {
    if (clusters === null) return random.uint32() & 1;
    const cluster = clusters.ids[i]!;
    const coin = coins.get(cluster) ?? random.uint32() & 1;
    coins.set(cluster, coin);
    return coin;
  });
}

/**
 * A check's measure in a world where candidate and base changed places in some units, so that the true change is 0, and
 * where the candidate's answer failed in others.
 * @param failing 1 where the candidate fails; null for nowhere
 */
export function pretend(
  { subject, slice, members }: Target,
  swapped: Uint8Array,
  failing: Uint8Array | null,
  options: Pick<GatePolicy, 'seed' | 'resamples' | 'confidence'>,
): Measure {
  const { suite, rows, clusters, strata, failed } = subject;
  const { metric, layout, candidate, base } = subject.scored;
  const tables = [candidate, base!, failed];
  const own = swapped.map((coin, i) =>
    // A row without a score stays without one: its failure could not be seen.
    failing?.[i] === 1 && tables[coin]!.reasons[i] === null ? FAILED : coin === 1 ? BASE : CANDIDATE,
  );
  const scored = {
    metric,
    layout,
    candidate: mixTables(tables, own),
    base: mixTables(
      tables,
      swapped.map((coin) => (coin === 1 ? CANDIDATE : BASE)),
    ),
  };
  const measure = measureSelection({ suite, rows, scored, slice, members, clusters, strata, options });
  // The outputs on file say nothing of an answer that was made to fail.
  return failing === null || measure.delta === null
    ? measure
    : { ...measure, delta: { ...measure.delta, identical: false } };
}

/**
 * The share of answers that must fail so that the expected loss, from the mean of both models, is `loss`; found by
 * bisection on the expected sums.
 * @param loss in the metric's unit, above 0
 * @returns 0-1; null where failing every answer loses less
 */
export function failingShare({ subject, members }: Target, loss: number): number | null {
  const { scored, failed } = subject;
  const { metric, layout, candidate, base } = scored;
  const rows = members.filter((row) => candidate.reasons[row] === null && base!.reasons[row] === null);
  if (rows.length === 0) return null;
  const sums = [candidate, base!, failed].map((table) => sumOf(table, rows, layout.columns.length));
  const value = (share: number): number => {
    const mixed = sums[0]!.map((sum, c) => ((1 - share) * (sum + sums[1]![c]!)) / 2 + share * sums[2]![c]!);
    return metric.aggregate(mixed, rows.length, layout) ?? NaN;
  };
  const turn = metric.direction === 'higher' ? 1 : -1;
  const lost = (share: number): number => turn * (value(0) - value(share));
  if (!(lost(1) >= loss)) return null;
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (lost(middle) < loss) low = middle;
    else high = middle;
  }
  return high;
}

/** 1 in a random share of a suite's units. */
export function failures(examples: number, clusters: ClusterIds | null, share: number, random: Random): Uint8Array {
  const drawn = new Map<number, number>();
  const draw = (): number => (random.uniform() < share ? 1 : 0);
  return Uint8Array.from({ length: examples }, (_, i) => {
    if (clusters === null) return draw();
    const cluster = clusters.ids[i]!;
    const failing = drawn.get(cluster) ?? draw();
    drawn.set(cluster, failing);
    return failing;
  });
}

function sumOf({ offsets, columns, values }: ScoreTable, rows: Int32Array, width: number): Float64Array {
  const sum = new Float64Array(width);
  for (const row of rows) for (let k = offsets[row]!; k < offsets[row + 1]!; k++) sum[columns[k]!]! += values[k]!;
  return sum;
}
