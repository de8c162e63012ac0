import { createJudgeClient, type Answer, type JudgeClient } from '../../../src/judge/client/index.js';
import type { EndpointOptions } from '../../../src/judge/options.js';
import type { Failed, Question, ReadReply } from '../../../src/judge/types.js';
import type { Log } from '../../../src/log.js';
import { startFakeOpenAI, type ChatBody, type FakeOpenAI, type FakeOpenAIOptions } from '../../fakes/openai.js';

/** What of a request an endpoint may refuse. */
export type RequestPart =
  'temperature' | 'max_tokens' | 'max_completion_tokens' | 'response_format' | 'json_schema' | 'system';

export const KEY = 'sk-test-0123456789';

/** Whether a request has something that an endpoint may refuse. */
export function has(body: ChatBody, part: RequestPart): boolean {
  if (part === 'system') return body.messages.some(({ role }) => role === 'system');
  if (part === 'json_schema') return body.response_format?.type === 'json_schema';
  return Object.hasOwn(body, part);
}

/** A question whose text is `about`, and whose reply has a whole number from 1 to 10 as its score. */
export function question(about = 'Is it right?'): Question {
  return {
    messages: [
      {
        role: 'system',
        content: 'You judge answers. Reply with one JSON object and nothing else: {"score": <number>}',
      },
      { role: 'user', content: about },
    ],
    schema: {
      name: 'score',
      json: {
        type: 'object',
        properties: { score: { type: 'integer' } },
        required: ['score'],
        additionalProperties: false,
      },
    },
  };
}

export const readScore: ReadReply<number> = (text) => {
  try {
    const { score } = JSON.parse(text) as { score?: unknown };
    return typeof score === 'number' && score >= 1 && score <= 10 ? { value: score } : { problem: 'it has no score' };
  } catch {
    return { problem: 'it is no JSON object' };
  }
};

export interface Trial {
  readonly fake: FakeOpenAI;
  readonly client: JudgeClient;
  /** What was said on the log. */
  readonly said: string[];
  readonly ask: (about?: string) => Promise<Answer<number> | Failed>;
}

export interface TrialOptions extends Partial<Omit<EndpointOptions, 'baseUrl'>> {
  /** What is written as base_url, from the stand-in's origin. */
  readonly written?: (origin: string) => string;
  readonly apiKey?: string | null;
  readonly signal?: AbortSignal;
}

/** A client that speaks to a stand-in of its own. */
export async function withJudge<T>(
  server: FakeOpenAIOptions,
  { apiKey = KEY, signal, written, ...endpoint }: TrialOptions,
  use: (trial: Trial) => Promise<T>,
): Promise<T> {
  const fake = await startFakeOpenAI(server);
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const log: Log = { info: say, warn: say, group: say, endGroup: () => undefined };
  try {
    const client = createJudgeClient({
      endpoint: {
        model: 'judge-1',
        baseUrl: written?.(fake.origin) ?? fake.url,
        apiKeyEnv: 'JUDGE_KEY',
        params: { temperature: 0 },
        concurrency: 4,
        timeout: 10,
        deadline: 60,
        budget: { calls: null, tokens: null, cost: null },
        prices: null,
        ...endpoint,
      },
      apiKey,
      seed: '0',
      log,
      signal: signal ?? null,
    });
    try {
      return await use({ fake, client, said, ask: (about) => client.ask(question(about), readScore) });
    } finally {
      client.close();
    }
  } finally {
    await fake.close();
  }
}
