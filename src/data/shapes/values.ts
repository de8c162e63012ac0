import { GateError } from '../../errors.js';
import { isObject } from '../formats/rows.js';
import type { Json, JsonObject, Source } from '../types.js';

/** A row's own value under a key, null where it is absent. */
export function valueOf(row: JsonObject, key: string): Json {
  return Object.hasOwn(row, key) ? row[key]! : null;
}

/**
 * A value as the text that is compared and scored: a text as it is, a number or a boolean as JSON writes it, a list or an
 * object as its JSON. Null where there is none.
 * @throws GateError for a number that lost digits on the way (1e999, or a whole number beyond 2^53)
 */
export function textOf(value: Json, key: string, source: Source): string | null {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, key, source);
  return typeof value === 'boolean' ? String(value) : jsonText(value, key, source);
}

/**
 * An id as text: 7 and "7" are the same. Null where it is absent or empty.
 * @throws GateError for an id that is neither a text nor a number, or a number that lost digits
 */
export function idOf(value: Json, key: string, source: Source): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, key, source);
  throw new GateError('an id must be a text or a number', { ...source, key });
}

function jsonText(value: Json, key: string, source: Source): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    // JSON.parse reads any depth, JSON.stringify runs out of stack, or of the length that a text can have.
    throw new GateError('is nested too deeply, or too large', { ...source, key }, { cause: error });
  }
}

function numberText(value: number, key: string, source: Source): string {
  if (!Number.isFinite(value)) throw new GateError('is not a finite number', { ...source, key });
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new GateError('is a number with more digits than JSON keeps; write it as a text', { ...source, key });
  }
  return String(value);
}

/**
 * A score: a finite number, true (1) or false (0), or the text of one as CSV has it. Null where there is none.
 * @throws GateError for anything else
 */
export function scoreOf(value: Json, key: string, source: Source): number | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string' && /^\s*(?:true|false)\s*$/iu.test(value)) return Number(/true/iu.test(value));
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new GateError('a score must be a finite number or null', { ...source, key });
}

/** A list of labels: a list of texts or numbers, or a text with `,` or `;` between them. */
export function tagsOf(value: Json, key: string, source: Source): readonly string[] {
  if (value === null || value === '') return NO_TEXTS;
  if (typeof value === 'string')
    return value
      .split(/[,;]/u)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((tag) => {
      if (typeof tag === 'string') return tag;
      if (typeof tag === 'number') return numberText(tag, key, source);
      throw new GateError('tags must be a list of texts', { ...source, key });
    });
  }
  throw new GateError('tags must be a list of texts', { ...source, key });
}

/** One shared value, since most of a million rows have no tags, or one reference. */
export const NO_TEXTS: readonly string[] = Object.freeze([]);

/**
 * Accepted answers: one value, or a list of them; SQuAD's `{"text": […]}` where `squad` says that the key may hold one.
 */
export function referencesOf(value: Json, key: string, source: Source, squad: boolean): readonly string[] {
  if (value === null) return NO_TEXTS;
  if (squad && isObject(value) && Object.hasOwn(value, 'text')) return referencesOf(value['text']!, key, source, false);
  if (!Array.isArray(value)) return [textOf(value, key, source)!];
  return (value as readonly Json[])
    .map((item) => textOf(squad && isObject(item) && Object.hasOwn(item, 'text') ? item['text']! : item, key, source))
    .filter((text) => text !== null);
}
