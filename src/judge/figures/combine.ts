import type { Failed, PairJudgments, Preference, Winner } from '../types.js';
import type { OrderVerdict, PairResult, Unjudged } from './types.js';

const POINTS = { candidate: 1, tie: 0.5, base: 0 } as const;
const OUTCOME = { candidate: 'win', tie: 'tie', base: 'loss' } as const;

/**
 * What both orders and all repeats of a pair come to. First each order's repeats ({@link orderVerdict}), then the orders:
 * - they agree: that result; they contradict each other, or one is a tie: a tie, and inconsistent;
 * - one order was asked (recorded judgments): its verdict is the result;
 * - one order failed: no result. The order that is left would decide with its position bias in full;
 * - none was asked: a recorded preference is its points, and a win, tie or loss as it lies above, at or below 0.5.
 */
export function combine(pair: PairJudgments): PairResult | Unjudged {
  const { example, preference } = pair;
  const orders = [orderVerdict(pair.baseFirst), orderVerdict(pair.candidateFirst)];
  const failed = orders.find(isFailed);
  if (failed !== undefined) return { example, failed: failed.failed, why: failed.why };
  const [first, second] = orders.filter(isWinner);
  if (first !== undefined) {
    const winner = second === undefined || first === second ? first : 'tie';
    return {
      example,
      points: POINTS[winner],
      outcome: OUTCOME[winner],
      consistent: second === undefined ? null : first === second,
    };
  }
  if (preference === null) return { example, failed: null, why: 'no judgment of this pair' };
  return { example, points: preference, outcome: OUTCOME[winnerOf(preference)], consistent: null };
}

/** Whether a pair has a result. */
export function isResult(result: PairResult | Unjudged): result is PairResult {
  return 'points' in result;
}

/**
 * What the repeats of one order come to: the side that more than half of the verdicts name, otherwise a tie. With base,
 * tie and candidate in this order that is the median, and an even split is a tie. It takes verdicts from more than half
 * of the repeats; with fewer the order has failed, as the first failed repeat says: survivors don't decide.
 * @returns null where the order was not asked
 */
export function orderVerdict(repeats: readonly (Winner | Failed)[]): OrderVerdict {
  const verdicts = repeats.filter(isWinner);
  if (2 * verdicts.length <= repeats.length) return repeats.find(isFailed) ?? null;
  const names = (side: Winner) => 2 * verdicts.filter((verdict) => verdict === side).length > verdicts.length;
  return names('candidate') ? 'candidate' : names('base') ? 'base' : 'tie';
}

export function isFailed(verdict: unknown): verdict is Failed {
  return typeof verdict === 'object' && verdict !== null && 'failed' in verdict;
}

export function isWinner(verdict: OrderVerdict): verdict is Winner {
  return typeof verdict === 'string';
}

function winnerOf(preference: Preference): Winner {
  return preference > 0.5 ? 'candidate' : preference < 0.5 ? 'base' : 'tie';
}
