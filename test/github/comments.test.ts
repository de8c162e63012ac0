import { renderMarker } from '../../src/github/marker.js';
import { actionsBot, type Account } from '../fakes/github.js';
import { contextOf, fakeGitHub, headSha, publishTo, Step, stopFakes, token } from './harness.js';

let step: Step;
beforeEach(() => (step = new Step()));
afterEach(async () => {
  step.close();
  await stopFakes();
});

const mallory: Account = { login: 'mallory', type: 'User' };
const marker = (runId: number, attempt = 1, key = 'gate'): string =>
  renderMarker({ key, sha: headSha, runId, attempt });
const bodies = (fake: { comments: { body: string }[] }): string[] =>
  fake.comments.map(({ body }) => body.split('\n').slice(1).join('\n'));

describe('the sticky comment', () => {
  test('is created, then updated in place', async () => {
    const fake = await fakeGitHub();
    const first = await publishTo(fake);
    expect(fake.comments).toHaveLength(1);
    expect(fake.comments[0]!.body).toBe(`${marker(500)}\nbody`);
    expect(first.commentUrl).toBe(`${fake.serverUrl}/octo/train/pull/7#issuecomment-1000`);
    expect(first.warnings).toEqual([]);

    const second = await publishTo(fake, { context: contextOf(fake, { runId: 501 }), body: (m) => `${m}\nagain` });
    expect(fake.comments.map(({ body }) => body)).toEqual([`${marker(501)}\nagain`]);
    expect(second.commentUrl).toBe(first.commentUrl);
  });

  test('is found on the third page', async () => {
    const fake = await fakeGitHub();
    for (let i = 0; i < 230; i++) fake.seed(7, mallory, `comment ${String(i)}`);
    fake.seed(7, actionsBot, `${marker(400)}\nold`);
    await publishTo(fake);
    expect(fake.comments).toHaveLength(231);
    expect(fake.comments[230]!.body).toBe(`${marker(500)}\nbody`);
    const pages = fake.requests.flatMap(({ path }) => /[?&]page=(\d+)/u.exec(path)?.[1] ?? []);
    expect([...new Set(pages)]).toEqual(['2', '3']);
  });

  test('is never one that somebody else wrote with our marker', async () => {
    const fake = await fakeGitHub();
    const spoofs = [
      fake.seed(7, mallory, `${marker(1)}\nspoof`),
      fake.seed(7, mallory, `${marker(999_999, 9)}\nspoof of a newer run`),
      fake.seed(7, { login: 'github-actions', type: 'User' }, `${marker(1)}\nspoof`),
      fake.seed(7, { login: 'quoting[bot]', type: 'Bot' }, `${marker(1)}\nanother app`),
      fake.seed(7, actionsBot, `Thanks, mallory! You wrote:\n${marker(1)}\nquoted`),
    ].map((comment) => ({ ...comment }));
    await publishTo(fake);
    expect(fake.comments.slice(0, 5)).toEqual(spoofs);
    expect(fake.comments).toHaveLength(6);
    expect(fake.comments[5]).toMatchObject({ user: actionsBot, body: `${marker(500)}\nbody` });
    await publishTo(fake, { context: contextOf(fake, { runId: 501 }) });
    expect(fake.comments).toHaveLength(6);
  });

  test('of another key or another pull request is left alone', async () => {
    const fake = await fakeGitHub({
      pulls: [
        { number: 7, headSha },
        { number: 8, headSha },
      ],
    });
    fake.seed(7, actionsBot, `${marker(400, 1, 'other')}\nother gate`);
    fake.seed(8, actionsBot, `${marker(400)}\nother pull request`);
    await publishTo(fake);
    expect(bodies(fake)).toEqual(['other gate', 'other pull request', 'body']);
  });

  test.each([
    ['a person’s token', { login: 'octocat', type: 'User', access: 'write' }, true, 1],
    ['an app’s token', { login: 'our-app[bot]', type: 'Bot', access: 'write' }, true, 1],
    ['a person’s token without GraphQL', { login: 'octocat', type: 'User', access: 'write' }, false, 1],
    ['the workflow’s token without GraphQL', { ...actionsBot, access: 'write' }, false, 1],
    // Nobody says who it is, so each run learns it from what it creates, and keeps the first.
    ['an app’s token without GraphQL', { login: 'our-app[bot]', type: 'Bot', access: 'write' }, false, 3],
  ] as const)('is known by its author with %s', async (_, mode, graphql, created) => {
    const fake = await fakeGitHub({ tokens: { [token]: mode }, graphql });
    fake.seed(7, mallory, `${marker(1)}\nspoof`);
    for (const runId of [500, 501, 502]) await publishTo(fake, { context: contextOf(fake, { runId }) });
    expect(fake.comments.map(({ user, body }) => [user.login, body])).toEqual([
      ['mallory', `${marker(1)}\nspoof`],
      [mode.login, `${marker(502)}\nbody`],
    ]);
    expect(fake.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/comments'))).toHaveLength(
      created,
    );
  });
});

describe('what is newer is left alone', () => {
  test.each([
    ['a newer run', 501, 1],
    ['a newer attempt of the same run', 500, 2],
  ])('%s', async (_, runId, attempt) => {
    const fake = await fakeGitHub();
    fake.seed(7, actionsBot, `${marker(runId, attempt)}\nnewer`);
    const { commentUrl, warnings, log } = await publishTo(fake);
    expect(bodies(fake)).toEqual(['newer']);
    expect(commentUrl).toContain('#issuecomment-1000');
    expect(warnings).toEqual([]);
    expect(log.join()).toContain('newer run');
  });

  test('the same attempt writes again', async () => {
    const fake = await fakeGitHub();
    fake.seed(7, actionsBot, `${marker(500)}\nfirst step`);
    await publishTo(fake);
    expect(bodies(fake)).toEqual(['body']);
  });

  test('a pull request with newer commits gets nothing, and is told so', async () => {
    const fake = await fakeGitHub({ pulls: [{ number: 7, headSha: 'f'.repeat(40) }] });
    expect((await publishTo(fake)).commentUrl).toBeNull();
    expect(fake.comments).toEqual([]);
    fake.seed(7, actionsBot, `${marker(400)}\nold`);
    const { log, commentUrl } = await publishTo(fake);
    expect(bodies(fake)).toEqual(['old']);
    expect(log.join()).toContain('newer commits');
    expect(commentUrl).toContain('#issuecomment-1000');
    expect(step.summary).toContain('summary');
  });

  test('where the event does not name the commit, nothing is stale', async () => {
    const fake = await fakeGitHub();
    const target = { kind: 'pull_request', number: 7, headSha: null, isFork: false } as const;
    await publishTo(fake, { context: contextOf(fake, { target }) });
    expect(bodies(fake)).toEqual(['body']);
  });

  test('a token that may comment but not read pull requests comments', async () => {
    const fake = await fakeGitHub();
    fake.troubles.push({
      match: /^GET \/repos\/octo\/train\/pulls\/7/u,
      times: 99,
      answer: { status: 403, message: 'Resource not accessible by integration' },
    });
    expect((await publishTo(fake)).warnings).toEqual([]);
    expect(bodies(fake)).toEqual(['body']);
  });
});

describe('two runs at once', () => {
  test.each([
    ['with nothing there yet', 0],
    ['with a comment of an earlier run', 1],
    ['with two left over from a run that was cancelled', 2],
  ])('leave one comment, the newer run’s, %s', async (_, earlier) => {
    const fake = await fakeGitHub({ latency: 30 });
    for (let i = 0; i < earlier; i++) fake.seed(7, actionsBot, `${marker(400)}\nold`);
    const publishAs = (runId: number) =>
      publishTo(fake, { context: contextOf(fake, { runId }), body: (m) => `${m}\nfrom ${String(runId)}` });
    const results = await Promise.all([publishAs(501), publishAs(500), publishAs(502)]);
    expect(bodies(fake)).toEqual(['from 502']);
    expect(fake.comments[0]!.id).toBe(1000);
    for (const { warnings, commentUrl } of results) {
      expect(warnings).toEqual([]);
      expect(commentUrl).toContain('#issuecomment-1000');
    }
  });

  test.each(['POST', 'PATCH'])('an older run whose %s lands last does not win', async (method) => {
    const fake = await fakeGitHub();
    if (method === 'PATCH') fake.seed(7, actionsBot, `${marker(400)}\nold`);
    // The older run looked before we wrote, and writes after us: exactly once, when our answer is on its way.
    fake.between = (request) => {
      if (request.method !== method) return;
      fake.between = null;
      fake.comments[0]!.body = `${marker(499)}\nfrom the older run`;
    };
    await publishTo(fake);
    expect(fake.comments.map(({ body }) => body)).toEqual([`${marker(500)}\nbody`]);
  });

  test('the later of two comments goes by the hand of the run that created it', async () => {
    const fake = await fakeGitHub();
    fake.between = () => {
      fake.between = null;
      fake.seed(7, actionsBot, `${marker(501)}\nfrom the newer run, which is done`);
    };
    const { commentUrl } = await publishTo(fake);
    expect(fake.requests.map(({ method }) => method)).toContain('POST');
    expect(bodies(fake)).toEqual(['from the newer run, which is done']);
    expect(commentUrl).toContain('#issuecomment-1000');
  });

  test('the earlier of two comments stays for the newer run to take over', async () => {
    const fake = await fakeGitHub();
    fake.between = ({ method }) => {
      if (method !== 'POST') return;
      fake.between = null;
      fake.seed(7, actionsBot, `${marker(501)}\nfrom the newer run, which goes on`);
    };
    expect((await publishTo(fake)).commentUrl).toContain('#issuecomment-1000');
    expect(bodies(fake)).toEqual(['body', 'from the newer run, which goes on']);
    await publishTo(fake, { context: contextOf(fake, { runId: 501 }), body: (m) => `${m}\ntaken over` });
    expect(fake.comments.map(({ id, body }) => [id, body])).toEqual([[1000, `${marker(501)}\ntaken over`]]);
  });

  test('the legs of a matrix that were given one key share one comment', async () => {
    const fake = await fakeGitHub({ latency: 20 });
    await Promise.all([1, 2].map((leg) => publishTo(fake, { body: (m) => `${m}\nleg ${String(leg)}` })));
    expect(fake.comments).toHaveLength(1);
    expect(bodies(fake)[0]).toMatch(/^leg [12]$/u);
  });

  test('a comment that GitHub does not list yet is not created twice', async () => {
    const fake = await fakeGitHub();
    const unlisted: typeof fake.comments = [];
    fake.between = (request) => {
      if (request.method === 'POST') unlisted.push(...fake.comments.splice(0));
    };
    const { commentUrl } = await publishTo(fake);
    expect(unlisted).toHaveLength(1);
    expect(fake.comments).toEqual([]);
    expect(commentUrl).toContain('#issuecomment-1000');
  });
});

describe('comment: on-failure', () => {
  const render = {
    comment: 'on-failure',
    body: (m: string) => `${m}\nbody`,
    resolvedBody: (m: string) => `${m}\nresolved`,
  } as const;

  test('writes on fail and error, resolves on a pass, and writes again', async () => {
    const fake = await fakeGitHub();
    let runId = 500;
    const after = async (verdict: 'pass' | 'fail' | 'inconclusive' | 'error'): Promise<string[]> => {
      await publishTo(fake, { ...render, verdict, context: contextOf(fake, { runId: runId++ }) });
      return bodies(fake);
    };
    expect(await after('pass')).toEqual([]);
    expect(await after('inconclusive')).toEqual([]);
    expect(await after('fail')).toEqual(['body']);
    expect(await after('pass')).toEqual(['resolved']);
    expect(await after('inconclusive')).toEqual(['body']);
    expect(await after('pass')).toEqual(['resolved']);
    expect(await after('error')).toEqual(['body']);
    expect(fake.comments.map(({ id }) => id)).toEqual([1000]);
  });

  test('never asks GitHub nothing at all', async () => {
    const fake = await fakeGitHub();
    fake.seed(7, actionsBot, `${marker(400)}\nold`);
    const { commentUrl } = await publishTo(fake, { comment: 'never' });
    expect(commentUrl).toBeNull();
    expect(fake.requests).toEqual([]);
    expect(step.summary).toContain('summary');
  });
});

describe('the size of a comment', () => {
  test('what the renderer was told to keep is kept', async () => {
    const fake = await fakeGitHub();
    let limit = 0;
    await publishTo(fake, {
      body: (m, maxBytes) => {
        limit = maxBytes;
        return `${m}\n${'x'.repeat(maxBytes - Buffer.byteLength(m) - 1)}`;
      },
    });
    expect(limit).toBe(60_000);
    expect(Buffer.byteLength(fake.comments[0]!.body)).toBe(60_000);
  });

  test.each([
    ['letters', 'x'.repeat(200_000)],
    ['emoji of four bytes', '😀'.repeat(50_000)],
    ['short lines', 'line of text\n'.repeat(20_000)],
  ])('a giant one of %s is cut and keeps its marker', async (_, text) => {
    const fake = await fakeGitHub();
    const { warnings } = await publishTo(fake, { body: (m) => `${m}\n${text}` });
    const { body } = fake.comments[0]!;
    expect(warnings).toEqual([]);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(Buffer.byteLength(body)).toBeGreaterThan(59_000);
    expect(body.startsWith(`${marker(500)}\n`)).toBe(true);
    expect(body).not.toContain('\uFFFD');
    expect(body).toContain('cut here');
  });

  test('NUL, halves of a character and a forgotten marker do not stop it', async () => {
    const fake = await fakeGitHub();
    await publishTo(fake, { body: () => 'a\0b\ud800c' });
    expect(fake.comments[0]!.body).toBe(`${marker(500)}\na\uFFFDb\uFFFDc`);
  });
});
