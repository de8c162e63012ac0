import type { SuiteRows } from '../data/types.js';
import { kindsOf, type Kinds } from '../stats/index.js';
import type { Evidence, ScoredMetric, ScoreTable } from './score.js';

/**
 * The lines of rows.jsonl for one suite, without line ends: per example, model and metric the statistics by name, the
 * score, and why there is none, or what is wrong with the row. Enough to compute every number again.
 */
export function* rowsJsonl(suite: string, rows: SuiteRows, scored: readonly ScoredMetric[]): Generator<string> {
  const sides = (['candidate', 'base'] as const).flatMap((model) =>
    scored.flatMap((one) => {
      const table = one[model];
      if (table === null) return [];
      const evidence = one.evidence === undefined ? null : (row: number) => one.evidence!(model, row);
      return [new LineEnds(model, one.metric.id, table, one.layout.columns, evidence)];
    }),
  );
  const start = `{"suite":${JSON.stringify(suite)},"id":`;
  for (let row = 0; row < rows.examples.length; row++) {
    const head = start + JSON.stringify(rows.examples[row]!.id);
    for (const side of sides) yield head + side.of(row);
  }
}

/** What the lines of one model and metric say behind the id; rows with equal statistics share it. */
class LineEnds {
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
    const { reasons, notes, unparsed } = this.table;
    if (
      this.kinds === null ||
      this.evidence !== null ||
      reasons[row] !== null ||
      notes !== undefined ||
      unparsed[row] === 1
    )
      return this.end(row);
    const kind = this.kinds.of[row]!;
    if (this.known[kind] === '') this.known[kind] = this.end(row);
    return this.known[kind]!;
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
