import { GateError } from '../../errors.js';
import type { Log } from '../../log.js';
import { Random } from '../../stats/index.js';
import type { EndpointOptions } from '../options.js';
import type { Failed, Question, ReadReply } from '../types.js';
import { Connection } from './connection.js';
import { readEndpoint } from './endpoint.js';
import { Exchange } from './exchange.js';
import { Interview, type Answer } from './interview.js';
import { Meter, type Spent } from './meter.js';
import { Profile, RESERVED } from './profile.js';
import { Stopper } from './stopper.js';
import { Throttle } from './throttle.js';

export interface JudgeClientOptions {
  readonly endpoint: EndpointOptions;
  /** Null: the endpoint takes none. */
  readonly apiKey: string | null;
  /** Decides how long retries wait; nothing else is random. */
  readonly seed: string;
  readonly log: Log;
  /** Stops the run, as SIGTERM should. */
  readonly signal: AbortSignal | null;
}

export interface JudgeClient {
  /** The address that is asked, for people to read. */
  readonly url: string;
  /** Why the run was stopped, as one sentence without a final full stop; null while it goes on. */
  readonly stopped: string | null;
  /** Loads what asking needs, which the first question does otherwise. */
  open(): Promise<void>;
  /**
   * Asks one question. Once the run is stopped every question fails at once, as `stopped`.
   * @param read reads the reply's text; where it can't, the judge is told why and asked once more
   * @throws nothing of its own: what goes wrong is a `Failed`
   */
  ask<T>(question: Question, read: ReadReply<T>): Promise<Answer<T> | Failed>;
  spent(): Spent;
  /** What was not sent as the user meant it, because the endpoint does not take it: sentences for the report. */
  notes(): string[];
  /** Ends the run, and lets go of timers and connections. To be called when all is asked. */
  close(): void;
}

/** Milliseconds that calls under way have left when the run is told to stop: they are paid for. A runner waits longer. */
const GRACE = 2000;

/**
 * A client for one judge at one endpoint of OpenAI's kind. It finds out what the endpoint takes (a JSON Schema, JSON or
 * only text; a temperature; which name for the limit of a reply), remembers it, and asks as many questions at once as
 * the endpoint bears, at most `concurrency`.
 * @throws GateError where base_url, the key or the parameters can't be right
 */
export function createJudgeClient({ endpoint, apiKey, seed, log, signal }: JudgeClientOptions): JudgeClient {
  const { model, params, concurrency, timeout, deadline } = endpoint;
  const reserved = RESERVED.find((name) => Object.hasOwn(params, name));
  if (reserved !== undefined) {
    throw new GateError(`${reserved} is set by the judge itself; remove it`, { key: `judge.params.${reserved}` });
  }
  const address = readEndpoint(endpoint.baseUrl);
  const connection = new Connection(address, apiKey, timeout * 1000, concurrency);
  const newer = address.azure || endpoint.baseUrl === null;
  const profile = new Profile(model, params, newer ? 'max_completion_tokens' : 'max_tokens');
  const throttle = new Throttle(concurrency);
  const meter = new Meter(endpoint.budget, endpoint.prices);
  const stopper = new Stopper();
  stopper.onStop(() => throttle.close());
  const halt = (why: string): void => {
    stopper.stop(why);
    connection.abort();
  };
  const graces: NodeJS.Timeout[] = [];
  const onSignal = (): void => {
    stopper.stop('the run was told to stop');
    graces.push(setTimeout(() => connection.abort(), GRACE).unref());
  };
  const timer = setTimeout(() => halt(`judge.deadline of ${deadline} seconds has passed`), deadline * 1000);
  timer.unref(); // it keeps nothing going on its own
  if (signal?.aborted === true) onSignal();
  signal?.addEventListener('abort', onSignal, { once: true });
  const exchange = new Exchange({
    ...{ connection, profile, throttle, meter, stopper, log, model },
    random: new Random(`${seed}:judge`),
    deadline: Date.now() + deadline * 1000,
  });
  const interview = new Interview(exchange, connection, profile, model);

  return {
    get url() {
      return connection.url;
    },
    get stopped() {
      return stopper.why;
    },
    open: () => connection.open(),
    ask: (question, read) => interview.ask(question, read),
    spent: () => meter.spent(),
    notes: () => [...profile.notes(), ...interview.notes()],
    close: () => {
      clearTimeout(timer);
      graces.forEach(clearTimeout);
      signal?.removeEventListener('abort', onSignal);
      stopper.stop('the judge was closed');
      connection.close();
    },
  };
}
