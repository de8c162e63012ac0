import type { SearcherSetup } from '../searchers.js';
import type { FieldChoice } from '../training-text.js';
import type { BlockReport } from './block-report.js';

/** What a thread is given once. */
export interface ThreadSetup {
  readonly searcher: SearcherSetup;
  readonly fields: FieldChoice;
}

/** A piece of work: lines of a file of JSON Lines. */
export type Task = RangeTask | BlockTask;

/** The lines that begin from byte `start` of a file up to byte `end`. */
export interface RangeTask {
  readonly kind: 'range';
  readonly path: string;
  /** The path as shown to the user. */
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

/** Whole lines that were unpacked already: the first `length` bytes, of which there is one more. */
export interface BlockTask {
  readonly kind: 'block';
  readonly shown: string;
  readonly bytes: ArrayBuffer;
  readonly length: number;
}

export interface Reply<Found> {
  readonly report: BlockReport<Found>;
  /** The bytes of a `BlockTask`, to be used again. */
  readonly bytes: ArrayBuffer | null;
}

/** Whoever carries tasks out. */
export interface Executor<Found> {
  /** Tasks that are worth being under way at once. */
  readonly width: number;
  run(task: Task): Promise<Reply<Found>>;
  close(): Promise<void>;
}
