import { z } from 'zod';
import type { PathPattern } from '../data/types.js';
import { GateError, type Place } from '../errors.js';
import type { CompareOptions, EndpointOptions, JudgeOptions, ScoreOptions } from '../judge/options.js';

const text = z.string().min(1);
const paths = z.union([text, z.array(text).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value));
const fraction = z.number().min(0).max(1);
const repeats = z.int().min(1).max(100);

const score = z.strictObject({
  criteria: z
    .union([text, z.array(z.strictObject({ name: text, description: text })).min(1)])
    .optional()
    .describe('What a good answer is: one text, or a list of named criteria that are scored one by one.'),
  scale: z
    .tuple([z.int(), z.int()])
    .optional()
    .describe('The lowest and the highest score, whole numbers. Default: [1, 10].'),
  rubric: z.record(z.string(), text).optional().describe('What a score means, by score.'),
  repeats: repeats.optional().describe('How often each answer is scored; the mean counts. Default: 1.'),
  reference: z.boolean().optional().describe('Whether the judge sees the references. Default: true.'),
});

const compare = z.strictObject({
  criteria: text.optional().describe('What makes one answer better. Default: overall quality.'),
  repeats: repeats.optional().describe('How often each pair is judged in each order. Default: 1.'),
  reference: z.boolean().optional().describe('Whether the judge sees the references. Default: true.'),
  by: text.optional().describe('A metric whose higher score wins, in place of a model: needs no key.'),
});

/** The key `judge`, at the top level or in a suite. */
export const judgeSchema = z.strictObject({
  model: text.optional().describe('The judge, as its endpoint names it.'),
  base_url: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe('An OpenAI-compatible endpoint. Default: OpenAI.'),
  api_key_env: text
    .nullable()
    .optional()
    .describe('The environment variable that holds the key; null: the endpoint takes none. Default: OPENAI_API_KEY.'),
  params: z
    .record(text, z.json())
    .optional()
    .describe('Parameters handed to the endpoint as they are. Default: { temperature: 0 }.'),
  concurrency: z.int().min(1).max(256).optional().describe('Calls at once, at most. Default: 16.'),
  timeout: z.number().positive().max(86_400).optional().describe('Seconds for one call. Default: 120.'),
  deadline: z.number().positive().max(864_000).optional().describe('Seconds for all judging. Default: 3600.'),
  budget: z
    .strictObject({
      calls: z.int().positive().optional(),
      tokens: z.int().positive().optional(),
      cost: z.number().positive().optional(),
    })
    .optional()
    .describe('Nothing is asked beyond these: calls, tokens, and money (which needs prices).'),
  prices: z
    .strictObject({ input: z.number().min(0), output: z.number().min(0) })
    .optional()
    .describe('Money per million tokens.'),
  cache: text
    .nullable()
    .optional()
    .describe('The file that keeps judgments; null: none is kept. Default: .eval-gate/judge.jsonl.'),
  max_failed: fraction.optional().describe('The share of failed judgments above which a measure is in error.'),
  min_consistency: fraction
    .optional()
    .describe('The share of pairs judged alike in both orders below which no check rests on them. Default: 0.6.'),
  on_missing: z
    .enum(['inconclusive', 'fail'])
    .optional()
    .describe("What becomes of the judge's checks where its key is absent, as on a fork's pull request."),
  recorded: paths.optional().describe('Recorded judgments, taken before a model is asked.'),
  score: score.optional().describe('Scores of both models, as judge_score.'),
  compare: compare.optional().describe('Candidate against base, as win_rate and lc_win_rate.'),
});

export type JudgeKeys = z.output<typeof judgeSchema>;

/** Beside the config, where actions/cache finds it. */
const DEFAULT_CACHE = '.eval-gate/judge.jsonl';
/** The runner's own secrets, which a pull request must not be able to send to an endpoint of its choice. */
const NOT_A_JUDGE_KEY = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_)/iu;

/**
 * Fills in the defaults of `judge`.
 * @param pathAt a path as the config means it, from the key below `judge` that holds it
 * @param at the place of a key below `judge`
 * @throws GateError where the keys don't go together
 */
export function resolveJudge(
  keys: JudgeKeys,
  pathAt: (path: string, key: string) => PathPattern,
  at: (key: string) => Place,
): JudgeOptions {
  const options = {
    endpoint: keys.model === undefined ? null : endpointOf(keys, keys.model, at),
    score: keys.score === undefined ? null : scoreOf(keys.score, at),
    compare: keys.compare === undefined ? null : compareOf(keys.compare, at),
    recorded: (keys.recorded ?? []).map((pattern) => pathAt(pattern, 'recorded')),
    cache: keys.model === undefined || keys.cache === null ? null : pathAt(keys.cache ?? DEFAULT_CACHE, 'cache'),
    maxFailed: keys.max_failed ?? 0.05,
    minConsistency: keys.min_consistency ?? 0.6,
    onMissing: keys.on_missing ?? 'inconclusive',
  };
  const { endpoint, score, compare, recorded } = options;
  if (endpoint === null && recorded.length === 0 && (score !== null || compare?.by !== 'metric'))
    throw new GateError('is missing: name the judge, or recorded judgments, or compare: { by: a metric }', at('model'));
  if (score === null && compare === null && recorded.length === 0)
    throw new GateError('say what to judge: add score, compare, or both', at(''));
  return options;
}

function endpointOf(keys: JudgeKeys, model: string, at: (key: string) => Place): EndpointOptions {
  const apiKeyEnv = keys.api_key_env === undefined ? 'OPENAI_API_KEY' : keys.api_key_env;
  if (apiKeyEnv !== null && NOT_A_JUDGE_KEY.test(apiKeyEnv))
    throw new GateError(
      `${apiKeyEnv} belongs to the runner and is never sent to a judge; name the judge's own variable`,
      at('api_key_env'),
    );
  if (keys.budget?.cost !== undefined && keys.prices === undefined)
    throw new GateError('needs judge.prices, so that the cost of a call is known', at('budget.cost'));
  return {
    model,
    baseUrl: keys.base_url ?? null,
    apiKeyEnv,
    params: { temperature: 0, ...keys.params },
    concurrency: keys.concurrency ?? 16,
    timeout: keys.timeout ?? 120,
    deadline: keys.deadline ?? 3600,
    budget: {
      calls: keys.budget?.calls ?? null,
      tokens: keys.budget?.tokens ?? null,
      cost: keys.budget?.cost ?? null,
    },
    prices: keys.prices ?? null,
  };
}

function scoreOf(keys: z.output<typeof score>, at: (key: string) => Place): ScoreOptions {
  const scale = keys.scale ?? [1, 10];
  if (scale[0] >= scale[1]) throw new GateError('must go from a lower score to a higher one', at('score.scale'));
  const criteria = keys.criteria ?? 'accuracy, helpfulness and clarity';
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
  return { criteria: named, scale, rubric, repeats: keys.repeats ?? 1, reference: keys.reference ?? true };
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
