import type { LabelCounts } from './labels.js';
import { pairwiseSum } from '../sum.js';

/** scikit-learn's figures from a label's counts, with zero_division 0 and labels that occur on either side. */
export type Figure = (hits: number, predicted: number, actual: number) => number;

/** 2 tp / (true + predicted). */
export const f1Of: Figure = (hits, predicted, actual) => (2 * hits) / (actual + predicted);

/** tp / predicted, 0 where the label was never said. */
export const precisionOf: Figure = (hits, predicted) => (predicted === 0 ? 0 : hits / predicted);

/** tp / true, 0 where the label never was the reference. */
export const recallOf: Figure = (hits, _predicted, actual) => (actual === 0 ? 0 : hits / actual);

/** The plain mean over labels of one of their figures. */
export function macroMean({ size, hits, predicted, actual, work }: LabelCounts, figure: Figure): number {
  for (let i = 0; i < size; i++) work[i] = figure(hits[i]!, predicted[i]!, actual[i]!);
  return pairwiseSum(work, 0, size) / size;
}

/** The mean over labels, weighted by how often each is the reference. */
export function weightedMean({ size, hits, predicted, actual, work }: LabelCounts, figure: Figure): number {
  for (let i = 0; i < size; i++) work[i] = figure(hits[i]!, predicted[i]!, actual[i]!) * actual[i]!;
  return pairwiseSum(work, 0, size) / pairwiseSum(actual, 0, size);
}

/** The mean recall over the labels that references have. */
export function balancedAccuracy({ size, hits, actual, work }: LabelCounts): number {
  let labels = 0;
  for (let i = 0; i < size; i++) if (actual[i]! > 0) work[labels++] = hits[i]! / actual[i]!;
  return pairwiseSum(work, 0, labels) / labels;
}

/** Matthews' correlation coefficient for any number of labels (Gorodkin 2004); 0 where one side has a single label. */
export function matthews({ size, hits, predicted, actual }: LabelCounts): number {
  let [n, right, products, saidSquares, trueSquares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < size; i++) {
    n += actual[i]!;
    right += hits[i]!;
    products += actual[i]! * predicted[i]!;
    saidSquares += predicted[i]! ** 2;
    trueSquares += actual[i]! ** 2;
  }
  const spread = (n ** 2 - saidSquares) * (n ** 2 - trueSquares);
  return spread === 0 ? 0 : (right * n - products) / Math.sqrt(spread);
}
