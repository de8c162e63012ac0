import { counted, countText } from '../gate/index.js';
import type { FailureCounts, JudgeComparison, JudgeOptions, JudgeScores, LengthControl } from '../judge/index.js';
import type { Doubt } from '../measures/types.js';

/** What speaks against resting a check on the judge's measures. */
export interface Doubts {
  readonly score: Doubt | null;
  readonly win: Doubt | null;
  /** Of a length-controlled win rate, over the suite or a slice of it. */
  readonly lengthControlled: (control: LengthControl) => Doubt | null;
  /** What could not be evaluated, as one sentence, whether a check rests on it or not; null where all could. */
  readonly failure: string | null;
}

/** Questions that nobody could be asked since a model has no answer, which is no failure of the judge. */
export interface Absent {
  readonly answers: number;
  readonly pairs: number;
}

/**
 * A judge that failed too often is no answer: its measures are in error, or what `on_missing` says where its key is
 * absent. One that contradicts itself when the sides are swapped leaves its comparisons inconclusive.
 */
export function doubtsOf(
  { score, compare }: { readonly score: JudgeScores | null; readonly compare: JudgeComparison | null },
  context: {
    readonly settings: JudgeOptions;
    readonly missing: string | null;
    readonly stopped: string | null;
    readonly absent: Absent;
  },
): Doubts {
  const { settings, missing, stopped } = context;
  const scores = score === null ? null : lost(scoreLosses(score, context.absent.answers), 'answer', context);
  const pairs = compare === null ? null : lost(pairLosses(compare, context.absent.pairs), 'pair', context);
  const win = pairs ?? inconsistent(compare, settings.minConsistency);
  return {
    score: scores,
    win,
    lengthControlled: ({ not_estimable: none, unreliable }) => {
      if (win !== null) return win;
      if (none !== null) return { status: 'error', why: `lc_win_rate can't be estimated: ${none}.` };
      return unreliable === null
        ? null
        : { status: 'inconclusive', why: `No check may rest on lc_win_rate: ${unreliable}.` };
    },
    failure: missing !== null || (scores ?? pairs) === null ? null : (stopText(stopped) ?? scores?.why ?? pairs!.why),
  };
}

interface Losses {
  readonly failed: number;
  readonly unjudged: number;
  readonly all: number;
  readonly kinds: FailureCounts;
}

function scoreLosses({ candidate, base, judgments }: JudgeScores, absent: number): Losses {
  const sides = base === null ? [candidate] : [candidate, base];
  const sum = (of: (side: JudgeScores['candidate']) => number) => sides.reduce((total, side) => total + of(side), 0);
  const [n, failed, unjudged] = [sum((side) => side.n), sum((side) => side.failed), sum((side) => side.unjudged)];
  return { failed, unjudged: unjudged - absent, all: n + failed + unjudged - absent, kinds: judgments.by_kind };
}

function pairLosses({ n, failed, unjudged, judgments }: JudgeComparison, absent: number): Losses {
  return { failed, unjudged: unjudged - absent, all: n + failed + unjudged - absent, kinds: judgments.by_kind };
}

function lost(
  { failed, unjudged, all, kinds }: Losses,
  what: 'answer' | 'pair',
  { settings, missing, stopped }: Parameters<typeof doubtsOf>[1],
): Doubt | null {
  const gone = failed + unjudged;
  const percent = `${String(Number((100 * settings.maxFailed).toPrecision(4)))}%`;
  if (all === 0 || gone <= settings.maxFailed * all) return null;
  if (missing !== null) return { status: settings.onMissing, why: missing };
  const many = `${countText(gone)} of ${counted(all, what)}`;
  const stop = stopText(stopped);
  if (stop !== null) return { status: 'error', why: `${stop} It gave no judgment on ${many}.` };
  const why = Object.entries(kinds).map(([kind, count]) => `${countText(count)} ${kind}`);
  const detail = why.length === 0 ? '' : ` (single judgments: ${why.join(', ')})`;
  return {
    status: 'error',
    why: `The judge gave no judgment on ${many}${detail}, more than judge.max_failed (${percent}) allows.`,
  };
}

function stopText(stopped: string | null): string | null {
  return stopped === null ? null : `The judge was stopped: ${stopped}.`;
}

function inconsistent(compare: JudgeComparison | null, least: number): Doubt | null {
  const consistency = compare?.position_consistency ?? null;
  if (consistency === null || consistency >= least) return null;
  const share = (value: number) => `${(100 * value).toFixed(1)}%`;
  return {
    status: 'inconclusive',
    why: `No check may rest on this judge: with the answers swapped it came to the same result in ${share(consistency)} of the pairs only, less than judge.min_consistency (${share(least)}).`,
  };
}
