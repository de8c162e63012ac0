import type { Prediction, SuiteRows } from '../data/types.js';
import { scoreSide, type ScoredMetric, type ScoreTable } from '../measures/index.js';
import { Random } from '../stats/index.js';

/**
 * What each of the candidate's rows would score if its answer failed. For a mean of per-row scores that is the metric's
 * worst value (where its range is open, the worst that was seen). For a corpus metric it is another example's answer,
 * drawn at random: of a wrong answer's matches and lengths nobody can say what they are, but this one has some.
 */
export function failedAnswers(scored: ScoredMetric, rows: SuiteRows, seed: number): ScoreTable {
  if (scored.metric.linear) return worstScores(scored);
  const { candidate } = rows;
  const exchanged = shuffled(candidate.predictions, new Random(`${String(seed)} failed answers`));
  return scoreSide(scored, rows, { ...candidate, predictions: exchanged });
}

function worstScores({ metric, candidate, base }: ScoredMetric): ScoreTable {
  const [least, most] = metric.range;
  const higher = metric.direction === 'higher';
  const seen = [...candidate.score, ...(base?.score ?? [])].filter(Number.isFinite);
  const worst =
    (higher ? least : most) ?? seen.reduce((a, b) => (higher ? Math.min(a, b) : Math.max(a, b)), seen[0] ?? 0);
  const rows = candidate.score.length;
  return {
    offsets: Int32Array.from({ length: rows + 1 }, (_, i) => i),
    columns: new Int32Array(rows),
    values: new Float64Array(rows).fill(worst),
    score: new Float64Array(rows).fill(worst),
    unparsed: new Uint8Array(rows),
    reasons: new Array<null>(rows).fill(null),
  };
}

/** The answers that are there, dealt out anew (Fisher and Yates); rows without one stay without one. */
function shuffled(predictions: readonly (Prediction | null)[], random: Random): readonly (Prediction | null)[] {
  const places = [...predictions.keys()].filter((i) => predictions[i] !== null);
  const dealt = places.map((i) => predictions[i]!);
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [dealt[i], dealt[j]] = [dealt[j]!, dealt[i]!];
  }
  const result: (Prediction | null)[] = predictions.map(() => null);
  places.forEach((place, i) => (result[place] = dealt[i]!));
  return result;
}
