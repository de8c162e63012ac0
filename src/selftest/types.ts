import type { Slice } from '../measures/types.js';

/** What a self-test found, in the shape that `--json` prints. Shares are 0-1. */

/** How often something was red where nothing had changed. */
export interface FalseAlarms {
  readonly red: number;
  /** The most that it should be. */
  readonly nominal: number;
  /** Up to here chance explains a share above the nominal one in so many runs. */
  readonly chance_up_to: number;
  readonly inconclusive: number;
  readonly exceeded: boolean;
}

/** How often a check was red at a true loss of known size. */
export interface Power {
  /** The true loss in the metric's unit. */
  readonly loss: number;
  /** `loss` as a multiple of the check's limit, or of the smallest drop that this many examples can show. */
  readonly times: number;
  readonly of: 'limit' | 'mde';
  readonly red: number;
  /** What the measure's standard error promises, Holm's adjustment counted in. */
  readonly expected: number;
  /** Two standard errors of `red`. */
  readonly simulation_error: number;
}

export interface TestedCheck {
  readonly id: string;
  readonly suite: string;
  readonly metric: string;
  readonly slice: Slice | null;
  readonly unit: 'fraction' | 'percent' | 'points10' | 'number';
  readonly limit: number;
  readonly mde: number | null;
  readonly false_alarms: FalseAlarms;
  /** Losses that failing every answer would not reach are left out. */
  readonly power: readonly Power[];
}

export interface Selftest {
  readonly runs: number;
  /** Of every test inside a run; fewer than the gate's own, for speed. */
  readonly resamples: number;
  readonly seed: number;
  readonly confidence: number;
  readonly correction: 'holm' | 'none';
  readonly suites: readonly { readonly name: string; readonly examples: number; readonly clusters: number | null }[];
  readonly checks: readonly TestedCheck[];
  /** Any check of the gate red. */
  readonly gate: FalseAlarms;
  readonly verdict: 'pass' | 'fail';
}
