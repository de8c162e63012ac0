import { split } from './python.js';

/** Python's `string.punctuation`: the 32 ASCII punctuation marks. */
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
/**
 * An English article as a word of its own; Python's `\b` knows Unicode letters, JavaScript's does not. Without the i flag,
 * under which `\p{L}` also takes in U+0345, a mark that folds to a letter.
 */
const ARTICLES = /(?<![\p{L}\p{N}_])(?:[aA]|[aA][nN]|[tT][hH][eE])(?![\p{L}\p{N}_])/gu;

/** The text without ASCII punctuation, as SQuAD and Hugging Face's exact_match remove it (other marks stay). */
export function removePunctuation(text: string): string {
  return text.replace(ASCII_PUNCTUATION, '');
}

/** English articles in any case turned into spaces, as SQuAD does it on lowercased text. */
export function removeArticles(text: string): string {
  return text.replace(ARTICLES, ' ');
}

/**
 * The answer normalisation of SQuAD v1.1 and v2 (Rajpurkar et al. 2016): lowercase, no ASCII punctuation, no articles,
 * white space collapsed.
 */
export function normalizeAnswer(text: string): string {
  return split(removeArticles(removePunctuation(text.toLowerCase()))).join(' ');
}
