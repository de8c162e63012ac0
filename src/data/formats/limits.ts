/** A row of more bytes is not read: no text in JavaScript can be much longer, and nothing that a model is trained on is. */
export const MAX_ROW_BYTES = 500_000_000;

/** Rows of JSON with more bytes are not made a text as a whole: parsed so, one would fill the heap several times over. */
export const LONG_ROW_BYTES = 1 << 24;

/** Rows handed on at a time. */
export const BATCH_ROWS = 256;
