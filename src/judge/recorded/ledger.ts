import type { Source } from '../../data/types.js';
import { GateError } from '../../errors.js';
import type { Failed, Model, Order, Winner } from '../types.js';
import { RECORDED_FAILURE } from './reading.js';
import type { RecordedComparison, RecordedScore, RecordedSuite } from './types.js';

/** What one judge was asked of one example, but for the criterion. */
export interface Asked {
  readonly example: number;
  readonly judge: string;
  readonly criterion: string;
  readonly turn: number | null;
  readonly repeat: number;
}

/** What a judgment is of, and what it says: a score, a winner, or the candidate's share. */
export type Entry =
  | { readonly slot: Model; readonly said: number | Failed }
  | { readonly slot: Order; readonly said: Winner | Failed }
  | { readonly slot: 'preference'; readonly said: number | Failed };

type Kept = Asked & Entry & { readonly source: Source };

/** The judgments of one suite, each key once. */
export class Ledger {
  private readonly kept = new Map<string, Kept>();

  /**
   * Adds a judgment. A second one of the same key is none where it says the same, and takes the place of a failed one.
   * @throws GateError where it says otherwise
   */
  add(asked: Asked, entry: Entry, source: Source): void {
    const { example, judge, criterion, turn, repeat } = asked;
    const key = JSON.stringify([example, entry.slot, judge, criterion, turn, repeat]);
    const earlier = this.kept.get(key);
    if (earlier === undefined || isFailed(earlier.said)) {
      this.kept.set(key, { ...asked, ...entry, source });
    } else if (!isFailed(entry.said) && earlier.said !== entry.said) {
      const { file, line } = earlier.source;
      throw new GateError(
        `judges the same as ${file}:${line}, and says otherwise; tell them apart with repeat or judge`,
        {
          ...source,
        },
      );
    }
  }

  /** How many of the judgments failed. */
  get failed(): number {
    return [...this.kept.values()].filter(({ said }) => isFailed(said)).length;
  }

  /** Everything that was added, in the order that RecordedSuite promises. */
  close(): RecordedSuite {
    const all = [...this.kept.values()];
    const replies = groups(all.filter(isScore), ({ example, slot, judge, turn, repeat }) => [
      example,
      slot === 'candidate' ? 0 : 1,
      judge,
      turn ?? -1,
      repeat,
    ]);
    const pairs = groups(
      all.filter((item) => !isScore(item)),
      ({ example, judge, criterion, turn }) => [example, judge, criterion, turn ?? -1],
    );
    return { scores: replies.map(scoreOf), comparisons: pairs.map(comparisonOf) };
  }
}

type GroupKey = readonly (string | number)[];

/** Items with equal keys together in the order in which they came, the groups sorted by key. */
function groups<T>(items: readonly T[], keyOf: (item: T) => GroupKey): (readonly T[])[] {
  const byKey = new Map<string, { readonly key: GroupKey; readonly items: T[] }>();
  for (const item of items) {
    const key = keyOf(item);
    const text = JSON.stringify(key);
    const group = byKey.get(text);
    if (group === undefined) byKey.set(text, { key, items: [item] });
    else group.items.push(item);
  }
  return [...byKey.values()].sort((a, b) => compareKeys(a.key, b.key)).map((group) => group.items);
}

/** Numbers by size, texts by their UTF-16 units; equal positions hold equal types. */
function compareKeys(a: GroupKey, b: GroupKey): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function isFailed(said: Kept['said']): said is Failed {
  return typeof said === 'object';
}

type KeptScore = Extract<Kept, { readonly slot: Model }>;

function isScore(item: Kept): item is KeptScore {
  return item.slot === 'candidate' || item.slot === 'base';
}

function scoreOf(items: readonly KeptScore[]): RecordedScore {
  const { example, slot, judge, turn, repeat } = items[0]!;
  const scores = new Map<string, number>();
  for (const { criterion, said } of items) {
    if (typeof said === 'number') scores.set(criterion, said);
  }
  const verdict = scores.size === items.length ? { scores, reasoning: '' } : RECORDED_FAILURE;
  return { example, model: slot, judge, turn, repeat, verdict };
}

function comparisonOf(items: readonly Kept[]): RecordedComparison {
  const { example, judge, criterion, turn } = items[0]!;
  const [baseFirst, candidateFirst] = ordersOf(items);
  const shares = items.filter(({ slot }) => slot === 'preference').map(({ said }) => said);
  const given = shares.filter((said) => typeof said === 'number');
  const preference = given.length === 0 ? null : given.reduce((sum, share) => sum + share, 0) / given.length;
  const lost = shares.length === items.length && preference === null;
  return {
    example,
    judge,
    criterion,
    turn,
    baseFirst: lost ? [RECORDED_FAILURE] : baseFirst,
    candidateFirst,
    preference,
  };
}

/** Both orders' verdicts by repeat; repeats that both have come first, so that equal positions belong together. */
function ordersOf(items: readonly Kept[]): readonly [(Winner | Failed)[], (Winner | Failed)[]] {
  const base = new Map<number, Winner | Failed>();
  const candidate = new Map<number, Winner | Failed>();
  for (const item of items) {
    if (item.slot === 'base_first') base.set(item.repeat, item.said);
    if (item.slot === 'candidate_first') candidate.set(item.repeat, item.said);
  }
  return [inOrder(base, candidate), inOrder(candidate, base)];
}

function inOrder<T>(own: ReadonlyMap<number, T>, other: ReadonlyMap<number, T>): T[] {
  const repeats = [...own.keys()].sort((a, b) => a - b);
  const shared = repeats.filter((repeat) => other.has(repeat));
  const alone = repeats.filter((repeat) => !other.has(repeat));
  return [...shared, ...alone].map((repeat) => own.get(repeat)!);
}
