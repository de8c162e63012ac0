import type { Config } from '../config/index.js';
import type { JudgeOptions } from '../judge/index.js';
import type { RunError } from '../report/types.js';
import { playRound, prepareRound, type JudgeRound } from './judge-round.js';
import { unjudged } from './judged.js';
import type { Judges, JudgeUse } from './judges.js';
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
  const rounds: JudgeRound[] = [];
  await judges.interruptible(async () => {
    // What all of them take is known, and within their budgets, before the first is asked.
    for (const [settings, group] of groups) {
      rounds.push(await prepareRound({ settings, group, options, judges }));
    }
    for (const round of rounds) {
      for (const [suite, judged] of await playRound(round, config)) done.set(suite, judged);
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
