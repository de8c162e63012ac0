import { combine, isResult } from './combine.js';
import { countJudgments } from './failures.js';
import { lengthControl } from './length-control.js';
import { positionBias } from './position.js';
import { EQUAL_LENGTH, preferredShare, type StyledPair } from './preferred.js';
import { stabilityOf } from './stability.js';
import { styleOf } from './style.js';
import type { ComparedPair, FigureOptions, JudgeComparison, LengthControl, Unjudged } from './types.js';
import { unitsOf } from './units.js';
import { winRate } from './win-rate.js';

const NO_SELF_PREFERENCE = 'Not measurable with one judge: it takes a second one of another model family.';

/**
 * All figures of a comparison: win rate, length-controlled win rate, and the bias panel.
 * @param pairs one an example, all of a suite or of a slice
 * @param by the metric that decided the pairs, or null for a judge
 */
export function comparisonFigures(
  pairs: readonly ComparedPair[],
  options: FigureOptions,
  by: string | null = null,
): JudgeComparison {
  const judgments = pairs.map((pair) => pair.judgments);
  const combined = judgments.map(combine);
  const results = combined.filter(isResult);
  const unjudged = combined.filter((result): result is Unjudged => !isResult(result));
  const styled = pairs.flatMap(({ candidate, base }, i): StyledPair[] => {
    const result = combined[i]!;
    if (candidate === null || base === null || !isResult(result)) return [];
    return [{ result, candidate: styleOf(candidate), base: styleOf(base) }];
  });
  const controlled = controlLength(styled, options);
  const longer = preferredShare(styled, 'length', EQUAL_LENGTH, options);
  const orders = judgments.flatMap(({ baseFirst, candidateFirst }) => [baseFirst, candidateFirst]);
  return {
    by,
    ...winRate(results, options),
    failed: unjudged.filter(({ failed }) => failed !== null).length,
    unjudged: unjudged.filter(({ failed }) => failed === null).length,
    lc_win_rate: controlled.win_rate,
    length_control: controlled,
    ...positionBias(judgments, options),
    longer_preferred_rate: longer.rate,
    preferred: {
      longer,
      bullets: preferredShare(styled, 'bullets', 0, options),
      markdown: preferredShare(styled, 'markdown', 0, options),
    },
    repetition_stability: stabilityOf(orders),
    judgments: countJudgments(orders.flat()),
    self_preference: { rate: null, reason: NO_SELF_PREFERENCE },
  };
}

function controlLength(pairs: readonly StyledPair[], { confidence, clusters }: FigureOptions): LengthControl {
  return lengthControl(
    {
      points: Float64Array.from(pairs, ({ result }) => result.points),
      candidateLengths: Float64Array.from(pairs, ({ candidate }) => candidate.length),
      baseLengths: Float64Array.from(pairs, ({ base }) => base.length),
      units: unitsOf(
        clusters,
        pairs.map(({ result }) => result.example),
      ),
    },
    confidence,
  );
}
