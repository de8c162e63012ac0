import type { Check, Status } from '../gate/types.js';
import type { PairedScores } from '../measures/types.js';
import type { Flip } from './types.js';

/** Listed flips of a suite: a report that a browser opens at once; rows.jsonl has every row. */
export const FLIPS_LISTED = 500;

export type FlipTexts = Pick<Flip, 'prompt' | 'reference' | 'base_output' | 'candidate_output' | 'slice'>;

/** What a suite's report lists of its flips, and how many there are. */
export interface FlipLists {
  readonly broke: readonly Flip[];
  readonly fixed: readonly Flip[];
  readonly broke_total: number;
  readonly fixed_total: number;
}

const WORST_FIRST: readonly Status[] = ['fail', 'inconclusive', 'error', 'pass'];

/**
 * The examples whose score fell or rose, on the metric that the reader asks about: that of the suite's worst check with
 * per-example scores on both sides, else the suite's first such metric.
 * @param paired the suite's scores, in the order of its metrics
 * @param checks the suite's checks
 * @param textsOf the texts of the example at an index; asked only for those that are listed
 * @returns largest change first, ties in the eval set's order; null where no metric has scores of both models
 */
export function listFlips(
  paired: readonly PairedScores[],
  checks: readonly Check[],
  textsOf: (index: number) => FlipTexts,
): FlipLists | null {
  const comparable = paired.filter(({ base }) => base !== null);
  const gated = WORST_FIRST.flatMap((status) => checks.filter((check) => check.status === status));
  const scores =
    gated.map(({ metric }) => comparable.find((pair) => pair.metric === metric)).find((pair) => pair !== undefined) ??
    comparable[0];
  if (scores === undefined) return null;
  const { metric, ids, candidate } = scores;
  const base = scores.base!;
  const turn = scores.direction === 'higher' ? 1 : -1;
  const change = Float64Array.from(ids, (_, i) => turn * (candidate[i]! - base[i]!));
  const indices = [...ids.keys()];
  const fell = indices.filter((i) => change[i]! < 0).sort((i, j) => change[i]! - change[j]! || i - j);
  const rose = indices.filter((i) => change[i]! > 0).sort((i, j) => change[j]! - change[i]! || i - j);
  const flip = (i: number): Flip => ({
    metric,
    id: ids[i]!,
    base_score: base[i]!,
    candidate_score: candidate[i]!,
    ...textsOf(i),
  });
  return {
    broke: fell.slice(0, FLIPS_LISTED).map(flip),
    fixed: rose.slice(0, FLIPS_LISTED).map(flip),
    broke_total: fell.length,
    fixed_total: rose.length,
  };
}
