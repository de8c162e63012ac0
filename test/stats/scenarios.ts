import type { Random } from '../../src/stats/index.js';
import { normalCdf } from '../../src/stats/index.js';
import { bleu, macroF1, type CorpusScenario } from './corpora.js';
import { highScore, logNormal, lowScore, normal, uniform } from './draw.js';

/** Worlds whose true change is known, for the simulations of docs/statistics.md; methods were compared on these. */

export type Pair = readonly [candidate: number, base: number];

/** Per-row scores of both models. */
export interface MeanScenario {
  readonly name: string;
  readonly truth: number;
  readonly range: readonly [number, number];
  /** The candidate's true mean, where its own interval is looked at instead of that of the change. */
  readonly level?: number;
  /** The stratum of the u-th unit, where there are strata. */
  readonly stratum?: (unit: number) => number;
  /** One unit's rows: a single pair, or a cluster of them. */
  unit(random: Random, stratum: number): readonly Pair[];
}

export function pairs(name: string, truth: number, pair: (random: Random) => Pair): MeanScenario {
  return { name, truth, range: [0, 1], unit: (random) => [pair(random)] };
}

export function clusters(
  name: string,
  truth: number,
  size: (random: Random) => number,
  rows: (random: Random) => () => Pair,
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
  return (): Pair => [uniform(random) < normalCdf(own[0]) ? 1 : 0, uniform(random) < normalCdf(own[1]) ? 1 : 0];
};

const veryUnequal = (random: Random) => Math.ceil(logNormal(random, 1, 1));

/** Clusters whose rows were all right, and are all wrong now in this share of them. */
const whole = (share: number) => (random: Random) => {
  const candidate = uniform(random) < share ? 0 : 1;
  return (): Pair => [candidate, 1];
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

const three = [0.6, 0.3, 0.1];
const length = (random: Random) => 8 + random.below(20);

export const corpusScenarios: readonly CorpusScenario[] = [
  macroF1('macro F1, no change', { shares: three, right: [0.8, 0.8], same: 0.5 }),
  macroF1('macro F1, nearly all the same', { shares: three, right: [0.8, 0.8], same: 0.95 }),
  macroF1('macro F1, lower', { shares: three, right: [0.5, 0.8], same: 0.3 }),
  bleu('BLEU, no change', { match: [0.6, 0.6], same: 0.3, length }),
  bleu('BLEU, nearly all the same', { match: [0.6, 0.6], same: 0.95, length }),
  bleu('BLEU, lower', { match: [0.5, 0.6], same: 0.2, length }),
];
