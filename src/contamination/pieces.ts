import type { Source } from '../data/types.js';
import { isSpace } from '../text/index.js';
import { trainingRow, type FieldText, type TrainingRow } from './training-row.js';
import type { ReadText } from './training-text.js';

/** Characters of text that are searched at once: longer rows would take memory in proportion. */
export const PIECE_LENGTH = 1 << 22;
/** Characters that a piece repeats of the one before, so that what stands across the cut stands whole in one of them. */
export const PIECE_OVERLAP = 1 << 16;

/**
 * The pieces of a row, in order: one of all its texts, or several where they are longer than a piece. Cuts are at white space
 * where there is any.
 * @param sizes in characters; the overlap, which words may double, is to be a small part of the length
 */
export function* piecesOf(
  texts: readonly ReadText[],
  source: Source,
  sizes = { length: PIECE_LENGTH, overlap: PIECE_OVERLAP },
): Generator<TrainingRow, void, undefined> {
  const { length, overlap } = sizes;
  let piece = 0;
  let fields: FieldText[] = [];
  let size = 0;
  let repeated = 0; // of `size`, what the piece before has too
  for (const { field, text } of texts) {
    let open = '';
    for (const chunk of typeof text === 'string' ? slices(text, length) : text.chunks()) {
      open += chunk;
      while (size + open.length > length) {
        const at = cutBefore(open, length - size, overlap, size > repeated);
        const cut = at === 0 ? fields : [...fields, { field, text: open.slice(0, at) }];
        yield trainingRow(cut, source, piece++);
        fields = tailOf(cut, overlap);
        const again = at === 0 ? '' : fields.pop()!.text;
        open = again + open.slice(at);
        size = sizeOf(fields);
        repeated = size;
      }
    }
    if (open !== '') fields.push({ field, text: open });
    size += open.length + 1;
  }
  if (fields.length > 0) yield trainingRow(fields, source, piece);
}

/** A string in parts: adding to a string millions of characters long copies it. */
function* slices(text: string, length: number): Generator<string, void, undefined> {
  for (let from = 0; from < text.length; from += length) yield text.slice(from, from + length);
}

function sizeOf(fields: readonly FieldText[]): number {
  return fields.reduce((sum, { text }) => sum + text.length + 1, 0);
}

/** The end of some fields, from a word's start on and of at least `length` characters where there are so many. */
function tailOf(fields: readonly FieldText[], length: number): FieldText[] {
  const tail: FieldText[] = [];
  for (let [i, size] = [fields.length - 1, 0]; i >= 0 && size < length; i--) {
    const { field, text } = fields[i]!;
    const rest = text.length - (length - size);
    tail.unshift({ field, text: rest <= 0 ? text : text.slice(cutBefore(text, rest, length, rest < length)) });
    size += text.length + 1;
  }
  return tail;
}

/**
 * Where to cut a text: at the last white space at or before `limit`, looked for in `reach` characters.
 * @returns where there is none, 0 if the text may stay whole, else about the limit, which cuts a very long word in two
 */
function cutBefore(text: string, limit: number, reach: number, mayWait: boolean): number {
  for (let at = limit; at > Math.max(0, limit - reach); at--) if (isSpace(text.charCodeAt(at))) return at;
  if (mayWait || limit <= 0) return 0;
  const splits = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(limit) & 0xfc00) === 0xdc00;
  return splits ? limit - 1 : limit;
}
