import type { EvalIndex } from './eval-index.js';
import type { Row } from './row.js';
import { type Run, RunFinder } from './runs.js';
import { isJoined, NUMBER } from './tokens.js';

/** A piece of a run that is left over when longer runs have taken their places must have two tokens. */
const LEAST_PIECE = 2;
/** Tokens that may be written as one, as `80,000` and `80 000`, or `user name` and `user_name`. */
const MOST_JOINED = 3;
/** How far a token in a gap is looked for, and how many may differ at the open end of a run. */
const GAP_REACH = 6;
const OPEN_MISSES = 3;

/**
 * Which token of a row stands for which token of an eval text. Long runs of equal tokens take their places first, in
 * whatever order they stand, and each token of the row is taken once; then what lies in the gaps between them.
 */
export class Alignment {
  /** The first token of the text at hand in the index, and the one after its last. */
  start = 0;
  end = 0;
  /** For each token of the text, counted from `start`, the token of the row or -1. */
  mapped = new Int32Array(256);
  /** Separate pieces that the text was found in. */
  pieces = 0;

  readonly #index: EvalIndex;
  readonly #finder: RunFinder;
  /** How many tokens of the row the token is written as; 0 where it is one. */
  #joined = new Uint8Array(256);
  /** Tokens of the row from `#from` on that are taken. */
  #taken = new Uint8Array(256);
  #from = 0;
  #to = 0;
  #row: Row;

  constructor(index: EvalIndex, row: Row) {
    this.#index = index;
    this.#finder = new RunFinder(index);
    this.#row = row;
  }

  /** @returns whether the row has anything of the text */
  align(text: number): boolean {
    const window = this.#finder.find(text, this.#row);
    if (window === null) return false;
    this.start = this.#index.starts[text]!;
    this.end = this.#index.starts[text + 1]!;
    this.#from = window.from;
    this.#to = window.to;
    const length = this.end - this.start;
    if (this.mapped.length < length) {
      this.mapped = new Int32Array(length * 2);
      this.#joined = new Uint8Array(length * 2);
    }
    if (this.#taken.length < window.to - window.from) this.#taken = new Uint8Array((window.to - window.from) * 2);
    this.mapped.fill(-1, 0, length);
    this.#joined.fill(0, 0, length);
    this.#taken.fill(0, 0, window.to - window.from);
    this.pieces = 0;
    for (const run of window.runs) this.#place(run);
    for (let i = 0; i < length; i++) this.#join(i);
    this.#fillGaps(length);
    return true;
  }

  /** Whether the token, counted from `start`, and the row's token that stands for it are the same. */
  isEqual(i: number): boolean {
    return this.mapped[i] !== -1 && (this.#joined[i]! > 0 || this.#same(i, this.mapped[i]!));
  }

  /** The tokens of the row between the first and the last that have a place in the text, that have none. */
  inserted(): number[] {
    const found: number[] = [];
    const first = this.#taken.indexOf(1);
    const last = this.#taken.lastIndexOf(1, this.#to - this.#from - 1);
    for (let at = first; at < last; at++) if (this.#taken[at] === 0) found.push(this.#from + at);
    return found;
  }

  #same(i: number, rowAt: number): boolean {
    const { hashes, kinds } = this.#index.tokens;
    const { tokens } = this.#row;
    return hashes[this.start + i] === tokens.hashes[rowAt] && kinds[this.start + i] === tokens.kinds[rowAt];
  }

  #areNumbers(i: number, rowAt: number): boolean {
    return this.#index.tokens.kinds[this.start + i] === NUMBER && this.#row.tokens.kinds[rowAt] === NUMBER;
  }

  #isFree(rowAt: number): boolean {
    return rowAt >= this.#from && rowAt < this.#to && this.#taken[rowAt - this.#from] === 0;
  }

  #map(i: number, rowAt: number): void {
    this.mapped[i] = rowAt;
    this.#taken[rowAt - this.#from] = 1;
  }

  #place({ at, rowAt, length }: Run): void {
    const first = at - this.start;
    let isPlaced = false;
    for (let k = 0; k < length;) {
      let end = k;
      while (end < length && this.mapped[first + end] === -1 && this.#isFree(rowAt + end)) end++;
      if (end - k >= LEAST_PIECE) {
        for (let q = k; q < end; q++) this.#map(first + q, rowAt + q);
        isPlaced = true;
      }
      k = Math.max(end, k + 1);
    }
    if (isPlaced) this.pieces++;
  }

  /** Finds tokens of one side that are written as two or three on the other. */
  #join(i: number): void {
    if (this.isEqual(i)) return;
    const before = i > 0 ? this.mapped[i - 1]! : -1;
    const rowAt =
      this.mapped[i] !== -1 ? this.mapped[i]! : before === -1 ? -1 : before + Math.max(1, this.#joined[i - 1]!);
    if (rowAt < this.#from || rowAt >= this.#to) return;
    for (let parts = 2; parts <= MOST_JOINED; parts++) {
      if (this.#joinInRow(i, rowAt, parts) || this.#joinInText(i, rowAt, parts)) return;
    }
  }

  #joinInRow(i: number, rowAt: number, parts: number): boolean {
    if (rowAt + parts > this.#to || (this.mapped[i] !== rowAt && !this.#isFree(rowAt))) return false;
    for (let k = 1; k < parts; k++) if (!this.#isFree(rowAt + k)) return false;
    if (!isJoined(this.#row.tokens, rowAt, parts, this.#index.tokens, this.start + i)) return false;
    for (let k = parts - 1; k >= 0; k--) this.#map(i, rowAt + k);
    this.#joined[i] = parts;
    return true;
  }

  #joinInText(i: number, rowAt: number, parts: number): boolean {
    if (this.start + i + parts > this.end || (this.mapped[i] !== rowAt && !this.#isFree(rowAt))) return false;
    for (let k = 1; k < parts; k++) if (this.mapped[i + k] !== -1) return false;
    if (!isJoined(this.#index.tokens, this.start + i, parts, this.#row.tokens, rowAt)) return false;
    for (let k = 0; k < parts; k++) {
      this.#map(i + k, rowAt);
      this.#joined[i + k] = 1;
    }
    return true;
  }

  #fillGaps(length: number): void {
    for (let i = 0; i < length;) {
      if (this.mapped[i] !== -1) {
        i++;
        continue;
      }
      let end = i;
      while (end < length && this.mapped[end] === -1) end++;
      const left = i > 0 ? this.mapped[i - 1]! : -1;
      const right = end < length ? this.mapped[end]! : -1;
      if (left !== -1 && right > left && right - left - 1 <= 2 * (end - i) + GAP_REACH)
        this.#fillBetween(i, end, left, right);
      else {
        if (left !== -1) this.#fillOnwards(i, end, left - i + 1, 1);
        if (right !== -1) this.#fillOnwards(end - 1, i - 1, right - end, -1);
      }
      i = end;
    }
  }

  /** Equal tokens in order; where the gap is as long on both sides, numbers that differ too. */
  #fillBetween(first: number, end: number, left: number, right: number): void {
    let next = left + 1;
    for (let i = first; i < end; i++) {
      const reach = Math.min(right, next + GAP_REACH);
      let rowAt = next;
      while (rowAt < reach && !(this.#same(i, rowAt) && this.#isFree(rowAt))) rowAt++;
      if (rowAt === reach) continue;
      this.#map(i, rowAt);
      next = rowAt + 1;
    }
    if (right - left === end - first + 1) for (let i = first; i < end; i++) this.#fill(i, left + 1 + i - first);
  }

  /**
   * From a run's open end on, token by token at the same distance, as long as few differ. Other numbers count only where
   * equal tokens or the end of the text follow: beyond a text that is cut off there stand numbers by chance.
   */
  #fillOnwards(first: number, end: number, distance: number, step: number): void {
    let last = first;
    let misses = 0;
    let i = first;
    for (; i !== end && misses < OPEN_MISSES; i += step) {
      if (!this.#isFree(i + distance)) misses++;
      else if (this.#same(i, i + distance)) last = i + step;
      else if (!this.#areNumbers(i, i + distance)) misses++;
    }
    if (i === end && misses === 0) last = end;
    for (i = first; i !== last; i += step) this.#fill(i, i + distance);
  }

  #fill(i: number, rowAt: number): boolean {
    if (this.mapped[i] !== -1 || !this.#isFree(rowAt)) return false;
    if (!this.#same(i, rowAt) && !this.#areNumbers(i, rowAt)) return false;
    this.#map(i, rowAt);
    return true;
  }
}
