import type { SeenCall } from '../../fakes/openai.js';
import { has, withJudge } from './ask.js';
import { otherErrors } from './vendor-errors.js';
import { parameterErrors } from './vendor-parameters.js';

const ok = { value: 7, model: 'judge-1-2026-01-01' };

describe('what an endpoint does not take is left out, and never sent again', () => {
  test.each(parameterErrors)('$vendor: $source', async ({ status, body, expect: { without } }) => {
    const tokens = without === 'max_completion_tokens' ? { max_completion_tokens: 500 } : { max_tokens: 500 };
    await withJudge(
      { refuses: (call) => (has(call.body, without) ? { act: 'send', status, body } : null) },
      { params: { temperature: 0, ...tokens } },
      async ({ ask, fake, client }) => {
        expect(await ask()).toMatchObject(ok);
        const refused = fake.calls.length - 1;
        expect(refused).toBeGreaterThan(0);
        expect(await ask('And this?')).toMatchObject(ok);
        expect(fake.calls).toHaveLength(refused + 2);
        expect(client.notes()).toHaveLength(1);
        const { body: last } = fake.calls.at(-1)!;
        // Nothing is lost with what was refused: limits go under the other name, the system's text into the user's.
        const sent = last as unknown as Record<string, unknown>;
        expect(without === 'temperature' ? undefined : 0).toBe(sent['temperature']);
        if (without.startsWith('max_')) {
          expect(sent[without === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens']).toBe(500);
        }
        if (without === 'json_schema') expect(last.response_format).toEqual({ type: 'json_object' });
        if (without === 'system') {
          expect(last.messages).toEqual([
            {
              role: 'user',
              content:
                'You judge answers. Reply with one JSON object and nothing else: {"score": <number>}\n\nAnd this?',
            },
          ]);
        }
      },
    );
  });
});

test('many questions at once: only the requests that are under way are refused', async () => {
  const { status, body } = parameterErrors.find(({ vendor }) => vendor === 'OpenAI, gpt-5')!;
  const refuses = (call: SeenCall) => (has(call.body, 'temperature') ? ({ act: 'send', status, body } as const) : null);
  await withJudge({ refuses, latency: 5 }, { concurrency: 4 }, async ({ ask, fake, said }) => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(String(i))));
    expect(answers.every((answer) => 'value' in answer)).toBe(true);
    expect(fake.calls.length).toBeLessThanOrEqual(44);
    expect(said).toEqual(['judge: The judge did not run at temperature 0: its endpoint takes only the default.']);
  });
});

describe('an endpoint that does not say what it does not take', () => {
  const badRequest = { act: 'send', status: 400, body: { error: 'Bad Request' } } as const;

  test.each(['response_format', 'temperature'] as const)('%s', async (part) => {
    await withJudge(
      { refuses: (call) => (has(call.body, part) ? badRequest : null) },
      { concurrency: 1 },
      async ({ ask, fake }) => {
        expect(await ask()).toMatchObject(ok);
        const before = fake.calls.length;
        expect(await ask()).toMatchObject(ok);
        expect(fake.calls).toHaveLength(before + 1);
      },
    );
  });

  test('once it has answered, it is the question that it does not take', async () => {
    await withJudge({ script: [null, badRequest] }, { concurrency: 1 }, async ({ ask, client }) => {
      expect(await ask()).toMatchObject(ok);
      expect(await ask()).toMatchObject({ failed: 'rejected' });
      expect(client.notes()).toEqual([]);
    });
  });
});

describe('other errors', () => {
  test.each(otherErrors)('$vendor: $source', async ({ status, body, expect: expected }) => {
    const error = { act: 'send' as const, status, body };
    await withJudge(
      { script: [error] },
      { params: { temperature: 0, max_tokens: 500 } },
      async ({ ask, fake, client }) => {
        const first = await ask();
        if (expected === 'again') {
          expect(first).toMatchObject(ok);
          expect(fake.calls).toHaveLength(2);
        } else if (typeof expected === 'string') {
          expect(first).toMatchObject({ failed: expected });
          expect(fake.calls).toHaveLength(1);
          expect(await ask()).toMatchObject(ok);
          expect(client.stopped).toBeNull();
        } else {
          expect(client.stopped).toMatch(expected.stops);
          expect(client.stopped).toContain(`the judge at ${fake.url}/chat/completions `);
          expect(first).toEqual({ failed: 'stopped', why: client.stopped });
          expect(await ask()).toEqual({ failed: 'stopped', why: client.stopped });
          expect(fake.calls).toHaveLength(1);
        }
      },
    );
  });
});
