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

function eightFold(values: ArrayLike<number>, start: number, count: number): number {
  const parts = Array.from({ length: 8 }, (_, i) => values[start + i]!);
  const whole = count - (count % 8);
  for (let i = 8; i < whole; i += 8) {
    for (let j = 0; j < 8; j++) parts[j]! += values[start + i + j]!;
  }
  const [a, b, c, d, e, f, g, h] = parts as [number, number, number, number, number, number, number, number];
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < count; i++) sum += values[start + i]!;
  return sum;
}

/** The mean as `numpy.mean` computes it for float64, bit for bit; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  return pairwiseSum(values) / values.length;
}
