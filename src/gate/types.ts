import type { Slice } from '../measures/types.js';

export type Status = 'pass' | 'fail' | 'inconclusive' | 'error';
/** The same four words, for the whole run. */
export type Verdict = Status;
export type Rule = 'min' | 'max' | 'max_regression' | 'must_not_regress';

/** A limit in the metric's own unit, or as a text: `"2pp"` (percentage points of a fraction), `"2%"` (of the base's value). */
export type Limit = number | string;

/** One entry of `gate.checks` as configured. Each rule in it becomes a Check per suite that it applies to. */
export interface CheckSpec {
  readonly metric: string;
  readonly suite?: string | undefined;
  readonly slice?: Slice | undefined;
  readonly min?: Limit | undefined;
  readonly max?: Limit | undefined;
  readonly max_regression?: Limit | undefined;
  readonly strict?: boolean | undefined;
  /** Where it stands in the config (`gate.checks[0]`), for messages. */
  readonly key: string;
}

export interface MustNotRegress {
  readonly tags: readonly string[];
  readonly metric?: string | undefined;
}

export interface GatePolicy {
  readonly seed: number;
  readonly resamples: number;
  readonly confidence: number;
  readonly correction: 'holm' | 'none';
  readonly on_inconclusive: 'pass' | 'warn' | 'fail';
  /** Null: none configured, so the defaults of the contract apply. */
  readonly checks: readonly CheckSpec[] | null;
  readonly must_not_regress: MustNotRegress | null;
}

/** One line of the gate. */
export interface Check {
  /** `[suite/]metric[{key=value}]:rule` */
  readonly id: string;
  readonly suite: string;
  readonly metric: string;
  readonly slice: Slice | null;
  readonly rule: Rule;
  /** In the metric's unit; null where it could not be worked out. */
  readonly limit: number | null;
  /** The limit as written, where it was a text. */
  readonly limit_text?: string;
  /** What was held against the limit: the candidate's value, or the delta turned so that more is better. */
  readonly value: number | null;
  readonly status: Status;
  /** One or two plain sentences with the evidence. */
  readonly reason: string;
  /** max_regression only: the p-value adjusted over the run's max_regression checks. */
  readonly p_adjusted?: number | null;
  /** max_regression only: examples that would settle an inconclusive check. */
  readonly n_needed?: number | null;
  /** must_not_regress only: the examples whose score fell. */
  readonly fallen?: readonly string[];
  readonly strict?: boolean;
}
