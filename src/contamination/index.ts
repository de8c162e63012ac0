/** Searches training data for eval examples: an index of the eval set, a streaming scan, a verdict per example. */
export { Removals, writeClean, type LeakingRow } from './clean/index.js';
export type { ScanResult } from './input.js';
export { eachTrainingRow } from './engine/index.js';
export { isAtLeast, LEVELS } from './levels.js';
export { type ExamplePair, type InsideSuite, searchInside, type Thresholds } from './robust/index.js';
export { scanTraining, type Definition, type ScanInput } from './scan.js';
export { LEAK_KNOWN, LEAK_NEW, UNDECIDABLE } from './flags.js';
export type { AllowedPair, KnownPair, PairStatus } from './standing.js';
export type { AllowedLeak, ContaminatedExample, Contamination, Evidence, Level } from './types.js';
export { cutEvalText } from './evidence.js';
export type { Confirmation, MeaningSearch, SimilarPair } from './meaning.js';
export { placeAt, type RowPlace, type TrainingRow } from './training-row.js';
export { evalParts, type EvalParts } from './text.js';
