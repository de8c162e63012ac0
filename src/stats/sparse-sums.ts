import type { SideSum, UnitStatistics } from './statistics.js';

/** Sums of all sides' columns over units that are added one by one; for statistics of few filled columns. */
export class SparseSums {
  /** The sums so far; weights are those of the last {@link read}. */
  private readonly sides: readonly SideSum[];
  /** All sides' columns, each side's size last, and their rows beside each other. */
  private readonly all: Float64Array;
  private readonly offsets: Int32Array;
  private readonly indices: Int32Array;
  private readonly values: Float64Array;

  constructor(sides: readonly UnitStatistics[]) {
    const units = sides[0]!.sizes.length;
    this.all = new Float64Array(sides.reduce((total, { columns }) => total + columns + 1, 0));
    const filled = sides.reduce((total, { offsets }) => total + offsets[units]! + units, 0);
    this.offsets = new Int32Array(units + 1);
    this.indices = new Int32Array(filled);
    this.values = new Float64Array(filled);
    let at = 0;
    for (let u = 0; u < units; u++) {
      let first = 0;
      for (const { columns, offsets, indices, values, sizes } of sides) {
        for (let k = offsets[u]!; k < offsets[u + 1]!; k++) {
          this.indices[at] = first + indices[k]!;
          this.values[at++] = values[k]!;
        }
        this.indices[at] = first + columns;
        this.values[at++] = sizes[u]!;
        first += columns + 1;
      }
      this.offsets[u + 1] = at;
    }
    let first = 0;
    this.sides = sides.map(({ columns }) => {
      const sum = this.all.subarray(first, first + columns);
      first += columns + 1;
      return { sum, weight: 0 };
    });
  }

  clear(): void {
    this.all.fill(0);
  }

  /** Adds the first `count` of a list of units. */
  addAll(units: Int32Array, count: number): void {
    const { all, offsets, indices, values } = this;
    for (let i = 0; i < count; i++) {
      const unit = units[i]!;
      for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) all[indices[k]!]! += values[k]!;
    }
  }

  /** Adds a unit so many times. */
  add(unit: number, times: number): void {
    const { all, offsets, indices, values } = this;
    for (let k = offsets[unit]!; k < offsets[unit + 1]!; k++) all[indices[k]!]! += times * values[k]!;
  }

  /** The sums so far, side by side; what is added later changes them. */
  read(): readonly SideSum[] {
    let at = -1;
    for (const side of this.sides) {
      at += side.sum.length + 1;
      side.weight = this.all[at]!;
    }
    return this.sides;
  }
}
