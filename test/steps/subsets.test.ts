import { withFiles } from '../temp.js';
import { evaluateIn, jsonl, questionOf } from '../entries/evaluating.js';

const numbers = Array.from({ length: 40 }, (_, i) => i);
const LEAKED = 6;

interface Case {
  readonly config?: string;
  /** Examples that stand in the training data: the first so many. */
  readonly leaked?: number;
  readonly training?: string;
}

/** 40 examples of which the first leaked: the candidate has those and half of the others right, the base 2 and the same others. */
function files({ config = '', leaked = LEAKED, training }: Case) {
  const right = (i: number, ofLeaked: number): string => ((i < LEAKED ? i < ofLeaked : i % 2 === 0) ? 'yes' : 'no');
  return {
    'eval.jsonl': jsonl(numbers.map((i) => ({ id: `q${i}`, prompt: questionOf(i), reference: 'yes' }))),
    'candidate.jsonl': jsonl(numbers.map((i) => ({ id: `q${i}`, output: right(i, LEAKED) }))),
    'base.jsonl': jsonl(numbers.map((i) => ({ id: `q${i}`, output: right(i, 2) }))),
    'train.jsonl':
      training ??
      jsonl([
        ...numbers.slice(0, leaked).map((i) => ({ prompt: questionOf(i), completion: 'yes' })),
        { prompt: questionOf(1000), completion: 'of nothing that was asked' },
      ]),
    'eval-gate.yml': `version: 1
eval_set: eval.jsonl
predictions: candidate.jsonl
base_predictions: base.jsonl
metrics: [exact_match, rougeL]
contamination: { training_data: train.jsonl }
${config}`,
  };
}

function run(given: Case) {
  return withFiles(files(given), async (folder) => (await evaluateIn(folder, 'run')).report);
}

test('every measure is taken again on the clean and on the contaminated examples', async () => {
  const { suites, contamination } = await run({});
  const { measures, subset_differences } = suites[0]!;
  const on = (metric: string, subset: string) =>
    measures.find((one) => one.metric === metric && one.slice?.['subset'] === subset);
  expect(contamination?.examples.map(({ id }) => id).sort()).toEqual(['q0', 'q1', 'q2', 'q3', 'q4', 'q5']);
  expect(on('exact_match', 'clean')).toMatchObject({ n: 34, candidate: { value: 0.5 }, base: { value: 0.5 } });
  expect(on('exact_match', 'contaminated')).toMatchObject({ n: 6, candidate: { value: 1 }, base: { value: 2 / 6 } });
  expect(on('rougeL', 'clean')?.n).toBe(34);
  expect(measures.filter(({ metric, slice }) => metric === 'contamination_rate' && slice !== null)).toEqual([]);
  // scipy fisher_exact, and Zou and Donner's interval from Agresti and Coull's with t and scipy's beta quantiles (by numpy)
  // of 6/6 and 17/34, 2/6 and 17/34
  const [exact, rouge] = subset_differences;
  const closeTo = (number: number): unknown => expect.closeTo(number, 10);
  expect(exact).toEqual({
    metric: 'exact_match',
    candidate: { value: 0.5, ci: CANDIDATE.ci.map(closeTo), p_value: closeTo(CANDIDATE.p), method: 'fisher_exact' },
    base: { value: closeTo(-1 / 6), ci: BASE.ci.map(closeTo), p_value: closeTo(BASE.p), method: 'fisher_exact' },
  });
  expect(rouge?.metric).toBe('rougeL');
});

const CANDIDATE = { ci: [0.012095785103536316, 0.6647194469777232], p: 0.029523653207863737 };
const BASE = { ci: [-0.4829814518140086, 0.3067988123515125], p: 0.6642411642411643 };

const check = (slice: string, rule: string) =>
  `gate: { checks: [{ metric: exact_match, slice: { subset: ${slice} }, ${rule} }, { metric: exact_match, min: 0.1 }] }`;

test('a check can rest on the clean examples, where the leaked ones would hide a drop', async () => {
  const on = async (slice: string) => (await run({ config: check(slice, 'max_regression: 0, min: 0.55') })).checks;
  const clean = await on('clean');
  expect(clean.map(({ id, status, value }) => [id, status, value])).toEqual([
    ['exact_match{subset=clean}:min', 'fail', 0.5],
    ['exact_match{subset=clean}:max_regression', 'pass', 0],
    ['exact_match:min', 'pass', 23 / 40],
  ]);
  expect((await on('contaminated'))[1]).toMatchObject({ status: 'pass', value: 1 - 2 / 6 });
});

test('where nothing leaked the clean examples are all of them', async () => {
  const { checks, suites } = await run({ leaked: 0, config: check('clean', 'min: 0.5') });
  expect(checks[0]).toMatchObject({ status: 'pass', value: 23 / 40 });
  expect(suites[0]?.subset_differences).toEqual([]);
  expect((await run({ leaked: 0 })).suites[0]?.measures.filter(({ slice }) => slice !== null)).toEqual([]);
});

test('where everything leaked a check on the clean examples is an error that says so, and the others are decided', async () => {
  const { checks, verdict } = await run({ leaked: 40, config: check('clean', 'min: 0.5') });
  expect(checks.map(({ status }) => status)).toEqual(['error', 'pass']);
  expect(checks[0]?.reason).toBe(
    'exact_match has no clean examples to be measured on: each one is contaminated, or too short to decide.',
  );
  expect(verdict).toBe('error');
});

test('so is one where the training data can not be searched', async () => {
  const { checks, errors } = await run({ training: 'not JSON\n', config: check('clean', 'max_regression: 0') });
  expect(checks.map(({ status }) => status)).toEqual(['error', 'pass']);
  expect(checks[0]?.reason).toBe(
    'exact_match has no clean examples to be measured on, since the training data could not be searched.',
  );
  expect(errors).toHaveLength(1);
});

test('without training data it is an error of the config', async () => {
  const given = files({ config: check('clean', 'min: 0.5') });
  const config = given['eval-gate.yml'].replace(/contamination:.*\n/u, '');
  await withFiles({ ...given, 'eval-gate.yml': config }, async (folder) => {
    const { report } = await evaluateIn(folder, 'run');
    expect(report.errors[0]?.message).toBe(
      'eval-gate.yml:6: gate.checks[0].slice: subset clean is known only where training data is searched; name contamination.training_data (or give the input training-data)',
    );
  });
});

test('wins by a metric are cut up too', async () => {
  const judge = 'judge: { compare: { by: exact_match } }\n';
  const { suites } = await run({ config: `${judge}${check('clean', 'min: 0.5')}` });
  const { measures, subset_differences } = suites[0]!;
  const clean = measures.filter(({ slice }) => slice?.['subset'] === 'clean').map(({ metric }) => metric);
  expect(clean).toEqual(['exact_match', 'rougeL', 'win_rate', 'lc_win_rate']);
  const wins = subset_differences.find(({ metric }) => metric === 'win_rate');
  // Of the six leaked the candidate wins four, which the base has wrong, and ties two; all others are ties.
  expect(wins).toMatchObject({ candidate: { value: (4 + 1) / 6 - 0.5 }, base: null });
});
