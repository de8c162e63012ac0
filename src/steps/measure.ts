import type { Config } from '../config/index.js';
import { usualSlices } from '../data/index.js';
import type { SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import { CONTAMINATION_RATE, suiteFailure } from '../gate/index.js';
import type { CheckSpec } from '../gate/types.js';
import type { Log } from '../log.js';
import {
  clusterNote,
  clustersOf,
  localBreaks,
  measureSuite,
  pairedScores,
  scoreSuite,
  similarPrompts,
  slicesOf,
  type ClusterIds,
  type ScoredMetric,
  type SliceMembers,
} from '../measures/index.js';
import type { LocalBreak, Measure, PairedScores } from '../measures/types.js';
import { inferMetrics, loadMetric, metricNames } from '../metrics/index.js';
import type { Metric, MetricSpec } from '../metrics/metric.js';
import type { RunError } from '../report/types.js';
import { withCommandScores } from './command.js';
import { runError } from './failure.js';
import type { SuiteJudge } from './judged.js';
import type { LoadedSuite } from './load.js';

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
  readonly groups: { readonly slices: readonly SliceMembers[]; readonly clusters: ClusterIds | null };
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
    const failed = (error: unknown) => unmeasured(suite, runError(suite.config.source.name, error));
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
    groups: { slices: [], clusters: null },
    judge: null,
    notes: loaded.rows?.warnings ?? [],
    failed,
  };
}

async function measure(loaded: LoadedSuite, config: Config, log: Log): Promise<MeasuredSuite> {
  const { rows } = loaded;
  if (rows === null) return unmeasured(loaded, loaded.failed);
  const { source, slices, clusterBy, maxUnscored } = loaded.config;
  const checks = (config.gate.checks ?? []).filter(({ suite }) => suite === undefined || suite === source.name);
  const { specs, note } = chosenMetrics(
    loaded.config.metrics,
    rows,
    checks,
    config.contamination !== null || loaded.config.judge !== null,
  );
  const scored: ScoredMetric[] = [];
  let broken: RunError | null = null;
  for (const metric of await uniqueMetrics(specs)) {
    log.info(`${source.name}: ${metric.id}`);
    // A metric that fails makes the suite an error, but the others are still worth reading.
    try {
      scored.push(scoreSuite(metric, await withCommandScores(metric, rows, config.folder)));
    } catch (error) {
      broken ??= runError(source.name, error);
    }
  }
  const groups = {
    // Slices that a check names are measured even where `slices` does not list their key.
    slices: slicesOf(
      rows,
      slices ?? [...usualSlices(rows.examples).keys()],
      checks.map(({ slice }) => slice).filter((slice) => slice !== undefined),
    ),
    clusters: clusterBy === null ? null : clustersOf(rows, clusterBy),
  };
  const measures = measureSuite({ suite: source.name, rows, scored, ...groups, options: config.gate });
  const alike = clusterBy === null ? similarPrompts(rows.examples) : [];
  const { length: examples } = rows.examples;
  const sentence = suiteFailure({ examples, missing: rows.candidate.missing, measures, maxUnscored });
  return {
    name: source.name,
    loaded,
    scored,
    measures,
    paired: scored.map((metric) => pairedScores(source.name, metric, rows)),
    groups,
    judge: null,
    breaks: localBreaks({ scored, ...groups, groups: alike, ids: rows.examples.map(({ id }) => id) }),
    notes: [note, ...rows.warnings, clusterNote(rows, alike)].filter((line) => line !== null),
    failed: broken ?? (sentence === null ? null : { suite: source.name, message: sentence }),
  };
}

/** The configured metrics; else what the data suggests, and whatever the checks name. */
function chosenMetrics(
  configured: readonly MetricSpec[] | null,
  rows: SuiteRows,
  checks: readonly CheckSpec[],
  scans: boolean,
): { specs: readonly MetricSpec[]; note: string | null } {
  if (configured !== null) {
    if (configured.length === 0 && !scans)
      throw new GateError('is empty, and there is nothing else to measure; name a metric', { key: 'metrics' });
    return { specs: configured, note: null };
  }
  const inferred = inferMetrics(rows.examples);
  const known = new Set([...metricNames(), ...ownScores(rows)]);
  const named = checks.map(({ metric }) => metric).filter((name) => known.has(name));
  const names = new Set([...inferred.specs.map(({ name }) => name), ...ownScores(rows), ...named]);
  const specs = [...names].map((name) => inferred.specs.find((spec) => spec.name === name) ?? { name });
  if (specs.length === 0 && !scans) throw new GateError(`${inferred.reason}; name the metrics`, { key: 'metrics' });
  return { specs, note: inferred.specs.length === 0 ? null : `Metrics were inferred: ${inferred.reason}` };
}

/** The user's own numbers come with the predictions, so they are measured without being asked for. */
function ownScores(rows: SuiteRows): readonly string[] {
  const names = new Set<string>();
  for (const prediction of rows.candidate.predictions) {
    for (const name of prediction?.scores.keys() ?? []) names.add(`scores.${name}`);
  }
  return [...names].sort();
}

async function uniqueMetrics(specs: readonly MetricSpec[]): Promise<readonly Metric[]> {
  const metrics = await Promise.all(specs.map(loadMetric));
  const seen = new Set<string>();
  for (const { id } of metrics) {
    if (id === CONTAMINATION_RATE)
      throw new GateError(`no metric may have the id "${id}", which the scan's own measure has`, { key: 'metrics' });
    if (seen.has(id))
      throw new GateError(`two metrics have the id "${id}"; give one an id of its own`, { key: 'metrics' });
    seen.add(id);
  }
  return metrics;
}
