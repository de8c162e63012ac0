import type { RunRequest } from '../config/index.js';
import type { Log } from '../log.js';

/** What to run, and how its result is shown. */
export interface RunOptions {
  /** `scan` is the contamination check alone: it needs no predictions. */
  readonly command: 'run' | 'scan';
  readonly request: RunRequest;
  readonly candidateLabel: string | null;
  readonly baseLabel: string | null;
  readonly mode: 'enforce' | 'warn';
  /** contamination.jsonl lists shared text pair by pair too. */
  readonly allPairs: boolean;
  /** Where the training data goes without the rows that leaked, as given; null: nowhere. */
  readonly writeClean: string | null;
  readonly log: Log;
}
