import { selftest, selftestText, type Selftest } from '../../src/selftest/index.js';
import { describeShared, shared } from '../shared.js';
import { withFiles } from '../temp.js';

const log = { info: () => undefined, warn: () => undefined, group: () => undefined, endGroup: () => undefined };

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly base: string;
  readonly candidate: string;
  readonly [field: string]: string;
}

async function tested(config: string, rows: readonly Row[], runs: number): Promise<Selftest> {
  const lines = (pick: (row: Row) => object) => rows.map((row) => `${JSON.stringify(pick(row))}\n`).join('');
  const files = {
    'eval-gate.yml': `version: 1\neval_set: eval.jsonl\npredictions: new.jsonl\nbase_predictions: old.jsonl\n${config}`,
    'eval.jsonl': lines(({ id, reference, group, kind }) => ({ id, reference, group, kind })),
    'new.jsonl': lines(({ id, candidate }) => ({ id, output: candidate })),
    'old.jsonl': lines(({ id, base }) => ({ id, output: base })),
  };
  return await withFiles(files, (folder) => selftestIn(folder, runs));
}

async function selftestIn(folder: string, runs: number): Promise<Selftest> {
  const request = {
    ...{ workingDirectory: folder, config: null, definition: null, n: null },
    ...{ evalSet: [], predictions: [], basePredictions: [], trainingData: [] },
  };
  return await selftest({ request, access: { workingDirectory: folder, root: null }, runs, log });
}

/** 200 rows of which the base has 140 right and the candidate 120, 40 lost and 20 gained, in 40 clusters of 5. */
const rows: readonly Row[] = Array.from({ length: 200 }, (_, i) => {
  const base = i % 10 < 7;
  const candidate = i % 20 === 3 || i % 20 === 5 || i % 20 === 13 || i % 20 === 15 ? false : base || i % 10 === 8;
  const label = i % 2 === 0 ? 'yes' : 'no';
  const wrong = i % 2 === 0 ? 'no' : 'yes';
  return {
    ...{ id: `r${String(i)}`, reference: label, group: `g${String(Math.floor(i / 5))}`, kind: i < 100 ? 'a' : 'b' },
    ...{ base: base ? label : wrong, candidate: candidate ? label : wrong },
  };
});

const config = `metrics: [exact_match, macro_f1]
slices: [kind]
gate:
  resamples: 100
  checks:
    - { metric: exact_match, max_regression: 0.05, min: 0.1 }
    - { metric: exact_match, slice: { kind: a }, max_regression: 0.05 }
    - { metric: macro_f1, max_regression: 0.05 }
`;
const plain = 'metrics: [exact_match]\ngate: { checks: [{ metric: exact_match, max_regression: 0.05 }] }\n';

describe('the gate on rows whose true change is known', () => {
  test('false alarms stay at their nominal rate, and power follows the size of the loss', async () => {
    const found = await tested(config, rows, 60);
    expect(found.verdict).toBe('pass');
    expect(found.checks.map(({ id }) => id)).toEqual([
      'exact_match:max_regression',
      'exact_match{kind=a}:max_regression',
      'macro_f1:max_regression',
    ]);
    for (const { false_alarms: alarms, power } of found.checks) {
      expect(alarms.nominal).toBe(0.025);
      expect(alarms.red).toBeLessThanOrEqual(0.1); // P(more than 6 of 60 at 0.025) is 0.001
      const red = power.filter(({ of }) => of === 'limit').map((plant) => plant.red);
      expect(red).toHaveLength(4);
      expect(red[3]).toBeGreaterThan(red[0]! + 0.2);
    }
    // 3 x 5 points on 200 rows, 30% of which differ: standard error √(0.3 + 0.15)/√200 = 0.047, Holm asks for
    // z = 2.39 of three checks, so about Φ((0.15 - 0.113) / 0.047) = 0.78.
    const strongest = found.checks[0]!.power.find(({ times, of }) => times === 3 && of === 'limit')!;
    expect(strongest.loss).toBeCloseTo(0.15, 12);
    expect(strongest.red).toBeGreaterThan(0.6);
    expect(strongest.red).toBeLessThan(0.95);
  });

  test('the same rows and seed give the same figures', async () => {
    expect(await tested(plain, rows, 20)).toEqual(await tested(plain, rows, 20));
  });

  test('with cluster_by whole clusters change places, so that less power is left', async () => {
    const together = rows.map((row, i): Row => {
      const turn = Math.floor(i / 5) % 4; // whole clusters: right on both sides, lost, gained, wrong on both
      const [base, candidate] = [turn < 2, turn === 0 || turn === 2];
      const wrong = row.reference === 'yes' ? 'no' : 'yes';
      return { ...row, base: base ? row.reference : wrong, candidate: candidate ? row.reference : wrong };
    });
    const alone = await tested(plain, together, 60);
    const clustered = await tested(`${plain}cluster_by: group\n`, together, 60);
    expect(clustered.suites).toEqual([{ name: 'default', examples: 200, clusters: 40 }]);
    expect(clustered.checks[0]!.mde!).toBeGreaterThan(1.9 * alone.checks[0]!.mde!); // √5 in theory
    expect(clustered.verdict).toBe('pass');
  });

  test('the text tells the rates, and every check', async () => {
    const text = selftestText(await tested(config, rows, 20));
    expect(text).toContain('does not cry wolf');
    expect(text).toMatch(/exact_match\{kind=a\}:max_regression +\d+\.\d% +2\.5% +\d+\.\d%/u);
  });

  test('without a base there is nothing to test', async () => {
    const files = {
      'eval-gate.yml': 'version: 1\neval_set: eval.jsonl\npredictions: new.jsonl\nmetrics: [exact_match]\n',
      'eval.jsonl': '{"id": "a", "reference": "x"}\n',
      'new.jsonl': '{"id": "a", "output": "x"}\n',
    };
    await expect(withFiles(files, (folder) => selftestIn(folder, 20))).rejects.toThrow('no max_regression check');
  });
});

describeShared('the gate on a real pair of models', () => {
  test('numeric_match on GSM8K: no false alarms beyond chance, and a loss of 3 limits is seen', async () => {
    const data = (name: string) => shared('data', 'gsm8k', name);
    const yaml = `version: 1
eval_set: ${data('eval.jsonl')}
predictions: ${data('175b_finetuning.jsonl')}
base_predictions: ${data('6b_verification.jsonl')}
metrics: [numeric_match]
`;
    await withFiles({ 'eval-gate.yml': yaml }, async (folder) => {
      const found = await selftestIn(folder, 100);
      expect(found.verdict).toBe('pass');
      // 361 of 1,319 pairs differ: standard error 0.0144, so a true loss of 0.06 is seen in about 99.7% of runs.
      expect(found.checks[0]!.power.find(({ times }) => times === 3)!.red).toBeGreaterThan(0.9);
    });
  });
});
