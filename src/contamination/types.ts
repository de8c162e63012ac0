/** The scan's results in the shape of report.json and contamination.jsonl. */

import type { MeaningSearch } from './meaning.js';

export type Level = 'identical' | 'near_identical' | 'substantial' | 'partial' | 'template';

export interface Evidence {
  readonly file: string;
  /** In a Parquet file the number of the row. */
  readonly line: number;
  /** Only in a Parquet file. */
  readonly row_group?: number;
  /** The key that the common span begins under; in ngram mode it is left out. */
  readonly field?: string;
  /** What the pair is known by: a fingerprint of the example's and the row's text. */
  readonly row: string;
  /** True where an earlier scan had it. */
  readonly known?: true;
  /** The training row's text around the common span, cut to a readable length. */
  readonly text: string;
  /** The longest common span as it stands in the training row (part of `text`). */
  readonly span: string;
  /** Left out where it was found by its text; then there is no common span, and `similarity` is the cosine. */
  readonly found_by?: 'meaning';
  readonly similarity?: number;
}

export interface ContaminatedExample {
  readonly suite: string;
  readonly id: string;
  readonly level: Level;
  /** Share of the example that one training row covers, 0-1. */
  readonly score: number;
  /** Which part of the example the worst row holds, and its longest common span in words; in ngram mode left out. */
  readonly part?: 'question' | 'answer' | 'both' | 'template';
  readonly longest_span?: number;
  /** True where it leaked through rows that an earlier scan had, and through no other. */
  readonly known?: true;
  /** Its level rests on what a judge confirmed, and not on the share. */
  readonly found_by?: 'meaning';
  /** The eval text that was searched for, cut to a readable length. */
  readonly text: string;
  /** Best first. */
  readonly evidence: readonly Evidence[];
}

/** A pair that an allow-list lets pass. */
export interface AllowedLeak {
  readonly suite: string;
  readonly id: string;
  readonly row: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly level: Level;
  readonly score: number;
}

export interface Contamination {
  readonly definition: 'robust' | 'ngram';
  /** Words in an n-gram; null in robust mode. */
  readonly n: number | null;
  /** Where levels begin; in ngram mode left out. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** The lowest level that counts in contamination_rate. */
  readonly level: Level;
  readonly training: {
    readonly files: number;
    readonly rows: number;
    readonly bytes: number;
    /** Rows that could not be read or have no text, and were not searched. */
    readonly broken_rows: number;
    /** Rows that were searched although not all of their bytes are UTF-8. */
    readonly not_utf8_rows: number;
  };
  /** Examples at any level, worst first. */
  readonly examples: readonly ContaminatedExample[];
  /** Examples at or above the level with a new leak, those with known ones only, and examples with an allowed one. */
  readonly counts: { readonly new: number; readonly known: number; readonly allowed: number };
  /** In file order. */
  readonly allowed: readonly AllowedLeak[];
  /** Examples too short to decide: listed, and not in the rate's denominator. */
  readonly undecidable: readonly { readonly suite: string; readonly id: string }[];
  /** Pairs of eval example and training row written to contamination.jsonl. */
  readonly pairs: number;
  /** N-grams in more than 1% of the eval examples and more than 1,000 rows, reported once instead of pair by pair. */
  readonly shared_text: readonly { readonly text: string; readonly examples: number; readonly rows: number }[];
  /** Left out where none is configured. */
  readonly semantic?: MeaningSearch;
}
