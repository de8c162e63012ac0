import type { Config } from '../config/index.js';
import { usualSlices } from '../data/index.js';
import { suiteFailure } from '../gate/index.js';
import type { Log } from '../log.js';
import {
  clusterNote,
  clustersOf,
  expectInference,
  localBreaks,
  measureSuite,
  pairedScores,
  scoreSuite,
  similarPrompts,
  slicesOf,
  strataOf,
  type ClusterIds,
  type ScoredMetric,
  type SliceMembers,
  type StratumIds,
} from '../measures/index.js';
import type { LocalBreak, Measure, PairedScores, SubsetDifference } from '../measures/types.js';
import type { RunError } from '../report/types.js';
import { withCommandScores } from './command.js';
import { suiteError } from './failure.js';
import type { SuiteJudge } from './judged.js';
import type { LoadedSuite } from './load.js';
import { chosenMetrics, ofMetric, uniqueMetrics } from './metrics.js';

/** A suite with every row scored and every measure taken. */
export interface MeasuredSuite {
  readonly name: string;
  readonly loaded: LoadedSuite;
  readonly scored: readonly ScoredMetric[];
  readonly measures: readonly Measure[];
  /** Scores per example of each metric, in the suite's order. */
  readonly paired: readonly PairedScores[];
  /** Slices and clusters that lost most of what they had right. */
  readonly breaks: readonly LocalBreak[];
  /** How the suite is cut up, for measures that come later. */
  readonly groups: {
    readonly slices: readonly SliceMembers[];
    readonly clusters: ClusterIds | null;
    readonly strata: StratumIds | null;
  };
  /** What contaminated examples have over clean ones. */
  readonly differences: readonly SubsetDifference[];
  /** Null where no judge is configured. */
  readonly judge: SuiteJudge | null;
  readonly notes: readonly string[];
  /** Why the suite can't be evaluated, or null. */
  readonly failed: RunError | null;
}

/** Scores and measures every suite that could be read. */
export async function measureSuites(
  loaded: readonly LoadedSuite[],
  config: Config,
  log: Log,
): Promise<readonly MeasuredSuite[]> {
  const measured: MeasuredSuite[] = [];
  log.group('eval-gate: measure');
  for (const suite of loaded) {
    const failed = (error: unknown) => unmeasured(suite, suiteError(suite.config, config, error));
    measured.push(await measure(suite, config, log).catch(failed));
  }
  log.endGroup();
  return measured;
}

/** A suite without measures: it could not be read, or (`scan`) none are wanted. */
export function unmeasured(loaded: LoadedSuite, failed: RunError | null): MeasuredSuite {
  return {
    name: loaded.config.source.name,
    loaded,
    scored: [],
    measures: [],
    paired: [],
    breaks: [],
    groups: { slices: [], clusters: null, strata: null },
    differences: [],
    judge: null,
    notes: loaded.rows?.warnings ?? [],
    failed,
  };
}

async function measure(loaded: LoadedSuite, config: Config, log: Log): Promise<MeasuredSuite> {
  const { rows } = loaded;
  if (rows === null) return unmeasured(loaded, loaded.failed);
  const { source, slices, clusterBy, stratifyBy, maxUnscored } = loaded.config;
  const checks = (config.gate.checks ?? []).filter(({ suite }) => suite === undefined || suite === source.name);
  const { specs, note } = chosenMetrics(
    loaded.config.metrics,
    rows,
    checks,
    config.contamination !== null || loaded.config.judge !== null,
  );
  const named = (error: unknown, i: number) => (loaded.config.metrics === null ? error : ofMetric(error, i));
  const scored: ScoredMetric[] = [];
  let broken: RunError | null = null;
  const metrics = await uniqueMetrics(specs, named);
  expectInference(metrics, rows.examples.length, config.gate);
  for (const [i, metric] of metrics.entries()) {
    log.info(`${source.name}: ${metric.id}`);
    // A metric that fails makes the suite an error, but the others are still worth reading.
    try {
      const own = await withCommandScores(metric, rows, config.folder);
      scored.push(scoreSuite(metric, own, own === rows ? scored : []));
    } catch (error) {
      broken ??= suiteError(loaded.config, config, named(error, i));
    }
  }
  // Rows that are plain labels have neither prompts nor fields.
  const labels = rows.columns !== undefined;
  const clusters = clusterBy === null ? null : clustersOf(rows, clusterBy);
  const groups = {
    // Slices that a check names are measured even where `slices` does not list their key.
    slices: slicesOf(
      rows,
      slices ?? (labels ? [] : [...usualSlices(rows.examples).keys()]),
      checks.map(({ slice }) => slice).filter((slice) => slice !== undefined),
    ),
    clusters,
    strata: stratifyBy === null ? null : strataOf(rows, stratifyBy, clusters),
  };
  const measures = measureSuite({ suite: source.name, rows, scored, ...groups, options: config.gate });
  const alike = clusterBy === null && !labels ? similarPrompts(rows.examples) : [];
  const sentence = suiteFailure({ examples: rows.count, missing: rows.candidate.missing, measures, maxUnscored });
  return {
    name: source.name,
    loaded,
    scored,
    measures,
    paired: pairedScores(source.name, scored, rows),
    groups,
    differences: [],
    judge: null,
    breaks: localBreaks({ scored, ...groups, groups: alike, idOf: (row) => rows.examples[row]!.id }),
    notes: [note, ...rows.warnings, clusterNote(rows, alike)].filter((line) => line !== null),
    failed: broken ?? (sentence === null ? null : { suite: source.name, message: sentence }),
  };
}
