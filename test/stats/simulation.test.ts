import { exactPaired, exactShare } from './exact.js';
import { clusterScenarios, corpusScenarios, scoreScenarios, type MeanScenario } from './scenarios.js';
import { simulateCorpus, simulateMeans, type Outcome } from './simulate.js';
import {
  stratifiedScores,
  validationClusters,
  validationCorpora,
  validationScores,
  validationSides,
} from './validation.js';

/** What issue and documentation promise; docs/statistics.md has the same at full length, and the exceptions. */
const [LEAST, MOST, ALARMS] = [0.93, 0.97, 0.025];

describe('right or wrong answers, summed over all outcomes', () => {
  const rates = [0.02, 0.1, 0.3, 0.5];
  const sizes = [10, 20, 50];

  test.each(rates)('base rate %d, and as much the other way round', (rate) => {
    for (const n of sizes) {
      for (const together of [0, 0.5, 0.9]) {
        const differing = (1 - together) * rate * (1 - rate);
        const { covered, red } = exactPaired(differing, differing, n);
        expect(covered).toBeGreaterThanOrEqual(LEAST);
        if (n >= 50 && 2 * n * differing >= 10) expect(covered).toBeLessThanOrEqual(MOST);
        expect(red).toBeLessThanOrEqual(ALARMS);
      }
      for (const candidate of rates) {
        const both = 0.8 * Math.min(rate, candidate) + 0.2 * rate * candidate;
        expect(exactPaired(rate - both, candidate - both, n).covered).toBeGreaterThanOrEqual(LEAST);
      }
      expect(exactShare(rate, n).covered).toBeGreaterThanOrEqual(LEAST);
    }
  });

  test('2,000 examples', () => {
    const { covered, red } = exactPaired(0.02, 0.02, 2000);
    expect(Math.abs(covered - 0.95)).toBeLessThan(0.003);
    expect(red).toBeLessThanOrEqual(ALARMS);
    expect(red).toBeGreaterThan(0.015);
  });
});

/** Three standard errors of a share among so many runs. */
const luck = (share: number, runs: number) => 3 * Math.sqrt((share * (1 - share)) / runs);

interface Tried extends Outcome {
  readonly name: string;
  readonly units: number;
  /** The true change is 0. */
  readonly unchanged: boolean;
}

/** Scenarios that break a promise by more than luck. */
function dishonest(tried: readonly Tried[]): string[] {
  return tried.flatMap(({ name, units, covered, red, runs, unchanged }) => [
    ...(covered < LEAST - luck(LEAST, runs) ? [`${name}, ${units} units: ${covered} covered`] : []),
    ...(unchanged && red > ALARMS + luck(ALARMS, runs) ? [`${name}, ${units} units: ${red} false alarms`] : []),
  ]);
}

/** The shares over all runs of these scenarios, which say far more than those of each. */
function together(tried: readonly Tried[]): { covered: number; alarms: number; unchangedRuns: number } {
  const unchanged = tried.filter((one) => one.unchanged);
  const count = (some: readonly Tried[], share: (one: Tried) => number) =>
    some.reduce((sum, one) => sum + share(one) * one.runs, 0);
  const unchangedRuns = count(unchanged, () => 1);
  return {
    covered: count(tried, ({ covered }) => covered) / count(tried, () => 1),
    alarms: unchangedRuns === 0 ? 0 : count(unchanged, ({ red }) => red) / unchangedRuns,
    unchangedRuns: Math.max(1, unchangedRuns),
  };
}

function tryMeans(scenarios: readonly MeanScenario[], units: number, runs: number): Tried[] {
  return scenarios.map((scenario) => ({
    ...simulateMeans(scenario, { units, runs }),
    ...{ name: scenario.name, units, unchanged: scenario.truth === 0 && scenario.level === undefined },
  }));
}

/** Outcomes too rare for so few examples (docs/statistics.md, Limits). */
const UNSEEN = new Set([
  '1 in 8 collapses, the others move a little',
  '1 in 10 gains much, 4 in 10 lose a little, 0 in all',
]);

const scores = [...scoreScenarios, ...validationScores, ...validationSides];
const seen = scores.filter(({ name }) => !UNSEEN.has(name));
const clustered = [...clusterScenarios, ...validationClusters];
const corpora = [...corpusScenarios, ...validationCorpora].filter(({ changed }) => !changed);

test.each([
  ['scores, 10 units', () => tryMeans(seen, 10, 60), 1],
  ['scores, 80 units', () => tryMeans(scores, 80, 60), MOST],
  ['clusters, 10 units', () => tryMeans(clustered, 10, 50), 1],
  ['clusters, 30 units', () => tryMeans(clustered, 30, 50), 1],
  ['strata, 40 units', () => tryMeans(stratifiedScores, 40, 150), MOST],
  [
    'corpus metrics, 12 and 40 units',
    () =>
      corpora.flatMap((scenario) =>
        [12, 40].map((units) => ({
          ...simulateCorpus(scenario, { units, runs: 15 }),
          ...{ name: scenario.name, units, unchanged: true },
        })),
      ),
    1,
  ],
] as const)('%s: each holds the true change and cries no wolf, and all of them together', (_, run, most) => {
  const tried = run();
  expect(dishonest(tried)).toEqual([]);
  const { covered, alarms, unchangedRuns } = together(tried);
  expect(covered).toBeGreaterThanOrEqual(LEAST);
  expect(covered).toBeLessThanOrEqual(most);
  expect(alarms).toBeLessThanOrEqual(ALARMS + luck(ALARMS, unchangedRuns));
});
