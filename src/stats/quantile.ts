/**
 * A quantile of sorted values by linear interpolation, as numpy's `percentile(method="linear")`.
 * @param sorted ascending, at least one value
 * @param q 0-1
 */
export function sortedQuantile(sorted: ArrayLike<number>, q: number): number {
  const position = q * (sorted.length - 1);
  const index = Math.min(Math.floor(position), Math.max(0, sorted.length - 2));
  const below = sorted[index]!;
  const above = sorted[Math.min(index + 1, sorted.length - 1)]!;
  const t = position - index;
  return t >= 0.5 ? above - (above - below) * (1 - t) : below + (above - below) * t;
}
