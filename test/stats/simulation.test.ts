import { binaryScenarios, clusterScenarios, corpusScenarios, scoreScenarios } from './scenarios.js';
import { simulateCorpus, simulateMeans, type Outcome } from './simulate.js';

/** Nominal values with three standard errors of the simulation; docs/statistics.md has the same at full length. */
function expectHonest({ covered, red }: Outcome, runs: number, nothingChanges: boolean): void {
  expect(covered).toBeGreaterThanOrEqual(0.93 - 3 * Math.sqrt((0.93 * 0.07) / runs));
  if (nothingChanges) expect(red).toBeLessThanOrEqual(0.025 + 3 * Math.sqrt((0.025 * 0.975) / runs));
}

const means = [...binaryScenarios, ...scoreScenarios].map((scenario) => [scenario.name, scenario] as const);

test.each(means)('%s', (_, scenario) => {
  for (const units of [3, 10, 80]) expectHonest(simulateMeans(scenario, units, 120), 120, scenario.truth === 0);
});

test.each(clusterScenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  for (const units of [10, 30]) expectHonest(simulateMeans(scenario, units, 100), 100, scenario.truth === 0);
});

test.each(corpusScenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  for (const units of [5, 40]) expectHonest(simulateCorpus(scenario, units, 25), 25, !scenario.changed);
});
