import type { Alignment } from './grid.js';

/** Tercom's limits, and sacrebleu's own on the number of shifts that are tried for one pair. */
const MAX_LENGTH = 10;
const MAX_DISTANCE = 50;
export const MAX_CANDIDATES = 1000;

/** A block of words and where it may be moved to. */
export interface Shift {
  readonly length: number;
  /** The block's first word, before and after the move. */
  readonly from: number;
  readonly to: number;
  /** The place that the alignment names; two of them can mean the same `to`, and the earlier one is preferred. */
  readonly target: number;
}

/**
 * The shifts that sacrebleu's TER tries on a text, each as often as it counts them: blocks that stand in the reference
 * too, where neither the block nor its place in the reference is in order yet. Ends early once `room` is used up.
 */
export function possibleShifts(text: Int32Array, reference: Int32Array, alignment: Alignment, room: number): Shift[] {
  const { positions, textErrors, referenceErrors } = alignment;
  const shifts: Shift[] = [];
  for (let from = 0; from < text.length; from++) {
    if (textErrors[Math.min(text.length, from + MAX_LENGTH)] === textErrors[from]) continue;
    const end = Math.min(reference.length, from + MAX_DISTANCE + 1);
    for (let start = Math.max(0, from - MAX_DISTANCE); start < end; start++) {
      const most = Math.min(MAX_LENGTH, text.length - from, reference.length - start);
      for (let length = 1; length <= most && text[from + length - 1] === reference[start + length - 1]; length++) {
        if (textErrors[from + length] === textErrors[from]) continue;
        if (referenceErrors[start + length] === referenceErrors[start]) continue;
        if (from <= positions[start]! && positions[start]! < from + length) continue;
        addShifts(shifts, from, length, start, positions, text.length);
        if (shifts.length >= room) return shifts;
      }
    }
  }
  return shifts;
}

/** A block may go before the word that its place in the reference goes with, or after any of the block's own. */
function addShifts(
  shifts: Shift[],
  from: number,
  length: number,
  start: number,
  positions: Int32Array,
  words: number,
): void {
  let previous = -1;
  for (let offset = -1; offset < length; offset++) {
    const target = start + offset < 0 ? 0 : positions[start + offset]! + 1;
    if (target === previous) continue;
    previous = target;
    shifts.push({ length, from, to: placeOf(target, from, length, words), target });
  }
}

/** Where a block lands: counted without it after its end, and within itself as many words further on. */
function placeOf(target: number, from: number, length: number, words: number): number {
  if (target < from) return target;
  return target > from + length ? target - length : Math.min(target, words - length);
}

/** Writes the text with the block moved into `moved`, and says which words may differ: `first` up to `end`. */
export function applyShift(
  text: Int32Array,
  { length, from, to }: Shift,
  moved: Int32Array,
): [first: number, end: number] {
  moved.set(text);
  moved.copyWithin(to, from, from + length);
  if (to < from) moved.set(text.subarray(to, from), to + length);
  else moved.set(text.subarray(from + length, to + length), from);
  return [Math.min(from, to), Math.max(from, to) + length];
}
