import { Random } from './random.js';
import { TIE } from './sign-flip.js';
import { addUnit, totals, type Aggregate, type UnitStatistics } from './statistics.js';

/**
 * Swap randomisation (approximate randomisation, Noreen 1989), two-sided: how often exchanging the two models' outputs
 * within random units moves their values at least as far apart as they are. All exchanges are counted where there are
 * no more than `resamples` of them; else p = (count + 1) / (resamples + 1). Null where a value is undefined.
 */
export function swapTest(
  candidate: UnitStatistics,
  base: UnitStatistics,
  aggregate: Aggregate,
  resamples: number,
  seed: string,
): number | null {
  const all = { candidate: totals(candidate), base: totals(base) };
  const difference = (moved: Float64Array) => {
    const a = aggregate(
      all.candidate.sum.map((value, c) => value + moved[c]!),
      all.candidate.weight,
    );
    const b = aggregate(
      all.base.sum.map((value, c) => value - moved[c]!),
      all.base.weight,
    );
    return a === null || b === null ? NaN : Math.abs(a - b);
  };
  const observed = difference(new Float64Array(candidate.columns));
  if (Number.isNaN(observed)) return null;
  const changed = differingUnits(candidate, base);
  const exact = 2 ** changed.length <= resamples;
  const rounds = exact ? 2 ** changed.length : resamples;
  const random = new Random(seed);
  const moved = new Float64Array(candidate.columns);
  let count = 0;
  for (let r = 0; r < rounds; r++) {
    moved.fill(0);
    let bits = r;
    for (const [i, u] of changed.entries()) {
      if (!exact && i % 32 === 0) bits = random.uint32();
      if ((bits >>> (i % 32)) & 1) {
        addUnit(moved, base, u, 1);
        addUnit(moved, candidate, u, -1);
      }
    }
    // An undefined value says nothing for the difference, so it counts against significance.
    if (!(difference(moved) < observed * TIE)) count++;
  }
  return exact ? count / rounds : (count + 1) / (rounds + 1);
}

/** Units whose statistics are not the same for both models. */
export function differingUnits(candidate: UnitStatistics, base: UnitStatistics): number[] {
  const sum = new Float64Array(candidate.columns);
  const differing: number[] = [];
  for (let u = 0; u < candidate.sizes.length; u++) {
    addUnit(sum, candidate, u, 1);
    addUnit(sum, base, u, -1);
    let same = true;
    for (const side of [candidate, base]) {
      for (let i = side.offsets[u]!; i < side.offsets[u + 1]!; i++) {
        if (sum[side.indices[i]!] !== 0) same = false;
        sum[side.indices[i]!] = 0;
      }
    }
    if (!same) differing.push(u);
  }
  return differing;
}
