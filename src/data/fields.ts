import { GateError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { shorten } from './shorten.js';
import type { FieldNames, JsonObject } from './types.js';

/** Keys that count where they are in the eval set only. */
const EVAL_ONLY: readonly string[] = ['reference', 'references', 'category', 'difficulty', 'tags'];

/** Sees to it that every name in `fields` is the name of something, since a misspelt one would be passed over in silence. */
export class FieldWatch {
  private readonly missing: Map<keyof FieldNames, string>;
  private readonly firstKeys: { eval?: readonly string[]; predictions?: readonly string[] } = {};

  constructor(fields: FieldNames) {
    this.missing = new Map(Object.entries(fields) as [keyof FieldNames, string][]);
  }

  /** Notes one row's keys. */
  see(row: JsonObject, kind: 'eval' | 'predictions'): void {
    if (this.missing.size === 0) return;
    this.firstKeys[kind] ??= Object.keys(row);
    for (const [field, key] of this.missing) {
      const counts = kind === 'eval' ? field !== 'output' : !EVAL_ONLY.includes(field);
      if (counts && Object.hasOwn(row, key)) this.missing.delete(field);
    }
  }

  /** @throws GateError for a name that no row had, where there were rows to have it */
  assertSeen(): void {
    for (const [field, key] of this.missing) {
      const keys = this.firstKeys[field === 'output' ? 'predictions' : 'eval'];
      if (keys === undefined) continue;
      throw new GateError(`no row has the key "${key}"${didYouMean(key, keys.map(shorten))}`, {
        key: `fields.${field}`,
      });
    }
  }
}
