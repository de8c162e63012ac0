/** Searches training data for eval examples: an index of the eval set, a streaming scan, a verdict per example. Its functions are in search.ts. */
export type { LeakingRow } from './clean/index.js';
export type { ScanResult } from './input.js';
export { isAtLeast, LEVELS } from './levels.js';
export type { ExamplePair, InsideSuite, Thresholds } from './robust/index.js';
export type { Definition, ScanInput } from './scan.js';
export { LEAK_KNOWN, LEAK_NEW, UNDECIDABLE } from './flags.js';
export type { AllowedPair, KnownPair, PairStatus } from './standing.js';
export type { AllowedLeak, ContaminatedExample, Contamination, Evidence, Level } from './types.js';
export { cutEvalText } from './evidence.js';
export type { Confirmation, MeaningSearch, SimilarPair } from './meaning.js';
export { placeAt, type RowPlace, type TrainingRow } from './training-row.js';
export { evalParts, type EvalParts } from './text.js';
