import { readFile } from 'node:fs/promises';
import { describeShared, shared } from '../shared.js';
import { BOTH, judged } from './judging.js';

interface Line {
  readonly id: string;
  readonly model: string;
  readonly metric: string;
  readonly score: number | null;
  readonly judgments?: readonly unknown[];
  readonly again?: readonly unknown[];
  readonly looks?: { readonly candidate: { length: number }; readonly base: { length: number } };
}

const linesOf = (rows: readonly string[]): Line[] => rows.map((row) => JSON.parse(row) as Line);
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** log odds = a + b x by Newton's method, and a's HC0 standard error, with nothing of ours: [sigmoid(a), low, high]. */
function lengthControlled(lines: readonly Line[]): [number, number, number] {
  const rows = lines.filter(({ score, looks }) => score !== null && looks !== undefined);
  const y = rows.map(({ score }) => score!);
  const d = rows.map(({ looks }) => looks!.candidate.length - looks!.base.length);
  const centre = meanOf(d);
  const sd = Math.sqrt(d.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (d.length - 1));
  const x = d.map((one) => Math.tanh(one / sd));
  const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
  let [a, b] = [0, 0];
  let inverse = [0, 0, 0];
  for (let step = 0; step < 100; step++) {
    const p = x.map((one) => sigmoid(a + b * one));
    const w = p.map((one) => one * (1 - one));
    const [g0, g1] = [sumOf(y, (one, i) => one - p[i]!), sumOf(y, (one, i) => (one - p[i]!) * x[i]!)];
    const [h00, h01, h11] = [
      sumOf(w, (one) => one),
      sumOf(w, (one, i) => one * x[i]!),
      sumOf(w, (one, i) => one * x[i]! ** 2),
    ];
    const det = h00 * h11 - h01 * h01;
    inverse = [h11 / det, -h01 / det, h00 / det];
    a += inverse[0]! * g0 + inverse[1]! * g1;
    b += inverse[1]! * g0 + inverse[2]! * g1;
  }
  // The first row of H^-1 (sum of squared scores) H^-1, and its first entry.
  const influence = x.map((one, i) => (y[i]! - sigmoid(a + b * one)) * (inverse[0]! + inverse[1]! * one));
  const error = Math.sqrt(sumOf(influence, (one) => one * one));
  const reach = 1.959963984540054 * error;
  return [sigmoid(a), sigmoid(a - reach), sigmoid(a + reach)];
}

function sumOf(values: readonly number[], of: (value: number, i: number) => number): number {
  return values.reduce((sum, value, i) => sum + of(value, i), 0);
}

describeShared('rows.jsonl holds what recomputes the figures', () => {
  test('of recorded AlpacaEval judgments: win rate and length-controlled win rate', async () => {
    const data = (name: string) => JSON.stringify(shared('data', 'alpacaeval', name));
    const text = await readFile(shared('data', 'alpacaeval', 'annotations_phi-2-sft_alpaca_eval_gpt4.jsonl'), 'utf8');
    const annotations = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { index: number; preference: number | null });
    const records = annotations.flatMap(({ index, preference }) =>
      preference === null
        ? []
        : [`${JSON.stringify({ id: index, preference: preference === 0 ? 0.5 : preference - 1 })}\n`],
    );
    // The base's own outputs are not at hand, so the lengths are those of another one.
    const config = `eval_set: ${data('instructions.jsonl')}
predictions: ${data('outputs_phi-2-sft.jsonl')}
base_predictions: ${data('outputs_gpt4_1106_preview.jsonl')}
fields: { id: index }
metrics: []
judge: { recorded: j.jsonl, compare: { criteria: quality } }
gate: { checks: [] }
`;
    const { reports, rows } = await judged('', { config, files: { 'j.jsonl': records.join('') } });
    const compare = reports[0]!.suites[0]!.judge!.compare!;
    const lines = linesOf(rows).filter(({ metric }) => metric === 'win_rate');
    expect(lines).toHaveLength(805);
    const scored = lines.filter(({ score }) => score !== null);
    expect(scored).toHaveLength(records.length);
    expect(meanOf(scored.map(({ score }) => score!))).toBeCloseTo(compare.win_rate!, 12);
    const [rate, low, high] = lengthControlled(lines);
    expect(compare.lc_win_rate).toBeCloseTo(rate, 9);
    expect(compare.length_control.ci![0]).toBeCloseTo(low, 9);
    expect(compare.length_control.ci![1]).toBeCloseTo(high, 9);
    expect(reports[0]!.suites[0]!.measures.find(({ metric }) => metric === 'lc_win_rate')?.candidate.value).toBeCloseTo(
      rate,
      9,
    );
  });
});

test('of both orders and all scores: consistency, the first answer, failures, means', async () => {
  const { reports, rows } = await judged(BOTH.replace('score:', 'concurrency: 1, max_failed: 1, score:'), {
    server: { script: [{ act: 'reply', content: null, refusal: 'no' }] },
    checks: 'checks: []',
  });
  const { score, compare } = reports[0]!.suites[0]!.judge!;
  const lines = linesOf(rows);
  const scores = (model: string) =>
    lines.filter((line) => line.model === model && line.metric === 'judge_score' && line.score !== null);
  expect(meanOf(scores('candidate').map((line) => line.score!))).toBe(score!.mean_candidate);
  expect(meanOf(scores('base').map((line) => line.score!))).toBe(score!.mean_base);
  expect(scores('base')).toHaveLength(20);
  for (const line of scores('base')) expect(line.judgments).toEqual([line.score]);
  expect(
    lines.find(({ id, model, metric }) => [id, model, metric].join() === 'r0,candidate,judge_score'),
  ).toMatchObject({
    score: null,
    judgments: [{ failed: 'refused' }],
  });
  const wins = lines.filter(({ metric }) => metric === 'win_rate');
  expect(wins.find(({ id }) => id === 'r0')?.judgments).toEqual([
    { base_first: ['candidate'], candidate_first: ['candidate'] },
  ]);
  // "same answer 17" on both sides: nobody was asked.
  expect(wins.find(({ id }) => id === 'r17')?.judgments).toEqual([{ preference: 0.5 }]);
  expect(wins.find(({ id }) => id === 'r13')?.looks).toEqual({
    candidate: { length: 13, bullets: 0, markdown: 0 },
    base: { length: 14, bullets: 0, markdown: 0 },
  });
  expect(meanOf(wins.map((line) => line.score!))).toBe(compare!.win_rate);
});
