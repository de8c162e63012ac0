/** Keeps judgments between runs in one append-only file, found again by what was asked. */
export { type CachedJudgment } from './entry.js';
export { openCache, type CacheStats, type JudgmentCache } from './cache.js';
export { judgmentKey, type AskedJudgment } from './key.js';
