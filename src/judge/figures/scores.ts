import { mean, meanInterval, unitSums, type Bounds } from '../../stats/index.js';
import type { Failed, ScoreVerdict } from '../types.js';
import { isFailed } from './combine.js';
import { countJudgments } from './failures.js';
import { most, repetitionStability } from './stability.js';
import type { AnswerJudgments, FigureOptions, JudgeScores, ModelScores } from './types.js';
import { share, unitsOf } from './units.js';

/** What the repeats of one answer come to. */
export type AnswerScore =
  | { readonly score: number; readonly criteria: ReadonlyMap<string, number> }
  | { readonly failed: Failed['failed'] | null; readonly why: string };

/**
 * An answer's score: the mean over its repeats of each criterion, and the mean over the criteria. It takes verdicts from
 * more than half of the repeats; with fewer the first failed repeat says why there is none. A failure is never a zero.
 */
export function scoreOf(repeats: readonly (ScoreVerdict | Failed)[]): AnswerScore {
  const verdicts = repeats.filter((repeat): repeat is ScoreVerdict => !isFailed(repeat));
  if (2 * verdicts.length <= repeats.length) {
    return repeats.find(isFailed) ?? { failed: null, why: 'no judgment of this answer' };
  }
  const names = [...verdicts[0]!.scores.keys()];
  const criteria = new Map(names.map((name) => [name, mean(verdicts.map(({ scores }) => scores.get(name)!))]));
  return { score: mean([...criteria.values()]), criteria };
}

/**
 * Scores of both models, and whether the scale still tells answers apart.
 * @param answers one an example, all of a suite or of a slice
 * @param scale the least and the largest score
 */
export function scoreFigures(answers: readonly AnswerJudgments[], scale: Bounds, options: FigureOptions): JudgeScores {
  const sides = [
    answers.map(({ candidate }) => candidate),
    answers.flatMap(({ base }) => (base === null ? [] : [base])),
  ];
  const questions = sides.flat();
  const given = questions.flat().flatMap((verdict) => (isFailed(verdict) ? [] : [...verdict.scores.values()]));
  const candidate = modelScores(
    answers.map(({ example, candidate }) => ({ example, repeats: candidate })),
    scale,
    options,
  );
  const base = answers.some((answer) => answer.base !== null)
    ? modelScores(
        answers.map(({ example, base }) => ({ example, repeats: base ?? [] })),
        scale,
        options,
      )
    : null;
  return {
    n: candidate.n,
    mean_candidate: candidate.mean,
    mean_base: base?.mean ?? null,
    failed: candidate.failed + (base?.failed ?? 0),
    candidate,
    base,
    saturation: {
      scores: given.length,
      distinct: new Set(given).size,
      at_top: share(given.filter((score) => score === scale[1]).length, given.length),
      most_frequent: share(most(given), given.length),
    },
    repetition_stability: repetitionStability(questions.flatMap(answersByCriterion)),
    judgments: countJudgments(questions.flat()),
  };
}

/** Each criterion is a question of its own. */
function answersByCriterion(repeats: readonly (ScoreVerdict | Failed)[]): number[][] {
  const verdicts = repeats.filter((repeat): repeat is ScoreVerdict => !isFailed(repeat));
  const names = [...(verdicts[0]?.scores.keys() ?? [])];
  return names.map((name) => verdicts.map(({ scores }) => scores.get(name)!));
}

function modelScores(
  answers: readonly { readonly example: number; readonly repeats: readonly (ScoreVerdict | Failed)[] }[],
  scale: Bounds,
  { confidence, clusters }: FigureOptions,
): ModelScores {
  const all = answers.map(({ example, repeats }) => ({ example, ...scoreOf(repeats) }));
  const scored = all.filter((one) => 'score' in one);
  const failed = all.filter((one) => 'failed' in one && one.failed !== null).length;
  const values = Float64Array.from(scored, ({ score }) => score);
  const units = unitsOf(
    clusters,
    scored.map(({ example }) => example),
  );
  const names = [...(scored[0]?.criteria.keys() ?? [])].filter((name) => name !== '');
  return {
    n: scored.length,
    failed,
    unjudged: all.length - scored.length - failed,
    mean: scored.length === 0 ? null : mean(values),
    ci: scored.length === 0 ? null : meanInterval(unitSums(values, units), scale, scale[1] - scale[0], confidence).ci,
    criteria: names.map((name) => ({ name, mean: mean(scored.map(({ criteria }) => criteria.get(name)!)) })),
    at_ceiling: share(values.filter((score) => score === scale[1]).length, scored.length),
  };
}
