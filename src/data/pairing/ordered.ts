import type { Example } from '../types.js';
import { valueOf, type PredictionRow } from '../shapes/index.js';

/** An id that ends in a number, such as `17` or `request-17`. */
const NUMBERED = /^(?<prefix>.*?)(?<number>\d{1,15})$/su;

/**
 * What rows' own ids say of their order, where the eval set has none: ids that count up confirm it, others that are
 * numbered deny it, and of ids without numbers, or no ids at all, nothing follows.
 */
export function orderByIds(rows: readonly PredictionRow[]): 'confirmed' | 'denied' | 'unknown' {
  let last: { readonly prefix: string; readonly number: number } | null = null;
  let ascending = true;
  for (const row of rows) {
    const { prefix, number } = NUMBERED.exec(row.id ?? '')?.groups ?? {};
    if (prefix === undefined || (last !== null && last.prefix !== prefix)) return 'unknown';
    if (last !== null && Number(number) <= last.number) ascending = false;
    last = { prefix, number: Number(number) };
  }
  return ascending ? 'confirmed' : 'denied';
}

/** A key of the eval set that holds an id under a name that is not recognised: one that tells all examples apart. */
export function keyHolding(id: string, examples: readonly Example[]): string | null {
  const isKey = (key: string): boolean => {
    const values = new Set(
      examples.map(({ fields }) => {
        const value = valueOf(fields, key);
        return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
      }),
    );
    return values.size === examples.length && values.has(id);
  };
  return Object.keys(examples[0]?.fields ?? {}).find(isKey) ?? null;
}
