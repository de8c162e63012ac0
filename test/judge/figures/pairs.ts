import type { ComparedPair } from '../../../src/judge/figures/index.js';
import type { Failed, Winner } from '../../../src/judge/types.js';

export const UNPARSED: Failed = { failed: 'unparsed', why: 'no verdict in the reply' };
export const REFUSED: Failed = { failed: 'refused', why: 'the judge refused' };

export const ALONE = { confidence: 0.95, clusters: null };

type Verdicts = string | readonly (Winner | Failed)[];

/** `c`, `b` and `t` are verdicts for the candidate, the base and a tie, `x` is an unparsed reply; one letter a repeat. */
function verdicts(letters: Verdicts): readonly (Winner | Failed)[] {
  if (typeof letters !== 'string') return letters;
  return Array.from(letters, (letter) => (({ c: 'candidate', b: 'base', t: 'tie' }) as const)[letter] ?? UNPARSED);
}

/** A pair from its verdicts in both orders, and its answers. */
export function pair(
  example: number,
  baseFirst: Verdicts,
  candidateFirst: Verdicts,
  [candidate, base]: readonly [string | null, string | null] = [null, null],
): ComparedPair {
  const judgments = {
    example,
    baseFirst: verdicts(baseFirst),
    candidateFirst: verdicts(candidateFirst),
    preference: null,
  };
  return { judgments, candidate, base };
}

/** A pair with a recorded preference. */
export function preferred(
  example: number,
  preference: number | null,
  [candidate, base]: readonly [string | null, string | null] = [null, null],
): ComparedPair {
  return { judgments: { example, baseFirst: [], candidateFirst: [], preference }, candidate, base };
}
