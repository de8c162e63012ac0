import type { Example } from '../data/types.js';
import { codePointLength, split, strip } from '../text/index.js';
import type { MetricSpec } from './metric.js';
import { answerNumber } from './numeric/index.js';

/** As many references may be unlike the rest as rows may be unscored by default. */
const NEARLY_ALL = 0.95;
const MAX_LABELS = 20;
const ROWS_PER_LABEL = 3;
const SHORT_WORDS = 8;
const SHORT_LENGTH = 60;
/** A text that is a number and little else: a sign, a currency, at most two words of unit. */
const NUMBER_ALONE =
  /^[^\p{L}\d]{0,3}\d[\d.,'/ \u00a0\u202f]*\s?(?:[%$€£¥°]|\p{L}[\p{L}/²³]{0,14}(?:\s\p{L}{1,14})?)?[.)]?$/u;

/** Metrics for a suite that names none, and why these, as one plain sentence for the reader. */
export interface Inferred {
  readonly specs: MetricSpec[];
  readonly reason: string;
}

/**
 * Chooses metrics by what the first references look like: few distinct short ones are labels, then numbers, then short
 * answers, then long texts. Without any reference there is nothing to infer.
 */
export function inferMetrics(examples: readonly Example[]): Inferred {
  const references = examples.flatMap(({ references: [first] }) => (first === undefined ? [] : [strip(first)]));
  if (references.length === 0) {
    return chosen([], 'no example has a reference, so no metric could be inferred');
  }
  const share = (test: (reference: string) => boolean): number => references.filter(test).length / references.length;
  const distinct = new Set(references).size;
  const short = share(isShort) >= NEARLY_ALL;
  if (short && distinct >= 2 && distinct <= MAX_LABELS && distinct * ROWS_PER_LABEL <= references.length) {
    return chosen(
      ['exact_match', 'accuracy', 'macro_f1'],
      `the references are ${distinct} short labels over ${references.length} examples`,
    );
  }
  if (share(isNumber) >= NEARLY_ALL) return chosen(['numeric_match'], 'the references are numbers');
  if (short) return chosen(['exact_match', 'squad_f1'], 'the references are short answers');
  if (share(hasLatinWords) >= NEARLY_ALL) return chosen(['rougeL', 'chrf'], 'the references are long texts');
  return chosen(['chrf'], 'the references are long texts, some without Latin words, which ROUGE does not see');
}

function chosen(names: readonly string[], reason: string): Inferred {
  return { specs: names.map((name) => ({ name })), reason };
}

function isShort(reference: string): boolean {
  return codePointLength(reference) <= SHORT_LENGTH && split(reference).length <= SHORT_WORDS;
}

/** GSM8K's references are worked solutions that end in `#### n`. */
function isNumber(reference: string): boolean {
  return (/####[^\n]*$/.test(reference) || NUMBER_ALONE.test(reference)) && answerNumber(reference) !== null;
}

function hasLatinWords(reference: string): boolean {
  return /[a-zA-Z0-9]/.test(reference);
}
