import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The stand-in as a process of its own, as end-to-end tests may start it. */
test('serves as a process, and prints its address and every request', async () => {
  const script = join(import.meta.dirname, 'serve-github.mjs');
  const options = JSON.stringify({ pulls: [{ number: 3, headSha: 'c'.repeat(40) }] });
  const child = spawn(process.execPath, [script, options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  try {
    const { apiUrl } = (await read()) as { apiUrl: string };
    const headers = { authorization: 'token write-token' };
    const url = `${apiUrl}/repos/octo/train/issues/3/comments`;
    const created = await fetch(url, { method: 'POST', headers, body: '{"body": "hello"}' });
    expect(created.status).toBe(201);
    expect(await read()).toMatchObject({ method: 'POST', path: '/repos/octo/train/issues/3/comments' });
    const listed = (await (await fetch(url, { headers })).json()) as { body: string; user: { login: string } }[];
    expect(listed.map(({ body, user }) => [user.login, body])).toEqual([['github-actions[bot]', 'hello']]);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});
