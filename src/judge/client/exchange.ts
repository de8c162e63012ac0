import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.js';
import type { Random } from '../../stats/index.js';
import type { ChatMessage, Failed, Question } from '../types.js';
import type { Completion } from './completion.js';
import type { Connection } from './connection.js';
import { tokensOf, type Tokens } from './estimate.js';
import { judgeOutcome, type Cause, type Verdict } from './fault.js';
import type { Meter } from './meter.js';
import type { Profile, Sent } from './profile.js';
import type { Stopper } from './stopper.js';
import type { Throttle } from './throttle.js';

/** How often a question is sent, first try included, before it counts as unreachable. */
const TRIES: Readonly<Record<Cause, number>> = { busy: 10, broken: 8, slow: 3 };
/** Milliseconds before the second try, doubled from try to try, and what they grow to. */
const BACKOFF: Readonly<Record<Cause, readonly [first: number, most: number]>> = {
  busy: [500, 30_000],
  broken: [250, 8_000],
  slow: [250, 8_000],
};
/** A longer wait is a daily limit or the like, which a run in CI can't sit out. */
const MAX_WAIT = 300_000;
const WORTH_SAYING = 5_000;
/** So many questions in a row without any answer mean that there is nobody there. */
const SILENT_QUESTIONS = 5;
/** Each part of a request can be refused about once. */
const MAX_CHANGES = 10;

export interface Parts {
  readonly connection: Connection;
  readonly profile: Profile;
  readonly throttle: Throttle;
  readonly meter: Meter;
  readonly stopper: Stopper;
  readonly random: Random;
  readonly log: Log;
  readonly model: string;
  /** Milliseconds since 1970 when the run ends. */
  readonly deadline: number;
}

/** What one question took so far. */
export interface Tally {
  calls: number;
  input_tokens: number;
  output_tokens: number;
}

export interface Received {
  readonly completion: Completion;
  readonly sent: Sent;
}

/** One request with what is to be done about its answer. */
interface Turn {
  readonly verdict: Verdict;
  readonly sent: Sent;
  /** The address that was asked. */
  readonly address: number;
}

/** Gets one message answered, whatever goes wrong on the way: waits, tries again, leaves out what is not taken. */
export class Exchange {
  private readonly parts: Parts;
  /** Whether the endpoint has ever answered; then its address and its key are right. */
  private answered = false;
  private silent = 0;
  private readonly told = new Set<string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * @param messages the question's, and what was said since
   * @param tokens a limit on the reply in place of the user's, or null
   */
  async send(
    messages: readonly ChatMessage[],
    schema: Question['schema'],
    tokens: number | null,
    tally: Tally,
  ): Promise<Received | Failed> {
    const { connection, profile } = this.parts;
    if (this.isStopped()) return this.stopped();
    const input = tokensOf(messages, schema);
    const build = (): Sent => profile.request(messages, schema, tokens);
    let changes = 0;
    for (let tries = 1; ;) {
      const turn = await this.once(build, input, tally);
      if (turn === null || (this.isStopped() && turn.verdict.do !== 'read')) return this.stopped();
      const { verdict, sent, address } = turn;
      const what = 'what' in verdict ? connection.redact(verdict.what) : '';
      switch (verdict.do) {
        case 'read':
          this.answered = true;
          this.silent = 0;
          return { completion: verdict.completion, sent };
        case 'change':
          if (++changes > MAX_CHANGES || !profile.refused(verdict.part, sent)) return this.lost('rejected', what, true);
          this.tellNotes();
          break;
        case 'fail':
          return this.lost(verdict.failed, what, verdict.general);
        case 'stop':
          if (!verdict.address || this.answered || !connection.move(address)) this.halt(what);
          break;
        case 'retry':
          if (tries >= TRIES[verdict.cause]) return this.lost('unreachable', `${what}, ${tries} times`, true);
          await this.backOff(verdict.cause, tries++);
      }
    }
  }

  /** Ends the run because of the endpoint; what is under way ends with it. */
  halt(what: string): void {
    const { connection, stopper } = this.parts;
    stopper.stop(`the judge at ${connection.url} ${what}`);
    connection.abort();
  }

  /** Says once what the endpoint was found not to take. */
  tellNotes(): void {
    for (const note of this.parts.profile.notes()) {
      if (!this.told.has(note)) this.parts.log.info(`judge: ${note}`);
      this.told.add(note);
    }
  }

  /**
   * Sends a request when it may go out.
   * @param build the request, with what is known about the endpoint by then
   * @returns null where it may not any more
   */
  private async once(build: () => Sent, input: number, tally: Tally): Promise<Turn | null> {
    const { connection, meter, model, stopper, throttle } = this.parts;
    const expected: Tokens = { input, output: meter.expectedReply() };
    if (!(await throttle.enter(tally.calls > 0, () => meter.admit(expected)))) {
      if (meter.exhausted !== null) stopper.stop(`judge.budget of ${meter.exhausted} is used up`);
      return null;
    }
    tally.calls++;
    const sent = build();
    const { address } = connection;
    let signal: 'fine' | 'busy' | null = null;
    let usage: Tokens | 'untold' | null = null;
    try {
      const facts = { sent: sent.parts, model, hasKey: connection.hasKey, answered: this.answered };
      const verdict = judgeOutcome(await connection.post(sent.body), { ...facts, now: Date.now() });
      if (verdict.do === 'read') {
        signal = 'fine';
        usage = verdict.completion.usage ?? 'untold';
        tally.input_tokens += verdict.completion.usage?.input ?? 0;
        tally.output_tokens += verdict.completion.usage?.output ?? 0;
      } else if (verdict.do === 'retry') {
        if (verdict.cause === 'busy') signal = 'busy';
        if (verdict.wait !== null) this.pause(verdict.wait, verdict.what);
      }
      return { verdict, sent, address };
    } finally {
      meter.settle(expected, usage);
      // Not at once: what this answer teaches about the endpoint is to be known when the next request is built.
      setImmediate(() => throttle.leave(signal));
    }
  }

  /** A wait that the endpoint asks of one request holds for all. */
  private pause(wait: number, what: string): void {
    const { connection, deadline, log, throttle } = this.parts;
    const said = `${connection.redact(what)}, and asks to wait for ${duration(wait)}`;
    if (wait > MAX_WAIT || Date.now() + wait > deadline) {
      this.halt(said);
      return;
    }
    const begins = wait > 0 && throttle.pause(wait);
    if (begins && wait >= WORTH_SAYING) log.info(`judge: its endpoint ${said}`);
  }

  /** Waits longer from try to try; a random part keeps requests from meeting again. */
  private async backOff(cause: Cause, tries: number): Promise<void> {
    const { random, stopper } = this.parts;
    const [first, most] = BACKOFF[cause];
    const wait = Math.min(most, first * 2 ** (tries - 1)) * (0.5 + random.uniform() / 2);
    // It fails only where the run is stopped, and then the next step sees that.
    await sleep(wait, undefined, { signal: stopper.signal }).catch(() => undefined);
  }

  /** One question that gets no answer. */
  private lost(failed: Failed['failed'], what: string, general: boolean): Failed {
    if (!general) return { failed, why: `the judge ${what}` };
    if (++this.silent >= SILENT_QUESTIONS && this.parts.stopper.why === null) {
      this.halt(`${what}; none of the last ${this.silent} questions was answered`);
    }
    return { failed, why: `the judge ${what}` };
  }

  private isStopped(): boolean {
    return this.parts.stopper.why !== null;
  }

  private stopped(): Failed {
    return { failed: 'stopped', why: this.parts.stopper.why ?? 'the judge was stopped' };
  }
}

/** A time for people to read, to two digits or so. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}
