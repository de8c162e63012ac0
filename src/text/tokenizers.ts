import { isSpace, rstrip, strip } from './python.js';
import { unitsOf } from './units.js';
import type { Vocabulary } from './vocabulary.js';
import { westernTokens, type Cutter } from './western.js';

/** sacrebleu's tokenizers, by the names of its options. */
export const TOKENIZERS = ['13a', 'intl', 'char', 'zh', 'none'] as const;
export type TokenizerName = (typeof TOKENIZERS)[number];

/**
 * The tokens that sacrebleu 2.6.0's BLEU counts: text stripped on the right, tokenized, split on Python's white space.
 * `13a` is mteval-v13a's, `intl` mteval-v14's, `zh` parts Chinese characters, `char` every code point, `none` nothing.
 */
export function tokenize(text: string, tokenizer: TokenizerName): string[] {
  const line = prepared(text, tokenizer);
  const size = cutLine(unitsOf(line), line.length, tokenizer);
  return Array.from({ length: size / 2 }, (_, i) => line.slice(cuts[2 * i], cuts[2 * i + 1]));
}

/** The same tokens as numbers of a vocabulary, without a string for each. */
export function tokenIds(text: string, tokenizer: TokenizerName, vocabulary: Vocabulary): number[] {
  const line = prepared(text, tokenizer);
  const units = unitsOf(line);
  const size = cutLine(units, line.length, tokenizer);
  const ids = new Array<number>(size / 2);
  for (let i = 0; i < size; i += 2) ids[i >> 1] = vocabulary.idOfUnits(units, cuts[i]!, cuts[i + 1]!);
  return ids;
}

/** Where the tokens of the last line that was cut begin and end: an array, since to call a function for each takes longer. */
let cuts = new Int32Array(1 << 12);

function cutLine(line: Uint16Array, length: number, tokenizer: TokenizerName): number {
  if (2 * length > cuts.length) cuts = new Int32Array(4 * length);
  return TOKENIZE[tokenizer].cut(line, length, cuts);
}

function prepared(text: string, tokenizer: TokenizerName): string {
  return TOKENIZE[tokenizer].prepare(rstrip(text));
}

/** What a tokenizer makes of a text, and where it cuts that. */
interface Tokenizer {
  readonly prepare: (text: string) => string;
  readonly cut: Cutter;
}

const TOKENIZE: Readonly<Record<TokenizerName, Tokenizer>> = {
  '13a': { prepare: mteval, cut: (line, length, into) => westernTokens(line, length, into, true) },
  intl: { prepare: international, cut: cutWords },
  char: { prepare: (text) => text, cut: cutCharacters },
  zh: {
    prepare: (text) => strip(text).replace(CHINESE, ' $& '),
    cut: (line, length, into) => westernTokens(line, length, into, false),
  },
  none: { prepare: (text) => text, cut: cutWords },
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

function cutWords(line: Uint16Array, length: number, into: Int32Array): number {
  let size = 0;
  for (let i = 0; i < length; i++) {
    if (isSpace(line[i]!)) continue;
    into[size++] = i;
    do i++;
    while (i < length && !isSpace(line[i]!));
    into[size++] = i;
  }
  return size;
}

function cutCharacters(line: Uint16Array, length: number, into: Int32Array): number {
  let size = 0;
  for (let i = 0; i < length;) {
    const width = isHigh(line[i]!) && i + 1 < length && isLow(line[i + 1]!) ? 2 : 1;
    if (!isSpace(line[i]!)) {
      into[size++] = i;
      into[size++] = i + width;
    }
    i += width;
  }
  return size;
}

/** A pair of surrogates is one character; a lone one is one too. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
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
