import type { SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import { CONTAMINATION_RATE } from '../gate/index.js';
import type { CheckSpec } from '../gate/types.js';
import { inferMetrics, loadMetric, metricNames } from '../metrics/index.js';
import type { Metric, MetricSpec } from '../metrics/metric.js';
import { isJudged, judgeKeyOf } from './judge-ids.js';

/** The configured metrics; else what the data suggests, and whatever the checks name. */
export function chosenMetrics(
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

/**
 * The metrics that specs name.
 * @param named tells an error of the spec at an index
 * @throws GateError for a spec that makes no metric, or two with one id
 */
export async function uniqueMetrics(
  specs: readonly MetricSpec[],
  named: (error: unknown, index: number) => unknown,
): Promise<readonly Metric[]> {
  const metrics = new Map<string, Metric>();
  for (const [i, spec] of specs.entries()) {
    try {
      assertNoJudge(spec);
      const metric = await loadMetric(spec);
      assertOwnId(metric, metrics);
      metrics.set(metric.id, metric);
    } catch (error) {
      throw named(error, i);
    }
  }
  return [...metrics.values()];
}

function assertNoJudge({ name }: MetricSpec): void {
  if (isJudged(name))
    throw new GateError(`${name} is what a judge says; leave it out here, and configure judge.${judgeKeyOf(name)}`, {
      key: 'metrics',
    });
}

function assertOwnId({ id }: Metric, others: ReadonlyMap<string, Metric>): void {
  if (id === CONTAMINATION_RATE)
    throw new GateError(`no metric may have the id "${id}", which the scan's own measure has`, { key: 'metrics' });
  if (isJudged(id))
    throw new GateError(`no metric may have the id "${id}", which a judge's own measure has`, { key: 'metrics.id' });
  if (others.has(id))
    throw new GateError(`two metrics have the id "${id}"; give one an id of its own`, { key: 'metrics' });
}

/** The error of a metric that the config names at an index, under its own key: `metrics[1].tokenize`. */
export function ofMetric(error: unknown, index: number): unknown {
  const key = error instanceof GateError ? error.place.key : undefined;
  if (!(error instanceof GateError) || key === undefined || !/^metrics(?:\.|$)/u.test(key)) return error;
  const own = key.replace('metrics', `metrics[${index}]`);
  return new GateError(error.what, { ...error.place, key: own }, { cause: error });
}
