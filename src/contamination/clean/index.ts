/** Writes training data anew, without the rows that leaked. */
export { Removals, type LeakingRow } from './removals.js';
export { writeClean } from './write.js';
