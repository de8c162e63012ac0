import type { Json, JsonObject, Source } from '../../data/types.js';
import { idOf, shorten, valueOf } from '../../data/index.js';
import { GateError } from '../../errors.js';
import type { Failed, Model, Order, Winner } from '../types.js';

/** What a row of recorded judgments says, before the names in it are known to be the candidate's and the base's. */
export interface Reading {
  readonly mention: Mention;
  readonly judge: string;
  readonly turn: number | null;
  readonly repeat: number;
  readonly said: Said;
  /** Texts that show which model's answers were judged; null where there are none. */
  readonly shown: Shown | null;
  readonly source: Source;
}

/** Which example a row is about. */
export interface Mention {
  readonly suite: string | null;
  /** Null: by prompt. */
  readonly id: string | null;
  /** The key that held the id: an example may hold it under the same name. */
  readonly key: 'id' | 'index' | 'question_id';
  readonly prompt: string | null;
}

export type Said =
  /** Our own rows: the sides by their names. */
  | { readonly kind: 'score'; readonly model: Model; readonly criterion: string; readonly score: number | Failed }
  | { readonly kind: 'order'; readonly order: Order; readonly criterion: string; readonly winner: Winner | Failed }
  | { readonly kind: 'preference'; readonly criterion: string; readonly preference: number | Failed }
  /** FastChat: models by names of their own; a rating may be off the scale. */
  | { readonly kind: 'rating'; readonly name: string; readonly score: number | Failed }
  /** The first game shows the models in this order, the second the other way round; 0 and 1 are positions in `names`. */
  | { readonly kind: 'games'; readonly names: Names; readonly winners: readonly [GameWinner, GameWinner] }
  /** AlpacaEval: the second one's share, 0 to 1. */
  | { readonly kind: 'share'; readonly names: Names; readonly share: number | Failed };

export type Names = readonly [string, string];
export type GameWinner = 0 | 1 | 'tie' | Failed;

export type Shown =
  /** The two answers in the order of the names. */
  | { readonly kind: 'answers'; readonly texts: readonly [string | null, string | null] }
  /** The judge's prompt, the answers in it in the order of the names. */
  | { readonly kind: 'prompt'; readonly text: string };

/** Why the judge that wrote the record came to nothing is not told apart there. */
export const RECORDED_FAILURE: Failed = Object.freeze({
  failed: 'unparsed',
  why: 'The judgment is recorded as failed.',
});

/** A name or an id; null where it is absent or empty, as CSV has it. */
export function nameField(row: JsonObject, key: string, source: Source): string | null {
  const value = valueOf(row, key);
  if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
    throw new GateError('must be a text', { ...source, key });
  }
  return idOf(value, key, source);
}

/** A whole number from 0, as a number or its text; null where it is absent or empty. */
export function countField(row: JsonObject, key: string, source: Source): number | null {
  const value = valueOf(row, key);
  if (value === null || value === '') return null;
  const count = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  throw new GateError('must be a whole number from 0', { ...source, key });
}

/** A text, or null for anything else. */
export function textField(row: JsonObject, key: string): string | null {
  const value = valueOf(row, key);
  return typeof value === 'string' ? value : null;
}

/** True where a row has a value under a key that is neither null nor, as CSV writes an absent one, empty. */
export function isGiven(row: JsonObject, key: string): boolean {
  const value = valueOf(row, key);
  return value !== null && value !== '';
}

/** A value as messages show it; a list or an object may be nested too deeply to be written out. */
export function shownValue(value: Json): string {
  if (typeof value === 'string') return `"${shorten(value)}"`;
  return typeof value === 'object' && value !== null ? 'a list or an object' : String(value);
}
