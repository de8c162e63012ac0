import { BOTH, judged } from './judging.js';

/** Two suites over the same files. */
const suites = (judge: string, more = '') => `suites:
  - { name: one, eval_set: e.jsonl, predictions: c.jsonl, base_predictions: b.jsonl, metrics: []${more} }
  - { name: two, eval_set: e2.jsonl, predictions: c.jsonl, base_predictions: b.jsonl, metrics: []${more} }
judge: ${judge}
gate: { checks: [{ metric: win_rate, min: 0.1 }] }
`;
const E2 = Array.from({ length: 20 }, (_, i) => `{"id": "r${i}", "prompt": "Another ${i}?"}\n`).join('');
const files = { 'e2.jsonl': E2 };

test('a budget holds for all suites together, and is compared with what all of them take before the first call', async () => {
  // 20 answers of each model (equal ones once for both) and 16 pairs in both orders: 68 calls a suite.
  const of = (calls: number) => suites(BOTH.replace('score:', `budget: { calls: ${calls} }, score:`));
  const over = await judged('', { files, config: of(135) });
  expect(over.calls).toEqual([0]);
  expect(over.reports[0]?.errors.map(({ suite, message }) => [suite, message])).toEqual(
    ['one', 'two'].map((name): unknown[] => [name, expect.stringContaining('judging takes 136 calls of 135')]),
  );
  const within = await judged('', { files, config: of(136) });
  expect(within.calls).toEqual([136]);
  expect(within.reports[0]?.verdict).toBe('pass');
});

test('a budget that runs out on the way ends the judging of all suites', async () => {
  // Every reply has to be asked for twice, which no estimate can know.
  let calls = 0;
  const judge = () => (calls++ % 2 === 0 ? 'No.' : '{"reasoning": "r", "winner": "A"}');
  const spec = '{ model: m, base_url: URL, concurrency: 1, budget: { calls: 70 }, compare: {} }';
  const { reports, calls: made } = await judged('', { files, server: { judge }, config: suites(spec) });
  expect(made).toEqual([70]);
  expect(reports[0]?.verdict).toBe('error');
  for (const { message } of reports[0]!.errors) expect(message).toContain('judge.budget of 70 calls is used up');
});

test('a run that is told to stop asks no further judge either', async () => {
  const config = `suites:
  - { name: one, eval_set: e.jsonl, predictions: c.jsonl, base_predictions: b.jsonl, metrics: [], judge: ${BOTH} }
  - { name: two, eval_set: e2.jsonl, predictions: c.jsonl, base_predictions: b.jsonl, metrics: [], judge: ${BOTH.replace('model: m', 'model: other')} }
gate: { checks: [{ metric: win_rate, min: 0.1 }] }
`;
  const { reports, fake } = await judged('', {
    files,
    config,
    server: { latency: 30 },
    meanwhile: async (_, stop, server) => {
      while (server.calls.length < 20) await new Promise((done) => setTimeout(done, 5));
      stop();
    },
  });
  expect(fake.calls.every(({ body }) => body.model === 'm')).toBe(true);
  expect(fake.calls.length).toBeLessThan(68);
  expect(reports[0]?.verdict).toBe('error');
  expect(reports[0]?.errors.map(({ suite }) => suite)).toEqual(['one', 'two']);
  for (const { message } of reports[0]!.errors) expect(message).toContain('the run was told to stop');
});
