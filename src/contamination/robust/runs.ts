import type { EvalIndex } from './eval-index.js';
import { GRAM } from './grams.js';
import type { Row } from './row.js';

/** Places of one gram in a text, and in a window, that are looked at: a text of one word repeated has the product of them. */
const MOST_PLACES = 16;
const MOST_RUNS = 10_000;
/** How many tokens of a row are looked at for a text of so many: with room for words put in and for a turn in between. */
export function windowOf(tokens: number): number {
  return Math.floor(1.5 * tokens) + 40;
}

/** A stretch of tokens that follow one another in an eval text and in a row. Grams with open numbers may differ in them. */
export interface Run {
  /** Its first token in the index, its first token in the row, and its tokens. */
  at: number;
  rowAt: number;
  length: number;
  /** How many of its tokens are equal. */
  equal: number;
}

/** The tokens that a text may be matched with in a row: from `from` up to `to`. */
export interface Window {
  readonly runs: readonly Run[];
  readonly from: number;
  readonly to: number;
}

/** Finds where the block of a row holds most of an eval text, and the runs of tokens there that stand in both. */
export class RunFinder {
  readonly #index: EvalIndex;
  /** Of the text at hand: the last place of each gram, -1 for grams that it has not, chained to the places before. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  /** How often each gram stands in the text, later in the window. */
  readonly #times: Int32Array;
  /** The run whose last gram stands at each token of the text. */
  readonly #runAt: Int32Array;
  #own = new Int32Array(256);

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#last = new Int32Array(index.map.size).fill(-1);
    this.#before = new Int32Array(index.grams.length);
    this.#times = new Int32Array(index.map.size);
    this.#runAt = new Int32Array(index.grams.length);
  }

  /** @returns null where the row has none of the text's grams */
  find(text: number, row: Row): Window | null {
    const { grams, starts } = this.#index;
    const start = starts[text]!;
    const end = starts[text + 1]!;
    for (let i = start; i <= end - GRAM; i++) {
      const gram = grams[i]!;
      if (this.#last[gram] === -1) this.#times[gram] = 0;
      if (this.#times[gram]! >= MOST_PLACES) continue;
      this.#times[gram]!++;
      this.#before[i] = this.#last[gram]!;
      this.#last[gram] = i;
    }
    const found = this.#inWindow(start, end, row);
    for (let i = start; i <= end - GRAM; i++) this.#last[grams[i]!] = -1;
    return found;
  }

  #inWindow(start: number, end: number, row: Row): Window | null {
    const hits = row.endHit - row.firstHit;
    if (this.#own.length < hits) this.#own = new Int32Array(hits * 2);
    let own = 0;
    for (let h = row.firstHit; h < row.endHit; h++) {
      const position = row.hits[h]!;
      if (this.#last[row.grams[position]!] === -1) continue;
      this.#own[own++] = position;
      this.#times[row.grams[position]!] = 0;
    }
    if (own === 0) return null;
    const length = end - start;
    const [first, last] = this.#densest(own, windowOf(length), row);
    const from = Math.max(0, this.#own[first]! - length);
    const to = Math.min(row.tokens.count, this.#own[last]! + GRAM + length);
    for (let h = first; h <= last; h++) this.#times[row.grams[this.#own[h]!]!] = 0;
    const runs: Run[] = [];
    const ends = new Map<number, number>(); // of the last run at each distance between its two places
    for (const run of this.#runs(first, last, row)) {
      const distance = run.rowAt - run.at;
      if (run.rowAt < (ends.get(distance) ?? 0)) continue; // grew together with the run before
      this.#extend(run, start, end, from, to, row);
      ends.set(distance, run.rowAt + run.length);
      runs.push(run);
    }
    runs.sort((a, b) => b.equal - a.equal || b.length - a.length || a.at - b.at || a.rowAt - b.rowAt);
    return { runs, from, to };
  }

  /** The hits between which the different grams in a window of that width say most. */
  #densest(own: number, width: number, row: Row): [first: number, last: number] {
    const { gramBits } = this.#index;
    let best: [number, number] = [0, 0];
    let most = 0;
    let bits = 0;
    let low = 0;
    for (let high = 0; high < own; high++) {
      const gram = row.grams[this.#own[high]!]!;
      if (this.#times[gram]!++ === 0) bits += gramBits[gram]!;
      while (this.#own[high]! - this.#own[low]! + GRAM > width) {
        const leaving = row.grams[this.#own[low++]!]!;
        if (--this.#times[leaving]! === 0) bits -= gramBits[leaving]!;
      }
      if (bits <= most + 1e-9) continue;
      most = bits;
      best = [low, high];
    }
    for (let h = low; h < own; h++) this.#times[row.grams[this.#own[h]!]!] = 0;
    return best;
  }

  #runs(first: number, last: number, row: Row): Run[] {
    const runs: Run[] = [];
    for (let h = first; h <= last; h++) {
      const rowAt = this.#own[h]!;
      const gram = row.grams[rowAt]!;
      if (this.#times[gram]! >= MOST_PLACES) continue;
      this.#times[gram]!++;
      // Later places first, so that the run of the place before is still the one that ended one token earlier.
      for (let at = this.#last[gram]!; at !== -1; at = this.#before[at]!) {
        const before = runs[this.#runAt[at - 1] ?? -1]; // perhaps of another place, text or row
        const grams = before === undefined ? 0 : before.length - GRAM + 1;
        if (before !== undefined && before.at + grams === at && before.rowAt + grams === rowAt) {
          before.length++;
          this.#runAt[at] = this.#runAt[at - 1]!;
        } else if (runs.length < MOST_RUNS) {
          this.#runAt[at] = runs.push({ at, rowAt, length: GRAM, equal: 0 }) - 1;
        }
      }
    }
    return runs;
  }

  /** Makes a run as long as tokens are equal, and counts these. */
  #extend(run: Run, start: number, end: number, from: number, to: number, row: Row): void {
    const { hashes, kinds } = this.#index.tokens;
    const { tokens } = row;
    const equal = (at: number, rowAt: number): boolean =>
      hashes[at] === tokens.hashes[rowAt] && kinds[at] === tokens.kinds[rowAt];
    while (run.at > start && run.rowAt > from && equal(run.at - 1, run.rowAt - 1)) {
      run.at--;
      run.rowAt--;
      run.length++;
    }
    while (
      run.at + run.length < end &&
      run.rowAt + run.length < to &&
      equal(run.at + run.length, run.rowAt + run.length)
    ) {
      run.length++;
    }
    for (let i = 0; i < run.length; i++) if (equal(run.at + i, run.rowAt + i)) run.equal++;
  }
}
