import type { Json, JsonObject } from '../data/types.js';
import type { Vocabulary } from '../text/index.js';
import { assignmentWorth } from './assignment.js';

/** Deeper values are not what anybody extracts, and would exhaust the stack. */
const MAX_DEPTH = 200;
/** Pairs of values that may be held against each other for one row: lists of about 1,000 differing objects each. */
const MAX_PAIRS = 1_000_000;

/** Leaves of two JSON values, and how many of them are the same. */
export interface LeafCounts {
  readonly hits: number;
  readonly output: number;
  readonly reference: number;
}

/** A value whose leaves are counted once, with a number that is the same for equal values whatever their order. */
export interface Fields {
  readonly leaves: number;
  readonly key: number;
  /** What lies below; null for a leaf, and an empty object or list is a leaf. */
  readonly members: ReadonlyMap<string, Fields> | null;
  readonly items: readonly Fields[] | null;
}

/**
 * Reads a value for comparison. A leaf is a number, text, boolean or null, or an empty object or list.
 * @param keys gives the values' numbers; the same one for all values that are compared
 * @returns null where it is nested deeper than 200 levels
 */
export function fieldsOf(value: Json, keys: Vocabulary, depth = 0): Fields | null {
  if (depth > MAX_DEPTH) return null;
  if (typeof value !== 'object' || value === null) return leaf(keys.id(scalarKey(value)));
  if (Array.isArray(value)) {
    const items: Fields[] = [];
    for (const item of value as readonly Json[]) {
      const read = fieldsOf(item, keys, depth + 1);
      if (read === null) return null;
      items.push(read);
    }
    if (items.length === 0) return leaf(keys.id('[]'));
    const sorted = items.map(({ key }) => key).sort((a, b) => a - b);
    return { leaves: total(items), key: keys.id(`[${sorted.join()}]`), members: null, items };
  }
  const object = value as JsonObject;
  const members = new Map<string, Fields>();
  for (const name of Object.keys(object).sort()) {
    const read = fieldsOf(object[name]!, keys, depth + 1);
    if (read === null) return null;
    members.set(name, read);
  }
  if (members.size === 0) return leaf(keys.id('{}'));
  const parts = [...members].map(([name, { key }]) => `${JSON.stringify(name)}:${key}`);
  return { leaves: total([...members.values()]), key: keys.id(`{${parts.join()}}`), members, items: null };
}

/** String() for numbers, since JSON.stringify would write 1e999, which JSON.parse reads as Infinity, as null. -0 is 0. */
function scalarKey(value: string | number | boolean | null): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function leaf(key: number): Fields {
  return { leaves: 1, key, members: null, items: null };
}

function total(parts: readonly Fields[]): number {
  return parts.reduce((sum, { leaves }) => sum + leaves, 0);
}

/**
 * How many leaves two values share: members of objects by name, items of lists in whatever order shares most.
 * @returns null where lists are so long that the best order can't be found
 */
export function compareFields(output: Fields, reference: Fields): LeafCounts | null {
  const budget = { pairs: MAX_PAIRS };
  const hits = shared(output, reference, budget);
  return budget.pairs < 0 ? null : { hits, output: output.leaves, reference: reference.leaves };
}

function shared(a: Fields, b: Fields, budget: { pairs: number }): number {
  if (a.key === b.key) return a.leaves;
  if (a.members !== null && b.members !== null) {
    budget.pairs -= a.members.size;
    let hits = 0;
    for (const [name, member] of a.members) {
      const other = b.members.get(name);
      if (other !== undefined) hits += shared(member, other, budget);
    }
    return hits;
  }
  return a.items === null || b.items === null ? 0 : sharedItems(a.items, b.items, budget);
}

/** Equal items belong together in some best order, so only the rest needs searching; of that, leaves match nothing. */
function sharedItems(a: readonly Fields[], b: readonly Fields[], budget: { pairs: number }): number {
  const left = new Map<number, Fields[]>();
  for (const item of b) left.set(item.key, [...(left.get(item.key) ?? []), item]);
  let hits = 0;
  const restOfA: Fields[] = [];
  for (const item of a) {
    if (left.get(item.key)?.pop() === undefined) restOfA.push(item);
    else hits += item.leaves;
  }
  const inner = ({ members, items }: Fields): boolean => members !== null || items !== null;
  const rows = restOfA.filter(inner);
  const columns = [...left.values()].flat().filter(inner);
  if (rows.length === 0 || columns.length === 0) return hits;
  budget.pairs -= rows.length * columns.length;
  if (budget.pairs < 0) return hits;
  return hits + assignmentWorth(rows.map((x) => Float64Array.from(columns, (y) => shared(x, y, budget))));
}
