import type { Example } from '../data/types.js';

/** Words in a run; two prompts are compared by the runs that they share. */
const RUN = 3;
/** Prompts are alike from this share of common runs on (Jaccard's index). */
const ALIKE = 0.5;
/** A run in more than this share of the prompts is an instruction that they share, not what they are about. */
const COMMON_SHARE = 0.05;
/** In small sets a run is common only above so many prompts. */
const COMMON_LEAST = 10;
/** A prompt with fewer runs of its own says too little. */
const LEAST_RUNS = 4;
/** Twelve pairs of minima find 97% of the prompts that share half of their runs. */
const BANDS = 12;
/** Prompts of one bucket that a newcomer is held against; a cluster needs only one of them. */
const REPRESENTATIVES = 4;

/** Words, numbers, and single characters of scripts that don't part words. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+|\p{N}+/gu;

/**
 * Groups of near-identical prompts: those that share half of their runs of three words, when numbers, words with a
 * capital (names) and whatever stands in many prompts are left out of account. Found by MinHash (Broder 1997) in buckets, so the time grows with
 * the length of the texts, not with pairs.
 * @returns groups of two or more indices, ascending, in order of their first
 */
export function similarPrompts(examples: readonly Pick<Example, 'prompt'>[]): number[][] {
  if (examples.every(({ prompt }) => prompt === null)) return [];
  const runs = withoutCommon(examples.map(({ prompt }) => (prompt === null ? new Set<number>() : runsOf(prompt))));
  const groups = new Groups(examples.length);
  const buckets = new Map<number, number[]>();
  for (const [i, own] of runs.entries()) {
    if (own.size < LEAST_RUNS) continue;
    const minima = minimaOf(own);
    for (let band = 0; band < BANDS; band++) {
      const key = mix(minima[2 * band]! ^ mix(minima[2 * band + 1]! + band));
      const bucket = buckets.get(key);
      if (bucket === undefined) {
        buckets.set(key, [i]);
        continue;
      }
      const twin = bucket.find((other) => groups.same(other, i) || alike(runs[other]!, own));
      if (twin !== undefined) groups.join(twin, i);
      else if (bucket.length < REPRESENTATIVES) bucket.push(i);
    }
  }
  return groups.lists();
}

/** Hashes of a text's runs of words; numbers and names count as blanks. */
function runsOf(text: string): Set<number> {
  const words = Array.from(text.match(TOKEN) ?? [], (word) => (/^[\p{N}\p{Lu}]/u.test(word) ? 0 : hashOf(word)));
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let hash = 0;
    let blanks = 0;
    for (let k = i; k < i + RUN; k++) {
      hash = mix(hash + words[k]! + 1);
      if (words[k] === 0) blanks++;
    }
    if (blanks < RUN) runs.add(hash);
  }
  return runs;
}

function withoutCommon(runs: readonly Set<number>[]): Set<number>[] {
  const prompts = new Map<number, number>();
  for (const own of runs) for (const run of own) prompts.set(run, (prompts.get(run) ?? 0) + 1);
  const most = Math.max(COMMON_LEAST, COMMON_SHARE * runs.length);
  return runs.map((own) => new Set([...own].filter((run) => prompts.get(run)! <= most)));
}

/** The smallest of the runs' hashes under each of several permutations. */
function minimaOf(runs: ReadonlySet<number>): Uint32Array {
  const minima = new Uint32Array(2 * BANDS).fill(0xffffffff);
  for (const run of runs) {
    for (let h = 0; h < minima.length; h++) {
      const value = mix(run + Math.imul(h + 1, 0x9e3779b9));
      if (value < minima[h]!) minima[h] = value;
    }
  }
  return minima;
}

function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common >= ALIKE * (a.size + b.size - common);
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finalizer of splitmix32: spreads every bit over all others. */
function mix(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Disjoint sets of indices that can be joined. */
class Groups {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  same(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** Those with two or more members. */
  lists(): number[][] {
    const lists = new Map<number, number[]>();
    for (const i of this.parents.keys()) {
      const root = this.root(i);
      const list = lists.get(root);
      if (list === undefined) lists.set(root, [i]);
      else list.push(i);
    }
    return [...lists.values()].filter((list) => list.length > 1);
  }

  private root(i: number): number {
    let root = i;
    while (this.parents[root] !== root) root = this.parents[root]!;
    while (this.parents[i] !== root) [i, this.parents[i]] = [this.parents[i]!, root];
    return root;
  }
}
