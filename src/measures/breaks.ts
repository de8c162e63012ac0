import { fisherGreater } from '../stats/index.js';
import type { ScoredMetric } from './score.js';
import type { ClusterIds, SliceMembers } from './slices.js';
import type { LocalBreak, Slice } from './types.js';

/** Fewer right answers can't break: two that are lost happen. */
const LEAST_RIGHT = 3;
/** "Most of what it had right". */
const MOST = 0.6;
/** Right answers in the whole group, gained ones included, must fall at least to this share: churn is no break. */
const LEFT = 0.5;
/** The chance of naming anything where losses are spread over the suite at random, at most; a note must not cry wolf. */
const LEVEL = 0.01;

interface Group {
  readonly slice: Slice | null;
  /** For a cluster: its rows' indices name it. */
  readonly members: readonly number[] | Int32Array;
}

/**
 * Slices and clusters that lost most of what they had right, whatever the total did. Of the rows that the base had right
 * (scored half of the metric's range or better) a group must have lost 60% and more than chance would leave it: Fisher's
 * exact test of its share of lost rows against the rest's, Bonferroni-corrected over all groups and metrics looked at.
 * @param groups near-identical prompts, looked at where no clusters are declared; those of 3 and more
 * @returns the clearest first, each group once
 */
export function localBreaks(spec: {
  readonly scored: readonly ScoredMetric[];
  readonly slices: readonly SliceMembers[];
  readonly clusters: ClusterIds | null;
  readonly groups: readonly (readonly number[])[];
  /** An example's id, by its index. */
  readonly idOf: (row: number) => string;
}): LocalBreak[] {
  const candidates = groupsOf(spec);
  const tested = spec.scored.flatMap((scored) => lossesOf(scored, candidates));
  const found = tested
    .map(({ p, ...loss }) => ({ ...loss, p_adjusted: Math.min(1, p * tested.length) }))
    .filter(({ right, lost, now, p_adjusted }) => lost >= MOST * right && now <= LEFT * right && p_adjusted <= LEVEL)
    .sort((a, b) => a.p_adjusted - b.p_adjusted);
  const named = new Set<Group>();
  return found.flatMap(({ group, ...loss }) => {
    if (named.has(group)) return [];
    named.add(group);
    const examples = group.slice === null ? Array.from(group.members, spec.idOf) : null;
    return [{ slice: group.slice, examples, ...loss }];
  });
}

function groupsOf({ slices, clusters, groups }: Parameters<typeof localBreaks>[0]): Group[] {
  const declared = new Map<number, number[]>();
  for (const [row, cluster] of clusters?.ids.entries() ?? []) {
    const members = declared.get(cluster);
    if (members === undefined) declared.set(cluster, [row]);
    else members.push(row);
  }
  const alike = clusters === null ? groups : [...declared.values()];
  return [
    ...slices.map(({ slice, members }) => ({ slice, members })),
    ...alike.filter((members) => members.length >= LEAST_RIGHT).map((members) => ({ slice: null, members })),
  ];
}

interface Loss extends Omit<LocalBreak, 'slice' | 'examples' | 'p_adjusted'> {
  readonly group: Group;
  readonly p: number;
}

/** A metric's losses in the groups that had enough right; none where half of its range means nothing. */
function lossesOf({ metric, candidate, base }: ScoredMetric, groups: readonly Group[]): Loss[] {
  const [least, most] = metric.range;
  if (base === null || least === null || most === null) return [];
  const half = (least + most) / 2;
  const isRight = (score: number): boolean => (metric.direction === 'higher' ? score >= half : score <= half);
  const count = (rows: Iterable<number>) => {
    let [right, lost, now] = [0, 0, 0];
    for (const row of rows) {
      const [before, after] = [base.score[row]!, candidate.score[row]!];
      if (Number.isNaN(before) || Number.isNaN(after)) continue;
      if (isRight(after)) now++;
      if (!isRight(before)) continue;
      right++;
      if (!isRight(after)) lost++;
    }
    return { right, lost, now };
  };
  const all = count(base.score.keys());
  return groups.flatMap((group) => {
    const own = count(group.members);
    if (own.right < LEAST_RIGHT) return [];
    const p = fisherGreater(own.lost, own.right, all.lost, all.right);
    const rest = { rest_right: all.right - own.right, rest_lost: all.lost - own.lost };
    return [{ metric: metric.id, group, ...own, ...rest, p }];
  });
}
