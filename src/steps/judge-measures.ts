import type { Config } from '../config/index.js';
import type { Prediction, SuiteRows } from '../data/types.js';
import {
  combine,
  comparePromptSha256,
  comparisonFigures,
  isResult,
  scorePromptSha256,
  scoreOf,
  type AnswerScore,
  type ComparedPair,
  type JudgeOptions,
  type SuiteJudgments,
} from '../judge/index.js';
import { measureSuite, scoreSuite, type ScoredMetric } from '../measures/index.js';
import type { Doubt, Measure, Slice } from '../measures/types.js';
import { judgedMetric, type Judgment } from '../metrics/index.js';
import type { Doubts } from './doubts.js';
import { scoreEvidence, winEvidence } from './judge-evidence.js';
import { JUDGE_SCORE, LC_WIN_RATE, WIN_RATE } from './judge-ids.js';
import type { ReadSuite } from './read-suite.js';

interface Spec {
  readonly settings: JudgeOptions;
  readonly config: Config;
  readonly judgments: SuiteJudgments;
  readonly pairs: readonly ComparedPair[] | null;
  /** As the server or the records name them. */
  readonly models: readonly string[];
  readonly doubts: Doubts;
}

/** The judge's measures of a suite and its slices: judge_score with each criterion's, win_rate, lc_win_rate. */
export function judgeMeasures(suite: ReadSuite, spec: Spec): { scored: ScoredMetric[]; measures: Measure[] } {
  const { rows } = suite.loaded;
  const { config, doubts, pairs } = spec;
  const scores = scoredBy(rows, spec);
  const wins = pairs === null ? [] : [scoredWins(rows, pairs, spec)];
  const measured = (scored: readonly ScoredMetric[], doubt: Doubt | null) =>
    measureSuite({ suite: suite.name, rows, scored, ...suite.groups, options: config.gate }).map((measure) =>
      doubt === null ? measure : { ...measure, doubt },
    );
  return {
    scored: [...scores, ...wins],
    measures: [
      ...measured(scores, doubts.score),
      ...measured(wins, doubts.win),
      ...(pairs === null ? [] : lengthControlled(suite, pairs, spec)),
    ],
  };
}

function scoredBy(rows: SuiteRows, { settings, judgments, models }: Spec): ScoredMetric[] {
  const { answers } = judgments;
  if (answers === null) return [];
  const scores = new Map<Prediction, AnswerScore>();
  for (const { example, candidate, base } of answers) {
    const rowOf = { candidate: rows.candidate.predictions[example], base: rows.base?.predictions[example] };
    if (rowOf.candidate) scores.set(rowOf.candidate, scoreOf(candidate));
    if (rowOf.base) scores.set(rowOf.base, scoreOf(base ?? []));
  }
  const scale = settings.score?.scale ?? ([1, 10] as const);
  const names = new Set([
    ...(settings.score?.criteria ?? []).map(({ name }) => name),
    ...[...scores.values()].flatMap((score) => ('score' in score ? [...score.criteria.keys()] : [])),
  ]);
  const prompt = settings.score === null ? null : scorePromptSha256(settings.score);
  const metric = (id: string, of: (score: Scored) => number | undefined) =>
    scoreSuite(
      judgedMetric({
        id,
        unit: scale[0] === 1 && scale[1] === 10 ? 'points10' : 'number',
        range: scale,
        recipe: recipeOf(id, settings, models, prompt, [
          `scale:${scale.join('-')}`,
          `repeats:${settings.score?.repeats ?? 1}`,
        ]),
        judgments: new Map([...scores].map(([row, score]) => [row, judgmentOf(score, of)])),
      }),
      rows,
    );
  return [
    { ...metric(JUDGE_SCORE, ({ score }) => score), evidence: scoreEvidence(judgments) },
    ...[...names]
      .filter((name) => name !== '')
      .map((name) => metric(`${JUDGE_SCORE}.${name}`, ({ criteria }) => criteria.get(name))),
  ];
}

type Scored = Extract<AnswerScore, { readonly score: number }>;

function judgmentOf(score: AnswerScore, of: (score: Scored) => number | undefined): Judgment {
  return 'score' in score ? (of(score) ?? { unscored: 'no judgment by this criterion' }) : { unscored: score.why };
}

/** Of the candidate alone: a win rate is a comparison already, so it has no base. */
function scoredWins(rows: SuiteRows, pairs: readonly ComparedPair[], spec: Spec): ScoredMetric {
  const { settings, models } = spec;
  const judgments = new Map<Prediction, Judgment>();
  for (const { judgments: pair } of pairs) {
    const row = rows.candidate.predictions[pair.example] ?? null;
    const result = combine(pair);
    if (row !== null) judgments.set(row, isResult(result) ? result.points : { unscored: result.why });
  }
  const recipe = compareRecipe(WIN_RATE, settings, models, ['both-orders', 'ties:half']);
  const metric = judgedMetric({ id: WIN_RATE, unit: 'fraction', range: [0, 1], recipe, judgments });
  return { ...scoreSuite(metric, { ...rows, base: null }), evidence: winEvidence(rows, spec.judgments) };
}

function lengthControlled(suite: ReadSuite, pairs: readonly ComparedPair[], spec: Spec): Measure[] {
  const { slices, clusters } = suite.groups;
  const options = { confidence: spec.config.gate.confidence, clusters: clusters?.ids ?? null };
  const recipe = compareRecipe(LC_WIN_RATE, spec.settings, spec.models, ['tanh', 'hc0']);
  const measure = (slice: Slice | null, members: readonly ComparedPair[]): Measure => {
    const { length_control: control } = comparisonFigures(members, options);
    const doubt = suite.loaded.rows.base === null ? NO_BASE : spec.doubts.lengthControlled(control);
    return {
      ...{ suite: suite.name, metric: LC_WIN_RATE, slice, direction: 'higher', unit: 'fraction', range: [0, 1] },
      ...{ n: control.n, unscored: members.length - control.n, unparsed: 0 },
      candidate: { value: control.win_rate, ci: control.ci },
      ...{ base: null, delta: null, recipe },
      ...(doubt === null ? {} : { doubt }),
    };
  };
  return [
    measure(null, pairs),
    ...slices.map(({ slice, members }) =>
      measure(
        slice,
        [...members].map((i) => pairs[i]!),
      ),
    ),
  ];
}

const NO_BASE: Doubt = {
  status: 'error',
  why: "lc_win_rate needs both models' answers; give base predictions.",
};

function compareRecipe(id: string, settings: JudgeOptions, models: readonly string[], how: readonly string[]): string {
  const { compare } = settings;
  if (compare?.by === 'metric') return [id, `by:${compare.metric}`, ...how.slice(1)].join('|');
  const repeats = compare === null ? [] : [`repeats:${compare.repeats}`];
  return recipeOf(id, settings, models, compare === null ? null : comparePromptSha256(compare), [...how, ...repeats]);
}

/** Who judged and what was asked: another judge or prompt gives other numbers, and its name says so. */
function recipeOf(
  id: string,
  { endpoint, recorded }: JudgeOptions,
  models: readonly string[],
  prompt: string | null,
  more: readonly string[],
): string {
  const names = models.length === 0 ? 'unknown' : models.join('+');
  return [
    id,
    ...(endpoint === null
      ? [`recorded:${names}`]
      : [
          `judge:${endpoint.model}`,
          `prompt:${(prompt ?? '').slice(0, 12)}`,
          ...(recorded.length === 0 ? [] : [`recorded-in-part:${names}`]),
        ]),
    ...more,
  ].join('|');
}
