/** Writes a starter config and workflow from the files that are there (`eval-gate init`). */
export { runInit, type InitOptions, type InitResult } from './init.js';
