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

  /** @param units those that will be added, by their place in this list; all of them where it is null */
  constructor(sides: readonly UnitStatistics[], units: Int32Array | null) {
    const count = units?.length ?? sides[0]!.sizes.length;
    this.all = new Float64Array(sides.reduce((total, { columns }) => total + columns + 1, 0));
    this.offsets = new Int32Array(count + 1);
    for (let i = 0; i < count; i++) {
      const u = units?.[i] ?? i;
      this.offsets[i + 1] = this.offsets[i]! + sides.length;
      for (const { offsets } of sides) this.offsets[i + 1]! += offsets[u + 1]! - offsets[u]!;
    }
    this.indices = new Int32Array(this.offsets[count]!);
    this.values = new Float64Array(this.offsets[count]!);
    let at = 0;
    for (let i = 0; i < count; i++) {
      const u = units?.[i] ?? i;
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
