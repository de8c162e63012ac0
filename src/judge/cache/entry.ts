import { z } from 'zod';
import type { CompareVerdict, SameVerdict, ScoreVerdict } from '../types.js';
import type { Entry, EntryForm } from './form.js';

const ENTRY_START = '{"eval_gate_judgment":';
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
  | (Reply & { readonly kind: 'compare'; readonly verdict: CompareVerdict })
  | (Reply & { readonly kind: 'same'; readonly verdict: SameVerdict });

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
  z.strictObject({ ...common, kind: z.literal('same'), same: z.boolean(), ...reply }),
]);

function entryLine(key: string, { kind, verdict, model, input_tokens, output_tokens }: CachedJudgment): string {
  const said =
    kind === 'score'
      ? { scores: [...verdict.scores] }
      : kind === 'compare'
        ? { winner: verdict.winner }
        : { same: verdict.same };
  const { reasoning } = verdict;
  const start = { eval_gate_judgment: ENTRY_FORMAT, key, kind };
  return JSON.stringify({ ...start, ...said, reasoning, model, input_tokens, output_tokens });
}

function readEntry(line: string): Entry<CachedJudgment> | null {
  const parsed = entrySchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { key, reasoning, model, input_tokens, output_tokens } = parsed.data;
  const reply = { model, input_tokens, output_tokens };
  if (parsed.data.kind === 'score') {
    const verdict = { scores: new Map(parsed.data.scores), reasoning };
    return { key, value: { kind: 'score', verdict, ...reply } };
  }
  if (parsed.data.kind === 'same') {
    return { key, value: { kind: 'same', verdict: { same: parsed.data.same, reasoning }, ...reply } };
  }
  return { key, value: { kind: 'compare', verdict: { winner: parsed.data.winner, reasoning }, ...reply } };
}

/** True where two entries of one key say the same of the answer. */
function sameVerdict(a: CachedJudgment, b: CachedJudgment): boolean {
  if (a.kind === 'same' || b.kind === 'same') {
    return a.kind === 'same' && b.kind === 'same' && a.verdict.same === b.verdict.same;
  }
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

export const JUDGMENTS: EntryForm<CachedJudgment> = {
  noun: 'judgments',
  start: ENTRY_START,
  line: entryLine,
  read: readEntry,
  same: sameVerdict,
};
