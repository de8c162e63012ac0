import { existsSync, readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readScores, runScorer } from '../../src/scorer/index.js';
import { withFiles } from '../temp.js';

const NODE = process.execPath;
const ENV = { PATH: process.env['PATH'] };

/** Runs a script of Node's on these lines. */
function run(script: string, { lines = [''], timeout = 20, env = ENV } = {}): Promise<string> {
  return withFiles({ 'score.cjs': script }, (folder) =>
    runScorer({ id: 'mine', run: [NODE, 'score.cjs'], timeout, folder }, lines, env),
  );
}

describe('the program', () => {
  test('gets every line, and its output comes back', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `{"id":"${i}"}\n`);
    expect(await run('process.stdin.pipe(process.stdout)', { lines })).toBe(lines.join(''));
  });

  test('need not read its input', async () => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `{"id":"${i}"}\n`);
    expect(await run('console.log("done")', { lines })).toBe('done\n');
  });

  test('sees nothing of the workflow in its environment', async () => {
    const secrets = { 'INPUT_GITHUB-TOKEN': 's', GITHUB_TOKEN: 's', ACTIONS_RUNTIME_TOKEN: 's', OPENAI_API_KEY: 's' };
    const env = { ...secrets, GITHUB_OUTPUT: 's', RUNNER_TEMP: 's', NODE_OPTIONS: 's', LC_ALL: 'C', ...ENV };
    const seen = JSON.parse(await run('console.log(JSON.stringify(process.env))', { env })) as object;
    expect(Object.keys(seen).sort()).toEqual(['LC_ALL', 'PATH']);
  });

  test('is not read by a shell, and runs in its folder', async () => {
    await withFiles({ 'my score': '#!/bin/sh\necho "$1 $PWD"\n' }, async (folder) => {
      await chmod(join(folder, 'my score'), 0o755);
      const scorer = { id: 'mine', run: ['./my score', '$(id); echo *'], timeout: 20, folder };
      expect(await runScorer(scorer, [], ENV)).toBe(`$(id); echo * ${folder}\n`);
    });
  });
});

describe('a failure is one plain sentence', () => {
  const FAILURES: readonly (readonly [string, string, string])[] = [
    ['an exit code', 'process.exit(3)', 'metrics: the command of mine ended with exit code 3'],
    [
      'last words',
      'console.error("loading\\nno module named x\\n"); process.exitCode = 1',
      'metrics: the command of mine ended with exit code 1; its last words were: no module named x',
    ],
    ['a signal', 'process.kill(process.pid, "SIGTERM")', 'metrics: the command of mine was ended by SIGTERM'],
    [
      'too much output',
      'const s = "x".repeat(1e7); for (let i = 0; i < 11; i++) process.stdout.write(s)',
      'metrics: the command of mine wrote more than 100 MB',
    ],
  ];
  test.each(FAILURES)('%s', async (_name, script, message) => {
    await expect(run(script)).rejects.toThrow(new Error(message));
  });

  test('no such program', async () => {
    const scorer = { id: 'mine', run: ['no-such-program'], timeout: 20, folder: import.meta.dirname };
    await expect(runScorer(scorer, ['x\n'], ENV)).rejects.toThrow(
      'metrics: the command of mine can\'t be started: there is no program "no-such-program"',
    );
  });

  test('pull_request_target, where nothing of a stranger may run', async () => {
    const env = { ...ENV, GITHUB_EVENT_NAME: 'pull_request_target' };
    await expect(run('console.log(1)', { env })).rejects.toThrow('does not run on pull_request_target');
  });
});

describe('the time limit', () => {
  /** Starts a child that would write a file after 2 s, and waits or ends itself. */
  const parent = (end: string, detached: boolean) => `
    const child = require('node:child_process').spawn(process.execPath,
      ['-e', 'setTimeout(() => require("node:fs").writeFileSync("survived", ""), 2000)'],
      { stdio: 'inherit', detached: ${String(detached)} });
    require('node:fs').writeFileSync('pid', String(child.pid));
    child.unref();
    ${end}`;

  test('ends the program and what it started', async () => {
    await withFiles({ 'score.cjs': parent('setInterval(() => {}, 1000)', false) }, async (folder) => {
      const running = runScorer({ id: 'mine', run: [NODE, 'score.cjs'], timeout: 1, folder }, ['x\n'], ENV);
      await expect(running).rejects.toThrow('the command of mine took longer than its timeout of 1 seconds');
      await sleep(2_000);
      expect(existsSync(join(folder, 'survived'))).toBe(false);
    });
  });

  test('a program that leaves something running is done when it ends', async () => {
    await withFiles({ 'score.cjs': parent('console.log("scores")', false) }, async (folder) => {
      const scorer = { id: 'mine', run: [NODE, 'score.cjs'], timeout: 20, folder };
      expect(await runScorer(scorer, ['x\n'], ENV)).toBe('scores\n');
      await sleep(2_200);
      expect(existsSync(join(folder, 'survived'))).toBe(false);
    });
  });

  test('holds even where a process has left the group and keeps the pipe open', async () => {
    await withFiles({ 'score.cjs': parent('', true) }, async (folder) => {
      const scorer = { id: 'mine', run: [NODE, 'score.cjs'], timeout: 1, folder };
      await expect(runScorer(scorer, ['x\n'], ENV)).rejects.toThrow('took longer than its timeout');
      process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
    });
  });
});

describe('scores', () => {
  const asked = [
    { id: 'a', sample: null },
    { id: '7', sample: null },
    { id: 's', sample: 0 },
    { id: 's', sample: 1 },
  ];
  const line = (reply: object): string => JSON.stringify(reply);
  const ALL = [
    line({ id: 's', sample: 1, score: 4 }),
    line({ id: 7, score: null }),
    '',
    `${line({ id: 'a', score: 0.5, why: 'more keys do not matter' })}\r`,
    line({ sample: 0, id: 's', score: -3e2 }),
  ];

  test('in any order, ids as text, null for none', () => {
    expect(readScores('mine', ALL.join('\n'), asked)).toEqual([0.5, null, -300, 4]);
  });

  test('true and false are 1 and 0', () => {
    const replies = ALL.join('\n').replace('0.5', 'true').replace(':4}', ':false}');
    expect(readScores('mine', replies, asked)).toEqual([1, null, -300, 0]);
  });

  const with3 = (reply: string): string => [...ALL.slice(0, 3), reply, ALL[4]].join('\n');
  test.each([
    [with3('{"id": "a"}'), 'the command of mine wrote no {"id": …, "score": …} in line 4 of its output'],
    [with3('a 0.5'), 'wrote no {"id": …, "score": …} in line 4 of its output'],
    [with3('[1]'), 'in line 4'],
    [with3('null'), 'in line 4'],
    [with3('{"__proto__": {"id": "a", "score": 1}}'), 'in line 4'],
    [with3('{"id": "a", "score": "0.5"}'), 'gave the id "a" a score that is not a finite number'],
    [with3('{"id": "a", "score": "yes"}'), 'gave the id "a" a score that is not a finite number'],
    [with3('{"id": "a", "score": 1e999}'), 'gave the id "a" a score that is not a finite number'],
    [with3('{"id": "a", "score": NaN}'), 'in line 4'],
    [with3('{"id": "b", "score": 1}'), 'scored the id "b", which it was not given'],
    [with3('{"id": "a", "sample": 0, "score": 1}'), 'scored sample 0 of the id "a", which it was not given'],
    [with3('{"id": "s", "sample": 1, "score": 1}'), 'scored sample 1 of the id "s" twice'],
    [with3('{"id": 7, "score": null}'), 'scored the id "7" twice'],
    [with3(''), 'gave no score to 1 of 4 rows, the first being the id "a"'],
    ['', 'gave no score to 4 of 4 rows, the first being the id "a"'],
  ])('%j is refused', (text, message) => {
    expect(() => readScores('mine', text, asked)).toThrow(message);
  });
});
