import type { LabelCounts } from './labels.js';
import { pairwiseSum } from './sum.js';

/** scikit-learn's figures from the counts per label, with zero_division 0 and labels that occur on either side. */

/** 2 tp / (true + predicted). */
export function f1Of({ hits, predicted, actual }: LabelCounts): number {
  return (2 * hits) / (actual + predicted);
}

/** tp / predicted, 0 where the label was never said. */
export function precisionOf({ hits, predicted }: LabelCounts): number {
  return predicted === 0 ? 0 : hits / predicted;
}

/** tp / true, 0 where the label never was the reference. */
export function recallOf({ hits, actual }: LabelCounts): number {
  return actual === 0 ? 0 : hits / actual;
}

/** The plain mean over labels of one of their figures. */
export function macroMean(counts: readonly LabelCounts[], figure: (label: LabelCounts) => number): number {
  return pairwiseSum(counts.map(figure)) / counts.length;
}

/** The mean over labels, weighted by how often each is the reference. */
export function weightedMean(counts: readonly LabelCounts[], figure: (label: LabelCounts) => number): number {
  const weighted = pairwiseSum(counts.map((label) => figure(label) * label.actual));
  return weighted / pairwiseSum(counts.map(({ actual }) => actual));
}
