import type { Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Failed, Model, Order, Winner } from '../types.js';
import { RECORDED_FAILURE } from './reading.js';
import type { RecordedComparison, RecordedScore, RecordedSuite } from './types.js';

/** Which reply of which judge. */
export interface Asked {
  readonly example: number;
  readonly judge: string;
  readonly turn: number | null;
  readonly repeat: number;
}

/** What a reply says, by one criterion: a score of one model, the winner in one order, or the candidate's share. */
export type Statement = { readonly criterion: string } & (
  | { readonly slot: Model; readonly said: number | Failed }
  | { readonly slot: Order; readonly said: Winner | Failed }
  | { readonly slot: 'preference'; readonly said: number | Failed }
);

interface Kept {
  readonly said: Statement['said'];
  readonly source: Source;
}

/** What was asked alike of many examples, as files do. */
interface Column extends Omit<Asked, 'example'> {
  readonly slot: Statement['slot'];
  readonly criterion: string;
  readonly byExample: Map<number, Kept>;
}

/** The judgments of one suite, each question once. */
export class Ledger {
  private readonly columns = new Map<string, Column>();

  /**
   * Adds a judgment. A second one of the same question is none where it says the same, and takes the place of a failed one.
   * @throws GateError where it says otherwise
   */
  add({ example, judge, turn, repeat }: Asked, { slot, criterion, said }: Statement, source: Source): void {
    const key = JSON.stringify([slot, judge, criterion, turn, repeat]);
    let column = this.columns.get(key);
    if (column === undefined) {
      column = { slot, judge, criterion, turn, repeat, byExample: new Map() };
      this.columns.set(key, column);
    }
    const earlier = column.byExample.get(example);
    if (earlier === undefined || isFailed(earlier.said)) {
      column.byExample.set(example, { said, source });
    } else if (!isFailed(said) && earlier.said !== said) {
      const { file, line } = earlier.source;
      const what = `judges the same as ${file}:${line}, and says otherwise; tell them apart with repeat or judge`;
      throw new GateError(what, { ...source });
    }
  }

  /** How many of the judgments failed. */
  get failed(): number {
    let count = 0;
    for (const { byExample } of this.columns.values()) {
      for (const { said } of byExample.values()) count += isFailed(said) ? 1 : 0;
    }
    return count;
  }

  /** Everything that was added, in the order that RecordedSuite promises. */
  close(): RecordedSuite {
    const columns = [...this.columns.values()];
    const replies = groups(columns.filter(isScore), ({ slot, judge, turn, repeat }) => [
      slot === 'candidate' ? 0 : 1,
      judge,
      turn ?? -1,
      repeat,
    ]);
    const pairs = groups(
      columns.filter((column) => !isScore(column)),
      ({ judge, criterion, turn }) => [judge, criterion, turn ?? -1],
    );
    return { scores: byExample(replies, scoreOf), comparisons: byExample(pairs, comparisonOf) };
  }
}

function isFailed(said: Kept['said']): said is Failed {
  return typeof said === 'object';
}

type ScoreColumn = Column & { readonly slot: Model };

function isScore(column: Column): column is ScoreColumn {
  return column.slot === 'candidate' || column.slot === 'base';
}

type GroupKey = readonly (string | number)[];

/** Columns with equal keys together in the order in which they came, the groups sorted by key. */
function groups<T extends Column>(columns: readonly T[], keyOf: (column: T) => GroupKey): (readonly T[])[] {
  const byKey = new Map<string, { readonly key: GroupKey; readonly columns: T[] }>();
  for (const column of columns) {
    const key = keyOf(column);
    const text = JSON.stringify(key);
    const group = byKey.get(text);
    if (group === undefined) byKey.set(text, { key, columns: [column] });
    else group.columns.push(column);
  }
  return [...byKey.values()].sort((a, b) => compareKeys(a.key, b.key)).map((group) => group.columns);
}

/** Numbers by size, texts by their UTF-16 units; equal positions hold equal types. */
function compareKeys(a: GroupKey, b: GroupKey): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** A column and what it says of one example. */
type Cell<T extends Column> = readonly [T, Kept['said']];

/** One item for each example of each group, by example and then in the groups' order. */
function byExample<T extends Column, Item extends { readonly example: number }>(
  all: readonly (readonly T[])[],
  itemOf: (cells: readonly Cell<T>[], example: number) => Item,
): Item[] {
  const items = all.flatMap((columns) => {
    const cells = new Map<number, Cell<T>[]>();
    for (const column of columns) {
      for (const [example, { said }] of column.byExample) {
        const list = cells.get(example);
        if (list === undefined) cells.set(example, [[column, said]]);
        else list.push([column, said]);
      }
    }
    return [...cells].map(([example, list]) => itemOf(list, example));
  });
  return items.sort((a, b) => a.example - b.example);
}

function scoreOf(cells: readonly Cell<ScoreColumn>[], example: number): RecordedScore {
  const { slot, judge, turn, repeat } = cells[0]![0];
  const scores = new Map<string, number>();
  for (const [{ criterion }, said] of cells) {
    if (typeof said === 'number') scores.set(criterion, said);
  }
  const verdict = scores.size === cells.length ? { scores, reasoning: '' } : RECORDED_FAILURE;
  return { example, model: slot, judge, turn, repeat, verdict };
}

function comparisonOf(cells: readonly Cell<Column>[], example: number): RecordedComparison {
  const { judge, criterion, turn } = cells[0]![0];
  const base = new Map<number, Winner | Failed>();
  const candidate = new Map<number, Winner | Failed>();
  const shares: number[] = [];
  for (const [{ slot, repeat }, said] of cells) {
    if (typeof said === 'number') shares.push(said);
    else if (slot === 'base_first') base.set(repeat, said);
    else if (slot === 'candidate_first') candidate.set(repeat, said);
  }
  const lost = shares.length + base.size + candidate.size === 0;
  return {
    example,
    judge,
    criterion,
    turn,
    baseFirst: lost ? [RECORDED_FAILURE] : inOrder(base, candidate),
    candidateFirst: inOrder(candidate, base),
    preference: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

/** Verdicts by repeat; repeats that both orders have come first, so that equal positions belong together. */
function inOrder<T>(own: ReadonlyMap<number, T>, other: ReadonlyMap<number, T>): T[] {
  const repeats = [...own.keys()].sort((a, b) => a - b);
  const shared = repeats.filter((repeat) => other.has(repeat));
  const alone = repeats.filter((repeat) => !other.has(repeat));
  return [...shared, ...alone].map((repeat) => own.get(repeat)!);
}
