import { messageOf } from '../errors.js';
import { harmless } from '../log.js';
import type { EventContext, PublishInput } from './types.js';

/** What is needed of an answer with an error status; the package's own error class is loaded late, so by shape. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

/** The HTTP status of a fault; null where GitHub gave no answer at all. */
export function statusOf(error: unknown): number | null {
  return answerOf(error)?.status ?? null;
}

function answerOf(error: unknown): Answer | null {
  if (!(error instanceof Error) || !('response' in error)) return null;
  const response = error.response as Partial<Answer> | undefined;
  if (response?.status === undefined) return null;
  return { status: response.status, headers: response.headers ?? {}, message: error.message };
}

/**
 * Milliseconds to wait before the same request is worth another try, or null where it is not: GitHub asked to wait
 * (429, or 403 with signs of a rate limit), or failed itself (5xx).
 * @param failures how often the request has failed before this time
 */
export function retryAfter(error: unknown, failures: number): number | null {
  const answer = answerOf(error);
  if (answer === null) return null;
  if (answer.status < 500 && !isRateLimit(answer)) return null;
  return askedToWait(answer) ?? 1000 * 2 ** failures;
}

function isRateLimit({ status, headers, message }: Answer): boolean {
  if (status === 429) return true;
  const signs = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  return status === 403 && (signs || /rate limit/iu.test(message));
}

/** What the headers ask for, in milliseconds. Times are taken from the server's own clock. */
function askedToWait({ headers }: Answer): number | null {
  const seconds = Number(headers['retry-after'] ?? NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  if (headers['x-ratelimit-remaining'] !== '0') return null;
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN) * 1000;
  const now = Date.parse(String(headers['date']));
  return Number.isFinite(reset - now) ? Math.max(1000, reset - now) : null;
}

/**
 * One plain sentence about what went wrong while the comment was written, and what to do.
 * Secrets that a library's message may quote, a header or an address with a password, are masked.
 * @param pullRequest its number, or null before it is known
 */
export function explainFault(
  error: unknown,
  { context, token }: Pick<PublishInput, 'context' | 'token'>,
  pullRequest: number | null,
): string {
  const reason = reasonOf(error, context, pullRequest).replace(/\/\/[^/\s@]+@/gu, '//***@');
  return `the comment could not be written: ${mask(reason, token)}; the verdict stands, and the step summary holds the result`;
}

function mask(text: string, token: string): string {
  // A token with a line end in it is quoted line by line, or with its white space folded.
  const secrets = token.split(/\s+/u).filter((part) => part !== '');
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

function reasonOf(error: unknown, context: EventContext, pullRequest: number | null): string {
  const answer = answerOf(error);
  if (answer === null) return `${context.apiUrl} does not answer (${brief(causeOf(error))})`;
  const said = `GitHub answers ${String(answer.status)}: ${brief(answer.message)}`;
  if (isRateLimit(answer)) {
    const delay = askedToWait(answer);
    const waiting = delay === null ? '' : `, and asks to wait ${String(Math.ceil(delay / 1000))} seconds`;
    return `GitHub's rate limit is reached (${String(answer.status)}${waiting})`;
  }
  if (answer.status === 401) return `the token is not accepted, check the input github-token (${said})`;
  if (answer.status === 403 && /\block(?:ed)?\b/iu.test(answer.message)) {
    return `the pull request's conversation is locked (${said})`;
  }
  if (answer.status === 403) return `the token lacks the permission ${permission(context)} (${said})`;
  if (answer.status === 404) {
    const what = pullRequest === null ? 'the repository' : `pull request ${String(pullRequest)}`;
    return `the token does not see ${what} of ${context.owner}/${context.repo}, check the input github-token and the permission \`pull-requests: write\` (${said})`;
  }
  return said;
}

function permission({ eventName, isDependabot, target }: EventContext): string {
  const needed = '`pull-requests: write` (or `issues: write`)';
  if (isDependabot) {
    return `${needed}, because GitHub makes it read-only in a run that Dependabot started unless the workflow grants more`;
  }
  if (target.kind !== 'none' && target.isFork && eventName !== 'pull_request_target' && eventName !== 'workflow_run') {
    return `${needed}, because GitHub makes it read-only on a pull request from a fork (docs/security.md says how to comment there)`;
  }
  return `${needed}, grant it under \`permissions\` in the workflow`;
}

/** A fault without an answer hides its reason (refused, reset, timed out) in a chain of causes. */
function causeOf(error: unknown): string {
  let last = error;
  while (last instanceof Error && last.cause !== undefined) last = last.cause;
  const code = last instanceof Error && 'code' in last ? last.code : undefined;
  const message = messageOf(last);
  return typeof code === 'string' && !message.includes(code) ? `${code}: ${message}` : message;
}

/** The server's words, in one short line, without the link to GitHub's documentation that the client adds. */
function brief(text: string): string {
  const line = harmless(text.replace(/ - https?:\/\/\S+$/u, ''))
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length <= 200 ? line : `${line.slice(0, 200)}…`;
}
