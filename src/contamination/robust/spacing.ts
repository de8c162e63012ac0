import { ASCII, classOf, fold, LETTER, pointOf } from './characters.js';
import { type GramMap, gramNumber } from './gram-map.js';
import { appended, LONGEST_WORD, SPACED_LETTERS, Tokens } from './tokens.js';

/** Letters of the shortest word without spaces that is taken apart. */
const LEAST_JOINED = 10;
/** Letters of the longest word that is looked for. */
const LONGEST_FOUND = 24;
/** What a letter that is part of no word costs; a word costs 1. */
const UNKNOWN_LETTER = 2;

/** Whether a text has a word that may be several, or letters one by one. */
export function needsRespacing({ longestWord, spacedLetters }: Tokens): boolean {
  return longestWord > LONGEST_WORD || spacedLetters >= SPACED_LETTERS;
}

/**
 * Sets words apart where a text has no spaces (`eachGirlHas`, `each_girl_has`, `eachgirlhas`), and puts them together where it
 * has one after every letter, as text from a PDF may. Which words there are is what the eval sets have: others don't matter.
 */
export class Respacer {
  readonly #words: GramMap;
  #spare = new Tokens();
  /** Of the stretch at hand its letters, and where each begins and ends in the text. */
  #letters: number[] = [];
  #starts: number[] = [];
  #ends: number[] = [];
  /** Of the best way up to each letter its cost, and of its last word the letters, 0 for a letter of no word, and the hash. */
  #costs = new Float64Array(256);
  #lengths = new Int32Array(256);
  #hashes = new Int32Array(256);

  /** @param words hashes of the eval sets' words */
  constructor(words: GramMap) {
    this.#words = words;
  }

  /** The tokens with such stretches spaced as words are; valid until the next call. */
  respaced(tokens: Tokens, text: string): Tokens {
    if (!needsRespacing(tokens)) return tokens;
    const spaced = this.#spare;
    spaced.clear();
    const isSpaced = tokens.spacedLetters >= SPACED_LETTERS;
    for (let i = 0; i < tokens.count;) {
      let end = i + 1;
      if (isSpaced && tokens.isDigit(i)) {
        while (end < tokens.count && tokens.isDigit(end)) end++;
        spaced.copyJoined(tokens, i, end);
      } else if (isSpaced && tokens.isLetter(i)) {
        while (end < tokens.count && tokens.isLetter(end)) end++;
        this.#split(spaced, text, tokens.starts[i]!, tokens.ends[end - 1]!);
      } else if (this.#isJoined(tokens, i)) this.#split(spaced, text, tokens.starts[i]!, tokens.ends[i]!);
      else spaced.copy(tokens, i);
      i = end;
    }
    return spaced;
  }

  #isJoined(tokens: Tokens, i: number): boolean {
    return tokens.isWord(i) && tokens.lengths[i]! >= LEAST_JOINED && gramNumber(this.#words, tokens.hashes[i]!) === -1;
  }

  /** The fewest words that leave the fewest letters over. */
  #split(spaced: Tokens, text: string, start: number, end: number): void {
    this.#readLetters(text, start, end);
    const count = this.#letters.length;
    if (this.#costs.length <= count) {
      this.#costs = new Float64Array(count * 2);
      this.#lengths = new Int32Array(count * 2);
      this.#hashes = new Int32Array(count * 2);
    }
    const letters = this.#letters;
    const costs = this.#costs.fill(Infinity, 0, count + 1);
    const lengths = this.#lengths;
    costs[0] = 0;
    for (let from = 0; from < count; from++) {
      const cost = costs[from]!;
      if (cost + UNKNOWN_LETTER < costs[from + 1]!) {
        costs[from + 1] = cost + UNKNOWN_LETTER;
        lengths[from + 1] = 0;
      }
      let hash = 0;
      const last = Math.min(count, from + LONGEST_FOUND);
      for (let to = from + 1; to <= last; to++) {
        hash = appended(hash, letters[to - 1]!);
        if (cost + 1 >= costs[to]! || gramNumber(this.#words, hash) === -1) continue;
        costs[to] = cost + 1;
        lengths[to] = to - from;
        this.#hashes[to] = hash;
      }
    }
    this.#add(spaced, count);
  }

  #add(spaced: Tokens, count: number): void {
    const lengths = this.#lengths;
    const hashes = this.#hashes;
    const found: number[] = [];
    for (let to = count; to > 0; to -= Math.max(1, lengths[to]!)) found.push(to);
    for (const to of found.reverse()) {
      const length = Math.max(1, lengths[to]!);
      const hash = lengths[to] === 0 ? appended(0, this.#letters[to - 1]!) : hashes[to]!;
      spaced.addWord(hash, length, this.#starts[to - length]!, this.#ends[to - 1]!);
    }
  }

  #readLetters(text: string, start: number, end: number): void {
    this.#letters = [];
    this.#starts = [];
    this.#ends = [];
    for (let i = start; i < end;) {
      const point = text.codePointAt(i)!;
      const next = i + (point > 0xffff ? 2 : 1);
      if (point < 128) {
        if (ASCII[point] === LETTER) this.#push(point | 0x20, i, next);
      } else {
        for (const packed of fold(point)) if (classOf(packed) === LETTER) this.#push(pointOf(packed), i, next);
      }
      i = next;
    }
  }

  #push(letter: number, start: number, end: number): void {
    this.#letters.push(letter);
    this.#starts.push(start);
    this.#ends.push(end);
  }
}
