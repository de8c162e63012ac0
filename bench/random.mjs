/**
 * Random choices, the same for the same seed (mulberry32).
 * @param {number} seed a whole number
 */
export function randomness(seed) {
  let state = seed >>> 0;
  /** At least 0 and less than 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from `least` to `most`, both included. */
  const between = (least, most) => least + Math.floor(next() * (most - least + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const shuffled = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const other = between(0, i);
      [copy[i], copy[other]] = [copy[other], copy[i]];
    }
    return copy;
  };
  return { next, between, pick, shuffled };
}
