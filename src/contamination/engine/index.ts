/** Reads training data and holds it against an index with all cores: ranges of bytes to threads, what they find in order. */
export { eachTrainingRow } from './each-row.js';
export { searchTraining, type TrainingSearch } from './search-training.js';
export { shareArrays } from './shared.js';
