import { writeFileSync } from 'node:fs';
import { contextOf, fakeGitHub, headSha, publishTo, Step, stopFakes, token } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(async () => {
  step.close();
  await stopFakes();
});

describe('events without a pull request of their own', () => {
  const branch = { owner: 'octo', repo: 'train', branch: 'topic' };
  const commit = { kind: 'commit', headSha, head: branch, isFork: false, expected: false } as const;

  test.each(['merge_group', 'workflow_dispatch', 'schedule'])('%s: the summary, and no question', async (eventName) => {
    const fake = await fakeGitHub();
    const context = contextOf(fake, { eventName, target: { kind: 'none' } });
    const { commentUrl, warnings, log } = await publishTo(fake, { context });
    expect(commentUrl).toBeNull();
    expect(warnings).toEqual([]);
    expect(log.join()).toContain(`a ${eventName} event has no pull request`);
    expect(fake.requests).toEqual([]);
    expect(step.summary).toContain('summary');
  });

  test('push: on the open pull request whose head it is', async () => {
    const fake = await fakeGitHub();
    const { commentUrl } = await publishTo(fake, { context: contextOf(fake, { eventName: 'push', target: commit }) });
    expect(commentUrl).toContain('/pull/7#issuecomment-');
  });

  test.each([
    ['no pull request', []],
    ['a closed one', [{ number: 7, headSha, state: 'closed' as const }]],
    ['one with another head', [{ number: 7, headSha: 'f'.repeat(40) }]],
  ])('push with %s: the summary only', async (_, pulls) => {
    const fake = await fakeGitHub({ pulls });
    const context = contextOf(fake, { eventName: 'push', target: commit });
    const { commentUrl, warnings, log } = await publishTo(fake, { context });
    expect([commentUrl, warnings, fake.comments]).toEqual([null, [], []]);
    expect(log.join()).toContain(`no open pull request has the commit ${headSha}`);
  });

  test('push with a token that can not read pull requests is no warning', async () => {
    const fake = await fakeGitHub();
    const answer = { status: 403, message: 'Resource not accessible by integration' };
    fake.troubles.push({ match: /^GET .*\/pulls/u, times: 99, answer });
    const context = contextOf(fake, { eventName: 'push', target: commit });
    expect((await publishTo(fake, { context })).warnings).toEqual([]);
  });

  test('workflow_run of a fork: found by its branch, and only with the commit that was evaluated', async () => {
    const fork = { number: 8, headOwner: 'mallory', headBranch: 'topic' };
    const target = { ...commit, head: { ...branch, owner: 'mallory' }, isFork: true, expected: true };
    for (const [sha, found] of [
      [headSha, true],
      ['f'.repeat(40), false],
    ] as const) {
      const fake = await fakeGitHub({
        pulls: [
          { number: 7, headSha: 'e'.repeat(40) },
          { ...fork, headSha: sha },
        ],
      });
      const context = contextOf(fake, { eventName: 'workflow_run', target });
      const { commentUrl } = await publishTo(fake, { context });
      expect(fake.comments.map(({ issue }) => issue)).toEqual(found ? [8] : []);
      expect(commentUrl !== null).toBe(found);
    }
  });

  test('workflow_run that may not read pull requests is a warning', async () => {
    const fake = await fakeGitHub();
    const answer = { status: 403, message: 'Resource not accessible by integration' };
    fake.troubles.push({ match: /^GET .*\/pulls/u, times: 99, answer });
    const context = contextOf(fake, { eventName: 'workflow_run', target: { ...commit, expected: true } });
    expect((await publishTo(fake, { context })).warnings[0]).toContain('`pull-requests: write`');
  });
});

describe('GitHub Enterprise Server', () => {
  test('every request goes to its address, under its path', async () => {
    const fake = await fakeGitHub({ prefix: '/api/v3' });
    expect(fake.apiUrl).toMatch(/\/api\/v3$/u);
    for (let i = 0; i < 120; i++) fake.seed(7, { login: 'mallory', type: 'User' }, 'chatter');
    for (const runId of [500, 501]) {
      const { warnings } = await publishTo(fake, { context: contextOf(fake, { runId }) });
      expect(warnings).toEqual([]);
    }
    expect(fake.comments).toHaveLength(121);
    // GraphQL lives beside the REST root there, not under it.
    expect(fake.requests.map(({ path }) => path)).toContain('/api/graphql');
    expect(fake.requests.some(({ path }) => path.includes('page=2'))).toBe(true);
  });
});

describe('the step summary', () => {
  const readOnly = { login: 'github-actions[bot]', type: 'Bot', access: 'read-only' } as const;
  const MiB = 1024 * 1024;

  test('is appended to what the step has written, and told how much room there is', async () => {
    const fake = await fakeGitHub();
    writeFileSync(process.env['GITHUB_STEP_SUMMARY']!, 'x'.repeat(1000));
    let room = 0;
    const summary = (maxBytes: number): string => {
      room = maxBytes;
      return 'y'.repeat(maxBytes);
    };
    await publishTo(fake, { summary });
    expect(room).toBeGreaterThan(MiB - 1100);
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(MiB);
    expect(step.summary.startsWith('x'.repeat(1000) + 'y')).toBe(true);
  });

  test.each(['😀'.repeat(400_000), 'a line\n'.repeat(200_000)])('a giant one is cut below 1 MiB', async (text) => {
    const fake = await fakeGitHub({ tokens: { [token]: readOnly } });
    await publishTo(fake, { summary: () => text });
    expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(MiB);
    expect(Buffer.byteLength(step.summary)).toBeGreaterThan(MiB - 4096);
    expect(step.summary).not.toContain('\uFFFD');
    expect(step.summary).toContain('cut here');
    expect(step.summary).toContain('`pull-requests: write`');
  });

  test('one that can not be written is a warning, and the comment is there', async () => {
    const fake = await fakeGitHub();
    process.env['GITHUB_STEP_SUMMARY'] = step.folder;
    const { warnings } = await publishTo(fake);
    expect(warnings).toEqual([expect.stringMatching(/the step summary could not be written: .*EISDIR/u)]);
    expect(fake.comments).toHaveLength(1);
    process.env['GITHUB_STEP_SUMMARY'] = '';
    expect((await publishTo(fake)).warnings[0]).toContain('GITHUB_STEP_SUMMARY is not set');
  });
});
