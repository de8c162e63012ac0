/** Keeps what models said between runs in one append-only file, found again by what was asked. */
export { JUDGMENTS, type CachedJudgment } from './entry.js';
export { openCache, type Cache, type CacheStats } from './cache.js';
export type { EntryForm } from './form.js';
export { judgmentKey, keyOf, type AskedJudgment } from './key.js';
