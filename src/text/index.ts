/** Text as the reference implementations see it: Python's string rules, tokenizers, stemming, answer normalisation. */
export { byCodePoint, codePointLength, isSpace, rstrip, split, strip } from './python.js';
export { CodePoints } from './code-points.js';
export { CommonNgrams } from './common-ngrams.js';
export { normalizeAnswer, removeArticles, removePunctuation } from './normalize.js';
export { Lcs } from './lcs.js';
export { type Tokens, clippedMatches } from './ngrams.js';
export { porterStem } from './porter.js';
export { TerWords, terEdits } from './ter/index.js';
export { TOKENIZERS, type TokenizerName, tokenIds, tokenize } from './tokenizers.js';
export { Vocabulary } from './vocabulary.js';
export { ChrfWords, RougeWords } from './words.js';
