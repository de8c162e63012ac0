import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.js';
import type { Random } from '../../stats/index.js';
import type { Failed } from '../types.js';
import type { Part } from './complaint.js';
import type { Connection } from './connection.js';
import type { Tokens } from './estimate.js';
import { judgeOutcome, type Cause, type Verdict } from './fault.js';
import type { Meter } from './meter.js';
import type { Wire } from './service.js';
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

/** A request with what can be changed about it. */
interface Changeable {
  readonly parts: ReadonlySet<Part>;
}

export interface Parts<S extends Changeable, R> {
  readonly connection: Connection;
  readonly wire: Wire<S, R>;
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

export interface Received<S, R> {
  readonly reply: R;
  readonly sent: S;
}

/** What is to be sent. */
export interface Wanted<S> {
  /** The request, with what is known about the endpoint by then. */
  readonly build: () => S;
  /** What it is expected to take. */
  readonly tokens: () => Tokens;
  /** Whether it is to be sent in parts where it is refused as it is: then that says nothing about other requests. */
  readonly divisible: boolean;
}

/** One request with what is to be done about its answer. */
interface Turn<S, R> {
  readonly verdict: Verdict<R>;
  readonly sent: S;
  /** The address that was asked. */
  readonly address: number;
}

/** Gets one request answered, whatever goes wrong on the way: waits, tries again, leaves out what is not taken. */
export class Exchange<S extends Changeable, R> {
  private readonly parts: Parts<S, R>;
  /** Whether the endpoint has ever answered; then its address and its key are right. */
  private answered = false;
  private silent = 0;
  private readonly told = new Set<string>();

  constructor(parts: Parts<S, R>) {
    this.parts = parts;
  }

  async send(wanted: Wanted<S>, tally: Tally): Promise<Received<S, R> | Failed> {
    const { connection, wire } = this.parts;
    if (this.isStopped()) return this.stopped();
    let changes = 0;
    for (let tries = 1; ;) {
      const turn = await this.once(wanted, tally);
      if (turn === null || (this.isStopped() && turn.verdict.do !== 'read')) return this.stopped();
      const { verdict, sent, address } = turn;
      const what = 'what' in verdict ? connection.redact(verdict.what) : '';
      switch (verdict.do) {
        case 'read':
          this.answered = true;
          this.silent = 0;
          return { reply: verdict.reply, sent };
        case 'change':
          if (++changes > MAX_CHANGES || !wire.refused(verdict.part, sent)) return this.lost('rejected', what, true);
          this.tellNotes();
          break;
        case 'fail':
          return this.lost(verdict.failed, what, verdict.general && !wanted.divisible);
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
    const { connection, stopper, wire } = this.parts;
    stopper.stop(`${wire.service.who} at ${connection.url} ${what}`);
    connection.abort();
  }

  /** Says once what the endpoint was found not to take. */
  tellNotes(): void {
    const { log, wire } = this.parts;
    for (const note of wire.notes()) {
      if (!this.told.has(note)) log.info(`${wire.service.key}: ${note}`);
      this.told.add(note);
    }
  }

  /**
   * Sends a request when it may go out.
   * @returns null where it may not any more
   */
  private async once({ build, tokens }: Wanted<S>, tally: Tally): Promise<Turn<S, R> | null> {
    const { connection, meter, model, stopper, throttle, wire } = this.parts;
    const { service } = wire;
    const expected = tokens();
    if (!(await throttle.enter(tally.calls > 0, () => meter.admit(expected)))) {
      if (meter.exhausted !== null) stopper.stop(`${service.key}.budget of ${meter.exhausted} is used up`);
      return null;
    }
    tally.calls++;
    const sent = build();
    const { address } = connection;
    let signal: 'fine' | 'busy' | null = null;
    let usage: Tokens | 'untold' | null = null;
    try {
      const outcome = await connection.post((client) => wire.send(client, sent));
      const facts = { service, sent: sent.parts, model, hasKey: connection.hasKey, answered: this.answered };
      const verdict = judgeOutcome<R>(
        outcome,
        { ...facts, now: Date.now() },
        { read: (body) => wire.read(body, sent), readUnfit: (text) => wire.readUnfit(text) },
      );
      if (verdict.do === 'read') {
        signal = 'fine';
        const told = wire.usageOf(verdict.reply);
        usage = told ?? 'untold';
        tally.input_tokens += told?.input ?? 0;
        tally.output_tokens += told?.output ?? 0;
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
    const { connection, deadline, log, throttle, wire } = this.parts;
    const said = `${connection.redact(what)}, and asks to wait for ${duration(wait)}`;
    if (wait > MAX_WAIT || Date.now() + wait > deadline) {
      this.halt(said);
      return;
    }
    const begins = wait > 0 && throttle.pause(wait);
    if (begins && wait >= WORTH_SAYING) log.info(`${wire.service.key}: its endpoint ${said}`);
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
    const why = `${this.parts.wire.service.who} ${what}`;
    if (!general) return { failed, why };
    if (++this.silent >= SILENT_QUESTIONS && this.parts.stopper.why === null) {
      this.halt(`${what}; none of the last ${this.silent} questions was answered`);
    }
    return { failed, why };
  }

  private isStopped(): boolean {
    return this.parts.stopper.why !== null;
  }

  private stopped(): Failed {
    return { failed: 'stopped', why: this.parts.stopper.why ?? `${this.parts.wire.service.who} was stopped` };
  }
}

/** A time for people to read, to two digits or so. */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}
