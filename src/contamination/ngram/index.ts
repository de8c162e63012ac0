/** The usual definition: n-grams of words as Python splits them, that stand in an eval example and in a training row. */
export { scanNgram, type NgramOptions } from './scan.js';
export { type GramSieve, NgramSearcher } from './sieve.js';
