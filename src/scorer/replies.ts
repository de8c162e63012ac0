import { GateError } from '../errors.js';

const MAX_ID_SHOWN = 60;

/** What a score belongs to: an example's id, and the sample's number where the example has several. */
export interface ScoreKey {
  readonly id: string;
  readonly sample: number | null;
}

/**
 * Reads a program's scores: one JSON object a line, `{"id", "score"}`, and `sample` where the row had one. Order does not
 * matter; ids compare as text; true is 1 and false 0; null is a score that can't be had.
 * @param metric the metric's id, for messages
 * @param asked every row that the program was given
 * @returns scores in the order of `asked`
 * @throws GateError unless every row has exactly one score
 */
export function readScores(metric: string, text: string, asked: readonly ScoreKey[]): (number | null)[] {
  const positions = new Map(asked.map((key, i) => [nameOf(key), i]));
  const scores = new Array<number | null | undefined>(asked.length).fill(undefined);
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const reply = parseReply(line);
    if (reply === null) throw fault(metric, `wrote no {"id": …, "score": …} in line ${i + 1} of its output`);
    const at = positions.get(nameOf(reply));
    if (at === undefined) throw fault(metric, `scored ${shown(reply)}, which it was not given`);
    if (scores[at] !== undefined) throw fault(metric, `scored ${shown(reply)} twice`);
    if (reply.score !== null && !Number.isFinite(reply.score)) {
      throw fault(metric, `gave ${shown(reply)} a score that is not a finite number; write null where there is none`);
    }
    scores[at] = reply.score as number | null;
  }
  const missing = scores.flatMap((score, i) => (score === undefined ? [asked[i]!] : []));
  if (missing.length > 0) {
    const rows = `${missing.length} of ${asked.length} rows`;
    throw fault(metric, `gave no score to ${rows}, the first being ${shown(missing[0]!)}`);
  }
  return scores as (number | null)[];
}

function parseReply(line: string): (ScoreKey & { readonly score: unknown }) | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!Object.hasOwn(value, 'id') || !Object.hasOwn(value, 'score')) return null;
  const { id, score: given, sample = null } = value as { id: unknown; score: unknown; sample?: unknown };
  const score = typeof given === 'boolean' ? Number(given) : given;
  if (typeof id !== 'string' && typeof id !== 'number') return null;
  if (sample !== null && typeof sample !== 'number') return null;
  return { id: String(id), sample, score };
}

function nameOf({ id, sample }: ScoreKey): string {
  return JSON.stringify([id, sample]);
}

function shown({ id, sample }: ScoreKey): string {
  const name = `the id "${id.length > MAX_ID_SHOWN ? `${id.slice(0, MAX_ID_SHOWN)}…` : id}"`;
  return sample === null ? name : `sample ${sample} of ${name}`;
}

function fault(metric: string, what: string): GateError {
  return new GateError(`the command of ${metric} ${what}`, { key: 'metrics' });
}
