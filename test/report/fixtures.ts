import { decide, type GateInput } from '../../src/gate/index.js';
import { buildReport, listFlips, type FlipTexts, type ReportParts, type SuiteParts } from '../../src/report/index.js';
import type { Contamination } from '../../src/contamination/types.js';
import type { Measure, PairedScores } from '../../src/measures/types.js';
import type { Report } from '../../src/report/types.js';
import { check, delta, input, measure, policy, scores, suite } from '../gate/build.js';

/** Reports of every verdict, assembled as a run assembles them: measures by hand, checks by the gate. */

export const marker = '<!-- eval-gate key=abc head=1a2b3c4 run=1 attempt=1 -->';

export const prompt =
  "Janet's ducks lay 16 eggs per day. She eats three for breakfast every morning and bakes muffins for her friends every day with four. She sells the remainder at the farmers' market daily for $2 per fresh duck egg. How much in dollars does she make every day at the farmers' market?";

const models = { predictions: 1319, missing: 0, extra: 0, missing_ids: [], extra_ids: [], paired_by: 'id' } as const;

export function texts(over: Partial<FlipTexts> = {}): FlipTexts {
  return {
    prompt,
    reference:
      'Janet sells 16 - 3 - 4 = <<16-3-4=9>>9 duck eggs a day.\nShe makes 9 * 2 = $<<9*2=18>>18 every day.\n#### 18',
    base_output: 'She has 16 - 3 - 4 = 9 eggs left.\nShe makes 9 * 2 = 18 dollars.\nA: 18',
    candidate_output: 'She has 16 - 3 = 13 eggs left.\nShe makes 13 * 2 = 26 dollars.\nA: 26',
    slice: { category: 'money' },
    ...over,
  };
}

/** 209 lost and 152 gained of 1,319, as on the GSM8K pair. */
export function gsmScores(): PairedScores {
  const candidate = new Float64Array(1319).fill(1);
  const base = new Float64Array(1319).fill(1);
  candidate.fill(0, 0, 209);
  base.fill(0, 209, 361);
  const ids = Array.from(candidate, (_, i) => `gsm8k-test-${String(i + 1).padStart(4, '0')}`);
  return { ...scores({ candidate, base }), ids };
}

export function suiteParts(over: Partial<SuiteParts> = {}): SuiteParts {
  return {
    name: 'default',
    kind: 'custom',
    examples: 1319,
    candidate: { ...models, label: '1a2b3c4' },
    base: { ...models, label: '5d6e7f8' },
    judge: null,
    notes: [],
    measures: [],
    breaks: [],
    subset_differences: [],
    flips: null,
    unscored: [],
    ...over,
  };
}

export function reportOf(given: GateInput, over: Partial<ReportParts> = {}, suites?: readonly SuiteParts[]): Report {
  const { checks, verdict, notes } = decide(given);
  const { confidence, resamples, correction, on_inconclusive, seed } = given.policy;
  return buildReport({
    version: '0.1.0',
    verdict,
    errors: given.suites.flatMap(({ name, failed }) => (failed === null ? [] : [{ suite: name, message: failed }])),
    suites:
      suites ??
      given.suites.map(({ name }) => suiteParts({ name, measures: given.measures.filter((m) => m.suite === name) })),
    contamination: null,
    checks,
    gate: { confidence, resamples, correction, on_inconclusive, mode: 'enforce' },
    notes,
    provenance: { seed, config_sha256: 'c0ffee00'.repeat(8), eval_set_sha256: '5eed5eed'.repeat(8) },
    ...over,
  });
}

const rougeL = measure({
  metric: 'rougeL',
  candidate: { value: 0.509, ci: [0.498, 0.52] },
  base: { value: 0.512, ci: [0.501, 0.523], n: 1319, unscored: 0, unparsed: 0 },
  delta: delta({ value: -0.003, ci: [-0.009, 0.003], p_value: 0.334, method: 'sign_flip', mde: 0.0086 }),
  recipe: 'rougeL|stemmer:true|rouge-score:0.1.2',
});

const cleanRate = measure({
  metric: 'contamination_rate',
  direction: 'lower',
  candidate: { value: 0, ci: [0, 0.0029] },
  base: null,
  delta: null,
  recipe: 'contamination_rate|definition:ngram|n:8',
});

const slicesOf = (of: Measure): Measure[] =>
  (
    [
      ['money', -0.091, [-0.142, -0.04], 0.0006],
      ['time', -0.02, [-0.07, 0.031], 0.5],
      ['geometry', 0.042, [-0.031, 0.113], 0.29],
    ] as const
  ).map(([category, value, ci, p_value]) => ({
    ...of,
    slice: { category },
    n: 240,
    delta: delta({ value, ci, p_value, n: 240, units: 240 }),
  }));

/** The comment of the mock: one check failed, one is inconclusive, one passed. */
export function failing(over: Partial<ReportParts> = {}, flipTexts: FlipTexts = texts()): Report {
  const measures = [measure(), rougeL, cleanRate, ...slicesOf(measure())];
  const checks = [
    check({ max_regression: 0.02 }),
    check({ metric: 'rougeL', max_regression: 0, key: 'gate.checks[1]' }),
    check({ metric: 'contamination_rate', max: 0, key: 'gate.checks[2]' }),
  ];
  const given = input({
    policy: policy({ checks }),
    measures,
    suites: [suite({ headline: ['numeric_match', 'rougeL'] })],
  });
  const flips = listFlips([gsmScores()], decide(given).checks, () => flipTexts);
  return reportOf(given, over, [suiteParts({ measures, flips })]);
}

const risen = { value: 0.0944, ci: [0.07, 0.119], p_value: 1e-13, lost: 110, gained: 234 } as const;

export function passing(): Report {
  const better = measure({
    base: { value: 286 / 1319, ci: [0.195, 0.24], n: 1319, unscored: 0, unparsed: 0 },
    candidate: { value: 0.3112, ci: [0.29, 0.34] },
    delta: delta(risen),
  });
  return reportOf(input({ measures: [better, cleanRate], policy: policy({ checks: null }), hasTraining: true }));
}

export function inconclusive(): Report {
  const small = measure({
    n: 100,
    base: { value: 0.41, ci: [0.32, 0.51], n: 100, unscored: 0, unparsed: 0 },
    candidate: { value: 0.37, ci: [0.28, 0.47] },
    delta: delta({
      value: -0.04,
      ci: [-0.14, 0.06],
      p_value: 0.556,
      mde: 0.147,
      n: 100,
      units: 100,
      lost: 14,
      gained: 10,
    }),
  });
  const given = input({ measures: [small] });
  return reportOf(given, {}, [suiteParts({ measures: [small], examples: 100 })]);
}

export function identical(): Report {
  const twin = measure({
    candidate: { value: 515 / 1319, ci: [0.36, 0.42] },
    delta: delta({ value: 0, ci: [-0.003, 0.003], p_value: 1, lost: 0, gained: 0, identical: true }),
  });
  return reportOf(input({ measures: [twin] }));
}

export function broken(): Report {
  const message =
    'out/candidate.jsonl:17: the row has no id, and the eval set pairs by id; give every prediction the id of its example';
  const given = input({ measures: [], suites: [suite({ failed: message, headline: [] })] });
  return reportOf(given, { errors: [{ suite: null, message, file: 'out/candidate.jsonl', line: 17 }] }, []);
}

export function contamination(over: Partial<Contamination> = {}): Contamination {
  const span = 'sells the remainder at the farmers market daily for 2 per fresh duck egg';
  return {
    definition: 'ngram',
    n: 8,
    level: 'substantial',
    training: { files: 1, rows: 7473, bytes: 4_166_206, broken_rows: 0, not_utf8_rows: 0 },
    examples: [
      {
        suite: 'default',
        id: 'gsm8k-test-0001',
        level: 'substantial',
        score: 0.83,
        text: `Janet bakes muffins, then ${span}. How much does she make?`,
        evidence: [
          {
            file: 'data/train/leaked.jsonl',
            line: 12,
            row: '0123456789abcdef',
            text: `Q: Every day Janet ${span}. What does she earn?`,
            span,
          },
        ],
      },
      {
        suite: 'default',
        id: 'gsm8k-test-0002',
        level: 'partial',
        score: 0.12,
        text: 'A robe takes 2 bolts',
        evidence: [],
      },
    ],
    counts: { new: 1, known: 0, allowed: 0 },
    allowed: [],
    undecidable: [],
    pairs: 2,
    shared_text: [],
    ...over,
  };
}

export function leaking(): Report {
  const rate = { ...cleanRate, candidate: { value: 1 / 1319, ci: [0.0001, 0.0043] as const } };
  const same = measure({
    delta: delta({ value: 0.01, ci: [-0.01, 0.03], p_value: 0.4 }),
    candidate: { value: 0.4004, ci: [0.37, 0.43] },
  });
  const clean = {
    ...same,
    slice: { subset: 'clean' },
    n: 1318,
    candidate: { value: 0.3998, ci: [0.37, 0.43] as const },
  };
  const leaked = {
    ...same,
    slice: { subset: 'contaminated' },
    n: 1,
    candidate: { value: 1, ci: [0.2065, 1] as const },
  };
  const measures = [same, rate, clean, leaked];
  const subset_differences = [
    {
      metric: same.metric,
      candidate: { value: 0.6002, ci: [-0.194, 0.631] as const, p_value: 0.4, method: 'fisher_exact' as const },
      base: { value: -0.39, ci: [-0.42, 0.404] as const, p_value: 1, method: 'fisher_exact' as const },
    },
  ];
  const given = input({ policy: policy({ checks: null }), measures, suites: [suite()], hasTraining: true });
  return reportOf(given, { contamination: contamination() }, [suiteParts({ measures, subset_differences })]);
}
