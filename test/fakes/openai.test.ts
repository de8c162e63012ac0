import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type OpenAI from 'openai';

/** The stand-in as a process of its own, as end-to-end tests may start it. */
test('serves as a process, prints its address and every request, and its counts at the end', async () => {
  const script = join(import.meta.dirname, 'serve-openai.mjs');
  const options = JSON.stringify({ judge: { winner: 'B' }, apiKey: null, script: [{ act: 'drop' }, null] });
  const child = spawn(process.execPath, [script, options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  try {
    const { url } = (await read()) as { url: string };
    const schema = { type: 'object', properties: { winner: { type: 'string', enum: ['A', 'B', 'tie'] } } };
    const body = JSON.stringify({
      model: 'judge-1',
      messages: [{ role: 'user', content: 'Which is better?' }],
      response_format: { type: 'json_schema', json_schema: { name: 'comparison', strict: true, schema } },
    });
    const ask = () => fetch(`${url}/chat/completions`, { method: 'POST', body });
    await expect(ask()).rejects.toThrow('fetch failed');
    expect(await read()).toMatchObject({ path: '/v1/chat/completions', act: { act: 'drop' } });
    const reply = (await (await ask()).json()) as OpenAI.ChatCompletion;
    expect(reply.choices[0]?.message.content).toBe('{"winner":"B"}');
    expect(await read()).toMatchObject({ body: { model: 'judge-1' }, act: { act: 'reply' } });
    child.kill('SIGTERM');
    const counts = { calls: 2, judged: 1, different: 1, peak: 1, turnedAway: 0, embedded: 0 };
    expect(await read()).toEqual(counts);
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
});
