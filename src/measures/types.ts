/** Results in the shape of report.json: what the gate, the report and GitHub know of a metric. Keys are the contract's. */

/** `{ category: "math" }`, or `{ subset: "clean" }`. */
export type Slice = Readonly<Record<string, string>>;

export type Interval = readonly [number, number];

export interface Estimate {
  readonly value: number | null;
  readonly ci: Interval | null;
}

/** The candidate against the base, over the pairs scored on both sides. Not turned: candidate - base in the metric's unit. */
export interface Delta {
  readonly value: number | null;
  readonly ci: Interval | null;
  /** Two-sided, never corrected for other checks. */
  readonly p_value: number | null;
  /** mcnemar_exact, sign_flip, swap_randomization … */
  readonly method: string;
  /** The smallest true drop found with 80% power at this confidence; never 0. Null where there are no pairs. */
  readonly mde: number | null;
  /** Pairs scored on both sides. */
  readonly n: number;
  /** Independent units: pairs, or clusters. */
  readonly units: number;
  /** Strata within which the interval was resampled, where there are any. */
  readonly strata?: number;
  /** Pairs whose score fell and rose, turned so that more is better. */
  readonly lost: number;
  readonly gained: number;
  /** True where every pair of outputs is the same text. */
  readonly identical: boolean;
}

export interface Measure {
  readonly suite: string;
  readonly metric: string;
  readonly slice: Slice | null;
  readonly direction: 'higher' | 'lower';
  readonly unit: 'fraction' | 'percent' | 'points10' | 'number';
  /** The least and largest value that the metric can have; null where there is none. */
  readonly range: readonly [number | null, number | null];
  /** The candidate's scored examples. */
  readonly n: number;
  readonly unscored: number;
  /** Outputs of the candidate that were there but could not be parsed; scored as wrong. */
  readonly unparsed: number;
  readonly candidate: Estimate;
  readonly base: (Estimate & { readonly n: number; readonly unscored: number; readonly unparsed: number }) | null;
  readonly delta: Delta | null;
  readonly recipe: string;
  readonly caution?: string;
  readonly doubt?: Doubt;
  /** Why rows are wrong, where the metric says so, the most frequent first; rows.jsonl has each row's own note. */
  readonly notes?: readonly NoteCount[];
  /** Further figures of the candidate and the base, such as precision and recall or scikit-learn's report. */
  readonly details?: {
    readonly candidate: MeasureDetails;
    readonly base: MeasureDetails | null;
  };
}

/** Why no check may rest on a measure, as a plain sentence, and what such a check becomes. */
export interface Doubt {
  readonly status: 'inconclusive' | 'fail' | 'error';
  readonly why: string;
  /** Only a pass is in doubt: what is not known could only make the value worse. */
  readonly of_pass?: true;
}

/** Rows whose metric says the same of what is wrong with them. */
export interface NoteCount {
  readonly note: string;
  readonly candidate: number;
  readonly base: number | null;
}

/** How much samples of one prompt differ, and how much prompts do: variances of a sample's score, in the metric's unit squared. */
export interface SampleSpread {
  readonly mean_per_example: number;
  readonly within_variance: number;
  /** Of the prompts' own means, without what is due to sampling; null for a single prompt. */
  readonly between_variance: number | null;
}

export interface MeasureDetails {
  /** Where prompts have several samples. */
  readonly samples?: SampleSpread;
  readonly values?: Readonly<Record<string, number | null>>;
  readonly text?: string;
}

/** Per-example scores of both models on one metric, for rules that look at single examples. NaN: unscored. */
export interface PairedScores {
  readonly suite: string;
  readonly metric: string;
  readonly direction: 'higher' | 'lower';
  readonly ids: readonly string[];
  readonly tags: readonly (readonly string[])[];
  readonly candidate: Float64Array;
  /** Null without base predictions. */
  readonly base: Float64Array | null;
}

/** A slice or a cluster that lost most of what it had right, even where the total rose. */
export interface LocalBreak {
  readonly metric: string;
  /** Null for a cluster. */
  readonly slice: Slice | null;
  /** A cluster's examples by id; null for a slice. */
  readonly examples: readonly string[] | null;
  /** Examples that the base had right. */
  readonly right: number;
  /** Of those: wrong now. */
  readonly lost: number;
  /** Right now, gained ones included. */
  readonly now: number;
  /** The same outside of the group. */
  readonly rest_right: number;
  readonly rest_lost: number;
  /** Fisher's exact test, one-sided, corrected for all groups and metrics looked at. */
  readonly p_adjusted: number;
}

/** How much higher a metric is on the contaminated examples than on the clean ones: two independent groups of examples. */
export interface SubsetDifference {
  readonly metric: string;
  /** Not turned: contaminated - clean in the metric's unit. Null where one of them has no value. */
  readonly candidate: GroupDifference | null;
  /** The same of the base, which tells leaked examples that are easy from examples that were learnt by heart. */
  readonly base: GroupDifference | null;
}

export interface GroupDifference {
  readonly value: number;
  readonly ci: Interval | null;
  /** Two-sided, never corrected. */
  readonly p_value: number | null;
  readonly method: 'fisher_exact' | 'permutation';
}
