import type { Level } from '../types.js';

/** The levels that the n-gram definition tells apart. */
export type NgramLevel = Extract<Level, 'substantial' | 'partial'>;

/**
 * The level of an example of which one row holds `shared` of its `grams` distinct n-grams, at least one.
 * @param minShare where `substantial` begins, 0-1; at 0 it begins with one n-gram
 */
export function levelOf(shared: number, grams: number, minShare: number): NgramLevel {
  return shared >= minShare * grams ? 'substantial' : 'partial';
}
