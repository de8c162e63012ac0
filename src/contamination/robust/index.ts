/** Finds eval examples in training rows however they were edited: what stands in a row, weighed by what it says. */
export { type ExamplePair, type InsideSuite, searchInside } from './inside.js';
export type { Thresholds } from './level.js';
export { type RobustOptions, scanRobust } from './scan.js';
export { RobustSearcher, type RobustSetup } from './searcher.js';
