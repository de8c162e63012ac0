import { mcnemarExact, pairedProportionInterval, proportionInterval } from '../../src/stats/index.js';
import { binomialTerm, logGamma } from '../../src/stats/special.js';
import { CONFIDENCE, LEAST_UNITS, type Outcome } from './simulate.js';

/** Outcomes less likely than this, in all, are left out. */
const NEGLIGIBLE = 1e-9;

/**
 * What the interval of a paired difference holds, and how often a check with `max_regression: 0` is red: the sum over all
 * outcomes, so without any error of simulation.
 * @param lost the chance that a pair is right only before
 * @param gained the chance that it is right only after
 */
export function exactPaired(lost: number, gained: number, n: number): Outcome {
  const truth = gained - lost;
  let [covered, red, all] = [0, 0, 0];
  for (const l of likely(n, lost)) {
    for (const g of likely(n, gained)) {
      if (l + g > n) continue;
      const chance = trinomial([l, g, n - l - g], [lost, gained, 1 - lost - gained]);
      if (chance < NEGLIGIBLE / (n * n)) continue;
      all += chance;
      const { ci } = pairedProportionInterval(l, g, n, CONFIDENCE);
      if (ci[0] <= truth + 1e-12 && truth - 1e-12 <= ci[1]) covered += chance;
      if (n >= LEAST_UNITS && g < l && ci[1] < 0 && mcnemarExact(l, g) <= 1 - CONFIDENCE) red += chance;
    }
  }
  return { covered: covered / all, red: red / all, runs: 0, differing: n * (lost + gained) };
}

/** The same for one model's share of right answers. */
export function exactShare(rate: number, n: number): Outcome {
  let covered = 0;
  for (let k = 0; k <= n; k++) {
    const ci = proportionInterval(k, n, CONFIDENCE);
    if (ci[0] <= rate && rate <= ci[1]) covered += binomialTerm(k, n, rate, 1 - rate);
  }
  return { covered, red: 0, runs: 0, differing: n * Math.min(rate, 1 - rate) };
}

/** The counts of n that are not next to impossible at this chance. */
function likely(n: number, chance: number): number[] {
  const reach = 8 * Math.sqrt(n * chance * (1 - chance)) + 16;
  const first = Math.max(0, Math.floor(n * chance - reach));
  const last = Math.min(n, Math.ceil(n * chance + reach));
  return Array.from({ length: chance === 0 ? 1 : last - first + 1 }, (_, i) => first + i);
}

function trinomial(counts: readonly number[], chances: readonly number[]): number {
  let log = logGamma(1 + counts.reduce((sum, count) => sum + count, 0));
  for (const [i, count] of counts.entries()) {
    if (count > 0) log += count * Math.log(chances[i]!) - logGamma(count + 1);
  }
  return Number.isNaN(log) ? 0 : Math.exp(log);
}
