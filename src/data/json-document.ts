import type { Json } from './types.js';

/** One JSON value that was read whole from a file, with its path as shown to the user. */
export class JsonDocument {
  constructor(
    readonly file: string,
    readonly value: Json,
  ) {}
}
