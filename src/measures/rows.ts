import type { SuiteRows } from '../data/types.js';
import type { ScoredMetric, ScoreTable } from './score.js';

/**
 * The lines of rows.jsonl for one suite, without line ends: per example, model and metric the statistics by name, the
 * score, and why there is none, or what is wrong with the row. Enough to compute every number again.
 */
export function* rowsJsonl(suite: string, rows: SuiteRows, scored: readonly ScoredMetric[]): Generator<string> {
  for (const [row, { id }] of rows.examples.entries()) {
    for (const model of ['candidate', 'base'] as const) {
      for (const one of scored) {
        const table = one[model];
        if (table === null) continue;
        const head = JSON.stringify({ suite, id, model, metric: one.metric.id }).slice(0, -1);
        yield `${head},${body(table, row, one.layout.columns)}}`;
      }
    }
  }
}

function body(table: ScoreTable, row: number, names: readonly string[]): string {
  const reason = table.reasons[row] ?? null;
  if (reason !== null) return `"score":null,"reason":${JSON.stringify(reason)}`;
  // Written by hand because a column may be named `__proto__`, and an object would reorder names that are numbers.
  const stats: string[] = [];
  for (let k = table.offsets[row]!; k < table.offsets[row + 1]!; k++) {
    stats.push(`${JSON.stringify(names[table.columns[k]!])}:${String(table.values[k]!)}`);
  }
  const score = table.score[row]!;
  const value = Number.isNaN(score) ? 'null,"reason":"one row alone has no value"' : String(score);
  const note = table.notes?.get(row)?.text;
  const unparsed = table.unparsed[row] === 1 ? ',"unparsed":true' : '';
  return `"stats":{${stats.join(',')}},"score":${value}${unparsed}${note === undefined ? '' : `,"note":${JSON.stringify(note)}`}`;
}
