import { z } from 'zod';
import { ChrfWords, CodePoints, CommonNgrams, type Tokens } from '../text/index.js';
import { define } from './define.js';
import type { Layout } from './metric.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty } from './samples.js';

interface Parameters {
  readonly charOrder: number;
  readonly wordOrder: number;
  readonly beta: number;
}

/**
 * chrF (Popović 2015), chrF++ with `word_order: 2`, 0-100, equal to sacrebleu 2.6.0's CHRF: precision and recall averaged
 * over the orders that both sides have, and of several references the one with the best F.
 */
export const chrf = define(
  { name: 'chrf', about: 'F-measure of n-grams of characters, and perhaps of words' },
  {
    char_order: z.int().min(1).max(32).default(6).describe('the longest n-gram of characters'),
    word_order: z.int().min(0).max(16).default(0).describe('the longest n-gram of words; 2 is chrF++'),
    beta: z.number().positive().max(1000).default(2).describe('how many times more recall weighs than precision'),
  },
  (id, { char_order: charOrder, word_order: wordOrder, beta }) => {
    const parameters = { charOrder, wordOrder, beta };
    const layout = chrfLayout(charOrder, wordOrder);
    const statistics = new ChrfStatistics(parameters);
    return {
      id,
      recipe: recipe('chrf', { case: 'mixed', nc: charOrder, nw: wordOrder, beta, space: false }, 'sacrebleu:2.6.0'),
      unit: 'percent',
      direction: 'higher',
      range: [0, 100],
      linear: false,
      prepare: () => layout,
      measure: (row) =>
        againstReferences(row, (text, references) => ({
          columns: layout.indices,
          values: statistics.best(text, references),
          unparsed: isEmpty(text),
        })),
      aggregate: (sum) => chrfScore(sum, parameters),
    };
  },
);

interface ChrfLayout extends Layout {
  readonly indices: readonly number[];
}

function chrfLayout(charOrder: number, wordOrder: number): ChrfLayout {
  const names = [
    ...Array.from({ length: charOrder }, (_, i) => `char:${i + 1}`),
    ...Array.from({ length: wordOrder }, (_, i) => `word:${i + 1}`),
  ];
  const columns = names.flatMap((name) => ['output', 'reference', 'match'].map((kind) => `${kind}:${name}`));
  return { columns, indices: columns.map((_, i) => i) };
}

/** Counts what chrF is made of: in order of the columns, characters (white space left out) and then words. */
class ChrfStatistics {
  readonly #parameters: Parameters;
  readonly #words = new ChrfWords();
  readonly #outputChars = new CodePoints();
  readonly #referenceChars = new CodePoints();
  readonly #commonChars: CommonNgrams;
  readonly #commonWords: CommonNgrams;

  constructor(parameters: Parameters) {
    this.#parameters = parameters;
    this.#commonChars = new CommonNgrams(parameters.charOrder);
    this.#commonWords = new CommonNgrams(parameters.wordOrder);
  }

  /** The statistics against the reference that gives the best score, the first of equals. */
  best(text: string, references: readonly string[]): number[] {
    const chars = this.#outputChars.read(text);
    const words = this.#read(text);
    let best: number[] = [];
    let bestScore = -1;
    for (const reference of references) {
      const statistics: number[] = [];
      addTriples(statistics, chars, this.#referenceChars.read(reference), this.#commonChars);
      addTriples(statistics, words, this.#read(reference), this.#commonWords);
      const score = references.length === 1 ? 0 : chrfScore(statistics, this.#parameters);
      if (score > bestScore) [best, bestScore] = [statistics, score];
    }
    return best;
  }

  #read(text: string): Tokens {
    return this.#parameters.wordOrder === 0 ? [] : this.#words.tokenize(text);
  }
}

/** Adds per order the n-grams of the output (0 where the reference has none), of the reference, and in common. */
function addTriples(statistics: number[], output: Tokens, reference: Tokens, common: CommonNgrams): void {
  common.count(output, reference).forEach((matches, i) => {
    const references = Math.max(0, reference.length - i);
    statistics.push(references === 0 ? 0 : Math.max(0, output.length - i), references, matches);
  });
}

function chrfScore(statistics: ArrayLike<number>, { charOrder, wordOrder, beta }: Parameters): number {
  const factor = beta ** 2;
  let precision = 0;
  let recall = 0;
  let orders = 0;
  for (let i = 0; i < charOrder + wordOrder; i++) {
    const output = statistics[3 * i]!;
    const reference = statistics[3 * i + 1]!;
    if (output <= 0 || reference <= 0) continue;
    precision += statistics[3 * i + 2]! / output;
    recall += statistics[3 * i + 2]! / reference;
    orders++;
  }
  if (orders === 0) return 0;
  precision /= orders;
  recall /= orders;
  if (precision + recall === 0) return 0;
  return 100 * (((1 + factor) * precision * recall) / (factor * precision + recall));
}
