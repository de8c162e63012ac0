import type { ReadReply, SameVerdict } from '../../types.js';
import { verdictOf, type Verdicts } from './verdicts.js';

const VERDICTS: Verdicts<boolean> = {
  key: 'same',
  read: (value) => {
    if (value.kind === 'bare' && value.text.startsWith('<')) return null; // a placeholder, <true or false>
    const said = value.kind === 'bare' || value.kind === 'text' ? value.text.trim().toLowerCase() : '';
    if (said === 'true' || said === 'false') return { value: said === 'true' };
    return { problem: '"same" is neither true nor false' };
  },
  same: (a, b) => a === b,
  readBracketed: null,
};

/**
 * Reads replies to `sameQuestion`: `true` or `false`, perhaps in quotes. Problems: anything else, both of them, broken
 * JSON. Takes linear time.
 */
export const readSame: ReadReply<SameVerdict> = (text) => {
  const verdict = verdictOf(text, VERDICTS);
  if ('problem' in verdict) return verdict;
  return { value: { same: verdict.value, reasoning: verdict.reasoning } };
};
