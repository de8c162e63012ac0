import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRecorded } from '../../../src/judge/recorded/index.js';
import { withFiles } from '../../temp.js';
import { lines, recordedFrom, refusal, small } from './helpers.js';

const FAILED = { failed: 'unparsed', why: 'The judgment is recorded as failed.' };
const at = { judge: '', criterion: '', turn: null };
const reply = { judge: '', turn: null, repeat: 0 };

function verdict(scores: Readonly<Record<string, number>>): object {
  return { scores: new Map(Object.entries(scores)), reasoning: '' };
}

test('scores, winners in both orders, and preferences, of examples by their id', async () => {
  const record = lines(
    { id: 'two', model: 'base', score: 4.5 },
    { id: 'two', model: 'candidate', score: 7 },
    { id: 1, order: 'base_first', winner: 'base' },
    { id: '1', order: 'candidate_first', winner: 'tie' },
    { id: 3, preference: 0.8, judge: 'ann' },
  );
  expect(await recordedFrom(small(record))).toEqual({
    suites: [
      {
        scores: [
          { example: 1, model: 'candidate', ...reply, verdict: verdict({ '': 7 }) },
          { example: 1, model: 'base', ...reply, verdict: verdict({ '': 4.5 }) },
        ],
        comparisons: [
          { example: 0, ...at, baseFirst: ['base'], candidateFirst: ['tie'], preference: null },
          { example: 2, ...at, judge: 'ann', baseFirst: [], candidateFirst: [], preference: 0.8 },
        ],
      },
    ],
    judges: ['ann'],
    opponents: [],
    rows: 5,
    failed: 0,
    unmatched: 0,
    otherModels: 0,
    otherAnswers: 0,
    otherOpponents: 0,
    warnings: [],
  });
});

test('criteria of one reply are one verdict; judges, turns and repeats are replies of their own', async () => {
  const row = { id: 1, model: 'candidate' };
  const { suites } = await recordedFrom(
    small(
      lines(
        { ...row, criterion: 'style', score: 8, repeat: 1 },
        { ...row, criterion: 'accuracy', score: 6, repeat: 1 },
        { ...row, criterion: 'style', score: 7 },
        { ...row, criterion: '__proto__', score: 9 },
        { ...row, score: 1, turn: 2 },
        { ...row, score: 2, judge: 'b' },
        { ...row, score: 3, judge: 'a', repeat: 10 },
        { ...row, score: 3, judge: 'a', repeat: 9 },
      ),
    ),
  );
  const answer = { example: 0, model: 'candidate' };
  expect(suites[0]!.scores).toEqual([
    {
      ...answer,
      ...reply,
      verdict: {
        scores: new Map([
          ['style', 7],
          ['__proto__', 9],
        ]),
        reasoning: '',
      },
    },
    { ...answer, ...reply, repeat: 1, verdict: verdict({ style: 8, accuracy: 6 }) },
    { ...answer, ...reply, turn: 2, verdict: verdict({ '': 1 }) },
    { ...answer, ...reply, judge: 'a', repeat: 9, verdict: verdict({ '': 3 }) },
    { ...answer, ...reply, judge: 'a', repeat: 10, verdict: verdict({ '': 3 }) },
    { ...answer, ...reply, judge: 'b', verdict: verdict({ '': 2 }) },
  ]);
});

test('repeats of the two orders that belong together stand at the same position', async () => {
  const row = { id: 1, order: 'base_first' };
  const other = { id: 1, order: 'candidate_first' };
  const { suites } = await recordedFrom(
    small(
      lines(
        { ...row, winner: 'base', repeat: 0 },
        { ...row, winner: 'tie', repeat: 2 },
        { ...row, winner: 'candidate', repeat: 1 },
        { ...other, winner: 'tie', repeat: 2 },
        { ...other, winner: 'base', repeat: 1 },
      ),
    ),
  );
  expect(suites[0]!.comparisons).toEqual([
    { example: 0, ...at, baseFirst: ['candidate', 'tie', 'base'], candidateFirst: ['base', 'tie'], preference: null },
  ]);
});

test('a null is a failed judgment, and a later one that succeeded takes its place', async () => {
  const recorded = await recordedFrom(
    small(
      lines(
        { id: 1, model: 'candidate', score: null, criterion: 'style' },
        { id: 1, model: 'candidate', score: 5, criterion: 'accuracy' },
        { id: 1, model: 'base', score: null },
        { id: 1, model: 'base', score: 3 },
        { id: 1, model: 'base', score: null },
        { id: 'two', order: 'base_first', winner: null },
        { id: 'two', order: 'candidate_first', winner: 'base' },
        { id: 3, preference: null },
        { id: 1, preference: null, repeat: 0 },
        { id: 1, preference: 0.5, repeat: 1 },
        { id: 1, preference: 1, repeat: 2 },
      ),
    ),
  );
  expect(recorded.suites[0]).toEqual({
    scores: [
      { example: 0, model: 'candidate', ...reply, verdict: FAILED },
      { example: 0, model: 'base', ...reply, verdict: verdict({ '': 3 }) },
    ],
    comparisons: [
      { example: 0, ...at, baseFirst: [], candidateFirst: [], preference: 0.75 },
      { example: 1, ...at, baseFirst: [FAILED], candidateFirst: ['base'], preference: null },
      { example: 2, ...at, baseFirst: [FAILED], candidateFirst: [], preference: null },
    ],
  });
  expect(recorded.failed).toBe(4);
});

test('the same row twice counts once; one that says otherwise is an error that names both lines', async () => {
  const row = { id: 1, model: 'candidate', score: 7 };
  expect((await recordedFrom(small(lines(row, row)))).suites[0]!.scores).toHaveLength(1);
  const what = 'judges the same as judgments.jsonl:1, and says otherwise; tell them apart with repeat or judge';
  expect(await refusal(small(lines(row, { ...row, model: 'base' }, { ...row, id: '1', score: 8 })))).toBe(
    `judgments.jsonl:3: ${what}`,
  );
  const pair = { id: 1, order: 'base_first', winner: 'tie' };
  expect(await refusal(small(lines(pair, { ...pair, winner: 'base' })))).toBe(`judgments.jsonl:2: ${what}`);
});

describe('several suites', () => {
  const files = {
    'a.jsonl': lines({ id: 1 }, { id: 2 }),
    'b.jsonl': lines({ id: 2 }, { id: 3 }),
    'a-out.jsonl': lines({ id: 1, output: 'x' }, { id: 2, output: 'x' }),
    'b-out.jsonl': lines({ id: 2, output: 'x' }, { id: 3, output: 'x' }),
  };
  const suites = {
    first: { evalSet: 'a.jsonl', candidate: 'a-out.jsonl' },
    second: { evalSet: 'b.jsonl', candidate: 'b-out.jsonl', scale: [0, 1] as const },
  };

  test('a row belongs to the suite that has its id, or that it names, and is on that one’s scale', async () => {
    const record = lines(
      { id: 3, model: 'candidate', score: 0.5 },
      { id: 2, suite: 'second', model: 'candidate', score: 0 },
      { id: 2, suite: 'first', model: 'candidate', score: 10 },
      { id: 2, suite: 'third', model: 'candidate', score: 10 },
    );
    const recorded = await recordedFrom(small(record, { files, suites }));
    const found = recorded.suites.map(({ scores }) => scores.map(({ example, verdict: said }) => [example, said]));
    expect(found).toEqual([
      [[1, verdict({ '': 10 })]],
      [
        [0, verdict({ '': 0 })],
        [1, verdict({ '': 0.5 })],
      ],
    ]);
    expect(recorded.unmatched).toBe(1);
  });

  test('an id in two of them needs the suite', async () => {
    expect(await refusal(small(lines({ id: 2, model: 'candidate', score: 1 }), { files, suites }))).toBe(
      'judgments.jsonl:1: id "2" is in the suites first and second; add a suite key to the row',
    );
  });

  test('each has its own scale', async () => {
    expect(await refusal(small(lines({ id: 3, model: 'candidate', score: 1.01 }), { files, suites }))).toBe(
      'judgments.jsonl:1: score: 1.01 is off the scale from 0 to 1; set judge.score.scale if it is another one',
    );
  });
});

test('rows of no example are counted and named', async () => {
  const recorded = await recordedFrom(
    small(lines({ id: 9, preference: 1 }, { id: 1, preference: 1 }, { id: 8, preference: 0 })),
  );
  expect(recorded.unmatched).toBe(2);
  expect(recorded.warnings).toEqual([
    '2 of 3 rows of recorded judgments are of no example here and were left out, such as "9" (judgments.jsonl:1).',
  ]);
});

test('where no row is of an example that is an error', async () => {
  expect(await refusal(small(lines({ id: 'one', preference: 1 })))).toBe(
    'judgments.jsonl:1: no recorded judgment is of an example of the eval set: here "one", there "1" (eval.jsonl:1); give both the same ids',
  );
});

test.each<[string, unknown, string]>([
  ['no id', { ID: 1, score: 3, model: 'base' }, 'a recorded judgment needs an id (is "ID" meant to be "id"?)'],
  ['an id that is a list', { id: [1], preference: 1 }, 'id: must be a text'],
  [
    'a misspelt key',
    { id: 1, model: 'base', scores: 3 },
    'has none of score, winner and preference (is "scores" meant to be "score"?); a recorded judgment needs one of score, winner and preference',
  ],
  [
    'two things at once',
    { id: 1, model: 'base', score: 3, preference: 1 },
    'has score and preference; a recorded judgment needs one of score, winner and preference',
  ],
  ['no model', { id: 1, score: 3 }, 'model: needs "candidate" or "base" here'],
  [
    'a model by its name',
    { id: 1, model: 'candidat', score: 3 },
    'model: "candidat" is not known here, only "candidate" or "base"; did you mean "candidate"?',
  ],
  ['no order', { id: 1, winner: 'tie' }, 'order: needs "base_first" or "candidate_first" here'],
  [
    'a position as winner',
    { id: 1, order: 'base_first', winner: 'A' },
    'winner: "A" is not known here, only "candidate" or "base" or "tie"',
  ],
  [
    'a preference in one order',
    { id: 1, order: 'base_first', preference: 1 },
    'has an order beside a preference; give the winner in that order instead',
  ],
  [
    'a preference of AlpacaEval without its names',
    { id: 1, preference: 1.5 },
    "preference: 1.5 is no share from 0 to 1; AlpacaEval's preferences from 1 to 2 are known by their generator_1 and generator_2",
  ],
  ['a score as words', { id: 1, model: 'base', score: '8/10' }, 'score: a score must be a finite number or null'],
  [
    'a score below the scale',
    { id: 1, model: 'base', score: 0 },
    'score: 0 is off the scale from 1 to 10; set judge.score.scale if it is another one',
  ],
  ['half a repeat', { id: 1, preference: 1, repeat: 0.5 }, 'repeat: must be a whole number from 0'],
])('a row with %s is refused with file, line and key', async (_, row, message) => {
  expect(await refusal(small(`${lines({ id: 1, preference: 1, judge: 'x' })}${JSON.stringify(row)}\n`))).toBe(
    `judgments.jsonl:2: ${message}`,
  );
});

test('a value that is nested too deeply is refused like any other', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(await refusal(small(`{"id": 1, "order": "base_first", "winner": ${deep}}\n`))).toBe(
    'judgments.jsonl:1: winner: a list or an object is not known here, only "candidate" or "base" or "tie"',
  );
});

test('a score beyond all numbers is refused', async () => {
  expect(await refusal(small('{"id": 1, "model": "base", "score": 1e999}\n'))).toBe(
    'judgments.jsonl:1: score: a score must be a finite number or null',
  );
});

test('csv, with columns that are empty where they do not belong', async () => {
  const record = [
    'id,model,score,order,winner,turn,repeat,judge,criterion,suite',
    'two,candidate,7.5,,,2,1,,,',
    '1,,,base_first,candidate,,,,,main',
  ].join('\n');
  const { suites } = await recordedFrom(small(record, { name: 'judgments.csv' }));
  expect(suites[0]).toEqual({
    scores: [{ example: 1, model: 'candidate', judge: '', turn: 2, repeat: 1, verdict: verdict({ '': 7.5 }) }],
    comparisons: [{ example: 0, ...at, baseFirst: ['candidate'], candidateFirst: [], preference: null }],
  });
});

test('a row with an id is ours, whatever else it holds', async () => {
  const row = { id: 1, question_id: 3, model: 'base', score: 2, output: 'x' };
  expect((await recordedFrom(small(lines(row)))).suites[0]!.scores).toMatchObject([{ example: 0, model: 'base' }]);
});

test('several files, packed ones too, are one record', () =>
  withFiles({}, async (folder) => {
    await writeFile(join(folder, 'a.jsonl.gz'), gzipSync(lines({ id: 9, preference: 1 })));
    await writeFile(join(folder, 'b.json'), JSON.stringify([{ id: 8, preference: 0 }]));
    const pattern = { pattern: '*.{gz,json}', baseDir: folder, place: {}, trusted: false };
    const access = { workingDirectory: folder, root: folder };
    const none = { suites: [], labels: { candidate: null, base: null } };
    await expect(loadRecorded([pattern], access, none)).rejects.toThrow(
      'a.jsonl.gz:1: no recorded judgment is of an example of the eval set: here "9"',
    );
    const outside = { ...pattern, pattern: '../*.jsonl' };
    await expect(loadRecorded([outside], access, none)).rejects.toThrow('lies outside the workspace');
  }));
