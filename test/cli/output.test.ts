import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../temp.js';
import { evalGate, jsonl, readReport } from './command.js';

/** What a run leaves behind, and where it says what. */

const ids = Array.from({ length: 30 }, (_, i) => `q${i}`);
const files = {
  'eval-gate.yml': `version: 1
eval_set: eval.jsonl
predictions: candidate.jsonl
base_predictions: base.jsonl
metrics: [exact_match, rougeL, bleu]
slices: [category]
`,
  'eval.jsonl': jsonl(
    ids.map((id, i) => ({
      id,
      prompt: `Say ${i}`,
      reference: `the number is ${i} today`,
      category: i % 2 ? 'odd' : 'even',
    })),
  ),
  'candidate.jsonl': jsonl(
    ids.map((id, i) => ({ id, output: i % 5 === 0 ? 'I do not know' : `the number is ${i} today` })),
  ),
  'base.jsonl': jsonl(ids.map((id, i) => ({ id, output: i % 3 === 0 ? `number ${i}` : `the number is ${i} today` }))),
};

test('the same inputs give the same bytes but for provenance, wherever they lie', async () => {
  const once = () =>
    withFiles(files, async (folder) => {
      await evalGate(folder, 'run');
      const report = await readReport(folder);
      const file = (name: string) => readFile(join(folder, 'eval-gate-report', name), 'utf8');
      return {
        json: JSON.stringify({ ...report, provenance: null }),
        rows: await file('rows.jsonl'),
        markdown: await file('report.md'),
      };
    });
  const [first, second] = [await once(), await once()];
  expect(first.json.length).toBeGreaterThan(1000);
  expect(second).toEqual(first);
});

test('--json prints the report on stdout and nothing else', async () => {
  await withFiles(files, async (folder) => {
    const { stdout, stderr } = await evalGate(folder, 'run', '--json');
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(await readFile(join(folder, 'eval-gate-report/report.json'), 'utf8')),
    );
    expect(stderr).toContain('exact_match');
  });
});

test('the report folder holds the report, its markdown and every row', async () => {
  await withFiles(files, async (folder) => {
    const { stdout } = await evalGate(folder, 'run', '--report-dir', 'reports/one');
    expect(stdout).toBe('');
    expect((await readdir(join(folder, 'reports/one'))).sort()).toEqual(['report.json', 'report.md', 'rows.jsonl']);
    const rows = (await readFile(join(folder, 'reports/one/rows.jsonl'), 'utf8')).trimEnd().split('\n');
    // Thirty examples, two models, three metrics.
    expect(rows).toHaveLength(30 * 2 * 3);
    const exact = rows
      .map((row) => JSON.parse(row) as { model: string; metric: string; score: number | null })
      .filter(({ model, metric }) => model === 'candidate' && metric === 'exact_match');
    // i % 5 === 0 is wrong: six of thirty.
    expect(exact.reduce((sum, { score }) => sum + (score ?? 0), 0)).toBe(24);
  });
});

test('flags win over the config', async () => {
  await withFiles({ ...files, 'other.jsonl': jsonl(ids.map((id) => ({ id, output: 'wrong' }))) }, async (folder) => {
    await evalGate(folder, 'run', '--predictions', 'other.jsonl', '--candidate-label', 'adapter-b');
    const report = await readReport(folder);
    expect(report.suites[0]?.measures.find(({ metric }) => metric === 'exact_match')?.candidate.value).toBe(0);
    expect(JSON.stringify(report)).toContain('adapter-b');
  });
});

test('a file in place of the report folder is not overwritten', async () => {
  await withFiles({ ...files, 'eval-gate-report': 'mine' }, async (folder) => {
    expect((await evalGate(folder, 'run')).exitCode).toBe(2);
    expect(await readFile(join(folder, 'eval-gate-report'), 'utf8')).toBe('mine');
  });
});

test('the schemas are JSON, and --version is the version of package.json', async () => {
  await withFiles({}, async (folder) => {
    const schema = JSON.parse((await evalGate(folder, 'schema')).stdout) as Record<string, { properties?: object }>;
    expect(Object.keys(schema['report']?.properties ?? {})).toContain('verdict');
    const manifest = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect((await evalGate(folder, '--version')).stdout).toBe(`${version}\n`);
  });
});
