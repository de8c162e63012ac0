import type { PathPattern } from '../data/types.js';
import type { EndpointOptions, JudgeOptions } from '../judge/options.js';

/** What a config says about searching by meaning, checked and with its defaults filled in. */
export interface SemanticOptions {
  /** Who embeds; there is no price of replies, which cost nothing. */
  readonly endpoint: EndpointOptions;
  /** The cache's file; null: none is kept. */
  readonly cache: PathPattern | null;
  /** Training rows that are embedded, at most. */
  readonly rows: number;
  /** The cosine from which on a training row is similar, 0-1. */
  readonly minSimilarity: number;
  /** Who is asked about similar pairs, with an endpoint; null: nobody. */
  readonly judge: JudgeOptions | null;
}
