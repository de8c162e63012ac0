/** What a Parquet file has that can't be read, as the part of a sentence. Anything else that is thrown means damage. */
export class Unsupported extends Error {}

/** Damage that was looked for. */
export class Damaged extends Error {}
