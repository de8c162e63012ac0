/**
 * Fills the first `count` elements of an array with 32 random bits each and moves the state on: xoshiro128** 1.1 (Blackman and Vigna 2021, ACM TOMS 47:36).
 * @param state four numbers, not all 0
 */
export function xoshiro(state: Uint32Array, target: Uint32Array, count: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < count; i++) {
    const five = Math.imul(b, 5);
    target[i] = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state.set([a, b, c, d]);
}
