import { mean, pairwiseSum } from '../../sum.js';
import { type Agreement, undefinedBecause } from './agreement.js';

type Table = readonly (readonly number[])[];

/**
 * Fleiss' kappa (1971) of several raters, chance being the categories' overall shares; as statsmodels 0.15.0's
 * `fleiss_kappa`. Undefined where all ratings are the same.
 * @param table subjects by categories, how many raters chose each; every subject has the same number of ratings
 */
export function fleissKappa(table: Table): Agreement {
  return beyondChance(table, (shares) => pairwiseSum(shares.map((share) => share * share)));
}

/** Randolph's free-marginal kappa (2005): chance is one over the number of categories. Table as for `fleissKappa`. */
export function randolphKappa(table: Table): Agreement {
  return beyondChance(table, (shares) => 1 / shares.length);
}

function beyondChance(table: Table, chanceOf: (shares: readonly number[]) => number): Agreement {
  const [first = []] = table;
  const raters = first.reduce((sum, count) => sum + count, 0);
  if (raters < 2) return undefinedBecause('agreement needs at least two ratings of a subject');
  if (table.some((counts) => counts.reduce((sum, count) => sum + count, 0) !== raters)) {
    return undefinedBecause('the subjects do not all have the same number of ratings');
  }
  const total = raters * table.length;
  const shares = first.map((_, category) => table.reduce((sum, counts) => sum + counts[category]!, 0) / total);
  const agreed = mean(
    table.map((counts) => (counts.reduce((sum, count) => sum + count * count, 0) - raters) / (raters * (raters - 1))),
  );
  const chance = chanceOf(shares);
  if (chance === 1) return undefinedBecause('all ratings are the same, so that chance alone agrees fully');
  return { value: (agreed - chance) / (1 - chance) };
}
