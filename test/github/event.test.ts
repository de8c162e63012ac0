import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GateError } from '../../src/errors.js';
import { readEvent } from '../../src/github/index.js';
import { headSha, Step } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(() => step.close());

/** The environment of a step, with the event file holding `payload` (or, as a string, exactly that). */
function environment(eventName: string, payload: unknown, changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = join(step.folder, 'event.json');
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return {
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: path,
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_RUN_ID: '500',
    GITHUB_RUN_ATTEMPT: '3',
    GITHUB_REPOSITORY: 'octo/train',
    GITHUB_WORKFLOW: 'Gate',
    GITHUB_JOB: 'gate',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_ACTOR: 'octocat',
    GITHUB_WORKSPACE: '/workspace',
    ...changes,
  };
}

const repoOf = (owner: string) => ({ full_name: `${owner}/train`, name: 'train', owner: { login: owner }, id: 1 });
const pull = (owner: string) => ({ number: 7, head: { sha: headSha, ref: 'topic', repo: repoOf(owner) } });
const run = (owner: string, changes: object = {}) => ({
  event: 'pull_request',
  head_sha: headSha,
  head_branch: 'topic',
  head_repository: repoOf(owner),
  pull_requests: [],
  ...changes,
});

describe('the pull request of an event', () => {
  test.each(['pull_request', 'pull_request_target'])('%s names it', (name) => {
    const { target } = readEvent(environment(name, { action: 'synchronize', number: 7, pull_request: pull('octo') }));
    expect(target).toEqual({ kind: 'pull_request', number: 7, headSha, isFork: false });
  });

  test('a fork is known by its repository, whatever the case, and a deleted one by its absence', () => {
    const forkOf = (head: object): unknown =>
      readEvent(environment('pull_request', { pull_request: { number: 7, head: { sha: headSha, ...head } } })).target;
    expect(forkOf({ repo: repoOf('mallory') })).toMatchObject({ isFork: true });
    expect(forkOf({ repo: null })).toMatchObject({ isFork: true });
    expect(forkOf({ repo: { ...repoOf('octo'), full_name: 'Octo/Train' } })).toMatchObject({ isFork: false });
  });

  test('a payload without the head commit (as local runners write) still names the pull request', () => {
    const { target } = readEvent(environment('pull_request', { pull_request: { number: 7 } }));
    expect(target).toEqual({ kind: 'pull_request', number: 7, headSha: null, isFork: false });
  });

  test('Dependabot is known by the actor', () => {
    const payload = { pull_request: pull('octo') };
    expect(readEvent(environment('pull_request', payload, { GITHUB_ACTOR: 'dependabot[bot]' })).isDependabot).toBe(
      true,
    );
    expect(readEvent(environment('pull_request', payload, { GITHUB_ACTOR: 'dependabot' })).isDependabot).toBe(false);
  });

  test('workflow_run: from its own list', () => {
    const payload = { workflow_run: run('octo', { pull_requests: [{ number: 7, head: { sha: headSha } }] }) };
    expect(readEvent(environment('workflow_run', payload)).target).toEqual({
      kind: 'pull_request',
      number: 7,
      headSha,
      isFork: false,
    });
  });

  test('workflow_run: a listed pull request that has moved on is not the one that ran', () => {
    const moved = { number: 7, head: { sha: 'd'.repeat(40) } };
    const payload = { workflow_run: run('octo', { pull_requests: [moved] }) };
    expect(readEvent(environment('workflow_run', payload)).target).toMatchObject({ kind: 'commit', headSha });
  });

  test('workflow_run of a fork: to be found by the commit and its branch', () => {
    expect(readEvent(environment('workflow_run', { workflow_run: run('mallory') })).target).toEqual({
      kind: 'commit',
      headSha,
      head: { owner: 'mallory', repo: 'train', branch: 'topic' },
      isFork: true,
      expected: true,
    });
  });

  test('workflow_run after a push may have none', () => {
    const payload = { workflow_run: run('octo', { event: 'push' }) };
    expect(readEvent(environment('workflow_run', payload)).target).toMatchObject({ kind: 'commit', expected: false });
  });

  test('push: the open one of the commit, if there is one', () => {
    const payload = { ref: 'refs/heads/feature/x', deleted: false };
    expect(readEvent(environment('push', payload)).target).toEqual({
      kind: 'commit',
      headSha: 'b'.repeat(40),
      head: { owner: 'octo', repo: 'train', branch: 'feature/x' },
      isFork: false,
      expected: false,
    });
  });

  test.each([
    ['push', { ref: 'refs/tags/v1' }],
    ['push', { ref: 'refs/heads/x', deleted: true }],
    ['merge_group', { action: 'checks_requested', merge_group: { head_sha: headSha, head_ref: 'refs/heads/q/pr-7' } }],
    ['workflow_dispatch', { ref: 'refs/heads/main', inputs: {} }],
    ['schedule', { schedule: '0 3 * * *' }],
  ])('%s %j has none', (name, payload) => {
    expect(readEvent(environment(name, payload)).target).toEqual({ kind: 'none' });
  });
});

describe('addresses', () => {
  test('github.com', () => {
    const { runUrl, apiUrl } = readEvent(environment('schedule', {}));
    expect(runUrl).toBe('https://github.com/octo/train/actions/runs/500/attempts/3');
    expect(apiUrl).toBe('https://api.github.com');
  });

  test('an enterprise server with a path, and slashes at the end', () => {
    const { runUrl, apiUrl } = readEvent(
      environment(
        'schedule',
        {},
        { GITHUB_SERVER_URL: 'https://ghe.corp/', GITHUB_API_URL: 'https://ghe.corp/api/v3/' },
      ),
    );
    expect(runUrl).toBe('https://ghe.corp/octo/train/actions/runs/500/attempts/3');
    expect(apiUrl).toBe('https://ghe.corp/api/v3');
  });

  test('the first attempt where nothing is said of attempts', () => {
    expect(readEvent(environment('schedule', {}, { GITHUB_RUN_ATTEMPT: undefined })).attempt).toBe(1);
  });
});

describe('what can not be read is one plain sentence', () => {
  test.each([
    ['no JSON', 'not json {', /the event file is not JSON/u],
    ['an empty file', '', /the event file is not JSON/u],
    ['a list', '[1]', /the top level/u],
    ['a number of another type', '{"pull_request": {"number": "7"}}', /pull_request\.number/u],
    ['a negative number', '{"pull_request": {"number": -7}}', /pull_request\.number/u],
    ['a head that is text', '{"pull_request": {"number": 7, "head": "x"}}', /pull_request\.head/u],
    ['a run without its commit', '{"workflow_run": {"event": "pull_request"}}', /workflow_run\.head_sha/u],
  ])('%s', (_, text, message) => {
    expect(() => readEvent(environment('pull_request', text))).toThrow(GateError);
    expect(() => readEvent(environment('pull_request', text))).toThrow(message);
  });

  test('a file that is not there', () => {
    const env = environment('schedule', {}, { GITHUB_EVENT_PATH: join(step.folder, 'gone.json') });
    expect(() => readEvent(env)).toThrow(GateError);
    expect(() => readEvent(env)).toThrow(/GITHUB_EVENT_PATH.*ENOENT/u);
  });

  test.each([
    ['GITHUB_EVENT_NAME', undefined],
    ['GITHUB_EVENT_PATH', ''],
    ['GITHUB_RUN_ID', 'abc'],
    ['GITHUB_RUN_ID', '0'],
    ['GITHUB_RUN_ATTEMPT', '1.5'],
    ['GITHUB_REPOSITORY', 'octo'],
    ['GITHUB_REPOSITORY', 'octo/train/x'],
    ['GITHUB_API_URL', 'file:///etc'],
    ['GITHUB_API_URL', undefined],
    ['GITHUB_SERVER_URL', 'nonsense'],
  ])('%s = %j', (key, value) => {
    const env = environment('schedule', {}, { [key]: value });
    expect(() => readEvent(env)).toThrow(GateError);
    expect(() => readEvent(env)).toThrow(new RegExp(key, 'u'));
  });

  test('a byte order mark and keys that poison prototypes do no harm', () => {
    const text = '\uFEFF{"__proto__": {"polluted": true}, "pull_request": {"number": 7, "__proto__": {"number": 9}}}';
    expect(readEvent(environment('pull_request', text)).target).toMatchObject({ number: 7 });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
