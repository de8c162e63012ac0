import { objectsIn, Unreadable, type Entry, type Value } from './objects.js';

/** What a verdict's value may turn out to be: the value, nothing (a placeholder of a format that is explained), or a fault. */
export type Read<T> = { readonly value: T } | { readonly problem: string } | null;

/** How to read the verdicts of a reply. */
export interface Verdicts<T> {
  /** The key that makes an object a verdict. */
  readonly key: string;
  readonly read: (value: Value) => Read<T>;
  readonly same: (a: T, b: T) => boolean;
  /** The verdict that a reply without JSON ends with, as `[[7]]`; null where that form can't say it. */
  readonly readBracketed: ((inside: string) => Read<T>) | null;
}

/**
 * The one verdict of a reply. Every object that has the key counts, in a wrapper or not, and so does a closing line such
 * as `Rating: [[7]]`, where a reply without JSON may hold only one text in such brackets (FastChat's form).
 * Problems are sentences without words of the reply, since they go into the reminder, where no data may stand.
 */
export function verdictOf<T>(
  text: string,
  verdicts: Verdicts<T>,
): { value: T; reasoning: string } | { problem: string } {
  const { key, same } = verdicts;
  let found: { value: T; reasoning: string } | null = null;
  let to = 0;
  try {
    for (const object of objectsIn(text)) {
      to = object.to;
      for (const entries of holding(object.entries, key)) {
        for (const entry of entries) {
          if (entry.key !== key) continue;
          const read = verdicts.read(entry.value);
          if (read === null) continue;
          if ('problem' in read) return read;
          if (found !== null && !same(found.value, read.value)) return { problem: TWO_VERDICTS };
          found = { value: read.value, reasoning: reasoningOf(entries) };
        }
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) return { problem: 'the reply holds a JSON object that is broken or cut off' };
    throw error;
  }
  const closing = closingLine(text.slice(to), text, verdicts, found !== null);
  if (closing === null) return found ?? { problem: `the reply holds no JSON object with the key "${key}"` };
  if ('problem' in closing) return closing;
  if (found === null) return { value: closing.value, reasoning: text.slice(0, text.lastIndexOf('[[')).trim() };
  return same(found.value, closing.value) ? found : { problem: TWO_VERDICTS };
}

const TWO_VERDICTS = 'the reply holds two different verdicts';

/** The outermost objects that have the key. */
function* holding(entries: readonly Entry[], key: string): Generator<readonly Entry[]> {
  if (entries.some((entry) => entry.key === key)) yield entries;
  else for (const { value } of entries) if (value.kind === 'object') yield* holding(value.entries, key);
}

/** Empty where there is none, since a verdict counts without. */
function reasoningOf(entries: readonly Entry[]): string {
  const value = entries.find(({ key }) => key === 'reasoning')?.value;
  return value?.kind === 'text' ? value.text : '';
}

const BRACKETED = /\[\[([^[\]\n]{1,40})\]\]/gu;
/** The last line of a reply in FastChat's form: the brackets, alone or behind a label. */
const CLOSING =
  /^[\s*_#>-]{0,9}(?:(?:(?:my|the|final|overall) ){0,3}(?:rating|score|verdict|winner|answer|decision|judgment|judgement)(?: is)?[\s*_]{0,4}:?[\s*_]{0,4})?\[\[([^[\]\n]{1,40})\]\][\s*_.]{0,9}$/iu;

function closingLine<T>(rest: string, text: string, verdicts: Verdicts<T>, hasJson: boolean): Read<T> {
  if (verdicts.readBracketed === null) return null;
  const end = rest.trimEnd();
  const line = end.slice(end.lastIndexOf('\n') + 1);
  const inside = line.length > 200 ? undefined : CLOSING.exec(line)?.[1];
  if (inside === undefined) return null;
  const others = text.matchAll(BRACKETED);
  others.next();
  if (!hasJson && others.next().done !== true) return { problem: TWO_VERDICTS };
  return verdicts.readBracketed(inside.trim());
}
