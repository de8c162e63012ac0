import { jest } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execute } from '../../src/commands.js';
import { withFiles } from '../temp.js';

const FILES = {
  'e.jsonl': '{"id":"a","reference":"x"}\n',
  'c.jsonl': '{"id":"a","output":"x"}\n',
  'eval-gate.yml': 'version: 1\neval_set: e.jsonl\npredictions: c.jsonl\n',
};

/** Runs a command in a folder of its own, and returns its exit code, what it said, and the report where there is one. */
function command(name: string, args: readonly string[], reportDir = 'eval-gate-report') {
  return withFiles(FILES, async (folder) => {
    const before = process.cwd();
    const printed = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        printed[stream] += String(text);
        return true;
      }),
    );
    process.chdir(folder);
    try {
      const exitCode = await execute(name, args);
      const path = join(folder, reportDir);
      const file = async (of: string) => (existsSync(join(path, of)) ? readFile(join(path, of), 'utf8') : null);
      return { exitCode, ...printed, json: await file('report.json'), markdown: await file('report.md') };
    } finally {
      process.chdir(before);
      for (const spy of spies) spy.mockRestore();
    }
  });
}

/** The contract: report.json exists for every verdict, an error included. */
test.each([
  ['run', ['--evalset', 'e.jsonl'], '--evalset: unknown flag; did you mean "eval-set"?'],
  ['run', ['--mode', 'lenient'], '--mode: "lenient" is not known; it must be enforce or warn'],
  ['run', ['--predictions'], '--predictions: needs a value'],
  ['run', ['c.jsonl'], '"c.jsonl" was not expected here'],
  ['run', ['--config', 'a.yml', '--config', 'b.yml'], '--config: is given twice'],
  ['scan', ['--n', '1'], '--n: must be a whole number from 2 to 50'],
  ['scan', ['--predictions', 'c.jsonl'], '--predictions: unknown flag'],
])('%s %j ends as an error with a report', async (name, args, message) => {
  const { exitCode, stdout, stderr, json, markdown } = await command(name, args);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  const report = JSON.parse(json ?? 'null') as { verdict: string; errors: { message: string }[] } | null;
  expect([report?.verdict, report?.errors[0]?.message]).toEqual(['error', expect.stringContaining(message)]);
  expect(markdown).toContain('could not evaluate');
});

test('where the folder is named and the rest is wrong, the report is there, and on stdout if asked for', async () => {
  const { exitCode, stdout, json } = await command('run', ['--report-dir', 'mine', '--jsn', '--json'], 'mine');
  expect(exitCode).toBe(2);
  expect(json).toContain('--jsn: unknown flag; did you mean \\"json\\"?');
  expect(stdout).toBe(json);
});

test('commands without a report only say what is wrong', async () => {
  for (const name of ['selftest', 'init', 'schema']) {
    const { exitCode, stderr, json } = await command(name, ['--verbose']);
    expect([name, exitCode, json]).toEqual([name, 2, null]);
    expect(stderr).toContain('--verbose: unknown flag');
  }
});

test('the same files without a mistake pass', async () => {
  expect(await command('run', [])).toMatchObject({
    exitCode: 0,
    json: expect.stringContaining('"verdict": "pass"') as string,
  });
});
