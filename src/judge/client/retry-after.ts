/** A unit as servers write it, in milliseconds. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['sec', 1000],
  ['second', 1000],
  ['m', 60_000],
  ['min', 60_000],
  ['minute', 60_000],
  ['h', 3_600_000],
  ['hour', 3_600_000],
]);
const AMOUNT = '(\\d{1,9}(?:\\.\\d{1,9})?)\\s{0,3}(ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h)(?![a-z])';
/** As OpenAI, Azure and Google say it in words: "try again in 1m3.5s", "retry after 20 seconds". */
const IN_WORDS = new RegExp(`\\b(?:try again|retry)\\s{1,3}(?:in|after)\\s{1,3}((?:${AMOUNT}\\s{0,3}){1,3})`, 'iu');
/** As google.rpc.RetryInfo in the body of an error. */
const RETRY_INFO = /"retryDelay"\s{0,3}:\s{0,3}"(\d{1,9}(?:\.\d{1,9})?)s"/u;

/**
 * How long a server asks to wait, in milliseconds: retry-after-ms, Retry-After in seconds or as a date (RFC 9110,
 * 10.2.3), else what its error says in words.
 * @param now the time, in milliseconds since 1970
 * @returns 0 or more; null where it does not say, or says nothing that is a time
 */
export function readRetryAfter(headers: Headers | null, text: string, now: number): number | null {
  const exact = numberOf(headers?.get('retry-after-ms') ?? null);
  if (exact !== null) return exact;
  const header = headers?.get('retry-after') ?? null;
  const seconds = numberOf(header);
  if (seconds !== null) return seconds * 1000;
  const date = header === null ? NaN : Date.parse(header);
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const info = RETRY_INFO.exec(text);
  if (info !== null) return Number(info[1]) * 1000;
  const words = IN_WORDS.exec(text)?.[1];
  if (words === undefined) return null;
  let total = 0;
  for (const [, amount, unit] of words.matchAll(new RegExp(AMOUNT, 'giu'))) {
    const name = unit!.toLowerCase();
    total += Number(amount) * (UNITS.get(name) ?? UNITS.get(name.replace(/s$/u, ''))!);
  }
  return total;
}

function numberOf(text: string | null): number | null {
  if (text === null || !/^\s*\d+(?:\.\d+)?\s*$/u.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
