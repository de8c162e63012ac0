import { fisherTwoSided, independentInterval, permutationTest } from '../stats/index.js';
import type { MeasureOptions } from './measure.js';
import type { ScoredMetric, ScoreTable } from './score.js';
import { inOwnColumns, scoredMembers, unitsOf, unitStatistics } from './select.js';
import type { ClusterIds } from './slices.js';
import type { Estimate, GroupDifference, Measure, SubsetDifference } from './types.js';

/** A metric's measure on one subset of a suite, and the examples in it. */
interface Group {
  readonly measures: readonly Measure[];
  readonly members: Int32Array;
}

/**
 * What each metric's values on the contaminated and on the clean examples have between them: the interval comes from the
 * values' own, so that both tell the same; the p-value is Fisher's for lone zeros and ones, else that of a permutation test.
 * Metrics that have no value on either side are left out.
 */
export function subsetDifferences(spec: {
  readonly scored: readonly ScoredMetric[];
  readonly contaminated: Group;
  readonly clean: Group;
  readonly clusters: ClusterIds | null;
  readonly options: MeasureOptions;
}): SubsetDifference[] {
  const { scored, contaminated, clean, clusters, options } = spec;
  const members = [contaminated.members, clean.members] as const;
  return scored.flatMap((one) => {
    const { id } = one.metric;
    const [leaked, rest] = [contaminated, clean].map(({ measures }) => measures.find(({ metric }) => metric === id));
    if (leaked === undefined || rest === undefined) return [];
    const between = (model: 'candidate' | 'base'): GroupDifference | null => {
      const [table, a, b] = [one[model], leaked[model], rest[model]];
      if (table === null || a === null || b === null) return null;
      const groups = members.map((group) => scoredMembers(table, group)) as [Int32Array, Int32Array];
      const seed = JSON.stringify([options.seed, id, model, 'subsets']);
      return difference({ scored: one, table, groups, values: [a, b], clusters, options, seed });
    };
    const found = { metric: id, candidate: between('candidate'), base: between('base') };
    return found.candidate === null && found.base === null ? [] : [found];
  });
}

function difference(spec: {
  readonly scored: ScoredMetric;
  readonly table: ScoreTable;
  readonly groups: readonly [Int32Array, Int32Array];
  readonly values: readonly [Estimate, Estimate];
  readonly clusters: ClusterIds | null;
  readonly options: MeasureOptions;
  readonly seed: string;
}): GroupDifference | null {
  const { scored, table, groups, clusters, options, seed } = spec;
  const [first, second] = spec.values;
  if (first.value === null || second.value === null) return null;
  const ci =
    first.ci === null || second.ci === null
      ? null
      : independentInterval({ value: first.value, ci: first.ci }, { value: second.value, ci: second.ci });
  const value = first.value - second.value;
  const { metric, layout } = scored;
  const units = groups.map((rows) => unitsOf(clusters?.ids ?? null, rows));
  const lone = units.every((own) => own === null);
  if (metric.linear && lone && groups.every((rows) => rows.every((row) => isBinary(table.score[row]!)))) {
    const hits = groups.map((rows) => rows.reduce((sum, row) => sum + table.score[row]!, 0));
    const [a, b] = groups;
    const p = fisherTwoSided(hits[0]!, a.length, hits[0]! + hits[1]!, a.length + b.length);
    return { value, ci, p_value: p, method: 'fisher_exact' };
  }
  const statistics = groups.map((rows, i) => unitStatistics(table, rows, units[i]!, layout.columns.length));
  const own = inOwnColumns(metric, layout, statistics);
  const aggregate = (sum: Float64Array, weight: number) => metric.aggregate(sum, weight, own.layout);
  const p = permutationTest(own.sides[0]!, own.sides[1]!, aggregate, options.resamples, seed);
  return { value, ci, p_value: p, method: 'permutation' };
}

function isBinary(score: number): boolean {
  return score === 0 || score === 1;
}
