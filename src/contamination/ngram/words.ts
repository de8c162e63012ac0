import { isSpace } from '../../text/index.js';

/** The first index at or after `from` that is not white space, or the text's length. */
export function wordStart(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The first index at or after `from` that is white space, or the text's length. */
export function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Numbers in a typed array that grows. */
export class Int32List {
  values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}

/**
 * Numbers for words. A word is what Python's `text.lower().split()` gives: JavaScript's toLowerCase() differs from it only
 * in letters that one side's Unicode version does not have yet (test/contamination/ngram/words.test.ts holds the whole table).
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  /** Appends the words' numbers, 1 and up, giving new words new numbers. */
  learn(text: string, ids: Int32List): void {
    const lower = text.toLowerCase();
    for (let start = wordStart(lower, 0); start < lower.length;) {
      const end = wordEnd(lower, start);
      const word = lower.slice(start, end);
      let id = this.#ids.get(word);
      if (id === undefined) {
        id = this.#ids.size + 1;
        this.#ids.set(word, id);
      }
      ids.push(id);
      start = wordStart(lower, end);
    }
  }

  /** Sets `ids` to the words' numbers, 0 for a word that was never learnt. */
  read(text: string, ids: Int32List): void {
    ids.length = 0;
    const lower = text.toLowerCase();
    for (let start = wordStart(lower, 0); start < lower.length;) {
      const end = wordEnd(lower, start);
      ids.push(this.#ids.get(lower.slice(start, end)) ?? 0);
      start = wordStart(lower, end);
    }
  }
}
