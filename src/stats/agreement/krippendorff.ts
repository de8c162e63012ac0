import { pairwiseSum } from '../../sum.js';
import { type Agreement, countRatings, domainOf, ratingsByUnit, undefinedBecause } from './agreement.js';

/** What may be said of two ratings: different or not, their order, their distance, their ratio. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha (2004) of any number of raters, with missing ratings; as krippendorff 0.9.0. Units with fewer than
 * two ratings count only for the ordinal level's domain. Undefined where no unit has two ratings, and where the ratings
 * that can be compared are all the same (there the package raises, or gives NaN).
 * @param ratings `ratings[rater][unit]`, null where a rater left a unit out
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  level: MeasurementLevel,
): Agreement {
  const units = ratingsByUnit(ratings);
  const domain = domainOf(units);
  if (domain.length < 2) return undefinedBecause('all ratings are the same');
  if (units.every(({ length }) => length < 2)) return undefinedBecause('no unit has two ratings');
  const coincidences = coincidencesOf(countRatings(units, domain));
  const totals = domain.map((_, k) => coincidences.reduce((sum, row) => sum + row[k]!, 0));
  const others = pairwiseSum(totals) - 1;
  const distance = DISTANCES[level](domain, totals);
  const observed: number[] = [];
  const expected: number[] = [];
  domain.forEach((_, c) => {
    domain.forEach((__, k) => {
      const d = distance(c, k);
      const byChance = (totals[c]! * totals[k]! - (c === k ? totals[c]! : 0)) / others;
      observed.push(coincidences[c]![k]! * d);
      expected.push(byChance * d);
    });
  });
  const chance = pairwiseSum(expected);
  if (chance === 0) return undefinedBecause('the ratings that can be compared are all the same');
  return { value: 1 - pairwiseSum(observed) / chance };
}

/** How often two values meet within a unit, each unit weighing as much as it has ratings. */
function coincidencesOf(counts: readonly (readonly number[])[]): number[][] {
  const [first = []] = counts;
  const matrix = first.map(() => first.map(() => 0));
  for (const unit of counts) {
    const raters = Math.max(
      2,
      unit.reduce((sum, count) => sum + count, 0),
    );
    unit.forEach((countC, c) => {
      unit.forEach((countK, k) => {
        matrix[c]![k]! += (countC * countK - (c === k ? countC : 0)) / (raters - 1);
      });
    });
  }
  return matrix;
}

type Distance = (c: number, k: number) => number;

/** Squared distances between the values at two positions of the domain. */
const DISTANCES: Readonly<
  Record<MeasurementLevel, (domain: readonly number[], totals: readonly number[]) => Distance>
> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  ordinal: (_, totals) => (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = totals[low]! + pairwiseSum(totals, low + 1, high - low);
    return (between - (totals[c]! + totals[k]!) / 2) ** 2;
  },
  interval: (domain) => (c, k) => (domain[c]! - domain[k]!) ** 2,
  ratio: (domain) => (c, k) => {
    const sum = domain[c]! + domain[k]!;
    return sum === 0 ? 0 : ((domain[c]! - domain[k]!) / sum) ** 2;
  },
};
