import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/types.js';
import { refusal, type Act } from '../fakes/openai.js';
import { conceptVector, embeddings, type EmbeddingBody } from '../fakes/openai-embeddings.js';
import { QUESTIONS, searched, TRAINING, unrelated } from './searching.js';

const LEAKED = ['q0', 'q1', 'q3'];
const leaked = ({ contamination }: Report) =>
  contamination?.examples.filter(({ level }) => level === 'substantial').map(({ id }) => id);
const messages = ({ errors }: Report) => errors.map(({ message }) => message).join('\n');
/** 20 rows and 180 more: three full requests and the rest. */
const MANY = { 't.jsonl': [...TRAINING, ...unrelated(100, 280)].join('\n') };

test('a second run asks nobody and comes to the same', async () => {
  const { reports, requests, cache } = await searched({ times: 2, files: MANY });
  expect(requests).toEqual([
    [expect.any(Number), expect.any(Number)],
    [0, 0],
  ]);
  const [first, second] = reports.map(({ contamination, checks }) => {
    const { embedding, confirmation, ...semantic } = contamination!.semantic!;
    return { ...contamination, checks, semantic, asked: [embedding.calls, confirmation?.calls] };
  });
  expect(second).toEqual({ ...first, asked: [0, 0] });
  expect(reports[1]!.contamination!.semantic!.embedding).toMatchObject({
    calls: 0,
    input_tokens: 0,
    cached: QUESTIONS.length + 200,
  });
  expect(Buffer.byteLength(cache) / (QUESTIONS.length + 200)).toBeLessThan(128 + 2 * 96);
});

test('a text is sent once, however often it stands in the training data', async () => {
  const { fake } = await searched({ files: { 't.jsonl': [...TRAINING, ...TRAINING, ...TRAINING].join('\n') } });
  const sent = fake.embedded.flatMap(({ body }) => body.input);
  expect(new Set(sent).size).toBe(sent.length);
});

describe('an endpoint', () => {
  test('that takes fewer texts gets fewer, and forgets none', async () => {
    const few = ({ body }: { body: EmbeddingBody }): Act | null =>
      body.input.length > 10 ? refusal(400, { message: 'Invalid batch size', type: 'invalid_request_error' }) : null;
    const { reports, fake } = await searched({ files: MANY, server: { embedding: few }, semantic: ', concurrency: 1' });
    expect(leaked(reports[0]!)).toEqual(LEAKED);
    expect(reports[0]!.contamination!.semantic!.rows.embedded).toBe(200);
    // Once it is known, nothing more is refused: 64, 32 and 16 were, in the first requests and those under way.
    const refused = fake.embedded.map(({ body }) => body.input.length > 10);
    expect(refused.slice(-10)).toEqual(new Array<boolean>(10).fill(false));
  });

  test('that is busy, breaks or drops connections is asked again', async () => {
    const kinds = ['429', '500', '503', 'drop', 'cut'] as const;
    const { reports } = await searched({ files: MANY, server: { faults: { share: 0.3, seed: 'a', kinds } } });
    expect(reports[0]!.errors).toEqual([]);
    expect(leaked(reports[0]!)).toEqual(LEAKED);
  });

  const base64 = (body: EmbeddingBody) => {
    const reply = embeddings(body, (text) => conceptVector(text));
    return {
      ...reply,
      data: reply.data.map(({ embedding, ...item }) => ({
        ...item,
        embedding: Buffer.from(Float32Array.from(embedding).buffer).toString('base64'),
      })),
    };
  };
  const backwards = (body: EmbeddingBody) => {
    const reply = embeddings(body, (text) => conceptVector(text));
    return { ...reply, data: reply.data.toReversed() };
  };
  test.each([
    ['gives base64', base64],
    ['gives them in another order', backwards],
  ])('that %s is understood', async (_, reply) => {
    const embedding = ({ body }: { body: EmbeddingBody }): Act => ({ act: 'send', status: 200, body: reply(body) });
    const { reports } = await searched({ server: { embedding } });
    expect(leaked(reports[0]!)).toEqual(LEAKED);
  });

  const wrong: [string, (body: EmbeddingBody) => unknown][] = [
    ['too few', (body) => ({ ...embeddings(body, conceptVector), data: [] })],
    [
      'not numbers',
      (body) => JSON.stringify(embeddings(body, conceptVector)).replace(/"embedding":\[[^,]*/u, '$&,NaN'),
    ],
    ['null among numbers', (body) => embeddings(body, () => [1, NaN, 2])],
    ['all zero', (body) => embeddings(body, () => [0, 0, 0])],
    ['another number of dimensions', (body) => embeddings(body, (text) => conceptVector(text, text.length))],
    [
      'one number twice',
      (body) => ({ data: body.input.map((text) => ({ index: 0, embedding: conceptVector(text) })) }),
    ],
    ['no list', () => ({ data: 'none' })],
  ];
  test.each(wrong)('that sends %s is asked again, and nothing of it is kept', async (_, reply) => {
    const embedding = ({ body }: { body: EmbeddingBody }, number: number): Act | null =>
      number === 0 ? { act: 'send', status: 200, body: reply(body) } : null;
    const { reports, fake } = await searched({ server: { embedding } });
    expect(reports[0]!.errors).toEqual([]);
    expect(leaked(reports[0]!)).toEqual(LEAKED);
    expect(fake.embedded[1]!.body.input).toEqual(fake.embedded[0]!.body.input);
  });

  test('that finds a text too long gets its beginning', async () => {
    const long = JSON.stringify({ instruction: `${QUESTIONS[2]!} ${'and so on '.repeat(300)}`, output: 'x' });
    const tooLong = ({ body }: { body: EmbeddingBody }): Act | null =>
      body.input.some((text) => text.length > 800)
        ? refusal(400, { message: "This model's maximum context length is 200 tokens", type: 'invalid_request_error' })
        : null;
    const { reports } = await searched({
      files: { 't.jsonl': [...TRAINING, long].join('\n') },
      server: { embedding: tooLong },
    });
    expect(reports[0]!.contamination!.semantic!).toMatchObject({ failed: { rows: 0 }, rows: { embedded: 21 } });
  });

  test('that filters one text of a batch costs that row alone', async () => {
    const filter = ({ body }: { body: EmbeddingBody }): Act | null =>
      body.input.some((text) => text.includes('topic7 '))
        ? refusal(400, { message: 'flagged by moderation', type: 'invalid_request_error', code: 'content_filter' })
        : null;
    const { reports } = await searched({ server: { embedding: filter } });
    expect(reports[0]!.errors).toEqual([]);
    expect(leaked(reports[0]!)).toEqual(LEAKED);
    expect(reports[0]!.contamination!.semantic!).toMatchObject({ failed: { rows: 1 }, rows: { embedded: 19 } });
    expect(reports[0]!.notes.join('\n')).toMatch(/; 1 could not be embedded/u);
  });

  test('that refuses the key, or every request, is an error that says where to look', async () => {
    const refused = await searched({ env: { OPENAI_API_KEY: 'sk-wrong-0123456789' } });
    expect(refused.reports[0]!.verdict).toBe('error');
    expect(messages(refused.reports[0]!)).toMatch(
      /the search by meaning ended early .* the embedding model at http:.*\/v1\/embeddings refuses the key .*contamination\.semantic\.api_key_env/u,
    );
    expect(messages(refused.reports[0]!)).not.toContain('sk-wrong');
    const embedding = (): Act => refusal(400, { message: 'no', type: 'invalid_request_error' });
    const { reports, fake } = await searched({ server: { embedding } });
    expect(reports[0]!.verdict).toBe('error');
    expect(messages(reports[0]!)).toMatch(/does not take the texts \(HTTP 400: no\)/u);
    expect(fake.embedded.length).toBeLessThan(30);
  });
});
