import type { Bounds } from '../proportions.js';

/** A coefficient, at most 1 (full agreement), 0 as by chance; or why it can't be had. */
export type Agreement = { readonly value: number } | { readonly value: null; readonly reason: string };

/** A coefficient with its standard error and interval. */
export type AgreementInference =
  | { readonly value: number; readonly standardError: number; readonly interval: Bounds }
  | { readonly value: null; readonly reason: string };

export function undefinedBecause(reason: string): { readonly value: null; readonly reason: string } {
  return { value: null, reason };
}

/** Ratings as one list of given ones per unit; `ratings[rater][unit]`, null where a rater left a unit out. */
export function ratingsByUnit(ratings: readonly (readonly (number | null)[])[]): number[][] {
  const units = Math.max(0, ...ratings.map(({ length }) => length));
  return Array.from({ length: units }, (_, unit) =>
    ratings.map((row) => row[unit] ?? null).filter((rating) => rating !== null),
  );
}

/** The distinct ratings in numeric order. */
export function domainOf(units: readonly (readonly number[])[]): number[] {
  return [...new Set(units.flat())].sort((a, b) => a - b);
}

/** For each unit how often each value of the domain was given. */
export function countRatings(units: readonly (readonly number[])[], domain: readonly number[]): number[][] {
  const positions = new Map(domain.map((value, i) => [value, i]));
  return units.map((ratings) => {
    const counts = domain.map(() => 0);
    for (const rating of ratings) counts[positions.get(rating)!]!++;
    return counts;
  });
}
