import { clusterStandardError, mcnemarExact, mean, unitSums } from '../../stats/index.js';
import type { FigureOptions, JudgeComparison, PairResult } from './types.js';
import { share, shareInterval, unitsOf } from './units.js';

type WinRate = Pick<
  JudgeComparison,
  'n' | 'wins' | 'losses' | 'ties' | 'tie_rate' | 'win_rate' | 'win_rate_ci' | 'win_rate_standard_error' | 'p_value'
>;

/**
 * (wins + ties / 2) / n, or with recorded preferences their mean (AlpacaEval's raw win rate), over examples.
 * The sign test is exact and two-sided over pairs that are no tie; with clusters over clusters, by which side won more.
 */
export function winRate(results: readonly PairResult[], { confidence, clusters }: FigureOptions): WinRate {
  const n = results.length;
  const count = (outcome: PairResult['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const points = Float64Array.from(results, (result) => result.points);
  const units = unitsOf(
    clusters,
    results.map(({ example }) => example),
  );
  const ties = count('tie');
  return {
    n,
    wins: count('win'),
    losses: count('loss'),
    ties,
    tie_rate: share(ties, n),
    win_rate: n === 0 ? null : mean(points),
    win_rate_ci: shareInterval(points, units, confidence),
    win_rate_standard_error: (units?.count ?? n) < 2 ? null : clusterStandardError(unitSums(points, units)),
    p_value: n === 0 ? null : signTest(unitSums(Float64Array.from(results, balance), units).sums),
  };
}

function balance({ outcome }: PairResult): number {
  return outcome === 'win' ? 1 : outcome === 'loss' ? -1 : 0;
}

/** McNemar's exact test is the sign test of the discordant pairs. */
function signTest(balances: Float64Array): number {
  return mcnemarExact(balances.filter((value) => value < 0).length, balances.filter((value) => value > 0).length);
}
