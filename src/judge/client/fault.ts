import { objectOf } from './completion.js';
import { complaintAbout, guessAt, type Part } from './complaint.js';
import { readRetryAfter } from './retry-after.js';
import type { Reading, Service } from './service.js';

/** What came of one request. */
export type Outcome =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'error'; readonly status: number; readonly headers: Headers | null; readonly error: unknown }
  /** No whole answer arrived. `code` is Node's. */
  | { readonly kind: 'lost'; readonly code: string; readonly why: string }
  | { readonly kind: 'timeout' };

/** Why a request is sent again: the endpoint has too much to do, something broke, or it took too long. */
export type Cause = 'busy' | 'broken' | 'slow';

/** What to do about it. `what` goes on from "the judge at … ". */
export type Verdict<R> =
  | { readonly do: 'read'; readonly reply: R }
  | { readonly do: 'change'; readonly part: Part; readonly what: string }
  | { readonly do: 'retry'; readonly cause: Cause; readonly wait: number | null; readonly what: string }
  /** `general`: it may hold for every question. */
  | { readonly do: 'fail'; readonly failed: 'filtered' | 'rejected'; readonly general: boolean; readonly what: string }
  /** Nothing else can succeed either. `address`: perhaps at another address. */
  | { readonly do: 'stop'; readonly address: boolean; readonly what: string };

export interface Facts {
  readonly service: Service;
  readonly sent: ReadonlySet<Part>;
  readonly model: string;
  readonly hasKey: boolean;
  /** Whether this endpoint has answered before. */
  readonly answered: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How a reply is read, in an answer or in an error. */
export interface Reader<R> {
  read(body: unknown): Reading<R>;
  readUnfit(text: string): R | null;
}

const FILTERED =
  /content_?filter|content[ _](?:management[ _])?policy|ResponsibleAIPolicy|moderation|\bflagged\b|data_inspection_failed|content exists risk|usage polic/iu;
const TOO_LONG =
  /context.{0,3}(?:length|size|window)|context_length|exceed_context|prompt is too long|too many (?:input )?tokens|reduce the length|input token count|request too large|string_above_max_length|must be at least 1, got -/iu;
const NO_QUOTA = /insufficient_(?:user_)?quota|billing_(?:hard_limit|not_active)|credit balance is too low/iu;
const BAD_KEY = /api.?key.{0,30}(?:not valid|invalid|expired)|invalid.{0,10}api.?key/iu;
const NO_MODEL =
  /(?:invalid|unknown|not a valid|no such) model|model_not_found|\bmodel\b.{0,80}(?:does not exist|not found|not exist|is not (?:available|supported|valid))/iu;
/** Faults of the connection that trying again does not mend. */
const HOPELESS = /^(?:ENOTFOUND|CERT_.*|.*_CERT(?:IFICATE)?(?:_.*)?|ERR_TLS_.*|ERR_SSL_.*|EPROTO|ERR_INVALID_.*)$/u;
const MAX_SAID = 200;
const MAX_SEARCHED = 8_000;

export function judgeOutcome<R>(outcome: Outcome, facts: Facts, reader: Reader<R>): Verdict<R> {
  const { key, reply } = facts.service;
  if (outcome.kind === 'timeout') return retry('slow', null, `did not answer within ${key}.timeout`);
  if (outcome.kind === 'lost') {
    const what = `can't be reached (${outcome.why})`;
    return HOPELESS.test(outcome.code) && !facts.answered ? stop(what) : retry('broken', null, what);
  }
  if (outcome.kind === 'error') return judgeError(outcome, facts, reader);
  const { body } = outcome;
  const reading = reader.read(body);
  if (reading !== null) {
    return 'broken' in reading ? retry('broken', null, reading.broken) : { do: 'read', reply: reading.reply };
  }
  const error = objectOf(body)?.['error'];
  if (error !== undefined && error !== null) {
    // A gateway that had said 200 before its model failed.
    const code = Number(objectOf(error)?.['code']);
    const status = Number.isInteger(code) && code >= 400 && code <= 599 ? code : 502;
    return judgeError({ status, headers: null, error }, facts, reader);
  }
  if (typeof body === 'string' && /^\s*<(?:!doctype|html)/iu.test(body) && !facts.answered) {
    return stop(`answers with a web page and not with ${article(reply)}; check ${key}.base_url`, true);
  }
  return retry('broken', null, `answers with something that is no ${reply}`);
}

function judgeError<R>(
  { status, headers, error }: Pick<Extract<Outcome, { kind: 'error' }>, 'status' | 'headers' | 'error'>,
  facts: Facts,
  reader: Reader<R>,
): Verdict<R> {
  const { asked, key, reply } = facts.service;
  const text = searchable(error);
  const said = `HTTP ${status}${sayingOf(error)}`;
  // A gateway that loses its way once in a while has not moved.
  if (status >= 300 && status < 400)
    return facts.answered ? retry('broken', null, redirected(headers, key)) : stop(redirected(headers, key), true);
  if (status === 401) {
    return facts.hasKey
      ? stop(`refuses the key (${said}); check the secret that ${key}.api_key_env names`)
      : stop(`wants a key (${said}); name its variable in ${key}.api_key_env`);
  }
  if (FILTERED.test(text) && status < 500 && status !== 429) return fail('filtered', `filtered ${asked} (${said})`);
  if (status === 402 || (NO_QUOTA.test(text) && status < 500)) return stop(`has no quota left for this key (${said})`);
  if (TOO_LONG.test(text) || status === 413) return fail('rejected', `finds ${asked} too long (${said})`);
  if (status === 408 || status === 409 || status === 425 || status === 429) {
    return retry('busy', readRetryAfter(headers, text, facts.now), `fails with ${said}`);
  }
  const unfit = objectOf(error)?.['failed_generation'];
  const fitted = typeof unfit === 'string' ? reader.readUnfit(unfit) : null;
  if (fitted !== null) return { do: 'read', reply: fitted };
  // llama.cpp and gateways answer 500 to a parameter that they do not know.
  const part = status === 403 ? null : complaintAbout(text, paramOf(error), facts.sent);
  if (part !== null) return { do: 'change', part, what: `does not take the request (${said})` };
  if (status >= 500) {
    const busy = status === 503 || status === 529;
    return retry(busy ? 'busy' : 'broken', readRetryAfter(headers, text, facts.now), `fails with ${said}`);
  }
  if (status === 403) return stop(`does not let this key use ${facts.model} (${said})`);
  if (status === 404 || status === 405) {
    if (NO_MODEL.test(text)) return stop(`has no model ${facts.model} (${said}); check ${key}.model`);
    const check = `check ${key}.model and ${key}.base_url`;
    return stop(`has no model ${facts.model}, or no ${reply}s at this address (${said}); ${check}`, true);
  }
  if (!facts.answered && BAD_KEY.test(text)) return stop(`refuses the key (${said})`);
  if (!facts.answered && NO_MODEL.test(text)) return stop(`has no model ${facts.model} (${said}); check ${key}.model`);
  // Nobody has been answered yet, so it may be anything that is sent; some gateways only say "Bad Request".
  const guess = facts.answered ? null : guessAt(text, facts.sent);
  if (guess !== null) return { do: 'change', part: guess, what: `does not take the request (${said})` };
  return { do: 'fail', failed: 'rejected', general: true, what: `does not take ${asked} (${said})` };
}

function article(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}

function retry(cause: Cause, wait: number | null, what: string): Verdict<never> {
  return { do: 'retry', cause, wait, what };
}

function stop(what: string, address = false): Verdict<never> {
  return { do: 'stop', address, what };
}

function fail(failed: 'filtered' | 'rejected', what: string): Verdict<never> {
  return { do: 'fail', failed, general: false, what };
}

function redirected(headers: Headers | null, key: string): string {
  const to = headers?.get('location') ?? '';
  const shown = URL.canParse(to) ? ` to ${new URL(to).origin}${new URL(to).pathname}` : '';
  return `redirects${shown}; put the address that it means into ${key}.base_url`;
}

function paramOf(error: unknown): string {
  const param = objectOf(error)?.['param'];
  return typeof param === 'string' ? param : '';
}

function searchable(error: unknown): string {
  if (typeof error === 'string') return error.slice(0, MAX_SEARCHED);
  try {
    return ((JSON.stringify(error) as string | undefined) ?? '').slice(0, MAX_SEARCHED);
  } catch {
    return ''; // nested deeper than can be written
  }
}

/** What an error says, in one short line, with a colon in front; `''` where it says nothing. */
function sayingOf(error: unknown): string {
  const line = (deepest(error, 0) ?? '').replace(/\s+/gu, ' ').trim();
  if (line === '' || line.startsWith('<')) return '';
  return `: ${line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line}`;
}

/** The message that tells most: gateways wrap the one of the model's provider. */
function deepest(error: unknown, depth: number): string | null {
  if (typeof error === 'string') return error;
  if (depth > 4) return null;
  if (Array.isArray(error)) return deepest(error[0], depth + 1);
  const object = objectOf(error);
  if (object === null) return null;
  const raw = objectOf(object['metadata'])?.['raw'];
  for (const inner of [raw, object['message'], object['error'], object['detail'], object['msg']]) {
    const found = inner === undefined || inner === null ? null : deepest(inner, depth + 1);
    if (found !== null && found !== '') return found;
  }
  return null;
}
