import type { Random, UnitStatistics } from '../../src/stats/index.js';
import { normal, uniform } from './draw.js';

/** Per-unit sufficient statistics of both models under a metric that is no mean. */
export interface CorpusScenario {
  readonly name: string;
  readonly span: number;
  readonly columns: number;
  /** The stratum of the u-th unit, where there are strata. */
  readonly stratum?: (unit: number) => number;
  /** A unit's rows: one, or those of a cluster. */
  unit(random: Random, stratum: number): readonly (readonly [candidate: Float64Array, base: Float64Array])[];
  aggregate(sum: Float64Array): number | null;
  /** False: both models are of the same make, so that the true change is 0; else it is measured on a large sample. */
  readonly changed: boolean;
}

/** Labels of classification: how often each occurs, how often an answer is right, and how often both models' are the same. */
export interface Labels {
  readonly shares: readonly number[];
  readonly right: readonly [candidate: number, base: number];
  readonly same: number;
}

/** Macro F1 by label: true positives, predicted, true. */
export function macroF1(name: string, labels: Labels): CorpusScenario {
  return classified(name, labels, (sum) => {
    let [total, seen] = [0, 0];
    for (let l = 0; l < sum.length / 3; l++) {
      const all = sum[3 * l + 1]! + sum[3 * l + 2]!;
      if (all === 0) continue;
      total += (2 * sum[3 * l]!) / all;
      seen++;
    }
    return total / seen;
  });
}

/** Matthews' correlation (Gorodkin's for several labels); 0 where a side has one label only. */
export function mcc(name: string, labels: Labels): CorpusScenario {
  return classified(name, labels, (sum) => {
    let [right, n, both, predicted, truth] = [0, 0, 0, 0, 0];
    for (let l = 0; l < sum.length / 3; l++) {
      right += sum[3 * l]!;
      n += sum[3 * l + 2]!;
      both += sum[3 * l + 1]! * sum[3 * l + 2]!;
      predicted += sum[3 * l + 1]! ** 2;
      truth += sum[3 * l + 2]! ** 2;
    }
    const spread = Math.sqrt((n * n - predicted) * (n * n - truth));
    return spread === 0 ? 0 : (right * n - both) / spread;
  });
}

function classified(
  name: string,
  { shares, right, same }: Labels,
  aggregate: (sum: Float64Array) => number,
): CorpusScenario {
  const draw = (random: Random) => {
    let left = uniform(random);
    return Math.max(
      0,
      shares.findIndex((share) => (left -= share) < 0),
    );
  };
  const answer = (random: Random, truth: number, rate: number) => (uniform(random) < rate ? truth : draw(random));
  const statistics = (truth: number, predicted: number) => {
    const row = new Float64Array(3 * shares.length);
    if (truth === predicted) row[3 * truth] = 1;
    row[3 * predicted + 1]! += 1;
    row[3 * truth + 2]! += 1;
    return row;
  };
  return {
    name,
    changed: right[0] !== right[1],
    span: 1,
    columns: 3 * shares.length,
    unit: (random) => {
      const truth = draw(random);
      const base = answer(random, truth, right[1]);
      const candidate = uniform(random) < same ? base : answer(random, truth, right[0]);
      return [[statistics(truth, candidate), statistics(truth, base)]];
    },
    aggregate,
  };
}

/** Texts: how well they match their references, how alike both models' are, and their lengths. */
export interface Texts {
  /** The chance that a word matches, and given that, the next n-gram around it. */
  readonly match: readonly [candidate: number, base: number];
  readonly same: number;
  readonly length: (random: Random) => number;
  /** The share of the candidate's outputs that are all wrong. */
  readonly broken?: number;
  /** Texts that share their difficulty. */
  readonly cluster?: number;
}

/** BLEU's shape: four match ratios in a geometric mean, times a brevity penalty. */
export function bleu(name: string, { match, same, length, broken = 0, cluster = 1 }: Texts): CorpusScenario {
  const statistics = (random: Random, words: number, chance: number) => {
    const row = new Float64Array(10);
    const own = Math.max(4, Math.round(words * (0.8 + 0.4 * uniform(random))));
    let left = own;
    for (let order = 0; order < 4; order++) {
      let matches = 0;
      for (let i = 0; i < left; i++) if (uniform(random) < chance) matches++;
      row[2 * order] = matches;
      row[2 * order + 1] = own - order;
      left = matches;
    }
    row[8] = own;
    row[9] = words;
    return row;
  };
  return {
    name,
    changed: match[0] !== match[1] || broken > 0,
    span: 100,
    columns: 10,
    unit: (random) => {
      const ease = 0.15 * normal(random);
      return Array.from({ length: cluster }, () => {
        const words = length(random);
        const own = cluster === 1 ? ease : ease + 0.1 * normal(random);
        const chance = (rate: number) => Math.min(0.95, Math.max(0.05, rate + own));
        const base = statistics(random, words, chance(match[1]));
        if (uniform(random) < broken) return [statistics(random, words, 0.02), base];
        return [uniform(random) < same ? base : statistics(random, words, chance(match[0])), base];
      });
    },
    aggregate: (sum) => {
      let logs = 0;
      for (let order = 0; order < 4; order++) {
        if (sum[2 * order] === 0) return 0;
        logs += Math.log(sum[2 * order]! / sum[2 * order + 1]!) / 4;
      }
      return 100 * Math.exp(logs + Math.min(0, 1 - sum[9]! / sum[8]!));
    },
  };
}

/** Dense statistics of units' rows, added up by unit, as a metric would give them. */
export function unitStatistics(units: readonly (readonly Float64Array[])[], columns: number): UnitStatistics {
  const offsets = new Int32Array(units.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (const [u, rows] of units.entries()) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (const row of rows) sum += row[column]!;
      if (sum === 0) continue;
      indices.push(column);
      values.push(sum);
    }
    offsets[u + 1] = indices.length;
  }
  const sizes = Float64Array.from(units, (rows) => rows.length);
  return { columns, offsets, indices: Int32Array.from(indices), values: Float64Array.from(values), sizes };
}
