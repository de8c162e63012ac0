import { estimate, overBudget } from '../../../src/judge/client/index.js';
import type { Failed } from '../../../src/judge/types.js';
import { withJudge } from './ask.js';

const none = { calls: null, tokens: null, cost: null };
const isStopped = (answer: object): boolean => 'failed' in answer && (answer as Failed).failed === 'stopped';

describe('a budget is kept during the run', () => {
  test('calls: not one more, faults included', async () => {
    const server = { faults: { share: 0.3, seed: 'b', kinds: ['500'] as const }, latency: 5 };
    await withJudge(server, { budget: { ...none, calls: 20 }, concurrency: 8 }, async ({ ask, fake, client }) => {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(String(i))));
      expect(fake.calls).toHaveLength(20);
      expect(client.spent().calls).toBe(20);
      expect(client.stopped).toBe('judge.budget of 20 calls is used up');
      // What was paid for is handed out.
      expect(answers.filter((answer) => 'value' in answer)).toHaveLength(fake.judged.length);
      expect(answers.filter(isStopped)).toHaveLength(40 - fake.judged.length);
    });
  });

  test('tokens, as the endpoint tells them', async () => {
    // A reply takes 120 tokens; the eighth would pass 900, and what a reply takes is known from the first on.
    await withJudge({}, { budget: { ...none, tokens: 900 }, concurrency: 1 }, async ({ ask, fake, client }) => {
      for (let i = 0; i < 12; i++) await ask(String(i));
      expect(client.stopped).toBe('judge.budget of 900 tokens is used up');
      const { input_tokens, output_tokens } = client.spent();
      expect(input_tokens + output_tokens).toBe(120 * fake.calls.length);
      expect(input_tokens + output_tokens).toBeLessThanOrEqual(900);
      expect(fake.calls.length).toBeGreaterThanOrEqual(7);
    });
  });

  test('tokens, with many at once: none is sent while those under way might use them up', async () => {
    const server = { latency: 20 };
    await withJudge(server, { budget: { ...none, tokens: 1500 }, concurrency: 16 }, async ({ ask, client, fake }) => {
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(String(i))));
      const { input_tokens, output_tokens } = client.spent();
      expect(input_tokens + output_tokens).toBeLessThanOrEqual(1500);
      expect(fake.peak).toBeLessThan(16);
      // 11 replies of 120 tokens leave less than what one is expected to take.
      expect(answers.filter((answer) => 'value' in answer).length).toBeGreaterThanOrEqual(11);
    });
  });

  test('cost, at the prices of a million tokens', async () => {
    // 100 tokens at 1 and 20 at 5 are 0.0002 a reply.
    const options = { budget: { ...none, cost: 0.002 }, prices: { input: 1, output: 5 }, concurrency: 1 };
    await withJudge({}, options, async ({ ask, client, fake }) => {
      for (let i = 0; i < 15; i++) await ask(String(i));
      expect(client.stopped).toBe('judge.budget of a cost of 0.002 is used up');
      expect(client.spent().cost).toBeCloseTo(0.0002 * fake.calls.length, 12);
      expect(client.spent().cost).toBeLessThanOrEqual(0.00205);
      expect(fake.calls.length).toBeGreaterThanOrEqual(8);
    });
  });

  test('tokens that the endpoint does not tell are estimated, and counted apart', async () => {
    const untold = { act: 'reply', content: '{"score": 7}', usage: null } as const;
    const server = { refuses: () => untold };
    await withJudge(server, { budget: { ...none, tokens: 2000 }, concurrency: 1 }, async ({ ask, client, fake }) => {
      for (let i = 0; i < 20; i++) await ask(String(i));
      expect(client.stopped).toBe('judge.budget of 2000 tokens is used up');
      expect(client.spent()).toMatchObject({
        input_tokens: 0,
        output_tokens: 0,
        untold: fake.calls.length,
        cost: null,
      });
      expect(fake.calls.length).toBeGreaterThan(2);
      expect(fake.calls.length).toBeLessThan(10);
    });
  });
});

describe('and estimated before it', () => {
  const asked = 418; // bytes
  const input = 105;
  const prices = { input: 2, output: 10 };

  test('calls, four bytes a token, 250 tokens a reply', () => {
    expect(estimate([asked, asked, asked], { params: {}, prices })).toEqual({
      calls: 3,
      input_tokens: 3 * input,
      output_tokens: 750,
      cost: (3 * input * 2 + 750 * 10) / 1e6,
    });
    expect(estimate([asked], { params: { max_tokens: 40 }, prices: null })).toEqual({
      calls: 1,
      input_tokens: input,
      output_tokens: 40,
      cost: null,
    });
    expect(estimate([], { params: {}, prices })).toEqual({ calls: 0, input_tokens: 0, output_tokens: 0, cost: 0 });
  });

  test.each([
    [{ ...none, calls: 1199 }, '1,200 calls of 1,199'],
    [{ ...none, calls: 1200 }, null],
    [{ ...none, tokens: 800_000 }, 'about 900,000 tokens of 800,000'],
    [{ ...none, tokens: 900_000 }, null],
    [{ ...none, cost: 5 }, 'a cost of about 5.40 of 5.00'],
    [{ ...none, cost: 6 }, null],
    [none, null],
  ])('%j', (budget, expected) => {
    const expectation = { calls: 1200, input_tokens: 600_000, output_tokens: 300_000, cost: 5.4 };
    expect(overBudget(expectation, budget)).toBe(expected);
  });
});
