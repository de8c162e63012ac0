/** Searches training data for eval examples: an index of the eval set's n-grams, a streaming scan, a verdict per example. */
export { scanTraining, type ScanInput, type ScanResult } from './scan.js';
export type { ContaminatedExample, Contamination, Evidence, Level } from './types.js';
