import type { Random } from './random.js';
import { AliasTable, poissonTable, type CountTable } from './tables.js';

/** So many draws beyond one a unit are looked up; more are so rare that they are drawn one by one. */
const BEYOND = 6;
/** Ways are looked up by 16 random bits. */
const PLACES = 2 ** 16;

/**
 * The ways in which a few units can be drawn, each unit a Poisson number of times: all that draw at most so many in all.
 * A random way is one look-up, and so is its sum.
 */
export class Drawings {
  /** How many ways there are. */
  readonly size: number;
  /** Per way how many units it draws. */
  readonly totals: Uint8Array;
  /** A way for any 16 random bits; `size` where they don't tell it: then {@link rest} says what it is. */
  readonly guide: Uint16Array;
  private readonly ways: Ways;
  private readonly restTable: AliasTable;
  private readonly manyTable: CountTable;

  /**
   * @param block how many units, 1-4
   * @param rate the mean number of times that a unit is drawn, 0-1
   */
  constructor(
    readonly block: number,
    rate: number,
  ) {
    this.ways = waysOf(block);
    this.totals = this.ways.totals;
    this.size = this.totals.length;
    this.guide = new Uint16Array(PLACES).fill(this.size);
    const chances = new Float64Array(this.size);
    const rests = new Float64Array(this.size + 1);
    let [sum, place] = [0, 0];
    for (let way = 0; way < this.size; way++) {
      const earlier = chances[this.ways.earlier[way]!]!;
      chances[way] = way === 0 ? Math.exp(-block * rate) : (earlier * rate) / this.ways.times[way]!;
      sum += chances[way]!;
      const places = Math.floor(chances[way]! * PLACES);
      this.guide.fill(way, place, (place += places));
      rests[way] = chances[way]! * PLACES - places;
    }
    rests[this.size] = Math.max(0, 1 - sum) * PLACES;
    this.restTable = new AliasTable(rests);
    this.manyTable = poissonTable(block * rate, block + BEYOND + 1);
  }

  /** The way where the guide does not tell it; `size` where none of the ways will do: see {@link many}. */
  rest(random: Random): number {
    return this.restTable.draw(random);
  }

  /** How many units are drawn where none of the ways will do; each is any of them. */
  many(random: Random): number {
    return this.manyTable.draw(random);
  }

  /** Per way the sum of the units' values, those from `first` on. */
  sums(values: Float64Array, first: number, into: Float64Array): void {
    const { earlier, added } = this.ways;
    const own = values.subarray(first, first + this.block);
    into[0] = 0;
    for (let way = 1; way < this.size; way++) into[way] = into[earlier[way]!]! + own[added[way]!]!;
  }
}

/** Ways numbered so that each but the first (nothing) is an earlier one with one unit more. */
interface Ways {
  readonly earlier: Uint16Array;
  /** The unit that comes to it, and how often the way draws that. */
  readonly added: Uint8Array;
  readonly times: Uint8Array;
  readonly totals: Uint8Array;
}

const known = new Map<number, Ways>();

function waysOf(block: number): Ways {
  const made = known.get(block) ?? makeWays(block);
  known.set(block, made);
  return made;
}

function makeWays(block: number): Ways {
  const [earlier, added, times, totals] = [[0], [0], [0], [0]];
  for (let way = 0; way < totals.length; way++) {
    if (totals[way] === block + BEYOND) continue;
    for (let unit = added[way]!; unit < block; unit++) {
      earlier.push(way);
      added.push(unit);
      times.push(unit === added[way] ? times[way]! + 1 : 1);
      totals.push(totals[way]! + 1);
    }
  }
  return {
    earlier: Uint16Array.from(earlier),
    added: Uint8Array.from(added),
    times: Uint8Array.from(times),
    totals: Uint8Array.from(totals),
  };
}
