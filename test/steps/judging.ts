import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../src/log.js';
import type { Report } from '../../src/report/types.js';
import { run } from '../../src/run.js';
import { startFakeOpenAI, type FakeOpenAI, type FakeOpenAIOptions } from '../fakes/openai.js';
import { blocksOf, shaped } from '../fakes/openai-judges.js';
import { withFiles } from '../temp.js';
import { linesOf } from './lines.js';

export const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  group: () => undefined,
  endGroup: () => undefined,
};
/** Rows of FILES. */
export const N = 20;
export const KEY = 'sk-test-0123456789';

export const jsonl = (row: (i: number) => object) =>
  Array.from({ length: N }, (_, i) => `${JSON.stringify({ id: `r${i}`, ...row(i) })}\n`).join('');

/** The candidate is better on 12 rows, worse on 4, and says the same on 4. */
export const better = (i: number) => (i < 12 ? 'good' : i < 16 ? 'bad' : 'same');
export const FILES = {
  'e.jsonl': jsonl((i) => ({ prompt: `Question ${i}?`, reference: 'good', category: i % 2 === 0 ? 'even' : 'odd' })),
  'c.jsonl': jsonl((i) => ({ output: `${better(i)} answer ${i}` })),
  'b.jsonl': jsonl((i) => ({ output: `${{ good: 'bad', bad: 'good', same: 'same' }[better(i)]} answer ${i}` })),
};

/** Scores 9 for what says "good", 5 for "same", 3 for "bad", and prefers what scores higher. */
const QUALITY = { good: 9, same: 5, bad: 3 } as const;
export const quality = (answer = '') => QUALITY[answer.split(' ')[0] as keyof typeof QUALITY];
function honest(body: Parameters<typeof blocksOf>[0]): string {
  const blocks = blocksOf(body);
  if (blocks.has('answer')) return shaped(body, { score: quality(blocks.get('answer')) });
  const difference = quality(blocks.get('answer A')) - quality(blocks.get('answer B'));
  return shaped(body, { winner: difference > 0 ? 'A' : difference < 0 ? 'B' : 'tie' });
}

export const CHECKS = 'checks: [{ metric: judge_score, max_regression: 0.2 }, { metric: win_rate, min: 0.5 }]';

/** Runs the gate with a judge (URL: the stand-in server's address), as often as asked, in a folder with FILES. */
export async function judged(
  judge: string,
  {
    files = {},
    server = {},
    env = { OPENAI_API_KEY: KEY },
    checks = CHECKS,
    suite = {},
    meanwhile = () => Promise.resolve(),
    times = 1,
    config: all = null,
    log = SILENT,
  }: {
    files?: Record<string, string>;
    server?: FakeOpenAIOptions;
    env?: NodeJS.ProcessEnv;
    checks?: string;
    suite?: { metrics?: string; more?: string; command?: 'run' | 'scan' };
    meanwhile?: (folder: string, stop: () => void, fake: FakeOpenAI) => Promise<unknown>;
    times?: number;
    /** The whole config, where one suite over FILES will not do. */
    config?: string | null;
    log?: Log;
  } = {},
): Promise<{ reports: Report[]; calls: number[]; rows: string[]; cache: string; fake: FakeOpenAI }> {
  const fake = await startFakeOpenAI({ apiKey: KEY, judge: honest, ...server });
  try {
    return await withFiles({ ...FILES, ...files }, async (folder) => {
      const one = `eval_set: e.jsonl\npredictions: c.jsonl\nbase_predictions: b.jsonl\nmetrics: ${suite.metrics ?? '[]'}\n${suite.more ?? ''}slices: [category]\njudge: ${judge}\ngate: { ${checks} }\n`;
      const config = `version: 1\n${(all ?? one).replaceAll('URL', fake.url)}`;
      await writeFile(join(folder, 'eval-gate.yml'), config);
      const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
      const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
      const labels = {
        candidateLabel: null,
        baseLabel: null,
        mode: 'enforce',
        allPairs: false,
        writeClean: null,
      } as const;
      const [reports, calls, rows]: [Report[], number[], string[]] = [[], [], []];
      for (let i = 0; i < times; i++) {
        const before = fake.calls.length;
        let stop: () => void = () => undefined;
        const onInterrupt = (told: () => void) => {
          stop = told;
          return () => undefined;
        };
        const access = { workingDirectory: folder, root: null };
        const ports = { access, env, onInterrupt, writePair: () => Promise.resolve() };
        const running = run({ command: suite.command ?? 'run', request, ...labels, log }, ports);
        await meanwhile(folder, () => stop(), fake);
        const result = await running;
        reports.push(result.report);
        rows.splice(0, rows.length, ...linesOf(result.rows));
        calls.push(fake.calls.length - before);
      }
      const cache = await readFile(join(folder, '.eval-gate/judge.jsonl'), 'utf8').catch(() => '');
      return { reports, calls, rows, cache, fake };
    });
  } finally {
    await fake.close();
  }
}

export const BOTH = '{ model: m, base_url: URL, score: { criteria: quality }, compare: { criteria: quality } }';
export const checksOf = ({ checks }: Report) => checks.map(({ id, status }) => [id, status]);
