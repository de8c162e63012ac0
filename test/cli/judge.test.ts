import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/report/types.js';
import { startFakeOpenAI, type ChatBody } from '../fakes/openai.js';
import { blocksOf, chance, leaningJudge, shaped } from '../fakes/openai-judges.js';
import { withFiles } from '../temp.js';
import { evalGate, jsonl } from './command.js';

/** Judges with faults that are known, asked by the committed bundle over HTTP: its panel has to find them. */

const N = 250;
const text = (length: number, seed: string): string =>
  `${seed} ${'word '.repeat(Math.ceil(length / 5))}`.slice(0, length);
/** The candidate's answers are longer by 60 characters on average, give or take 120. */
const lengths = Array.from({ length: N }, (_, i) => ({
  candidate: 460 + Math.round(350 * (chance(`c${i}`) - 0.5)),
  base: 400 + Math.round(350 * (chance(`b${i}`) - 0.5)),
}));

async function judged(
  judge: (body: ChatBody) => string,
  spec: string,
  { checks = '[]', candidate = (i: number) => text(lengths[i]!.candidate, `c${i}`) } = {},
) {
  const fake = await startFakeOpenAI({ apiKey: null, judge });
  const rows = (row: (i: number) => object) => jsonl(Array.from({ length: N }, (_, i) => ({ id: i, ...row(i) })));
  const files = {
    'eval-gate.yml': `version: 1
eval_set: e.jsonl
predictions: c.jsonl
base_predictions: b.jsonl
metrics: []
judge: { model: m, base_url: '${fake.url}', api_key_env: null, ${spec} }
gate: { checks: ${checks} }
`,
    'e.jsonl': rows((i) => ({ prompt: `Question ${i}?` })),
    'c.jsonl': rows((i) => ({ output: candidate(i) })),
    'b.jsonl': rows((i) => ({ output: text(lengths[i]!.base, `b${i}`) })),
  };
  try {
    return await withFiles(files, async (folder) => {
      const { exitCode, stderr } = await evalGate(folder, 'run');
      const read = (name: string) => readFile(join(folder, 'eval-gate-report', name), 'utf8');
      const report = JSON.parse(await read('report.json')) as Report;
      return { exitCode, stderr, report, judge: report.suites[0]!.judge!, markdown: await read('report.md') };
    });
  } finally {
    await fake.close();
  }
}

/** The share of an outcome over pairs, each of which has its own probability. Within four standard errors of a share. */
function expectShare(actual: number | null | undefined, expected: readonly number[]): void {
  const p = expected.reduce((sum, one) => sum + one, 0) / expected.length;
  expect(Math.abs(actual! - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / expected.length));
}

/** Of both orders' nine outcomes with their probabilities: what a function of the candidate's points in each is worth. */
function over(
  baseFirst: readonly number[],
  candidateFirst: readonly number[],
  of: (a: number, b: number) => number,
): number {
  const points = [0, 0.5, 1];
  return points.reduce(
    (sum, a, i) => sum + points.reduce((all, b, j) => all + baseFirst[i]! * candidateFirst[j]! * of(a, b), 0),
    0,
  );
}

describe('planted position and length bias', () => {
  test.each([
    { first: 0, longer: 0, ties: 0 },
    { first: 0.8, longer: 0, ties: 0 },
    { first: -0.6, longer: 0.5, ties: 0 },
    { first: 0.3, longer: 0.8, ties: 0.25 },
  ])('%j is what the panel shows', async ({ first, longer, ties }) => {
    const leaning = leaningJudge({ quality: () => 0, first, longer, ties }, `seed ${first} ${longer}`);
    const { judge, exitCode } = await judged(leaning, 'min_consistency: 0, compare: {}');
    expect(exitCode).toBe(0);
    const a = (more: number) => (1 - ties) / (1 + Math.exp(-(first + (longer * more) / 100)));
    const pairs = lengths.map(({ candidate, base }) => {
      const more = candidate - base;
      const [baseWins, candidateWins] = [a(-more), a(more)];
      const orders = [
        [baseWins, ties, 1 - ties - baseWins],
        [1 - ties - candidateWins, ties, candidateWins],
      ] as const;
      return { more, firstChosen: [baseWins, candidateWins], orders };
    });
    const points = (x: number, y: number) => (x === y ? x : 0.5);
    const compare = judge.compare!;
    expect(compare.n).toBe(N);
    expectShare(
      compare.first_position_rate,
      pairs.flatMap(({ firstChosen }) => firstChosen),
    );
    expectShare(
      compare.position_consistency,
      pairs.map(({ orders }) => over(...orders, (x, y) => (x === y ? 1 : 0))),
    );
    expectShare(
      compare.win_rate,
      pairs.map(({ orders }) => over(...orders, points)),
    );
    expectShare(
      compare.longer_preferred_rate,
      pairs
        .filter(({ more }) => Math.abs(more) > 30)
        .map(({ more, orders }) => {
          const candidate = over(...orders, points);
          return more > 0 ? candidate : 1 - candidate;
        }),
    );
    expectShare(
      compare.tie_rate,
      pairs.map(({ orders }) => over(...orders, (x, y) => (points(x, y) === 0.5 ? 1 : 0))),
    );
    // Neither answer is better in itself: at equal lengths neither wins.
    const { ci, slope, slope_standard_error: error } = compare.length_control;
    expect(ci![0]).toBeLessThan(0.5);
    expect(ci![1]).toBeGreaterThan(0.5);
    if (longer > 0) expect(slope! / error!).toBeGreaterThan(4);
  });

  test('a liking for lists is told from one for length', async () => {
    const lists = (answer = '') => answer.startsWith('- ');
    const liking = (body: ChatBody): string => {
      const [a, b] = [blocksOf(body).get('answer A'), blocksOf(body).get('answer B')];
      const liked = chance(`${a}\0${b}`) < 0.9;
      const winner = lists(a) === lists(b) ? chance(`x${a}\0${b}`) < 0.5 : lists(a) === liked;
      return shaped(body, { winner: winner ? 'A' : 'B' });
    };
    const { judge } = await judged(liking, 'min_consistency: 0, compare: {}', {
      // Half of the answers are lists, of the same length as the base's.
      candidate: (i) =>
        i % 2 === 0 ? `- c${i}\n- ${text(lengths[i]!.base - 8, 'x')}` : text(lengths[i]!.base, `c${i}`),
    });
    const { bullets, longer } = judge.compare!.preferred;
    expect(bullets.n).toBe(N / 2);
    expectShare(
      bullets.rate,
      Array.from({ length: N / 2 }, () => 0.9),
    );
    expect(longer.n).toBe(0);
  });
});

describe('a judge that is no judge is named, and no check rests on it', () => {
  test('one that always takes the first answer', async () => {
    const { judge, report, exitCode, markdown } = await judged((body) => shaped(body, { winner: 'A' }), 'compare: {}', {
      checks: '[{ metric: win_rate, min: 0.4 }]',
    });
    expect(judge.compare).toMatchObject({ first_position_rate: 1, position_consistency: 0, ties: N, win_rate: 0.5 });
    expect(report.checks.map(({ status }) => status)).toEqual(['inconclusive']);
    expect(exitCode).toBe(0);
    expect(markdown).toContain('same result both ways');
  });

  test('one that always gives the same score', async () => {
    const { judge, markdown } = await judged((body) => shaped(body, { score: 8 }), 'score: {}');
    expect(judge.score!.saturation).toMatchObject({ distinct: 1, most_frequent: 1, at_top: 0 });
    expect(markdown).toMatch(/1 different score in use/u);
  });

  test('one that can not be read in one of ten', async () => {
    const mute = (body: ChatBody): string => {
      const answer = blocksOf(body).get('answer') ?? '';
      return chance(answer.slice(0, 8)) < 0.1 ? 'I like both.' : shaped(body, { score: 6 });
    };
    const { judge, report, exitCode } = await judged(mute, 'score: {}', {
      checks: '[{ metric: judge_score, max_regression: 1 }]',
    });
    const expected = lengths.flatMap((_, i) => ['c', 'b'].map((side) => text(300, `${side}${i}`)));
    const silent = expected.filter((answer) => chance(answer.slice(0, 8)) < 0.1).length;
    expect(judge.score!.judgments.by_kind).toEqual({ unparsed: silent });
    expect(report.checks.map(({ status }) => status)).toEqual(['error']);
    expect(report.verdict).toBe('error');
    expect(exitCode).toBe(2);
  });
});
