import { jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../temp.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  process.exitCode = undefined;
});

test('without an event the step fails, and the report, the summary and the outputs still say why', async () => {
  await withFiles({ outputs: '', summary: '', 'event.json': '{broken' }, async (folder) => {
    Object.assign(process.env, {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(folder, 'event.json'),
      GITHUB_REPOSITORY: 'octo/train',
      GITHUB_RUN_ID: '1',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_API_URL: 'https://api.github.example',
      GITHUB_OUTPUT: join(folder, 'outputs'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    });
    // The runner of our own tests would obey what the Action prints.
    const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await import('../../src/action.js');
    printed.mockRestore();
    expect(process.exitCode).toBe(1);
    const report = JSON.parse(await readFile(join(folder, 'eval-gate-report/report.json'), 'utf8')) as unknown;
    const message = expect.stringContaining('the event file is not JSON') as string;
    expect(report).toMatchObject({ verdict: 'error', errors: [{ message }] });
    expect(await readFile(join(folder, 'summary'), 'utf8')).toContain('the event file is not JSON');
    const outputs = await readFile(join(folder, 'outputs'), 'utf8');
    expect(outputs).toMatch(/^verdict<<(\S+)\nerror\n\1$/mu);
    expect(outputs).toContain(join(folder, 'eval-gate-report', 'report.json'));
  });
});
