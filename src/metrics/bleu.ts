import { z } from 'zod';
import { TOKENIZERS, Vocabulary, clippedMatches, tokenize } from '../text/index.js';
import { badOption, define } from './define.js';
import type { Layout, MetricDetails } from './metric.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, ofReferences } from './samples.js';

/** Said of every BLEU. */
export const BLEU_CAUTION =
  'BLEU counts shared word sequences: it misleads for open-ended generation, where many outputs are valid that share few words with the reference';

const SMOOTH = ['exp', 'floor', 'add-k', 'none'] as const;
const DEFAULT_VALUE = { floor: 0.1, 'add-k': 1 } as const;
/** Enters for log(0) in sacrebleu, so that the score underflows to 0. */
const LOG_OF_ZERO = -9999999999;

interface Smoothing {
  readonly smooth: (typeof SMOOTH)[number];
  readonly value: number;
  readonly effectiveOrder: boolean;
}

/** The counts that BLEU is made of. */
interface Counts {
  readonly correct: readonly number[];
  readonly total: readonly number[];
  readonly outputLength: number;
  readonly referenceLength: number;
}

/**
 * Corpus BLEU (Papineni et al. 2002) from summed n-gram counts, 0-100, equal to sacrebleu 2.6.0: counts clipped to the
 * reference that has most, the closest reference length (the shorter of two).
 */
export const bleu = define(
  { name: 'bleu', about: 'n-grams of words that output and reference share, less a penalty for brevity' },
  {
    tokenize: z.enum(TOKENIZERS).default('13a').describe('what a word is'),
    smooth: z.enum(SMOOTH).default('exp').describe('what stands for an order without a match'),
    smooth_value: z.number().positive().optional().describe('of floor (where not given, 0.1) and of add-k (1)'),
    lowercase: z.boolean().default(false).describe('compare in lower case'),
    effective_order: z.boolean().default(false).describe('leave out orders longer than the output'),
    max_order: z.int().min(1).max(16).default(4).describe('the longest n-gram, in words'),
  },
  (id, options) => {
    const smoothing = smoothingOf(options);
    const { max_order: orders } = options;
    const layout = bleuLayout(orders);
    const vocabulary = new Vocabulary();
    const tokens = (text: string): number[] =>
      vocabulary.ids(tokenize(options.lowercase ? text.toLowerCase() : text, options.tokenize));
    const referenceTokens = ofReferences((references) => references.map(tokens));
    return {
      id,
      recipe: bleuRecipe(options, smoothing),
      caution: BLEU_CAUTION,
      unit: 'percent',
      direction: 'higher',
      range: [0, 100],
      linear: false,
      prepare: () => layout,
      measure: (row) =>
        againstReferences(row, (text) => {
          const counted = countBleu(tokens(text), referenceTokens(row), orders);
          return { columns: layout.indices, values: counted, unparsed: isEmpty(text) };
        }),
      aggregate: (sum) => computeBleu(unpack(sum, orders), smoothing).score,
      details: (sum) => bleuDetails(unpack(sum, orders), smoothing),
    };
  },
);

/** The columns of BLEU's counts, and their indices, since no row leaves one out. */
export interface BleuLayout extends Layout {
  readonly indices: readonly number[];
}

/** correct:n and total:n for each order, then both lengths. */
export function bleuLayout(orders: number): BleuLayout {
  const perOrder = (name: string): string[] => Array.from({ length: orders }, (_, i) => `${name}:${i + 1}`);
  const columns = [...perOrder('correct'), ...perOrder('total'), 'output_length', 'reference_length'];
  return { columns, indices: columns.map((_, i) => i) };
}

/** The counts of one text in the layout's order. */
export function countBleu(output: readonly number[], references: readonly (readonly number[])[], orders: number) {
  const totals = Array.from({ length: orders }, (_, i) => Math.max(0, output.length - i));
  const closest = references
    .map(({ length }) => length)
    .reduce((best, length) => {
      const difference = Math.abs(length - output.length) - Math.abs(best - output.length);
      return difference < 0 || (difference === 0 && length < best) ? length : best;
    });
  return [...clippedMatches(output, references, orders), ...totals, output.length, closest];
}

function unpack(sum: Float64Array, orders: number): Counts {
  return {
    correct: Array.from(sum.subarray(0, orders)),
    total: Array.from(sum.subarray(orders, 2 * orders)),
    outputLength: sum[2 * orders]!,
    referenceLength: sum[2 * orders + 1]!,
  };
}

function computeBleu(counts: Counts, { smooth, value, effectiveOrder }: Smoothing) {
  const { correct, total, outputLength, referenceLength } = counts;
  const penalty = brevityPenalty(outputLength, referenceLength);
  const precisions = correct.map(() => 0);
  if (correct.every((count) => count === 0)) return { score: 0, precisions, penalty };
  let order = correct.length;
  let halved = 1;
  for (let n = 0; n < correct.length; n++) {
    const added = smooth === 'add-k' && n > 0 ? value : 0;
    const hits = correct[n]! + added;
    const all = total[n]! + added;
    if (all === 0) break;
    if (effectiveOrder) order = n + 1;
    if (hits > 0) {
      precisions[n] = (100 * hits) / all;
    } else if (smooth === 'exp') {
      halved *= 2;
      precisions[n] = 100 / (halved * all);
    } else if (smooth === 'floor') {
      precisions[n] = (100 * value) / all;
    }
  }
  const logs = precisions.slice(0, order).reduce((sum, p) => sum + (p === 0 ? LOG_OF_ZERO : Math.log(p)), 0);
  return { score: penalty * Math.exp(logs / order), precisions, penalty };
}

function brevityPenalty(outputLength: number, referenceLength: number): number {
  if (outputLength >= referenceLength) return 1;
  return outputLength > 0 ? Math.exp(1 - referenceLength / outputLength) : 0;
}

function bleuDetails(counts: Counts, smoothing: Smoothing): MetricDetails {
  const { precisions, penalty } = computeBleu(counts, smoothing);
  const values = new Map(precisions.map((precision, i) => [`precision_${i + 1}`, precision]));
  values.set('brevity_penalty', penalty);
  values.set('output_length', counts.outputLength);
  values.set('reference_length', counts.referenceLength);
  return { values: Object.fromEntries(values) };
}

interface SmoothOptions {
  readonly smooth: (typeof SMOOTH)[number];
  readonly smooth_value?: number | undefined;
  readonly effective_order: boolean;
}

function smoothingOf({ smooth, smooth_value: value, effective_order: effectiveOrder }: SmoothOptions): Smoothing {
  if (smooth === 'floor' || smooth === 'add-k') {
    return { smooth, value: value ?? DEFAULT_VALUE[smooth], effectiveOrder };
  }
  if (value !== undefined) throw badOption('bleu', 'smooth_value', `does nothing with smooth: ${smooth}; leave it out`);
  return { smooth, value: 0, effectiveOrder };
}

function bleuRecipe(
  options: { tokenize: string; lowercase: boolean; effective_order: boolean; max_order: number },
  { smooth, value }: Smoothing,
): string {
  const parameters = {
    case: options.lowercase ? 'lc' : 'mixed',
    eff: options.effective_order,
    tok: options.tokenize,
    smooth: value === 0 ? smooth : `${smooth}[${value}]`,
    order: options.max_order,
  };
  return recipe('bleu', parameters, 'sacrebleu:2.6.0');
}
