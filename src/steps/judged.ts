import type { Config } from '../config/index.js';
import type { SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import { counted, countText } from '../gate/index.js';
import {
  answerOf,
  comparisonFigures,
  injectionFlags,
  judgeSuite,
  scoreFigures,
  stabilityOf,
  winsByMetric,
  type CompareOptions,
  type ComparedPair,
  type FigureOptions,
  type Injection,
  type Judge,
  type JudgeComparison,
  type JudgeOptions,
  type JudgeReport,
  type PairJudgments,
  type Recorded,
  type RecordedSuite,
  type SuiteJudgments,
} from '../judge/index.js';
import type { Log } from '../log.js';
import { didYouMean } from '../nearest.js';
import { scoreSuite, type ScoredMetric } from '../measures/index.js';
import { loadMetric, metricNames } from '../metrics/index.js';
import type { Metric } from '../metrics/metric.js';
import type { RunError } from '../report/types.js';
import { doubtsOf, type Absent } from './doubts.js';
import { judgeMeasures } from './judge-measures.js';
import type { ReadSuite } from './read-suite.js';
import type { MeasuredSuite } from './measure.js';

/** Who judges a suite, and what is known before anybody is asked. */
export interface JudgeSubject {
  readonly settings: JudgeOptions;
  /** Null: nobody can be asked. */
  readonly judge: Judge | null;
  /** Why an endpoint that is configured can't be asked, as a sentence. */
  readonly missing: string | null;
  readonly recorded: Recorded | null;
  readonly records: RecordedSuite;
}

/** What a suite's judge said, beside its measures. */
export interface SuiteJudge {
  readonly report: JudgeReport;
  /** Why its measures are no answer, or null. */
  readonly failed: RunError | null;
}

/** Injections listed in the report; all are counted. */
const MOST_LISTED = 100;

/**
 * The suite with the judge's measures.
 * @throws GateError where it can't be judged at all: no base to compare with, an unknown metric, a budget too small
 */
export async function withJudgments(
  suite: ReadSuite,
  subject: JudgeSubject,
  config: Config,
  log: Log,
): Promise<MeasuredSuite> {
  const { settings, judge, missing, recorded, records } = subject;
  const { rows } = suite.loaded;
  const { score, compare } = settings;
  if (compare !== null && rows.base === null && records.comparisons.length === 0)
    throw new GateError('compares with a base, and there is none; give base predictions', { key: 'judge.compare' });
  const byJudge = compare?.by === 'judge' ? compare : null;
  const judged = await judgeSuite({ rows, recorded: records, score, compare: byJudge, judge, log });
  const judgments = compare?.by === 'metric' ? { ...judged, pairs: await winsOf(suite, compare) } : judged;
  const models = [...new Set([...(recorded?.judges ?? []), ...(judge?.models ?? [])])].sort();
  const notes = [
    ...(missing === null ? [] : [missing]),
    ...(recorded?.warnings ?? []),
    ...(judge?.notes() ?? []),
    ...notesOf(judgments, rows, byJudge !== null || score !== null),
  ];
  const injections = compare?.by === 'metric' ? [] : injectionsOf(rows, judgments);
  const stopped = judge?.stopped ?? null;
  return add(suite, { settings, config, judgments, models, notes, missing, stopped, injections });
}

/** The suite with its judge's measures, each without a value. */
export function unjudged(suite: ReadSuite, settings: JudgeOptions, config: Config): MeasuredSuite {
  const none = suite.loaded.rows.examples.map((_, example) => ({ example }));
  const judgments = {
    answers: settings.score === null ? null : none.map((one) => ({ ...one, candidate: [], base: [] })),
    pairs:
      settings.compare === null
        ? null
        : none.map((one) => ({ ...one, baseFirst: [], candidateFirst: [], preference: null })),
    comparisons: [],
    cut: 0,
    equal: 0,
    again: [],
  };
  return add(suite, {
    settings,
    config,
    judgments,
    models: [],
    notes: [],
    missing: null,
    stopped: null,
    injections: [],
  });
}

/** The suite where judging broke: no check may rest on its judge's measures. */
export function withoutJudge(
  suite: ReadSuite,
  settings: JudgeOptions,
  config: Config,
  failed: RunError,
): MeasuredSuite {
  const empty = unjudged(suite, settings, config);
  const doubt = { status: 'error', why: `The judge could not be asked. ${failed.message}` } as const;
  return {
    ...empty,
    measures: empty.measures.map((measure) => (suite.measures.includes(measure) ? measure : { ...measure, doubt })),
    judge: { report: empty.judge!.report, failed },
  };
}

interface Addition {
  readonly settings: JudgeOptions;
  readonly config: Config;
  readonly judgments: SuiteJudgments;
  readonly models: readonly string[];
  readonly notes: readonly string[];
  readonly missing: string | null;
  readonly stopped: string | null;
  readonly injections: readonly Injection[];
}

function add(
  suite: ReadSuite,
  { settings, config, judgments, models, notes, missing, stopped, injections }: Addition,
): MeasuredSuite {
  const { rows } = suite.loaded;
  const { confidence } = config.gate;
  const clusters = suite.groups.clusters?.ids ?? null;
  const pairs = judgments.pairs === null ? null : withAnswers(rows, judgments.pairs);
  const by = settings.compare?.by === 'metric' ? settings.compare.metric : null;
  const scale = settings.score?.scale ?? [1, 10];
  const figures = {
    score: judgments.answers === null ? null : scoreFigures(judgments.answers, scale, { confidence, clusters }),
    compare: pairs === null ? null : comparison(rows, pairs, judgments, { confidence, clusters }, by),
  };
  const absent = absentOf(rows, judgments);
  const doubts = doubtsOf(figures, { settings, missing, stopped, absent });
  const measured = judgeMeasures(suite, { settings, config, judgments, pairs, models, doubts });
  return {
    ...suite,
    scored: [...suite.scored, ...measured.scored],
    measures: [...suite.measures, ...measured.measures],
    notes: [...suite.notes, ...notes, ...absentNotes(absent)],
    judge: {
      report: {
        model: settings.endpoint?.model ?? null,
        models,
        ...figures,
        injections: injections.slice(0, MOST_LISTED),
        injections_total: injections.length,
      },
      failed: doubts.failure === null ? null : { suite: suite.name, message: doubts.failure },
    },
  };
}

/** Answers and pairs without a judgment, where a model that has a file has no answer. */
function absentOf(rows: SuiteRows, { answers, pairs }: SuiteJudgments): Absent {
  const lacks = (model: 'candidate' | 'base', example: number) =>
    rows[model] !== null && answerOf(rows, model, example) === null;
  const sides = (answers ?? []).flatMap(({ example, candidate, base }) => [
    candidate.length === 0 && lacks('candidate', example),
    base?.length === 0 && lacks('base', example),
  ]);
  const unasked = (pairs ?? []).filter(
    ({ example, baseFirst, candidateFirst, preference }) =>
      baseFirst.length + candidateFirst.length === 0 &&
      preference === null &&
      (lacks('candidate', example) || lacks('base', example)),
  );
  return { answers: sides.filter(Boolean).length, pairs: unasked.length };
}

function absentNotes({ answers, pairs }: Absent): string[] {
  const many = [
    ...(answers === 0 ? [] : [counted(answers, 'answer')]),
    ...(pairs === 0 ? [] : [counted(pairs, 'pair')]),
  ];
  return many.length === 0
    ? []
    : [`The judge could not be asked about ${many.join(' and ')}: a model has no answer there.`];
}

/** Figures over examples; what concerns single calls is taken over every comparison, of which records may hold several. */
function comparison(
  rows: SuiteRows,
  pairs: readonly ComparedPair[],
  { comparisons, again }: SuiteJudgments,
  options: FigureOptions,
  by: string | null,
): JudgeComparison {
  const all = comparisonFigures(pairs, options, by);
  const figures = again.length === 0 ? all : { ...all, repetition_stability: stabilityOf(again) };
  if (comparisons.length <= pairs.length) return figures;
  const single = comparisonFigures(withAnswers(rows, comparisons), options);
  const { position_consistency, first_position_rate, position, repetition_stability, judgments } = single;
  return { ...figures, position_consistency, first_position_rate, position, repetition_stability, judgments };
}

function withAnswers(rows: SuiteRows, pairs: readonly PairJudgments[]): readonly ComparedPair[] {
  return pairs.map((judgments) => ({
    judgments,
    candidate: answerOf(rows, 'candidate', judgments.example),
    base: answerOf(rows, 'base', judgments.example),
  }));
}

/** Wins by a metric that the suite measures, or by one that it could. */
async function winsOf(
  suite: ReadSuite,
  { metric: wanted }: Extract<CompareOptions, { by: 'metric' }>,
): Promise<readonly PairJudgments[]> {
  const { scored, loaded } = suite;
  const same = (name: string) => name.toLowerCase() === wanted.toLowerCase();
  const measured = scored.find(({ metric }) => same(metric.id));
  const name = metricNames().find(same);
  if (measured === undefined && name === undefined) throw unknownMetric(wanted, scored);
  const { metric, candidate, base } = measured ?? scoreSuite(await metricToCompareBy(name ?? wanted), loaded.rows);
  return winsByMetric(candidate.score, base!.score, metric.direction);
}

/** One that takes options, such as a schema, has to be among the suite's metrics. */
async function metricToCompareBy(name: string): Promise<Metric> {
  try {
    return await loadMetric({ name });
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    throw new GateError(`${error.what}; add it to metrics, with its options`, { key: 'judge.compare.by' });
  }
}

function unknownMetric(wanted: string, scored: readonly ScoredMetric[]): GateError {
  const known = [...new Set([...scored.map(({ metric }) => metric.id), ...metricNames()])];
  return new GateError(`"${wanted}" is no metric${didYouMean(wanted, known)}`, { key: 'judge.compare.by' });
}

function injectionsOf(rows: SuiteRows, { answers, pairs }: SuiteJudgments): Injection[] {
  if (answers === null && pairs === null) return [];
  return (['candidate', 'base'] as const).flatMap((model) =>
    rows.examples.flatMap(({ id }, i) => {
      const answer = answerOf(rows, model, i);
      const flags = answer === null ? [] : injectionFlags(answer);
      return flags.length === 0 ? [] : [{ id, model, flags }];
    }),
  );
}

function notesOf({ cut, equal }: SuiteJudgments, rows: SuiteRows, asked: boolean): string[] {
  const sampled = rows.candidate.predictions.filter((prediction) => (prediction?.outputs.length ?? 0) > 1).length;
  return [
    ...(cut === 0
      ? []
      : [`The judge saw ${counted(cut, 'question')} shortened, since an answer or a prompt is very long.`]),
    ...(equal === 0
      ? []
      : [
          `${counted(equal, 'pair')} of equal answers ${equal === 1 ? 'is a tie' : 'are ties'} that no judge was asked about.`,
        ]),
    ...(asked && sampled > 0
      ? [`The judge saw the first sample of ${countText(sampled)} prompts that have several.`]
      : []),
  ];
}
