import { z } from 'zod';
import type { PathPattern } from '../data/types.js';
import { GateError, type Place } from '../errors.js';
import type { CompareOptions, EndpointOptions, JudgeOptions, ScoreOptions } from '../judge/options.js';
import { addressKeys, budgetKeys, endpointOf } from './endpoint.js';

const text = z.string().min(1);
const paths = z.union([text, z.array(text).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value));
const fraction = z.number().min(0).max(1);
const repeats = z.int().min(1).max(100);

const reference = z.boolean().default(true).describe('whether the judge sees the references, where there are any');

const criterion = z.strictObject({
  name: text.describe('what it is called: its scores become `judge_score.<name>`'),
  description: text.describe('what the judge should look at'),
});

const score = z.strictObject({
  criteria: z
    .union([text, z.array(criterion).min(1)])
    .default('accuracy, helpfulness and clarity')
    .describe('what a good answer is: one text, or a list of `{ name, description }` that are scored one by one'),
  scale: z.tuple([z.int(), z.int()]).default([1, 10]).describe('the lowest and the highest score'),
  rubric: z.record(z.string(), text).optional().describe('what scores mean, such as `{ 1: wrong, 10: perfect }`'),
  repeats: repeats.default(1).describe('how often each answer is scored; the mean counts'),
  reference,
});

const compare = z.strictObject({
  by: text.optional().describe('a metric whose better score wins, in place of a model: it needs no key'),
  criteria: text.optional().describe('what makes one answer better; left out, `overall quality`'),
  repeats: repeats.optional().describe('how often each pair is judged in each order; left out, once'),
  reference: z.boolean().optional().describe('whether the judge sees the references; left out, it does'),
});

/** The key `judge`, at the top level or in a suite. */
export const judgeSchema = z.strictObject({
  model: text.optional().describe('the judge, as its endpoint names it'),
  ...addressKeys,
  params: z
    .record(text, z.json())
    .default({})
    .describe('parameters handed to the endpoint as they are; `temperature` is 0 where none is given'),
  concurrency: z.int().min(1).max(256).default(16).describe('calls at once, at most'),
  timeout: z.number().positive().max(86_400).default(120).describe('seconds for one call'),
  deadline: z.number().positive().max(864_000).default(3600).describe('seconds for all judging'),
  budget: budgetKeys('tokens, of prompts and replies'),
  prices: z
    .strictObject({
      input: z.number().min(0).describe('of prompts'),
      output: z.number().min(0).describe('of replies'),
    })
    .optional()
    .describe('money per million tokens'),
  cache: text
    .nullable()
    .default('.eval-gate/judge.jsonl')
    .describe('the file that keeps judgments, beside the config; `null` for none'),
  max_failed: fraction
    .default(0.05)
    .describe("the share of failed judgments above which the judge's measures are in error"),
  min_consistency: fraction
    .default(0.6)
    .describe('the share of pairs that come out alike in both orders below which no check rests on them'),
  on_missing: z
    .enum(['inconclusive', 'fail'])
    .default('inconclusive')
    .describe("what becomes of the judge's checks where its key is absent, as on a fork's pull request"),
  recorded: paths.optional().describe('recorded judgments, taken before a model is asked'),
  score: score.optional().describe('scores of both models: `judge_score`'),
  compare: compare.optional().describe('candidate against base: `win_rate` and `lc_win_rate`'),
});

export type JudgeKeys = z.output<typeof judgeSchema>;

/**
 * Fills in the defaults of `judge`.
 * @param pathAt a path as the config means it, from the key below `judge` that holds it
 * @param at the place of a key below `judge`
 * @param confirms whether the judge has something to do beside judging answers
 * @throws GateError where the keys don't go together
 */
export function resolveJudge(
  keys: JudgeKeys,
  pathAt: (path: string, key: string) => PathPattern,
  at: (key: string) => Place,
  confirms: boolean,
): JudgeOptions {
  const options = {
    endpoint: keys.model === undefined ? null : judgeEndpoint(keys, keys.model, at),
    score: keys.score === undefined ? null : scoreOf(keys.score, at),
    compare: keys.compare === undefined ? null : compareOf(keys.compare, at),
    recorded: (keys.recorded ?? []).map((pattern) => pathAt(pattern, 'recorded')),
    cache: keys.model === undefined || keys.cache === null ? null : pathAt(keys.cache, 'cache'),
    maxFailed: keys.max_failed,
    minConsistency: keys.min_consistency,
    onMissing: keys.on_missing,
  };
  const { endpoint, score, compare, recorded } = options;
  if (endpoint === null && recorded.length === 0 && (score !== null || compare?.by !== 'metric'))
    throw new GateError('is missing: name the judge, or recorded judgments, or compare: { by: a metric }', at('model'));
  if (!judgesAnswers(options) && !confirms)
    throw new GateError('say what to judge: add score, compare, or both', at(''));
  return options;
}

/** Whether answers are judged; a judge may also only confirm what was found by meaning. */
export function judgesAnswers({ score, compare, recorded }: JudgeOptions): boolean {
  return score !== null || compare !== null || recorded.length > 0;
}

function judgeEndpoint(keys: JudgeKeys, model: string, at: (key: string) => Place): EndpointOptions {
  const params = { temperature: 0, ...keys.params };
  return endpointOf({ ...keys, model, params, prices: keys.prices ?? null }, 'judge', at);
}

function scoreOf(keys: z.output<typeof score>, at: (key: string) => Place): ScoreOptions {
  const { scale, criteria } = keys;
  if (scale[0] >= scale[1]) throw new GateError('must go from a lower score to a higher one', at('score.scale'));
  const named = typeof criteria === 'string' ? [{ name: '', description: criteria }] : criteria;
  const names = named.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new GateError(`two criteria are called "${twice}"; rename one`, at('score.criteria'));
  const rubric = new Map<number, string>();
  for (const [key, meaning] of Object.entries(keys.rubric ?? {})) {
    const value = Number(key);
    if (key.trim() === '' || !Number.isInteger(value) || value < scale[0] || value > scale[1])
      throw new GateError(
        `"${key}" is not a score from ${String(scale[0])} to ${String(scale[1])}`,
        at('score.rubric'),
      );
    rubric.set(value, meaning);
  }
  return { criteria: named, scale, rubric, repeats: keys.repeats, reference: keys.reference };
}

function compareOf(keys: z.output<typeof compare>, at: (key: string) => Place): CompareOptions {
  if (keys.by === undefined) {
    return {
      by: 'judge',
      criteria: keys.criteria ?? 'overall quality',
      repeats: keys.repeats ?? 1,
      reference: keys.reference ?? true,
    };
  }
  if (keys.criteria !== undefined || keys.repeats !== undefined || keys.reference !== undefined)
    throw new GateError('compares by a metric, so it takes no criteria, repeats or reference', at('compare.by'));
  return { by: 'metric', metric: keys.by };
}
