import { readEndpoint, shownUrl } from '../../../src/judge/client/endpoint.js';
import { JUDGE } from '../../../src/judge/client/service.js';
import { withJudge } from './ask.js';

/** Addresses as their vendors' documentation gives them, and as people shorten or lengthen them. */
const ADDRESSES: readonly (readonly [written: string | null, ...asked: string[]])[] = [
  [null, 'https://api.openai.com/v1/chat/completions'],
  ['https://api.openai.com/v1', 'https://api.openai.com/v1/chat/completions'],
  ['https://api.openai.com/v1/', 'https://api.openai.com/v1/chat/completions'],
  ['https://api.openai.com/v1/chat/completions', 'https://api.openai.com/v1/chat/completions'],
  ['https://api.openai.com/v1/chat/completions/', 'https://api.openai.com/v1/chat/completions'],
  ['https://api.openai.com', 'https://api.openai.com/v1/chat/completions', 'https://api.openai.com/chat/completions'],
  ['http://localhost:11434/', 'http://localhost:11434/v1/chat/completions', 'http://localhost:11434/chat/completions'],
  ['http://127.0.0.1:8000//v1//', 'http://127.0.0.1:8000/v1/chat/completions'],
  ['http://localhost:8080/chat/completions', 'http://localhost:8080/chat/completions'],
  [
    'https://openrouter.ai/api',
    'https://openrouter.ai/api/chat/completions',
    'https://openrouter.ai/api/v1/chat/completions',
  ],
  ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1/chat/completions'],
  ['https://api.anthropic.com/v1/', 'https://api.anthropic.com/v1/chat/completions'],
  [
    'https://generativelanguage.googleapis.com/v1beta/openai/',
    'https://generativelanguage.googleapis.com/v1beta/openai/chat/completions',
  ],
  ['https://api.z.ai/api/paas/v4', 'https://api.z.ai/api/paas/v4/chat/completions'],
  [
    'https://gateway.ai.cloudflare.com/v1/account/gateway/openai',
    'https://gateway.ai.cloudflare.com/v1/account/gateway/openai/chat/completions',
  ],
  ['https://judge.openai.azure.com', 'https://judge.openai.azure.com/openai/v1/chat/completions'],
  ['https://judge.openai.azure.com/openai/v1/', 'https://judge.openai.azure.com/openai/v1/chat/completions'],
  [
    'https://judge.openai.azure.com/openai/deployments/gpt-4o?api-version=2024-10-21',
    'https://judge.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21',
  ],
  [
    'https://judge.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21',
    'https://judge.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21',
  ],
];

test.each(ADDRESSES)('%s', (written, ...asked) => {
  expect(readEndpoint(written, JUDGE).bases.map((base) => shownUrl(base, JUDGE))).toEqual(asked);
});

test('what could be secret is not shown', () => {
  expect(shownUrl('https://gateway.example/v1?key=abc&api-version=1', JUDGE)).toBe(
    'https://gateway.example/v1/chat/completions?api-version=1',
  );
});

test.each([
  ['localhost:8000/v1', /judge\.base_url: is not an address that starts with https:\/\/ or http:\/\//u],
  ['api.openai.com', /is not an address/u],
  ['ftp://judge.example/v1', /is not an address/u],
  ['https://user:secret@judge.example/v1', /must not hold a user name or a password/u],
  ['https://judge.openai.azure.com/openai/deployments/gpt-4o', /needs \?api-version=…/u],
])('%s is refused', (written, message) => {
  expect(() => readEndpoint(written, JUDGE)).toThrow(message);
});

describe('the address that the server has', () => {
  test.each([
    ['/v1', ''],
    ['/v1', '/'],
    ['/v1', '/v1/chat/completions'],
    ['', ''],
    ['', '/chat/completions'],
    ['/api/v1', '/api'],
    ['/inference', '/inference/'],
  ])('served under "%s", written with "%s"', async (prefix, written) => {
    const options = { written: (origin: string) => origin + written, concurrency: 1 };
    await withJudge({ prefix }, options, async ({ ask, client, fake }) => {
      expect(await ask()).toMatchObject({ value: 7 });
      expect(await ask()).toMatchObject({ value: 7 });
      expect(client.url).toBe(`${fake.origin}${prefix}/chat/completions`);
      expect(fake.calls).toHaveLength(2);
    });
  });

  test('none: one sentence with the likeliest address', async () => {
    const options = { written: (origin: string) => origin };
    await withJudge({ prefix: '/elsewhere' }, options, async ({ ask, client, fake }) => {
      expect(await ask()).toMatchObject({ failed: 'stopped' });
      expect(client.stopped).toContain(`the judge at ${fake.origin}/v1/chat/completions has no model judge-1`);
    });
  });

  test("a deployment of Azure's: the query stays, and the key goes into Azure's header", async () => {
    const prefix = '/openai/deployments/gpt-4o';
    const options = { written: (origin: string) => `${origin}${prefix}?api-version=2024-10-21` };
    await withJudge({ prefix }, options, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ value: 7 });
      const { path, headers } = fake.calls[0]!;
      expect(path).toBe('/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21');
      expect(headers['api-key']).toBe('sk-test-0123456789');
      expect(headers.authorization).toBeUndefined();
    });
  });

  test('an endpoint without a key gets none', async () => {
    await withJudge({ apiKey: null }, { apiKey: null }, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ value: 7 });
      expect(fake.calls[0]!.headers.authorization).toBeUndefined();
    });
  });
});
