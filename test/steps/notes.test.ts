import { run } from '../../src/run.js';
import { renderComment, renderMarkdownReport } from '../../src/report/index.js';
import { withFiles } from '../temp.js';
import { linesOf } from './lines.js';

const SILENT = { info: () => undefined, warn: () => undefined, group: () => undefined, endGroup: () => undefined };
const SCHEMA = {
  type: 'object',
  properties: { items: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } } },
  additionalProperties: false,
};

/** Each output with how often the candidate and the base give it. */
const OUTPUTS: readonly (readonly [output: string, candidate: number, base: number])[] = [
  ['{"items": [{"n": 1}]}', 4, 9],
  ['{"items": [{"n": "1"}]}', 2, 1],
  ['{"items": [{"n": 1}, {"n": 2}, {"n": "3"}]}', 1, 0],
  ['Sure! {}', 2, 0],
  ['{"<b>@octocat</b>": 1}', 1, 0],
];
const rows = (side: 1 | 2) =>
  OUTPUTS.flatMap((one) => Array.from({ length: one[side] }, () => one[0]))
    .map((output, id) => `${JSON.stringify({ id, output })}\n`)
    .join('');

const FILES = {
  'e.jsonl': Array.from({ length: 10 }, (_, id) => `${JSON.stringify({ id })}\n`).join(''),
  'c.jsonl': rows(1),
  'b.jsonl': rows(2),
  'n.json': JSON.stringify(SCHEMA),
  'eval-gate.yml':
    'version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nbase_predictions: b.jsonl\nmetrics: [{ name: json_schema, schema: n.json }, { name: pass@k, by: { name: json_schema, schema: n.json } }]\n',
};

function reportOf() {
  return withFiles(FILES, async (folder) => {
    const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
    const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
    const labels = {
      candidateLabel: null,
      baseLabel: null,
      mode: 'enforce',
      allPairs: false,
      writeClean: null,
    } as const;
    const access = { workingDirectory: folder, root: null };
    const ports = { access, env: {}, onInterrupt: () => () => undefined, writePair: () => Promise.resolve() };
    const { report, rows: lines } = await run({ command: 'run', request, ...labels, log: SILENT }, ports);
    return { report, lines: linesOf(lines) };
  });
}

/** Counted by hand from OUTPUTS. */
const EXPECTED = [
  { note: '/items/*/n must be integer', candidate: 3, base: 1 },
  { note: 'the output is not JSON', candidate: 2, base: 0 },
  { note: 'the value must NOT have additional properties ("<b>@octocat</b>")', candidate: 1, base: 0 },
];

test('a measure tells what is wrong most often, wherever in a list it stands', async () => {
  const { report, lines } = await reportOf();
  expect(report.suites[0]?.measures.map(({ metric, notes }) => [metric, notes])).toEqual([
    ['json_schema', EXPECTED],
    ['pass@k', EXPECTED],
  ]);
  // A row keeps its own place.
  expect(lines.filter((line) => line.includes('/items/2/n must be integer'))).toHaveLength(2);
});

test('the report and the comment show it, and nothing in it is markup', async () => {
  const { report } = await reportOf();
  for (const markdown of [renderMarkdownReport(report), renderComment(report, { marker: '<!-- m -->', links: {} })]) {
    expect(markdown).toContain('What json_schema found wrong');
    expect(markdown).toContain('| `/items/*/n must be integer` | 1 | 3 |');
    expect(markdown).toContain('`the value must NOT have additional properties ("<b>@octocat</b>")`');
  }
});
