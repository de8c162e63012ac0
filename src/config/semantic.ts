import { z } from 'zod';
import type { PathPattern } from '../data/types.js';
import type { Place } from '../errors.js';
import type { JudgeOptions } from '../judge/options.js';
import type { SemanticOptions } from '../semantic/options.js';
import { addressKeys, budgetKeys, endpointOf } from './endpoint.js';

const text = z.string().min(1);

/** The key `contamination.semantic`. */
export const semanticSchema = z.strictObject({
  model: text.describe('the embedding model, as its endpoint names it'),
  ...addressKeys,
  params: z
    .record(text, z.json())
    .default({})
    .describe('parameters handed to the endpoint as they are, such as `dimensions`'),
  rows: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(20_000)
    .describe('training rows that are embedded; where there are more, those that share most with an example'),
  min_similarity: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .describe('the cosine from which on a training row is similar; models differ much in it'),
  confirm: z
    .boolean()
    .default(true)
    .describe('ask the judge, where there is one, whether similar rows ask the same question'),
  concurrency: z.int().min(1).max(256).default(8).describe('calls at once, at most'),
  timeout: z.number().positive().max(86_400).default(120).describe('seconds for one call'),
  deadline: z.number().positive().max(864_000).default(3600).describe('seconds for all embedding'),
  budget: budgetKeys('tokens'),
  prices: z
    .strictObject({ input: z.number().min(0).describe('of texts') })
    .optional()
    .describe('money per million tokens'),
  cache: text
    .nullable()
    .default('.eval-gate/embeddings.jsonl')
    .describe('the file that keeps embeddings, beside the config; `null` for none'),
});

export type SemanticKeys = z.output<typeof semanticSchema>;

/**
 * Fills in the defaults of `contamination.semantic`.
 * @param pathAt a path as the config means it, from the key below `semantic` that holds it
 * @param at the place of a key below `semantic`
 * @param judge the run's
 * @throws GateError where the keys don't go together
 */
export function resolveSemantic(
  keys: SemanticKeys,
  pathAt: (path: string, key: string) => PathPattern,
  at: (key: string) => Place,
  judge: JudgeOptions | null,
): SemanticOptions {
  const prices = keys.prices === undefined ? null : { input: keys.prices.input, output: 0 };
  return {
    endpoint: endpointOf({ ...keys, prices }, 'contamination.semantic', at),
    cache: keys.cache === null ? null : pathAt(keys.cache, 'cache'),
    rows: keys.rows,
    minSimilarity: keys.min_similarity,
    judge: keys.confirm && (judge?.endpoint ?? null) !== null ? judge : null,
  };
}
