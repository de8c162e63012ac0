import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type OpenAI from 'openai';
import { conceptVector, embeddings, type EmbeddingBody } from './openai-embeddings.js';
import { chance } from './openai-judges.js';

export type ChatBody = OpenAI.ChatCompletionCreateParamsNonStreaming;

export interface SeenCall {
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
}

/** What the server does with one request. */
export type Act =
  | {
      readonly act: 'reply';
      readonly content: string | null;
      readonly finish?: OpenAI.ChatCompletion.Choice['finish_reason'];
      readonly refusal?: string;
      readonly model?: string;
      /** Null: the server does not say. */
      readonly usage?: { readonly input: number; readonly output: number } | null;
    }
  /** Any answer: a body that is not text is sent as JSON. */
  | {
      readonly act: 'send';
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is closed before an answer, in the middle of one, or never answered at all. */
  | { readonly act: 'drop' | 'cut' | 'hang' };

export type RandomFault = '429' | '500' | '503' | 'drop' | 'cut' | 'empty' | 'prose' | 'length';

/** A request for embeddings that arrived. */
export interface SeenEmbedding {
  readonly headers: IncomingHttpHeaders;
  readonly body: EmbeddingBody;
}

export interface FakeOpenAIOptions {
  /** The content of a good reply. */
  readonly judge?: (body: ChatBody) => string;
  /** A text's embedding. */
  readonly embed?: (text: string) => readonly number[];
  /** Asked before a request for embeddings is answered: null for a good reply. The number counts such requests, from 0. */
  readonly embedding?: (call: SeenEmbedding, number: number) => Act | null;
  /** What is done with the first requests, one entry each; null is a good reply. */
  readonly script?: readonly (Act | null)[];
  /** Asked before the script: what an endpoint of this kind refuses, null where it refuses nothing. */
  readonly refuses?: (call: SeenCall) => Act | null;
  /** Things that go wrong at random: whether and which depends on the seed and on the number of the request only. */
  readonly faults?: { readonly share: number; readonly seed: string; readonly kinds: readonly RandomFault[] };
  /** Milliseconds that an answer takes. */
  readonly latency?: number;
  /** Requests at once; those beyond it are answered with 429 at once. */
  readonly capacity?: number;
  /** Null: none is asked for. */
  readonly apiKey?: string | null;
  /** What stands before /chat/completions. */
  readonly prefix?: string;
  readonly port?: number;
  readonly onCall?: (call: SeenCall, act: Act) => void;
}

export interface FakeOpenAI {
  /** What base_url would be. */
  readonly url: string;
  readonly origin: string;
  /** Every request that arrived, in order. */
  readonly calls: SeenCall[];
  /** Every request for embeddings that arrived, in order. */
  readonly embedded: SeenEmbedding[];
  /** The texts of the last message of every request that got a good reply. */
  readonly judged: string[];
  /** How many requests were under way at once, at most. */
  readonly peak: number;
  /** How many were answered with 429. */
  readonly turnedAway: number;
  /** What is done with the next requests. */
  readonly script: (Act | null)[];
  close(): Promise<void>;
}

/** A chat completion in OpenAI's shape. */
export function completion(
  reply: Extract<Act, { act: 'reply' }>,
  body: ChatBody,
  number: number,
): OpenAI.ChatCompletion {
  const usage = reply.usage === undefined ? { input: 100, output: 20 } : reply.usage;
  return {
    id: `chatcmpl-${number}`,
    object: 'chat.completion',
    created: 1_760_000_000 + number,
    model: reply.model ?? `${body.model}-2026-01-01`,
    choices: [
      {
        index: 0,
        finish_reason: reply.finish ?? 'stop',
        logprobs: null,
        message: { role: 'assistant', content: reply.content, refusal: reply.refusal ?? null },
      },
    ],
    ...(usage === null
      ? {}
      : {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
          },
        }),
  } satisfies OpenAI.ChatCompletion;
}

/** An error in OpenAI's shape. */
export function refusal(
  status: number,
  error: { message: string; type: string; param?: string | null; code?: string | null },
  headers: Readonly<Record<string, string>> = {},
): Act {
  const shape = { param: null, code: null, ...error } satisfies OpenAI.ErrorObject;
  return { act: 'send', status, body: { error: shape }, headers };
}

const RATE_LIMIT = { message: 'Rate limit reached for requests', type: 'requests', code: 'rate_limit_exceeded' };
const SERVER_ERROR = { message: 'The server had an error while processing your request', type: 'server_error' };

const RANDOM_FAULTS: Readonly<Record<RandomFault, Act>> = {
  '429': refusal(429, RATE_LIMIT),
  '500': refusal(500, SERVER_ERROR),
  '503': refusal(503, { ...SERVER_ERROR, message: 'The engine is currently overloaded, please try again later' }),
  drop: { act: 'drop' },
  cut: { act: 'cut' },
  empty: { act: 'reply', content: '' },
  prose: { act: 'reply', content: 'Both are fine answers, it is hard to say.' },
  length: { act: 'reply', content: '{"reasoning": "The first answer is', finish: 'length' },
};

/** A server on this machine that answers as OpenAI's chat completions do, and goes wrong in every way it is told to. */
export async function startFakeOpenAI(options: FakeOpenAIOptions = {}): Promise<FakeOpenAI> {
  const { latency = 0, capacity = Infinity, apiKey = 'sk-test-0123456789', prefix = '/v1', faults } = options;
  const judge = options.judge ?? (() => '{"reasoning": "It is right.", "score": 7}');
  const server = createServer((request, response) => void handle(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = { peak: 0, turnedAway: 0, underWay: 0 };
  const calls: SeenCall[] = [];
  const judged: string[] = [];
  const embedded: SeenEmbedding[] = [];
  const script = [...(options.script ?? [])];

  return {
    url: origin + prefix,
    origin,
    calls,
    embedded,
    judged,
    script,
    get peak() {
      return state.peak;
    },
    get turnedAway() {
      return state.turnedAway;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    state.underWay++;
    state.peak = Math.max(state.peak, state.underWay);
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      const path = request.url ?? '/';
      const refused = refuseRequest(request, path);
      if (refused !== null) {
        await perform(refused, { model: '', messages: [] }, calls.length, request, response);
        return;
      }
      if (new URL(path, origin).pathname === `${prefix}/embeddings`) {
        await embed(text, request, response);
        return;
      }
      const call = { path, headers: request.headers, body: JSON.parse(text) as ChatBody };
      const number = calls.push(call) - 1;
      const over = state.underWay > capacity;
      const act = over ? RANDOM_FAULTS['429'] : actOn(call, number);
      options.onCall?.(call, act);
      if (!over && latency > 0) await wait(latency);
      await perform(act, call.body, number, request, response);
    } catch {
      response.destroy(); // the client has gone
    } finally {
      state.underWay--;
    }
  }

  async function embed(text: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = { headers: request.headers, body: JSON.parse(text) as EmbeddingBody };
    const number = embedded.push(call) - 1;
    if (latency > 0) await wait(latency);
    const told = options.embedding?.(call, number) ?? null;
    const fault = faults !== undefined && chance(`${faults.seed}:e${number}`) < faults.share;
    const kind = faults?.kinds[Math.floor(chance(`${faults.seed}:e${number}:kind`) * faults.kinds.length)];
    const act: Act =
      told ??
      (fault
        ? RANDOM_FAULTS[kind!]
        : { act: 'send', status: 200, body: embeddings(call.body, options.embed ?? conceptVector) });
    await perform(act, { model: '', messages: [] }, number, request, response);
  }

  function refuseRequest(request: IncomingMessage, path: string): Act | null {
    const { pathname } = new URL(path, origin);
    if (
      request.method !== 'POST' ||
      (pathname !== `${prefix}/chat/completions` && pathname !== `${prefix}/embeddings`)
    ) {
      return refusal(404, {
        message: `Invalid URL (${request.method ?? ''} ${pathname})`,
        type: 'invalid_request_error',
      });
    }
    const given = request.headers['api-key'] ?? /^Bearer (.*)$/u.exec(request.headers.authorization ?? '')?.[1];
    if (apiKey === null || given === apiKey) return null;
    return refusal(401, {
      message: `Incorrect API key provided: ${String(given)}. You can find your API key at https://platform.openai.com.`,
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    });
  }

  function actOn(call: SeenCall, number: number): Act {
    const refused = options.refuses?.(call) ?? null;
    if (refused !== null) return refused;
    const scripted = script.shift() ?? null;
    if (scripted !== null) return scripted;
    if (faults !== undefined && chance(`${faults.seed}:${number}`) < faults.share) {
      return RANDOM_FAULTS[faults.kinds[Math.floor(chance(`${faults.seed}:${number}:kind`) * faults.kinds.length)]!];
    }
    judged.push(lastText(call.body));
    return { act: 'reply', content: judge(call.body) };
  }

  async function perform(
    act: Act,
    body: ChatBody,
    number: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (act.act === 'hang') {
      await new Promise((resolve) => response.on('close', resolve));
      return;
    }
    if (act.act === 'drop') {
      request.socket.destroy();
      return;
    }
    if (act.act === 'send') {
      if (act.status === 429) state.turnedAway++;
      const text = typeof act.body === 'string' ? act.body : JSON.stringify(act.body);
      const type = typeof act.body === 'string' ? 'text/html; charset=utf-8' : 'application/json';
      response.writeHead(act.status, { 'content-type': type, 'x-request-id': `req_${number}`, ...act.headers });
      response.end(text);
      return;
    }
    const reply = act.act === 'reply' ? act : { act: 'reply' as const, content: judge(body) };
    const text = JSON.stringify(completion(reply, body, number));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    if (act.act === 'cut') response.write(text.slice(0, text.length >> 1), () => request.socket.destroy());
    else response.end(text);
  }
}

/** The text of a request's last message. */
export function lastText(body: ChatBody): string {
  const content = body.messages.at(-1)?.content;
  return typeof content === 'string' ? content : '';
}
