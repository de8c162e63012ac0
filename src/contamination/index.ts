/** Searches training data for eval examples: an index of the eval set, a streaming scan, a verdict per example. */
export type { ScanResult } from './input.js';
export { isAtLeast, LEVELS } from './levels.js';
export { type ExamplePair, type InsideSuite, searchInside, type Thresholds } from './robust/index.js';
export { scanTraining, type Definition, type ScanInput } from './scan.js';
export type { ContaminatedExample, Contamination, Evidence, Level } from './types.js';
