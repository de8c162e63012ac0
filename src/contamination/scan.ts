import type { ScanResult, SearchInput } from './input.js';
import { scanNgram, type NgramOptions } from './ngram/index.js';
import { scanRobust, type RobustOptions } from './robust/index.js';

/** What counts as leaked. */
export type Definition =
  ({ readonly definition: 'robust' } & RobustOptions) | ({ readonly definition: 'ngram' } & NgramOptions);

/** Where to search, and what counts as leaked. */
export type ScanInput = SearchInput & Definition;

/**
 * Searches the training data for the eval sets' examples: the eval side in memory, the training rows as a stream.
 * docs/contamination.md has the definitions.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
export async function scanTraining(input: ScanInput): Promise<ScanResult> {
  return input.definition === 'robust' ? scanRobust(input, input) : scanNgram(input, input);
}
