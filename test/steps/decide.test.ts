import type { RunRequest } from '../../src/config/index.js';
import { run } from '../../src/run.js';
import { withFiles } from '../temp.js';

const ROWS = {
  'eval.jsonl': '{"id":"a","reference":"x"}\n{"id":"b","reference":"y"}\n',
  'out.jsonl': '{"id":"a","output":"x"}\n{"id":"b","output":"z"}\n',
};
const SILENT = { info: () => undefined, warn: () => undefined, group: () => undefined, endGroup: () => undefined };

function gate(yaml: string) {
  return withFiles({ ...ROWS, 'eval-gate.yml': yaml }, async (folder) => {
    const request: RunRequest = {
      ...{ workingDirectory: folder, config: null, definition: null, n: null },
      ...{ evalSet: [], predictions: [], basePredictions: [], trainingData: [] },
    };
    const options = {
      command: 'run',
      request,
      candidateLabel: null,
      baseLabel: null,
      mode: 'enforce',
      allPairs: false,
      writeClean: null,
      log: SILENT,
    } as const;
    const access = { workingDirectory: folder, root: null };
    const ports = { access, env: {}, onInterrupt: () => () => undefined, writePair: () => Promise.resolve() };
    return (await run(options, ports)).report;
  });
}

test('a check that fits nothing measured is an error with its line, and loses no measure', async () => {
  const report = await gate(`version: 1
eval_set: eval.jsonl
predictions: out.jsonl
metrics: [exact_match]
gate:
  checks:
    - { metric: exact_match, min: 0.1 }
    - { metric: exact_match, slice: { topic: math }, min: 0.1 }
`);
  expect(report.verdict).toBe('error');
  expect(report.errors).toHaveLength(1);
  expect(report.errors[0]).toMatchObject({ suite: null, file: 'eval-gate.yml', line: 8 });
  expect(report.errors[0]!.message).toMatch(/^eval-gate\.yml:8: gate\.checks\[1\]/u);
  // One of two answers is right.
  expect(report.suites[0]!.measures[0]).toMatchObject({ metric: 'exact_match', candidate: { value: 0.5 } });
});
