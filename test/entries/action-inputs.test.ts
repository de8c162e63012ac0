import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../temp.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  process.exitCode = undefined;
});

test('with a wrong input the step fails, and the report, the summary and the outputs still say why', async () => {
  await withFiles({ outputs: '', summary: '', 'event.json': '{}' }, async (folder) => {
    Object.assign(process.env, {
      INPUT_MODE: 'lenient',
      'INPUT_REPORT-DIR': 'mine',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: 'octo/train',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_API_URL: 'https://api.github.example',
      GITHUB_OUTPUT: join(folder, 'outputs'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    });
    const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await import('../../src/action.js');
    printed.mockRestore();
    expect(process.exitCode).toBe(1);
    const report = JSON.parse(await readFile(join(folder, 'mine/report.json'), 'utf8')) as unknown;
    expect(report).toMatchObject({
      verdict: 'error',
      errors: [{ message: 'mode: "lenient" is not known; it must be enforce or warn' }],
    });
    expect(await readFile(join(folder, 'summary'), 'utf8')).toContain('is not known');
    expect(await readFile(join(folder, 'outputs'), 'utf8')).toMatch(/^verdict<<(\S+)\nerror\n\1$/mu);
  });
});
