import { filterBit, type GramMap, gramNumber } from './gram-map.js';
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
 * Finds the grams of `count` tokens that a map has: sets `hits` to the tokens where one starts, and `grams` at each of these
 * to its number. At other tokens `grams` means nothing.
 *
 * Nothing else takes so much of a scan, so that it goes in two steps: the first, for all tokens, has no branch that depends on
 * them; the second looks at those few that pass the map's filter.
 * @returns how many hits there are
 */
export function findGrams(
  { hashes, kinds }: TokenArrays,
  count: number,
  map: GramMap,
  grams: Int32Array,
  hits: Int32Array,
): number {
  const passed = passFilter(hashes, kinds, count, map.filter, grams, hits);
  let found = 0;
  for (let k = 0; k < passed; k++) {
    const i = hits[k]!;
    const gram = gramNumber(map, grams[i]!);
    if (gram === -1) continue;
    grams[i] = gram;
    hits[found++] = i;
  }
  return found;
}

/** Sets `grams` to the hashes of all grams, and `hits` to where those start that pass the filter. */
function passFilter(
  hashes: Int32Array,
  kinds: Uint8Array,
  count: number,
  filter: Int32Array,
  grams: Int32Array,
  hits: Int32Array,
): number {
  let passed = 0;
  let first = hashes[0]!;
  let second = hashes[1]!;
  let firstKind = kinds[0]!;
  let secondKind = kinds[1]!;
  for (let i = 0; i + GRAM <= count; i++) {
    const third = hashes[i + 2]!;
    const thirdKind = kinds[i + 2]!;
    const sum = firstKind + secondKind + thirdKind;
    const opens = ((sum ^ NUMBER) - 1) >> 31; // all ones where just one is a number
    const hash = mixed(
      first ^ ((first ^ ANY_NUMBER) & -firstKind & opens),
      second ^ ((second ^ ANY_NUMBER) & -secondKind & opens),
      third ^ ((third ^ ANY_NUMBER) & -thirdKind & opens),
    );
    grams[i] = hash;
    hits[passed] = i;
    passed += filterBit(filter, hash);
    first = second;
    second = third;
    firstKind = secondKind;
    secondKind = thirdKind;
  }
  return passed;
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
