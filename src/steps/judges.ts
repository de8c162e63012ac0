import type { FileAccess } from '../data/types.js';
import { openJudge, type EndpointOptions, type Judge, type JudgeOptions, type JudgeUsage } from '../judge/index.js';
import type { Log } from '../log.js';

export interface JudgeContext {
  readonly access: FileAccess;
  readonly env: NodeJS.ProcessEnv;
  /** Calls `stop` when the process is told to end, until the returned function is called. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** What judging has taken, for the report's provenance. */
export interface JudgeUse extends JudgeUsage {
  readonly model: string;
  /** As the server named it. */
  readonly models: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whom the steps of a run ask. Steps that share a judge's settings share its budget, its deadline and its cache. */
export class Judges {
  /** What may be read. */
  readonly access: FileAccess;
  readonly #context: JudgeContext;
  readonly #seed: string;
  readonly #log: Log;
  readonly #interrupted = new AbortController();
  readonly #opened = new Map<JudgeOptions, Promise<Judge>>();
  readonly #judges: Judge[] = [];

  /** @param seed decides how long retries wait */
  constructor(context: JudgeContext, seed: number, log: Log) {
    this.access = context.access;
    this.#context = context;
    this.#seed = String(seed);
    this.#log = log;
  }

  /** What everyone who asks at an endpoint needs to know; the signal is aborted when the process is told to end. */
  asking({ apiKeyEnv }: EndpointOptions) {
    const { env } = this.#context;
    const apiKey = apiKeyEnv === null ? null : (env[apiKeyEnv] ?? null);
    return { apiKey, seed: this.#seed, access: this.access, signal: this.#interrupted.signal, log: this.#log };
  }

  /**
   * The judge of these settings; null where they name no endpoint.
   * @throws GateError where the endpoint's options or the cache's path can't be right
   */
  async open(settings: JudgeOptions): Promise<Judge | null> {
    const { endpoint } = settings;
    if (endpoint === null) return null;
    const opened = this.#opened.get(settings) ?? openJudge({ ...settings, endpoint }, this.asking(endpoint));
    this.#opened.set(settings, opened);
    const judge = await opened;
    if (!this.#judges.includes(judge)) this.#judges.push(judge);
    return judge;
  }

  /** Why the endpoint can't be asked, as a sentence; null where it can. */
  missing({ endpoint }: JudgeOptions): string | null {
    const name = endpoint === null ? null : this.missingKey(endpoint);
    return name === null ? null : `The judge was not asked: ${noKey(name)}.`;
  }

  /** The variable that a key is missing in; null where none is needed, as by an endpoint on this machine. */
  missingKey({ apiKeyEnv, baseUrl }: EndpointOptions): string | null {
    if (apiKeyEnv === null) return null;
    return (this.#context.env[apiKeyEnv] ?? '').trim() !== '' || isLocal(baseUrl) ? null : apiKeyEnv;
  }

  /** Does work that ends early, with what it has by then, when the process is told to end. */
  async interruptible<T>(work: () => Promise<T>): Promise<T> {
    const ignore = this.#context.onInterrupt(() => this.#interrupted.abort());
    try {
      return await work();
    } finally {
      ignore();
    }
  }

  uses(): readonly JudgeUse[] {
    return this.#judges.map((judge) => {
      const { model, params } = judge.endpoint;
      return { model, params, models: [...judge.models].sort(), ...judge.usage() };
    });
  }

  async close(): Promise<void> {
    for (const judge of this.#judges) await judge.close();
  }
}

/** What a missing key means, as a clause. */
export function noKey(variable: string): string {
  return `the environment variable ${variable} is not set (a fork's pull request has no secrets)`;
}

function isLocal(baseUrl: string | null): boolean {
  return (
    baseUrl !== null &&
    URL.canParse(baseUrl) &&
    /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(new URL(baseUrl).hostname)
  );
}
