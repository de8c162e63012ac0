import { corpusInference, differenceOfMeans, meanCi, type DifferenceInference } from '../../src/measures/infer.js';
import { Random, valueOf, type Groups } from '../../src/stats/index.js';
import { unitStatistics, type CorpusScenario } from './corpora.js';
import type { MeanScenario } from './scenarios.js';

export const CONFIDENCE = 0.95;
const RESAMPLES = 1000;
/** The contract's: fewer units can't fail. */
export const LEAST_UNITS = 6;

/** Shares of simulated runs. */
export interface Outcome {
  /** Whose interval holds the true value. */
  readonly covered: number;
  /** That a check with this `max_regression` fails. */
  readonly red: number;
  /** 0 where shares are exact, else how many runs they are of. */
  readonly runs: number;
  /** The mean number of units that differ between the models. */
  readonly differing: number;
}

export interface Simulation {
  readonly units: number;
  readonly runs: number;
  /** Of a max_regression check. */
  readonly limit?: number;
  /** Starts the random numbers. */
  readonly seed?: string;
}

/** Runs a scenario of per-row scores many times over so many units. */
export function simulateMeans(scenario: MeanScenario, simulation: Simulation): Outcome {
  const { level, range } = scenario;
  const scale = { span: 1, range };
  return tally(scenario.name, level ?? scenario.truth, simulation, (random, options) => {
    const strata = strataOf(scenario, simulation.units);
    const drawn = Array.from({ length: simulation.units }, (_, u) => scenario.unit(random, strata?.ids[u] ?? 0));
    const ids = Int32Array.from(drawn.flatMap((rows, unit) => rows.map(() => unit)));
    const candidate = Float64Array.from(drawn.flatMap((rows) => rows.map(([score]) => score)));
    const base = Float64Array.from(drawn.flatMap((rows) => rows.map(([, score]) => score)));
    const units = ids.length === simulation.units ? null : { ids, count: simulation.units };
    const design = { units, strata };
    const differing = drawn.filter((rows) => rows.reduce((sum, [a, b]) => sum + a - b, 0) !== 0).length;
    if (level !== undefined) {
      const ci = meanCi(candidate, design, scale, options.confidence);
      return { value: 0, ci, p_value: 1, differing };
    }
    const value = candidate.reduce((sum, score, i) => sum + score - base[i]!, 0) / candidate.length;
    return { value, differing, ...differenceOfMeans(candidate, base, design, scale, options) };
  });
}

/** The same for a metric of summed statistics. */
export function simulateCorpus(scenario: CorpusScenario, simulation: Simulation): Outcome {
  const { columns, span } = scenario;
  const aggregate = (sum: Float64Array) => scenario.aggregate(sum);
  return tally(scenario.name, trueChange(scenario), simulation, (random, options) => {
    const strata = strataOf(scenario, simulation.units);
    const drawn = Array.from({ length: simulation.units }, (_, u) => scenario.unit(random, strata?.ids[u] ?? 0));
    const [candidate, base] = ([0, 1] as const).map((side) =>
      unitStatistics(
        drawn.map((rows) => rows.map((row) => row[side])),
        columns,
      ),
    );
    const differing = drawn.filter((rows) => rows.some(([a, b]) => a.some((value, c) => value !== b[c]))).length;
    const values = [valueOf(candidate!, aggregate), valueOf(base!, aggregate)] as const;
    const scale = { span, range: [0, span] as const };
    const { difference } = corpusInference([candidate!, base!], aggregate, values, scale, strata, options);
    return { value: values[0] - values[1], differing, ...difference! };
  });
}

function strataOf({ stratum }: MeanScenario | CorpusScenario, units: number): Groups | null {
  if (stratum === undefined) return null;
  const ids = Int32Array.from({ length: units }, (_, u) => stratum(u));
  return { ids, count: new Set(ids).size };
}

type Run = Pick<DifferenceInference, 'ci' | 'p_value'> & { value: number; differing: number };

function tally(
  name: string,
  truth: number,
  { units, runs, limit = 0, seed = '' }: Simulation,
  once: (random: Random, options: { resamples: number; confidence: number; seed: string }) => Run,
): Outcome {
  const random = new Random(`${seed}${name} ${units}`);
  let [covered, red, differ] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const options = { resamples: RESAMPLES, confidence: CONFIDENCE, seed: `run ${run}` };
    const { value, ci, p_value, differing } = once(random, options);
    const rounding = 1e-12 * Math.max(1, Math.abs(truth));
    if (ci![0] <= truth + rounding && truth - rounding <= ci![1]) covered++;
    if (units >= LEAST_UNITS && value < -limit && ci![1] < 0 && p_value! <= 1 - CONFIDENCE) red++;
    differ += differing;
  }
  return { covered: covered / runs, red: red / runs, runs, differing: differ / runs };
}

const truths = new Map<CorpusScenario, number>();
const LARGE = 200_000;

/** The change in a sample so large that its own error does not matter. */
function trueChange(scenario: CorpusScenario): number {
  if (!scenario.changed) return 0;
  let truth = truths.get(scenario);
  if (truth === undefined) {
    const random = new Random(`${scenario.name} truth`);
    const sums = [new Float64Array(scenario.columns), new Float64Array(scenario.columns)] as const;
    for (let i = 0; i < LARGE; i++) {
      for (const pair of scenario.unit(random, scenario.stratum?.(i) ?? 0)) {
        pair.forEach((row, side) => row.forEach((value, column) => (sums[side]![column]! += value)));
      }
    }
    truth = scenario.aggregate(sums[0])! - scenario.aggregate(sums[1])!;
    truths.set(scenario, truth);
  }
  return truth;
}
