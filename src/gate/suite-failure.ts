import type { Measure } from '../measures/types.js';
import { CONTAMINATION_RATE } from './plan.js';
import { counted, countText } from './figures.js';

export interface SuiteCounts {
  readonly examples: number;
  /** Examples without an output of the candidate. */
  readonly missing: number;
  /** The suite's measures, slices among them. */
  readonly measures: readonly Measure[];
  /** The share of examples that may be unscored, 0-1. */
  readonly maxUnscored: number;
}

/**
 * Why a suite can't be evaluated at all: no examples, no predictions, or too many examples without a score on one of its
 * metrics. Slices are not looked at, nor is the contamination rate, whose unscored examples are too short to decide.
 * @returns a plain sentence that says what and what to do, or null
 */
export function suiteFailure({ examples, missing, measures, maxUnscored }: SuiteCounts): string | null {
  if (examples === 0)
    return 'The eval set holds no examples; check its path and that its rows are where they should be.';
  if (missing >= examples) {
    return `None of the ${counted(examples, 'example')} has a prediction of the candidate; check that predictions carry the eval set's ids and that the training job wrote them.`;
  }
  if (tooMany(missing, examples, maxUnscored)) {
    return tooManyText(missing, examples, maxUnscored, 'have no prediction of the candidate');
  }
  for (const { metric, slice, n, unscored } of measures) {
    if (slice !== null || metric === CONTAMINATION_RATE) continue;
    if (n === 0)
      return `None of the ${counted(examples, 'example')} could be scored by ${metric}; the unscored rows say why.`;
    if (tooMany(unscored, examples, maxUnscored)) {
      return tooManyText(unscored, examples, maxUnscored, `could not be scored by ${metric}`);
    }
  }
  return null;
}

function tooMany(unscored: number, examples: number, share: number): boolean {
  return unscored - share * examples > 1e-9 * examples;
}

function tooManyText(unscored: number, examples: number, share: number, what: string): string {
  const percent = Number((100 * share).toPrecision(4));
  return `${countText(unscored)} of ${counted(examples, 'example')} ${what}, more than max_unscored (${percent}%) allows; complete the predictions, or raise max_unscored if the gaps are meant.`;
}
