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
