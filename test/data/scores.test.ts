import { loadSuite } from '../../src/data/index.js';
import { load } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

describe("scores of the user's own", () => {
  test('reads scores of the user, null being unscored', async () => {
    const { candidate } = await load(temp, {
      examples: [{ id: 1 }, { id: 2 }, { id: 3 }],
      predictions: [
        { id: 1, scores: { quality: 0.5, __proto__x: -1 } },
        { id: 2, scores: { quality: null } },
        { id: 3, 'scores.quality': '0.25', 'scores.other': '' },
      ],
    });
    expect(candidate.predictions.map((prediction) => [...prediction!.scores])).toEqual([
      [
        ['quality', 0.5],
        ['__proto__x', -1],
      ],
      [['quality', null]],
      [
        ['quality', 0.25],
        ['other', null],
      ],
    ]);
    expect(candidate).toMatchObject({ missing: 1, missingIds: ['2'] });
  });

  test("keeps each sample's own score", async () => {
    const { candidate } = await load(temp, {
      examples: [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }],
      predictions: [
        { id: 1, outputs: ['a', 'b', null], scores: { passed: [true, false, null], quality: 3 } },
        { id: 2, sample: 1, output: 'b', scores: { passed: 1 } },
        { id: 2, sample: 0, output: 'a', scores: { passed: false } },
        { id: 3, scores: { passed: [null, null] } },
        { id: 4, output: 'a', 'scores.passed': 'True' },
      ],
    });
    const scores = candidate.predictions.map((prediction) => [...prediction!.scores]);
    expect(scores).toEqual([
      [
        ['passed', 0.5],
        ['quality', 3],
      ],
      [['passed', 0.5]],
      [['passed', null]],
      [['passed', 1]],
    ]);
    const perSample = candidate.predictions.map((prediction) =>
      prediction?.sampleScores === undefined ? null : [...prediction.sampleScores],
    );
    expect(perSample).toEqual([[['passed', [1, 0]]], [['passed', [0, 1]]], [['passed', []]], null]);
  });

  test('puts samples in order and averages their scores', async () => {
    const { candidate } = await load(temp, {
      examples: [{ id: 1 }],
      predictions: [
        { id: 1, sample: 2, output: 'c', scores: { a: 1, b: null } },
        { id: '1', sample: 0, output: 'a', scores: { a: 0 } },
        { id: 1, sample: '1', output: null },
      ],
    });
    expect(candidate.predictions[0]!.outputs.map((output) => output.text)).toEqual(['a', 'c']);
    expect([...candidate.predictions[0]!.scores]).toEqual([
      ['a', 0.5],
      ['b', null],
    ]);
    expect(candidate).toMatchObject({ rows: 1, missing: 0 });
  });

  test.each<[string, object[], string]>([
    ['scores that are a list', [{ id: 1, scores: [1] }], 'cand.jsonl:1: scores: must be an object of numbers'],
    [
      'a score that is a word',
      [{ id: 1, scores: { a: 'good' } }],
      'cand.jsonl:1: scores.a: a score must be a finite number or null',
    ],
    [
      'a list of scores that does not fit the samples',
      [{ id: 1, outputs: ['a', null], scores: { a: [1] } }],
      'cand.jsonl:1: scores.a: has 1 score for 2 samples; give each sample one, or null',
    ],
    [
      'a word in a list of scores',
      [{ id: 1, output: 'a', scores: { a: ['x'] } }],
      'cand.jsonl:1: scores.a: a score must be a finite number or null',
    ],
  ])('refuses %s', async (_, predictions, message) => {
    expect(await failure(load(temp, { examples: [{ id: 1 }], predictions }))).toContain(message);
  });

  test('refuses a score that JSON can write but no number holds', async () => {
    temp.write('big/eval.jsonl', '{"id":1}');
    temp.write('big/cand.jsonl', '{"id":1,"scores":{"a":1e999}}');
    const source = {
      name: 'default',
      evalSet: [temp.pattern('big/eval.jsonl')],
      predictions: [temp.pattern('big/cand.jsonl')],
      basePredictions: null,
      fields: {},
      stripReasoning: true,
    };
    expect(await failure(loadSuite(source, temp.access()))).toBe(
      'big/cand.jsonl:1: scores.a: a score must be a finite number or null',
    );
  });
});
