import type { EndpointOptions } from '../judge/options.js';
import { objectOf, type Reading, type Service, type Wire } from '../judge/client/index.js';
import { quantised, type Vector } from './vector.js';

/** Where the settings stand in the config. */
export const KEY = 'contamination.semantic';

export const EMBEDDINGS: Service = {
  path: '/embeddings',
  who: 'the embedding model',
  key: KEY,
  asked: 'the texts',
  reply: 'embedding',
};

/** Texts that are embedded in one request. */
export interface Batch {
  readonly texts: readonly string[];
  /** Nothing of a request is left out where an endpoint refuses it. */
  readonly parts: ReadonlySet<never>;
}

export interface Embedded {
  /** One a text, in the order of the texts. */
  readonly vectors: readonly Vector[];
  /** The model as the server named it. */
  readonly model: string | null;
  readonly tokens: number | null;
}

/** Set by the client itself. */
export const RESERVED = ['model', 'input', 'encoding_format'];

/** Asks for embeddings as lists of numbers, which every server can give, and takes base64 where one gives that. */
export function embeddingsWire({ model, params }: EndpointOptions): Wire<Batch, Embedded> {
  let dimensions: number | null = null;
  return {
    service: EMBEDDINGS,
    send: (client, { texts }) =>
      client.embeddings.create({ ...params, model, input: [...texts], encoding_format: 'float' }),
    read: (body, { texts }) => {
      const reading = readEmbeddings(body, texts.length);
      if (reading === null || 'broken' in reading) return reading;
      const { length } = reading.reply.vectors[0]!;
      if (dimensions !== null && length !== dimensions) {
        return broken(`sends embeddings of ${length} dimensions after ones of ${dimensions}`);
      }
      dimensions = length;
      return reading;
    },
    readUnfit: () => null,
    usageOf: ({ tokens }) => (tokens === null ? null : { input: tokens, output: 0 }),
    refused: () => false,
    notes: () => [],
  };
}

/** @returns null where the body is no list of embeddings */
function readEmbeddings(value: unknown, count: number): Reading<Embedded> {
  const body = objectOf(value);
  const data = body?.['data'];
  if (body === null || !Array.isArray(data)) return null;
  if (data.length !== count) return broken(`sends ${data.length} embeddings of ${count} texts`);
  const vectors = new Array<Vector | undefined>(count).fill(undefined);
  for (const [i, item] of data.entries()) {
    const { embedding, index } = objectOf(item) ?? {};
    const values = numbersOf(embedding);
    const vector = values === null ? null : quantised(values);
    if (vector === null) return broken('sends an embedding that is no list of numbers, or all zero');
    const at = Number.isInteger(index) ? (index as number) : i;
    if (at < 0 || at >= count || vectors[at] !== undefined) return broken('numbers its embeddings wrongly');
    vectors[at] = vector;
  }
  if (vectors.some((vector) => vector!.length !== vectors[0]!.length))
    return broken('sends embeddings of several lengths');
  const { model } = body;
  const tokens = objectOf(body['usage'])?.['prompt_tokens'];
  return {
    reply: {
      vectors: vectors.map((vector) => vector!),
      model: typeof model === 'string' && model !== '' ? model : null,
      tokens: Number.isSafeInteger(tokens) && (tokens as number) >= 0 ? (tokens as number) : null,
    },
  };
}

function broken(what: string): Reading<Embedded> {
  return { broken: what };
}

/** More has no model. */
const MOST_DIMENSIONS = 65_536;

function numbersOf(embedding: unknown): readonly number[] | null {
  if (typeof embedding === 'string') return decoded(embedding);
  if (!Array.isArray(embedding) || embedding.length === 0 || embedding.length > MOST_DIMENSIONS) return null;
  return embedding.every((value): value is number => typeof value === 'number') ? embedding : null;
}

/** Floats of 32 bits, little-endian, as OpenAI's own base64 has them. */
function decoded(base64: string): readonly number[] | null {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.length % 4 !== 0 || bytes.length / 4 > MOST_DIMENSIONS) return null;
  return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}
