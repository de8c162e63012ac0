import { decide, type GateSuite } from '../gate/index.js';
import type { Check, GatePolicy } from '../gate/types.js';
import type { Measure } from '../measures/types.js';
import { binomialCdf, normalCdf, Random, standardErrorOfMde, tQuantile } from '../stats/index.js';
import { failingShare, failures, pretend, swaps, type Target } from './subject.js';
import type { FalseAlarms, Power, TestedCheck } from './types.js';

/** True losses that are planted, as multiples of a check's limit (or of its MDE, where no drop is allowed). */
const MULTIPLES = [0.5, 1, 2, 3];
/** A self-test that cries wolf in more than one of so many uses would be no help. */
const CHANCE = 0.001;
/** Fewer units can't fail a check (docs/statistics.md). */
const LEAST_UNITS = 6;

export interface Simulation {
  readonly targets: readonly Target[];
  /** Its checks are max_regression only, its resamples those of a run. */
  readonly policy: GatePolicy;
  readonly suites: readonly GateSuite[];
  readonly runs: number;
  readonly onRun: (done: number) => void;
}

/** A planted loss of one check, and how often it was seen. */
interface Planted {
  readonly loss: number;
  readonly times: number;
  readonly of: Power['of'];
  readonly share: number;
  red: number;
  expected: number;
}

interface Tally {
  readonly target: Target;
  readonly unit: Measure['unit'];
  readonly mde: number | null;
  readonly planted: readonly Planted[];
  red: number;
  open: number;
}

/**
 * Runs the gate many times over data whose true change is known: once with candidate and base exchanged in random units
 * (true change 0), and once more per check and planted loss, all other checks left as they were.
 */
export function simulate(spec: Simulation): { checks: TestedCheck[]; gate: FalseAlarms } {
  const { targets, policy, runs, onRun } = spec;
  const tallies = targets.map((target) => tallyOf(target, policy));
  let anyRed = 0;
  let anyOpen = 0;
  for (let run = 0; run < runs; run++) {
    const random = new Random(`${String(policy.seed)} selftest ${String(run)}`);
    const options = { ...policy, seed: run };
    const swapped = coins(targets, random);
    const measures = targets.map((target) => pretend(target, swapped.get(target.subject.suite)!, null, options));
    const statuses = judged(spec, measures);
    for (const tally of tallies) {
      const status = statuses.get(tally.target.check.id);
      if (status === 'fail') tally.red++;
      if (status === 'inconclusive') tally.open++;
    }
    if ([...statuses.values()].includes('fail')) anyRed++;
    else if ([...statuses.values()].includes('inconclusive')) anyOpen++;
    for (const [t, { target, planted }] of tallies.entries()) {
      const { suite, rows, clusters } = target.subject;
      for (const plant of planted) {
        const failing = failures(rows.examples.length, clusters, plant.share, random);
        const measure = pretend(target, swapped.get(suite)!, failing, options);
        const others = measures.map((other, i) => (i === t ? measure : other));
        if (judged(spec, others).get(target.check.id) === 'fail') plant.red++;
        plant.expected += expectedRed(plant.loss, target.check.limit!, measure, policy, targets.length);
      }
    }
    onRun(run + 1);
  }
  const nominal = Number(((1 - policy.confidence) / 2).toPrecision(12)); // 0.025, without the rounding of 1 - 0.95
  const family = policy.correction === 'holm' ? nominal : Math.min(1, nominal * targets.length);
  return {
    checks: tallies.map((tally) => testedCheck(tally, runs, nominal)),
    gate: falseAlarms(anyRed, anyOpen, runs, family),
  };
}

/** One set of coin flips a suite: a pair changes places in all of its metrics. */
function coins(targets: readonly Target[], random: Random): Map<string, Uint8Array> {
  const flips = new Map<string, Uint8Array>();
  for (const { subject } of targets) {
    if (!flips.has(subject.suite))
      flips.set(subject.suite, swaps(subject.rows.examples.length, subject.clusters, random));
  }
  return flips;
}

function judged({ policy, suites }: Simulation, measures: readonly Measure[]): Map<string, Check['status']> {
  const { checks } = decide({ policy, measures, paired: [], suites, hasTraining: false });
  return new Map(checks.map(({ id, status }) => [id, status]));
}

function tallyOf(target: Target, policy: GatePolicy): Tally {
  const { rows } = target.subject;
  const measure = pretend(target, new Uint8Array(rows.examples.length), null, policy);
  const limit = target.check.limit ?? 0;
  const mde = measure.delta?.mde ?? null;
  const sizes = [
    ...MULTIPLES.map((times) => ({ times, of: limit > 0 ? ('limit' as const) : ('mde' as const) })),
    ...(limit > 0 ? [{ times: 1, of: 'mde' as const }] : []),
  ];
  const planted = sizes.flatMap(({ times, of }) => {
    const loss = times * (of === 'limit' ? limit : (mde ?? 0));
    const share = loss > 0 ? failingShare(target, loss) : null;
    return share === null ? [] : [{ loss, times, of, share, red: 0, expected: 0 }];
  });
  return { target, unit: measure.unit, mde, planted, red: 0, open: 0 };
}

/**
 * The chance that a drop beyond the limit and significant is seen, from a normal distribution with the measure's own
 * standard error around the true loss. Where nothing else changed, Holm asks for the level of the first of all checks.
 */
function expectedRed(
  loss: number,
  limit: number,
  { delta }: Measure,
  { confidence, correction }: GatePolicy,
  checks: number,
): number {
  if (delta === null || delta.mde === null || delta.units < LEAST_UNITS) return 0;
  const error = standardErrorOfMde(delta.mde, delta.units, confidence);
  const tail = (1 - confidence) / 2 / (correction === 'holm' ? checks : 1);
  const significant = -tQuantile(tail, delta.units - 1) * error;
  return normalCdf((loss - Math.max(limit, significant)) / error);
}

function testedCheck({ target, unit, mde, planted, red, open }: Tally, runs: number, nominal: number): TestedCheck {
  const { id, suite, metric, slice, limit } = target.check;
  return {
    ...{ id, suite, metric, slice, unit, mde },
    limit: limit ?? 0,
    false_alarms: falseAlarms(red, open, runs, nominal),
    power: planted.map((plant) => ({
      ...{ loss: plant.loss, times: plant.times, of: plant.of },
      red: plant.red / runs,
      expected: plant.expected / runs,
      simulation_error: 2 * Math.sqrt(((plant.red / runs) * (1 - plant.red / runs)) / runs),
    })),
  };
}

function falseAlarms(red: number, open: number, runs: number, nominal: number): FalseAlarms {
  let most = Math.floor(nominal * runs);
  while (1 - binomialCdf(most, runs, nominal) > CHANCE) most++;
  return {
    red: red / runs,
    nominal,
    chance_up_to: most / runs,
    inconclusive: open / runs,
    exceeded: red > most,
  };
}
