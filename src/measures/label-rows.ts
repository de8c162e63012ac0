import type { LabelColumns } from '../data/types.js';
import type { Layout, Measured, Metric, MetricRow } from '../metrics/metric.js';
import { rememberKinds } from '../stats/index.js';
import { rowScores } from './row-scores.js';
import type { RowNote, ScoreTable } from './score.js';

/** One model's rows that are plain labels, sorted by what the reference and the output are: each pair is measured once. */
export class LabelRows {
  /** Per row its pair, 0, 1, … in order of appearance. */
  readonly #pairs: Int32Array;
  /** Per pair its first row. */
  readonly #firsts: Int32Array;

  constructor(
    private readonly columns: LabelColumns,
    private readonly model: 'candidate' | 'base',
  ) {
    const { references, texts } = columns;
    const outputs = columns[model]!;
    this.#pairs = new Int32Array(references.length);
    const known = new Int32Array(texts.length ** 2); // pair + 1, 0 where it was not met
    const firsts: number[] = [];
    for (let row = 0; row < references.length; row++) {
      const at = references[row]! * texts.length + outputs[row]!;
      if (known[at] === 0) known[at] = firsts.push(row);
      this.#pairs[row] = known[at]! - 1;
    }
    this.#firsts = Int32Array.from(firsts);
  }

  /** A row of each pair. */
  get different(): MetricRow[] {
    return Array.from(this.#firsts, (row) => ({
      example: this.columns.example(row),
      prediction: this.columns.prediction(this.model, row),
    }));
  }

  /** What measuring every row by itself gives, for a metric that looks at texts only. */
  score(metric: Metric, layout: Layout): ScoreTable {
    const measured = this.different.map((row) => metric.measure(row, layout));
    const rows = this.#pairs.length;
    const table = { ...this.#statistics(measured), ...this.#marks(measured) };
    const sizes = new Float64Array(rows).fill(1);
    const { offsets, columns: indices, values } = table;
    rememberKinds({ columns: layout.columns.length, offsets, indices, values, sizes }, this.#pairs, this.#firsts);
    return { ...table, score: rowScores(metric, layout, table) };
  }

  #statistics(measured: readonly Measured[]): Pick<ScoreTable, 'offsets' | 'columns' | 'values'> {
    const pairs = this.#pairs;
    const scored = measured.map((one) => ('unscored' in one ? { columns: [], values: [] } : one));
    const starts = new Int32Array(scored.length + 1);
    for (const [pair, one] of scored.entries()) starts[pair + 1] = starts[pair]! + one.columns.length;
    const ofPairs = Int32Array.from(scored.flatMap((one) => one.columns));
    const valuesOfPairs = Float64Array.from(scored.flatMap((one) => one.values));
    const offsets = new Int32Array(pairs.length + 1);
    for (let row = 0; row < pairs.length; row++) {
      const pair = pairs[row]!;
      offsets[row + 1] = offsets[row]! + starts[pair + 1]! - starts[pair]!;
    }
    const columns = new Int32Array(offsets[pairs.length]!);
    const values = new Float64Array(columns.length);
    let at = 0;
    for (let row = 0; row < pairs.length; row++) {
      const pair = pairs[row]!;
      for (let k = starts[pair]!; k < starts[pair + 1]!; k++) {
        columns[at] = ofPairs[k]!;
        values[at++] = valuesOfPairs[k]!;
      }
    }
    return { offsets, columns, values };
  }

  #marks(measured: readonly Measured[]): Pick<ScoreTable, 'unparsed' | 'reasons' | 'notes'> {
    const pairs = this.#pairs;
    const unparsed = new Uint8Array(pairs.length);
    const reasons = new Array<string | null>(pairs.length).fill(null);
    const notes = new Map<number, RowNote>();
    const marked = Uint8Array.from(measured, (one) =>
      'unscored' in one || one.unparsed || one.note !== undefined ? 1 : 0,
    );
    for (let row = 0; row < pairs.length; row++) {
      if (marked[pairs[row]!] === 0) continue;
      const one = measured[pairs[row]!]!;
      if ('unscored' in one) {
        reasons[row] = one.unscored;
        continue;
      }
      unparsed[row] = one.unparsed ? 1 : 0;
      if (one.note !== undefined) notes.set(row, { text: one.note, kind: one.noteKind ?? one.note });
    }
    return { unparsed, reasons, ...(notes.size === 0 ? {} : { notes }) };
  }
}
