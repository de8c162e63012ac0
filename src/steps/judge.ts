import type { Config } from '../config/index.js';
import type { FileAccess } from '../data/types.js';
import { loadRecorded, type Judge, type JudgeOptions, type Recorded } from '../judge/index.js';
import type { RunError } from '../report/types.js';
import { suiteError } from './failure.js';
import type { Judges, JudgeUse } from './judges.js';
import { unjudged, withJudgments, withoutJudge } from './judged.js';
import type { MeasuredSuite } from './measure.js';
import type { RunOptions } from './options.js';
import { isRead, type ReadSuite } from './read-suite.js';

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
  access: FileAccess,
  judges: Judges,
): Promise<JudgedSuites> {
  const groups = new Map<JudgeOptions, ReadSuite[]>();
  for (const suite of suites) {
    const { judge } = suite.loaded.config;
    if (judge !== null && isRead(suite) && suite.failed === null)
      groups.set(judge, [...(groups.get(judge) ?? []), suite]);
  }
  if (groups.size === 0) return { suites, uses: judges.uses() };
  if (fault !== null) {
    options.log.warn(NOT_ASKED);
    return { suites: suites.map((suite) => unasked(suite, config)), uses: judges.uses() };
  }
  options.log.group('eval-gate: judge');
  const done = new Map<MeasuredSuite, MeasuredSuite>();
  await judges.interruptible(async () => {
    for (const [judge, group] of groups) {
      const judged = await judgeGroup({ settings: judge, group, config, options, access, judges });
      for (const [i, suite] of group.entries()) done.set(suite, judged[i]!);
    }
  });
  options.log.endGroup();
  return { suites: suites.map((suite) => done.get(suite) ?? suite), uses: judges.uses() };
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
  readonly access: FileAccess;
  readonly judges: Judges;
}

async function judgeGroup(spec: Group): Promise<readonly MeasuredSuite[]> {
  const { settings, group, judges, options } = spec;
  const judged: MeasuredSuite[] = [];
  try {
    const recorded = await recordedOf(spec);
    const missing = judges.missing(settings);
    const judge: Judge | null = missing === null ? await judges.open(settings) : null;
    if (missing !== null) options.log.warn(missing);
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
  }
  return judged;
}

const NO_RECORDS = { scores: [], comparisons: [] };

async function recordedOf({ settings, group, options, access }: Group): Promise<Recorded | null> {
  if (settings.recorded.length === 0) return null;
  const suites = group.map(({ name, loaded: { rows } }) => ({ name, rows, scale: settings.score?.scale ?? TEN }));
  const { candidateLabel: candidate, baseLabel: base } = options;
  return loadRecorded(settings.recorded, access, { suites, labels: { candidate, base } });
}

/** The scale of judge_score where no other is configured. */
const TEN = [1, 10] as const;
