/** Reads a judge's replies: one verdict, or a sentence that says why there is none. */
export { readComparison } from './compare.js';
export { readSame } from './same.js';
export { scoreReader } from './score.js';
