const BLOCK = 128;
const LANES = 8;

/** numpy's pairwise sum of `values[from..to)`, so that means equal numpy's to the last bit. */
export function pairwiseSum(values: ArrayLike<number>, from = 0, to = values.length): number {
  const length = to - from;
  if (length < LANES) {
    let sum = 0;
    for (let i = from; i < to; i++) sum += values[i]!;
    return sum;
  }
  if (length > BLOCK) {
    const half = Math.floor(length / 2);
    const middle = from + half - (half % LANES);
    return pairwiseSum(values, from, middle) + pairwiseSum(values, middle, to);
  }
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let at = from;
  for (; at + LANES <= to; at += LANES) {
    a += values[at]!;
    b += values[at + 1]!;
    c += values[at + 2]!;
    d += values[at + 3]!;
    e += values[at + 4]!;
    f += values[at + 5]!;
    g += values[at + 6]!;
    h += values[at + 7]!;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (; at < to; at++) sum += values[at]!;
  return sum;
}

/** Python's math.fsum: the sum without rounding on the way (Shewchuk 1997). For finite values. */
export function exactSum(values: readonly number[]): number {
  let parts: number[] = [];
  for (const value of values) {
    let high = value;
    const next: number[] = [];
    for (const part of parts) {
      const [large, small] = Math.abs(high) >= Math.abs(part) ? [high, part] : [part, high];
      const sum = large + small;
      const rest = small - (sum - large);
      if (rest !== 0) next.push(rest);
      high = sum;
    }
    parts = [...next, high];
  }
  return parts.reduceRight((sum, part) => sum + part, 0);
}
