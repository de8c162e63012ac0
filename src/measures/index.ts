/** Turns scored rows into Measures: values, intervals, tests and counts of every metric over the suite and its slices. */
export { measureSuite, type MeasureOptions } from './measure.js';
export { pairedScores } from './pairs.js';
export { rateMeasure } from './rate.js';
export { rowsJsonl } from './rows.js';
export { scoreSuite, type ScoredMetric, type ScoreTable } from './score.js';
export { clustersOf, slicesOf, type ClusterIds, type SliceMembers } from './slices.js';
export type * from './types.js';
