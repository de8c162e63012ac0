/** Of the filter: 2^22 bits are half a megabyte, which a core's cache holds. */
const FILTER_BITS = 22;

/** Numbers for gram hashes, from 0 in the order in which they were added. Typed arrays, so that threads can share them. */
export interface GramMap {
  readonly size: number;
  /** One bit for the upper bits of each hash: most grams of a training text are refused here. */
  readonly filter: Int32Array;
  /** Open addressing, at most half full: a hash, and its number or -1. */
  readonly hashes: Int32Array;
  readonly numbers: Int32Array;
}

/** A map of these hashes, none of them twice. */
export function gramMap(hashes: Int32Array): GramMap {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2)));
  const map = {
    size: hashes.length,
    filter: new Int32Array(2 ** (FILTER_BITS - 5)),
    hashes: new Int32Array(slots),
    numbers: new Int32Array(slots).fill(-1),
  };
  hashes.forEach((hash, number) => {
    let slot = hash & (slots - 1);
    while (map.numbers[slot] !== -1) slot = (slot + 1) & (slots - 1);
    map.hashes[slot] = hash;
    map.numbers[slot] = number;
    const bit = hash >>> (32 - FILTER_BITS);
    map.filter[bit >>> 5]! |= 1 << (bit & 31);
  });
  return map;
}

/** The number of a gram, or -1. */
export function gramNumber({ filter, hashes, numbers }: GramMap, hash: number): number {
  if (filterBit(filter, hash) === 0) return -1;
  let slot = hash & (hashes.length - 1);
  while (numbers[slot] !== -1 && hashes[slot] !== hash) slot = (slot + 1) & (hashes.length - 1);
  return numbers[slot]!;
}

/** 0 where no gram of the map has this hash, otherwise 1. */
export function filterBit(filter: Int32Array, hash: number): number {
  const bit = hash >>> (32 - FILTER_BITS);
  return (filter[bit >>> 5]! >>> (bit & 31)) & 1;
}
