import { normalQuantile, tQuantile } from './distributions.js';

/** The chance with which an effect of the stated size is to be found. */
const POWER = 0.8;

/**
 * The smallest true change that a two-sided test at this confidence finds with 80% power: (t_{1-α/2} + t_{0.8}) · SE,
 * with units - 1 degrees of freedom (Miller 2024, "Adding Error Bars to Evals", with t in place of z for few units).
 * @param standardError of the mean difference
 * @param units independent units, at least 1
 */
export function minimumDetectableEffect(standardError: number, units: number, confidence: number): number {
  const df = Math.max(1, units - 1);
  return (tQuantile((1 + confidence) / 2, df) + tQuantile(POWER, df)) * standardError;
}

/**
 * How many units would settle a drop of the observed size: with a true drop this large, a sample of so many units would
 * fail the check (drop beyond the limit, and significant) with 80% power.
 * @param mde the minimum detectable effect that `units` units have
 * @param drop the observed drop, above 0
 * @param limit the drop that is allowed, 0 or more
 * @returns units, at least `units`'s own smallest; null where no number can settle it (drop <= limit)
 */
export function unitsNeeded(spec: {
  readonly mde: number;
  readonly units: number;
  readonly drop: number;
  readonly limit: number;
  readonly confidence: number;
}): number | null {
  const { mde, units, drop, limit, confidence } = spec;
  if (!(drop > limit) || !(drop > 0)) return null;
  const df = Math.max(1, units - 1);
  const perUnit = (mde / (tQuantile((1 + confidence) / 2, df) + tQuantile(POWER, df))) * Math.sqrt(units);
  const significant = (normalQuantile((1 + confidence) / 2) + normalQuantile(POWER)) / drop;
  const beyond = normalQuantile(POWER) / (drop - limit);
  return Math.ceil((perUnit * Math.max(significant, beyond)) ** 2);
}

/** The standard error that a minimum detectable effect was made from. */
export function standardErrorOfMde(mde: number, units: number, confidence: number): number {
  const df = Math.max(1, units - 1);
  return mde / (tQuantile((1 + confidence) / 2, df) + tQuantile(POWER, df));
}
