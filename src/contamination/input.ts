import type { ResolvedFile } from '../data/index.js';
import type { Example } from '../data/types.js';
import type { Log } from '../log.js';
import type { LeakingRow } from './clean/index.js';
import type { AllowedPair, KnownPair, Standing } from './standing.js';
import type { Contamination } from './types.js';

/** Where a scan looks, for what, and where it puts what it finds: the same for every definition of a leak. */
export interface SearchInput {
  readonly suites: readonly { readonly suite: string; readonly examples: readonly Example[] }[];
  /** The training data, from `resolveFiles`. */
  readonly files: readonly ResolvedFile[];
  /** Pairs that are let pass, and pairs that an earlier scan had. */
  readonly allowed: readonly AllowedPair[];
  readonly known: readonly KnownPair[];
  /** Lists pairs too that say little, each where the definition says which. */
  readonly allPairs: boolean;
  /** Told of every pair at any level that is not let pass, listed or not; null where nobody asks. */
  readonly onPair: ((row: LeakingRow) => void) | null;
  /** Takes one line of contamination.jsonl, without its line break. */
  readonly writePair: (line: string) => Promise<void> | void;
  readonly log: Log;
  /** Threads that share the work where there is enough of it; 1 for this one alone. What is found does not depend on it. */
  readonly threads: number;
  /** Ends the scan with an error when it is aborted. */
  readonly interrupted: AbortSignal;
}

export interface ScanResult {
  readonly contamination: Contamination;
  /** Per suite and example: 1 contaminated at or above the level, 2 only as was known, 0 not, -1 undecidable (too short). */
  readonly flags: ReadonlyMap<string, Int8Array>;
  /** Where pairs stand, and which entries of `allowed` met one. */
  readonly standing: Standing;
}
