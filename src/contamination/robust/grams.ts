import { type GramMap, gramNumber } from './gram-map.js';
import { NUMBER, type TokenArrays } from './tokens.js';

/** Tokens in a gram: short enough that one stands between two edits that are five words apart. */
export const GRAM = 3;
/** Stands for a number whose value is left open. */
const ANY_NUMBER = 0x7feb352d;

/**
 * A hash of the three tokens from `i` on. Where one of them is a number, its value is left open, so that a text with other
 * numbers is found too; with two or three numbers they count as they are, since arithmetic is otherwise all alike.
 */
export function gramHash({ hashes, kinds }: TokenArrays, i: number): number {
  const first = kinds[i]!;
  const second = kinds[i + 1]!;
  const third = kinds[i + 2]!;
  const opens = first + second + third === NUMBER;
  return mixed(
    opens && first === NUMBER ? ANY_NUMBER : hashes[i]!,
    opens && second === NUMBER ? ANY_NUMBER : hashes[i + 1]!,
    opens && third === NUMBER ? ANY_NUMBER : hashes[i + 2]!,
  );
}

/**
 * Finds the grams of `count` tokens that a map has: sets `grams` to the number of the gram that starts at each token, or -1,
 * and `hits` to the tokens where it is another.
 * @returns how many hits there are
 */
export function findGrams(
  { hashes, kinds }: TokenArrays,
  count: number,
  map: GramMap,
  grams: Int32Array,
  hits: Int32Array,
): number {
  let found = 0;
  // The last two tokens are kept, since nothing else takes so much of a scan.
  let [first, second] = [hashes[0]!, hashes[1]!];
  let [firstKind, secondKind] = [kinds[0]!, kinds[1]!];
  for (let i = 0; i + GRAM <= count; i++) {
    const third = hashes[i + 2]!;
    const thirdKind = kinds[i + 2]!;
    const opens = firstKind + secondKind + thirdKind === NUMBER;
    const hash = opens
      ? mixed(
          firstKind === NUMBER ? ANY_NUMBER : first,
          secondKind === NUMBER ? ANY_NUMBER : second,
          thirdKind === NUMBER ? ANY_NUMBER : third,
        )
      : mixed(first, second, third);
    const gram = gramNumber(map, hash);
    grams[i] = gram;
    if (gram !== -1) hits[found++] = i;
    first = second;
    second = third;
    firstKind = secondKind;
    secondKind = thirdKind;
  }
  return found;
}

/** A hash of `count` tokens from `i` on, numbers left open. */
export function openHash({ hashes, kinds }: TokenArrays, i: number, count: number): number {
  let hash = count;
  for (let k = i; k < i + count; k++) hash = mixed(hash, kinds[k] === NUMBER ? ANY_NUMBER : hashes[k]!, k - i);
  return hash;
}

function mixed(a: number, b: number, c: number): number {
  let hash = (Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35)) + Math.imul(c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
