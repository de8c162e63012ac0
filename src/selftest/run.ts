import { loadConfig, type RunRequest } from '../config/index.js';
import type { FileAccess } from '../data/types.js';
import { GateError } from '../errors.js';
import { decide, type GateSuite } from '../gate/index.js';
import type { GatePolicy } from '../gate/types.js';
import type { Log } from '../log.js';
import { clustersOf, isSubset, sliceKey, slicesOf, strataOf } from '../measures/index.js';
import { isJudged, loadSuites, measureSuites, type MeasuredSuite } from '../steps/index.js';
import { failedAnswers } from './failed.js';
import { simulate } from './simulate.js';
import type { Subject, Target } from './subject.js';
import type { Selftest } from './types.js';

/** Resamples of a test inside a simulated run: p-values then have steps of 0.001. */
const RESAMPLES = 1000;
/** Holm's adjustment divides the level by the number of checks; this many checks can share those steps. */
const CHECKS_A_STEP = 20;

export interface SelftestOptions {
  readonly request: RunRequest;
  readonly access: FileAccess;
  /** Simulated runs, at least 1. */
  readonly runs: number;
  readonly log: Log;
}

/**
 * The gate's false alarms and power on the user's own rows. Suites are loaded and scored once; every simulated run then
 * works on the rows' statistics.
 * @throws GateError where a suite can't be evaluated, or where no max_regression check is there to be tested
 */
export async function selftest({ request, access, runs, log }: SelftestOptions): Promise<Selftest> {
  const config = await loadConfig(request, access, true);
  const loaded = await loadSuites(config, access, log);
  const measured = await measureSuites(loaded, config, log);
  for (const { failed } of measured) if (failed !== null) throw new GateError(failed.message);
  const policy = regressionsOnly(config.gate);
  const targets = targetsOf(measured, policy);
  if (targets.length === 0) {
    throw new GateError(
      'there is no max_regression check to test; it takes base predictions, and a max_regression in gate.checks (not of a judge, who is not asked here) or no checks at all',
    );
  }
  const resamples = Math.min(policy.resamples, RESAMPLES * Math.ceil(targets.length / CHECKS_A_STEP));
  const step = Math.ceil(runs / 10);
  const found = simulate({
    targets,
    policy: { ...policy, resamples },
    suites: measured.map((suite) => gateSuite(suite, targets)),
    runs,
    onRun: (done) => {
      if (done % step === 0 || done === runs) log.info(`selftest: ${String(done)} of ${String(runs)} runs`);
    },
  });
  const exceeded = found.gate.exceeded || found.checks.some(({ false_alarms: alarms }) => alarms.exceeded);
  return {
    ...{ runs, resamples, seed: policy.seed, confidence: policy.confidence, correction: policy.correction },
    suites: measured.map(suiteLine),
    ...found,
    verdict: exceeded ? 'fail' : 'pass',
  };
}

/**
 * The gate's comparisons with the base: limits on a value know no false alarm, no judge is asked here, and no training data
 * is searched.
 */
function regressionsOnly(policy: GatePolicy): GatePolicy {
  const checks = policy.checks
    ?.filter((spec) => spec.max_regression !== undefined && !isJudged(spec.metric) && !isSubset(spec.slice ?? null))
    .map((spec) => ({ ...spec, min: undefined, max: undefined }));
  return { ...policy, checks: checks ?? null, must_not_regress: null };
}

function targetsOf(measured: readonly MeasuredSuite[], policy: GatePolicy): Target[] {
  const { checks } = decide({
    policy,
    measures: measured.flatMap(({ measures }) => measures),
    paired: [],
    suites: measured.map((suite) => gateSuite(suite, null)),
    hasTraining: false,
  });
  const subjects = new Map<string, Subject>();
  return checks.flatMap((check): Target[] => {
    const { suite: name, metric, slice } = check;
    const suite = measured.find((one) => one.name === name)!;
    const scored = suite.scored.find((one) => one.metric.id === metric);
    const { rows } = suite.loaded;
    if (check.status === 'error') throw new GateError(check.reason.replace(/\.$/u, ''), { key: check.id });
    if (scored === undefined || rows === null || scored.base === null) return [];
    const key = JSON.stringify([name, metric]);
    const subject = subjects.get(key) ?? {
      ...{ suite: name, rows, scored },
      failed: failedAnswers(scored, rows, policy.seed),
      ...designOfSuite(suite),
    };
    subjects.set(key, subject);
    const everything = Int32Array.from(rows.examples.keys());
    const members =
      slice === null
        ? everything
        : slicesOf(rows, [], [slice]).find((found) => sliceKey(found.slice) === sliceKey(slice))!.members;
    return [{ check, subject, slice, members }];
  });
}

/** A suite as the gate knows it, with only those metrics that are tested. */
function gateSuite({ name, scored, loaded }: MeasuredSuite, targets: readonly Target[] | null): GateSuite {
  const tested = targets?.filter(({ subject }) => subject.suite === name).map(({ check }) => check.metric);
  const metrics = scored.map(({ metric }) => metric.id);
  return {
    name,
    failed: null,
    headline: metrics.filter((metric) => tested?.includes(metric) ?? true),
    hasBase: (loaded.rows?.base ?? null) !== null,
  };
}

function designOfSuite({ loaded }: MeasuredSuite): Pick<Subject, 'clusters' | 'strata'> {
  const { rows, config } = loaded;
  if (rows === null) return { clusters: null, strata: null };
  const clusters = config.clusterBy === null ? null : clustersOf(rows, config.clusterBy);
  return { clusters, strata: config.stratifyBy === null ? null : strataOf(rows, config.stratifyBy, clusters) };
}

function suiteLine(suite: MeasuredSuite): Selftest['suites'][number] {
  const { clusters } = designOfSuite(suite);
  return {
    name: suite.name,
    examples: suite.loaded.rows?.examples.length ?? 0,
    clusters: clusters === null ? null : new Set(clusters.ids).size,
  };
}
