import type { ResolvedFile } from '../data/index.js';
import type { Example } from '../data/types.js';
import type { Log } from '../log.js';
import type { Contamination, Level } from './types.js';

/** What to search for, and where. */
export interface ScanInput {
  readonly suites: readonly { readonly suite: string; readonly examples: readonly Example[] }[];
  /** The training data, from `resolveFiles`. */
  readonly files: readonly ResolvedFile[];
  /** Words in an n-gram, 1 or more. */
  readonly n: number;
  /** The lowest level that flags an example: `substantial` or `partial`. */
  readonly level: Level;
  /** Lists pairs that share nothing but shared text too. */
  readonly allPairs: boolean;
  /** Takes one line of contamination.jsonl, without its line break. */
  readonly writePair: (line: string) => Promise<void> | void;
  readonly log: Log;
}

export interface ScanResult {
  readonly contamination: Contamination;
  /** Per suite and example: 1 contaminated at or above the level, 0 not, -1 undecidable (fewer than n words). */
  readonly flags: ReadonlyMap<string, Int8Array>;
}

/**
 * Searches the training data for the eval sets' n-grams: the eval side in memory, the training rows as a stream.
 * @throws GateError where nothing can be scanned: an unknown level, a file whose rows have no known text field, no rows
 */
export function scanTraining(input: ScanInput): Promise<ScanResult> {
  return Promise.reject(new Error(`not built yet: ${String(input.n)}`));
}
