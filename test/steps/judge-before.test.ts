import { blocksOf, chance, shaped } from '../fakes/openai-judges.js';
import { BOTH, checksOf, jsonl, judged } from './judging.js';

test.each([
  ['a misspelt metric', 'checks: [{ metric: win_rat, min: 0.5 }]', /checks\[0\]\.metric: .*did you mean "win_rate"\?/u],
  [
    'a misspelt slice',
    'checks: [{ metric: win_rate, slice: { category: evn }, min: 0.5 }]',
    /did you mean "category=even"/u,
  ],
  ['an impossible limit', 'checks: [{ metric: win_rate, min: 50 }]', /checks\[0\]\.min: .*"50pp"/u],
  [
    'a win rate that may fall',
    'checks: [{ metric: win_rate, max_regression: 0.1 }]',
    /compares with the base already/u,
  ],
  ['a guard by a judge', 'must_not_regress: { tags: [x], metric: judge_score }', /can't guard single examples/u],
])('%s is told before anybody is asked, and alone', async (_, checks, message) => {
  const { reports, calls } = await judged(BOTH, { checks });
  expect(reports[0]?.verdict).toBe('error');
  expect(reports[0]?.errors.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
  expect(calls).toEqual([0]);
});

test('a guard that has no metric but the judge is told before anybody is asked', async () => {
  const { reports, calls } = await judged(BOTH, { checks: 'must_not_regress: { tags: [critical] }' });
  expect(reports[0]?.checks.at(-1)?.reason).toContain('name another metric in gate.must_not_regress.metric');
  expect(calls).toEqual([0]);
});

test.each([
  ['[judge_score]', /metrics\[0\]: judge_score is what a judge says; .*configure judge\.score/u],
  ['[{ name: chrf, id: win_rate }]', /metrics\[0\]\.id: no metric may have the id "win_rate"/u],
  ['[{ name: chrf, id: judge_score.tone }]', /no metric may have the id "judge_score\.tone"/u],
])("metrics: %s takes a judge's name, and nobody is asked", async (metrics, message) => {
  const { reports, calls } = await judged(BOTH, { checks: 'checks: []', suite: { metrics } });
  expect(reports[0]?.errors.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
  expect(calls).toEqual([0]);
});

test("a check on what no judge is asked for names the judge's key", async () => {
  const { reports } = await judged('{ model: m, base_url: URL, compare: {} }', {
    checks: 'checks: [{ metric: judge_score, min: 5 }]',
  });
  expect(reports[0]?.errors[0]?.message).toContain('configure judge.score');
});

test('a scan asks no judge', async () => {
  const { reports, calls } = await judged(BOTH, {
    files: { 't.jsonl': '{"prompt": "something else entirely, of more than eight words", "completion": "yes"}\n' },
    checks: 'checks: []',
    suite: { command: 'scan', more: 'contamination: { training_data: t.jsonl }\n' },
  });
  expect(calls).toEqual([0]);
  expect(reports[0]?.suites[0]?.judge).toBeNull();
});

test('a judge that reads nothing leaves the measures of named criteria without a value, and one error', async () => {
  const { reports } = await judged(
    '{ model: m, base_url: URL, score: { criteria: [{ name: tone, description: d }, { name: facts, description: e }] } }',
    { server: { judge: () => 'No idea.' }, checks: 'checks: [{ metric: judge_score.tone, min: 2 }]' },
  );
  expect(checksOf(reports[0]!)).toEqual([['judge_score.tone:min', 'error']]);
  expect(reports[0]?.errors.map(({ message }) => message)).toEqual([expect.stringContaining('unparsed')]);
});

test('answers that a model does not have are no failures of the judge', async () => {
  const { reports } = await judged(BOTH, {
    files: { 'b.jsonl': jsonl((i) => (i < 5 ? {} : { output: `good answer ${i}` })) },
  });
  expect(reports[0]?.errors).toEqual([]);
  expect(reports[0]?.suites[0]?.judge?.compare?.n).toBe(15);
  expect(reports[0]?.suites[0]?.notes.join()).toContain('5 answers and 5 pairs: a model has no answer there');
});

test('recorded judgments beside a model are named in what is measured', async () => {
  const { reports } = await judged('{ model: m, base_url: URL, recorded: j.jsonl, compare: {} }', {
    files: { 'j.jsonl': '{"id": "r0", "preference": 1, "judge": "ann"}\n' },
    checks: 'checks: []',
  });
  const [suite] = reports[0]!.suites;
  expect(suite?.judge?.models).toEqual(['ann', 'm-2026-01-01']);
  expect(suite?.measures[0]?.recipe).toContain('recorded-in-part:ann+m-2026-01-01');
});

test('some of many pairs are asked about twice, which shows a judge that rolls dice and decides nothing', async () => {
  let calls = 0;
  const rows = (text: string) =>
    Array.from(
      { length: 60 },
      (_, i) => `${JSON.stringify({ id: `r${i}`, prompt: `p ${i}`, category: 'all', output: `${text} ${i}` })}\n`,
    ).join('');
  const files = { 'e.jsonl': rows('x'), 'c.jsonl': rows('one'), 'b.jsonl': rows('other') };
  const ask = (judge: (body: Parameters<typeof blocksOf>[0]) => string) =>
    judged('{ model: m, base_url: URL, min_consistency: 0, compare: {} }', {
      files,
      server: { judge },
      checks: 'checks: []',
      times: 2,
    });
  const steady = await ask((body) =>
    shaped(body, { winner: blocksOf(body).get('answer A')?.startsWith('one') === true ? 'A' : 'B' }),
  );
  const dice = await ask((body) => shaped(body, { winner: chance(`${calls++}`) < 0.5 ? 'A' : 'B' }));
  // 60 pairs in both orders, and 6 of them once more.
  expect([steady.calls, dice.calls]).toEqual([
    [126, 0],
    [126, 0],
  ]);
  const compare = steady.reports[0]?.suites[0]?.judge?.compare;
  expect(compare).toMatchObject({
    n: 60,
    wins: 60,
    repetition_stability: { questions: 6, rate: 1 },
    judgments: { answered: 120 },
  });
  expect(dice.reports[0]?.suites[0]?.judge?.compare?.repetition_stability.rate).toBeLessThan(1);
  expect(dice.reports[1]?.suites).toEqual(dice.reports[0]?.suites);
});
