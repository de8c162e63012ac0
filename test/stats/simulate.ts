import { corpusInference, differenceOfMeans, type DifferenceInference } from '../../src/measures/infer.js';
import { Random, valueOf } from '../../src/stats/index.js';
import {
  binaryScenarios,
  clusterScenarios,
  corpusScenarios,
  scoreScenarios,
  unitStatistics,
  type CorpusScenario,
  type MeanScenario,
} from './scenarios.js';

const CONFIDENCE = 0.95;
const RESAMPLES = 1000;
/** The contract's: fewer units can't fail. */
const LEAST_UNITS = 6;

/** Shares of simulated runs. */
export interface Outcome {
  /** Whose interval of the change holds the true one. */
  readonly covered: number;
  /** That a check with this `max_regression` fails. */
  readonly red: number;
}

/** Runs a scenario of per-row scores many times over so many units. */
export function simulateMeans(scenario: MeanScenario, units: number, runs: number, limit = 0): Outcome {
  const random = new Random(`${scenario.name} ${units}`);
  return tally(runs, scenario.truth, limit, units, (run) => {
    const drawn = Array.from({ length: units }, () => scenario.unit(random));
    const ids = Int32Array.from(drawn.flatMap((rows, unit) => rows.map(() => unit)));
    const candidate = Float64Array.from(drawn.flatMap((rows) => rows.map(([score]) => score)));
    const base = Float64Array.from(drawn.flatMap((rows) => rows.map(([, score]) => score)));
    const options = { resamples: RESAMPLES, confidence: CONFIDENCE, seed: `run ${run}` };
    const clustered = ids.length === units ? null : { ids, count: units };
    const value = candidate.reduce((sum, score, i) => sum + score - base[i]!, 0) / candidate.length;
    return { value, ...differenceOfMeans(candidate, base, clustered, { span: 1, range: scenario.range }, options) };
  });
}

/** The same for a metric of summed statistics. */
export function simulateCorpus(scenario: CorpusScenario, units: number, runs: number): Outcome {
  const { columns, span } = scenario;
  const aggregate = (sum: Float64Array) => scenario.aggregate(sum);
  const truth = trueChange(scenario);
  const random = new Random(`${scenario.name} ${units}`);
  return tally(runs, truth, 0, units, (run) => {
    const drawn = Array.from({ length: units }, () => scenario.unit(random));
    const candidate = unitStatistics(
      drawn.map(([row]) => row),
      columns,
    );
    const base = unitStatistics(
      drawn.map(([, row]) => row),
      columns,
    );
    const values = [valueOf(candidate, aggregate), valueOf(base, aggregate)] as const;
    const options = { resamples: RESAMPLES, confidence: CONFIDENCE, seed: `run ${run}` };
    const { difference } = corpusInference([candidate, base], aggregate, values, { span, range: [0, span] }, options);
    return { value: values[0] - values[1], ...difference! };
  });
}

function tally(
  runs: number,
  truth: number,
  limit: number,
  units: number,
  once: (run: number) => DifferenceInference & { value: number },
): Outcome {
  let covered = 0;
  let red = 0;
  for (let run = 0; run < runs; run++) {
    const { value, ci, p_value } = once(run);
    if (ci![0] <= truth + 1e-12 && truth - 1e-12 <= ci![1]) covered++;
    if (units >= LEAST_UNITS && value < -limit && ci![1] < 0 && p_value! <= 1 - CONFIDENCE) red++;
  }
  return { covered: covered / runs, red: red / runs };
}

const truths = new Map<CorpusScenario, number>();

/** The change in a sample so large that its own error does not matter. */
function trueChange(scenario: CorpusScenario): number {
  if (!scenario.changed) return 0;
  let truth = truths.get(scenario);
  if (truth === undefined) {
    const random = new Random(`${scenario.name} truth`);
    const sums = [new Float64Array(scenario.columns), new Float64Array(scenario.columns)] as const;
    for (let i = 0; i < 50_000; i++) {
      scenario.unit(random).forEach((row, side) => row.forEach((value, column) => (sums[side]![column]! += value)));
    }
    truth = scenario.aggregate(sums[0])! - scenario.aggregate(sums[1])!;
    truths.set(scenario, truth);
  }
  return truth;
}

const SIZES = [5, 10, 20, 50, 200, 2000];

/** The tables of docs/statistics.md, as markdown. */
export function tables(): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  const rows: string[] = [];
  const row = (name: string, nothingChanges: boolean, outcomes: readonly (Outcome | null)[]): void => {
    const cells = outcomes.map((outcome) =>
      outcome === null ? '' : `${percent(outcome.covered)}${nothingChanges ? ` / ${percent(outcome.red)}` : ''}`,
    );
    rows.push(`| ${[name, ...cells].join(' | ')} |`);
  };
  for (const scenario of [...binaryScenarios, ...scoreScenarios]) {
    row(
      scenario.name,
      scenario.truth === 0,
      SIZES.map((n) => simulateMeans(scenario, n, n >= 1000 ? 1000 : 4000)),
    );
  }
  for (const scenario of clusterScenarios) {
    row(
      scenario.name,
      scenario.truth === 0,
      SIZES.map((n) => (n < 10 || n > 200 ? null : simulateMeans(scenario, n, n >= 200 ? 1500 : 3000))),
    );
  }
  for (const scenario of corpusScenarios) {
    row(
      scenario.name,
      !scenario.changed,
      SIZES.map((n) => (n > 200 ? null : simulateCorpus(scenario, n, n >= 200 ? 400 : 1000))),
    );
  }
  const head = `| units: | ${SIZES.join(' | ')} |\n| --- |${' ---: |'.repeat(SIZES.length)}`;
  return `${head}\n${rows.join('\n')}\n\n${lossCurve()}`;
}

/** How often a check with `max_regression: 0.02` is red when the true loss is so large; a quarter of the pairs differ. */
function lossCurve(): string {
  const losses = [0, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1];
  const sizes = [100, 300, 1000, 3000];
  const rows = sizes.map((n) => {
    const cells = losses.map((loss) => {
      const scenario: MeanScenario = {
        name: `loss ${loss}`,
        truth: -loss,
        range: [0, 1],
        unit: (random) => {
          const u = random.uniform();
          if (u >= 0.25) return [[1, 1]];
          return [u < (0.25 + loss) / 2 ? [0, 1] : [1, 0]];
        },
      };
      return (100 * simulateMeans(scenario, n, 2000, 0.02).red).toFixed(1);
    });
    return `| ${[n, ...cells].join(' | ')} |`;
  });
  const head = `| examples, true loss: | ${losses.join(' | ')} |\n| --- |${' ---: |'.repeat(losses.length)}`;
  return `${head}\n${rows.join('\n')}`;
}
