/**
 * Holm's step-down adjustment (Holm 1979; statsmodels `multipletests(method="holm")`): p-values that may be compared
 * with alpha as they are, holding the chance of any false alarm at alpha.
 * @param pValues in any order, each 0-1
 * @returns adjusted values in the same order, each 0-1
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((i, j) => pValues[i]! - pValues[j]!);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  for (const [rank, i] of order.entries()) {
    largest = Math.max(largest, Math.min(1, pValues[i]! * (pValues.length - rank)));
    adjusted[i] = largest;
  }
  return adjusted;
}
