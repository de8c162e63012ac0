import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReportDir } from '../../src/report-dir.js';
import { withFiles } from '../temp.js';

const OURS = '{\n  "schema_version": 1,\n  "tool": {\n    "name": "eval-gate",\n    "version": "0.1.0"\n  }\n}\n';
const FILES = { json: OURS, markdown: '# x\n', rows: ['{"a":1}', '{"a":2}'], scanned: true };

function open(folder: string, name: string, root: string | null = null) {
  return ReportDir.open(join(folder, name), name, root);
}

test('writes every file whole, and nothing beside them', async () => {
  await withFiles({}, async (folder) => {
    const dir = await open(folder, 'a/b');
    await dir.writePair('{"pair":1}');
    await dir.finish(FILES);
    expect((await readdir(dir.path)).sort()).toEqual(['contamination.jsonl', 'report.json', 'report.md', 'rows.jsonl']);
    expect(await readFile(join(dir.path, 'rows.jsonl'), 'utf8')).toBe('{"a":1}\n{"a":2}\n');
    expect(await readFile(join(dir.path, 'contamination.jsonl'), 'utf8')).toBe('{"pair":1}\n');
  });
});

test('an earlier report is replaced, and its scan does not outlive it', async () => {
  await withFiles({}, async (folder) => {
    await (await open(folder, 'r')).finish(FILES);
    const dir = await open(folder, 'r');
    await dir.finish({ ...FILES, markdown: '# y\n', rows: [], scanned: false });
    expect((await readdir(dir.path)).sort()).toEqual(['report.json', 'report.md', 'rows.jsonl']);
    expect(await readFile(join(dir.path, 'report.md'), 'utf8')).toBe('# y\n');
  });
});

test('long lists pass through whole', async () => {
  await withFiles({}, async (folder) => {
    const dir = await open(folder, 'r');
    const rows = Array.from({ length: 20_000 }, (_, i) => `{"row":${String(i)},"text":"日本"}`);
    await dir.finish({ ...FILES, rows });
    expect((await readFile(join(dir.path, 'rows.jsonl'), 'utf8')).split('\n')).toEqual([...rows, '']);
  });
});

test("another program's files are never overwritten", async () => {
  await withFiles({ 'mine/report.json': '{"coverage": 1}', 'notes/report.md': 'mine' }, async (folder) => {
    await expect(open(folder, 'mine')).rejects.toThrow(
      'mine: report-dir: holds a report.json that eval-gate did not write; name another folder',
    );
    await expect(open(folder, 'notes')).rejects.toThrow('holds a report.md that eval-gate did not write');
    expect(await readFile(join(folder, 'notes/report.md'), 'utf8')).toBe('mine');
  });
});

test('a file in the way', async () => {
  await withFiles({ taken: 'x' }, async (folder) => {
    await expect(open(folder, 'taken')).rejects.toThrow('taken: report-dir: is a file; name a folder for the report');
    await expect(open(folder, 'taken/below')).rejects.toThrow(/^taken\/below: report-dir: can't be made \(ENOTDIR\)/u);
  });
});

test('a planted symlink is replaced, never followed', async () => {
  await withFiles({ 'r/report.json': OURS, victim: 'untouched' }, async (folder) => {
    await symlink(join(folder, 'victim'), join(folder, 'r', 'rows.jsonl'));
    await symlink(join(folder, 'victim'), join(folder, 'r', '.report.md.partial'));
    await (await open(folder, 'r')).finish(FILES);
    expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('untouched');
    expect(await readFile(join(folder, 'r', 'rows.jsonl'), 'utf8')).toBe('{"a":1}\n{"a":2}\n');
  });
});

test('in a workflow the folder may not lead out of the workspace', async () => {
  await withFiles({}, async (folder) => {
    const work = join(folder, 'work');
    await mkdir(join(folder, 'outside'));
    await mkdir(work);
    await symlink(join(folder, 'outside'), join(work, 'out'));
    await expect(open(work, 'out', work)).rejects.toThrow('out: report-dir: leads out of the workspace');
    await writeFile(join(folder, 'outside', 'x'), '');
    expect(await readdir(join(folder, 'outside'))).toEqual(['x']);
  });
});

test('nothing is made outside the workspace, neither by dots nor through a link', async () => {
  await withFiles({ 'workspace/x': '', 'outside/y': '' }, async (folder) => {
    const root = join(folder, 'workspace');
    await symlink(join(folder, 'outside'), join(root, 'link'));
    for (const name of ['../made', 'link/made', 'link']) {
      await expect(ReportDir.open(join(root, name), name, root)).rejects.toThrow('leads out of the workspace');
    }
    expect(existsSync(join(folder, 'made'))).toBe(false);
    expect(await readdir(join(folder, 'outside'))).toEqual(['y']);
  });
});

test('a file system that takes no folders is an error, not an endless wait', async () => {
  await expect(ReportDir.open('/proc/made/below', 'r', null)).rejects.toThrow("r: report-dir: can't be made (ENOENT)");
});

test('a pipe in the place of a report is not read', async () => {
  await withFiles({ 'r/x': '' }, async (folder) => {
    execFileSync('mkfifo', [join(folder, 'r/report.json')]);
    await expect(open(folder, 'r')).rejects.toThrow('holds a report.json that eval-gate did not write');
  });
});

test('what can not be written is said in one sentence', async () => {
  await withFiles({ 'r/.report.json.partial/x': '' }, async (folder) => {
    const dir = await open(folder, 'r');
    await expect(dir.finish(FILES)).rejects.toThrow(/^r: report-dir: can't be written \(\w+\); free its space/u);
  });
});
