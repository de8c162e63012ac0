import type { LabelColumns, SuiteRows } from '../data/types.js';
import { type LineEnds, lineEnds } from './line-ends.js';
import type { ScoredMetric } from './score.js';

/**
 * The lines of rows.jsonl for one suite, without line ends: per example, model and metric the statistics by name, the
 * score, and why there is none, or what is wrong with the row. Enough to compute every number again.
 */
export function* rowsJsonl(suite: string, rows: SuiteRows, scored: readonly ScoredMetric[]): Generator<string> {
  const ends = lineEnds(scored);
  const start = startOf(suite);
  for (let row = 0; row < rows.count; row++) {
    const head = start + JSON.stringify(rows.examples[row]!.id);
    for (const end of ends) yield head + end.of(row);
  }
}

const PIECE_BYTES = 1 << 20;

/**
 * The same lines with their line ends as bytes, many at a time, for a suite that is read as columns: made of pieces that
 * are known already, which is ten times as fast. Two buffers take turns, so a piece is good until the next but one is asked
 * for.
 */
export function* rowsBytes(
  suite: string,
  { idBytes, idStarts }: LabelColumns,
  scored: readonly ScoredMetric[],
): Generator<Uint8Array> {
  const start = Buffer.from(`${startOf(suite)}"`);
  const ends = lineEnds(scored).map((end) => new LineLinks(end, start));
  const rows = ends.length === 0 ? 0 : idStarts.length - 1;
  let [piece, other] = [Buffer.alloc(PIECE_BYTES), Buffer.alloc(PIECE_BYTES)];
  let at = 0;
  if (rows > 0) at = start.copy(piece);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [idStarts[row]!, idStarts[row + 1]!];
    for (const end of ends) {
      const link = end.of(row);
      const room = to - from + link.length;
      if (at + room > piece.length) {
        yield piece.subarray(0, at);
        [piece, other, at] = [other, piece, 0];
        if (room > piece.length) piece = Buffer.alloc(room);
      }
      for (let i = from; i < to; i++) piece[at++] = idBytes[i]!;
      piece.set(link, at);
      at += link.length;
    }
  }
  // The last line has no other behind it, but its end is one piece with the start of another.
  if (at > 0) yield piece.subarray(0, at - start.length);
}

function startOf(suite: string): string {
  return `{"suite":${JSON.stringify(suite)},"id":`;
}

/** What lies between one line's id and the next line's, as bytes. */
class LineLinks {
  /** By kind. */
  readonly #known: (Uint8Array | undefined)[] = [];

  constructor(
    private readonly ends: LineEnds,
    private readonly start: Uint8Array,
  ) {}

  of(row: number): Uint8Array {
    const kind = this.ends.kindOf(row);
    if (kind < 0) return this.#make(row);
    return (this.#known[kind] ??= this.#make(row));
  }

  #make(row: number): Uint8Array {
    return Buffer.concat([Buffer.from(`"${this.ends.of(row)}\n`), this.start]);
  }
}
