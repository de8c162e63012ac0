/** Turns scored rows into Measures: values, intervals, tests and counts of every metric over the suite and its slices. */
export { localBreaks } from './breaks.js';
export { clusterNote } from './cluster-note.js';
export { expectInference, measureSelection, measureSuite, type MeasureOptions, type Selection } from './measure.js';
export { mixTables } from './mix.js';
export { pairedScores } from './pairs.js';
export { rateMeasure } from './rate.js';
export { rowsBytes, rowsJsonl } from './rows.js';
export { scoreSide, scoreSuite, type Evidence, type ScoredMetric, type ScoreTable } from './score.js';
export { similarPrompts } from './similar.js';
export {
  CLEAN,
  clustersOf,
  CONTAMINATED,
  isSubset,
  sliceKey,
  slicesOf,
  strataOf,
  type ClusterIds,
  type SliceMembers,
  type StratumIds,
} from './slices.js';
export { subsetDifferences } from './subsets.js';
export type * from './types.js';
