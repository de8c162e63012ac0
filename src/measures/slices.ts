import type { Example, Json, SuiteRows } from '../data/types.js';
import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import type { Slice } from './types.js';

/** A slice with the indices of its examples, ascending. */
export interface SliceMembers {
  readonly slice: Slice;
  readonly members: Int32Array;
}

/** Per example its cluster as a number. */
export interface ClusterIds {
  readonly key: string;
  readonly ids: Int32Array;
}

/** Per example its stratum as a number. */
export type StratumIds = ClusterIds;

/**
 * The slices of a suite: for each key one per value that occurs, sorted by code point, then the extra ones that have
 * members and are not among them. A field's value counts as its text; each entry of a list (such as `tags`) is a value.
 * @param keys fields to slice by
 * @param extra single slices that checks name; one of several keys holds the examples that have all of its values
 * @throws GateError for a key that no example has, and for a field that gives a slice such as `{subset: clean}`, which is not
 *   the user's to define
 */
export function slicesOf(rows: SuiteRows, keys: readonly string[], extra: readonly Slice[]): SliceMembers[] {
  const slices = new Map<string, SliceMembers>();
  const add = (slice: Slice, members: readonly number[]): void => {
    const name = sliceKey(slice);
    const meaning = RESERVED.get(name);
    if (meaning !== undefined && members.length > 0) throw reserved(rows.examples[members[0]!]!, meaning);
    if (members.length > 0 && !slices.has(name)) slices.set(name, { slice, members: Int32Array.from(members) });
  };
  for (const key of keys) {
    const byValue = membersByValue(rows, key);
    if (byValue.size === 0) throw unknownField(rows, key, 'slices');
    for (const value of [...byValue.keys()].sort(byCodePoint)) add(sliceOf([[key, value]]), byValue.get(value)!);
  }
  const known = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const having = (key: string, value: string): readonly number[] => {
    const byValue = known.get(key) ?? membersByValue(rows, key);
    known.set(key, byValue);
    return byValue.get(value) ?? [];
  };
  for (const slice of extra) {
    if (slices.has(sliceKey(slice))) continue;
    const [first = [], ...others] = Object.entries(slice).map(([key, value]) => having(key, value));
    add(
      slice,
      first.filter((i) => others.every((members) => members.includes(i))),
    );
  }
  return [...slices.values()];
}

/** Examples that did not leak, and those that did; one that the scan can not decide about is in neither. */
export const CLEAN: Slice = { subset: 'clean' };
export const CONTAMINATED: Slice = { subset: 'contaminated' };

const RESERVED: ReadonlyMap<string, string> = new Map([
  [sliceKey(CLEAN), '{ subset: clean } means the examples without contamination'],
  [sliceKey(CONTAMINATED), '{ subset: contaminated } means the examples with contamination'],
]);

/** Whether a slice is one that a scan of the training data makes. */
export function isSubset(slice: Slice | null): boolean {
  return slice !== null && RESERVED.has(sliceKey(slice));
}

function reserved({ source }: Example, meaning: string): GateError {
  return new GateError(`as a slice ${meaning}; rename this field, or its value`, { ...source, key: 'subset' });
}

/**
 * The cluster of every example: those with the same text in a field belong together, one without it stands alone.
 * @throws GateError where no example has the field
 */
export function clustersOf(rows: SuiteRows, key: string): ClusterIds {
  const numbers = new Map<string, number>();
  let next = 0;
  const ids = Int32Array.from(rows.examples, (example) => {
    const value = Object.hasOwn(example.fields, key) ? example.fields[key]! : null;
    if (value === null) return next++;
    const text = textOf(value);
    const number = numbers.get(text) ?? next++;
    numbers.set(text, number);
    return number;
  });
  if (numbers.size === 0) throw unknownField(rows, key, 'cluster_by');
  return { key, ids };
}

/**
 * The stratum of every example: those with the same text in a field belong together, and those without it too.
 * @param clusters of the same examples; null where every example stands alone
 * @throws GateError where no example has the field, or a cluster has examples in two strata
 */
export function strataOf(rows: SuiteRows, key: string, clusters: ClusterIds | null): StratumIds {
  const numbers = new Map<string | null, number>();
  const ids = Int32Array.from(rows.examples, (example) => {
    const value = Object.hasOwn(example.fields, key) ? example.fields[key]! : null;
    const text = value === null ? null : textOf(value);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  if (numbers.size === 0 || (numbers.size === 1 && numbers.has(null))) throw unknownField(rows, key, 'stratify_by');
  if (clusters === null) return { key, ids };
  const firsts = new Map<number, number>();
  for (const [i, cluster] of clusters.ids.entries()) {
    const first = firsts.get(cluster) ?? i;
    firsts.set(cluster, first);
    if (ids[first] === ids[i]) continue;
    const [a, b] = [rows.examples[first]!, rows.examples[i]!];
    const what = `examples ${a.id} and ${b.id} are of one cluster by "${clusters.key}", but differ in "${key}"`;
    throw new GateError(`${what}; a cluster must lie within one stratum`, { ...b.source, key: 'stratify_by' });
  }
  return { key, ids };
}

/** One text for a slice, whatever the order of its keys. */
export function sliceKey(slice: Slice | null): string {
  return slice === null ? '' : JSON.stringify(Object.entries(slice).sort(([a], [b]) => byCodePoint(a, b)));
}

function membersByValue({ examples }: SuiteRows, key: string): Map<string, number[]> {
  const byValue = new Map<string, number[]>();
  for (const [i, example] of examples.entries()) {
    for (const value of new Set(valuesOf(example, key))) {
      const members = byValue.get(value) ?? [];
      members.push(i);
      byValue.set(value, members);
    }
  }
  return byValue;
}

/** An example's values of a field as texts; none where it is absent or null. */
function valuesOf(example: Example, key: string): readonly string[] {
  if (key === 'tags') return example.tags;
  const value = Object.hasOwn(example.fields, key) ? example.fields[key]! : null;
  if (value === null) return [];
  return Array.isArray(value) ? value.filter((entry) => entry !== null).map(textOf) : [textOf(value)];
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A slice whose key may be `__proto__`. */
function sliceOf(entries: readonly (readonly [string, string])[]): Slice {
  return Object.fromEntries(entries);
}

function unknownField({ examples }: SuiteRows, key: string, option: string): GateError {
  const fields = new Set<string>();
  for (const example of examples) for (const field of Object.keys(example.fields)) fields.add(field);
  return new GateError(`no example has a field "${key}"${didYouMean(key, [...fields])}`, { key: option });
}

/** Order by code point, as Python sorts: a surrogate pair comes after U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.codePointAt(i)! - b.codePointAt(i)!;
  }
  return a.length - b.length;
}
