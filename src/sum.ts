const BLOCK = 128;

/**
 * The sum of numbers in the order of additions that numpy uses (pairwise over blocks of 128, eight accumulators), so
 * that a mean has numpy's last bit too. Source: numpy 1.26 `pairwise_sum`.
 */
export function pairwiseSum(values: ArrayLike<number>, start = 0, count = values.length): number {
  if (count < 8) {
    let sum = 0;
    for (let i = start; i < start + count; i++) sum += values[i]!;
    return sum;
  }
  if (count <= BLOCK) return eightFold(values, start, count);
  const half = Math.floor(count / 2);
  const first = half - (half % 8);
  return pairwiseSum(values, start, first) + pairwiseSum(values, start + first, count - first);
}

/** Eight sums beside each other, written out: there may be millions of numbers. */
function eightFold(values: ArrayLike<number>, start: number, count: number): number {
  let a = values[start]!;
  let b = values[start + 1]!;
  let c = values[start + 2]!;
  let d = values[start + 3]!;
  let e = values[start + 4]!;
  let f = values[start + 5]!;
  let g = values[start + 6]!;
  let h = values[start + 7]!;
  const end = start + count;
  let i = start + 8;
  for (; i + 8 <= end; i += 8) {
    a += values[i]!;
    b += values[i + 1]!;
    c += values[i + 2]!;
    d += values[i + 3]!;
    e += values[i + 4]!;
    f += values[i + 5]!;
    g += values[i + 6]!;
    h += values[i + 7]!;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (; i < end; i++) sum += values[i]!;
  return sum;
}

/** The mean as `numpy.mean` computes it for float64, bit for bit; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  return pairwiseSum(values) / values.length;
}
