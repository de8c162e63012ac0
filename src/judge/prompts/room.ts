/** Longer texts are cut: about 25,000 tokens of English. */
export const MAX_CHARACTERS = 100_000;
/** All texts of a prompt together: two answers and what they answer, which fits most context windows. */
export const MAX_PROMPT = 300_000;
/** Of more messages, or references, those in the middle are left out: each costs its own two lines. */
export const MAX_BLOCKS = 100;
/** The first ones that stay then; the others are the last ones, which the answer continues. */
const FIRST_BLOCKS = 10;

/**
 * How many UTF-16 units of each text a prompt has room for. What is judged comes first: each answer gets up to
 * MAX_CHARACTERS. The other texts share the rest of MAX_PROMPT: the longest ones are cut to one common length.
 * @param answers lengths
 * @param others lengths
 */
export function limitsOf(
  answers: readonly number[],
  others: readonly number[],
): { readonly answers: number; readonly others: number } {
  const taken = answers.reduce((sum, length) => sum + Math.min(length, MAX_CHARACTERS), 0);
  return { answers: MAX_CHARACTERS, others: Math.min(MAX_CHARACTERS, commonLimit(others, MAX_PROMPT - taken)) };
}

/** The limit at which all texts together take `room`, or Infinity where they take less. */
function commonLimit(lengths: readonly number[], room: number): number {
  if (lengths.reduce((sum, length) => sum + length, 0) <= room) return Infinity;
  let left = room;
  const ascending = [...lengths].sort((a, b) => a - b);
  for (const [i, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}

/** The ends of a list that is too long, and what lies between them. */
export function ends<T>(all: readonly T[]): { first: readonly T[]; leftOut: readonly T[]; last: readonly T[] } {
  if (all.length <= MAX_BLOCKS) return { first: all, leftOut: [], last: [] };
  const from = all.length - (MAX_BLOCKS - FIRST_BLOCKS);
  return { first: all.slice(0, FIRST_BLOCKS), leftOut: all.slice(FIRST_BLOCKS, from), last: all.slice(from) };
}
