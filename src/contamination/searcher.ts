import type { TrainingRow } from './training-row.js';

/**
 * Holds training rows against the index of the eval sets. There is one in each thread, so it keeps nothing from row to row
 * that what it finds depends on.
 * @typeParam Found what it hands on of a row; it is copied from thread to thread
 */
export interface Searcher<Found> {
  /**
   * Whether a row may hold anything, from the bytes of its texts as they stand in strings of JSON. It may be wrong in saying
   * yes, never in saying no; and it says yes where the bytes are not valid in JSON, not ASCII, or have an escape \u.
   * @param spans where each text begins and ends, in reading order
   */
  mayHold(bytes: Uint8Array, spans: Int32Array, count: number): boolean;
  /** What there is in a row, or in a piece of one; null for nothing. */
  search(row: TrainingRow): Found | null;
}
