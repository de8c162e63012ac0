import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { resolveFiles } from '../../src/data/index.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
const outside = new TempFolder();
const root = join(temp.path, 'repo');
afterAll(() => {
  temp.remove();
  outside.remove();
});

beforeAll(() => {
  for (const name of [
    'b.jsonl',
    'a.jsonl',
    'deep/c.jsonl',
    'deep/😀.jsonl',
    'deep/ｱ.jsonl',
    '[x]{1,2}.jsonl',
    'x.jsonl',
  ]) {
    temp.write(`repo/data/${name}`, '{}\n');
  }
  temp.write('repo/data/folder.jsonl/inside.txt', '');
  temp.write('secret/key.jsonl', '{}\n');
  temp.write('secretrepo/key.jsonl', '{}\n');
  outside.write('far.jsonl', '{}\n');
  mkdirSync(join(root, 'links'));
  symlinkSync(join(temp.path, 'secret/key.jsonl'), join(root, 'links/file.jsonl'));
  symlinkSync(join(temp.path, 'secret'), join(root, 'links/folder'));
  symlinkSync(join(root, 'data/a.jsonl'), join(root, 'links/inside.jsonl'));
  symlinkSync(join(root, 'data/gone.jsonl'), join(root, 'links/broken.jsonl'));
  mkdirSync(join(root, 'loop'));
  for (const name of ['one', 'two', 'three']) symlinkSync(root, join(root, 'loop', name));
  execFileSync('mkfifo', [join(root, 'pipe.jsonl')]);
});

const find = async (pattern: string, trusted = false, guarded = true): Promise<string[]> => {
  const path = { pattern, baseDir: root, place: { file: 'eval-gate.yml', key: 'eval_set' }, trusted };
  const files = await resolveFiles([path], { workingDirectory: root, root: guarded ? root : null });
  return files.map((file) => file.shown);
};

describe('resolveFiles', () => {
  const found: [string, string[]][] = [
    ['data/a.jsonl', ['data/a.jsonl']],
    ['./data//../data/a.jsonl', ['data/a.jsonl']],
    ['data/*.jsonl', ['data/[x]{1,2}.jsonl', 'data/a.jsonl', 'data/b.jsonl', 'data/x.jsonl']],
    ['data/{b,a}.jsonl', ['data/a.jsonl', 'data/b.jsonl']],
    // By code point 😀 (U+1F600) stands behind ｱ (U+FF71), by UTF-16 unit before it.
    ['data/deep/*', ['data/deep/c.jsonl', 'data/deep/ｱ.jsonl', 'data/deep/😀.jsonl']],
    ['data/[x]{1,2}.jsonl', ['data/[x]{1,2}.jsonl']],
    [join(root, 'data/a.jsonl'), ['data/a.jsonl']],
    ['links/inside.jsonl', ['links/inside.jsonl']],
    ['{data,links}/{a,inside}.jsonl', ['data/a.jsonl']],
  ];
  test.each(found)('%s', async (pattern, names) => {
    expect(await find(pattern)).toEqual(names);
  });

  test('gives each file once and all of them in one order, whatever the order of patterns', async () => {
    const patterns = ['data/b.jsonl', 'data/?.jsonl', 'data/a.jsonl'].map((pattern) => ({
      ...temp.pattern(pattern),
      baseDir: root,
    }));
    const files = await resolveFiles(patterns, { workingDirectory: temp.path, root: null });
    expect(files).toEqual(
      ['a', 'b', 'x'].map((name) => ({ path: join(root, `data/${name}.jsonl`), shown: `repo/data/${name}.jsonl` })),
    );
  });

  test('enters a linked folder once, so that links in circles end', async () => {
    expect(await find('loop/**/a.jsonl')).toEqual([expect.stringMatching(/^loop\/(one|two|three)\/data\/a\.jsonl$/u)]);
  }, 10_000);

  const refused: [string, string][] = [
    ['data/c.jsonl', 'eval-gate.yml: eval_set: no file matches "data/c.jsonl"; did you mean "a.jsonl"?'],
    ['data/*.csv', 'no file matches "data/*.csv"'],
    ['nowhere/a.jsonl', 'no file matches "nowhere/a.jsonl"; its folder does not exist'],
    ['../secret/key.jsonl', '"../secret/key.jsonl" lies outside the workspace; a config may only name files inside it'],
    ['../secretrepo/key.jsonl', 'lies outside the workspace'],
    ['data/../../secret/*.jsonl', 'lies outside the workspace'],
    ['../**/key.jsonl', 'lies outside the workspace'],
    [join(temp.path, 'secret/key.jsonl'), 'lies outside the workspace'],
    [join(temp.path, 'secret/*'), 'lies outside the workspace'],
    ['data/*/../../../secret/key.jsonl', 'outside the workspace'],
    ['links/file.jsonl', '"links/file.jsonl" is a link that leads outside the workspace'],
    ['links/f*.jsonl', '"links/f*.jsonl" matches file.jsonl, which is a link that leads outside the workspace'],
    ['links/folder/key.jsonl', 'is a link that leads outside the workspace'],
    ['links/folder/*.jsonl', 'is a link that leads outside the workspace'],
    ['links/**/key.jsonl', 'is a link that leads outside the workspace'],
    ['links/broken.jsonl', '"links/broken.jsonl" is a link to a file that is not there'],
    ['data', '"data" is a folder; write a glob such as "data/*.jsonl"'],
    ['data/folder.jsonl', 'is a folder'],
    ['pipe.jsonl', '"pipe.jsonl" is not a regular file'],
    ['*.jsonl', '"*.jsonl" matches pipe.jsonl, which is not a regular file'],
    [' ', 'is an empty path'],
    ['a\0b', 'holds a NUL character'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}', 'more than 4 {…} groups'],
    ['{1..100000000}.jsonl', '"{1..100000000}.jsonl" can\'t be matched'],
    ['none/**/a.jsonl', 'no file matches "none/**/a.jsonl"; its folder does not exist'],
  ];
  test.each(refused)('refuses %j', async (pattern, message) => {
    expect(await failure(find(pattern))).toContain(message);
  });

  test('lets inputs and flags name places outside, but not be led elsewhere', async () => {
    const far = join(outside.path, 'far.jsonl');
    expect(await find(far, true)).toHaveLength(1);
    expect(await find(join(outside.path, '*.jsonl'), true)).toHaveLength(1);
    expect(await find('../secret/*.jsonl', true)).toEqual(['../secret/key.jsonl']);
    expect(await failure(find('links/file.jsonl', true))).toContain('leads outside the workspace');
    expect(await failure(find('links/f*.jsonl', true))).toContain('leads outside the workspace');
  });

  test('guards nothing where there is no workspace to guard', async () => {
    expect(await find('links/file.jsonl', false, false)).toEqual(['links/file.jsonl']);
    expect(await find('../secret/*.jsonl', false, false)).toEqual(['../secret/key.jsonl']);
  });
});
