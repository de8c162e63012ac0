import type { Contamination } from '../contamination/types.js';
import type { Check, Verdict } from '../gate/types.js';
import type { JudgeReport } from '../judge/index.js';
import type { LocalBreak, Measure, Slice, SubsetDifference } from '../measures/types.js';

export interface ModelRows {
  readonly label: string | null;
  readonly predictions: number;
  readonly missing: number;
  readonly extra: number;
  readonly missing_ids: readonly string[];
  readonly extra_ids: readonly string[];
  readonly paired_by: 'id' | 'prompt' | 'order';
}

/** An example whose score fell or rose between base and candidate. Texts are cut to a readable length (`cut` says so). */
export interface Flip {
  readonly metric: string;
  readonly id: string;
  readonly base_score: number;
  readonly candidate_score: number;
  readonly prompt: string | null;
  readonly reference: string | null;
  readonly base_output: string;
  readonly candidate_output: string;
  readonly slice: Slice | null;
}

export interface UnscoredRow {
  readonly id: string;
  readonly model: 'candidate' | 'base';
  readonly metric: string | null;
  readonly reason: string;
}

export interface SuiteReport {
  readonly name: string;
  readonly kind: 'custom' | 'standard';
  readonly examples: number;
  readonly candidate: ModelRows;
  readonly base: ModelRows | null;
  readonly measures: readonly Omit<Measure, 'suite'>[];
  /** Slices and clusters that lost most of what they had right, even where the total rose; the clearest first. */
  readonly breaks: readonly LocalBreak[];
  /** What each metric has on contaminated examples over clean ones; empty where nothing leaked. */
  readonly subset_differences: readonly SubsetDifference[];
  /** On the first metric, of those whose checks came out worst, that has per-example scores: worst first. */
  readonly broke: readonly Flip[];
  readonly fixed: readonly Flip[];
  readonly broke_total: number;
  readonly fixed_total: number;
  readonly unscored: readonly UnscoredRow[];
  /** What was inferred (metrics, shapes, pairing) and what a reader must know, each one plain sentence. */
  readonly notes: readonly string[];
  /** Null where no judge is configured. */
  readonly judge: JudgeReport | null;
  readonly human: null;
}

export interface RunError {
  readonly suite: string | null;
  readonly message: string;
  /** Where it stands, if it stands in a file that the user can open: the path as shown, and the 1-based line. */
  readonly file?: string;
  readonly line?: number;
}

export interface Report {
  readonly schema_version: 1;
  readonly tool: { readonly name: 'eval-gate'; readonly version: string };
  readonly verdict: Verdict;
  /** One line. */
  readonly summary: string;
  /** What could not be evaluated, each one plain sentence that says what and where. Any makes the verdict `error`. */
  readonly errors: readonly RunError[];
  readonly suites: readonly SuiteReport[];
  readonly contamination: Contamination | null;
  readonly checks: readonly Check[];
  readonly gate: {
    readonly confidence: number;
    readonly resamples: number;
    readonly correction: 'holm' | 'none';
    readonly on_inconclusive: 'pass' | 'warn' | 'fail';
    readonly mode: 'enforce' | 'warn';
  };
  /** Notes on the whole run, each one plain sentence. */
  readonly notes: readonly string[];
  readonly provenance: {
    readonly seed: number;
    readonly config_sha256: string | null;
    readonly eval_set_sha256: string | null;
    readonly [more: string]: unknown;
  };
}
