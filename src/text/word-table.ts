/** Drawn anew by each process, so that no text can be written whose words collide. What words read as doesn't depend on it. */
const SALT = 2 * Math.floor(Math.random() * 2 ** 31) + 1;

/**
 * Reads texts as numbers, one for each word. A word becomes a string when it is new, and not just to be looked up, which is
 * most of what a Map of strings would cost.
 */
export class WordTable {
  readonly #isWord: Uint8Array;
  readonly #learn: (word: string) => number;
  /** Open addressing: a word's number + 1, 0 where free. At most half full. */
  #slots = new Int32Array(2 ** 11);
  /** By word, in order of appearance. */
  #hashes = new Int32Array(2 ** 10);
  #values = new Int32Array(2 ** 10);
  /** Where a word's units begin; the next word's begin where they end. */
  #starts = new Int32Array(2 ** 10 + 1);
  /** The UTF-16 units of all words, one after the other. */
  #units = new Uint16Array(2 ** 13);
  #size = 0;

  /**
   * @param isWord true for the UTF-16 units that make words; all others stand between them
   * @param learn what a new word reads as, an integer of 32 bits
   */
  constructor(isWord: (unit: number) => boolean, learn: (word: string) => number) {
    this.#isWord = new Uint8Array(2 ** 16);
    for (let unit = 0; unit < 2 ** 16; unit++) this.#isWord[unit] = isWord(unit) ? 1 : 0;
    this.#learn = learn;
  }

  /** The text's words in order, each as what it reads as. */
  read(text: string): number[] {
    const isWord = this.#isWord;
    const { length } = text;
    const values: number[] = [];
    for (let end = 0; end < length; end++) {
      let unit = text.charCodeAt(end);
      if (isWord[unit] === 0) continue;
      const start = end;
      let hash = 0;
      do {
        hash = Math.imul(hash ^ unit, SALT);
        hash ^= hash >>> 15;
        if (++end === length) break;
        unit = text.charCodeAt(end);
      } while (isWord[unit] === 1);
      values.push(this.#values[this.#find(text, start, end, hash)]!);
    }
    return values;
  }

  #find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (hashes[entry - 1] === hash && this.#equals(entry - 1, text, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.#size + 1;
    return this.#add(text, start, end, hash);
  }

  #equals(word: number, text: string, start: number, end: number): boolean {
    const units = this.#units;
    const from = this.#starts[word]!;
    if (this.#starts[word + 1]! - from !== end - start) return false;
    for (let i = start; i < end; i++) if (units[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  }

  #add(text: string, start: number, end: number, hash: number): number {
    const word = this.#size++;
    const from = this.#starts[word]!;
    const to = from + end - start;
    if (to > this.#units.length) {
      const units = new Uint16Array(2 * to);
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    this.#starts[word + 1] = to;
    this.#hashes[word] = hash;
    this.#values[word] = this.#learn(text.slice(start, end));
    if (this.#size === this.#hashes.length) this.#grow();
    return word;
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes);
    this.#values = doubled(this.#values);
    this.#starts = doubled(this.#starts);
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let word = 0; word < this.#size; word++) {
      let slot = this.#hashes[word]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = word + 1;
    }
    this.#slots = slots;
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * values.length);
  wider.set(values);
  return wider;
}
