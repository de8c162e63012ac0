import type { UnitStatistics } from '../../src/stats/index.js';
import { normalCdf, type Random } from '../../src/stats/index.js';

/** Worlds whose true change is known, for the simulations of docs/statistics.md. */

/** Per-row scores of both models; `sizes` makes clusters of rows. */
export interface MeanScenario {
  readonly name: string;
  readonly truth: number;
  readonly range: readonly [number, number];
  /** One unit's rows: a single pair, or a cluster of them. */
  unit(random: Random): readonly (readonly [candidate: number, base: number])[];
}

/** Per-unit sufficient statistics of both models under a metric that is no mean. */
export interface CorpusScenario {
  readonly name: string;
  readonly span: number;
  readonly columns: number;
  unit(random: Random): readonly [candidate: Float64Array, base: Float64Array];
  aggregate(sum: Float64Array): number | null;
  /** Null: of the same make, so that the true change is 0; else it is measured on a large sample. */
  readonly changed: boolean;
}

const uniform = (random: Random) => (random.uint32() + 0.5) / 4294967296;
/** Box and Muller's method. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(uniform(random))) * Math.cos(2 * Math.PI * uniform(random));

/** Beta(a, 1) and its mirror image Beta(1, b), by inversion: skewed scores between 0 and 1. */
const highScore = (random: Random, a: number) => uniform(random) ** (1 / a);
const lowScore = (random: Random, b: number) => 1 - highScore(random, b);

/** Right answers at these rates; `together` from 0 (independent) to 1 (as alike as the rates allow). */
function binary(base: number, candidate: number, together: number): MeanScenario {
  const both = base * candidate + together * (Math.min(base, candidate) - base * candidate);
  return {
    name: `right or wrong, ${base} → ${candidate}${together > 0 ? ', alike' : ''}`,
    truth: candidate - base,
    range: [0, 1],
    unit: (random) => {
      const u = uniform(random);
      if (u < both) return [[1, 1]];
      if (u < base) return [[0, 1]];
      return [[u < base + candidate - both ? 1 : 0, 0]];
    },
  };
}

function pairs(name: string, truth: number, pair: (random: Random) => readonly [number, number]): MeanScenario {
  return { name, truth, range: [0, 1], unit: (random) => [pair(random)] };
}

function clusters(
  name: string,
  truth: number,
  size: (random: Random) => number,
  rows: (random: Random) => () => readonly [number, number],
): MeanScenario {
  return {
    name,
    truth,
    range: [0, 1],
    unit: (random) => {
      const row = rows(random);
      return Array.from({ length: size(random) }, row);
    },
  };
}

export const binaryScenarios: readonly MeanScenario[] = [
  binary(0.02, 0.02, 0),
  binary(0.1, 0.1, 0.5),
  binary(0.5, 0.5, 0),
  binary(0.5, 0.5, 0.9),
  binary(0.9, 0.9, 0.5),
  binary(0.98, 0.98, 0),
  binary(0.5, 0.4, 0.5),
  binary(0.98, 0.9, 0.9),
  binary(0.98, 0.02, 0.9),
];

export const scoreScenarios: readonly MeanScenario[] = [
  pairs('skewed high scores, no change', 0, (r) => [highScore(r, 5), highScore(r, 5)]),
  pairs('skewed low scores, 7 of 10 the same, no change', 0, (r) => {
    const base = lowScore(r, 6);
    return [uniform(r) < 0.7 ? base : lowScore(r, 6), base];
  }),
  pairs('nearly all full marks, no change', 0, (r) => {
    const score = () => (uniform(r) < 0.95 ? 1 : uniform(r));
    return [score(), score()];
  }),
  pairs('skewed high scores, lower', 2 / 3 - 5 / 6, (r) => [highScore(r, 2), highScore(r, 5)]),
  pairs('1 in 10 falls to 0', -0.1 * (2 / 3), (r) => {
    const base = highScore(r, 2);
    return [uniform(r) < 0.1 ? 0 : base, base];
  }),
  pairs('half lose a random share', -0.25 * (2 / 3), (r) => {
    const base = highScore(r, 2);
    return [uniform(r) < 0.5 ? base * uniform(r) : base, base];
  }),
];

const ability = (random: Random) => {
  const common = normal(random);
  const own = [common + 0.7 * normal(random), common + 0.7 * normal(random)] as const;
  return (): readonly [number, number] => [
    uniform(random) < normalCdf(own[0]) ? 1 : 0,
    uniform(random) < normalCdf(own[1]) ? 1 : 0,
  ];
};

const veryUnequal = (random: Random) => Math.ceil(Math.exp(normal(random) + 1));

/** Clusters whose rows were all right, and are all wrong now in this share of them. */
const whole = (share: number) => (random: Random) => {
  const candidate = uniform(random) < share ? 0 : 1;
  return (): readonly [number, number] => [candidate, 1];
};

export const clusterScenarios: readonly MeanScenario[] = [
  clusters('clusters of 5, right or wrong, no change', 0, () => 5, ability),
  clusters('clusters of 1 to 20, right or wrong, no change', 0, (r) => 1 + r.below(20), ability),
  clusters('clusters of very unequal size, no change', 0, veryUnequal, ability),
  clusters('clusters of 5, 3 in 10 lost entirely', -0.3, () => 5, whole(0.3)),
  clusters('clusters of very unequal size, 1 in 10 lost entirely', -0.1, veryUnequal, whole(0.1)),
  clusters('clusters of very unequal size, 3 in 10 lost entirely', -0.3, veryUnequal, whole(0.3)),
  clusters(
    'clusters of 5, scores, lower',
    -0.1,
    () => 5,
    (random) => {
      const shift = 0.2 * (uniform(random) - 1);
      return () => {
        const base = 0.4 + 0.5 * uniform(random);
        return [base + shift, base];
      };
    },
  ),
];

/** Macro F1 over three labels: per label true positives, predicted, true. */
function labels(name: string, right: number, same: number, changed: boolean): CorpusScenario {
  const label = (random: Random) => {
    const u = uniform(random);
    return u < 0.6 ? 0 : u < 0.9 ? 1 : 2;
  };
  const answer = (random: Random, truth: number, rate: number) => (uniform(random) < rate ? truth : label(random));
  const statistics = (truth: number, predicted: number) => {
    const row = new Float64Array(9);
    if (truth === predicted) row[3 * truth] = 1;
    row[3 * predicted + 1]! += 1;
    row[3 * truth + 2]! += 1;
    return row;
  };
  return {
    name,
    changed,
    span: 1,
    columns: 9,
    unit: (random) => {
      const truth = label(random);
      const base = answer(random, truth, 0.8);
      const candidate = uniform(random) < same ? base : answer(random, truth, right);
      return [statistics(truth, candidate), statistics(truth, base)];
    },
    aggregate: (sum) => {
      const scores = [0, 1, 2].flatMap((l) => {
        const total = sum[3 * l + 1]! + sum[3 * l + 2]!;
        return total === 0 ? [] : [(2 * sum[3 * l]!) / total];
      });
      return scores.reduce((total, score) => total + score, 0) / scores.length;
    },
  };
}

/** BLEU's shape: four match ratios in a geometric mean, times a brevity penalty. */
function ratios(name: string, rate: number, same: number, changed: boolean): CorpusScenario {
  const statistics = (random: Random, length: number, match: number) => {
    const row = new Float64Array(10);
    const own = Math.max(4, Math.round(length * (0.8 + 0.4 * uniform(random))));
    let left = own;
    for (let order = 0; order < 4; order++) {
      let matches = 0;
      for (let i = 0; i < left; i++) if (uniform(random) < match) matches++;
      row[2 * order] = matches;
      row[2 * order + 1] = own - order;
      left = matches;
    }
    row[8] = own;
    row[9] = length;
    return row;
  };
  return {
    name,
    changed,
    span: 100,
    columns: 10,
    unit: (random) => {
      const length = 8 + random.below(20);
      const ease = 0.15 * normal(random);
      const clipped = (match: number) => Math.min(0.95, Math.max(0.05, match + ease));
      const base = statistics(random, length, clipped(0.6));
      return [uniform(random) < same ? base : statistics(random, length, clipped(rate)), base];
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

export const corpusScenarios: readonly CorpusScenario[] = [
  labels('macro F1, no change', 0.8, 0.5, false),
  labels('macro F1, nearly all the same', 0.8, 0.95, false),
  labels('macro F1, lower', 0.5, 0.3, true),
  ratios('BLEU, no change', 0.6, 0.3, false),
  ratios('BLEU, nearly all the same', 0.6, 0.95, false),
  ratios('BLEU, lower', 0.5, 0.2, true),
];

/** Rows of dense statistics as a metric would give them. */
export function unitStatistics(rows: readonly Float64Array[], columns: number): UnitStatistics {
  const filled = rows.map((row) => [...row.keys()].filter((column) => row[column] !== 0));
  const offsets = new Int32Array(rows.length + 1);
  filled.forEach((own, u) => (offsets[u + 1] = offsets[u]! + own.length));
  return {
    columns,
    offsets,
    indices: Int32Array.from(filled.flat()),
    values: Float64Array.from(rows.flatMap((row, u) => filled[u]!.map((column) => row[column]!))),
    sizes: new Float64Array(rows.length).fill(1),
  };
}
