import type { Tokens } from '../ngrams.js';

/** Stands for cells that the beam leaves out; sums of a few of them stay whole numbers of 32 bits. */
const OUT = 1 << 28;
/** Tercom's beam: how far from the diagonal an alignment may stray. */
const BEAM = 25;

/** How a text's words stand to a reference's on the best path. */
export interface Alignment {
  /** For each reference word the position of the text's word that it goes with, or of the last one before; -1 for none. */
  readonly positions: Int32Array;
  /** For each k how many of the text's first k words are not in place, length n + 1. */
  readonly textErrors: Int32Array;
  /** The same for the reference, length r + 1. */
  readonly referenceErrors: Int32Array;
}

/**
 * The edit distances between all prefixes of a text (rows 0..n) and of a reference (columns 0..r), and between all
 * suffixes, within the beam of sacrebleu's TER. A distance is the shortest path through the beam's cells, so that for any
 * row the least sum of a prefix' and a suffix' distance is the whole distance: a text that differs in a few rows only needs
 * these rows (`distanceWith`).
 */
export class BeamGrid {
  readonly #rows: number;
  readonly #reference: Int32Array;
  /** First column of each row, and the one past its last. */
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** Cell (i, j) is at i * stride + 1 + j - from[i]; what lies between two rows is OUT. */
  readonly #stride: number;
  readonly #prefixes: Int32Array;
  readonly #suffixes: Int32Array;
  /** Row 0 is whole, whatever the beam: column j is at j + 1. */
  readonly #firstRow: Int32Array;
  #above: Int32Array;
  #row: Int32Array;

  /** @param rows the number of words of every text that will be compared, at least 1 */
  constructor(rows: number, reference: Tokens) {
    const columns = reference.length;
    const ratio = columns / rows;
    const beam = ratio / 2 > BEAM ? Math.ceil(ratio / 2 + BEAM) : BEAM;
    this.#rows = rows;
    this.#reference = Int32Array.from(reference);
    this.#from = new Int32Array(rows + 1);
    this.#to = new Int32Array(rows + 1).fill(columns + 1);
    let widest = 1;
    for (let i = 1; i <= rows; i++) {
      const diagonal = Math.floor(i * ratio);
      this.#from[i] = Math.max(0, diagonal - beam);
      if (i < rows) this.#to[i] = Math.min(columns + 1, diagonal + beam);
      widest = Math.max(widest, this.#to[i]! - this.#from[i - 1]!, this.#to[i]! - this.#from[i]!);
    }
    this.#stride = widest + 2;
    this.#prefixes = new Int32Array((rows + 1) * this.#stride).fill(OUT);
    this.#suffixes = new Int32Array((rows + 1) * this.#stride).fill(OUT);
    this.#firstRow = Int32Array.from({ length: columns + 2 }, (_, i) => (i === 0 ? OUT : i - 1));
    this.#above = new Int32Array(columns + 3);
    this.#row = new Int32Array(columns + 3);
  }

  /** The distance of the text that `fillPrefixes` saw last. */
  get distance(): number {
    return this.#prefixes[this.#base(this.#rows) + this.#reference.length]!;
  }

  /** Computes the prefixes' rows after `row`; up to it the text is as it was. */
  fillPrefixes(text: Int32Array, row: number): void {
    const cells = this.#prefixes;
    const reference = this.#reference;
    for (let i = row + 1; i <= this.#rows; i++) {
      const word = text[i - 1]!;
      const above = i === 1 ? this.#firstRow : cells;
      const up = i === 1 ? 1 : this.#base(i - 1);
      const here = this.#base(i);
      const end = this.#to[i]!;
      let left = OUT;
      let diagonal = this.#from[i] === 0 ? OUT : above[up + this.#from[i]! - 1]!;
      for (let j = this.#from[i]!; j < end; j++) {
        const over = above[up + j]!;
        let least = j > 0 && reference[j - 1] === word ? diagonal : diagonal + 1;
        if (over + 1 < least) least = over + 1;
        if (left + 1 < least) least = left + 1;
        cells[here + j] = least;
        left = least;
        diagonal = over;
      }
    }
  }

  /** Computes the suffixes' rows before `row`; from it on the text is as it was. Row 0 is never asked for. */
  fillSuffixes(text: Int32Array, row: number): void {
    const cells = this.#suffixes;
    const reference = this.#reference;
    const columns = reference.length;
    for (let i = Math.min(row - 1, this.#rows); i >= 1; i--) {
      const here = this.#base(i);
      const start = this.#from[i]!;
      if (i === this.#rows) {
        for (let j = start; j <= columns; j++) cells[here + j] = columns - j;
        continue;
      }
      const word = text[i]!;
      const below = this.#base(i + 1);
      const nextStart = this.#from[i + 1]!;
      let right = OUT;
      let diagonal = OUT;
      let j = this.#to[i]! - 1;
      if (j < columns) diagonal = cells[below + j + 1]!;
      for (; j >= start; j--) {
        const under = j < nextStart ? OUT : cells[below + j]!;
        let least = j < columns && reference[j] === word ? diagonal : diagonal + 1;
        if (under + 1 < least) least = under + 1;
        if (right + 1 < least) least = right + 1;
        cells[here + j] = least;
        right = least;
        diagonal = under;
      }
    }
  }

  /**
   * The distance of a text that differs from the filled one only in words `first` to `end` (exclusive), if it is at most
   * `most`, else a number above it. A cell is given up once the diagonal from it to row `end`, and the suffix from
   * there, would lead beyond `most`: neighbouring suffixes differ by at most 1, so no other way is shorter.
   */
  distanceWith(text: Int32Array, first: number, end: number, most: number): number {
    const reference = this.#reference;
    const suffixes = this.#suffixes;
    const suffix = this.#base(end);
    const leastSuffix = this.#from[end]!;
    const mostSuffix = this.#to[end]! - 1;
    const remaining = (column: number): number => {
      if (column < leastSuffix) return suffixes[suffix + leastSuffix]! + leastSuffix - column;
      return column > mostSuffix ? suffixes[suffix + mostSuffix]! + column - mostSuffix : suffixes[suffix + column]!;
    };
    let cells = first === 0 ? this.#firstRow : this.#prefixes;
    let base = first === 0 ? 1 : this.#base(first);
    let from = this.#from[first]!;
    let to = this.#to[first]!;
    let left = end - first;
    while (from < to && cells[base + from]! + remaining(from + left) > most) from++;
    while (from < to && cells[base + to - 1]! + remaining(to - 1 + left) > most) to--;
    for (let i = first + 1; i <= end && from < to; i++) {
      left = end - i;
      const word = text[i - 1]!;
      const row = this.#row;
      const start = Math.max(from, this.#from[i]!);
      const stop = this.#to[i]!;
      let before = OUT;
      let diagonal = start > from && start <= to ? cells[base + start - 1]! : OUT;
      let alive = -1;
      let last = start - 1;
      for (let j = start; j < stop; j++) {
        const over = j < to ? cells[base + j]! : OUT;
        let least = j > 0 && reference[j - 1] === word ? diagonal : diagonal + 1;
        if (over + 1 < least) least = over + 1;
        if (before + 1 < least) least = before + 1;
        row[j] = least;
        if (least + remaining(j + left) <= most) {
          if (alive < 0) alive = j;
          last = j;
        } else if (j > to) break;
        before = least;
        diagonal = over;
      }
      from = alive < 0 ? stop : alive;
      to = last + 1;
      cells = row;
      base = 0;
      this.#row = this.#above;
      this.#above = row;
    }
    let distance = most + 1;
    for (let j = from; j < to; j++) distance = Math.min(distance, cells[base + j]! + remaining(j));
    return distance;
  }

  /** The best path of the text that was filled last; of equal ones the one that Tercom takes. */
  align(text: Int32Array): Alignment {
    const reference = this.#reference;
    const positions = new Int32Array(reference.length);
    const textErrors = new Int32Array(this.#rows + 1);
    const referenceErrors = new Int32Array(reference.length + 1);
    let i = this.#rows;
    let j = reference.length;
    while (i > 0 || j > 0) {
      const here = this.#prefix(i, j);
      const error = i > 0 && j > 0 && text[i - 1] === reference[j - 1] ? 0 : 1;
      const together = i > 0 && j > 0 && this.#prefix(i - 1, j - 1) + error === here;
      const textOnly = !together && i > 0 && (j === 0 || this.#prefix(i - 1, j) + 1 === here);
      if (!textOnly) {
        positions[j - 1] = i - 1;
        referenceErrors[j] = error === 0 && together ? 0 : 1;
      }
      if (together || textOnly) textErrors[i] = error === 0 && together ? 0 : 1;
      if (!textOnly) j--;
      if (together || textOnly) i--;
    }
    for (let k = 1; k < textErrors.length; k++) textErrors[k]! += textErrors[k - 1]!;
    for (let k = 1; k < referenceErrors.length; k++) referenceErrors[k]! += referenceErrors[k - 1]!;
    return { positions, textErrors, referenceErrors };
  }

  #prefix(i: number, j: number): number {
    if (i === 0) return j;
    return j < this.#from[i]! || j >= this.#to[i]! ? OUT : this.#prefixes[this.#base(i) + j]!;
  }

  /** What to add to a column for its place in row i. */
  #base(i: number): number {
    return i * this.#stride + 1 - this.#from[i]!;
  }
}
