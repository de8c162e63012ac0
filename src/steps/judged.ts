import type { Config } from '../config/index.js';
import type { SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import { counted, countText } from '../gate/index.js';
import {
  answerOf,
  comparisonFigures,
  planSuite,
  scoreFigures,
  stabilityOf,
  winsByMetric,
  type CompareOptions,
  type ComparedPair,
  type FigureOptions,
  type Injection,
  type JudgeComparison,
  type JudgeOptions,
  type JudgeReport,
  type PairJudgments,
  type RecordedSuite,
  type SuiteJudgments,
  type SuitePlan,
} from '../judge/index.js';
import { didYouMean } from '../nearest.js';
import { scoreSuite, type ScoredMetric } from '../measures/index.js';
import { loadMetric, metricNames } from '../metrics/index.js';
import type { Metric } from '../metrics/metric.js';
import type { RunError } from '../report/types.js';
import { doubtsOf, type Absent } from './doubts.js';
import { judgeMeasures } from './judge-measures.js';
import type { ReadSuite } from './read-suite.js';
import type { MeasuredSuite } from './measure.js';

/** What a suite's judge said, beside its measures. */
export interface SuiteJudge {
  readonly report: JudgeReport;
  /** Why its measures are no answer, or null. */
  readonly failed: RunError | null;
}

/** Injections listed in the report; all are counted. */
const MOST_LISTED = 100;

/**
 * What is to be asked about a suite.
 * @param asking whether anybody can be asked
 * @throws GateError where there is no base to compare with
 */
export function planOf(
  { loaded: { rows } }: ReadSuite,
  { score, compare }: JudgeOptions,
  recorded: RecordedSuite,
  asking: boolean,
): SuitePlan {
  if (compare !== null && rows.base === null && recorded.comparisons.length === 0)
    throw new GateError('compares with a base, and there is none; give base predictions', { key: 'judge.compare' });
  return planSuite({ rows, recorded, score, compare: compare?.by === 'judge' ? compare : null }, asking);
}

/** What judging a suite came to. */
export interface Judging {
  readonly settings: JudgeOptions;
  readonly judgments: SuiteJudgments;
  /** Who judged, as the server or the records name them. */
  readonly models: readonly string[];
  /** What a reader must know of the judge. */
  readonly notes: readonly string[];
  /** Why an endpoint that is configured can't be asked, as a sentence. */
  readonly missing: string | null;
  /** Why asking ended before its end, as a clause. */
  readonly stopped: string | null;
  readonly injections: readonly Injection[];
}

/**
 * The suite with the judge's measures.
 * @throws GateError where an unknown metric is to decide its pairs
 */
export async function withJudgments(suite: ReadSuite, judging: Judging, config: Config): Promise<MeasuredSuite> {
  const { settings, judgments: judged, missing } = judging;
  const { score, compare } = settings;
  const judgments = compare?.by === 'metric' ? { ...judged, pairs: await winsOf(suite, compare) } : judged;
  const asked = compare?.by === 'judge' || score !== null;
  const notes = [
    ...(missing === null ? [] : [missing]),
    ...judging.notes,
    ...notesOf(judgments, suite.loaded.rows, asked),
  ];
  return add(suite, { ...judging, judgments, notes, config });
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

function add(
  suite: ReadSuite,
  { settings, config, judgments, models, notes, missing, stopped, injections }: Judging & { readonly config: Config },
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
  const figures =
    again.length === 0 ? all : { ...all, repetition_stability: stabilityOf(again.map(({ said }) => said)) };
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
