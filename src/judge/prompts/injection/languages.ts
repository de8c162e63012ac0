import { LATIN_LANGUAGES } from './latin-languages.js';
import { OTHER_LANGUAGES } from './other-languages.js';

/**
 * The words of one language that an attempt is made of, parted by bars: beginnings of words or of phrases in the spelling
 * of `views`, which is lower case and has no accents on Latin, Greek and Cyrillic letters.
 */
export interface Language {
  /** To ignore, to forget. */
  readonly ignore: string;
  /** Instructions, rules, criteria; what came before. */
  readonly rules: string;
  /** An answer. */
  readonly answer: string;
  /** This answer, my answer, which answers hardly ever say. */
  readonly own: string;
  /** The highest score, in the ways that mean nothing else. */
  readonly top: string;
  /** A judge, a winner, to give a score, to choose: what is only said of answers to those who judge them. */
  readonly judging: string;
}

/** Ten, and not part of a longer number or a sum. */
const TEN = String.raw`10(?<![\p{N}.,$*+/=-] ?10)(?![\p{N}.,]|\s?[%*+/=-])`;
const TEN_OF_TEN = String.raw`10 ?\/ ?10(?![\p{N}]| ?[*+=/])`;
/** How many characters may stand between two words that belong together, with room for the farther one. */
const NEAR = 60;

/** Letters of scripts that show where a word begins. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]`;
const LETTER_WITHIN = new RegExp(LETTER, 'u');

/** Finds attempts in one language. */
export class Detector {
  readonly #ignore: RegExp;
  readonly #rules: RegExp;
  readonly #answer: RegExp;
  readonly #telling: RegExp;
  readonly #tens: RegExp;
  readonly #judging: RegExp;
  readonly #score: RegExp;

  constructor({ ignore, rules, answer, own, top, judging }: Language) {
    // Ten points are won in games too; the highest score is a school's, or a judge's.
    const tops = top.split('|');
    const tens = [...tops.filter((phrase) => phrase.includes('10')), TEN_OF_TEN].join('|');
    const telling = [own, ...tops.filter((phrase) => !phrase.includes('10'))].join('|');
    this.#ignore = new RegExp(ignore, 'gu');
    this.#rules = new RegExp(rules, 'u');
    this.#answer = new RegExp(answer, 'u');
    this.#telling = new RegExp(`(?:${telling})`, 'gu');
    this.#tens = new RegExp(tens, 'gu');
    this.#judging = new RegExp(judging, 'gu');
    this.#score = new RegExp(`${top}|${TEN}`, 'u');
  }

  /** Tells the judge to drop its instructions. */
  override(text: string): boolean {
    return stands(text, this.#ignore, [this.#rules]);
  }

  /** Asks for the highest score, or to be chosen, or speaks of the answer that it is. */
  demand(text: string): boolean {
    return (
      stands(text, this.#telling, [ANYTHING]) ||
      stands(text, this.#tens, [this.#answer]) ||
      stands(text, this.#judging, [this.#answer, this.#score])
    );
  }
}

const ANYTHING = /^/u;

/** Whether `rare` begins a word somewhere and one of the others stands near it, on the same line. */
function stands(text: string, rare: RegExp, others: readonly RegExp[]): boolean {
  for (const { index, 0: word } of text.matchAll(rare)) {
    if (LETTER_WITHIN.test(text[index - 1] ?? '') && LETTER_WITHIN.test(word[0]!)) continue;
    const end = index + word.length;
    const before = text.slice(Math.max(0, index - NEAR), index);
    const after = text.slice(end, end + NEAR).split('\n', 1)[0]!;
    const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${after}`;
    if (others.some((other) => other.test(line))) return true;
  }
  return false;
}

/** Languages in Latin letters, each with the words one of which its attempts have. */
export const LATIN = LATIN_LANGUAGES.map((language) => ({
  triggers: [language.ignore, language.top, language.judging, language.answer, language.own].join('|').split('|'),
  detector: new Detector(language),
}));

/** All others. */
export const OTHER: readonly Detector[] = OTHER_LANGUAGES.map((language) => new Detector(language));
