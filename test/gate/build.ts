import { decide, type GateInput, type GateSuite } from '../../src/gate/index.js';
import type { Check, CheckSpec, GatePolicy } from '../../src/gate/types.js';
import type { Delta, Interval, Measure, PairedScores } from '../../src/measures/types.js';

/** Measures, policies and inputs by hand: tests name only what they are about. */

export const gsm8k = {
  // 6b_verification against 175b_finetuning on GSM8K: 515 and 458 of 1,319 correct, 209 lost, 152 gained.
  base: 515 / 1319,
  candidate: 458 / 1319,
  delta: (152 - 209) / 1319,
  ci: [-0.072, -0.014] as Interval,
  p: 0.0031506569,
};

export function delta(over: Partial<Delta> = {}): Delta {
  return {
    value: gsm8k.delta,
    ci: gsm8k.ci,
    p_value: gsm8k.p,
    method: 'mcnemar_exact',
    mde: 0.0402,
    n: 1319,
    units: 1319,
    lost: 209,
    gained: 152,
    identical: false,
    ...over,
  };
}

const RANGES = { fraction: [0, 1], percent: [0, 100], points10: [1, 10], number: [null, null] } as const;

export function measure(over: Partial<Measure> = {}): Measure {
  return {
    range: RANGES[over.unit ?? 'fraction'],
    suite: 'default',
    metric: 'numeric_match',
    slice: null,
    direction: 'higher',
    unit: 'fraction',
    n: 1319,
    unscored: 0,
    unparsed: 0,
    candidate: { value: gsm8k.candidate, ci: [0.3217, 0.3736] },
    base: { value: gsm8k.base, ci: [0.3641, 0.4172], n: 1319, unscored: 0, unparsed: 0 },
    delta: delta(),
    recipe: 'numeric_match|extract:auto',
    ...over,
  };
}

export function check(over: Partial<CheckSpec>): CheckSpec {
  return { metric: 'numeric_match', key: 'gate.checks[0]', ...over };
}

export function policy(over: Partial<GatePolicy> = {}): GatePolicy {
  return {
    seed: 0,
    resamples: 10_000,
    confidence: 0.95,
    correction: 'holm',
    on_inconclusive: 'warn',
    checks: [check({ max_regression: 0.02 })],
    must_not_regress: null,
    ...over,
  };
}

export function suite(over: Partial<GateSuite> = {}): GateSuite {
  return { name: 'default', failed: null, headline: ['numeric_match'], hasBase: true, ...over };
}

export function input(over: Partial<GateInput> = {}): GateInput {
  return { policy: policy(), measures: [measure()], paired: [], suites: [suite()], hasTraining: false, ...over };
}

export function scores(
  over: Partial<PairedScores> & { candidate: Float64Array; base: Float64Array | null },
): PairedScores {
  const ids = Array.from(over.candidate, (_, i) => `q${String(i)}`);
  return { suite: 'default', metric: 'numeric_match', direction: 'higher', ids, tags: ids.map(() => []), ...over };
}

/** The one check that comes of an input. */
export function only(given: GateInput): Check {
  const { checks } = decide(given);
  if (checks.length !== 1) throw new Error(`expected one check, got ${checks.map(({ id }) => id).join(', ')}`);
  return checks[0]!;
}
