/** Lengths in code points at which texts are cut. */
export const LENGTHS = {
  /** Of prompts, references, outputs and evidence: a screenful. */
  text: 2_000,
  /** Of names, ids, labels and paths, which are meant to be short. */
  name: 200,
} as const;

/**
 * Cuts a text to `most` code points by leaving out its middle, since a model's answer stands at its end and a question
 * may stand at either. Well-formed: a lone surrogate becomes U+FFFD, and no pair is split.
 */
export function cut(text: string, most: number): string {
  const whole = wellFormed(text);
  if (whole.length <= most) return whole;
  // Enough of each end: a code point is at most two units, so huge texts are not split as a whole.
  const start = Array.from(whole.slice(0, 2 * most));
  if (start.length <= most && whole.length <= 2 * most) return whole;
  const tail = Math.floor(most / 2);
  const end = Array.from(wellFormed(whole.slice(-2 * tail - 1))).slice(-tail);
  return `${start.slice(0, most - tail - 1).join('')}…${tail === 0 ? '' : end.join('')}`;
}

/** Cuts a sentence to `most` code points by leaving out its end, at a word where one ends near. */
export function cutEnd(text: string, most: number): string {
  const whole = Array.from(wellFormed(text));
  if (whole.length <= most) return whole.join('');
  const start = whole.slice(0, most - 1).join('');
  return `${start.replace(/\s+\S{0,30}$/u, '')}…`;
}

/** The text with every lone surrogate replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
