import { refusal, type Act } from '../../fakes/openai.js';
import { KEY, withJudge } from './ask.js';

const masked =
  'Incorrect API key provided: sk-test-****6789. You can find your API key at https://platform.openai.com.';

describe('the key is in nothing that comes out', () => {
  test.each<[string, Act]>([
    [
      'a refusal of the key that repeats it',
      refusal(401, { message: `Incorrect API key provided: ${KEY}.`, type: 'x' }),
    ],
    ['a refusal of the key that shows its ends', refusal(401, { message: masked, type: 'x' })],
    ['a question that is refused', refusal(400, { message: `Bad header: Bearer ${KEY}`, type: 'x' })],
    ['a question that is filtered', refusal(400, { message: `${KEY} content_filter`, type: 'x' })],
    ['a judge that declines', { act: 'reply', content: null, refusal: `I can't work with ${KEY}.` }],
    ['a reply that holds it', { act: 'reply', content: `{"score": 3, "reasoning": "${KEY}"}`, model: `judge-${KEY}` }],
    ['a limit', refusal(429, { message: `Limit of ${KEY} reached`, type: 'x' }, { 'retry-after': '9999' })],
    ['a redirect', { act: 'send', status: 302, body: '', headers: { location: `https://judge.example/?key=${KEY}` } }],
  ])('%s', async (_, act) => {
    const read: string[] = [];
    await withJudge({ script: [act] }, { concurrency: 1 }, async ({ client, ask, said }) => {
      const answers = [
        await client.ask({ messages: [], schema: { name: 'score', json: {} } }, (text) => {
          read.push(text);
          return { value: text };
        }),
        await ask(),
      ];
      const all = JSON.stringify([answers, said, read, client.stopped, client.notes(), client.url, client.spent()]);
      expect(all).not.toContain(KEY);
      expect(all).not.toContain('6789');
      expect(all.length).toBeGreaterThan(100);
    });
  });
});

test('a line end behind the secret, as it is often pasted, is no part of it', async () => {
  await withJudge({}, { apiKey: `${KEY}\n` }, async ({ ask }) => {
    expect(await ask()).toMatchObject({ value: 7 });
  });
});

test.each([['two words'], ['ключ'], ['a\nb'], ['  ']])('%j is no key, and is not repeated', async (apiKey) => {
  const error = await withJudge({}, { apiKey }, () => Promise.resolve(null)).catch((thrown: unknown) => thrown);
  expect(String(error)).toContain('judge.api_key_env: names a variable whose value is no key');
  expect(String(error)).not.toContain(apiKey.trim() === '' ? 'undefined' : apiKey);
});

test('nothing of the environment goes to another vendor than OpenAI', async () => {
  const before = { ...process.env };
  Object.assign(process.env, { OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: 'proj-1', OPENAI_API_KEY: 'sk-other' });
  try {
    await withJudge({}, {}, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ value: 7 });
      const { headers } = fake.calls[0]!;
      expect(headers['openai-organization']).toBeUndefined();
      expect(headers['openai-project']).toBeUndefined();
      expect(headers.authorization).toBe(`Bearer ${KEY}`);
    });
  } finally {
    for (const name of ['OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_API_KEY']) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  }
});
