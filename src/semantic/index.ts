/** Finds eval examples in training rows by what they mean: embeddings find rows that are similar, a judge confirms them. */
export { confirmPairs, type Questioned, type Verdict } from './confirm.js';
export type { EmbeddingUsage } from './embedder.js';
export { MOST_SIMILAR, type Similar } from './nearest.js';
export type { SemanticOptions } from './options.js';
export { searchByMeaning, type MeaningFound } from './search.js';
export { exampleText } from './texts.js';
