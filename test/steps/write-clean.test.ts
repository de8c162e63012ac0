import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { finderOf } from '../../src/contamination/clean/ranges.js';
import { withFiles } from '../temp.js';
import { evaluateIn, jsonl, questionOf } from '../entries/evaluating.js';

const LEAKED = [0, 1, 2];
const isLeaked = (i: number) => LEAKED.includes(i);
const EVAL = jsonl(LEAKED.map((i) => ({ id: `q${i}`, prompt: questionOf(i), reference: 'yes' })));

/** Scans training files and writes them clean, in a folder of its own. */
function cleaning<T>(
  training: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string, outcome: Awaited<ReturnType<typeof evaluateIn>>) => Promise<T>,
  options: {
    readonly definition?: string;
    readonly dir?: string;
    readonly prepare?: (folder: string) => Promise<void>;
  } = {},
) {
  const { definition = 'robust', dir = 'clean', prepare } = options;
  return withFiles({ 'eval.jsonl': EVAL }, async (folder) => {
    for (const [path, content] of Object.entries(training)) {
      await mkdir(join(folder, path, '..'), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await prepare?.(folder);
    return use(folder, await scan(folder, Object.keys(training), dir, definition));
  });
}

function scan(folder: string, trainingData: readonly string[], writeClean = 'clean', definition = 'robust') {
  return evaluateIn(folder, 'scan', { writeClean, request: { evalSet: ['eval.jsonl'], trainingData, definition } });
}

const read = (folder: string, path: string) => readFile(join(folder, 'clean', path));

/** Rows in which the first three leak, between others, as text around each. */
const numbers = [10, 0, 11, 1, 12, 2];
const rowOf = (i: number) => ({ prompt: questionOf(i), completion: isLeaked(i) ? 'yes' : 'no' });

const quoted = (i: number) => `"${questionOf(i)}\r\nsecond line, ""quoted""",x`;

/** What is written, and what must be left of it, by the format's own rules. */
const FORMATS: readonly [string, string, string][] = [
  [
    'rows.jsonl',
    `\ufeff${numbers.map((i) => ` ${JSON.stringify(rowOf(i))}`).join('\r\n')}`,
    `\ufeff${[10, 11, 12].map((i) => ` ${JSON.stringify(rowOf(i))}\r\n`).join('')}`,
  ],
  ['sub/rows.ndjson', `\n${jsonl(numbers.map(rowOf))}\n\n`, `\n${jsonl([10, 11, 12].map(rowOf))}\n\n`],
  [
    'rows.csv',
    `\ufeffprompt,completion\r\n${numbers.map((i) => `${quoted(i)}\r\n`).join('')}`,
    `\ufeffprompt,completion\r\n${[10, 11, 12].map((i) => `${quoted(i)}\r\n`).join('')}`,
  ],
  [
    'rows.tsv',
    `question\tanswer\n${numbers.map((i) => `${questionOf(i)}\tyes`).join('\n')}`,
    `question\tanswer\n${[10, 11, 12].map((i) => `${questionOf(i)}\tyes\n`).join('')}`,
  ],
  ['list.json', JSON.stringify(numbers.map(rowOf)), JSON.stringify([10, 11, 12].map(rowOf))],
  [
    'indented.json',
    JSON.stringify([0, 10, 11, 1, 2].map(rowOf), null, 2),
    JSON.stringify([10, 11].map(rowOf), null, 2).replace(/\n\]$/u, '\n]'),
  ],
  [
    'object.json',
    JSON.stringify({ note: 'a [list] of "rows"', rows: numbers.map(rowOf), more: { x: [1] } }),
    JSON.stringify({ note: 'a [list] of "rows"', rows: [10, 11, 12].map(rowOf), more: { x: [1] } }),
  ],
  ['all.json', JSON.stringify(LEAKED.map(rowOf), null, 1), '[\n \n]'],
  ['lines.json', jsonl(numbers.map(rowOf)), jsonl([10, 11, 12].map(rowOf))],
];

describe.each(['robust', 'ngram'])('by definition %s', (definition) => {
  test.each(FORMATS)('%s loses the rows that leaked and no other byte', async (path, before, after) => {
    await cleaning(
      { [path]: before, 'honest.jsonl': jsonl([rowOf(20)]) },
      async (folder, { report }) => {
        expect(report.errors).toEqual([]);
        expect((await read(folder, path)).toString('utf8')).toBe(after);
        expect(await read(folder, 'honest.jsonl')).toEqual(await readFile(join(folder, 'honest.jsonl')));
        expect(existsSync(join(folder, path))).toBe(true);
      },
      { definition },
    );
  });
});

test('of plain text the paragraphs around a leak go, at most 10,000 characters on either side', async () => {
  const paragraphs = Array.from({ length: 400 }, (_, i) => `${`word${i} `.repeat(20)}\n\n`);
  const text = [...paragraphs.slice(0, 200), `${questionOf(0)} yes\n\n`, ...paragraphs.slice(200)].join('');
  await cleaning({ 'prose.txt': text, 'b.jsonl': jsonl([rowOf(9)]) }, async (folder) => {
    const left = (await read(folder, 'prose.txt')).toString();
    const [before, after] = text.split(`${questionOf(0)} yes\n\n`) as [string, string];
    const head = left.split('').findIndex((character, i) => character !== text[i]);
    expect(head).toBeGreaterThan(before.length - 10_000);
    expect(head).toBeLessThanOrEqual(before.length);
    expect(after.endsWith(left.slice(head))).toBe(true);
    expect(left.length - head).toBeGreaterThan(after.length - 10_000);
  });
});

test('what is written holds no leak any more, and another scan of it is green', async () => {
  const training = { 'a.jsonl': jsonl(numbers.map(rowOf)), 'b.json': JSON.stringify(numbers.map(rowOf)) };
  await cleaning(training, async (folder, { exitCode }) => {
    expect(exitCode).toBe(1);
    const request = { evalSet: ['eval.jsonl'], trainingData: ['clean/a.jsonl', 'clean/b.json'] };
    const { report } = await evaluateIn(folder, 'scan', { request });
    expect(report).toMatchObject({ verdict: 'pass', contamination: { examples: [], training: { rows: 6 } } });
  });
});

test('a packed file is packed again', async () => {
  await cleaning({ 'a.jsonl.gz': gzipSync(jsonl(numbers.map(rowOf))) }, async (folder) => {
    expect(gunzipSync(await read(folder, 'a.jsonl.gz')).toString('utf8')).toBe(jsonl([10, 11, 12].map(rowOf)));
  });
});

test('removed.jsonl lists each row with its examples, and the report says so', async () => {
  const twice = { prompt: `${questionOf(0)} ${questionOf(1)}`, completion: 'yes' };
  await cleaning({ 'a.jsonl': jsonl([rowOf(10), twice, rowOf(2)]) }, async (folder, { report }) => {
    const [header, ...rows] = (await read(folder, 'removed.jsonl')).toString('utf8').trim().split('\n');
    expect(JSON.parse(header!)).toEqual({
      written_by: 'eval-gate scan --write-clean',
      files: ['a.jsonl'],
      rows_removed: 2,
    });
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([
      expect.objectContaining({ file: 'a.jsonl', line: 2, examples: [q('q0'), q('q1')] }),
      expect.objectContaining({ file: 'a.jsonl', line: 3, examples: [q('q2')] }),
    ]);
    expect(report.notes).toContain(
      'The training data was written to clean without 2 rows; its removed.jsonl lists what is gone.',
    );
  });
});

const q = (id: string) => ({ suite: 'default', id });

test('more rows than evidence is shown for are all removed, shared text or not', async () => {
  const training = {
    'a.jsonl': jsonl(Array.from({ length: 1500 }, (_, i) => ({ ...rowOf(0), n: i }))),
    'b.jsonl': jsonl([rowOf(9)]),
  };
  for (const definition of ['robust', 'ngram']) {
    await cleaning(training, async (folder) => expect((await read(folder, 'a.jsonl')).toString()).toBe(''), {
      definition,
    });
  }
});

test('a second run writes over the first one, and takes out what is gone', async () => {
  await cleaning({ 'a.jsonl': jsonl([rowOf(0), rowOf(10)]), 'b.jsonl': jsonl([rowOf(11)]) }, async (folder) => {
    const { report } = await scan(folder, ['a.jsonl']);
    expect(report.errors).toEqual([]);
    expect(readdirSync(join(folder, 'clean')).sort()).toEqual(['a.jsonl', 'removed.jsonl']);
  });
});

test.each(['a.parquet', 'a.jsonl.zst', 'a.txt.zst'])('%s can not be written, which is said', (shown) => {
  expect(() => finderOf({ path: `/${shown}`, shown })).toThrow(/can't be written; convert the file to \.jsonl/u);
});

describe('refuses, and writes nothing', () => {
  const training = { 'data/a.jsonl': jsonl([rowOf(0), rowOf(10)]) };
  const refused = (
    message: string,
    options: Parameters<typeof cleaning>[2],
    files: Parameters<typeof cleaning>[0] = training,
  ) =>
    cleaning(
      files,
      async (folder, { report, exitCode }) => {
        expect(report.errors[0]?.message).toContain(message);
        expect(exitCode).toBe(2);
        expect(report.contamination?.counts.new).toBe(1);
        expect(existsSync(join(folder, 'clean', 'data'))).toBe(false);
        for (const [path, content] of Object.entries(files))
          expect(await readFile(join(folder, path), 'utf8')).toBe(content);
      },
      options,
    );

  test('a folder with files of others', () =>
    refused('"clean" is not empty, and eval-gate did not write it', {
      prepare: async (folder) => {
        await mkdir(join(folder, 'clean'));
        await writeFile(join(folder, 'clean/notes.txt'), 'mine');
      },
    }));

  test('a folder of ours that somebody put a file or a link into', async () => {
    const header = { written_by: 'eval-gate scan --write-clean', files: ['x'], rows_removed: 0 };
    for (const plant of [
      (clean: string) => writeFile(join(clean, 'notes.txt'), 'mine'),
      (clean: string) => symlink('../data', join(clean, 'x')),
      (clean: string) => symlink('../eval.jsonl', join(clean, 'x')),
    ]) {
      await refused('which eval-gate did not write', {
        prepare: async (folder) => {
          await mkdir(join(folder, 'clean'));
          await writeFile(join(folder, 'clean/removed.jsonl'), jsonl([header]));
          await plant(join(folder, 'clean'));
        },
      });
    }
  });

  test.each(['data', '.', 'data/', './data/../data'])('a folder that holds the training data: %s', (dir) =>
    refused('which is training data', { dir }),
  );

  test('a link to such a folder', () =>
    refused('which is training data', { prepare: (folder) => symlink('data', join(folder, 'clean')) }));

  test('a file', () => refused('"eval.jsonl" is not a folder', { dir: 'eval.jsonl' }));

  test('training data from outside of the working directory', async () => {
    await withFiles({ 'sub/eval.jsonl': EVAL, 'a.jsonl': jsonl([rowOf(0)]) }, async (folder) => {
      const { report } = await scan(join(folder, 'sub'), ['../a.jsonl']);
      expect(report.errors[0]?.message).toContain('../a.jsonl lies outside the working directory');
      expect(existsSync(join(folder, 'sub/clean'))).toBe(false);
    });
  });

  test('a folder outside of the workspace', async () => {
    await withFiles({ 'work/eval.jsonl': EVAL, 'work/a.jsonl': jsonl([rowOf(0)]) }, async (folder) => {
      const work = join(folder, 'work');
      const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: work };
      await symlink(folder, join(work, 'up'));
      for (const writeClean of ['../clean', 'up/clean']) {
        const { report } = await evaluateIn(work, 'scan', {
          ...{ writeClean, env },
          request: { evalSet: ['eval.jsonl'], trainingData: ['a.jsonl'] },
        });
        expect(report.errors[0]?.message).toContain(`"${writeClean}" lies outside the workspace`);
        expect(existsSync(join(folder, 'clean'))).toBe(false);
      }
    });
  });
});
