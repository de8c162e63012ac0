import { tQuantile, tSurvival } from '../distributions.js';
import type { Bounds } from '../proportions.js';
import { countRatings, domainOf, ratingsByUnit, undefinedBecause } from './agreement.js';

/** Gwet's AC1 with what it is made of. */
export type GwetAc1 =
  | {
      readonly value: number;
      /** The share of agreeing pairs, and that expected by chance. */
      readonly observed: number;
      readonly chance: number;
      /** Null where the ratings hold one category only, or belong to one unit: there is no variance then. */
      readonly inference: {
        readonly standardError: number;
        readonly interval: Bounds;
        readonly pValue: number;
      } | null;
    }
  | { readonly value: null; readonly reason: string };

/** irrCAC's stand-in for a standard error of 0. */
const LEAST_ERROR = 1e-15;

/**
 * Gwet's AC1 (2008) of any number of raters, with missing ratings, which does not collapse where one category prevails; as
 * irrCAC 0.4.4's `CAC(...).gwet()`: t interval with units - 1 degrees of freedom, cut at 1. With one category only it is
 * 1, as there. Undefined where no unit has two ratings.
 * @param ratings `ratings[rater][unit]`, null where a rater left a unit out
 * @param confidence 0-1, such as 0.95
 */
export function gwetAc1(ratings: readonly (readonly (number | null)[])[], confidence: number): GwetAc1 {
  const units = ratingsByUnit(ratings).filter(({ length }) => length > 0);
  const domain = domainOf(units);
  const counts = countRatings(units, domain);
  const compared = units.filter(({ length }) => length > 1).length;
  if (compared === 0) return undefinedBecause('no unit has two ratings');
  const agreements = counts.map((unit, i) => agreementWithin(unit, units[i]!.length));
  const observed = sum(agreements) / compared;
  if (domain.length === 1) return { value: 1, observed, chance: 1, inference: null };
  const n = units.length;
  const shares = domain.map((_, k) =>
    counts.reduce((total, unit, i) => total + (1 / n) * (unit[k]! / units[i]!.length), 0),
  );
  const categories = domain.length;
  const chance = (categories * sum(shares.map((share) => share * (1 - share)))) / (categories * (categories - 1));
  const value = (observed - chance) / (1 - chance);
  if (n === 1) return { value, observed, chance, inference: null };
  const squares = counts.map((unit, i) => {
    const raters = units[i]!.length;
    const own = ((n / compared) * (agreements[i]! - (raters > 1 ? chance : 0))) / (1 - chance);
    const byChance = ((1 / (categories - 1)) * sum(unit.map((count, k) => count * (1 - shares[k]!)))) / raters;
    return (own - (2 * (1 - value) * (byChance - chance)) / (1 - chance) - value) ** 2;
  });
  const standardError = Math.sqrt((1 / (n * (n - 1))) * sum(squares)) || LEAST_ERROR;
  const half = tQuantile((1 + confidence) / 2, n - 1) * standardError;
  return {
    value,
    observed,
    chance,
    inference: {
      standardError,
      interval: [value - half, Math.min(1, value + half)],
      pValue: 2 * tSurvival(Math.abs(value / standardError), n - 1),
    },
  };
}

/** The share of a unit's pairs of ratings that agree; 0 for a single rating. */
function agreementWithin(counts: readonly number[], raters: number): number {
  return raters < 2 ? 0 : sum(counts.map((count) => count * (count - 1))) / (raters * (raters - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
