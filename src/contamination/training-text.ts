import type { Json, JsonObject } from '../data/types.js';
import type { FieldText } from './training-row.js';

/**
 * Which keys of training rows are searched: those that a recipe for training data is known to have, every text of the row,
 * or the keys that a config names (a path such as `meta.body` too).
 */
export type FieldChoice = 'known' | 'every' | readonly string[];

/** Keys that hold a training row's text; of the known ones the first group with any text is the row's. */
const KNOWN_GROUPS: readonly (readonly string[])[] = [
  ['instruction', 'input', 'output'],
  ['prompt', 'completion'],
  ['question', 'answer'],
  ['messages'],
  ['conversations'], // ShareGPT
  ['conversation'],
  ['text'],
];

export const KNOWN_FIELDS = KNOWN_GROUPS.flat();

/** Keys of a turn or a part of one that hold its text, and keys whose texts are not the turn's own. */
const CONTENT_KEYS = ['content', 'value', 'text'];
const ROLE_KEYS: readonly string[] = ['role', 'from'];

/** Levels of lists and objects inside a row. Deeper ones are no text that anybody trains on, and could exhaust the stack. */
const MOST_LEVELS = 50;

/**
 * The texts of a training row that are searched, in reading order, without empty ones.
 * - `known`: instruction, input and output; or prompt and completion; or question and answer; or all turns of messages (also
 *   ShareGPT's conversations) without role names; or text. Where none of them has any text: every text, as below.
 * - `every`: the texts of the known keys, then those of all other keys in the row's order, at any depth.
 * - keys: their texts, in the order of the keys.
 *
 * A number or a boolean under a known or named key is its text. A list has the texts of its elements, an object that of its
 * `content`, `value` or `text`, else of all its keys. A chat that is written as JSON in a text is read as the chat.
 */
export function trainingTexts(row: JsonObject, choice: FieldChoice): FieldText[] {
  if (choice !== 'known' && choice !== 'every') return choice.flatMap((key) => textsAt(row, key));
  if (choice === 'known') {
    for (const group of KNOWN_GROUPS) {
      const texts = group.flatMap((key) => textsOf(own(row, key), key));
      if (texts.length > 0) return texts;
    }
  }
  const known = KNOWN_FIELDS.filter((key) => Object.hasOwn(row, key));
  const others = Object.keys(row).filter((key) => !KNOWN_FIELDS.includes(key));
  return [
    ...known.flatMap((key) => textsOf(row[key]!, key)),
    ...others.flatMap((key) => textsOf(row[key]!, key, false)),
  ];
}

/** The text under one key of a row, empty where there is none. */
export function keyText(row: JsonObject, key: string): string {
  return textsOf(own(row, key), key)
    .map(({ text }) => text)
    .join(' ');
}

/** What a key or a path such as `meta.body` names in a row; a key that holds the dots itself goes first. */
function textsAt(row: JsonObject, path: string): FieldText[] {
  if (Object.hasOwn(row, path)) return textsOf(row[path]!, path);
  let values: Json[] = [row];
  for (const key of path.split('.')) {
    values = values.flatMap((value) => (Array.isArray(value) ? (value as readonly Json[]) : [value]));
    values = values.flatMap((value) => (isObject(value) && Object.hasOwn(value, key) ? [value[key]!] : []));
  }
  return values.flatMap((value) => textsOf(value, path));
}

/** The texts of a value, in order; numbers and booleans are texts only where they are asked for. */
function textsOf(value: Json, key: string, numbers = true): FieldText[] {
  const texts: FieldText[] = [];
  collect(chatOf(value, key), key, numbers, texts, 0);
  return texts;
}

function collect(value: Json, path: string, numbers: boolean, texts: FieldText[], level: number): void {
  if (level > MOST_LEVELS) return;
  if (Array.isArray(value)) {
    (value as readonly Json[]).forEach((item, i) => collect(item, `${path}[${i}]`, numbers, texts, level + 1));
  } else if (isObject(value)) {
    collectObject(value, path, numbers, texts, level);
  } else {
    const text = numbers || typeof value === 'string' ? scalarText(value) : '';
    if (text !== '') texts.push({ field: path, text });
  }
}

function collectObject(object: JsonObject, path: string, numbers: boolean, texts: FieldText[], level: number): void {
  for (const key of CONTENT_KEYS) {
    const content = own(object, key);
    // A turn may be a list of parts, of which pictures and sounds have no text.
    const text = Array.isArray(content) ? (content as readonly Json[]).map(partText).join('') : scalarText(content);
    if (text !== '') {
      texts.push({ field: `${path}.${key}`, text });
      return;
    }
  }
  for (const key of Object.keys(object)) {
    if (!ROLE_KEYS.includes(key)) collect(object[key]!, `${path}.${key}`, numbers, texts, level + 1);
  }
}

function partText(part: Json): string {
  return isObject(part) ? scalarText(own(part, 'text')) : scalarText(part);
}

const CHAT_KEYS: readonly string[] = ['messages', 'conversations', 'conversation'];

/** A chat that stands in a table's cell is often JSON written as a text. */
function chatOf(value: Json, key: string): Json {
  if (typeof value !== 'string' || !CHAT_KEYS.includes(key) || !/^\s*\[\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function own(object: JsonObject, key: string): Json {
  return Object.hasOwn(object, key) ? object[key]! : null;
}

function scalarText(value: Json): string {
  return isScalar(value) ? String(value) : '';
}

function isScalar(value: Json): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
