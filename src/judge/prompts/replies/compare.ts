import type { CompareVerdict, ReadReply } from '../../types.js';
import type { Value } from './objects.js';
import { verdictOf, type Read, type Verdicts } from './verdicts.js';

type Winner = CompareVerdict['winner'];

const VERDICTS: Verdicts<Winner> = {
  key: 'winner',
  read: readWinner,
  same: (a, b) => a === b,
  readBracketed: (inside) => winnerOf(inside === 'C' ? 'tie' : inside),
};

/**
 * Reads replies to `compareQuestions`: the winner is `A`, `B` or `tie`, in either case, also as `Response A`,
 * `Output (a)` or `[[A]]`. A reply without JSON counts where its last line is a verdict in FastChat's form, `[[A]]`,
 * `[[B]]` or `[[C]]` for a tie. Problems: any other winner, two different ones, broken JSON. Takes linear time.
 */
export const readComparison: ReadReply<CompareVerdict> = (text) => {
  const verdict = verdictOf(text, VERDICTS);
  if ('problem' in verdict) return verdict;
  return { value: { winner: verdict.value, reasoning: verdict.reasoning } };
};

const UNKNOWN = { problem: '"winner" is not "A", "B" or "tie"' };

/** Nothing for a placeholder, `<A, B or tie>`. */
function readWinner(value: Value): Read<Winner> {
  if (value.kind === 'bare' && value.text.startsWith('<')) return null;
  if (value.kind !== 'bare' && value.kind !== 'text') return UNKNOWN;
  const text = value.text.trim();
  return winnerOf(/^\[\[(\w{1,3})\]\]$/u.exec(text)?.[1] ?? text) ?? UNKNOWN;
}

const SIDE = /^(?:(?:response|answer|assistant|output) )?(?:([ab])|\(([ab])\))$/iu;

function winnerOf(text: string): { readonly value: Winner } | null {
  if (/^tie$/iu.test(text)) return { value: 'tie' };
  const [, plain, inParentheses] = SIDE.exec(text) ?? [];
  const side = (plain ?? inParentheses)?.toUpperCase();
  return side === 'A' || side === 'B' ? { value: side } : null;
}
