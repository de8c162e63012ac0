import { z } from 'zod';
import { CommonNgrams, Lcs, RougeWords, type Tokens } from '../text/index.js';
import { define, type Definition } from './define.js';
import { recipe } from './recipe.js';
import { summaryHits } from './rouge_lsum.js';
import { againstReferences, isEmpty, meanMetric, type Sample } from './samples.js';

const COLUMNS = [0, 1, 2];
const NOTHING: readonly number[] = [0, 0, 0];

/** How one kind of ROUGE sees a text and compares two. */
interface Kind<T> {
  read(text: string): T;
  /** [F, precision, recall] of an output against a reference. */
  compare(output: T, reference: T): readonly number[];
}

/** A kind of ROUGE on words that all of a metric's texts share. */
type KindOn<T> = (words: RougeWords) => Kind<T>;

/** From hits among the output's and the reference's units, as rouge_score computes them. */
function fMeasure(hits: number, outputUnits: number, referenceUnits: number): readonly number[] {
  const precision = hits / Math.max(outputUnits, 1);
  const recall = hits / Math.max(referenceUnits, 1);
  return precision + recall > 0 ? [(2 * precision * recall) / (precision + recall), precision, recall] : NOTHING;
}

function ngrams(order: number): KindOn<Tokens> {
  const units = (tokens: Tokens): number => Math.max(0, tokens.length - order + 1);
  return (words) => {
    const common = new CommonNgrams(order);
    return {
      read: (text) => words.tokenize(text),
      compare: (output, reference) =>
        fMeasure(common.count(output, reference)[order - 1]!, units(output), units(reference)),
    };
  };
}

const longestCommonSubsequence: KindOn<Tokens> = (words) => {
  const lcs = new Lcs();
  return {
    read: (text) => words.tokenize(text),
    compare: (output, reference) => fMeasure(lcs.length(reference, output), output.length, reference.length),
  };
};

/** Sentences are lines. */
const summaryLevel: KindOn<readonly Tokens[]> = (words) => {
  const lcs = new Lcs();
  return {
    read: (text) =>
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => words.tokenize(line)),
    compare: (output, reference) =>
      fMeasure(summaryHits(output, reference, lcs), tokenCount(output), tokenCount(reference)),
  };
};

function tokenCount(sentences: readonly Tokens[]): number {
  return sentences.reduce((sum, { length }) => sum + length, 0);
}

/** ROUGE (Lin 2004) as rouge_score 0.1.2 computes it: the F-measure's mean, of several references the first with the best F. */
function rouge<T>(name: string, about: string, kindOn: KindOn<T>): Definition {
  const stem = z
    .boolean()
    .default(true)
    .describe("Porter's stemmer, as NLTK extends it, for words of more than 3 letters");
  return define({ name, about }, { stemmer: stem }, (id, { stemmer }) => {
    const kind = kindOn(new RougeWords(stemmer));
    return meanMetric(
      { id, recipe: recipe(name, { stemmer, f: 1 }, 'rouge_score:0.1.2') },
      (row) =>
        againstReferences(row, (text, references): Sample => {
          const output = kind.read(text);
          let best = NOTHING;
          references.forEach((reference, i) => {
            const scores = kind.compare(output, kind.read(reference));
            if (i === 0 || scores[0]! > best[0]!) best = scores;
          });
          return { columns: COLUMNS, values: best, unparsed: isEmpty(text) };
        }),
      ['precision', 'recall'],
    );
  });
}

export const rouge1 = rouge('rouge1', 'overlap of words, F-measure', ngrams(1));
export const rouge2 = rouge('rouge2', 'overlap of pairs of words, F-measure', ngrams(2));
export const rougeL = rouge('rougeL', 'longest common subsequence of words, F-measure', longestCommonSubsequence);
export const rougeLsum = rouge('rougeLsum', 'as rougeL, its union over lines', summaryLevel);
