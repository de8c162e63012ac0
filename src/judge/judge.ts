import type { FileAccess } from '../data/types.js';
import type { Log } from '../log.js';
import { judgmentKey, JUDGMENTS, openCache, type Cache, type CachedJudgment } from './cache/index.js';
import type { JudgeClient, Spent } from './client/index.js';
import type { EndpointOptions, JudgeOptions, ScoreOptions } from './options.js';
import type { CompareVerdict, Failed, Order, Question, ReadReply, SameVerdict, ScoreVerdict } from './types.js';

/** A question about answers, with its place in the cache and how its reply is read. */
export type Asked =
  | {
      readonly kind: 'score';
      readonly question: Question;
      readonly repeat: number;
      readonly read: ReadReply<ScoreVerdict>;
      readonly scoring: Pick<ScoreOptions, 'criteria' | 'scale'>;
    }
  | {
      readonly kind: 'compare';
      readonly question: Question;
      readonly repeat: number;
      readonly order: Order;
      readonly read: ReadReply<CompareVerdict>;
    };

/** A question about two texts, by sameQuestion. */
export interface AskedSame {
  readonly kind: 'same';
  readonly question: Question;
  readonly repeat: 0;
  readonly read: ReadReply<SameVerdict>;
}

type AnyVerdict = ScoreVerdict | CompareVerdict | SameVerdict;

/** What judging has taken, for the report's provenance. */
export interface JudgeUsage extends Spent {
  readonly url: string;
  /** Judgments found in the cache. */
  readonly cached: number;
}

/** One model at one endpoint, and what it said before. */
export interface Judge {
  readonly endpoint: EndpointOptions;
  /** Names that the server gave for the model, in the judgments of this run. */
  readonly models: ReadonlySet<string>;
  readonly stopped: string | null;
  /** Whether the cache held anything when it was opened. */
  readonly remembers: boolean;
  /** Gets ready to ask, which takes a moment. */
  open(): Promise<void>;
  /** The judgment in the cache, or null; never asks. */
  known(asked: Asked): ScoreVerdict | CompareVerdict | null;
  /** The judgment from the cache, or else from the model; then it is in the cache. */
  ask(asked: Asked): Promise<ScoreVerdict | CompareVerdict | Failed>;
  ask(asked: AskedSame): Promise<SameVerdict | Failed>;
  usage(): JudgeUsage;
  notes(): string[];
  close(): Promise<void>;
}

/** @throws GateError where the endpoint's options or the cache's path can't be right */
export async function openJudge(
  options: JudgeOptions & { readonly endpoint: EndpointOptions },
  context: {
    readonly apiKey: string | null;
    readonly seed: string;
    readonly access: FileAccess;
    readonly log: Log;
    readonly signal: AbortSignal | null;
  },
): Promise<Judge> {
  const { endpoint } = options;
  const { createJudgeClient } = await import('./client/index.js');
  const client = createJudgeClient({ endpoint, ...context });
  try {
    return new OpenJudge(
      endpoint,
      client,
      options.cache === null ? null : await openCache(options.cache, JUDGMENTS, context),
    );
  } catch (error) {
    client.close();
    throw error;
  }
}

class OpenJudge implements Judge {
  readonly models = new Set<string>();
  readonly #addresses = new WeakMap<Asked | AskedSame, string>();
  readonly #underWay = new Map<string, Promise<AnyVerdict | Failed>>();
  #cached = 0;

  constructor(
    readonly endpoint: EndpointOptions,
    private readonly client: JudgeClient,
    private readonly cache: Cache<CachedJudgment> | null,
  ) {}

  get stopped(): string | null {
    return this.client.stopped;
  }

  get remembers(): boolean {
    return (this.cache?.stats.entries ?? 0) > 0;
  }

  open(): Promise<void> {
    return this.client.open();
  }

  known(asked: Asked): ScoreVerdict | CompareVerdict | null;
  known(asked: AskedSame): SameVerdict | null;
  known(asked: Asked | AskedSame): AnyVerdict | null {
    return this.#known(asked);
  }

  #known(asked: Asked | AskedSame): AnyVerdict | null {
    const known = this.#verdict(asked, this.cache?.get(this.#addressOf(asked)) ?? null);
    if (known !== null) this.#cached++;
    return known;
  }

  async ask(asked: Asked): Promise<ScoreVerdict | CompareVerdict | Failed>;
  async ask(asked: AskedSame): Promise<SameVerdict | Failed>;
  async ask(asked: Asked | AskedSame): Promise<AnyVerdict | Failed> {
    const known = this.#known(asked);
    if (known !== null) return known;
    // Equal answers to one prompt are one question, which may come again before it is answered.
    const address = this.#addressOf(asked);
    const underWay = this.#underWay.get(address) ?? this.#judged(asked);
    this.#underWay.set(address, underWay);
    return underWay.finally(() => this.#underWay.delete(address));
  }

  async #judged(asked: Asked | AskedSame): Promise<AnyVerdict | Failed> {
    const answer = await this.client.ask<AnyVerdict>(asked.question, asked.read);
    if ('failed' in answer) return answer;
    const { input_tokens, output_tokens } = answer.usage;
    const entry = { kind: asked.kind, verdict: answer.value, model: answer.model, input_tokens, output_tokens };
    const counted = this.cache?.put(this.#addressOf(asked), entry as CachedJudgment) ?? (entry as CachedJudgment);
    return this.#verdict(asked, counted) ?? answer.value;
  }

  usage(): JudgeUsage {
    return { url: this.client.url, cached: this.#cached, ...this.client.spent() };
  }

  notes(): string[] {
    return this.client.notes();
  }

  async close(): Promise<void> {
    this.client.close();
    await this.cache?.close();
  }

  /** Hashing a long prompt costs more than anything else here, and it is asked for several times. */
  #addressOf(asked: Asked | AskedSame): string {
    const address = this.#addresses.get(asked) ?? this.#hash(asked);
    this.#addresses.set(asked, address);
    return address;
  }

  #hash({ question, kind, repeat, ...rest }: Asked | AskedSame): string {
    const { model, params } = this.endpoint;
    return judgmentKey({ model, params, question, kind, order: 'order' in rest ? rest.order : null, repeat });
  }

  #verdict(asked: Asked | AskedSame, judgment: CachedJudgment | null): AnyVerdict | null {
    if (judgment === null || !fits(asked, judgment)) return null;
    this.models.add(judgment.model);
    return judgment.verdict;
  }
}

/** Whether a judgment answers what is asked: anybody may have written the cache. */
function fits(asked: Asked | AskedSame, { kind, verdict }: CachedJudgment): boolean {
  if (asked.kind !== 'score' || kind !== 'score') return asked.kind === kind;
  const { criteria, scale } = asked.scoring;
  const onScale = (score: number | undefined) => score !== undefined && score >= scale[0] && score <= scale[1];
  return verdict.scores.size === criteria.length && criteria.every(({ name }) => onScale(verdict.scores.get(name)));
}
