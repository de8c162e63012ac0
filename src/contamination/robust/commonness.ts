import { hashOf, NUMBER } from './tokens.js';

/**
 * How common words are in any text: the share of short English texts that hold them, in three steps. It matters where an
 * eval set is too small to show by itself which words say little; a set of thousands outweighs it.
 */
const SHARES: readonly (readonly [share: number, words: string])[] = [
  [0.5, 'the a of to and in'],
  [
    0.2,
    `is that it for was on are as with he she his her they you i be this have from or by what how many much if at not an has
    had will each all can do does there their its my your we who which when one so than more no but were per`,
  ],
  [
    0.05,
    `would could should about into up out over after before them him me us our been being did get make made go take two three
    four five six first last most some any only other also then these those such just like time day year week month people
    number total use used using between because while where why write give find new want need know same next left long every
    both few less own very now may might must shall`,
  ],
];
/** Of numbers by their digits, of other words by their letters: short ones are common in every language. */
const NUMBER_SHARES = [0.2, 0.06, 0.02];
const RARE_NUMBER = 0.005;
const SHORT_SHARES = [0.02, 0.02, 0.006];
const RARE_WORD = 0.002;

const shareOf = new Map(
  SHARES.flatMap(([share, words]) => words.split(/\s+/u).map((word): [number, number] => [hashOf(word), share])),
);

/** The share of texts that a token is expected in, from its hash, kind and length, 0-1. */
export function commonness(hash: number, kind: number, length: number): number {
  if (kind === NUMBER) return NUMBER_SHARES[length - 1] ?? RARE_NUMBER;
  return shareOf.get(hash) ?? SHORT_SHARES[length - 1] ?? RARE_WORD;
}
