/** Row i has `values[k]` in column `columns[k]` for `offsets[i] <= k < offsets[i + 1]`. */
export interface SparseArrays {
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Takes rows as they come. */
export class SparseRows {
  private readonly offsets: Int32Array;
  private columns = new Int32Array(4096);
  private values = new Float64Array(4096);
  private rows = 0;
  private filled = 0;

  /** @param rows how many there will be */
  constructor(rows: number) {
    this.offsets = new Int32Array(rows + 1);
  }

  /** Adds the next row: `values[k]` in column `columns[k]`. */
  add(columns: ArrayLike<number>, values: ArrayLike<number>): void {
    this.addRange(columns, values, 0, columns.length);
  }

  /** Adds what stands from `from` to `to` as the next row. */
  addRange(columns: ArrayLike<number>, values: ArrayLike<number>, from: number, to: number): void {
    if (this.filled + to - from > this.columns.length) this.grow(this.filled + to - from);
    for (let k = from; k < to; k++) {
      this.columns[this.filled] = columns[k]!;
      this.values[this.filled++] = values[k]!;
    }
    this.offsets[++this.rows] = this.filled;
  }

  finish(): SparseArrays {
    return {
      offsets: this.offsets,
      columns: this.columns.subarray(0, this.filled),
      values: this.values.subarray(0, this.filled),
    };
  }

  /** Makes room for all rows, if the others are like those so far. */
  private grow(least: number): void {
    const { columns, values, rows, filled, offsets } = this;
    const likely = Math.ceil((1.01 * (filled + 1) * (offsets.length - 1)) / (rows + 1));
    const length = Math.max(least, Math.min(likely, 64 * columns.length), Math.ceil(1.1 * columns.length));
    this.columns = new Int32Array(length);
    this.columns.set(columns);
    this.values = new Float64Array(length);
    this.values.set(values);
  }
}
