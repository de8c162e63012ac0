import { normalQuantile } from '../distributions.js';
import { pairwiseSum } from '../../sum.js';
import { type Agreement, type AgreementInference, undefinedBecause } from './agreement.js';

/** How much a disagreement counts: all the same, by the labels' distance, or by its square. */
export type CohenWeights = 'none' | 'linear' | 'quadratic';

type Table = readonly (readonly number[])[];

const ONE_LABEL = 'both raters gave one and the same label throughout, so that chance alone agrees fully';
const NO_RATINGS = 'no item has a label from both raters';

/**
 * How often each pair of labels was given: rows for the first rater, columns for the second.
 * @param first the first rater's label of each item
 * @param second the second rater's, in the same order
 * @param labels the labels in the order that weights go by; pairs with another label are left out
 */
export function ratingTable<T>(first: readonly T[], second: readonly T[], labels: readonly T[]): number[][] {
  const positions = new Map(labels.map((label, i) => [label, i]));
  const table = labels.map(() => labels.map(() => 0));
  first.forEach((label, item) => {
    const row = positions.get(label);
    const column = positions.get(second[item]!);
    if (row !== undefined && column !== undefined) table[row]![column]!++;
  });
  return table;
}

/**
 * Cohen's kappa (1960; weighted 1968) of two raters, as scikit-learn 1.9.1's `cohen_kappa_score`. Weights go by the
 * labels' positions, not by their values. Undefined where both raters used one and the same label only.
 * @param table square counts, as `ratingTable` makes them
 */
export function cohenKappa(table: Table, weights: CohenWeights = 'none'): Agreement {
  const { rows, columns, total } = margins(table);
  if (total === 0) return undefinedBecause(NO_RATINGS);
  const observed: number[] = [];
  const expected: number[] = [];
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      const weight = WEIGHTS[weights](i, j);
      observed.push(weight * count);
      expected.push(weight * ((columns[i]! * rows[j]!) / total));
    });
  });
  const chance = pairwiseSum(expected);
  return chance === 0 ? undefinedBecause(ONE_LABEL) : { value: 1 - pairwiseSum(observed) / chance };
}

const WEIGHTS: Readonly<Record<CohenWeights, (i: number, j: number) => number>> = {
  none: (i, j) => (i === j ? 0 : 1),
  linear: (i, j) => Math.abs(i - j),
  quadratic: (i, j) => (i - j) ** 2,
};

/**
 * Cohen's unweighted kappa with its large-sample standard error (Fleiss, Cohen and Everitt 1969) and normal interval, as
 * statsmodels 0.15.0's `cohens_kappa`. Where rounding leaves statsmodels a negative variance, and so NaN, the error is 0.
 * @param confidence 0-1, such as 0.95
 */
export function cohenKappaInference(table: Table, confidence: number): AgreementInference {
  const { rows, columns, total } = margins(table);
  if (total === 0) return undefinedBecause(NO_RATINGS);
  const row = rows.map((count) => count / total);
  const column = columns.map((count) => count / total);
  const agreed = table.reduce((sum, counts, i) => sum + counts[i]!, 0) / total;
  const chance = pairwiseSum(row.map((share, i) => share * column[i]!));
  if (chance === 1) return undefinedBecause(ONE_LABEL);
  const value = (agreed - chance) / (1 - chance);
  const right = table.map((counts, i) => (counts[i]! / total) * (1 - (row[i]! + column[i]!) * (1 - value)) ** 2);
  const wrong = table.flatMap((counts, i) =>
    counts.map((count, j) => (i === j ? 0 : (count / total) * (column[i]! + row[j]!) ** 2)),
  );
  const centre = (value - chance * (1 - value)) ** 2;
  const spread = pairwiseSum(right) + (1 - value) ** 2 * pairwiseSum(wrong) - centre;
  const standardError = Math.sqrt(Math.max(0, spread / (1 - chance) ** 2 / total));
  const half = normalQuantile((1 + confidence) / 2) * standardError;
  return { value, standardError, interval: [value - half, value + half] };
}

function margins(table: Table): { rows: number[]; columns: number[]; total: number } {
  const rows = table.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const columns = table.map((_, j) => table.reduce((sum, counts) => sum + counts[j]!, 0));
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}
