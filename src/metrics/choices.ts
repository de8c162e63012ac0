import type { Json, JsonObject } from '../data/types.js';
import { split } from '../text/index.js';

/** One of the answers that an example offers. */
export interface Choice {
  /** A, B, C … or the row's own. */
  readonly label: string;
  readonly text: string;
}

/** What an example offers. */
export interface Choices {
  readonly list: readonly Choice[];
  /** True where the row has no labels of its own, so that a whole number may be a position. */
  readonly numbered: boolean;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** MMLU-Pro's letters: what an answer can be where the row does not tell its choices. */
const UNKNOWN: Choices = { list: Array.from('ABCDEFGHIJ', (label) => ({ label, text: '' })), numbered: false };
const KEYS = ['choices', 'options'];

/**
 * The choices of an eval row: `choices` or `options` as a list of texts, a list of `{label, text}`, `{text: [], label: []}`
 * or `{A: …, B: …}`; else the row's own keys A, B, C …; else the letters A to J without texts.
 */
export function choicesOf(fields: JsonObject): Choices {
  for (const key of KEYS) {
    const found = Object.hasOwn(fields, key) ? choicesIn(fields[key]!) : null;
    if (found !== null && found.list.length > 1 && found.list.length <= LETTERS.length) return found;
  }
  const own: Choice[] = [];
  for (const label of LETTERS) {
    const text = Object.hasOwn(fields, label) ? textOf(fields[label]!) : null;
    if (text === null) break;
    own.push({ label, text });
  }
  return own.length > 1 ? { list: own, numbered: false } : UNKNOWN;
}

function choicesIn(value: Json): Choices | null {
  if (isList(value)) return listed(value, []);
  if (value === null || typeof value !== 'object') return null;
  if (Object.hasOwn(value, 'text') && isList(value['text']!)) {
    const labels = Object.hasOwn(value, 'label') && isList(value['label']!) ? value['label'] : [];
    return listed(value['text'], labels);
  }
  const list = Object.entries(value).flatMap(([label, item]) => {
    const text = textOf(item);
    return text === null ? [] : [{ label, text }];
  });
  return { list, numbered: false };
}

function listed(items: readonly Json[], labels: readonly Json[]): Choices | null {
  let numbered = true;
  const list: Choice[] = [];
  for (const [i, item] of items.entries()) {
    const own = item !== null && typeof item === 'object' && !isList(item) ? item : null;
    const text = textOf(own === null ? item : Object.hasOwn(own, 'text') ? own['text']! : null);
    if (text === null) return null;
    const label = textOf(labels[i] ?? (own !== null && Object.hasOwn(own, 'label') ? own['label']! : null));
    numbered &&= label === null;
    list.push({ label: label ?? LETTERS.charAt(i), text });
  }
  return { list, numbered };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function textOf(value: Json): string | null {
  return value === null || typeof value === 'object' ? null : String(value);
}

/** A choice's or answer's text as it is compared: lower case, single spaces, no final point. */
export function comparable(text: string): string {
  return split(text.toLowerCase()).join(' ').replace(/\.$/, '');
}
