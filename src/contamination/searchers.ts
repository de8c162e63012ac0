import { NgramSearcher, type GramSieve } from './ngram/index.js';
import { RobustSearcher, type RobustSetup } from './robust/index.js';
import type { Searcher } from './searcher.js';

/** What a searcher is made of, in any thread. */
export type SearcherSetup =
  { readonly definition: 'ngram'; readonly sieve: GramSieve } | ({ readonly definition: 'robust' } & RobustSetup);

export function searcherOf(setup: SearcherSetup): Searcher<unknown> {
  return setup.definition === 'ngram' ? new NgramSearcher(setup.sieve) : new RobustSearcher(setup);
}
