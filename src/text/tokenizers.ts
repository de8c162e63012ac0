import { rstrip, split, strip } from './python.js';

/** sacrebleu's tokenizers, by the names of its options. */
export const TOKENIZERS = ['13a', 'intl', 'char', 'zh', 'none'] as const;
export type TokenizerName = (typeof TOKENIZERS)[number];

/**
 * The tokens that sacrebleu 2.6.0's BLEU counts: text stripped on the right, tokenized, split on Python's white space.
 * `13a` is mteval-v13a's, `intl` mteval-v14's, `zh` parts Chinese characters, `char` every code point, `none` nothing.
 */
export function tokenize(text: string, tokenizer: TokenizerName): string[] {
  return TOKENIZE[tokenizer](rstrip(text));
}

const TOKENIZE: Readonly<Record<TokenizerName, (text: string) => string[]>> = {
  '13a': (text) => western(` ${mteval(text)} `),
  intl: international,
  char: (text) => split(Array.from(text).join(' ')),
  zh: (text) => western(strip(text).replace(CHINESE, ' $& ')),
  none: split,
};

/** What mteval-v13a does before it tokenizes. The entities are unescaped in this order, so `&amp;lt;` becomes `<`. */
function mteval(text: string): string {
  const line = text.replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  if (!line.includes('&')) return line;
  return line.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** ASCII marks but for ' - . and comma; points and commas unless digits touch them; a dash after a digit. */
function western(text: string): string[] {
  return split(
    text
      .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
      .replace(/([^0-9])([.,])/g, '$1 $2 ')
      .replace(/([.,])([^0-9])/g, ' $1 $2')
      .replace(/([0-9])(-)/g, '$1 $2 '),
  );
}

function international(text: string): string[] {
  return split(
    text
      .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
      .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
      .replace(/\p{S}/gu, ' $& '),
  );
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
