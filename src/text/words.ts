import { porterStem } from './porter.js';
import { Vocabulary } from './vocabulary.js';

const SHORTEST_STEMMED = 4;

/**
 * The tokenizer of rouge_score 0.1.2: lowercase, runs of [a-z0-9], words of more than three letters stemmed if asked.
 * Words come as numbers, equal for equal tokens within one instance; each distinct word is stemmed once.
 */
export class RougeWords {
  readonly #tokens = new Vocabulary();
  readonly #words = new Map<string, number>();
  readonly #stem: boolean;

  constructor(stem: boolean) {
    this.#stem = stem;
  }

  /** The text's tokens, as numbers. */
  tokenize(text: string): number[] {
    const lower = text.toLowerCase();
    const ids: number[] = [];
    let start = -1;
    for (let i = 0; i <= lower.length; i++) {
      if (isWordUnit(lower.charCodeAt(i))) {
        if (start < 0) start = i;
      } else if (start >= 0) {
        ids.push(this.#id(lower.slice(start, i)));
        start = -1;
      }
    }
    return ids;
  }

  #id(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const token = this.#stem && word.length >= SHORTEST_STEMMED ? porterStem(word) : word;
    const id = this.#tokens.id(token);
    this.#words.set(word, id);
    return id;
  }
}

/** a-z or 0-9; false for the NaN past the end. */
function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
