/** The gate tried on the user's own rows: false alarms where nothing changed, power where a known loss was planted. */
export { selftest, type SelftestOptions } from './run.js';
export { selftestText } from './text.js';
export type * from './types.js';
