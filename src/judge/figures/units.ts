import { meanInterval, proportionInterval, unitSums, type Bounds } from '../../stats/index.js';

/** Units of inference over some rows: `ids[i]` is the i-th row's, 0 <= id < `count`. */
export interface Units {
  readonly ids: Int32Array;
  readonly count: number;
}

/**
 * The clusters of some examples, numbered from 0 in order of appearance; null where each stands alone.
 * @param clusters per example of the suite its cluster
 * @param examples positions in the suite
 */
export function unitsOf(clusters: Int32Array | null, examples: readonly number[]): Units | null {
  if (clusters === null) return null;
  const numbers = new Map<number, number>();
  const ids = Int32Array.from(examples, (example) => {
    const cluster = clusters[example]!;
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
  return numbers.size === examples.length ? null : { ids, count: numbers.size };
}

/** The interval of a mean of shares from 0 to 1: as measures have it (docs/statistics.md); null for none. */
export function shareInterval(shares: Float64Array, units: Units | null, confidence: number): Bounds | null {
  if (shares.length === 0) return null;
  if (units === null && shares.every((share) => share === 0 || share === 1)) {
    return proportionInterval(
      shares.reduce((sum, share) => sum + share, 0),
      shares.length,
      confidence,
    );
  }
  return meanInterval(unitSums(shares, units), [0, 1], 1, confidence).ci;
}

/** A share of a count; null for a count of 0. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
