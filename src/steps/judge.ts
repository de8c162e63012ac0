import type { Config } from '../config/index.js';
import type { FileAccess } from '../data/types.js';
import {
  loadRecorded,
  openJudge,
  type EndpointOptions,
  type Judge,
  type JudgeOptions,
  type JudgeUsage,
  type Recorded,
} from '../judge/index.js';
import type { RunError } from '../report/types.js';
import { suiteError } from './failure.js';
import { unjudged, withJudgments, withoutJudge } from './judged.js';
import type { MeasuredSuite } from './measure.js';
import type { RunOptions } from './options.js';
import { isRead, type ReadSuite } from './read-suite.js';

export interface JudgeContext {
  readonly access: FileAccess;
  readonly env: NodeJS.ProcessEnv;
  /** Calls `stop` when the process is told to end, until the returned function is called. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** What judging has taken, for the report's provenance. */
export interface JudgeUse extends JudgeUsage {
  readonly model: string;
  /** As the server named it. */
  readonly models: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** The suites with what judging has taken, for the report's provenance. */
export interface JudgedSuites {
  readonly suites: readonly MeasuredSuite[];
  readonly uses: readonly JudgeUse[];
}

/**
 * Asks the judge about every suite that has one and could be evaluated so far, and adds its measures. Suites that share the
 * run's `judge` share its endpoint, its budget and its cache. A judge that can't be asked at all is an error of its suites.
 * @param fault why no judgment could decide the checks, or null; then nobody is asked
 */
export async function judgeSuites(
  suites: readonly MeasuredSuite[],
  config: Config,
  fault: RunError | null,
  options: RunOptions,
  context: JudgeContext,
): Promise<JudgedSuites> {
  const groups = new Map<JudgeOptions, ReadSuite[]>();
  for (const suite of suites) {
    const { judge } = suite.loaded.config;
    if (judge !== null && isRead(suite) && suite.failed === null)
      groups.set(judge, [...(groups.get(judge) ?? []), suite]);
  }
  if (groups.size === 0) return { suites, uses: [] };
  if (fault !== null) {
    options.log.warn(NOT_ASKED);
    return { suites: suites.map((suite) => unasked(suite, config)), uses: [] };
  }
  options.log.group('eval-gate: judge');
  const done = new Map<MeasuredSuite, MeasuredSuite>();
  const uses: JudgeUse[] = [];
  const interrupted = new AbortController();
  const ignore = context.onInterrupt(() => interrupted.abort());
  try {
    for (const [judge, group] of groups) {
      const judged = await judgeGroup({ settings: judge, group, config, options, context, signal: interrupted.signal });
      for (const [i, suite] of group.entries()) done.set(suite, judged.suites[i]!);
      uses.push(...judged.uses);
    }
  } finally {
    ignore();
  }
  options.log.endGroup();
  return { suites: suites.map((suite) => done.get(suite) ?? suite), uses };
}

const NOT_ASKED = "The judge was not asked, since the checks can't be decided.";

function unasked(suite: MeasuredSuite, config: Config): MeasuredSuite {
  const { judge } = suite.loaded.config;
  if (judge === null || !isRead(suite) || suite.failed !== null) return suite;
  const without = unjudged(suite, judge, config);
  const report = without.judge?.report;
  return {
    ...without,
    notes: [...without.notes, NOT_ASKED],
    judge: report === undefined ? null : { report, failed: null },
  };
}

interface Group {
  readonly settings: JudgeOptions;
  readonly group: readonly ReadSuite[];
  readonly config: Config;
  readonly options: RunOptions;
  readonly context: JudgeContext;
  /** Aborted when the process is told to end. */
  readonly signal: AbortSignal;
}

async function judgeGroup(spec: Group): Promise<JudgedSuites> {
  const { settings, group, options } = spec;
  const judged: MeasuredSuite[] = [];
  let judge: Judge | null = null;
  try {
    const recorded = await recordedOf(spec);
    const missing = missingKey(settings.endpoint, spec.context.env);
    if (missing === null) judge = await openedJudge(spec);
    else options.log.warn(missing);
    for (const [i, suite] of group.entries()) {
      const subject = { settings, judge, missing, recorded, records: recorded?.suites[i] ?? NO_RECORDS };
      const fail = (error: unknown) =>
        withoutJudge(suite, settings, spec.config, suiteError(suite.loaded.config, spec.config, error));
      judged.push(await withJudgments(suite, subject, spec.config, options.log).catch(fail));
    }
  } catch (error) {
    for (const suite of group.slice(judged.length)) {
      judged.push(withoutJudge(suite, settings, spec.config, suiteError(suite.loaded.config, spec.config, error)));
    }
  } finally {
    await judge?.close();
  }
  return { suites: judged, uses: judge === null ? [] : [useOf(judge)] };
}

const NO_RECORDS = { scores: [], comparisons: [] };

async function recordedOf({ settings, group, options, context }: Group): Promise<Recorded | null> {
  if (settings.recorded.length === 0) return null;
  const suites = group.map(({ name, loaded: { rows } }) => ({ name, rows, scale: settings.score?.scale ?? TEN }));
  const { candidateLabel: candidate, baseLabel: base } = options;
  return loadRecorded(settings.recorded, context.access, { suites, labels: { candidate, base } });
}

/** The scale of judge_score where no other is configured. */
const TEN = [1, 10] as const;

async function openedJudge({ settings, config, options, context, signal }: Group): Promise<Judge | null> {
  const { endpoint } = settings;
  if (endpoint === null) return null;
  const { access, env } = context;
  const apiKey = endpoint.apiKeyEnv === null ? null : (env[endpoint.apiKeyEnv] ?? null);
  const seed = String(config.gate.seed);
  return openJudge({ ...settings, endpoint }, { apiKey, seed, access, signal, log: options.log });
}

/** Why the endpoint can't be asked, as a sentence; null where it can. One on this machine needs no key. */
function missingKey(endpoint: EndpointOptions | null, env: NodeJS.ProcessEnv): string | null {
  if (endpoint === null || endpoint.apiKeyEnv === null) return null;
  if ((env[endpoint.apiKeyEnv] ?? '').trim() !== '' || isLocal(endpoint.baseUrl)) return null;
  return `The judge was not asked: the environment variable ${endpoint.apiKeyEnv} is not set (a fork's pull request has no secrets).`;
}

function isLocal(baseUrl: string | null): boolean {
  return (
    baseUrl !== null &&
    URL.canParse(baseUrl) &&
    /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(new URL(baseUrl).hostname)
  );
}

function useOf(judge: Judge): JudgeUse {
  const { model, params } = judge.endpoint;
  return { model, params, models: [...judge.models].sort(), ...judge.usage() };
}
