import { lastText, refusal, type Act, type SeenCall } from '../../fakes/openai.js';
import { withJudge } from './ask.js';

const GOOD = '{"score": 8}';
const say = (content: string | null, more: Partial<Extract<Act, { act: 'reply' }>> = {}): Act => ({
  act: 'reply',
  content,
  ...more,
});
const good = () => GOOD;

test('a judgment with the model as the server names it, and what it took', async () => {
  await withJudge(
    { script: [say(GOOD, { model: 'judge-1-preview', usage: { input: 321, output: 12 } })] },
    {},
    async ({ ask, fake, client }) => {
      expect(await ask()).toEqual({
        value: 8,
        model: 'judge-1-preview',
        usage: { calls: 1, input_tokens: 321, output_tokens: 12 },
      });
      expect(fake.calls[0]!.body).toEqual({
        model: 'judge-1',
        temperature: 0,
        messages: expect.any(Array) as unknown,
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'score', strict: true, schema: expect.any(Object) as unknown },
        },
      });
      expect(client.notes()).toEqual([]);
      expect(client.stopped).toBeNull();
    },
  );
});

describe('a reply that can not be read', () => {
  test('is asked for once more, with a reminder that does not quote it', async () => {
    await withJudge(
      { judge: good, script: [say('{"score": 85}, as the answer tells me to')] },
      {},
      async ({ ask, fake }) => {
        expect(await ask('Is it right?')).toMatchObject({ value: 8, usage: { calls: 2 } });
        const [first, second] = fake.calls.map(({ body }) => lastText(body));
        expect(second).toBe(
          `${first!}\n\nYour last reply could not be read: it is no JSON object. Reply again, with one JSON object in the form that was asked for and nothing else.`,
        );
        expect(fake.calls[1]!.body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      },
    );
  });

  test.each([['{"score": 0}'], ['{"score": 85}'], ['{}'], ['{"score": "8/10"}']])(
    'and again can not: %s',
    async (content) => {
      await withJudge({ judge: () => content }, {}, async ({ ask, fake }) => {
        expect(await ask()).toEqual({
          failed: 'unparsed',
          why: "the judge's reply could not be read, even after a reminder: it has no score",
        });
        expect(fake.calls).toHaveLength(2);
      });
    },
  );

  test('because the endpoint says so itself (Groq): what the model wrote is read', async () => {
    const groq = (text: string): Act => ({
      act: 'send',
      status: 400,
      body: {
        error: {
          message: "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
          type: 'invalid_request_error',
          code: 'json_validate_failed',
          failed_generation: text,
        },
      },
    });
    await withJudge(
      { judge: good, script: [groq(GOOD), groq('{"score": "eight"}'), null] },
      {},
      async ({ ask, fake }) => {
        expect(await ask()).toMatchObject({ value: 8, usage: { calls: 1 } });
        expect(await ask()).toMatchObject({ value: 8, usage: { calls: 2 } });
        expect(fake.calls.every(({ body }) => body.response_format?.type === 'json_schema')).toBe(true);
      },
    );
  });
});

describe('an endpoint that takes json_schema and does nothing about it', () => {
  const prose = 'I would give it an eight.';

  test('is asked for JSON, and then in words; that is remembered', async () => {
    const formats: (string | undefined)[] = [];
    await withJudge(
      {
        judge: good,
        refuses: ({ body: { response_format: format } }) => {
          formats.push(format?.type);
          return format === undefined ? null : say(prose);
        },
      },
      {},
      async ({ ask, client, said }) => {
        expect(await ask()).toMatchObject({ value: 8, usage: { calls: 3 } });
        expect(await ask()).toMatchObject({ value: 8, usage: { calls: 1 } });
        expect(formats).toEqual(['json_schema', 'json_object', undefined, undefined]);
        const note = "The judge's endpoint takes no JSON format; JSON was asked for in words.";
        expect(client.notes()).toEqual([note]);
        expect(said.filter((line) => line.includes('in words'))).toEqual([`judge: ${note}`]);
      },
    );
  });

  test('is found out by the requests that are under way, and by no others', async () => {
    const server = {
      judge: good,
      latency: 5,
      refuses: ({ body }: SeenCall) => (body.response_format === undefined ? null : say(prose)),
    };
    await withJudge(server, { concurrency: 4 }, async ({ ask, fake }) => {
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(String(i))));
      expect(answers.every((answer) => 'value' in answer)).toBe(true);
      expect(fake.calls.length).toBeLessThanOrEqual(40 + 2 * 4);
    });
  });

  test('is not stepped down from once it has worked: then it was the model', async () => {
    await withJudge({ judge: good, script: [null, say(prose), null] }, {}, async ({ ask, fake, client }) => {
      expect(await ask()).toMatchObject({ value: 8 });
      expect(await ask()).toMatchObject({ value: 8, usage: { calls: 2 } });
      expect(fake.calls.every(({ body }) => body.response_format?.type === 'json_schema')).toBe(true);
      expect(client.notes()).toEqual([]);
    });
  });

  test('and never gives JSON: failed, after one reminder', async () => {
    await withJudge({ judge: () => prose }, {}, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ failed: 'unparsed' });
      expect(fake.calls).toHaveLength(4);
      expect(await ask()).toMatchObject({ failed: 'unparsed' });
      expect(fake.calls).toHaveLength(6);
    });
  });
});

describe('a reply that was cut off or is empty', () => {
  const cut = say('{"reasoning": "The ans', { finish: 'length', usage: { input: 10, output: 64 } });

  test.each([
    ['four times the limit', { max_tokens: 64 }, 'max_tokens', 256],
    ['four times the newer limit', { max_completion_tokens: 100 }, 'max_completion_tokens', 400],
    ['four times what it had, where no limit was given', {}, 'max_tokens', 256],
  ])('is asked for once more with %s', async (_, params, key, limit) => {
    await withJudge({ judge: good, script: [cut] }, { params }, async ({ ask, fake, client }) => {
      expect(await ask()).toMatchObject({ value: 8, usage: { calls: 2 } });
      expect(fake.calls[1]!.body).toMatchObject({ [key]: limit });
      expect(lastText(fake.calls[1]!.body)).toBe(lastText(fake.calls[0]!.body));
      expect(client.notes()).toEqual(['1 reply was cut off or empty and asked for again with 4 times the tokens.']);
    });
  });

  test('twice: truncated, even where what there is could be read', async () => {
    const complete = say(GOOD, { finish: 'length' });
    await withJudge({ script: [complete, complete] }, {}, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ failed: 'truncated' });
      expect(fake.calls).toHaveLength(2);
    });
  });

  test('and has no more than that limit: truncated', async () => {
    const tooMuch = refusal(400, {
      message:
        'max_tokens is too large: 256. This model supports at most 128 completion tokens, whereas you provided 256.',
      type: 'invalid_request_error',
      param: 'max_tokens',
    });
    await withJudge({ script: [cut, tooMuch] }, { params: { max_tokens: 64 } }, async ({ ask, client }) => {
      expect(await ask()).toMatchObject({ failed: 'truncated' });
      expect(client.stopped).toBeNull();
    });
  });

  test.each([
    ['', 'stop'],
    [null, 'stop'],
    ['  \n', 'stop'],
    ['<think>I think and think', 'stop'],
    ['<think>I think.</think>', 'stop'],
    ['', 'length'],
  ] as const)('%j, %s', async (content, finish) => {
    await withJudge(
      { judge: good, script: [say(content, { finish })] },
      { params: { max_tokens: 50 } },
      async ({ ask, fake }) => {
        expect(await ask()).toMatchObject({ value: 8, usage: { calls: 2 } });
        expect(fake.calls[1]!.body).toMatchObject({ max_tokens: 200 });
      },
    );
  });

  test('empty twice', async () => {
    await withJudge({ judge: () => '' }, {}, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ failed: 'empty' });
      expect(fake.calls).toHaveLength(2);
    });
  });

  test('and can not be read the second time: still one reminder', async () => {
    await withJudge({ judge: good, script: [cut, say('{"score": 0}')] }, {}, async ({ ask, fake }) => {
      expect(await ask()).toMatchObject({ value: 8, usage: { calls: 3 } });
      expect(fake.calls).toHaveLength(3);
    });
  });
});

describe('a judge that declines is not asked again', () => {
  test.each([
    ['refused', say(null, { refusal: "I'm sorry, I can't help with that." }), /I'm sorry, I can't help with that/u],
    ['refused', say(GOOD, { refusal: 'No.' }), /No\./u],
    ['filtered', say(null, { finish: 'content_filter' }), /content filter/u],
    ['filtered', say('', { finish: 'PROHIBITED_CONTENT' as 'stop' }), /content filter/u],
    ['refused', say('', { finish: 'refusal' as 'stop' }), /refused/u],
  ] as const)('%s', async (failed, reply, why) => {
    await withJudge({ judge: good, script: [reply] }, {}, async ({ ask, fake }) => {
      const answer = await ask();
      expect(answer).toEqual({ failed, why: expect.stringMatching(why) as unknown });
      expect(fake.calls).toHaveLength(1);
      expect(await ask()).toMatchObject({ value: 8 });
    });
  });
});

describe('reasoning in front of the verdict', () => {
  test.each([
    ['<think>Perhaps {"score": 2}?</think>\n{"score": 8}'],
    ['Perhaps {"score": 2}?\n</think>\n\n{"score": 8}'],
    ['<think>a</think><think>{"score": 2}</think>{"score": 8}'],
  ])('%s', async (content) => {
    await withJudge({ judge: () => content }, {}, async ({ ask }) => {
      expect(await ask()).toMatchObject({ value: 8, usage: { calls: 1 } });
    });
  });
});

test('a completion whose server forgets to say that it is JSON', async () => {
  const body = JSON.stringify({ choices: [{ message: { content: GOOD }, finish_reason: 'stop' }] });
  await withJudge({ script: [{ act: 'send', status: 200, body }] }, {}, async ({ ask, fake }) => {
    expect(await ask()).toMatchObject({ value: 8, model: 'judge-1', usage: { calls: 1 } });
    expect(fake.calls[0]!.headers['accept-encoding']).toBe('identity');
  });
});

test('parameters go through as they are, and null ones not at all', async () => {
  const params = {
    temperature: null,
    reasoning_effort: 'low',
    provider: { order: ['a'] },
    logit_bias: { '50256': -100 },
  };
  await withJudge({ judge: good }, { params }, async ({ ask, fake }) => {
    await ask();
    const { body } = fake.calls[0]!;
    expect(body).toMatchObject({ reasoning_effort: 'low', provider: { order: ['a'] }, logit_bias: { '50256': -100 } });
    expect(Object.keys(body)).not.toContain('temperature');
  });
});

test.each(['model', 'messages', 'response_format', 'stream', 'n', 'tools'])(
  'the parameter %s is refused',
  async (name) => {
    await expect(withJudge({}, { params: { [name]: 1 } }, () => Promise.resolve())).rejects.toThrow(
      `judge.params.${name}: ${name} is set by the judge itself; remove it`,
    );
  },
);
