import { kindsOf, type Kinds } from '../stats/index.js';
import type { Evidence, ScoredMetric, ScoreTable } from './score.js';

/** The ends of a row's lines in rows.jsonl, one a model and metric, in this order. */
export function lineEnds(scored: readonly ScoredMetric[]): LineEnds[] {
  return (['candidate', 'base'] as const).flatMap((model) =>
    scored.flatMap((one) => {
      const table = one[model];
      if (table === null) return [];
      const evidence = one.evidence === undefined ? null : (row: number) => one.evidence!(model, row);
      return [new LineEnds(model, one.metric.id, table, one.layout.columns, evidence)];
    }),
  );
}

/** What the lines of one model and metric say behind the id; rows with equal statistics share it. */
export class LineEnds {
  private readonly start: string;
  private readonly names: readonly string[];
  private readonly kinds: Kinds | null;
  /** By kind; empty where none is known yet. */
  private readonly known: string[];

  constructor(
    model: string,
    metric: string,
    private readonly table: ScoreTable,
    columns: readonly string[],
    private readonly evidence: ((row: number) => Evidence | null) | null,
  ) {
    this.start = `,"model":"${model}","metric":${JSON.stringify(metric)},`;
    this.names = columns.map((name) => JSON.stringify(name));
    const { offsets, values } = table;
    const sizes = new Float64Array(offsets.length - 1).fill(1);
    this.kinds = kindsOf([{ columns: columns.length, offsets, indices: table.columns, values, sizes }]);
    this.known = new Array<string>(this.kinds?.examples.length ?? 0).fill('');
  }

  of(row: number): string {
    const kind = this.kindOf(row);
    if (kind < 0) return this.end(row);
    if (this.known[kind] === '') this.known[kind] = this.end(row);
    return this.known[kind]!;
  }

  /** Rows of one kind, 0, 1, …, have the same end; -1 for a row with an end of its own. */
  kindOf(row: number): number {
    const { reasons, notes, unparsed } = this.table;
    const own = this.kinds === null || this.evidence !== null || notes !== undefined;
    return own || reasons[row] !== null || unparsed[row] === 1 ? -1 : this.kinds.of[row]!;
  }

  private end(row: number): string {
    const evidence = Object.entries(this.evidence?.(row) ?? {});
    const more = evidence.map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return `${this.start}${this.body(row)}${more.join('')}}`;
  }

  private body(row: number): string {
    const { table } = this;
    const reason = table.reasons[row] ?? null;
    if (reason !== null) return `"score":null,"reason":${JSON.stringify(reason)}`;
    // Written by hand because a column may be named `__proto__`, and an object would reorder names that are numbers.
    const stats: string[] = [];
    for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
      stats.push(`${this.names[table.columns[k]!]!}:${String(table.values[k]!)}`);
    }
    const score = table.score[row]!;
    const value = Number.isNaN(score) ? 'null,"reason":"one row alone has no value"' : String(score);
    const note = table.notes?.get(row)?.text;
    const unparsed = table.unparsed[row] === 1 ? ',"unparsed":true' : '';
    return `"stats":{${stats.join(',')}},"score":${value}${unparsed}${note === undefined ? '' : `,"note":${JSON.stringify(note)}`}`;
  }
}
