import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runInit } from '../../src/init/index.js';
import type { Log } from '../../src/log.js';
import { withFiles } from '../temp.js';

/** A log that keeps what was said. */
function keeper(): Log & { readonly said: string[] } {
  const said: string[] = [];
  const keep = (line: string) => void said.push(line);
  return { said, info: keep, warn: keep, group: keep, endGroup: () => undefined };
}

const rows = (...all: readonly object[]) => all.map((row) => `${JSON.stringify(row)}\n`).join('');
const examples = rows(
  { id: 1, prompt: 'One?', reference: 'one', category: 'small' },
  { id: 2, prompt: 'Two?', reference: 'two', category: 'large' },
);
const outputs = rows({ id: 1, output: 'one' }, { id: 2, output: 'zwei' });
const training = rows({ instruction: 'Count', input: '', output: 'one two three' });

async function init(files: Readonly<Record<string, string>>, at = '') {
  return await withFiles(files, async (folder) => {
    const log = keeper();
    const result = await runInit({ workingDirectory: join(folder, at), log });
    const read = (path: string) => readFile(join(folder, path), 'utf8').catch(() => null);
    const config = (await read(join(at, 'eval-gate.yml'))) ?? '';
    const workflow =
      (await read('.github/workflows/eval-gate.yml')) ??
      (await read(join(at, '.github/workflows/eval-gate.yml'))) ??
      '';
    return { ...result, said: log.said.join('\n'), config, parsed: parse(config) as unknown, workflow };
  });
}

test('names what it finds: eval set, both models, training data, slices', async () => {
  const { written, parsed, said } = await init({
    'eval/a.jsonl': examples,
    'eval/b.jsonl': rows({ id: 3, prompt: 'Three?', reference: 'three', category: 'large' }),
    'out/base.jsonl': `${outputs}{"id": 3, "output": "drei"}\n`,
    'out/finetuned.jsonl': `${outputs}{"id": 3, "output": "three"}\n`,
    'data/train/one.jsonl': training,
    'package.json': '{"name": "train"}',
    'node_modules/x/eval.jsonl': examples,
  });
  expect(written).toEqual(['eval-gate.yml', '.github/workflows/eval-gate.yml']);
  expect(parsed).toEqual({
    version: 1,
    eval_set: 'eval/*.jsonl',
    predictions: 'out/finetuned.jsonl',
    base_predictions: 'out/base.jsonl',
    metrics: ['exact_match', 'squad_f1'],
    slices: ['category'],
    contamination: { training_data: 'data/train/one.jsonl' },
    gate: { seed: 0 },
  });
  expect(said).not.toContain("can't");
});

test.each([
  [
    'an alpaca eval set',
    { 'test.json': JSON.stringify([{ instruction: 'One?', input: '', output: 'one' }]) },
    [{ prompt: 'One?', predict: 'one', label: 'one' }],
    'test.json',
  ],
  [
    'chat messages',
    {
      'dev.jsonl': rows({
        messages: [
          { role: 'user', content: 'One?' },
          { role: 'assistant', content: 'one' },
        ],
      }),
    },
    [{ prompt: 'One?', output: 'one' }],
    'dev.jsonl',
  ],
  ['questions and answers', { 'qa.csv': 'id,question,answer\n1,One?,one\n' }, [{ id: 1, output: 'one' }], 'qa.csv'],
  [
    'a vLLM batch',
    { 'eval.jsonl': rows({ id: 'x', prompt: 'One?', reference: 'one' }) },
    [{ custom_id: 'x', response: { body: { choices: [{ message: { content: 'one' } }] } } }],
    'eval.jsonl',
  ],
])('recognises %s', async (_, files, predictions, evalSet) => {
  const { parsed } = await init({ ...files, 'generated_predictions.jsonl': rows(...predictions) });
  expect(parsed).toMatchObject({ eval_set: evalSet, predictions: 'generated_predictions.jsonl' });
});

test('leaves out outputs of another eval set, and names them in a comment', async () => {
  const { parsed, config, said } = await init({
    'eval.jsonl': examples,
    'out/model.jsonl': outputs,
    'out/other.jsonl': rows({ id: 'x1', output: 'a' }, { id: 'x2', output: 'b' }),
    'eval_other.jsonl': rows(
      { id: 'x1', prompt: 'A?', reference: 'a' },
      { id: 'x2', prompt: 'B?', reference: 'b' },
      { id: 'x3', prompt: 'C?', reference: 'c' },
    ),
  });
  expect(parsed).toMatchObject({ eval_set: 'eval.jsonl', predictions: 'out/model.jsonl' });
  expect(parsed).not.toHaveProperty('base_predictions');
  expect(config).toContain('# Found too, and not named here: eval_other.jsonl');
  expect(said).toContain('not gated yet: eval_other.jsonl');
});

test('says so where names do not tell the base from the candidate', async () => {
  const { said, config } = await init({ 'eval.jsonl': examples, 'out/a.jsonl': outputs, 'out/b.jsonl': outputs });
  expect(said).toContain('which model is the base');
  expect(config).toContain('swap');
});

test('never overwrites', async () => {
  const { written, config, workflow, said } = await init({
    'eval.jsonl': examples,
    'out/model.jsonl': outputs,
    'eval-gate.yml': 'version: 1 # mine\n',
    '.github/workflows/eval-gate.yml': '# mine\n',
  });
  expect(written).toEqual([]);
  expect(config).toBe('version: 1 # mine\n');
  expect(workflow).toBe('# mine\n');
  expect(said).toContain('eval-gate.yml is there already');
});

test('in an empty folder it writes a template and says that it cannot run yet', async () => {
  const { written, parsed, said, workflow } = await init({ 'README.md': 'Hello' });
  expect(written).toHaveLength(2);
  expect(parsed).toMatchObject({
    eval_set: 'eval/*.jsonl',
    predictions: 'out/candidate.jsonl',
    base_predictions: 'out/base.jsonl',
  });
  expect(said).toContain("can't run yet");
  expect(parse(workflow)).toMatchObject({
    jobs: { predict: {}, gate: { needs: 'predict', if: '${{ !cancelled() }}' } },
  });
});

test('a folder inside a repository: the workflow goes to its root and names the folder', async () => {
  const { written, workflow } = await init(
    { '.git/HEAD': 'ref: refs/heads/main\n', 'models/a/eval.jsonl': examples, 'models/a/out/model.jsonl': outputs },
    'models/a',
  );
  expect(written).toEqual(['eval-gate.yml', '../../.github/workflows/eval-gate.yml']);
  const { jobs } = parse(workflow) as { jobs: { gate: { steps: { uses: string; with?: object }[] } } };
  expect(jobs.gate.steps.at(-1)?.with).toEqual({ 'working-directory': 'models/a' });
});

test('a second folder is told that the workflow of the first does not run it', async () => {
  const { written, said } = await init(
    {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.github/workflows/eval-gate.yml': 'on: push\n',
      'models/b/eval.jsonl': examples,
      'models/b/out/model.jsonl': outputs,
    },
    'models/b',
  );
  expect(written).toEqual(['eval-gate.yml']);
  expect(said).toContain('working-directory: models/b');
});

test.each([
  ['checkpoint-900', 'qwen2.5-7b-instruct', true],
  ['a-run', 'qwen2.5-7b-instruct', true],
  ['acme-instruct', 'llama-base', false],
])('takes %s for the candidate, %s for the base', async (candidate, base, guessed) => {
  const { parsed, said } = await init({
    'eval.jsonl': examples,
    [`out/${candidate}.jsonl`]: outputs,
    [`out/${base}.jsonl`]: outputs,
  });
  expect(parsed).toMatchObject({ predictions: `out/${candidate}.jsonl`, base_predictions: `out/${base}.jsonl` });
  expect(said.includes('which model is the base')).toBe(guessed);
});

test('file names that YAML could misread stay what they are', async () => {
  const name = `eval: "#1" 'x'.jsonl`;
  const { parsed } = await init({ [name]: examples, 'out/- {a}.jsonl': outputs });
  expect(parsed).toMatchObject({ eval_set: name, predictions: 'out/- {a}.jsonl' });
});
