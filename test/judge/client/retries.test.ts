import { refusal, type Act } from '../../fakes/openai.js';
import { withJudge } from './ask.js';

const busy = (headers: Record<string, string> = {}): Act =>
  refusal(429, { message: 'Rate limit reached for requests', type: 'requests', code: 'rate_limit_exceeded' }, headers);
const send = (status: number, body: unknown): Act => ({ act: 'send', status, body });

describe('what can succeed is tried again', () => {
  test.each<[string, Act]>([
    ['429 without a time', busy()],
    ['429 with a time', busy({ 'retry-after-ms': '20' })],
    ['429 with a date that has passed', busy({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' })],
    ['408', send(408, { error: { message: 'Request timed out' } })],
    ['500', send(500, { error: { message: 'The server had an error', type: 'server_error' } })],
    ['502 with a web page', send(502, '<html><body>Bad gateway</body></html>')],
    ['503', send(503, { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } })],
    ['529 (Anthropic)', send(529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } })],
    ['a connection that is closed', { act: 'drop' }],
    ['a reply that breaks off', { act: 'cut' }],
    [
      'a reply that is no JSON',
      { act: 'send', status: 200, body: 'no JSON', headers: { 'content-type': 'application/json' } },
    ],
    ['a reply that is no completion', send(200, { object: 'list', data: [] })],
    ['a reply that never comes', { act: 'hang' }],
  ])('%s', async (_, fault) => {
    await withJudge({ script: [fault] }, { timeout: 0.3 }, async ({ ask, fake, client }) => {
      expect(await ask()).toMatchObject({ value: 7, usage: { calls: 2 } });
      expect(fake.calls).toHaveLength(2);
      expect(fake.calls[1]!.body).toEqual(fake.calls[0]!.body);
      expect(client.notes()).toEqual([]);
    });
  });
});

describe('a wait that the endpoint asks for', () => {
  test('is the least, and holds for all', async () => {
    const arrived: number[] = [];
    const server = {
      script: [busy({ 'retry-after': '0.6' })],
      latency: 20,
      onCall: () => void arrived.push(performance.now()),
    };
    await withJudge(server, { concurrency: 1 }, async ({ ask, fake }) => {
      const answers = await Promise.all(['a', 'b', 'c'].map(ask));
      expect(answers.map((answer) => 'value' in answer && answer.value)).toEqual([7, 7, 7]);
      expect(fake.calls).toHaveLength(4);
      // A timer may fire a millisecond early.
      expect(arrived[1]! - arrived[0]!).toBeGreaterThanOrEqual(598);
      // What was begun goes first.
      expect(fake.calls[1]!.body).toEqual(fake.calls[0]!.body);
    });
  });

  test.each([
    [{ 'retry-after': '86400' }, '24 hours'],
    [{ 'retry-after': '301' }, '5 minutes'],
    [{ 'retry-after-ms': '600000' }, '10 minutes'],
  ])('that is very long stops the run: %j', async (headers, text) => {
    await withJudge({ script: [busy(headers)] }, {}, async ({ ask, fake, client }) => {
      expect(await ask()).toMatchObject({ failed: 'stopped' });
      expect(client.stopped).toBe(
        `the judge at ${fake.url}/chat/completions fails with HTTP 429: Rate limit reached for requests, and asks to wait for ${text}`,
      );
    });
  });

  test('that goes beyond the deadline stops the run', async () => {
    await withJudge({ script: [busy({ 'retry-after': '20' })] }, { deadline: 10 }, async ({ ask, client }) => {
      expect(await ask()).toMatchObject({ failed: 'stopped' });
      expect(client.stopped).toMatch(/asks to wait for 20 seconds/u);
    });
  });
});

describe('an endpoint that never answers', () => {
  test('leaves a question without a judgment after three tries', async () => {
    await withJudge(
      { script: [{ act: 'hang' }, { act: 'hang' }, { act: 'hang' }] },
      { timeout: 0.05 },
      async ({ ask, fake, client }) => {
        expect(await ask()).toEqual({
          failed: 'unreachable',
          why: 'the judge did not answer within judge.timeout, 3 times',
        });
        expect(fake.calls).toHaveLength(3);
        expect(client.stopped).toBeNull();
      },
    );
  });

  test('stops the run after five questions', async () => {
    await withJudge(
      { refuses: () => ({ act: 'hang' }) },
      { timeout: 0.05, concurrency: 16 },
      async ({ ask, fake, client }) => {
        const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(String(i))));
        expect(client.stopped).toBe(
          `the judge at ${fake.url}/chat/completions did not answer within judge.timeout, 3 times; none of the last 5 questions was answered`,
        );
        expect(answers.filter((answer) => 'failed' in answer && answer.failed === 'unreachable').length).toBeLessThan(
          10,
        );
        expect(answers.every((answer) => 'failed' in answer)).toBe(true);
        expect(fake.calls.length).toBeLessThan(40 * 3);
      },
    );
  });

  test('or refuses every question in words that nobody knows', async () => {
    const odd = send(400, { error: { message: 'unsupported field "prompt_cache_retention"' } });
    await withJudge({ refuses: () => odd }, { concurrency: 1 }, async ({ ask, fake, client }) => {
      for (let i = 0; i < 4; i++) expect(await ask()).toMatchObject({ failed: 'rejected' });
      expect(client.stopped).toBeNull();
      await ask();
      expect(client.stopped).toMatch(
        /does not take the question \(HTTP 400: unsupported field "prompt_cache_retention"\); none of the last 5 questions was answered/u,
      );
      await ask();
      // The first was also tried with less and less: as JSON, as text, and without a temperature.
      expect(fake.calls).toHaveLength(5 + 3);
    });
  });

  test('but questions that are too long are only their own fault', async () => {
    const long = send(400, { error: { message: 'prompt is too long: 210000 tokens > 200000 maximum' } });
    await withJudge({ refuses: () => long }, { concurrency: 1 }, async ({ ask, client }) => {
      for (let i = 0; i < 7; i++) expect(await ask()).toMatchObject({ failed: 'rejected' });
      expect(client.stopped).toBeNull();
    });
  });
});

describe('what can not succeed stops the run at once', () => {
  const unauthorized = {
    message: 'Incorrect API key provided',
    type: 'invalid_request_error',
    code: 'invalid_api_key',
  };

  test.each<[Act, RegExp]>([
    [
      refusal(401, unauthorized),
      /refuses the key \(HTTP 401: Incorrect API key provided\); check the secret that judge\.api_key_env names$/u,
    ],
    [
      refusal(403, { message: 'Country not supported', type: 'request_forbidden' }),
      /does not let this key use judge-1 \(HTTP 403: Country not supported\)$/u,
    ],
    [
      refusal(404, {
        message: 'The model `judge-1` does not exist or you do not have access to it.',
        type: 'invalid_request_error',
        code: 'model_not_found',
      }),
      /has no model judge-1 \(HTTP 404: The model `judge-1` does not exist or you do not have access to it\.\); check judge\.model$/u,
    ],
    [
      send(404, { detail: 'Not Found' }),
      /has no model judge-1, or no chat completions at this address \(HTTP 404: Not Found\); check judge\.model and judge\.base_url$/u,
    ],
    [send(405, { detail: 'Method Not Allowed' }), /\(HTTP 405: Method Not Allowed\)/u],
    [
      send(200, '<!DOCTYPE html><html><body>Welcome</body></html>'),
      /answers with a web page and not with a chat completion; check judge\.base_url$/u,
    ],
    [
      { act: 'send', status: 308, body: '', headers: { location: 'https://judge.example/v1/chat/completions?key=x' } },
      /redirects to https:\/\/judge\.example\/v1\/chat\/completions; put the address that it means into judge\.base_url$/u,
    ],
  ])('%j', async (fault, why) => {
    // All questions that are under way end with it, and no other is begun.
    await withJudge({ script: [fault] }, { concurrency: 4 }, async ({ ask, fake, client }) => {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => ask(String(i))));
      expect(client.stopped).toMatch(why);
      expect(client.stopped).toContain(`the judge at ${fake.url}/chat/completions `);
      expect(answers.filter((answer) => 'failed' in answer).length).toBeGreaterThanOrEqual(46);
      expect(fake.calls.length).toBeLessThanOrEqual(4);
    });
  });

  test.each<[string, Act]>([
    ['web page', send(200, '<html><body>We are back soon</body></html>')],
    ['redirect', { act: 'send', status: 302, body: '', headers: { location: 'https://judge.example/login' } }],
  ])('a %s after answers is a fault of a gateway, and passes', async (_, page) => {
    await withJudge({ script: [null, page] }, { concurrency: 1 }, async ({ ask }) => {
      expect(await ask()).toMatchObject({ value: 7 });
      expect(await ask()).toMatchObject({ value: 7, usage: { calls: 2 } });
    });
  });

  test('an endpoint that wants a key where there is none', async () => {
    await withJudge({}, { apiKey: null }, async ({ ask, client }) => {
      expect(await ask()).toMatchObject({ failed: 'stopped' });
      expect(client.stopped).toMatch(/wants a key \(HTTP 401.*\); name its variable in judge\.api_key_env$/u);
    });
  });
});
