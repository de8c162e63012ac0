import { proportionInterval } from '../stats/index.js';
import type { Measure, Slice } from './types.js';

/**
 * A Measure of how many examples are flagged, lower being better, such as contamination_rate: it has no base.
 * @param flags one an example: true where flagged, null where it can't be decided (in no denominator)
 */
export function rateMeasure(spec: {
  readonly suite: string;
  readonly metric: string;
  readonly slice: Slice | null;
  readonly flags: readonly (boolean | null)[];
  readonly confidence: number;
  readonly recipe: string;
}): Measure {
  const { suite, metric, slice, flags, confidence, recipe } = spec;
  const flagged = flags.filter((flag) => flag === true).length;
  const n = flags.filter((flag) => flag !== null).length;
  return {
    suite,
    metric,
    slice,
    direction: 'lower',
    unit: 'fraction',
    range: [0, 1],
    n,
    unscored: flags.length - n,
    unparsed: 0,
    candidate:
      n === 0 ? { value: null, ci: null } : { value: flagged / n, ci: proportionInterval(flagged, n, confidence) },
    base: null,
    delta: null,
    recipe,
  };
}
