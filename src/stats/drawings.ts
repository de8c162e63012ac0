import type { Random } from './random.js';
import { AliasTable, poissonTable, type CountTable } from './tables.js';

/** So many draws beyond one a unit are looked up; more are so rare that they are drawn one by one. */
const BEYOND = 6;

/**
 * The ways in which a few units can be drawn, each unit a Poisson number of times: all that draw at most so many in all,
 * numbered so that each but the first (nothing) is an earlier one with one unit more. A random way's sum is then one look-up.
 */
export class Drawings {
  /** How many ways there are; `size` itself stands for all others. */
  readonly size: number;
  /** Per way how many units it draws. */
  readonly totals: Uint8Array;
  readonly alias: AliasTable;
  private readonly earlier: Uint16Array;
  private readonly added: Uint8Array;
  private readonly manyTable: CountTable;

  /**
   * @param block how many units, 1-4
   * @param rate the mean number of times that a unit is drawn, 0-1
   */
  constructor(
    readonly block: number,
    rate: number,
  ) {
    const most = block + BEYOND;
    const ways = [{ earlier: 0, added: 0, counts: new Array<number>(block).fill(0), chance: Math.exp(-block * rate) }];
    const totals = [0];
    for (let i = 0; i < ways.length; i++) {
      if (totals[i] === most) continue;
      const { added, counts, chance } = ways[i]!;
      for (let unit = added; unit < block; unit++) {
        const times = counts[unit]! + 1;
        ways.push({ earlier: i, added: unit, counts: counts.with(unit, times), chance: (chance * rate) / times });
        totals.push(totals[i]! + 1);
      }
    }
    const chances = ways.map(({ chance }) => chance);
    const rest = 1 - chances.reduce((sum, chance) => sum + chance, 0);
    this.size = ways.length;
    this.totals = Uint8Array.from(totals);
    this.earlier = Uint16Array.from(ways, ({ earlier }) => earlier);
    this.added = Uint8Array.from(ways, ({ added }) => added);
    this.alias = new AliasTable([...chances, Math.max(0, rest)]);
    this.manyTable = poissonTable(block * rate, most + 1);
  }

  /** Where the alias table draws `size` none of the ways will do: this says how many units are drawn, each evenly. */
  many(random: Random): number {
    return this.manyTable.draw(random);
  }

  /** Per way the sum of the units' values, those from `first` on. */
  sums(values: Float64Array, first: number, into: Float64Array): void {
    const { earlier, added, size, block } = this;
    const own = values.subarray(first, first + block);
    into[0] = 0;
    for (let way = 1; way < size; way++) into[way] = into[earlier[way]!]! + own[added[way]!]!;
  }
}
