import { isSpace, rstrip, strip } from './python.js';
import type { Vocabulary } from './vocabulary.js';
import { westernTokens, type TokenSink } from './western.js';

/** sacrebleu's tokenizers, by the names of its options. */
export const TOKENIZERS = ['13a', 'intl', 'char', 'zh', 'none'] as const;
export type TokenizerName = (typeof TOKENIZERS)[number];

/**
 * The tokens that sacrebleu 2.6.0's BLEU counts: text stripped on the right, tokenized, split on Python's white space.
 * `13a` is mteval-v13a's, `intl` mteval-v14's, `zh` parts Chinese characters, `char` every code point, `none` nothing.
 */
export function tokenize(text: string, tokenizer: TokenizerName): string[] {
  const tokens: string[] = [];
  eachToken(text, tokenizer, (line, from, to) => tokens.push(line.slice(from, to)));
  return tokens;
}

/** The same tokens as numbers of a vocabulary, without a string for each. */
export function tokenIds(text: string, tokenizer: TokenizerName, vocabulary: Vocabulary): number[] {
  const ids: number[] = [];
  eachToken(text, tokenizer, (line, from, to) => ids.push(vocabulary.idOfRange(line, from, to)));
  return ids;
}

function eachToken(text: string, tokenizer: TokenizerName, take: TokenSink): void {
  TOKENIZE[tokenizer](rstrip(text), take);
}

const TOKENIZE: Readonly<Record<TokenizerName, (text: string, take: TokenSink) => void>> = {
  '13a': (text, take) => westernTokens(mteval(text), true, take),
  intl: (text, take) => eachWord(international(text), take),
  char: eachCharacter,
  zh: (text, take) => westernTokens(strip(text).replace(CHINESE, ' $& '), false, take),
  none: eachWord,
};

/** What mteval-v13a does before it tokenizes. The entities are unescaped in this order, so `&amp;lt;` becomes `<`. */
function mteval(text: string): string {
  let line = text.includes('<skipped>') ? text.replaceAll('<skipped>', '') : text;
  if (line.includes('\n')) line = line.replaceAll('-\n', '').replaceAll('\n', ' ');
  if (!line.includes('&')) return line;
  return line.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function international(text: string): string {
  return text
    .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
    .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
    .replace(/\p{S}/gu, ' $& ');
}

function eachWord(line: string, take: TokenSink): void {
  let start = -1;
  for (let i = 0; i < line.length; i++) {
    if (!isSpace(line.charCodeAt(i))) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      take(line, start, i);
      start = -1;
    }
  }
  if (start >= 0) take(line, start, line.length);
}

function eachCharacter(line: string, take: TokenSink): void {
  for (let i = 0; i < line.length;) {
    const width = line.codePointAt(i)! > 0xffff ? 2 : 1;
    if (!isSpace(line.charCodeAt(i))) take(line, i, i + width);
    i += width;
  }
}

/**
 * sacrebleu's list of Chinese characters. Two of its ranges are meant for planes above the first but, compared as strings,
 * take in U+2001-2A6D and U+2F81-2FA1 (and a few sequences that no single character equals): kept as they are.
 */
const CHINESE = new RegExp(
  '[\\u3400-\\u4db5\\u4e00-\\u9fa5\\u9fa6-\\u9fbb\\uf900-\\ufa2d\\ufa30-\\ufa6a\\ufa70-\\ufad9' +
    '\\u2001-\\u2a6d\\u2f81-\\u2fa1\\uff00-\\uffef\\u2e80-\\u2eff\\u3000-\\u303f\\u31c0-\\u31ef\\u2f00-\\u2fdf' +
    '\\u2ff0-\\u2fff\\u3100-\\u312f\\u31a0-\\u31bf\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\u2600-\\u26ff\\u2700-\\u27bf' +
    '\\u3200-\\u32ff\\u3300-\\u33ff]',
  'gu',
);
