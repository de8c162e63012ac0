/** Translation Edit Rate as sacrebleu counts it: Tercom's words, edits with shifts. */
export { terEdits } from './edits.js';
export { TerWords, type TerTokenizing } from './tokens.js';
