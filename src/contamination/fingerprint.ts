import { createHash } from 'node:crypto';

/** Hex digits: 64 bits, far more than it takes to tell an example's few training rows apart. */
const DIGITS = 16;

/** What a text is known by, whatever file and line it stands in. Code units are hashed, so lone surrogates count too. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex').slice(0, DIGITS);
}

/** What a pair is known by in contamination.jsonl and in allow-lists: another text of the example or of the row is another pair. */
export function pairFingerprint(example: string, row: string): string {
  return `r${fingerprint(`${example} ${row}`)}`; // digits alone would be a number to YAML
}
