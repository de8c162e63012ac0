import { z } from 'zod';
import { CommonNgrams, TOKENIZERS, type Tokens, Vocabulary, clippedMatches, tokenIds } from '../text/index.js';
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
    const counter = new BleuCounter(orders);
    const precisions = new Float64Array(orders);
    const vocabulary = new Vocabulary();
    const tokens = (text: string): number[] =>
      tokenIds(options.lowercase ? text.toLowerCase() : text, options.tokenize, vocabulary);
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
          const counts = counter.count(tokens(text), referenceTokens(row));
          return { columns: layout.indices, values: counts, unparsed: isEmpty(text) };
        }),
      aggregate: (sum) => computeBleu(sum, smoothing, precisions),
      details: (sum) => bleuDetails(sum, smoothing, orders),
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

/** Counts texts in the layout's order, on arrays that it keeps from one text to the next. */
export class BleuCounter {
  readonly #orders: number;
  readonly #common: CommonNgrams;

  constructor(orders: number) {
    this.#orders = orders;
    this.#common = new CommonNgrams(orders);
  }

  count(output: Tokens, references: readonly Tokens[]): number[] {
    const [first] = references;
    const counts =
      references.length === 1 ? this.#common.count(output, first!) : clippedMatches(output, references, this.#orders);
    for (let n = 0; n < this.#orders; n++) counts.push(Math.max(0, output.length - n));
    counts.push(output.length, closestLength(output.length, references));
    return counts;
  }
}

/** Of two that are equally close the shorter. */
function closestLength(output: number, references: readonly Tokens[]): number {
  let best = references[0]!.length;
  for (const { length } of references) {
    const difference = Math.abs(length - output) - Math.abs(best - output);
    if (difference < 0 || (difference === 0 && length < best)) best = length;
  }
  return best;
}

/**
 * BLEU of summed counts in the layout's order.
 * @param precisions gets those of each order, in percent
 */
function computeBleu(
  sum: Float64Array,
  { smooth, value, effectiveOrder }: Smoothing,
  precisions: Float64Array,
): number {
  const orders = precisions.length;
  precisions.fill(0);
  let matched = false;
  for (let n = 0; n < orders; n++) if (sum[n]! > 0) matched = true;
  if (!matched) return 0;
  let order = orders;
  let halved = 1;
  for (let n = 0; n < orders; n++) {
    const added = smooth === 'add-k' && n > 0 ? value : 0;
    const hits = sum[n]! + added;
    const all = sum[orders + n]! + added;
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
  let logs = 0;
  for (let n = 0; n < order; n++) logs += precisions[n] === 0 ? LOG_OF_ZERO : Math.log(precisions[n]!);
  return brevityPenalty(sum[2 * orders]!, sum[2 * orders + 1]!) * Math.exp(logs / order);
}

function brevityPenalty(outputLength: number, referenceLength: number): number {
  if (outputLength >= referenceLength) return 1;
  return outputLength > 0 ? Math.exp(1 - referenceLength / outputLength) : 0;
}

function bleuDetails(sum: Float64Array, smoothing: Smoothing, orders: number): MetricDetails {
  const precisions = new Float64Array(orders);
  computeBleu(sum, smoothing, precisions);
  const [outputLength, referenceLength] = [sum[2 * orders]!, sum[2 * orders + 1]!];
  const values = new Map(Array.from(precisions, (precision, i) => [`precision_${i + 1}`, precision]));
  values.set('brevity_penalty', brevityPenalty(outputLength, referenceLength));
  values.set('output_length', outputLength);
  values.set('reference_length', referenceLength);
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
