import type { ChatMessage, Failed, Failure, Judged, Question, ReadReply } from '../types.js';
import { wasCutOff, wasFiltered, type Completion } from './completion.js';
import type { Connection } from './connection.js';
import type { Exchange, Received, Tally } from './exchange.js';
import { tokensOf } from './estimate.js';
import type { Meter } from './meter.js';
import type { Profile, Sent } from './profile.js';

/** A judgment with what it took: calls that were sent, and tokens as far as the endpoint told them. */
export interface Answer<T> extends Judged<T> {
  readonly usage: Readonly<Tally>;
}

/** How much more a reply gets that was cut off, or that reasoning left no room for. */
const ENLARGED = 4;
/** Taken for the limit of a reply that was cut off where nobody says what it was. */
const UNKNOWN_LIMIT = 1024;
const MAX_WHY = 200;

const CUT_OFF_TWICE = failed('truncated', `the judge's reply was cut off, even with ${ENLARGED} times the tokens`);
const EMPTY_TWICE = failed('empty', "the judge's reply was empty, even when asked again with more room");

/** Gets a judgment out of a judge: reads its replies, and asks again what can be asked again, once each. */
export class Interview {
  private readonly exchange: Exchange<Sent, Completion>;
  private readonly connection: Connection;
  private readonly profile: Profile;
  private readonly meter: Meter;
  private readonly model: string;
  private enlarged = 0;

  constructor(
    exchange: Exchange<Sent, Completion>,
    parts: {
      readonly connection: Connection;
      readonly profile: Profile;
      readonly meter: Meter;
      readonly model: string;
    },
  ) {
    const { connection, profile, meter, model } = parts;
    this.exchange = exchange;
    this.meter = meter;
    this.connection = connection;
    this.profile = profile;
    this.model = model;
  }

  async ask<T>({ messages: asked, schema }: Question, read: ReadReply<T>): Promise<Answer<T> | Failed> {
    const tally: Tally = { calls: 0, input_tokens: 0, output_tokens: 0 };
    let messages = asked;
    let tokens: number | null = null;
    let [enlarged, reminded] = [false, false];
    for (;;) {
      const received = await this.send(messages, schema, tokens, tally);
      if ('failed' in received) {
        // Four times the limit is more than the model has.
        return enlarged && received.failed === 'rejected' ? { ...received, failed: 'truncated' } : received;
      }
      const { reply: completion, sent } = received;
      const declined = this.declined(completion);
      if (declined !== null) return declined;
      const text = this.connection.hideKey(completion.text);
      const cutOff = wasCutOff(completion);
      if (cutOff || text.trim() === '') {
        if (enlarged) return cutOff ? CUT_OFF_TWICE : EMPTY_TWICE;
        enlarged = true;
        this.enlarged++;
        tokens = moreThan(sent, completion, cutOff);
        continue;
      }
      const result = read(text);
      if ('value' in result) {
        this.profile.read(sent);
        const model = this.connection.hideKey(completion.model ?? this.model);
        return { value: result.value, model, usage: { ...tally } };
      }
      if (!/^\s*\{/u.test(text) && this.profile.ignored(sent)) {
        this.exchange.tellNotes();
        continue;
      }
      if (reminded)
        return failed('unparsed', `the judge's reply could not be read, even after a reminder: ${result.problem}`);
      reminded = true;
      messages = withReminder(asked, result.problem);
    }
  }

  private send(
    messages: Question['messages'],
    schema: Question['schema'],
    tokens: number | null,
    tally: Tally,
  ): Promise<Received<Sent, Completion> | Failed> {
    const input = tokensOf(messages, schema);
    const wanted = {
      build: () => this.profile.request(messages, schema, tokens),
      tokens: () => ({ input, output: this.meter.expectedReply() }),
      divisible: false,
    };
    return this.exchange.send(wanted, tally);
  }

  /** What had to be asked again with more room, as sentences for the report. */
  notes(): string[] {
    const { enlarged } = this;
    if (enlarged === 0) return [];
    const replies = enlarged === 1 ? '1 reply was' : `${enlarged} replies were`;
    return [`${replies} cut off or empty and asked for again with ${ENLARGED} times the tokens.`];
  }

  private declined(completion: Completion): Failed | null {
    const { refusal, finish } = completion;
    if (refusal !== null) {
      const said = this.connection.redact(refusal.replace(/\s+/gu, ' ').trim());
      return failed('refused', `the judge refused: ${said.length > MAX_WHY ? `${said.slice(0, MAX_WHY)}…` : said}`);
    }
    if (/^refus/iu.test(finish)) return failed('refused', 'the judge refused');
    return wasFiltered(completion) ? failed('filtered', "a content filter stopped the judge's reply") : null;
  }
}

function failed(kind: Failure, why: string): Failed {
  return { failed: kind, why };
}

/** A limit for asking again. @returns null where there was none to enlarge */
function moreThan(sent: Sent, { usage }: Completion, cutOff: boolean): number | null {
  if (sent.tokens !== null) return sent.tokens * ENLARGED;
  if (!cutOff) return null;
  return ENLARGED * (usage === null || usage.output === 0 ? UNKNOWN_LIMIT : usage.output);
}

/**
 * Says what was wrong at the end of the question itself. The reply is not quoted: it may hold what an answer told the
 * judge to say, and here it would stand outside the question's data.
 */
function withReminder(messages: readonly ChatMessage[], problem: string): readonly ChatMessage[] {
  const again = 'Reply again, with one JSON object in the form that was asked for and nothing else.';
  const last = messages.length - 1;
  return messages.map((message, i) =>
    i === last
      ? { ...message, content: `${message.content}\n\nYour last reply could not be read: ${problem}. ${again}` }
      : message,
  );
}
