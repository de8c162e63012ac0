/** Asks a model which answer is better and how good each one is: client, prompts, reply parsing, cache, records, bias. */
export type * from './types.js';
