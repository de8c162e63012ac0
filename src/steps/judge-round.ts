import type { Config } from '../config/index.js';
import {
  loadRecorded,
  prepareAsking,
  type Asking,
  type Injection,
  type Judge,
  type JudgeOptions,
  type Recorded,
  type RecordedSuite,
  type SuitePlan,
} from '../judge/index.js';
import { suiteError } from './failure.js';
import { injectionsOf } from './injections.js';
import { planOf, withJudgments, withoutJudge } from './judged.js';
import type { Judges } from './judges.js';
import type { MeasuredSuite } from './measure.js';
import type { RunOptions } from './options.js';
import type { ReadSuite } from './read-suite.js';

/** Suites that share a judge. */
export interface JudgeGroup {
  readonly settings: JudgeOptions;
  readonly group: readonly ReadSuite[];
  readonly options: RunOptions;
  readonly judges: Judges;
}

/** A judge with the suites that share it, ready to be asked. */
export interface JudgeRound {
  readonly settings: JudgeOptions;
  /** What is planned for each suite, or why it can't be judged. */
  readonly plans: ReadonlyMap<ReadSuite, Planned | Unplanned>;
  /** Null: nobody can be asked. */
  readonly judge: Judge | null;
  readonly recorded: Recorded | null;
  readonly missing: string | null;
  readonly ask: Asking;
}

interface Planned {
  readonly records: RecordedSuite;
  readonly plan: SuitePlan;
}

interface Unplanned {
  readonly error: unknown;
}

/** Reads the records, opens the judge, and plans what is left to ask. What goes wrong is an error of its suites. */
export async function prepareRound(spec: JudgeGroup): Promise<JudgeRound> {
  const { settings, group, judges, options } = spec;
  const missing = judges.missing(settings);
  const plans = new Map<ReadSuite, Planned | Unplanned>();
  let judge: Judge | null = null;
  let recorded: Recorded | null = null;
  try {
    recorded = await recordedOf(spec);
    if (missing === null) judge = await judges.open(settings);
    else options.log.warn(missing);
    for (const [i, suite] of group.entries()) {
      plans.set(suite, planned(suite, settings, recorded?.suites[i] ?? NO_RECORDS, judge !== null));
    }
    const open = [...plans.values()].flatMap((one) => ('plan' in one ? [one.plan] : []));
    const ask = judge === null ? NOBODY : await prepareAsking(open, judge, options.log);
    return { settings, plans, judge, recorded, missing, ask };
  } catch (error) {
    const failed = group.map((suite) => [suite, { error }] as const);
    return { settings, plans: new Map(failed), judge, recorded, missing, ask: NOBODY };
  }
}

const NOBODY: Asking = (meanwhile) => meanwhile();

function planned(
  suite: ReadSuite,
  settings: JudgeOptions,
  records: RecordedSuite,
  asking: boolean,
): Planned | Unplanned {
  try {
    return { records, plan: planOf(suite, settings, records, asking) };
  } catch (error) {
    return { error };
  }
}

/** Asks what is left, and looks for injections meanwhile; then every suite with its judge's measures. */
export async function playRound(round: JudgeRound, config: Config): Promise<ReadonlyMap<ReadSuite, MeasuredSuite>> {
  const { settings, plans, judge, recorded, missing } = round;
  const done = new Map<ReadSuite, MeasuredSuite>();
  const injections = new Map<ReadSuite, readonly Injection[]>();
  const look = async (): Promise<void> => {
    for (const [suite, one] of plans) {
      if ('plan' in one && isJudgedBy(settings, one)) injections.set(suite, await injectionsOf(suite.loaded.rows));
    }
  };
  const broken = await round.ask(look).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  for (const [suite, one] of plans) {
    try {
      if (broken !== null) throw broken.error;
      if ('error' in one) throw one.error;
      const judging = {
        ...{ settings, missing, judgments: one.plan.judgments(), injections: injections.get(suite) ?? [] },
        models: [...new Set([...(recorded?.judges ?? []), ...(judge?.models ?? [])])].sort(),
        notes: [...(recorded?.warnings ?? []), ...(judge?.notes() ?? [])],
        stopped: judge?.stopped ?? null,
      };
      done.set(suite, await withJudgments(suite, judging, config));
    } catch (error) {
      done.set(suite, withoutJudge(suite, settings, config, suiteError(suite.loaded.config, config, error)));
    }
  }
  return done;
}

/** Whether a judge reads a suite's answers, or has read them. */
function isJudgedBy({ score, compare }: JudgeOptions, { records }: Planned): boolean {
  return score !== null || compare?.by === 'judge' || records.scores.length + records.comparisons.length > 0;
}

const NO_RECORDS = { scores: [], comparisons: [] };

async function recordedOf({ settings, group, options, judges }: JudgeGroup): Promise<Recorded | null> {
  if (settings.recorded.length === 0) return null;
  const suites = group.map(({ name, loaded: { rows } }) => ({ name, rows, scale: settings.score?.scale ?? TEN }));
  const { candidateLabel: candidate, baseLabel: base } = options;
  return loadRecorded(settings.recorded, judges.access, { suites, labels: { candidate, base } });
}

/** The scale of judge_score where no other is configured. */
const TEN = [1, 10] as const;
