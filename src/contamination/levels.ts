import type { Level } from './types.js';

/** Worst first. */
export const LEVELS: readonly Level[] = ['identical', 'near_identical', 'substantial', 'partial', 'template'];

/** Whether a level is `least` or worse. */
export function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(least);
}

/** For sorting: worst first. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}
