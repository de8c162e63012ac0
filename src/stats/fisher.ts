import { binomialTerm } from './special.js';

/**
 * Fisher's exact test, one-sided (Fisher 1935; scipy `fisher_exact(alternative="greater")`): how likely a group has at
 * least so many hits where all hits are spread over group and rest by chance.
 * @param hits in the group, 0 <= hits <= group
 * @param group its size
 * @param allHits in group and rest
 * @param all the size of group and rest
 */
export function fisherGreater(hits: number, group: number, allHits: number, all: number): number {
  const most = Math.min(group, allHits);
  const least = Math.max(0, group + allHits - all);
  if (hits <= least) return 1;
  // The hypergeometric term from three binomial ones (Loader 2000), the others by their ratios.
  const share = group / all;
  let term =
    (binomialTerm(hits, allHits, share, 1 - share) * binomialTerm(group - hits, all - allHits, share, 1 - share)) /
    binomialTerm(group, all, share, 1 - share);
  let sum = 0;
  for (let k = hits; k <= most; k++) {
    sum += term;
    term *= ((allHits - k) * (group - k)) / ((k + 1) * (all - allHits - group + k + 1));
  }
  return Math.min(1, sum);
}
