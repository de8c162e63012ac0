import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/types.js';
import { PLANTED, QUESTIONS, searched, TRAINING, unrelated } from './searching.js';

const LEAKED = ['q0', 'q1', 'q3'];
const leaked = ({ contamination }: Report) =>
  contamination?.examples.filter(({ level }) => level === 'substantial').map(({ id }) => id);
const messages = ({ errors }: Report) => errors.map(({ message }) => message).join('\n');
const MANY = { 't.jsonl': [...TRAINING, ...unrelated(100, 580)].join('\n') };

describe('a budget', () => {
  test('that is used up ends the search, which is an error; what was embedded is kept', async () => {
    const { reports, requests } = await searched({
      semantic: ', budget: { calls: 3 }, concurrency: 1',
      files: MANY,
      times: 3,
    });
    expect(requests.map(([calls]) => calls)).toEqual([3, 3, 3]);
    expect(reports.map(({ verdict }) => verdict)).toEqual(['error', 'error', 'fail']);
    expect(messages(reports[0]!)).toMatch(
      /the search by meaning ended early after \d+ training rows, since contamination\.semantic\.budget of 3 calls is used up; what was embedded is in the cache/u,
    );
    expect(reports[0]!.contamination!.semantic).toMatchObject({ confirmation: null, embedding: { calls: 3 } });
    expect(leaked(reports[2]!)).toEqual(LEAKED);
  });

  test('of money needs prices, and cost is told', async () => {
    const { reports } = await searched({
      semantic: ', prices: { input: 1000 }',
      judge: ', prices: { input: 1, output: 2 }',
    });
    const { embedding, confirmation } = reports[0]!.contamination!.semantic!;
    expect(embedding.cost).toBeCloseTo(embedding.input_tokens / 1000, 10);
    expect(confirmation!.cost).toBeCloseTo((confirmation!.input_tokens + 2 * confirmation!.output_tokens) / 1e6, 10);
    expect(reports[0]!.notes.join('\n')).toMatch(
      /Searched 20 of 20 training rows by meaning for 6 examples with m \(as m-001\) \(2 calls, .* tokens, a cost of /u,
    );
    expect(reports[0]!.notes.join('\n')).toMatch(/j \(as j-2026-01-01\) confirmed 3 of \d similar pairs \(\d calls/u);
    await expect(searched({ semantic: ', budget: { cost: 1 }' })).rejects.toThrow(
      /contamination\.semantic\.budget\.cost.*needs contamination\.semantic\.prices/u,
    );
  });
});

test('a run that is told to stop is an error, and the next one goes on', async () => {
  const stopped = await searched({
    semantic: ', concurrency: 1',
    files: MANY,
    times: 2,
    onEmbedding: (number, stop) => {
      if (number === 3) stop();
    },
  });
  expect(messages(stopped.reports[0]!)).toMatch(/since the run was told to stop/u);
  const { rows, failed } = stopped.reports[0]!.contamination!.semantic!;
  expect(rows.embedded).toBeLessThan(rows.total);
  expect(failed).toEqual({ examples: 0, rows: 0 });
  expect(leaked(stopped.reports[1]!)).toEqual(LEAKED);
  const sent = stopped.fake.embedded.flatMap(({ body }) => body.input);
  // The request that was under way had time to come to its end.
  expect(new Set(sent).size).toBe(sent.length);
});

describe('more rows than may be embedded', () => {
  test('leave those that share most with an example, and the report says how many were left out', async () => {
    const { reports, fake } = await searched({ semantic: ', rows: 18', files: MANY });
    const { rows } = reports[0]!.contamination!.semantic!;
    expect(rows.total).toBe(500);
    expect(rows.embedded).toBeLessThanOrEqual(18);
    expect(rows.left_out).toBe(500 - rows.embedded);
    expect(leaked(reports[0]!)).toEqual(LEAKED);
    const sent = fake.embedded.flatMap(({ body }) => body.input);
    expect(sent).toEqual(expect.arrayContaining(Object.values(PLANTED)));
    expect(reports[0]!.notes.join('\n')).toMatch(/that share less with any example were left out/u);
  });
});

describe('without a key', () => {
  const url = 'https://models.invalid/v1';

  test('nobody is asked, and a pass is inconclusive', async () => {
    const { reports } = await searched({ url, env: {} });
    expect(reports[0]!.verdict).toBe('inconclusive');
    expect(reports[0]!.checks[0]).toMatchObject({ id: 'contamination_rate:max', status: 'inconclusive', value: 0 });
    expect(reports[0]!.notes.join('\n')).toMatch(
      /The training data was not searched by meaning: the environment variable OPENAI_API_KEY is not set/u,
    );
    expect(reports[0]!.contamination).not.toHaveProperty('semantic');
  });

  test('of the judge pairs are listed, and a pass is inconclusive', async () => {
    const { reports, fake } = await searched({ judgeUrl: url, env: {}, server: { apiKey: null } });
    expect(fake.embedded).toHaveLength(2);
    expect(reports[0]!.checks[0]).toMatchObject({ status: 'inconclusive', value: 0 });
    expect(reports[0]!.notes.join('\n')).toMatch(/not confirmed.*\nThe judge was not asked: the environment variable/u);
    expect(reports[0]!.contamination!.semantic!.similar_total).toBeGreaterThanOrEqual(3);
  });

  test('a leak that its text shows is a leak all the same', async () => {
    const verbatim = JSON.stringify({ instruction: QUESTIONS[4], output: '4' });
    const { reports } = await searched({ url, env: {}, files: { 't.jsonl': [...TRAINING, verbatim].join('\n') } });
    expect(reports[0]!.verdict).toBe('fail');
  });
});

describe('a judge', () => {
  test('whose replies can not be read is an error', async () => {
    const { reports } = await searched({ server: { judge: () => 'Perhaps.' } });
    expect(reports[0]!.verdict).toBe('error');
    expect(messages(reports[0]!)).toMatch(/similar pairs could not be confirmed: the judge's reply could not be read/u);
  });

  test('shares its budget between confirming and judging', async () => {
    const { reports, fake } = await searched({ judge: ', budget: { calls: 1 }' });
    expect(fake.calls).toHaveLength(1);
    expect(messages(reports[0]!)).toMatch(/judge\.budget of 1 calls is used up/u);
  });

  test('is not asked about examples that leaked by their text', async () => {
    const verbatim = JSON.stringify({ instruction: QUESTIONS[0], output: '441' });
    const { reports, fake } = await searched({ files: { 't.jsonl': [...TRAINING, verbatim].join('\n') } });
    expect(reports[0]!.contamination!.semantic!.examples).toBe(QUESTIONS.length - 1);
    expect(fake.embedded[0]!.body.input).not.toContain(QUESTIONS[0]);
    expect(fake.judged.some((text) => text.includes(QUESTIONS[0]!))).toBe(false);
  });
});

test('a misspelt key, or one that the client sets itself, is refused', async () => {
  await expect(searched({ semantic: ', min_similarty: 0.5' })).rejects.toThrow(/min_similarity/u);
  await expect(searched({ semantic: ', api_key_env: GITHUB_TOKEN' })).rejects.toThrow(/belongs to the runner/u);
  const { reports } = await searched({ semantic: ', params: { input: x }' });
  expect(messages(reports[0]!)).toMatch(/contamination\.semantic\.params\.input: is set by eval-gate itself/u);
});
