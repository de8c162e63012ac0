import { porterStem } from './porter.js';
import { isSpace } from './python.js';
import { Vocabulary } from './vocabulary.js';
import { WordTable } from './word-table.js';

const SHORTEST_STEMMED = 4;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * The tokenizer of rouge_score 0.1.2: lowercase, runs of [a-z0-9], words of more than three letters stemmed if asked.
 * Words come as numbers, equal for equal tokens within one instance; each distinct word is stemmed once.
 */
export class RougeWords {
  readonly #words: WordTable;

  constructor(stem: boolean) {
    const vocabulary = new Vocabulary();
    this.#words = new WordTable(isLowercaseOrDigit, (word) =>
      vocabulary.id(stem && word.length >= SHORTEST_STEMMED ? porterStem(word) : word),
    );
  }

  /** The text's tokens, as numbers. */
  tokenize(text: string): number[] {
    return this.#words.read(text.toLowerCase());
  }
}

/** a-z or 0-9 */
function isLowercaseOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/**
 * The words of sacrebleu 2.6.0's chrF++: split on Python's white space, and one punctuation mark cut off: the last
 * character, or else the first. They come as numbers, equal for equal words within one instance.
 */
export class ChrfWords {
  readonly #vocabulary = new Vocabulary();
  /** The two words that a word is cut into, where -1 stands for the first, -2 for the second of them, and so on. */
  readonly #cut: (readonly [number, number])[] = [];
  readonly #words = new WordTable(
    (unit) => !isSpace(unit),
    (word) => this.#learn(word),
  );

  /** The text's words, as numbers. */
  tokenize(text: string): number[] {
    const words: number[] = [];
    for (const word of this.#words.read(text)) {
      if (word >= 0) {
        words.push(word);
      } else {
        const [first, second] = this.#cut[-1 - word]!;
        words.push(first, second);
      }
    }
    return words;
  }

  #learn(word: string): number {
    const parts = cut(word);
    if (parts === null) return this.#vocabulary.id(word);
    this.#cut.push([this.#vocabulary.id(parts[0]), this.#vocabulary.id(parts[1])]);
    return -this.#cut.length;
  }
}

/** A word of more than one character in two, null where there is no punctuation mark to cut off. */
function cut(word: string): readonly [string, string] | null {
  if (word.length === 1) return null;
  if (PUNCTUATION.test(word.at(-1)!)) return [word.slice(0, -1), word.at(-1)!];
  return PUNCTUATION.test(word.charAt(0)) ? [word.charAt(0), word.slice(1)] : null;
}
