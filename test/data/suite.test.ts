import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { loadSuite } from '../../src/data/index.js';
import type { FieldNames, SuiteRows } from '../../src/data/types.js';
import { describeShared, shared, sharedDir } from '../shared.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const loadFiles = (
  evalSet: string[],
  predictions: string[],
  { base, fields = {}, folder = temp.path }: { base?: string[]; fields?: FieldNames; folder?: string } = {},
): Promise<SuiteRows> => {
  const patterns = (list: string[]) => list.map((pattern) => ({ pattern, baseDir: folder, place: {}, trusted: true }));
  return loadSuite(
    {
      name: 'default',
      evalSet: patterns(evalSet),
      predictions: patterns(predictions),
      basePredictions: base === undefined ? null : patterns(base),
      fields,
      stripReasoning: true,
    },
    { workingDirectory: folder, root: null },
  );
};

describe('loadSuite', () => {
  test('reads several files as one, in path order, and hashes their bytes', async () => {
    const b = temp.writeRows('many/eval/b.jsonl', [{ id: 2 }]);
    const a = temp.write('many/eval/a.csv', 'id,prompt,reference,tags\n1,p,r,critical\n');
    temp.writeRows('many/out/y.jsonl', [{ id: 1, output: 'one' }]);
    temp.write('many/out/x.tsv', 'id\toutput\n2\ttwo\n');
    const suite = await loadFiles(['many/eval/*'], ['many/out/y.jsonl', 'many/out/x.tsv']);
    expect(suite.examples.map((example) => [example.id, example.source.file, example.source.line])).toEqual([
      ['1', 'many/eval/a.csv', 2],
      ['2', 'many/eval/b.jsonl', 1],
    ]);
    expect(suite.examples[0]).toMatchObject({ prompt: 'p', references: ['r'], tags: ['critical'] });
    expect(suite.candidate.predictions.map((prediction) => prediction!.outputs[0]!.text)).toEqual(['one', 'two']);
    expect(suite.candidate.files).toEqual(['many/out/x.tsv', 'many/out/y.jsonl']);
    expect(suite.base).toBeNull();
    const bytes = Buffer.concat([readFileSync(a.path), readFileSync(b.path)]);
    expect(suite.evalSetSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('names both files of an id that stands in two', async () => {
    temp.writeRows('two/a.jsonl', [{ id: 1 }]);
    temp.writeRows('two/b.jsonl', [{ id: 0 }, { id: '1' }]);
    temp.writeRows('two/p.jsonl', []);
    expect(await failure(loadFiles(['two/a.jsonl', 'two/b.jsonl'], ['two/p.jsonl']))).toBe(
      'two/b.jsonl:2: id "1" is already at two/a.jsonl:1; ids must be unique in a suite',
    );
    temp.writeRows('two/q.jsonl', [{ id: 1, output: 'x' }]);
    temp.writeRows('two/r.jsonl', [{ id: 1, output: 'x' }]);
    expect(await failure(loadFiles(['two/a.jsonl'], ['two/q.jsonl', 'two/r.jsonl']))).toContain(
      'two/r.jsonl:1: id "1" is already at two/q.jsonl:1',
    );
  });

  test('refuses the eval set as predictions, but not one file of both', async () => {
    temp.writeRows('one/alpaca.jsonl', [{ instruction: 'p', input: '', output: 'r' }]);
    expect(await failure(loadFiles(['one/alpaca.jsonl'], ['one/alpaca.jsonl']))).toBe(
      'one/alpaca.jsonl:1: output: is the reference of the eval set, which this file is, and no model wrote it; give the file with the predictions',
    );
    temp.writeRows('one/both.jsonl', [{ id: 1, prompt: 'p', reference: 'r', output: 'o' }]);
    const { candidate } = await loadFiles(['one/both.jsonl'], ['one/both.jsonl']);
    expect(candidate.predictions[0]!.outputs[0]!.text).toBe('o');
  });
});

describeShared('on real data', () => {
  const models = ['6b_finetuning', '6b_verification', '175b_finetuning'];

  test.each(models)('GSM8K and %s pair to the last row', async (model) => {
    const suite = await loadFiles(['gsm8k/eval.jsonl'], [`gsm8k/${model}.jsonl`], {
      base: ['gsm8k/6b_verification.jsonl'],
      folder: shared('data'),
    });
    expect(suite.examples).toHaveLength(1319);
    expect(suite.candidate).toMatchObject({ rows: 1319, missing: 0, extra: 0, pairedBy: 'id' });
    const lines = readFileSync(shared(`data/gsm8k/${model}.jsonl`), 'utf8')
      .trim()
      .split('\n');
    const outputs = new Map(
      lines.map((line) => JSON.parse(line) as { id: string; output: string }).map((row) => [row.id, row.output]),
    );
    suite.examples.forEach((example, i) => {
      expect(suite.candidate.predictions[i]!.outputs).toEqual([
        { text: outputs.get(example.id), unclosedReasoning: false },
      ]);
    });
    expect(suite.base!.outputsSha256 === suite.candidate.outputsSha256).toBe(model === '6b_verification');
    expect(suite.warnings).toEqual([]);
  });

  test('GSM8K pairs the same through prompts and through chat templates', async () => {
    const read = (path: string) =>
      readFileSync(shared('data', path), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>);
    const rows = read('gsm8k/175b_finetuning.jsonl');
    const prompts = read('gsm8k/eval.jsonl').map((row) => row['prompt']!);
    const outputs = rows.map((row) => row['output']!);
    for (const wrap of ['', '<|user|>\n']) {
      const given = prompts.map((prompt, i) => ({ prompt: `${wrap}${prompt}${wrap}`, predict: outputs[i]! })).reverse();
      const file = temp.writeRows(`gsm8k${wrap.length}.jsonl`, given);
      const suite = await loadFiles([`${sharedDir}/data/gsm8k/eval.jsonl`], [file.path]);
      expect(suite.candidate).toMatchObject({ rows: 1319, missing: 0, extra: 0, pairedBy: 'prompt' });
      expect(suite.candidate.predictions.map((prediction) => prediction!.outputs[0]!.text)).toEqual(outputs);
    }
  });

  test('AlpacaEval pairs by a key of its own; phi-2 left two instructions out', async () => {
    const suite = await loadFiles(['instructions.jsonl'], ['outputs_phi-2-sft.jsonl'], {
      base: ['outputs_phi-2.jsonl'],
      fields: { id: 'index', category: 'dataset' },
      folder: shared('data/alpacaeval'),
    });
    expect(suite.examples).toHaveLength(805);
    expect(suite.examples[0]!.fields).toMatchObject({ category: 'helpful_base' });
    expect(suite.candidate).toMatchObject({ rows: 805, missing: 0, extra: 0, pairedBy: 'id' });
    expect(suite.base).toMatchObject({ rows: 803, missing: 2, extra: 0 });
  });
});
