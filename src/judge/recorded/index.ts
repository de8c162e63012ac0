/** Judgments that were made elsewhere and recorded in files: read, matched with examples, each counted once. */
export { loadRecorded } from './load.js';
export type * from './types.js';
