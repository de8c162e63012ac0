import { renderComment, renderMarkdownReport } from '../../src/report/index.js';
import { selftest } from '../../src/selftest/index.js';
import { marker } from '../report/fixtures.js';
import { hostile } from '../report/markdown.js';
import { links, wellBehaved } from '../report/comment.js';
import { withFiles } from '../temp.js';
import { checksOf, FILES, jsonl, judged, KEY, SILENT } from './judging.js';

test.each(['api_key', 'apiKey', 'Authorization', 'secret'])(
  'params with a %s are refused before anybody is asked, and its value is not told',
  async (name) => {
    const error = await judged(`{ model: m, base_url: URL, params: { ${name}: ${KEY} }, score: {} }`).catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toContain(`judge.params.${name}`);
    expect(String(error)).not.toContain(KEY);
  },
);

test('what a parameter of a judge may be called like is none the worse for it', async () => {
  const { reports, fake } = await judged(
    '{ model: m, base_url: URL, params: { max_completion_tokens: 300 }, score: {} }',
    {
      checks: 'checks: []',
    },
  );
  expect(reports[0]?.errors).toEqual([]);
  expect(fake.calls.every(({ body }) => body.max_completion_tokens === 300)).toBe(true);
});

test("an own scale's default check allows the share of it that 0.2 is of 1 to 10", async () => {
  const { reports } = await judged('{ model: m, base_url: URL, score: { scale: [3, 12] } }', { checks: 'seed: 0' });
  expect(checksOf(reports[0]!)).toEqual([['judge_score:max_regression', 'pass']]);
  expect(reports[0]?.checks[0]?.limit).toBeCloseTo(0.2, 12);
  const five = await judged('{ model: m, base_url: URL, score: { scale: [0, 4] } }', {
    checks: 'seed: 0',
    server: { judge: () => '{"reasoning": "r", "score": 3}' },
  });
  expect(five.reports[0]?.checks[0]?.limit).toBeCloseTo((0.2 / 9) * 4, 12);
});

test('wins can be decided by a metric that is loaded on use, where its options are among the metrics', async () => {
  const files = {
    'e.jsonl': jsonl(() => ({ prompt: 'JSON?', category: 'all' })),
    'c.jsonl': jsonl((i) => ({ output: i < 15 ? '{"a": 1}' : 'no' })),
    'b.jsonl': jsonl((i) => ({ output: i < 10 ? 'no' : '{"a": 2}' })),
  };
  const checks = 'checks: [{ metric: win_rate, min: 0.1 }]';
  const metrics = '[{ name: json_schema, schema: { type: object } }]';
  const { reports } = await judged('{ compare: { by: json_schema } }', { files, checks, suite: { metrics } });
  expect(reports[0]?.errors).toEqual([]);
  expect(reports[0]?.suites[0]?.judge?.compare).toMatchObject({ n: 20, wins: 10, losses: 5, ties: 5 });
  const without = await judged('{ compare: { by: json_schema } }', { files, checks });
  expect(without.reports[0]?.errors[0]?.message).toMatch(/judge\.compare\.by.*add it to metrics/u);
});

test('a selftest asks no judge, and tests the other checks', async () => {
  const config = `version: 1
eval_set: e.jsonl
predictions: c.jsonl
base_predictions: b.jsonl
metrics: [chrf]
judge: { model: m, base_url: 'http://127.0.0.1:9/v1', score: {}, compare: {} }
gate:
  resamples: 100
  checks:
    - { metric: judge_score, max_regression: 0.2 }
    - { metric: win_rate, min: 0.5 }
    - { metric: chrf, max_regression: 20 }
`;
  const found = await withFiles({ ...FILES, 'eval-gate.yml': config }, (folder) => {
    const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
    const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
    return selftest({ request, access: { workingDirectory: folder, root: null }, runs: 5, log: SILENT });
  });
  expect(found.checks.map(({ id }) => id)).toEqual(['chrf:max_regression']);
});

test.each([
  ...hostile,
  '::error file=a::boom\n::set-output name=x::y',
  'm\r\n## Approved\n<img src=x onerror=alert(1)>',
])('a server may call its model %j', async (model) => {
  const said: string[] = [];
  const keep = (text: string) => void said.push(text);
  const reply = { act: 'reply', content: '{"reasoning": "r", "winner": "A"}', model } as const;
  const { reports } = await judged('{ model: m, base_url: URL, min_consistency: 0, compare: {} }', {
    server: { refuses: () => reply },
    checks: 'checks: [{ metric: win_rate, min: 0.1 }]',
    log: { info: keep, warn: keep, group: keep, endGroup: () => undefined },
  });
  const report = reports[0]!;
  const known = report.suites[0]!.judge!.models;
  expect(known).toHaveLength(1);
  wellBehaved(renderComment(report, { marker, links }));
  wellBehaved(renderMarkdownReport(report, links));
  for (const line of said) expect(line).not.toMatch(/[\r\n]|^::/u);
});
