import { expect, test } from '@jest/globals';
import type { ChatBody } from '../fakes/openai.js';
import { blocksOf, shaped } from '../fakes/openai-judges.js';
import { judged, jsonl, N, quality } from '../steps/judging.js';
import { honest, PLANTED, QUESTIONS } from './searching.js';

const prompt = (i: number) =>
  QUESTIONS[i] ??
  `Which of the ${i + 70} ferries from Valparaiso to Iquique did captain number${i} miss in year${1900 + i}?`;
const FILES = {
  'e.jsonl': jsonl((i) => ({ prompt: prompt(i), reference: 'good', category: 'any' })),
  't.jsonl': [0, 1, 3].map((i) => `${JSON.stringify({ instruction: PLANTED[i], output: 'x' })}\n`).join(''),
};
const judge = (body: ChatBody): string => {
  const blocks = blocksOf(body);
  return blocks.has('training text') ? honest(body) : shaped(body, { score: quality(blocks.get('answer')) });
};
const both = (budget: string) =>
  `{ model: j, base_url: URL, score: {}${budget} }\ncontamination: { training_data: t.jsonl, semantic: { model: m, base_url: URL } }`;

test('a run confirms, then judges: one judge, one bill', async () => {
  const { reports, calls } = await judged(both(''), {
    files: FILES,
    server: { judge },
    times: 2,
    checks: 'checks: []',
  });
  const [first, second] = reports;
  const { confirmation } = first!.contamination!.semantic!;
  expect(confirmation).toMatchObject({ confirmed: 3, failed: 0 });
  const uses = first!.provenance['judge'] as { calls: number }[];
  // One score of each answer of two models, of which some are equal.
  expect(uses).toHaveLength(1);
  expect(uses[0]!.calls).toBe(calls[0]);
  expect(calls[0]).toBeGreaterThan(confirmation!.calls + N);
  expect(calls[1]).toBe(0);
  expect(second!.contamination!.examples).toEqual(first!.contamination!.examples);
  expect(first!.suites[0]!.measures.map(({ metric }) => metric)).toEqual(
    expect.arrayContaining(['judge_score', 'contamination_rate']),
  );
});

test('a judge without anything to score or compare confirms and does nothing else', async () => {
  const only =
    '{ model: j, base_url: URL }\ncontamination: { training_data: t.jsonl, semantic: { model: m, base_url: URL } }';
  const suite = { metrics: '[exact_match]' };
  const { reports } = await judged(only, { files: FILES, server: { judge }, checks: 'checks: []', suite });
  expect(reports[0]!.contamination!.semantic!.confirmation).toMatchObject({ confirmed: 3 });
  expect(reports[0]!.suites[0]!.judge).toBeNull();
  expect(reports[0]!.errors).toEqual([]);
});
