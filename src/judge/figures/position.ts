import type { Order, PairJudgments, Winner } from '../types.js';
import { isWinner, orderVerdict } from './combine.js';
import type { FigureOptions, JudgeComparison, PositionBias } from './types.js';
import { share, shareInterval, unitsOf } from './units.js';

/** What a judge chose, by position: A is the answer shown first, C a tie. */
type Choice = 'A' | 'B' | 'C';

/**
 * Position bias over the pairs that have a verdict in both orders (Shi et al. 2024, "Judging the Judges",
 * arXiv 2406.07791). With the choices in (base first)(candidate first): AB, BA and CC are consistent, AA, AC and CA
 * primacy, BB, BC and CB recency. Preference fairness is (recency · rp - primacy · pp) / pairs, pp being the share of
 * primacy among both and rp = 1 - pp. An order's choice is what its repeats come to; rates of calls count each repeat.
 */
export function positionBias(
  pairs: readonly PairJudgments[],
  { confidence, clusters }: FigureOptions,
): Pick<JudgeComparison, 'position_consistency' | 'first_position_rate' | 'position'> {
  const both = pairs.flatMap((pair) => {
    const [base, candidate] = [orderVerdict(pair.baseFirst), orderVerdict(pair.candidateFirst)];
    if (!isWinner(base) || !isWinner(candidate)) return [];
    return [{ pair, leaning: leaningOf(choice(base, 'base_first'), choice(candidate, 'candidate_first')) }];
  });
  const count = (leaning: string) => both.filter((one) => one.leaning === leaning).length;
  const [consistent, primacy, recency] = [count('none'), count('first'), count('second')];
  const calls = both.flatMap(({ pair }) => choicesOf(pair));
  const chose = (position: Choice) => share(calls.filter((one) => one === position).length, calls.length);
  const units = unitsOf(
    clusters,
    both.map(({ pair }) => pair.example),
  );
  const flags = Float64Array.from(both, ({ leaning }) => (leaning === 'none' ? 1 : 0));
  return {
    position_consistency: share(consistent, both.length),
    first_position_rate: chose('A'),
    position: {
      pairs: both.length,
      calls: calls.length,
      consistent,
      primacy,
      recency,
      consistency_ci: shareInterval(flags, units, confidence),
      preference_fairness: fairness(primacy, recency, both.length),
      second_position_rate: chose('B'),
    },
  };
}

function choicesOf({ baseFirst, candidateFirst }: PairJudgments): Choice[] {
  return [
    ...baseFirst.filter(isWinner).map((verdict) => choice(verdict, 'base_first')),
    ...candidateFirst.filter(isWinner).map((verdict) => choice(verdict, 'candidate_first')),
  ];
}

function choice(winner: Winner, order: Order): Choice {
  if (winner === 'tie') return 'C';
  return (winner === 'base') === (order === 'base_first') ? 'A' : 'B';
}

function leaningOf(one: Choice, other: Choice): 'none' | 'first' | 'second' {
  if (one === 'C' && other === 'C') return 'none';
  if (one !== 'B' && other !== 'B') return 'first';
  return one !== 'A' && other !== 'A' ? 'second' : 'none';
}

function fairness(primacy: number, recency: number, pairs: number): PositionBias['preference_fairness'] {
  if (pairs === 0) return null;
  if (primacy + recency === 0) return 0;
  const first = primacy / (primacy + recency);
  return (recency * (1 - first) - primacy * first) / pairs;
}
