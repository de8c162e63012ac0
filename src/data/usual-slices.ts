import type { Example, Json } from './types.js';

/** Fields that an eval set is sliced by without being asked, where its rows have them. */
const USUAL_SLICES = ['category', 'difficulty'];
/** A field with more values than this is no category, but an id of sorts. */
const MOST_VALUES = 30;

/** The usual slice fields that divide these examples, each with its values in order of appearance (absent ones left out). */
export function usualSlices(examples: readonly Example[]): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, readonly Json[]>();
  for (const key of USUAL_SLICES) {
    const values = new Set(examples.map(({ fields }) => (Object.hasOwn(fields, key) ? fields[key]! : null)));
    values.delete(null);
    if (values.size > 1 && values.size <= MOST_VALUES) found.set(key, [...values]);
  }
  return found;
}
