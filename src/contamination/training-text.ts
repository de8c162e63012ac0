import { LongText, type TextObject, type TextTree } from '../data/index.js';

/**
 * Which keys of training rows are searched: those that a recipe for training data is known to have, every text of the row,
 * or the keys that a config names (a path such as `meta.body` too).
 */
export type FieldChoice = 'known' | 'every' | readonly string[];

/** A text of a row as it was read, which may be a long one. */
export interface ReadText {
  readonly field: string;
  readonly text: string | LongText;
}

/** Keys that hold a training row's text; of the known ones the first group with any text is the row's. */
export const KNOWN_GROUPS: readonly (readonly string[])[] = [
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
/** Texts of a row that are told apart; what comes behind them is one text. A list of millions of words would fill the memory. */
const MOST_TEXTS = 10_000;

/**
 * The texts of a training row that are searched, in reading order, without empty ones.
 * - `known`: instruction, input and output; or prompt and completion; or question and answer; or all turns of messages (also
 *   ShareGPT's conversations) without role names; or text. Where none of them has any text: every text, as below.
 * - `every`: the texts of the known keys, then those of all other keys in the row's order, at any depth.
 * - keys: their texts, in the order of the keys.
 *
 * A number or a boolean under a known or named key is its text. A list has the texts of its elements (texts and numbers of
 * one list are one text), an object that of its `content`, `value` or `text`, else of all its keys. A chat that is written as
 * JSON in a text is read as the chat.
 */
export function trainingTexts(row: TextObject, choice: FieldChoice): ReadText[] {
  if (choice !== 'known' && choice !== 'every') return textsAt(row, choice);
  if (choice === 'known') {
    for (const group of KNOWN_GROUPS) {
      const texts = new Texts(true);
      for (const key of group) texts.addKey(row, key);
      const found = texts.all();
      if (found.length > 0) return found;
    }
  }
  const texts = new Texts(true);
  for (const key of KNOWN_FIELDS) texts.addKey(row, key);
  const others = new Texts(false);
  for (const key of Object.keys(row)) if (!KNOWN_FIELDS.includes(key)) others.addKey(row, key);
  return [...texts.all(), ...others.all()];
}

/** The text under one key of a row, empty where there is none. */
export function keyText(row: TextObject, key: string): string {
  const texts = new Texts(true);
  texts.addKey(row, key);
  return texts
    .all()
    .map(({ text }) => (typeof text === 'string' ? text : [...text.chunks()].join('')))
    .join(' ');
}

/** What keys or paths such as `meta.body` name in a row; a key that holds the dots itself goes first. */
function textsAt(row: TextObject, paths: readonly string[]): ReadText[] {
  const texts = new Texts(true);
  for (const path of paths) {
    if (Object.hasOwn(row, path)) {
      texts.addKey(row, path);
      continue;
    }
    let values: TextTree[] = [row];
    for (const key of path.split('.')) {
      values = values
        .flatMap((value) => (isList(value) ? value : [value]))
        .flatMap((value) => (isObject(value) && Object.hasOwn(value, key) ? [value[key]!] : []));
    }
    for (const value of values) texts.add(value, path, 0);
  }
  return texts.all();
}

/** Gathers the texts of values. */
class Texts {
  readonly #found: ReadText[] = [];
  /** Texts behind the most that are told apart, and where the first of them stands. */
  #rest: string[] = [];
  #restField = '';
  readonly #numbers: boolean;

  /** @param numbers whether numbers and booleans are texts */
  constructor(numbers: boolean) {
    this.#numbers = numbers;
  }

  all(): ReadText[] {
    this.#pushRest();
    return this.#found;
  }

  addKey(row: TextObject, key: string): void {
    if (Object.hasOwn(row, key)) this.add(chatOf(row[key]!, key), key, 0);
  }

  add(value: TextTree, path: string, level: number): void {
    if (level > MOST_LEVELS) return;
    if (isList(value)) this.#addList(value, path, level);
    else if (isObject(value)) this.#addObject(value, path, level);
    else this.#push(path, value instanceof LongText ? value : this.#textOf(value));
  }

  #addList(list: readonly TextTree[], path: string, level: number): void {
    let words: string[] = [];
    const pushWords = (): void => {
      this.#push(path, words.join(' '));
      words = [];
    };
    list.forEach((item, i) => {
      if (isList(item) || isObject(item) || item instanceof LongText) {
        pushWords();
        this.add(item, `${path}[${i}]`, level + 1);
      } else {
        const text = this.#textOf(item);
        if (text !== '') words.push(text);
      }
    });
    pushWords();
  }

  #addObject(object: TextObject, path: string, level: number): void {
    for (const key of CONTENT_KEYS) {
      const content = Object.hasOwn(object, key) ? object[key]! : null;
      if (content instanceof LongText) {
        this.#push(`${path}.${key}`, content);
        return;
      }
      // A turn may be a list of parts, of which pictures and sounds have no text.
      const text = isList(content) ? content.map(partText).join('') : scalarText(content);
      if (text !== '') {
        this.#push(`${path}.${key}`, text);
        return;
      }
    }
    for (const key of Object.keys(object)) {
      if (!ROLE_KEYS.includes(key)) this.add(object[key]!, `${path}.${key}`, level + 1);
    }
  }

  #textOf(value: TextTree): string {
    return this.#numbers || typeof value === 'string' ? scalarText(value) : '';
  }

  #push(field: string, text: string | LongText): void {
    if (text === '') return;
    if (this.#found.length < MOST_TEXTS || text instanceof LongText) {
      this.#pushRest();
      this.#found.push({ field, text });
    } else {
      if (this.#rest.length === 0) this.#restField = field;
      this.#rest.push(text);
    }
  }

  #pushRest(): void {
    if (this.#rest.length > 0) this.#found.push({ field: this.#restField, text: this.#rest.join(' ') });
    this.#rest = [];
  }
}

function partText(part: TextTree): string {
  return isObject(part) ? scalarText(Object.hasOwn(part, 'text') ? part['text']! : null) : scalarText(part);
}

const CHAT_KEYS: readonly string[] = ['messages', 'conversations', 'conversation'];

/** A chat that stands in a table's cell is often JSON written as a text. */
function chatOf(value: TextTree, key: string): TextTree {
  if (typeof value !== 'string' || !CHAT_KEYS.includes(key) || !/^\s*\[\s*[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value) as TextTree;
  } catch {
    return value;
  }
}

function scalarText(value: TextTree): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isList(value: TextTree): value is readonly TextTree[] {
  return Array.isArray(value);
}

function isObject(value: TextTree): value is TextObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LongText);
}
