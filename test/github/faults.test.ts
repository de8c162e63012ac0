import type { EventContext } from '../../src/github/index.js';
import type { Trouble } from '../fakes/github.js';
import { commandsIn } from './commands.js';
import { contextOf, fakeGitHub, headSha, publishTo, Step, stopFakes, token } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(async () => {
  step.close();
  await stopFakes();
});

const readOnly = { tokens: { [token]: { login: 'github-actions[bot]', type: 'Bot', access: 'read-only' } } } as const;
const onPull = (isFork: boolean) => ({ kind: 'pull_request', number: 7, headSha, isFork }) as const;

describe('a token that may not write', () => {
  test.each<[string, Partial<EventContext>, RegExp]>([
    ['on a fork', { target: onPull(true) }, /read-only on a pull request from a fork/u],
    ['for Dependabot', { isDependabot: true }, /read-only in a run that Dependabot started/u],
    ['for want of a permission', {}, /grant it under `permissions` in the workflow/u],
    [
      'on a fork, after workflow_run',
      { eventName: 'workflow_run', target: onPull(true) },
      /grant it under `permissions` in the workflow/u,
    ],
  ])('%s: the verdict stands, and one sentence says what is missing', async (_, changes, reason) => {
    const fake = await fakeGitHub(readOnly);
    const { commentUrl, warnings, stdout } = await publishTo(fake, { context: contextOf(fake, changes) });
    expect(commentUrl).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(reason);
    expect(warnings[0]).toContain('`pull-requests: write`');
    expect(warnings[0]).toContain('403');
    expect(warnings[0]).not.toContain('\n');
    expect(step.summary).toContain('summary');
    expect(step.summary).toContain('could not be written');
    expect(commandsIn(stdout).filter(({ name }) => name === 'warning')).toHaveLength(1);
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('an unknown one is named as the input that it came from', async () => {
    const fake = await fakeGitHub();
    const { warnings } = await publishTo(fake, { token: 'wrong' });
    expect(warnings[0]).toMatch(/check the input github-token .*401: Bad credentials/u);
  });

  test('an empty one asks nothing', async () => {
    const fake = await fakeGitHub();
    const { warnings, stdout } = await publishTo(fake, { token: ' ' });
    expect(warnings[0]).toContain('github-token is empty');
    expect(fake.requests).toEqual([]);
    expect(commandsIn(stdout).map(({ name }) => name)).toEqual(['warning']);
  });

  test('one that does not see the pull request', async () => {
    const fake = await fakeGitHub({ pulls: [] });
    expect((await publishTo(fake)).warnings[0]).toMatch(/does not see pull request 7 of octo\/train/u);
  });

  test('a locked conversation is not a missing permission', async () => {
    const fake = await fakeGitHub();
    const answer = { status: 403, message: 'Unable to create comment because issue is locked.' };
    fake.troubles.push({ match: /^POST .*comments/u, times: 9, answer });
    const { warnings } = await publishTo(fake);
    expect(warnings[0]).toContain('conversation is locked');
    expect(warnings[0]).not.toContain('permission');
  });
});

describe('faults of GitHub', () => {
  const creation = /^POST \/repos\/octo\/train\/issues\/7\/comments$/u;
  const limited = { status: 429, message: 'Too many requests', headers: { 'retry-after': '4' } };
  const secondary = {
    status: 403,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': '5' },
  };
  const primary = {
    status: 403,
    message: 'Quota exceeded for installation ID 1.',
    headers: {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.UTC(2026, 0, 1, 0, 0, 7) / 1000),
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
    },
  };
  const unnamed = { status: 403, message: 'Slow down.', headers: { 'retry-after': '6' } };
  const unsigned = { status: 403, message: 'You have exceeded a secondary rate limit.' };
  const server = { status: 502, message: 'Server Error' };

  test.each<[string, Exclude<Trouble['answer'], string>, number, number[]]>([
    ['a rate limit', limited, 2, [4000, 4000]],
    ['a secondary rate limit', secondary, 1, [5000]],
    ['one without its name', unnamed, 1, [6000]],
    ['one without headers', unsigned, 2, [1000, 2000]],
    ['a used-up quota, by the server’s clock', primary, 1, [7000]],
    ['its own failure', server, 3, [1000, 2000, 4000]],
  ])('%s is waited for', async (_, answer, times, waits) => {
    const fake = await fakeGitHub();
    fake.troubles.push({ match: creation, times, answer });
    const published = await publishTo(fake);
    expect(published.warnings).toEqual([]);
    expect(fake.comments).toHaveLength(1);
    expect(published.waits.filter((wait) => wait !== 500)).toEqual(waits);
  });

  test.each<[string, Trouble['answer'], number, RegExp]>([
    ['a rate limit that lasts', limited, 4, /rate limit is reached \(429, and asks to wait 4 seconds\)/u],
    ['a failure that lasts', server, 4, /GitHub answers 502: Server Error/u],
    [
      'a wait that is too long',
      { ...limited, headers: { 'retry-after': '3600' } },
      1,
      /rate limit is reached \(429, and asks to wait 3600 seconds\)/u,
    ],
    ['a refusal', { status: 422, message: 'Validation Failed' }, 1, /GitHub answers 422: Validation Failed/u],
    ['a closed connection', 'reset', 1, /127\.0\.0\.1:\d+ does not answer \(/u],
    ['no answer in time', 'hang', 1, /127\.0\.0\.1:\d+ does not answer \(.*timeout/u],
  ])('%s is a warning after so many requests', async (_, answer, requests, message) => {
    const fake = await fakeGitHub();
    fake.troubles.push({ match: creation, times: 99, answer });
    const { warnings, commentUrl } = await publishTo(fake, {}, 300);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(message);
    expect(commentUrl).toBeNull();
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(requests);
    expect(step.summary).toContain('summary');
  });

  test('waits of one run together are bounded', async () => {
    const fake = await fakeGitHub();
    const answer = { ...limited, headers: { 'retry-after': '14' } };
    fake.troubles.push({ match: /^/u, times: 99, answer });
    const { waits, warnings } = await publishTo(fake);
    expect(waits).toEqual([14_000, 14_000]);
    expect(warnings).toHaveLength(1);
  });

  test('a server that is not there', async () => {
    const { warnings } = await publishTo({ apiUrl: 'http://127.0.0.1:9' });
    expect(warnings[0]).toMatch(/http:\/\/127\.0\.0\.1:9 does not answer/u);
  });

  test('a comment that was created although its answer was lost does not stay twice', async () => {
    const fake = await fakeGitHub();
    fake.troubles.push({ match: creation, times: 1, answer: server, done: true });
    const { commentUrl } = await publishTo(fake);
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
    expect(fake.comments.map(({ id }) => id)).toEqual([1000]);
    expect(commentUrl).toContain('#issuecomment-1000');
  });

  test('a second comment that can not be deleted is a warning', async () => {
    const fake = await fakeGitHub();
    fake.troubles.push({ match: creation, times: 1, answer: server, done: true });
    fake.troubles.push({ match: /^DELETE/u, times: 9, answer: { status: 403, message: 'Must have admin rights' } });
    expect((await publishTo(fake)).warnings[0]).toContain('Must have admin rights');
  });
});

describe('secrets', () => {
  test('the token is masked before anything else is written, and stands nowhere', async () => {
    const secret = 'ghs_s3cr3tT0ken';
    const fake = await fakeGitHub({ tokens: {} });
    const published = await publishTo(fake, { token: secret });
    expect(commandsIn(published.stdout)[0]).toEqual({ name: 'add-mask', properties: {}, data: secret });
    const { stdout, ...rest } = published;
    const written = JSON.stringify(rest) + step.summary + stdout.split('\n').slice(1).join('\n');
    expect(published.warnings).toHaveLength(1);
    expect(written).not.toContain(secret);
    expect(written).not.toContain('authorization');
  });

  test('a token or address that a library quotes is masked', async () => {
    const secret = 'ghs_first\nghs_second';
    const { warnings, stdout } = await publishTo({ apiUrl: 'http://user:hunter2@127.0.0.1:9' }, { token: secret });
    expect(warnings).toHaveLength(1);
    const written = warnings.join() + step.summary + stdout.split('\n').slice(1).join('\n');
    expect(written).not.toContain('hunter2');
    expect(written).not.toContain('ghs_first');
  });

  test('what the server says can not drive the log or the summary', async () => {
    const fake = await fakeGitHub();
    const message = 'no\n::set-output name=verdict::pass\n##[add-mask]x <img src=x> \u001b[2J @octocat';
    fake.troubles.push({ match: /^GET/u, times: 99, answer: { status: 400, message } });
    const { warnings, stdout } = await publishTo(fake);
    expect(warnings[0]).not.toMatch(/[\n\u001b]/u);
    expect(commandsIn(stdout).map(({ name }) => name)).toEqual(['add-mask', 'warning']);
    expect(step.summary).not.toContain('<img');
    expect(commandsIn(step.summary)).toEqual([]);
  });
});
