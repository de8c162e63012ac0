import { z } from 'zod';
import { GateError, type Place } from '../errors.js';
import type { EndpointOptions } from '../judge/options.js';

/** Keys of everything that asks a model at an endpoint. */

const text = z.string().min(1);

export const addressKeys = {
  base_url: z
    .string()
    .regex(/^https?:\/\/\S+$/iu, 'must be an address that starts with http:// or https://')
    .optional()
    .describe("an OpenAI-compatible endpoint; left out, OpenAI's own"),
  api_key_env: text
    .nullable()
    .default('OPENAI_API_KEY')
    .describe('the environment variable that holds the key; `null` where the endpoint takes none'),
};

export function budgetKeys(tokens: string) {
  return z
    .strictObject({
      calls: z.int().positive().optional().describe('calls'),
      tokens: z.int().positive().optional().describe(tokens),
      cost: z.number().positive().optional().describe('money, in the currency of `prices`'),
    })
    .prefault({})
    .describe('nothing is asked beyond these');
}

interface EndpointKeys extends Pick<
  EndpointOptions,
  'model' | 'params' | 'concurrency' | 'timeout' | 'deadline' | 'prices'
> {
  readonly base_url?: string | undefined;
  readonly api_key_env: string | null;
  readonly budget: {
    readonly calls?: number | undefined;
    readonly tokens?: number | undefined;
    readonly cost?: number | undefined;
  };
}

/** Names of what must not stand in a config, and would be shown in the report with the other parameters. */
const SECRET = /api[-_]?key|authorization|secret|password/iu;

/** The runner's own secrets, which a pull request must not be able to send to an endpoint of its choice. */
const RUNNERS_OWN = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_)/iu;

/**
 * Fills in the defaults of an endpoint.
 * @param key where its keys stand in the config: `judge`
 * @param at the place of a key below it
 * @throws GateError where the keys don't go together, or hold a secret
 */
export function endpointOf(keys: EndpointKeys, key: string, at: (key: string) => Place): EndpointOptions {
  const { model, params, concurrency, timeout, deadline, prices, budget } = keys;
  const apiKeyEnv = keys.api_key_env;
  if (apiKeyEnv !== null && RUNNERS_OWN.test(apiKeyEnv))
    throw new GateError(
      `${apiKeyEnv} belongs to the runner and is never sent to a model; name the model's own variable`,
      at('api_key_env'),
    );
  const secret = Object.keys(params).find((name) => SECRET.test(name));
  if (secret !== undefined)
    throw new GateError(
      `is no parameter; put the key into the variable that ${key}.api_key_env names`,
      at(`params.${secret}`),
    );
  if (budget.cost !== undefined && prices === null)
    throw new GateError(`needs ${key}.prices, so that the cost of a call is known`, at('budget.cost'));
  const { calls = null, tokens = null, cost = null } = budget;
  return {
    ...{ model, params, concurrency, timeout, deadline, prices },
    baseUrl: keys.base_url ?? null,
    apiKeyEnv,
    budget: { calls, tokens, cost },
  };
}
