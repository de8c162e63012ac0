import type OpenAI from 'openai';
import type { ChatMessage, Question } from '../types.js';
import type { Part } from './complaint.js';

export type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;
/** How a reply's shape is asked for, the strictest first. */
export type Format = 'json_schema' | 'json_object' | 'text';
type TokensKey = 'max_tokens' | 'max_completion_tokens';

/** A request with what can be changed about it. */
export interface Sent {
  readonly body: Body;
  readonly format: Format;
  readonly parts: ReadonlySet<Part>;
  /** The limit on the reply's tokens; null: none was given. */
  readonly tokens: number | null;
}

/** Set by the client itself, or of no use to a judge. */
export const RESERVED = ['model', 'messages', 'response_format', 'stream', 'stream_options', 'n', 'tools', 'functions'];
const BELOW: Readonly<Record<Format, Format>> = { json_schema: 'json_object', json_object: 'text', text: 'text' };
const OTHER = { max_tokens: 'max_completion_tokens', max_completion_tokens: 'max_tokens' } as const;

/**
 * What an endpoint takes for one model, as far as it is known: it starts with everything, and what is refused once is
 * never sent again.
 */
export class Profile {
  private readonly model: string;
  private readonly params: Readonly<Record<string, unknown>>;
  private readonly tokens: number | null;
  /** Null: neither name is taken. */
  private tokensKey: TokensKey | null;
  private readonly firstTokensKey: TokensKey;
  private format: Format = 'json_schema';
  private readonly readable = new Set<Format>();
  private readonly dropped = new Set<Part>();

  /** @param params the user's; a null one is not sent */
  constructor(model: string, params: Readonly<Record<string, unknown>>, usualTokensKey: TokensKey) {
    this.model = model;
    const { max_tokens, max_completion_tokens, ...rest } = params;
    this.params = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
    this.tokens = numberOrNull(max_completion_tokens) ?? numberOrNull(max_tokens);
    this.firstTokensKey =
      this.tokens === null
        ? usualTokensKey
        : numberOrNull(max_completion_tokens) === null
          ? 'max_tokens'
          : 'max_completion_tokens';
    this.tokensKey = this.firstTokensKey;
  }

  /**
   * The request for a question as this endpoint takes it. The question says in words too what shape its reply has.
   * @param messages the question's, and what was said since
   * @param tokens a limit on the reply's tokens in place of the user's; null: the user's
   */
  request(messages: readonly ChatMessage[], { name, json }: Question['schema'], tokens: number | null): Sent {
    const { format, tokensKey } = this;
    const limit = tokens ?? this.tokens;
    const body: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(this.params)) {
      if (!this.dropped.has(key as Part)) body[key] = value;
    }
    if (limit !== null && tokensKey !== null) body[tokensKey] = limit;
    if (format === 'json_schema') {
      body['response_format'] = { type: 'json_schema', json_schema: { name, strict: true, schema: json } };
    } else if (format === 'json_object') {
      body['response_format'] = { type: 'json_object' };
    }
    const merged = this.dropped.has('system');
    const parts = new Set<Part>();
    for (const part of ['temperature', 'top_p', 'seed', 'response_format'] as const) {
      if (Object.hasOwn(body, part)) parts.add(part);
    }
    if (limit !== null && tokensKey !== null) parts.add('tokens');
    if (!merged && messages.some(({ role }) => role === 'system')) parts.add('system');
    const sent = merged ? withoutSystem(messages) : messages;
    return { body: { ...body, model: this.model, messages: [...sent] }, format, parts, tokens: limit };
  }

  /**
   * Never sends again what was refused.
   * @returns whether a new request differs from the one that was refused
   */
  refused(part: Part, sent: Sent): boolean {
    if (part === 'response_format') {
      if (this.format === sent.format) this.format = BELOW[this.format];
      return this.format !== sent.format;
    }
    if (part === 'tokens') {
      if (this.tokensKey !== null && Object.hasOwn(sent.body, this.tokensKey)) {
        this.tokensKey = this.tokensKey === this.firstTokensKey ? OTHER[this.tokensKey] : null;
      }
      return true;
    }
    this.dropped.add(part);
    return sent.parts.has(part);
  }

  /** A reply in this format could be read. */
  read({ format }: Sent): void {
    this.readable.add(format);
  }

  /**
   * A reply that was asked for as an object is prose: the endpoint takes the parameter and does nothing about it.
   * @returns whether to ask again with less; not where the format has worked before, so that it was the model's fault
   */
  ignored(sent: Sent): boolean {
    if (sent.format === 'text' || this.readable.has(sent.format)) return false;
    return this.refused('response_format', sent);
  }

  /** What was not sent as it was meant to be, as sentences for the report. */
  notes(): string[] {
    const notes: string[] = [];
    const { temperature } = this.params;
    if (this.dropped.has('temperature')) {
      notes.push(`The judge did not run at temperature ${String(temperature)}: its endpoint takes only the default.`);
    }
    for (const part of ['top_p', 'seed'] as const) {
      if (this.dropped.has(part)) notes.push(`The judge's endpoint does not take ${part}; it was left out.`);
    }
    if (this.tokens !== null && this.tokensKey === null) {
      notes.push("The judge's endpoint takes no limit on a reply's tokens; it was left out.");
    } else if (this.tokens !== null && this.tokensKey !== null && this.tokensKey !== this.firstTokensKey) {
      notes.push(`The judge's endpoint takes ${this.tokensKey} in place of ${this.firstTokensKey}.`);
    }
    if (this.format === 'json_object') notes.push("The judge's endpoint takes no JSON Schema; JSON was asked for.");
    if (this.format === 'text') notes.push("The judge's endpoint takes no JSON format; JSON was asked for in words.");
    if (this.dropped.has('system')) notes.push('The judge takes no system message; it came first in the user message.');
    return notes;
  }
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function withoutSystem(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const others = messages.filter(({ role }) => role !== 'system');
  const first = others.findIndex(({ role }) => role === 'user');
  return others.map((message, i) =>
    i === first ? { ...message, content: [...system, message.content].join('\n\n') } : message,
  );
}
