/** Text as the reference implementations see it: Python's string rules, tokenizers, stemming, answer normalisation. */
export { byCodePoint, codePointLength, isSpace, rstrip, split, strip, withoutSpaces } from './python.js';
export { normalizeAnswer, removeArticles, removePunctuation } from './normalize.js';
