/** How the lines of one file are written: the bytes around the id, and around the text. */
export interface LineLayout {
  /** Up to the id, its quote included where it is a text. */
  readonly start: Uint8Array;
  /** Between id and text, the quotes included. */
  readonly middle: Uint8Array;
  /** From the text's closing quote on, the line end included. */
  readonly end: Uint8Array;
  /** True where ids are numbers. */
  readonly numbered: boolean;
}

/** Id and text stand for themselves: without escapes, and the number in the one way in which it is printed. */
const ID = String.raw`(?<id>(?:0|[1-9]\d{0,14})|"[^"\\\p{Cc}]+")`;

/**
 * The layout of a file's first line, such as `{"id":1,"reference":"yes"}`, which all others must have.
 * @param line with its line end
 * @param key of the text
 * @returns null where it is no such line
 */
export function layoutOf(line: string, key: string): LineLayout | null {
  const pattern = String.raw`^(?<start>[ \t]*\{[ \t]*"id"[ \t]*:[ \t]*)${ID}(?<middle>[ \t]*,[ \t]*"${key}"[ \t]*:[ \t]*")[^"\\\p{Cc}]*(?<end>"[ \t]*\}[ \t]*\r?\n)$`;
  const found = new RegExp(pattern, 'u').exec(line)?.groups;
  if (found === undefined) return null;
  const { start, id, middle, end } = found as Record<'start' | 'id' | 'middle' | 'end', string>;
  const numbered = !id.startsWith('"');
  const quote = numbered ? '' : '"';
  return { start: bytesOf(start + quote), middle: bytesOf(quote + middle), end: bytesOf(end), numbered };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
