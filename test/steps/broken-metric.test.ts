import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

test('a metric that fails is an error of the suite, and the others are measured all the same', async () => {
  const files = {
    'eval.jsonl': '{"id":"a","reference":"x"}\n{"id":"b","reference":"y"}\n',
    'out.jsonl': '{"id":"a","output":"x"}\n{"id":"b","output":"z"}\n',
    'eval-gate.yml': `version: 1
eval_set: eval.jsonl
predictions: out.jsonl
metrics: [{ name: command, id: mine, run: [sh, -c, exit 3] }, exact_match]
`,
  };
  await withFiles(files, async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toContain('mine');
    // One of two answers is right.
    expect(suite.measures).toMatchObject([{ metric: 'exact_match', candidate: { value: 0.5 } }]);
  });
});
