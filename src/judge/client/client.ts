import { GateError } from '../../errors.js';
import type { Failed, Question, ReadReply } from '../types.js';
import { chatWire } from './chat.js';
import { readEndpoint } from './endpoint.js';
import { Interview, type Answer } from './interview.js';
import { openLine, type LineOptions } from './line.js';
import type { Spent } from './meter.js';
import { Profile, RESERVED } from './profile.js';
import { JUDGE } from './service.js';

export type JudgeClientOptions = LineOptions;

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

/**
 * A client for one judge at one endpoint of OpenAI's kind. It finds out what the endpoint takes (a JSON Schema, JSON or
 * only text; a temperature; which name for the limit of a reply), remembers it, and asks as many questions at once as
 * the endpoint bears, at most `concurrency`.
 * @throws GateError where base_url, the key or the parameters can't be right
 */
export function createJudgeClient(options: JudgeClientOptions): JudgeClient {
  const { model, params, baseUrl } = options.endpoint;
  const reserved = RESERVED.find((name) => Object.hasOwn(params, name));
  if (reserved !== undefined) {
    throw new GateError(`${reserved} is set by the judge itself; remove it`, { key: `judge.params.${reserved}` });
  }
  const address = readEndpoint(baseUrl, JUDGE);
  const newer = address.azure || baseUrl === null;
  const profile = new Profile(model, params, newer ? 'max_completion_tokens' : 'max_tokens');
  const line = openLine(address, options, chatWire(profile));
  const { connection, exchange, meter, stopper } = line;
  const interview = new Interview(exchange, { connection, profile, meter, model });

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
    close: () => line.close(),
  };
}
