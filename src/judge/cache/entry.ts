import { z } from 'zod';
import type { CompareVerdict, ScoreVerdict } from '../types.js';

/** How every line starts: what tells our file from another, and where an entry starts behind a line that was cut off. */
export const ENTRY_START = '{"eval_gate_judgment":';
const ENTRY_FORMAT = 1;

interface Reply {
  /** The model as the server named it. */
  readonly model: string;
  /** What the judgment has cost when it was made, reminders included. */
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** A judgment as it is kept: never a failed one. */
export type CachedJudgment =
  | (Reply & { readonly kind: 'score'; readonly verdict: ScoreVerdict })
  | (Reply & { readonly kind: 'compare'; readonly verdict: CompareVerdict });

export interface Entry {
  readonly key: string;
  readonly judgment: CachedJudgment;
}

const tokens = z.int().min(0);
const common = {
  eval_gate_judgment: z.literal(ENTRY_FORMAT),
  key: z.string().regex(/^[0-9a-f]{64}$/u),
};
const reply = { reasoning: z.string(), model: z.string(), input_tokens: tokens, output_tokens: tokens };
const scores = z
  .array(z.tuple([z.string(), z.number()]))
  .min(1)
  .refine((pairs) => new Map(pairs).size === pairs.length);

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('score'), scores, ...reply }),
  z.strictObject({ ...common, kind: z.literal('compare'), winner: z.enum(['A', 'B', 'tie']), ...reply }),
]);

/** An entry as its line, without the line's end. The same judgment gives the same bytes: no time, no machine in it. */
export function entryLine(key: string, { kind, verdict, model, input_tokens, output_tokens }: CachedJudgment): string {
  const said = kind === 'score' ? { scores: [...verdict.scores] } : { winner: verdict.winner };
  const { reasoning } = verdict;
  const start = { eval_gate_judgment: ENTRY_FORMAT, key, kind };
  return JSON.stringify({ ...start, ...said, reasoning, model, input_tokens, output_tokens });
}

/** Reads a line that anybody may have written; null where it is not exactly an entry. */
export function readEntry(line: string): Entry | null {
  const parsed = entrySchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { key, reasoning, model, input_tokens, output_tokens } = parsed.data;
  const reply = { model, input_tokens, output_tokens };
  if (parsed.data.kind === 'score') {
    const verdict = { scores: new Map(parsed.data.scores), reasoning };
    return { key, judgment: { kind: 'score', verdict, ...reply } };
  }
  return { key, judgment: { kind: 'compare', verdict: { winner: parsed.data.winner, reasoning }, ...reply } };
}

/** True where two entries of one key say the same of the answer. */
export function sameVerdict(a: CachedJudgment, b: CachedJudgment): boolean {
  if (a.kind === 'compare' || b.kind === 'compare') {
    return a.kind === 'compare' && b.kind === 'compare' && a.verdict.winner === b.verdict.winner;
  }
  const [own, other] = [a.verdict.scores, b.verdict.scores];
  return own.size === other.size && [...own].every(([name, score]) => other.get(name) === score);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
