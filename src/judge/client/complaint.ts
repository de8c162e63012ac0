/** What can be changed about a request when an endpoint does not take it. */
export type Part = 'response_format' | 'temperature' | 'top_p' | 'seed' | 'tokens' | 'system';

/** As Python's validators name the field that they do not know: `'loc': ('body', 'seed')`. */
const FIELD = /["']loc["']\s{0,3}:\s{0,3}[[(]([^\])]{0,200})[\])]/gu;
const NAMES: readonly (readonly [Part, RegExp])[] = [
  [
    'system',
    /\bsystem\b.{0,12}\b(?:roles?|messages?|prompts?|instructions?)\b|\broles?\b.{0,40}\bsystem\b|messages\[0\]\.role|developer instruction/iu,
  ],
  ['tokens', /\bmax_(?:completion_)?tokens\b/u],
  ['temperature', /\btemperature\b/iu],
  ['top_p', /\btop_p\b/iu],
  ['seed', /\bseed\b/iu],
  [
    'response_format',
    /response[_ ]?format|json[_ -]?(?:schema|object|mode|output)|structured.?outputs?|guided|grammar/iu,
  ],
];
/** OpenRouter, where nobody behind it takes all of them: it does not say which. */
const UNNAMED = /requested parameters/iu;
/** What is then left out first: what costs the least. */
const LEAST_MISSED: readonly Part[] = ['response_format', 'seed', 'top_p', 'tokens', 'temperature'];
/** A number that is too great or too small says that the parameter is known. */
const OUT_OF_RANGE =
  /too (?:large|big|high|small)|at most|(?:above|below|exceeds?).{0,30}(?:max|min|limit)|_(?:above|below)_/iu;

/**
 * Which part of a request an error is about, so that it can be sent again without it. Vendors word this differently,
 * and have in common that they name the parameter.
 * @param text the whole error, since gateways put the original one deep inside their own
 * @param param the parameter that OpenAI's kind of error names, `''` where it names none
 * @param sent the parts that the request had
 * @returns null where it is about none of them, or about a number out of range
 */
export function complaintAbout(text: string, param: string, sent: ReadonlySet<Part>): Part | null {
  if (OUT_OF_RANGE.test(text)) return null;
  const fields = Array.from(text.matchAll(FIELD), ([, field]) => field!).join(' ');
  for (const where of [param, fields === '' ? text : fields]) {
    const found = NAMES.find(([part, name]) => sent.has(part) && name.test(where));
    if (found !== undefined) return found[0];
  }
  return UNNAMED.test(text) ? leastMissed(sent) : null;
}

/** What to leave out where an error does not say what it is about; null where nothing is left, or where it is a number. */
export function guessAt(text: string, sent: ReadonlySet<Part>): Part | null {
  return OUT_OF_RANGE.test(text) ? null : leastMissed(sent);
}

function leastMissed(sent: ReadonlySet<Part>): Part | null {
  return LEAST_MISSED.find((part) => sent.has(part)) ?? null;
}
