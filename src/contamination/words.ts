/** White space as Python's str.split() sees it (Unicode 14 to 17): unlike JavaScript's \s it has U+001C-U+001F and U+0085, and not U+FEFF. */
const WHITE_SPACE = [
  0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
  0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
];

const isSpace = new Uint8Array(0x10000);
for (const code of WHITE_SPACE) isSpace[code] = 1;

/** The first index at or after `from` that is not white space, or the text's length. */
export function wordStart(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace[text.charCodeAt(i)] === 1) i++;
  return i;
}

/** The first index at or after `from` that is white space, or the text's length. */
export function wordEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace[text.charCodeAt(i)] === 0) i++;
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
 * in letters that one side's Unicode version does not have yet (test/contamination/words.test.ts holds the whole table).
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
