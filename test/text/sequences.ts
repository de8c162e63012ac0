/** Token sequences, the same every time (Numerical Recipes' generator): `count` of up to `longest` of so many tokens. */
export function sequences(count: number, longest: number, letters: number): number[][] {
  let state = 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () => Array.from({ length: next(longest + 1) }, () => next(letters)));
}

/** How often each n-gram stands in a sequence, counted the plain way. */
export function plainCounts(tokens: readonly number[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + order <= tokens.length; i++) {
    const gram = tokens.slice(i, i + order).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
