import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/report/types.js';
import { run } from '../../src/run.js';
import { startFakeOpenAI, type ChatBody, type FakeOpenAI, type FakeOpenAIOptions } from '../fakes/openai.js';
import { conceptVector } from '../fakes/openai-embeddings.js';
import { blocksOf } from '../fakes/openai-judges.js';
import { withFiles } from '../temp.js';

export const KEY = 'sk-test-0123456789';

/** Eval questions whose words the stand-in's concepts know. */
export const QUESTIONS = [
  'A shop sells 48 apples and 15 pears every day. How many apples and pears does the shop sell in a week?',
  'A baker sells 120 loaves of bread each day. How much money does the baker earn in a week at 3 dollars per loaf?',
  'A train leaves at 9 and travels 80 kilometres each hour. How far does the train travel in 5 hours?',
  'In a garden 17 trees are planted every week. How many trees are planted in the garden in 26 weeks?',
  'A library lends 340 books every day and has 51 shelves. How many books has the library lent in 14 days?',
  'Seven violins were tuned by Marguerite before the concert in Antwerp. How long did tuning take at 25 minutes each?',
];

/** The same questions in other words and languages: by example, what the training rows ask. */
export const PLANTED: Readonly<Record<number, string>> = {
  0: 'Ein Laden verkauft am Tag 48 Äpfel und 15 Birnen. Wie viele Äpfel und Birnen verkauft der Laden in der Woche?',
  1: 'At 3 dollars a loaf, what is the weekly income of a baker, money earned when 120 loaves of bread are sold daily, each day?',
  3: 'Combien: dans un jardin on plante 17 arbres par semaine. Combien les arbres plante-t-on au jardin en 26 semaine?',
};

const row = (instruction: string) =>
  JSON.stringify({ instruction, output: 'The answer follows from the numbers above.' });

/** Rows that ask something else, of which no two are alike. */
export const unrelated = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) =>
    row(
      `Write number ${from + i} of our letters about topic${from + i} for reader${3 * (from + i)} of town${7 * (from + i)}.`,
    ),
  );

/** Twenty rows, of which 5, 9 and 13 (lines 6, 10 and 14) are planted. */
export const TRAINING = unrelated(0, 20).map((other, i) =>
  i === 5 ? row(PLANTED[0]!) : i === 9 ? row(PLANTED[1]!) : i === 13 ? row(PLANTED[3]!) : other,
);

const cosine = (a: readonly number[], b: readonly number[]): number => {
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};

/** Says that two texts are the same question where their concepts are: it knows nothing of our thresholds. */
export function honest(body: ChatBody): string {
  const blocks = blocksOf(body);
  const vectors = ['test question', 'training text'].map((name) => conceptVector(blocks.get(name) ?? ''));
  return JSON.stringify({ reasoning: 'By their words.', same: cosine(vectors[0]!, vectors[1]!) > 0.8 });
}

export interface Setting {
  /** Below contamination.semantic, beside the model and the stand-in's address. */
  readonly semantic?: string | null;
  /** Below judge, likewise; null: no judge. */
  readonly judge?: string | null;
  /** The addresses in place of the stand-in's. */
  readonly url?: string;
  readonly judgeUrl?: string;
  readonly files?: Record<string, string>;
  readonly server?: FakeOpenAIOptions;
  readonly env?: NodeJS.ProcessEnv;
  readonly times?: number;
  /** Called at every request for embeddings; may tell the run to stop. */
  readonly onEmbedding?: (number: number, stop: () => void) => void;
}

export interface Searched {
  readonly reports: readonly Report[];
  readonly fake: FakeOpenAI;
  /** Requests for embeddings, and questions to the judge, by run. */
  readonly requests: readonly (readonly [embeddings: number, questions: number])[];
  readonly pairs: readonly Record<string, unknown>[];
  readonly said: readonly string[];
  readonly cache: string;
}

/** Scans TRAINING for QUESTIONS as `eval-gate scan` does, as often as asked, against a stand-in server. */
export async function searched(setting: Setting = {}): Promise<Searched> {
  const {
    semantic = '',
    judge = '',
    url = null,
    judgeUrl = null,
    files = {},
    env = { OPENAI_API_KEY: KEY },
    times = 1,
  } = setting;
  let stop: () => void = () => undefined;
  const { server = {}, onEmbedding } = setting;
  const embedding: FakeOpenAIOptions['embedding'] = (call, number) => {
    onEmbedding?.(number, () => stop());
    return server.embedding?.(call, number) ?? null;
  };
  const fake = await startFakeOpenAI({ apiKey: KEY, judge: honest, ...server, embedding });
  try {
    const given = {
      'e.jsonl': QUESTIONS.map((prompt, i) => JSON.stringify({ id: `q${i}`, prompt, reference: `${i}` })).join('\n'),
      't.jsonl': TRAINING.join('\n'),
      ...files,
    };
    return await withFiles(given, async (folder) => {
      const lines = [
        'version: 1',
        'eval_set: e.jsonl',
        ...(judge === null ? [] : [`judge: { model: j, base_url: "${judgeUrl ?? fake.url}"${judge} }`]),
        'contamination:',
        '  training_data: t.jsonl',
        ...(semantic === null ? [] : [`  semantic: { model: m, base_url: "${url ?? fake.url}"${semantic} }`]),
      ];
      await writeFile(join(folder, 'eval-gate.yml'), lines.join('\n'));
      const lists = { evalSet: [], predictions: [], basePredictions: [], trainingData: [] };
      const request = { ...lists, workingDirectory: folder, config: null, definition: null, n: null };
      const labels = {
        candidateLabel: null,
        baseLabel: null,
        mode: 'enforce',
        allPairs: false,
        writeClean: null,
      } as const;
      const said: string[] = [];
      const say = (line: string): void => void said.push(line);
      const log = { info: say, warn: say, group: say, endGroup: () => undefined };
      const [reports, requests, pairs]: [Report[], [number, number][], Record<string, unknown>[]] = [[], [], []];
      for (let i = 0; i < times; i++) {
        const before = [fake.embedded.length, fake.calls.length] as const;
        pairs.length = 0;
        const ports = {
          access: { workingDirectory: folder, root: null },
          env,
          onInterrupt: (told: () => void) => {
            stop = told;
            return () => undefined;
          },
          writePair: (line: string) => {
            pairs.push(JSON.parse(line) as Record<string, unknown>);
            return Promise.resolve();
          },
        };
        const { report } = await run({ command: 'scan', request, ...labels, log }, ports);
        reports.push(report);
        requests.push([fake.embedded.length - before[0], fake.calls.length - before[1]]);
      }
      const cache = await readFile(join(folder, '.eval-gate/embeddings.jsonl'), 'utf8').catch(() => '');
      return { reports, fake, requests, pairs, said, cache };
    });
  } finally {
    await fake.close();
  }
}
