/** Runs a user's own metric: a program that reads rows on stdin and writes scores on stdout, in any language. */
export { runScorer, type Scorer } from './run.js';
export { readScores, type ScoreKey } from './replies.js';
