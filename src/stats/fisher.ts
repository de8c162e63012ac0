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
  let term = chanceOf(hits, group, allHits, all);
  let sum = 0;
  for (let k = hits; k <= most; k++) {
    sum += term;
    term *= ((allHits - k) * (group - k)) / ((k + 1) * (all - allHits - group + k + 1));
  }
  return Math.min(1, sum);
}

/** Tables that are this much more likely than the one seen count as just as likely: rounding may set equal ones apart. */
const EQUALLY_LIKELY = 1 + 1e-7;

/**
 * The same two-sided (scipy `fisher_exact`): how likely all hits are spread in a way that is no more likely than the one seen.
 */
export function fisherTwoSided(hits: number, group: number, allHits: number, all: number): number {
  const most = Math.min(group, allHits);
  const least = Math.max(0, group + allHits - all);
  if (least === most) return 1;
  const seen = chanceOf(hits, group, allHits, all) * EQUALLY_LIKELY;
  const next = (k: number): number => ((allHits - k) * (group - k)) / ((k + 1) * (all - allHits - group + k + 1));
  let sum = 0;
  // From the likeliest number of hits outwards, so that nothing starts at a chance too small to be a number.
  const mode = Math.min(most, Math.max(least, Math.floor(((group + 1) * (allHits + 1)) / (all + 2))));
  const middle = chanceOf(mode, group, allHits, all);
  for (let [k, term] = [mode, middle]; k <= most; k++) {
    if (term <= seen) sum += term;
    term *= next(k);
  }
  for (let [k, term] = [mode - 1, middle]; k >= least; k--) {
    term /= next(k);
    if (term <= seen) sum += term;
  }
  return Math.min(1, sum);
}

/** The hypergeometric chance of so many hits in the group, from three binomial ones (Loader 2000); `group` is below `all`. */
function chanceOf(hits: number, group: number, allHits: number, all: number): number {
  const share = group / all;
  return (
    (binomialTerm(hits, allHits, share, 1 - share) * binomialTerm(group - hits, all - allHits, share, 1 - share)) /
    binomialTerm(group, all, share, 1 - share)
  );
}
