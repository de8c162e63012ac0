import { keyOf, openCache, type Cache } from '../judge/cache/index.js';
import { openLine, readEndpoint, type Line, type LineOptions } from '../judge/client/index.js';
import type { Failed } from '../judge/types.js';
import type { FileAccess } from '../data/types.js';
import { GateError } from '../errors.js';
import type { SemanticOptions } from './options.js';
import { EMBEDDINGS_FORM, type StoredVector } from './stored.js';
import type { Vector } from './vector.js';
import { EMBEDDINGS, embeddingsWire, KEY, RESERVED, type Batch, type Embedded } from './wire.js';

/** Texts in one request, at most: what nearly every server takes. One that takes fewer says so, and gets fewer. */
const MOST_TEXTS = 64;
/** Batches at work for each request at a time. */
const IN_HAND = 2;
/** A text that is too long for the model is halved down to this. */
const SHORTEST = 500;
/** Raised whenever what a key stands for changes. */
const KEY_FORMAT = 1;

export type EmbedderContext = Pick<LineOptions, 'apiKey' | 'seed' | 'log' | 'signal'> & { readonly access: FileAccess };

/** What embedding has taken. */
export interface EmbeddingUsage {
  readonly url: string;
  readonly calls: number;
  readonly input_tokens: number;
  /** Calls whose tokens the endpoint did not tell. */
  readonly untold: number;
  /** In the currency of the prices; null where there are none. */
  readonly cost: number | null;
  /** Texts found in the cache. */
  readonly cached: number;
}

/** A text that waits for its vector. */
interface Open {
  readonly key: string;
  text: string;
  readonly takers: ((result: Vector | Failed) => void)[];
}

/** @throws GateError where the endpoint's options or the cache's path can't be right */
export async function openEmbedder({ endpoint, cache }: SemanticOptions, context: EmbedderContext): Promise<Embedder> {
  const reserved = RESERVED.find((name) => Object.hasOwn(endpoint.params, name));
  if (reserved !== undefined) {
    throw new GateError('is set by eval-gate itself; remove it', { key: `${KEY}.params.${reserved}` });
  }
  const line = openLine(readEndpoint(endpoint.baseUrl, EMBEDDINGS), { endpoint, ...context }, embeddingsWire(endpoint));
  try {
    const kept = cache === null ? null : await openCache(cache, EMBEDDINGS_FORM, context);
    return new Embedder(endpoint, line, kept);
  } catch (error) {
    line.close();
    throw error;
  }
}

/** Embeds texts in batches, each text once, from the cache where it is there. */
export class Embedder {
  /** Names that the server gave for the model. */
  readonly models = new Set<string>();
  readonly #endpoint: SemanticOptions['endpoint'];
  readonly #line: Line<Batch, Embedded>;
  readonly #cache: Cache<StoredVector> | null;
  /** Not sent yet. */
  #waiting: Open[] = [];
  /** Waiting, or sent and not answered. */
  readonly #open = new Map<string, Open>();
  readonly #underWay = new Set<Promise<void>>();
  #most = MOST_TEXTS;
  #mostCharacters = Infinity;
  #cached = 0;
  /** What a taker threw. */
  #fault: { readonly error: unknown } | null = null;

  constructor(endpoint: SemanticOptions['endpoint'], line: Line<Batch, Embedded>, cache: Cache<StoredVector> | null) {
    this.#endpoint = endpoint;
    this.#line = line;
    this.#cache = cache;
  }

  /** Why no more is embedded, as one sentence without a final full stop; null while it goes on. */
  get stopped(): string | null {
    return this.#line.stopper.why;
  }

  get usage(): EmbeddingUsage {
    const { calls, input_tokens, untold, cost } = this.#line.meter.spent();
    return { url: this.#line.connection.url, calls, input_tokens, untold, cost, cached: this.#cached };
  }

  /**
   * Embeds a text, sooner or later.
   * @param take gets the vector, or why there is none
   * @returns what to wait for before more is given, where much is under way
   */
  add(text: string, take: (result: Vector | Failed) => void): Promise<void> | undefined {
    this.#throwFault();
    const { model, params } = this.#endpoint;
    const key = keyOf({ embedding: KEY_FORMAT, model, params, text });
    const open = this.#open.get(key);
    if (open !== undefined) {
      open.takers.push(take);
      return undefined;
    }
    const known = this.#cache?.get(key) ?? null;
    if (known !== null) {
      this.#cached++;
      this.models.add(known.model);
      take(known.vector);
      return undefined;
    }
    const added = { key, text, takers: [take] };
    this.#open.set(key, added);
    this.#waiting.push(added);
    if (this.#waiting.length < this.#most) return undefined;
    this.#sendWaiting();
    const full = this.#underWay.size >= IN_HAND * this.#endpoint.concurrency;
    return full ? Promise.race(this.#underWay) : undefined;
  }

  /** Sends what waits, and comes back when everything was answered. */
  async flush(): Promise<void> {
    this.#sendWaiting();
    while (this.#underWay.size > 0) await Promise.race(this.#underWay);
    this.#throwFault();
  }

  async close(): Promise<void> {
    this.#line.close();
    await Promise.all(this.#underWay);
    await this.#cache?.close();
  }

  #throwFault(): void {
    if (this.#fault !== null) throw this.#fault.error;
  }

  #sendWaiting(): void {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#most);
      const work: Promise<void> = this.#embed(batch)
        .catch((error: unknown) => void (this.#fault ??= { error }))
        .then(() => void this.#underWay.delete(work));
      this.#underWay.add(work);
    }
  }

  /** @returns whether nothing had to be embedded alone, so that it was the number of texts where a batch was refused */
  async #embed(batch: Open[]): Promise<boolean> {
    for (const open of batch) open.text = cut(open.text, this.#mostCharacters);
    const texts = batch.map(({ text }) => text);
    const input = texts.reduce((sum, text) => sum + Math.ceil(Buffer.byteLength(text) / 4), 0);
    const received = await this.#line.exchange.send(
      {
        build: () => ({ texts, parts: new Set() }),
        tokens: () => ({ input, output: 0 }),
        divisible: batch.length > 1,
      },
      { calls: 0, input_tokens: 0, output_tokens: 0 },
    );
    if (!('failed' in received)) {
      const { vectors, model } = received.reply;
      batch.forEach((open, i) => this.#answer(open, vectors[i]!, model));
      return true;
    }
    if (received.failed !== 'rejected' && received.failed !== 'filtered') {
      this.#giveUp(batch, received);
      return false;
    }
    if (batch.length > 1) return this.#embedHalves(batch);
    const [open] = batch;
    if (TOO_LONG.test(received.why) && open!.text.length > SHORTEST) {
      open!.text = cut(open!.text, Math.max(SHORTEST, open!.text.length >> 1));
      if (await this.#embed(batch)) this.#mostCharacters = Math.min(this.#mostCharacters, open!.text.length);
    } else this.#giveUp(batch, received);
    return false;
  }

  async #embedHalves(batch: Open[]): Promise<boolean> {
    const half = Math.ceil(batch.length / 2);
    const done = [await this.#embed(batch.slice(0, half)), await this.#embed(batch.slice(half))];
    const wasNumber = done.every(Boolean);
    if (wasNumber) this.#most = Math.min(this.#most, half);
    return wasNumber;
  }

  #answer(open: Open, vector: Vector, named: string | null): void {
    const model = this.#line.connection.hideKey(named ?? this.#endpoint.model);
    const value = this.#cache?.put(open.key, { vector, model }) ?? { vector, model };
    this.models.add(value.model);
    this.#open.delete(open.key);
    for (const take of open.takers) take(value.vector);
  }

  #giveUp(batch: readonly Open[], failed: Failed): void {
    for (const { key, takers } of batch) {
      this.#open.delete(key);
      for (const take of takers) take(failed);
    }
  }
}

/** As the client words it. */
const TOO_LONG = /finds the texts too long/u;

/** The beginning of a text; no pair of surrogates is split. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).toWellFormed();
}
