import type { SuiteRows } from '../data/types.js';
import { answerOf, styleOf, type Failed, type ScoreVerdict, type SuiteJudgments, type Winner } from '../judge/index.js';
import type { Evidence, ScoredMetric } from '../measures/index.js';

type Says = NonNullable<ScoredMetric['evidence']>;

/** Of a row's judge_score: what every repeat said, by criterion. */
export function scoreEvidence({ answers }: SuiteJudgments): Says {
  return (model, row) => {
    const judgments = answers?.[row]?.[model] ?? [];
    return judgments.length === 0 ? null : { judgments: judgments.map(scoreSaid) };
  };
}

/**
 * Of a row's win_rate: what was said of the pair in each order, by every repeat; the pair's looks, which length control and
 * the panel rest on; and what was said when it was asked about again.
 */
export function winEvidence(rows: SuiteRows, { comparisons, again }: SuiteJudgments): Says {
  const said = new Map<number, Evidence[]>();
  for (const { example, baseFirst, candidateFirst, preference } of comparisons) {
    const one = {
      ...(baseFirst.length === 0 ? {} : { base_first: baseFirst.map(winnerSaid) }),
      ...(candidateFirst.length === 0 ? {} : { candidate_first: candidateFirst.map(winnerSaid) }),
      ...(preference === null ? {} : { preference }),
    };
    said.set(example, [...(said.get(example) ?? []), one]);
  }
  const twice = new Map(again.map(({ example, said: both }) => [example, both.map(winnerSaid)]));
  return (_, row) => {
    const [candidate, base] = [answerOf(rows, 'candidate', row), answerOf(rows, 'base', row)];
    return {
      ...(said.has(row) ? { judgments: said.get(row) } : {}),
      ...(twice.has(row) ? { again: twice.get(row) } : {}),
      ...(candidate === null || base === null ? {} : { looks: { candidate: styleOf(candidate), base: styleOf(base) } }),
    };
  };
}

function winnerSaid(verdict: Winner | Failed): unknown {
  return typeof verdict === 'string' ? verdict : { failed: verdict.failed };
}

/** A score; by criterion where the criteria have names. */
function scoreSaid(verdict: ScoreVerdict | Failed): unknown {
  if ('failed' in verdict) return { failed: verdict.failed };
  const { scores } = verdict;
  return scores.has('') ? scores.get('') : Object.fromEntries(scores);
}
