import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  JUDGMENTS,
  openCache,
  type Cache,
  type CachedJudgment,
  type CacheStats,
} from '../../../src/judge/cache/index.js';
import type { Log } from '../../../src/log.js';
import { withFiles } from '../../temp.js';

type JudgmentCache = Cache<CachedJudgment>;

const FILE = 'cache/judge.jsonl';

function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function scored(score: number, reasoning = 'Clear and right.'): CachedJudgment {
  const verdict = { scores: new Map([['', score]]), reasoning };
  return { kind: 'score', verdict, model: 'gpt-4o-2024-08-06', input_tokens: 812, output_tokens: 95 };
}

function compared(winner: 'A' | 'B' | 'tie'): CachedJudgment {
  return { kind: 'compare', verdict: { winner, reasoning: '' }, model: 'm', input_tokens: 1, output_tokens: 2 };
}

/** The line of `scored(score)`, written by hand. */
function line(key: string, score: number, reasoning = 'Clear and right.'): string {
  return `{"eval_gate_judgment":1,"key":"${key}","kind":"score","scores":[["",${score}]],"reasoning":"${reasoning}","model":"gpt-4o-2024-08-06","input_tokens":812,"output_tokens":95}`;
}

interface Opened {
  readonly cache: JudgmentCache;
  readonly warnings: string[];
}

async function openIn(folder: string, root: string | null = null, name = FILE): Promise<Opened> {
  const warnings: string[] = [];
  const log: Log = { info: () => 0, warn: (text) => warnings.push(text), group: () => 0, endGroup: () => 0 };
  const pattern = {
    pattern: name,
    baseDir: folder,
    place: { file: 'eval-gate.yml', key: 'judge.cache' },
    trusted: false,
  };
  return { cache: await openCache(pattern, JUDGMENTS, { access: { workingDirectory: folder, root }, log }), warnings };
}

/** Opens, uses and closes a cache. */
async function withCache<T>(folder: string, use: (cache: JudgmentCache, warnings: string[]) => T): Promise<T> {
  const { cache, warnings } = await openIn(folder);
  try {
    return use(cache, warnings);
  } finally {
    await cache.close();
  }
}

function put(folder: string, ...entries: readonly (readonly [string, CachedJudgment])[]): Promise<void> {
  return withCache(folder, (cache) => entries.forEach(([key, judgment]) => cache.put(keyOf(key), judgment)));
}

function stats(folder: string): Promise<CacheStats> {
  return withCache(folder, (cache) => cache.stats);
}

test('a file that is not there is an empty cache, and holds afterwards what was put in, byte by byte', () =>
  withFiles({}, async (folder) => {
    await withCache(folder, (cache, warnings) => {
      expect(cache.get(keyOf('a'))).toBeNull();
      expect(cache.put(keyOf('a'), scored(7))).toEqual(scored(7));
      expect(cache.get(keyOf('a'))).toEqual(scored(7));
      expect(warnings).toEqual([]);
    });
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(`${line(keyOf('a'), 7)}\n`);
  }));

test('a second run finds every judgment and writes nothing', () =>
  withFiles({}, async (folder) => {
    const both: CachedJudgment = {
      ...scored(1),
      kind: 'score',
      verdict: {
        scores: new Map([
          ['style', 3.5],
          ['__proto__', 10],
        ]),
        reasoning: 'two\nlines, "quotes", \u2028, 😀, \u0000 and half of one \ud83d',
      },
    };
    await put(folder, ['a', both], ['b', compared('tie')]);
    const before = await readFile(join(folder, FILE));
    await withCache(folder, (cache) => {
      expect(cache.get(keyOf('a'))).toEqual(both);
      expect(cache.get(keyOf('b'))).toEqual(compared('tie'));
      expect(cache.get(keyOf('c'))).toBeNull();
      expect(cache.put(keyOf('b'), compared('tie'))).toEqual(compared('tie'));
      expect(cache.stats).toEqual({ entries: 2, broken: 0, contradicting: 0, hits: 2, added: 0 });
    });
    expect(await readFile(join(folder, FILE))).toEqual(before);
  }));

test('where the same was asked twice at once, the first answer counts, now and later', () =>
  withFiles({}, async (folder) => {
    await withCache(folder, (cache) => {
      expect(cache.put(keyOf('a'), scored(7))).toEqual(scored(7));
      expect(cache.put(keyOf('a'), scored(2))).toEqual(scored(7));
    });
    expect(await withCache(folder, (cache) => cache.get(keyOf('a')))).toEqual(scored(7));
  }));

test('a last line that a crash cut off, wherever, loses that judgment alone, and the next one starts on a new line', () =>
  withFiles({}, async (folder) => {
    await put(folder, ['a', scored(7)], ['b', scored(8)]);
    const path = join(folder, FILE);
    const whole = await readFile(path);
    const first = whole.indexOf('\n') + 1;
    // All but the whole file and the one that lacks only the line's end.
    for (let size = first; size < whole.length - 1; size += 1) {
      await truncate(path, size);
      await withCache(folder, (cache) => {
        expect([size, cache.get(keyOf('a')), cache.get(keyOf('b'))]).toEqual([size, scored(7), null]);
        expect(cache.stats.broken).toBe(size > first ? 1 : 0);
        cache.put(keyOf('b'), scored(9));
      });
      const found = await withCache(folder, (cache) => [cache.get(keyOf('a')), cache.get(keyOf('b'))]);
      expect([size, ...found]).toEqual([size, scored(7), scored(9)]);
      await writeFile(path, whole);
    }
  }));

test('a crash in the first line of all leaves a cache that goes on', () =>
  withFiles({ [FILE]: '{"eval_gate_ju' }, async (folder) => {
    await put(folder, ['a', scored(7)]);
    expect(await stats(folder)).toMatchObject({ entries: 1, broken: 1 });
  }));

test('a last line without its end is whole', () =>
  withFiles({ [FILE]: line(keyOf('a'), 7) }, async (folder) => {
    await put(folder, ['b', scored(8)]);
    expect(await stats(folder)).toMatchObject({ entries: 2, broken: 0 });
  }));

test('files are merged by concatenation, one that ends in a broken line too', async () => {
  const broken = line(keyOf('b'), 3).slice(0, 90);
  const [one, two] = [`${line(keyOf('a'), 7)}\n${broken}`, `${line(keyOf('c'), 8)}\n${line(keyOf('a'), 7)}\n`];
  await withFiles({ [FILE]: one + two }, (folder) =>
    withCache(folder, (cache) => {
      expect(cache.get(keyOf('a'))).toEqual(scored(7));
      expect(cache.get(keyOf('c'))).toEqual(scored(8));
      expect(cache.stats).toMatchObject({ entries: 2, broken: 1, contradicting: 0 });
    }),
  );
});

test('of contradicting judgments the same one counts in any order, and they are counted', async () => {
  const lines = [3, 4, 5].map((score) => line(keyOf('a'), score));
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
  const lowest = [3, 4, 5].sort((a, b) => (hash(line(keyOf('a'), a)) < hash(line(keyOf('a'), b)) ? -1 : 1))[0]!;
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  for (const order of orders) {
    await withFiles({ [FILE]: order.map((i) => `${lines[i]!}\n`).join('') }, (folder) =>
      withCache(folder, (cache, warnings) => {
        expect(cache.get(keyOf('a'))).toEqual(scored(lowest));
        expect(cache.stats).toMatchObject({ entries: 1, contradicting: 2 });
        expect(warnings).toEqual([
          'The cache of judgments cache/judge.jsonl contradicts itself; judgments left out: 2.',
        ]);
      }),
    );
  }
});

test('processes that append to one file lose nothing', () =>
  withFiles({}, async (folder) => {
    const caches = await Promise.all([openIn(folder), openIn(folder), openIn(folder)]);
    for (let i = 0; i < 60; i++) caches[i % 3]!.cache.put(keyOf(String(i)), scored(1 + (i % 10)));
    for (let i = 0; i < 60; i++) {
      expect(caches[i % 3]!.cache.get(keyOf(String(i)))).toEqual(scored(1 + (i % 10)));
    }
    for (const { cache } of caches) await cache.close();
    expect(await stats(folder)).toMatchObject({ entries: 60, broken: 0 });
  }));

const good = line(keyOf('a'), 7);
test.each<[string, string | Buffer]>([
  ['no JSON', 'what is this'],
  ['JSON of another kind', '[1, 2]'],
  ['a score that is no number', good.replace('["",7]', '["","7"]')],
  ['a score beyond all numbers', good.replace('["",7]', '["",1e999]')],
  ['no score', good.replace('[["",7]]', '[]')],
  ['a criterion twice', good.replace('[["",7]]', '[["",7],["",8]]')],
  ['a failure', good.replace('"scores":[["",7]]', '"failed":"unparsed"')],
  ['a winner that is none', good.replace('"score","scores":[["",7]]', '"compare","winner":"candidate"')],
  ['a key that is none', good.replace(keyOf('a'), 'a')],
  ['a key of its own', good.replace('"kind"', '"__proto__":{},"kind"')],
  ['fewer than no tokens', good.replace(':812', ':-1')],
  ['a later format', good.replace(':1,', ':2,')],
  ['no UTF-8', Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from([0xff]), Buffer.from('}')])],
  ['a line of 5 MB', good.replace('Clear', 'x'.repeat(5_000_000))],
])('a line with %s is counted and left out', (_, bad) =>
  withFiles({}, async (folder) => {
    await put(folder, ['b', scored(9)]);
    await appendFile(join(folder, FILE), bad);
    await appendFile(join(folder, FILE), `\n\n \n${line(keyOf('c'), 8)}\r\n`);
    await withCache(folder, (cache, warnings) => {
      expect(cache.get(keyOf('a'))).toBeNull();
      expect(cache.get(keyOf('b'))).toEqual(scored(9));
      expect(cache.get(keyOf('c'))).toEqual(scored(8));
      expect(cache.stats).toMatchObject({ entries: 2, broken: 1 });
      expect(warnings).toEqual(['The cache of judgments cache/judge.jsonl is damaged in places; lines left out: 1.']);
    });
  }),
);

test('more than one chunk of lines is read whole, wherever a chunk ends', () =>
  withFiles({}, async (folder) => {
    const reasoning = 'é'.repeat(50_003);
    await put(folder, ...Array.from({ length: 45 }, (_, i) => [String(i), scored(5, `${i} ${reasoning}`)] as const));
    await withCache(folder, (cache) => {
      expect(cache.stats).toMatchObject({ entries: 45, broken: 0 });
      for (let i = 0; i < 45; i++) expect(cache.get(keyOf(String(i)))).toEqual(scored(5, `${i} ${reasoning}`));
    });
  }));

test('some other file is not touched', () =>
  withFiles({ [FILE]: '{"id": 1, "prompt": "x"}\n{"id": 2}' }, async (folder) => {
    await withCache(folder, (cache, warnings) => {
      cache.put(keyOf('a'), scored(7));
      expect(cache.get(keyOf('a'))).toEqual(scored(7));
      expect(warnings).toEqual([
        'The cache of judgments cache/judge.jsonl is some other file, so name another one: new judgments are kept for this run alone.',
      ]);
    });
    expect(await readFile(join(folder, FILE), 'utf8')).toBe('{"id": 1, "prompt": "x"}\n{"id": 2}');
  }));

test('where no file can be made the run goes on', () =>
  withFiles({ cache: 'a file where the folder should be' }, (folder) =>
    withCache(folder, (cache, warnings) => {
      cache.put(keyOf('a'), scored(7));
      expect(cache.get(keyOf('a'))).toEqual(scored(7));
      expect(warnings).toEqual([
        "The cache of judgments cache/judge.jsonl can't be written (ENOTDIR): new judgments are kept for this run alone.",
      ]);
    }),
  ));

test('a large file that shrinks under the cache costs judgments and gives no wrong ones', () =>
  withFiles({}, async (folder) => {
    // The first 16 MB are kept as they were read; of the rest only the places are.
    const long = 'x'.repeat(1_000_000);
    const fillers = Array.from({ length: 17 }, (_, i) => [`filler ${i}`, scored(5, long)] as const);
    await put(folder, ['a', scored(7)], ...fillers, ['b', scored(8)], ['c', scored(9)]);
    const { cache } = await openIn(folder);
    const lines = (await readFile(join(folder, FILE), 'utf8')).trimEnd().split('\n');
    await writeFile(join(folder, FILE), `${[...lines.slice(0, -2), lines.at(-1)!].join('\n')}\n`);
    expect(['a', 'b', 'c'].map((key) => cache.get(keyOf(key)))).toEqual([scored(7), null, null]);
    await cache.close();
  }));

describe('in a workspace', () => {
  async function refused(folder: string, name: string): Promise<string> {
    const error: unknown = await openIn(join(folder, 'work'), join(folder, 'work'), name).then(
      () => new Error('was opened'),
      (thrown: unknown) => thrown,
    );
    expect(error).toHaveProperty('name', 'GateError');
    return (error as Error).message;
  }
  const inWorkspace = (use: (folder: string) => Promise<void>): Promise<void> =>
    withFiles({ 'work/x.txt': 'x', 'outside/secret.jsonl': `${line(keyOf('a'), 10)}\n` }, use);

  test('a path that leads out of it by name is refused', () =>
    inWorkspace(async (folder) => {
      expect(await refused(folder, '../outside/secret.jsonl')).toBe(
        'eval-gate.yml: judge.cache: "../outside/secret.jsonl" lies outside the workspace; name a file inside it',
      );
    }));

  test('a link out of it is refused, of the file or of its folder, there already or not', () =>
    inWorkspace(async (folder) => {
      await symlink(join(folder, 'outside/secret.jsonl'), join(folder, 'work/judge.jsonl'));
      await symlink(join(folder, 'outside'), join(folder, 'work/linked'));
      await symlink(join(folder, 'outside/none'), join(folder, 'work/dangling'));
      for (const name of ['judge.jsonl', 'linked/secret.jsonl', 'linked/new.jsonl', 'linked/deep/new.jsonl']) {
        expect(await refused(folder, name)).toContain('leads through a link out of the workspace');
      }
      for (const name of ['dangling', 'dangling/new.jsonl']) {
        expect(await refused(folder, name)).toContain('leads through a link to something that is not there');
      }
      await rm(join(folder, 'work/judge.jsonl'));
      await mkdir(join(folder, 'work/real'));
      await symlink(join(folder, 'work/real'), join(folder, 'work/inner'));
      const { cache } = await openIn(join(folder, 'work'), join(folder, 'work'), 'inner/judge.jsonl');
      cache.put(keyOf('a'), scored(7));
      await cache.close();
      expect(await readFile(join(folder, 'work/real/judge.jsonl'), 'utf8')).toBe(`${line(keyOf('a'), 7)}\n`);
    }));

  test('a folder is refused', () =>
    inWorkspace(async (folder) => {
      expect(await refused(folder, '.')).toBe('eval-gate.yml: judge.cache: "." is a folder; name a file in it');
    }));
});
