import { mean } from '../../stats/index.js';
import type { Style } from './style.js';
import type { FigureOptions, PairResult, PreferredShare } from './types.js';
import { shareInterval, unitsOf } from './units.js';

/** A pair with a result and both answers at hand. */
export interface StyledPair {
  readonly result: PairResult;
  readonly candidate: Style;
  readonly base: Style;
}

/** Lengths that differ by no more count as equal (AlpacaEval's `significant_delta_length`). */
export const EQUAL_LENGTH = 30;

/**
 * How often the answer with more of a trait wins, over pairs that differ in it by more than `equal`. Ties count half, as
 * in a win rate, so that 0.5 is neutral and a judge that follows position now and then is not taken for one that likes
 * brevity. It is a share, not a cause: longer answers may be better ones.
 */
export function preferredShare(
  pairs: readonly StyledPair[],
  trait: keyof Style,
  equal: number,
  { confidence, clusters }: FigureOptions,
): PreferredShare {
  const differing = pairs.filter(({ candidate, base }) => Math.abs(candidate[trait] - base[trait]) > equal);
  const points = Float64Array.from(differing, ({ result, candidate, base }) => {
    const won = candidate[trait] > base[trait] ? 'win' : 'loss';
    return result.outcome === won ? 1 : result.outcome === 'tie' ? 0.5 : 0;
  });
  const units = unitsOf(
    clusters,
    differing.map(({ result }) => result.example),
  );
  return {
    n: points.length,
    preferred: points.filter((point) => point === 1).length,
    ties: points.filter((point) => point === 0.5).length,
    rate: points.length === 0 ? null : mean(points),
    ci: shareInterval(points, units, confidence),
  };
}
