import { cutEvalText } from '../evidence.js';
import type { EvalIndex } from './eval-index.js';
import type { Contamination } from '../types.js';
import { wordEnd, wordStart } from './words.js';

/** A text is shared, not leaked, where its n-grams stand in more than this share of the examples and this many rows. */
const SHARED_EXAMPLES = 0.01;
const SHARED_ROWS = 1000;

/** Keeps count of the n-grams that many examples have, and tells which of them turned out to be shared text. */
export class SharedText {
  readonly #index: EvalIndex;
  /** 1 where more than 1% of the examples hold the n-gram. */
  readonly #common: Uint8Array;
  /** Training rows that hold each common n-gram. */
  readonly #rows: Int32Array;

  constructor(index: EvalIndex) {
    const { table, postingStarts, examples } = index;
    this.#index = index;
    this.#rows = new Int32Array(table.size);
    this.#common = new Uint8Array(table.size);
    for (let gram = 0; gram < table.size; gram++) {
      const holders = postingStarts[gram + 1]! - postingStarts[gram]!;
      if (holders > SHARED_EXAMPLES * examples.length) this.#common[gram] = 1;
    }
  }

  /** Counts one more training row that holds the n-gram. */
  count(gram: number): void {
    this.#rows[gram]!++;
  }

  /** Whether more than 1% of the examples hold the n-gram, so that it may turn out to be shared text. */
  isCommon(gram: number): boolean {
    return this.#common[gram] === 1;
  }

  /** Whether the n-gram is shared text by the rows counted so far. */
  isShared(gram: number): boolean {
    return this.#common[gram] === 1 && this.#rows[gram]! > SHARED_ROWS;
  }

  /** The shared texts, each n-gram once: neighbours in an eval text with the same counts are one text. Most rows first. */
  list(texts: readonly string[]): Contamination['shared_text'] {
    const { table, examples, postingStarts, n } = this.#index;
    const reported = new Uint8Array(table.size);
    const list: { text: string; examples: number; rows: number }[] = [];
    const holders = (gram: number): number => postingStarts[gram + 1]! - postingStarts[gram]!;
    examples.forEach(({ start, end }, example) => {
      const isNew = (position: number): boolean => {
        const gram = table.gramAt[position]!;
        return position + n <= end && this.isShared(gram) && reported[gram] === 0;
      };
      for (let position = start; position + n <= end; position++) {
        if (!isNew(position)) continue;
        const gram = table.gramAt[position]!;
        const first = position;
        const sameCounts = (other: number): boolean =>
          this.#rows[other] === this.#rows[gram] && holders(other) === holders(gram);
        while (isNew(position) && sameCounts(table.gramAt[position]!)) reported[table.gramAt[position++]!] = 1;
        const text = wordsOf(texts[example]!, first - start, position - first + n - 1);
        list.push({ text: cutEvalText(text), examples: holders(gram), rows: this.#rows[gram]! });
        position--;
      }
    });
    return list.sort((a, b) => b.rows - a.rows || b.examples - a.examples);
  }
}

/** The words from number `first` on, `count` of them, as they stand in the text. */
function wordsOf(text: string, first: number, count: number): string {
  let start = wordStart(text, 0);
  for (let i = 0; i < first; i++) start = wordStart(text, wordEnd(text, start));
  let end = wordEnd(text, start);
  for (let i = 1; i < count; i++) end = wordEnd(text, wordStart(text, end));
  return text.slice(start, end);
}
