import type { RowPlace } from './training-row.js';

/** What a search by meaning found and took, in the shape of report.json. The search itself is in src/semantic. */
export interface MeaningSearch {
  /** As configured, and as the server named it. */
  readonly model: string;
  readonly models: readonly string[];
  /** Examples that were looked for: decidable ones that do not count as leaked already. */
  readonly examples: number;
  readonly rows: {
    readonly total: number;
    readonly embedded: number;
    /** Left out because there are more than may be embedded. */
    readonly left_out: number;
  };
  /** Whose texts could not be embedded. */
  readonly failed: { readonly examples: number; readonly rows: number };
  readonly min_similarity: number;
  readonly embedding: {
    readonly calls: number;
    readonly input_tokens: number;
    /** Calls whose tokens the endpoint did not tell. */
    readonly untold: number;
    /** In the currency of the prices; null where there are none. */
    readonly cost: number | null;
    /** Texts found in the cache. */
    readonly cached: number;
  };
  /** Null where no judge was asked. */
  readonly confirmation: Confirmation | null;
  /** Why it ended early; null where it did not. */
  readonly stopped: string | null;
  /** Pairs that are similar, the first 1,000 of them in report.json: confirmed ones first, then the most similar. */
  readonly similar: readonly SimilarPair[];
  readonly similar_total: number;
}

/** What confirming took, and how it came out. */
export interface Confirmation {
  readonly model: string;
  readonly models: readonly string[];
  /** Pairs that the judge was asked about, answers from the cache included. */
  readonly pairs: number;
  readonly confirmed: number;
  /** Pairs without an answer that could be used. */
  readonly failed: number;
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly untold: number;
  readonly cost: number | null;
  readonly cached: number;
}

export interface SimilarPair extends Omit<RowPlace, 'field'> {
  readonly suite: string;
  readonly id: string;
  readonly field?: string;
  /** Cosine, 0-1. */
  readonly similarity: number;
  /** What the judge said; `not_asked` also where a nearer row of the example was confirmed. */
  readonly verdict: 'same' | 'different' | 'failed' | 'not_asked';
  /** What the example asks, and what the row does, cut to a readable length. */
  readonly text: string;
  readonly row_text: string;
}
