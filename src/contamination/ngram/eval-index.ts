import { GramTable } from './gram-table.js';
import type { EvalParts } from '../text.js';
import { Int32List, Vocabulary } from './words.js';

/** The eval sets' n-grams. Examples are numbered over all suites; positions run over all examples' words. */
export interface EvalIndex {
  readonly n: number;
  readonly vocabulary: Vocabulary;
  readonly table: GramTable;
  readonly examples: readonly IndexedExample[];
  /** 1 at positions whose n-gram stands there for the first time in its example. */
  readonly firstInExample: Uint8Array;
  /** The examples that hold n-gram g are `postings[postingStarts[g]]` up to `postings[postingStarts[g + 1]]`, ascending. */
  readonly postingStarts: Int32Array;
  readonly postings: Int32Array;
}

export interface IndexedExample {
  /** Positions of its first word, of its answer's first word, and after its last word. */
  readonly start: number;
  readonly answer: number;
  readonly end: number;
  /** Its distinct n-grams; 0 where it has fewer than n words. */
  readonly grams: number;
}

/** Indexes eval texts by their n-grams of words. Memory: about 50 bytes a word. */
export function indexEval(texts: readonly EvalParts[], n: number): EvalIndex {
  const vocabulary = new Vocabulary();
  const words = new Int32List();
  const places = texts.map(({ question, answer }) => {
    const start = words.length;
    vocabulary.learn(question, words);
    const middle = words.length;
    vocabulary.learn(answer, words);
    const end = words.length;
    words.push(0); // a gap, so that no n-gram runs from one example into the next
    return { start, answer: middle, end };
  });
  const table = new GramTable(words.values.slice(0, words.length), n);

  const lastExample = new Int32Array(table.size).fill(-1);
  const firstInExample = new Uint8Array(words.length);
  const counts = new Int32Array(table.size + 1);
  const examples = places.map((place, example) => {
    let grams = 0;
    for (let position = place.start; position < place.end; position++) {
      const gram = table.gramAt[position]!;
      if (gram === -1 || lastExample[gram] === example) continue;
      lastExample[gram] = example;
      firstInExample[position] = 1;
      counts[gram]!++;
      grams++;
    }
    return { ...place, grams };
  });

  const postingStarts = new Int32Array(table.size + 1);
  for (let gram = 0; gram < table.size; gram++) postingStarts[gram + 1] = postingStarts[gram]! + counts[gram]!;
  const postings = new Int32Array(postingStarts[table.size]!);
  const filled = postingStarts.slice();
  examples.forEach(({ start, end }, example) => {
    for (let position = start; position < end; position++) {
      if (firstInExample[position] === 1) postings[filled[table.gramAt[position]!]!++] = example;
    }
  });
  return { n, vocabulary, table, examples, firstInExample, postingStarts, postings };
}
