import type { Random } from '../../src/stats/index.js';
import { normalCdf } from '../../src/stats/index.js';
import { bleu, macroF1, mcc, type CorpusScenario } from './corpora.js';
import { beta, gamma, geometric, logNormal, normal, uniform } from './draw.js';
import { clusters, pairs, type MeanScenario, type Pair } from './scenarios.js';

/** Worlds of other make than those of scenarios.ts, on which the methods are tried once they were chosen. */

/** Two scores with the same chances, alike to this degree: the same one, or one of its own. */
const alike = (random: Random, share: number, draw: () => number): Pair => {
  const base = draw();
  return [uniform(random) < share ? base : draw(), base];
};

/** A good answer most of the time, else a bad one. */
const twoPeaks = (random: Random, good: number) => (uniform(random) < good ? beta(random, 9, 2) : beta(random, 1.5, 8));

/** What SQuAD's F1 looks like: full marks, nothing, or a few shared words. */
const overlap = (random: Random) => {
  const u = uniform(random);
  return u < 0.45 ? 1 : u < 0.65 ? 0 : (1 + random.below(9)) / 10;
};

/** A rating from 1 to 5, as 0 to 1. */
const rating = (random: Random, mean: number) => {
  const stars = Math.round(mean + normal(random));
  return (Math.min(5, Math.max(1, stars)) - 1) / 4;
};
const meanRating = (mean: number) =>
  [1.5, 2.5, 3.5, 4.5].reduce((sum, edge) => sum + (1 - normalCdf(edge - mean)) / 4, 0);

export const validationScores: readonly MeanScenario[] = [
  pairs('Beta(2, 5), 3 in 10 the same, no change', 0, (r) => alike(r, 0.3, () => beta(r, 2, 5))),
  pairs('two peaks, no change', 0, (r) => alike(r, 0.5, () => twoPeaks(r, 0.6))),
  pairs('two peaks, 8 points fewer are good', -0.08 * (9 / 11 - 1.5 / 9.5), (r) => {
    const u = uniform(r) < 0.6;
    const base = u ? beta(r, 9, 2) : beta(r, 1.5, 8);
    return [u && uniform(r) < 0.08 / 0.6 ? beta(r, 1.5, 8) : base, base];
  }),
  pairs('shared words, half the same, no change', 0, (r) => alike(r, 0.5, () => overlap(r))),
  pairs('all a little lower', -0.02, (r) => {
    const base = 0.3 + 0.5 * uniform(r);
    return [base - 0.02 + 0.05 * normal(r), base];
  }),
  pairs('nearly all much lower', 0.2 - 0.8, (r) => [beta(r, 2, 8), beta(r, 8, 2)]),
  pairs('ratings from 1 to 5, lower', meanRating(3.4) - meanRating(3.7), (r) => [rating(r, 3.4), rating(r, 3.7)]),
  pairs('1 in 8 collapses, the others move a little', -0.125 * 0.75, (r) => {
    const base = 0.5 + 0.5 * uniform(r);
    return [uniform(r) < 0.125 ? 0 : base + 0.05 * normal(r), base];
  }),
  pairs('1 in 30 collapses, the others stay', -0.75 / 30, (r) => {
    const base = 0.5 + 0.5 * uniform(r);
    return [uniform(r) < 1 / 30 ? 0 : base, base];
  }),
  pairs('1 in 10 gains much, 4 in 10 lose a little, 0 in all', 0.1 * 0.4 - 0.4 * 0.1, (r) => {
    const u = uniform(r);
    return [u < 0.1 ? 0.2 + 0.8 * uniform(r) : u < 0.5 ? 0.2 - 0.2 * uniform(r) : 0.2, 0.2];
  }),
  {
    ...pairs('lengths, a tenth longer', 0.1 * Math.exp(3 + 0.8 ** 2 / 2), (r) => {
      const base = logNormal(r, 3, 0.8);
      return [base * (1.1 + 0.3 * normal(r)), base];
    }),
    range: [0, Infinity],
  },
];

const side = (name: string, level: number, score: (random: Random) => number): MeanScenario => ({
  ...pairs(`one model's mean: ${name}`, 0, (r) => [score(r), 0]),
  level,
});

export const validationSides: readonly MeanScenario[] = [
  side('Beta(0.5, 0.5)', 0.5, (r) => beta(r, 0.5, 0.5)),
  side('Beta(2, 18)', 0.1, (r) => beta(r, 2, 18)),
  side('Beta(60, 20)', 0.75, (r) => beta(r, 60, 20)),
  side('8 of 10 have full marks', 0.9, (r) => (uniform(r) < 0.8 ? 1 : uniform(r))),
  { ...side('lengths', Math.exp(3 + 0.8 ** 2 / 2), (r) => logNormal(r, 3, 0.8)), range: [0, Infinity] },
];

/** Right answers whose rate differs by cluster around a mean; half of the clusters have a new rate in the candidate. */
const rates = (mean: number, kept: number) => (random: Random) => {
  const draw = () => beta(random, mean * 2.4, (1 - mean) * 2.4);
  const base = draw();
  const candidate = (uniform(random) < 0.5 ? base : draw()) * kept;
  return (): Pair => [uniform(random) < candidate ? 1 : 0, uniform(random) < base ? 1 : 0];
};

const few = (random: Random) => geometric(random, 4);
const threeOrTwelve = (random: Random) => (uniform(random) < 0.7 ? 3 : 12);

export const validationClusters: readonly MeanScenario[] = [
  clusters('clusters of 1 to 8, base rate 0.05, no change', 0, (r) => 1 + r.below(8), rates(0.05, 1)),
  clusters('clusters of 4 on average, base rate 0.5, no change', 0, few, rates(0.5, 1)),
  clusters('clusters of 4 on average, base rate 0.95, no change', 0, few, rates(0.95, 1)),
  clusters('clusters of 4 on average, base rate 0.7, a tenth lost', -0.07, few, rates(0.7, 0.9)),
  clusters('clusters of 3 or 12, base rate 0.5, half lost', -0.25, threeOrTwelve, rates(0.5, 0.5)),
  clusters(
    'clusters of 2, two peaks, no change',
    0,
    () => 2,
    (r) => {
      const good = uniform(r) < 0.6 ? 0.9 : 0.2;
      return () => [twoPeaks(r, good), twoPeaks(r, good)];
    },
  ),
  clusters('clusters of 3 or 12, skewed shifts', -0.1, threeOrTwelve, (r) => {
    const shift = -0.05 * gamma(r, 2);
    return () => [0.5 + shift + 0.1 * normal(r), 0.5];
  }),
];

const zipf = Array.from({ length: 10 }, (_, i) => 1 / (i + 1) / 2.9289682539682538);
const heavy = (random: Random) => Math.min(300, Math.ceil(4 + logNormal(random, 2.3, 0.9)));
const short = (random: Random) => 4 + random.below(8);

export const validationCorpora: readonly CorpusScenario[] = [
  macroF1('macro F1 of 10 labels, no change', { shares: zipf, right: [0.85, 0.85], same: 0.4 }),
  macroF1('macro F1 of 10 labels, lower', { shares: zipf, right: [0.7, 0.75], same: 0.3 }),
  mcc('MCC of 9 to 1, no change', { shares: [0.9, 0.1], right: [0.8, 0.8], same: 0.3 }),
  mcc('MCC of 1 to 1, lower', { shares: [0.5, 0.5], right: [0.6, 0.7], same: 0.5 }),
  bleu('BLEU, heavy-tailed lengths, no change', { match: [0.65, 0.65], same: 0, length: heavy }),
  bleu('BLEU, heavy-tailed lengths, lower', { match: [0.62, 0.65], same: 0.1, length: heavy }),
  bleu('BLEU, short and low, much lower', { match: [0.3, 0.45], same: 0, length: short }),
  bleu('BLEU, 1 in 10 is garbage', { match: [0.6, 0.6], same: 0.5, length, broken: 0.1 }),
  bleu('BLEU, clusters of 3, no change', { match: [0.55, 0.55], same: 0.2, length, cluster: 3 }),
];

/** As many units of each of these strata, in turn. */
const inTurn = (count: number) => (unit: number) => unit % count;

export const stratifiedScores: readonly MeanScenario[] = [
  {
    ...pairs('5 strata, two lower, two higher', 0, () => [0, 0]),
    stratum: inTurn(5),
    unit: (random, stratum) => [[0.5 + 0.15 * (stratum - 2) + 0.1 * normal(random), 0.5]],
  },
  {
    ...pairs('pairs of rows as strata, half lower', -0.1, () => [0, 0]),
    stratum: (unit) => unit >> 1,
    unit: (random, stratum) => [[0.5 - 0.2 * (stratum % 2) + 0.1 * normal(random), 0.5]],
  },
  {
    ...pairs('right or wrong, 3 in 10 lost in one of 2 strata', -0.15, () => [0, 0]),
    stratum: inTurn(2),
    unit: (random, stratum) => {
      const u = uniform(random);
      if (stratum === 0) return [[u < 0.3 ? 0 : 1, 1]];
      return [u < 0.05 ? [0, 1] : u < 0.1 ? [1, 0] : [1, 1]];
    },
  },
  {
    ...pairs('clusters of 4 in 2 strata', -0.2, () => [0, 0]),
    stratum: inTurn(2),
    unit: (random, stratum) => {
      const shift = (stratum === 0 ? -0.4 : 0) + 0.1 * normal(random);
      return Array.from({ length: 4 }, (): Pair => [0.5 + shift + 0.1 * normal(random), 0.5]);
    },
  },
  {
    ...pairs("one model's mean: 2 strata, one easy", 0, () => [0, 0]),
    level: 0.5,
    stratum: inTurn(2),
    unit: (random, stratum) => [[uniform(random) < (stratum === 0 ? 0.9 : 0.1) ? 1 : 0, 0]],
  },
];

const easy = bleu('', { match: [0.7, 0.75], same: 0.3, length });
const hard = bleu('', { match: [0.45, 0.45], same: 0.3, length: short });

export const stratifiedCorpora: readonly CorpusScenario[] = [
  {
    ...easy,
    name: 'BLEU, 2 strata, one of them lower',
    stratum: inTurn(2),
    unit: (random, stratum) => (stratum === 0 ? easy : hard).unit(random, stratum),
  },
];

function length(random: Random): number {
  return 10 + random.below(30);
}
