import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeShared, shared } from '../shared.js';
import { withFiles } from '../temp.js';
import { evalGate, overall, readReport } from './command.js';

/**
 * The gate on OpenAI's published solutions of real models. Expected counts follow from the files' own `is_correct`, and
 * p-values from the binomial sum over them in exact integers (2 * sum(comb(361, j) for j <= 152) / 2**361, and likewise).
 */
const config = `version: 1
metrics: [numeric_match]
gate:
  checks:
    - { metric: numeric_match, max_regression: 0.02 }
`;
const data = (name: string) => shared('data', 'gsm8k', name);

async function gate(base: string, candidate: string, evalSet = data('eval.jsonl')) {
  return await withFiles({ 'eval-gate.yml': config }, async (folder) => {
    const paths = ['--eval-set', evalSet, '--predictions', candidate, '--base-predictions', base];
    const { exitCode, stderr } = await evalGate(folder, 'run', ...paths);
    const markdown = await readFile(join(folder, 'eval-gate-report/report.md'), 'utf8');
    return { exitCode, stderr, report: await readReport(folder), markdown };
  });
}

describeShared('real models on GSM8K', () => {
  test('a true regression fails: 209 questions lost, 152 gained', async () => {
    const { exitCode, report } = await gate(data('6b_verification.jsonl'), data('175b_finetuning.jsonl'));
    expect(exitCode).toBe(1);
    expect(report.verdict).toBe('fail');
    const { base, candidate, delta, n } = overall(report, 'numeric_match');
    expect(n).toBe(1319);
    expect(candidate.value).toBeCloseTo(458 / 1319, 12);
    expect(base?.value).toBeCloseTo(515 / 1319, 12);
    expect(delta).toMatchObject({ lost: 209, gained: 152, method: 'mcnemar_exact' });
    expect(delta?.value).toBeCloseTo(-0.0432145565, 9);
    expect(delta?.p_value).toBeCloseTo(0.0031506569, 9);
    expect(report.checks).toEqual([expect.objectContaining({ id: 'numeric_match:max_regression', status: 'fail' })]);
  });

  test('a real improvement passes', async () => {
    const { exitCode, report } = await gate(data('6b_finetuning.jsonl'), data('6b_verification.jsonl'));
    expect(exitCode).toBe(0);
    expect(report.verdict).toBe('pass');
    const { delta } = overall(report, 'numeric_match');
    expect(delta).toMatchObject({ lost: 64, gained: 293 });
    expect(delta?.p_value).toBeCloseTo(3.928874710490934e-36, 40);
  });

  test('the first 100 questions of the regression are no evidence: 13 lost, 13 gained', async () => {
    const first = (await readFile(data('eval.jsonl'), 'utf8')).split('\n').slice(0, 100).join('\n');
    await withFiles({ 'eval.jsonl': first }, async (folder) => {
      const evalSet = `${folder}/eval.jsonl`;
      const { exitCode, report } = await gate(data('6b_verification.jsonl'), data('175b_finetuning.jsonl'), evalSet);
      expect(exitCode).toBe(0);
      expect(report.verdict).toBe('pass');
      const { delta } = overall(report, 'numeric_match');
      expect(delta).toMatchObject({ value: 0, p_value: 1, lost: 13, gained: 13 });
      expect(report.suites[0]?.candidate).toMatchObject({ predictions: 1319, missing: 0, extra: 1219 });
    });
  });

  test('a model against itself passes, and the report asks whether one file was given twice', async () => {
    const { exitCode, report, markdown } = await gate(data('175b_finetuning.jsonl'), data('175b_finetuning.jsonl'));
    expect(exitCode).toBe(0);
    expect(overall(report, 'numeric_match').delta?.value).toBe(0);
    expect(markdown).toContain('one file given twice?');
    const other = await gate(data('6b_finetuning.jsonl'), data('6b_verification.jsonl'));
    expect(other.markdown).not.toContain('one file given twice?');
  });

  test('training rows that share an n-gram with 144 questions, but half of none, do not fail the gate', async () => {
    await withFiles({}, async (folder) => {
      const { exitCode } = await evalGate(
        folder,
        ...['scan', '--eval-set', data('eval.jsonl'), '--training-data', data('train.jsonl'), '--definition', 'ngram'],
      );
      expect(exitCode).toBe(0);
      const { contamination, verdict } = await readReport(folder);
      expect(verdict).toBe('pass');
      expect(contamination?.examples).toHaveLength(144);
      expect(contamination?.examples.filter(({ level }) => level !== 'partial')).toEqual([]);
    });
  });
});
