import type { EvalIndex } from './eval-index.js';
import { longestRun, type LongestRun } from './longest-run.js';
import { Int32List } from './words.js';

/** Pairs of equal n-grams above which the longest span is searched in a way that repetition can't slow down. */
const MOST_STEPS = 100_000;

export type Part = 'question' | 'answer' | 'both';

/** What one training row and one example have in common. */
export interface Overlap {
  /** Distinct n-grams of the example that stand in the row. */
  readonly shared: number;
  /** The longest run of words that stands in both, and where it starts in the row. */
  readonly spanWords: number;
  readonly spanStart: number;
  /** Where the shared n-grams lie in the eval text; one that reaches over the border lies in both. */
  readonly part: Part;
}

/** Holds one training row against the index. Reused from row to row, since a scan sees millions. */
export class RowMatcher {
  /** The row's distinct n-grams that the eval sets hold. */
  readonly grams = new Int32List();

  readonly #index: EvalIndex;
  readonly #ids = new Int32List();
  #gramAt = new Int32Array(0);
  /** Last position in the row of each n-gram, or -1; `#before` chains to the one before it. */
  readonly #last: Int32Array;
  #before = new Int32Array(0);
  /** How often each n-gram stands in the row. */
  readonly #occurrences: Int32Array;
  /** Per position of the row: n-grams in a row that match up to here, and the eval position that it was counted for. */
  #run = new Int32Array(0);
  #countedFor = new Int32Array(0);
  #words = 0;

  constructor(index: EvalIndex) {
    this.#index = index;
    this.#last = new Int32Array(index.table.size).fill(-1);
    this.#occurrences = new Int32Array(index.table.size);
  }

  /**
   * Takes the next training row.
   * @returns whether it shares any n-gram with the eval sets
   */
  take(text: string): boolean {
    for (let i = 0; i < this.grams.length; i++) this.#last[this.grams.values[i]!] = -1;
    this.grams.length = 0;
    this.#index.vocabulary.read(text, this.#ids);
    this.#words = this.#ids.length;
    if (this.#gramAt.length < this.#words) this.#grow();
    if (this.#index.table.find(this.#ids.values, this.#words, this.#gramAt) === 0) return false;
    for (let position = 0; position < this.#words; position++) {
      this.#countedFor[position] = -2;
      const gram = this.#gramAt[position]!;
      if (gram === -1) continue;
      if (this.#last[gram] === -1) {
        this.grams.push(gram);
        this.#occurrences[gram] = 0;
      }
      this.#occurrences[gram]!++;
      this.#before[position] = this.#last[gram]!;
      this.#last[gram] = position;
    }
    return true;
  }

  /** Whether the row that was taken last holds an n-gram. */
  holds(gram: number): boolean {
    return this.#last[gram] !== -1;
  }

  /** What the row that was taken last shares with an example; `shared` is 0 where there is nothing. */
  overlap(example: number): Overlap {
    const { examples, firstInExample, table, n } = this.#index;
    const { start, answer, end } = examples[example]!;
    let shared = 0;
    let steps = 0;
    let inQuestion = false;
    let inAnswer = false;
    for (let position = start; position + n <= end; position++) {
      const gram = table.gramAt[position]!;
      if (this.#last[gram] === -1) continue;
      shared += firstInExample[position]!;
      steps += this.#occurrences[gram]!;
      if (position < answer) inQuestion = true;
      if (position + n > answer) inAnswer = true;
    }
    const run =
      steps > MOST_STEPS
        ? longestRun(table.gramAt.subarray(start, end - n + 1), this.#gramAt.subarray(0, this.#words))
        : this.#longestRun(start, end - n + 1);
    const part = inQuestion && inAnswer ? 'both' : inQuestion ? 'question' : 'answer';
    return { shared, spanWords: shared === 0 ? 0 : run.length + n - 1, spanStart: run.start, part };
  }

  /** The longest run of n-grams at eval positions from `first` up to `end`, without building anything. */
  #longestRun(first: number, end: number): LongestRun {
    const { gramAt } = this.#index.table;
    let length = 0;
    let start = 0;
    for (let position = first; position < end; position++) {
      // Later places first, so that the run that ended just before is still the one of the n-gram before.
      for (let at = this.#last[gramAt[position]!]!; at !== -1; at = this.#before[at]!) {
        const continues = at > 0 && this.#countedFor[at - 1] === position - 1;
        const run = continues ? this.#run[at - 1]! + 1 : 1;
        this.#run[at] = run;
        this.#countedFor[at] = position;
        if (run <= length) continue;
        length = run;
        start = at - run + 1;
      }
    }
    return { length, start };
  }

  #grow(): void {
    const size = this.#ids.values.length;
    this.#gramAt = new Int32Array(size);
    this.#before = new Int32Array(size);
    this.#run = new Int32Array(size);
    this.#countedFor = new Int32Array(size);
  }
}
