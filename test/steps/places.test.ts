import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

const ROWS = {
  'e.jsonl': '{"id":"a","reference":"x","topic":"t"}\n',
  'c.jsonl': '{"id":"a","output":"x"}\n',
};
const SUITE = 'eval_set: e.jsonl\npredictions: c.jsonl\n';

/** What a suite's keys say wrong is told with file, line and key, wherever the suite stands. */
test.each([
  [
    'an option, each on a line of its own',
    `version: 1\n${SUITE}metrics:\n  - exact_match\n  - name: bleu\n    lowercase: true\n    tokenize: 13b\n`,
    'eval-gate.yml:8: metrics[1].tokenize: option "tokenize" of bleu must be one of 13a',
  ],
  [
    'an option in one line',
    `version: 1\n${SUITE}metrics: [exact_match, { name: bleu, tokenise: char }]\n`,
    'eval-gate.yml:4: metrics[1].tokenise: bleu has no option "tokenise"; did you mean "tokenize"?',
  ],
  [
    'an option that is missing',
    `version: 1\n${SUITE}metrics:\n  - exact_match\n  - max_length\n`,
    'eval-gate.yml:6: metrics[1].max: option "max" of max_length must be of type',
  ],
  [
    'an unknown metric',
    `version: 1\n${SUITE}metrics:\n  - exact_match\n  - rougel\n`,
    'eval-gate.yml:6: metrics[1]: there is no metric "rougel"; did you mean "rougeL"?',
  ],
  [
    'one id twice',
    `version: 1\n${SUITE}metrics:\n  - exact_match\n  - name: exact_match\n    ignore_case: true\n`,
    'eval-gate.yml:6: metrics[1]: two metrics have the id "exact_match"',
  ],
  [
    'an option of a judge',
    `version: 1\n${SUITE}metrics:\n  - name: pass@k\n    by:\n      name: exact_match\n      ignore_cas: true\n`,
    'eval-gate.yml:8: metrics[0].by.ignore_cas: exact_match has no option "ignore_cas"',
  ],
  [
    'a suite in a list',
    `version: 1\nsuites:\n  - name: one\n    eval_set: e.jsonl\n    predictions: c.jsonl\n    metrics: [blue]\n`,
    'eval-gate.yml:6: suites[0].metrics[0]: there is no metric "blue"; did you mean "bleu"?',
  ],
  [
    'a field to slice by',
    `version: 1\n${SUITE}metrics: [exact_match]\nslices: [topc]\n`,
    'eval-gate.yml:5: slices: no example has a field "topc"; did you mean "topic"?',
  ],
  [
    'a field to cluster by',
    `version: 1\n${SUITE}metrics: [exact_match]\ncluster_by: topc\n`,
    'eval-gate.yml:5: cluster_by: no example has a field "topc"; did you mean "topic"?',
  ],
  [
    'a field to stratify by',
    `version: 1\n${SUITE}metrics: [exact_match]\nstratify_by: topc\n`,
    'eval-gate.yml:5: stratify_by: no example has a field "topc"; did you mean "topic"?',
  ],
  [
    'a name in fields',
    `version: 1\n${SUITE}metrics: [exact_match]\nfields:\n  output: outptu\n`,
    'eval-gate.yml:6: fields.output: no row has the key "outptu"; did you mean "output"?',
  ],
  [
    'a path',
    `version: 1\neval_set: e.jsonl\npredictions:\n  - x.jsonl\nmetrics: [exact_match]\n`,
    'eval-gate.yml:3: predictions: no file matches "x.jsonl"',
  ],
])('%s', async (_name, yaml, message) => {
  await withFiles({ ...ROWS, 'eval-gate.yml': yaml }, async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toContain(message);
    expect(suite.failed).toMatchObject({ file: 'eval-gate.yml', line: Number(message.split(':')[1]) });
  });
});

test('what an alias stands for has the line where it is used', async () => {
  const yaml = `version: 1\n${SUITE}slices: &names [topic]\nmetrics:\n  *names\n`;
  await withFiles({ ...ROWS, 'eval-gate.yml': yaml }, async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toContain('eval-gate.yml:5: metrics[0]: there is no metric "topic"');
  });
});

test('a cluster that spans strata is told with its examples and the line of the second', async () => {
  const files = {
    'e.jsonl': ['a', 'b', 'c'].map((id, i) => `{"id":"${id}","reference":"x","doc":${i % 2},"topic":${i}}\n`).join(''),
    'c.jsonl': ['a', 'b', 'c'].map((id) => `{"id":"${id}","output":"x"}\n`).join(''),
    'eval-gate.yml': `version: 1\n${SUITE}metrics: [exact_match]\ncluster_by: doc\nstratify_by: topic\n`,
  };
  await withFiles(files, async (folder) => {
    const { suite } = await measureFolder(folder);
    expect(suite.failed?.message).toContain(
      'e.jsonl:3: stratify_by: examples a and c are of one cluster by "doc", but differ in "topic"',
    );
  });
});
