import type OpenAI from 'openai';
import type { Part } from './complaint.js';

/** What is asked of an endpoint, as the config and people call it. */
export interface Service {
  /** What stands behind an endpoint's address. */
  readonly path: string;
  /** Who is asked: "the judge at … can't be reached". */
  readonly who: string;
  /** Where its settings stand in the config. */
  readonly key: string;
  /** What is sent to it, in one request. */
  readonly asked: string;
  /** What a reply is called. */
  readonly reply: string;
}

export const JUDGE: Service = {
  path: '/chat/completions',
  who: 'the judge',
  key: 'judge',
  asked: 'the question',
  reply: 'chat completion',
};

/** What a reply turned out to be: something to go on with, one that broke off (a clause), or null: no reply at all. */
export type Reading<R> = { readonly reply: R } | { readonly broken: string } | null;

/** How requests of one kind are sent and what comes back is read. `S` is a request, `R` a reply. */
export interface Wire<S extends { readonly parts: ReadonlySet<Part> }, R> {
  readonly service: Service;
  send(client: OpenAI, request: S): PromiseLike<unknown>;
  /** Nothing of `body` is believed to have the right type. */
  read(body: unknown, request: S): Reading<R>;
  /** A reply that came in an error because the endpoint itself could not read it; null where that can't be. */
  readUnfit(text: string): R | null;
  /** Tokens of a reply, as the server told them; null where it did not. */
  usageOf(reply: R): { readonly input: number; readonly output: number } | null;
  /** Learns that a part was refused. Returns whether a new request differs from this one. */
  refused(part: Part, request: S): boolean;
  /** What is not sent as it was meant to be, as sentences for the report. */
  notes(): string[];
}
