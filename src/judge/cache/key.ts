import { createHash } from 'node:crypto';
import type { Order, Question } from '../types.js';

/** Raised whenever what a key stands for changes, so that no earlier judgment is taken for another one. */
const KEY_FORMAT = 1;

/** Everything that decides a judgment. */
export interface AskedJudgment {
  /** As asked for in the config, which may be an alias of what the server says it is. */
  readonly model: string;
  /** As the config has them, whatever the endpoint then takes of them. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly question: Question;
  readonly kind: 'score' | 'compare' | 'same';
  /** Null but for comparisons. */
  readonly order: Order | null;
  /** Counts from 0. */
  readonly repeat: number;
}

/**
 * A judgment's address: sha256 over the canonical JSON of all that decides it.
 *
 * The endpoint's address is left out: a proxy, another region or a local port that changes with every run serves the same
 * model. Neither could it tell two models apart that one address serves under one name, so a local model needs a name of
 * its own. Left out too is which of the two models wrote an answer: equal answers are the same question. How the reply's
 * shape was asked for (JSON Schema, JSON or plain text) is the endpoint's business, and a reminder is no other question.
 * @returns 64 lower-case hex digits
 */
export function judgmentKey({ model, params, question, kind, order, repeat }: AskedJudgment): string {
  const { messages, schema } = question;
  // Canonical JSON, put together by hand since hashing the questions takes most of the time of a run without calls.
  const text = [
    `{"format":${KEY_FORMAT},"kind":${JSON.stringify(kind)},"messages":[`,
    messages.map(({ content, role }) => `{"content":${JSON.stringify(content)},"role":"${role}"}`).join(','),
    `],"model":${JSON.stringify(model)},"order":${JSON.stringify(order)},"params":${sharedJson(params)}`,
    `,"repeat":${repeat},"schema":${sharedJson(schema)}}`,
  ];
  return createHash('sha256').update(text.join('')).digest('hex');
}

/**
 * The address of anything else that is asked, from everything that decides what is said to it: sha256 over its canonical
 * JSON.
 * @returns 64 lower-case hex digits
 */
export function keyOf(asked: object): string {
  return createHash('sha256').update(canonicalJson(asked)).digest('hex');
}

/** The canonical JSON of what many questions share: one schema, the parameters. */
const shared = new WeakMap<object, string>();

function sharedJson(value: object): string {
  const json = shared.get(value) ?? canonicalJson(value);
  shared.set(value, json);
  return json;
}

/** JSON without white space, an object's keys in the order of their UTF-16 units (as in RFC 8785), absent values left out. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
