import type { SuiteRows } from '../data/types.js';
import type { ScoredMetric, ScoreTable } from './score.js';
import { expectResamples } from '../stats/index.js';
import type { Metric } from '../metrics/metric.js';
import {
  corpusInference,
  differenceOfMeans,
  meanCi,
  scaleOf,
  type Design,
  type DifferenceInference,
  type Scale,
} from './infer.js';
import { noteCounts } from './notes.js';
import { saidTheSame } from './pairs.js';
import { sampleSpread } from './sample-spread.js';
import { columnSums, inOwnColumns, scoredMembers, strataOfUnits, unitsOf, unitStatistics } from './select.js';
import { sliceKey, type ClusterIds, type SliceMembers, type StratumIds } from './slices.js';
import type { Delta, Interval, Measure, MeasureDetails, SampleSpread, Slice } from './types.js';

/** What all measures of a suite share. */
export interface MeasureOptions {
  readonly seed: number;
  readonly resamples: number;
  /** 0-1, such as 0.95. */
  readonly confidence: number;
}

/** Tells that so many examples will soon be measured, so that threads for their resamples can start while they are scored. */
export function expectInference(metrics: readonly Metric[], examples: number, { resamples }: MeasureOptions): void {
  if (metrics.some(({ linear }) => !linear)) expectResamples(examples, resamples);
}

/**
 * Every metric's measure over the whole suite and over each slice, in that order. A number depends on its own metric,
 * slice and seed only, not on what else is measured.
 */
export function measureSuite(spec: {
  readonly suite: string;
  readonly rows: SuiteRows;
  readonly scored: readonly ScoredMetric[];
  readonly slices: readonly SliceMembers[];
  readonly clusters: ClusterIds | null;
  readonly strata: StratumIds | null;
  readonly options: MeasureOptions;
}): Measure[] {
  const everything = { slice: null, members: new Int32Array(spec.rows.count).map((_, i) => i) };
  return spec.scored.flatMap((scored) =>
    [everything, ...spec.slices].map((selection) => measureSelection({ ...spec, ...selection, scored })),
  );
}

/** One metric on some of a suite's examples. */
export interface Selection {
  readonly suite: string;
  readonly rows: SuiteRows;
  readonly scored: ScoredMetric;
  readonly slice: Slice | null;
  readonly members: Int32Array;
  readonly clusters: ClusterIds | null;
  readonly strata: StratumIds | null;
  readonly options: MeasureOptions;
}

/** One model on one selection. */
interface SideValue {
  readonly table: ScoreTable;
  /** Its scored examples. */
  readonly rows: Int32Array;
  readonly value: number | null;
  readonly details: MeasureDetails | null;
}

interface Inferred {
  readonly candidate: Interval | null;
  readonly base: Interval | null;
  /** Null where a value is undefined, or no pair is scored on both sides. */
  readonly difference: DifferenceInference | null;
}

/** One metric's measure over one selection of examples. */
export function measureSelection(selection: Selection): Measure {
  const { suite, slice, members, scored } = selection;
  const { metric } = scored;
  const candidate = sideOf(scored, scored.candidate, scoredMembers(scored.candidate, members));
  const base = scored.base === null ? null : sideOf(scored, scored.base, scoredMembers(scored.base, members));
  const pairs = base === null ? null : pairsOf(scored, candidate, base);
  const notes = noteCounts(candidate, base);
  const inferred = (metric.linear ? inferMeans : inferCorpus)(selection, candidate, base, pairs);
  return {
    suite,
    metric: metric.id,
    slice,
    direction: metric.direction,
    unit: metric.unit,
    range: metric.range,
    ...countsOf(candidate, members),
    candidate: { value: candidate.value, ci: inferred.candidate },
    base: base === null ? null : { value: base.value, ci: inferred.base, ...countsOf(base, members) },
    delta: pairs === null ? null : deltaOf(selection, pairs, inferred.difference),
    recipe: metric.recipe,
    ...(metric.caution === undefined ? {} : { caution: metric.caution }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(candidate.details === null ? {} : { details: { candidate: candidate.details, base: base?.details ?? null } }),
  };
}

function sideOf({ metric, layout }: ScoredMetric, table: ScoreTable, rows: Int32Array): SideValue {
  if (rows.length === 0) return { table, rows, value: null, details: null };
  const sum = columnSums(table, rows, layout.columns.length);
  const value = metric.aggregate(sum, rows.length, layout);
  return {
    table,
    rows,
    value: value !== null && Number.isFinite(value) ? value : null,
    details: detailsOf(metric.details?.(sum, rows.length, layout) ?? null, sampleSpread(table, rows)),
  };
}

function detailsOf(figures: MeasureDetails | null, samples: SampleSpread | null): MeasureDetails | null {
  return samples === null ? figures : { ...figures, samples };
}

/** Both sides over the pairs that both scored. */
interface Pairs {
  readonly candidate: SideValue;
  readonly base: SideValue;
  readonly rows: Int32Array;
}

function pairsOf(scored: ScoredMetric, candidate: SideValue, base: SideValue): Pairs {
  const rows = scoredMembers(base.table, candidate.rows);
  const over = (side: SideValue) => (side.rows.length === rows.length ? side : sideOf(scored, side.table, rows));
  return { candidate: over(candidate), base: over(base), rows };
}

function countsOf({ table, rows }: SideValue, members: Int32Array): { n: number; unscored: number; unparsed: number } {
  let unparsed = 0;
  for (let i = 0; i < rows.length; i++) unparsed += table.unparsed[rows[i]!]!;
  return { n: rows.length, unscored: members.length - rows.length, unparsed };
}

function deltaOf(selection: Selection, pairs: Pairs, inferred: DifferenceInference | null): Delta {
  const { scored, rows } = selection;
  const { candidate, base } = pairs;
  const { units, strata } = designOf(selection, pairs.rows);
  const turn = scored.metric.direction === 'lower' ? -1 : 1;
  let [lost, gained] = [0, 0];
  for (const row of pairs.rows) {
    const change = turn * (candidate.table.score[row]! - base.table.score[row]!);
    if (change < 0) lost++;
    else if (change > 0) gained++;
  }
  return {
    value: candidate.value === null || base.value === null ? null : candidate.value - base.value,
    ci: inferred?.ci ?? null,
    p_value: inferred?.p_value ?? null,
    method: inferred?.method ?? 'none',
    mde: inferred?.mde ?? null,
    n: pairs.rows.length,
    units: units?.count ?? pairs.rows.length,
    ...(strata === null ? {} : { strata: strata.count }),
    lost,
    gained,
    identical: pairs.rows.length > 0 && pairs.rows.every((row) => saidTheSame(rows, row)),
  };
}

/** Inference from per-row scores. */
function inferMeans(selection: Selection, candidate: SideValue, base: SideValue | null, pairs: Pairs | null): Inferred {
  const { options } = selection;
  const scale = scaleOfSelection(selection);
  const scores = (side: SideValue, rows: Int32Array) => {
    const own = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) own[i] = side.table.score[rows[i]!]!;
    return own;
  };
  const design = (rows: Int32Array) => designOf(selection, rows);
  const ci = (side: SideValue) =>
    side.value === null ? null : meanCi(scores(side, side.rows), design(side.rows), scale, options.confidence);
  const { rows } = pairs ?? { rows: new Int32Array() };
  return {
    candidate: ci(candidate),
    base: base === null ? null : ci(base),
    difference:
      base === null || rows.length === 0
        ? null
        : differenceOfMeans(scores(candidate, rows), scores(base, rows), design(rows), scale, {
            ...options,
            seed: seedOf(selection, 'difference'),
          }),
  };
}

/** Inference from summed statistics. Where both models scored the same rows one paired bootstrap serves all three. */
function inferCorpus(
  selection: Selection,
  candidate: SideValue,
  base: SideValue | null,
  pairs: Pairs | null,
): Inferred {
  const { options, scored } = selection;
  const { metric, layout } = scored;
  const scale = scaleOfSelection(selection);
  const infer = (rows: Int32Array, sides: readonly [SideValue] | readonly [SideValue, SideValue], part: string) => {
    const values = sides.flatMap(({ value }) => value ?? []);
    if (values.length < sides.length) return { ci: sides.map(() => null), difference: null };
    const { units, strata } = designOf(selection, rows);
    const statistics = sides.map(({ table }) => unitStatistics(table, rows, units, layout.columns.length));
    const own = inOwnColumns(metric, layout, statistics);
    const aggregate = (sum: Float64Array, weight: number) => metric.aggregate(sum, weight, own.layout);
    const seed = seedOf(selection, part);
    return corpusInference(own.sides, aggregate, values, scale, strata, { ...options, seed });
  };
  const alone = (side: SideValue, part: string) => infer(side.rows, [side], part).ci[0] ?? null;
  if (base === null || pairs === null)
    return { candidate: alone(candidate, 'candidate'), base: null, difference: null };
  const paired = infer(pairs.rows, [pairs.candidate, pairs.base], 'difference');
  return {
    candidate: pairs.candidate === candidate ? paired.ci[0]! : alone(candidate, 'candidate'),
    base: pairs.base === base ? paired.ci[1]! : alone(base, 'base'),
    difference: paired.difference,
  };
}

function designOf({ clusters, strata }: Selection, rows: Int32Array): Design {
  const units = unitsOf(clusters?.ids ?? null, rows);
  return { units, strata: strataOfUnits(strata?.ids ?? null, rows, units) };
}

function scaleOfSelection({ scored }: Selection): Scale {
  return scaleOf(scored.metric, [scored.candidate.score, ...(scored.base === null ? [] : [scored.base.score])]);
}

function seedOf({ options, scored, slice }: Selection, part: string): string {
  return JSON.stringify([options.seed, scored.metric.id, sliceKey(slice), part]);
}
