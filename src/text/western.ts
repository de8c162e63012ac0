import { isSpace } from './python.js';

/**
 * Writes down where a line's tokens begin and end, one after the other.
 * @param line its UTF-16 units, the first `length` of the array
 * @param cuts room for two numbers a unit
 * @returns how many numbers were written
 */
export type Cutter = (line: Uint16Array, length: number, cuts: Int32Array) => number;

const [OTHER, DIGIT, SPACE, MARK, POINT, DASH] = [0, 1, 2, 3, 4, 5];
/** What each ASCII character is: every mark but ' stands alone, points (. and ,) and dashes by what is beside them. */
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const char = String.fromCharCode(unit);
  if (isSpace(unit)) return SPACE;
  if (/[0-9]/.test(char)) return DIGIT;
  if (/[.,]/.test(char)) return POINT;
  if (char === '-') return DASH;
  return /[!-&(-/:-@[-`{-~]/.test(char) ? MARK : OTHER;
});

/**
 * The tokens of mteval-v13a, in one pass over the text, where sacrebleu 2.6.0 substitutes four times:
 *
 * 1. marks but ' - . , get a space on either side,
 * 2. `([^0-9])([.,])`: and so do points after what is no digit,
 * 3. `([.,])([^0-9])`: and those before what is no digit,
 * 4. `([0-9])(-)`: and dashes after a digit.
 *
 * A match of 2 begins behind the last one, so in a run of points it takes every second as the character before the next.
 * What this leaves of a run: all stand alone but perhaps the last, which sticks to a digit behind the run (see `sticks`).
 * @param padded whether spaces are put around the line: else points at its ends have no character to match on that side
 */
export function westernTokens(line: Uint16Array, length: number, cuts: Int32Array, padded: boolean): number {
  let size = 0;
  let start = -1;
  for (let i = 0; i < length; i++) {
    const kind = kindOf(line[i]!);
    if (kind <= DIGIT) {
      if (start < 0) start = i;
      while (i + 1 < length && kindOf(line[i + 1]!) <= DIGIT) i++;
      continue;
    }
    if (kind === DASH && !(i > 0 && isDigit(line, i - 1))) {
      if (start < 0) start = i;
      continue;
    }
    let alone = i + 1; // the end of what stands alone
    let last = alone; // and of the run
    if (kind === POINT) {
      while (last < length && kindOf(line[last]!) === POINT) last++;
      const afterDigit = i === 0 ? !padded : isDigit(line, i - 1);
      const beforeDigit = last === length ? !padded : isDigit(line, last);
      const sticks = beforeDigit && afterDigit === ((last - i) % 2 === 1);
      alone = sticks ? last - 1 : last;
    }
    if (alone > i) {
      if (start >= 0) {
        cuts[size++] = start;
        cuts[size++] = i;
      }
      start = -1;
      for (let at = i; kind !== SPACE && at < alone; at++) {
        cuts[size++] = at;
        cuts[size++] = at + 1;
      }
    }
    if (alone < last && start < 0) start = alone;
    i = last - 1;
  }
  if (start >= 0) {
    cuts[size++] = start;
    cuts[size++] = length;
  }
  return size;
}

function kindOf(unit: number): number {
  if (unit < 128) return KINDS[unit]!;
  return isSpace(unit) ? SPACE : OTHER;
}

function isDigit(line: Uint16Array, at: number): boolean {
  const unit = line[at]!;
  return unit >= 0x30 && unit <= 0x39;
}
