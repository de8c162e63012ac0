import { readFileSync } from 'node:fs';
import { readComparison, scoreReader } from '../../../src/judge/prompts/index.js';
import { describeShared, shared } from '../../shared.js';

const read = scoreReader({ criteria: [{ name: '', description: 'quality' }], scale: [1, 10] });
const ONE_TO_FIVE = scoreReader({ criteria: [{ name: '', description: 'quality' }], scale: [1, 5] });

/** The score, or the problem. */
const scoreOf = (reply: string, reader = read): number | string => {
  const result = reader(reply);
  return 'value' in result ? result.value.scores.get('')! : result.problem;
};
const winnerOf = (reply: string): string => {
  const result = readComparison(reply);
  return 'value' in result ? result.value.winner : result.problem;
};

const NONE = 'the reply holds no JSON object with the key "score"';
const TWO = 'the reply holds two different verdicts';
const BROKEN = 'the reply holds a JSON object that is broken or cut off';
const NO_NUMBER = '"score" is not a number';

describe('a score', () => {
  test.each([
    ['{"score": 7, "reasoning": "fine"}', 7],
    ['{"reasoning": "fine", "score": 7}', 7],
    ['{"score":1}', 1],
    ['{"score": 10}', 10],
    ['{"score": 7.5}', 7.5],
    ['{"score": "7"}', 7],
    ['{"score": " 7 "}', 7],
    ['{"score": "7/10"}', 7],
    ['{"score": "7 / 10"}', 7],
    ['{"score": 7/10}', 7],
    ['{"score": "7 out of 10"}', 7],
    ['{"score": 7 out of 10, "reasoning": "x"}', 7],
    ['```json\n{"score": 7, "reasoning": "fine"}\n```', 7],
    ['Let me think. The set {1, 2} is {fine}.\n\n{"score": 7}\n\nI hope this helps {you}.', 7],
    ['The answer uses {x: "it\'s"} and an open { brace. {"score": 7}', 7],
    ['{"result": {"score": 7, "reasoning": "nested"}}', 7],
    ['[{"score": 7}]', 7],
    ['{"reasoning": "it says {\\"score\\": 10} and [[10]], which is an order", "score": 3}', 3],
    ['{"reasoning": "a { brace, a } brace, a \\\\", "score": 3}', 3],
    ['{"reasoning": "two\nlines and \\(x\\) and \\frac", "score": 3}', 3],
    ['{"score": 3, "reasoning": "ok",}', 3],
    ['{"score": 3} {"score": 3}', 3],
    ['{"score": 3, "score": 3}', 3],
    ['{"note": "no verdict"} {"score": 3}', 3],
    ['{"reasoning": <one to three sentences>, "score": <whole number from 1 to 10>}\n{"score": 3}', 3],
    ['\ufeff{"score": 3}', 3],
    ['Rating: [[7]]', 7],
    ['A fine answer, though short.\n\n**Rating: [[7.5]]**', 7.5],
    ['My final score is [[7/10]].', 7],
    ['[[7]]', 7],
    ['{"score": 7}\nRating: [[7]]', 7],
  ])('of %j is %j', (reply, expected) => {
    expect(scoreOf(reply)).toBe(expected);
  });

  test.each([
    ['', NONE],
    ['7', NONE],
    ['I give it 7 of 10.', NONE],
    ['{}', NONE],
    ['{"rating": 7}', NONE],
    ['{"Score": 7}', NONE],
    ["{'score': 7}", NONE],
    ['{score: 7}', NONE],
    ['{"score": <whole number from 1 to 10>}', NONE],
    ['{"score": "high"}', NO_NUMBER],
    ['{"score": high}', NO_NUMBER],
    ['{"score": ""}', NO_NUMBER],
    ['{"score": true}', NO_NUMBER],
    ['{"score": null}', NO_NUMBER],
    ['{"score": [7]}', NO_NUMBER],
    ['{"score": {"value": 7}}', NO_NUMBER],
    ['{"score": "7 or 8"}', NO_NUMBER],
    ['{"score": "85%"}', NO_NUMBER],
    ['{"score": 1e1}', NO_NUMBER],
    ['{"score": "\u0667"}', NO_NUMBER],
    ['{"score": 0}', '"score" is 0, which is not from 1 to 10'],
    ['{"score": 11}', '"score" is 11, which is not from 1 to 10'],
    ['{"score": -3}', '"score" is -3, which is not from 1 to 10'],
    ['{"score": 10.01}', '"score" is 10.01, which is not from 1 to 10'],
    ['{"score": 15559}', '"score" is 15559, which is not from 1 to 10'],
    ['{"score": "4/5"}', '"score" is not a number out of 10'],
    ['{"score": "85 out of 100"}', '"score" is not a number out of 10'],
    ['{"score": 3} {"score": 8}', TWO],
    ['{"score": 3, "score": 8}', TWO],
    ['{"a": {"score": 3}, "b": {"score": 8}}', TWO],
    ['{"score": 3}\nRating: [[8]]', TWO],
    ['Rating: [[3]]\nRating: [[8]]', TWO],
    ['Rating: [[8]]\nRating: [[8]]', TWO],
    ['{"score": 3} {"score": 30}', '"score" is 30, which is not from 1 to 10'],
    ['{"score": 7', BROKEN],
    ['{"reasoning": "cut off in the mid', BROKEN],
    ['{"reasoning": "it says "great" {"score": 10} and", "score": 3}', BROKEN],
    ['{"score": 7 "reasoning": "x"}', BROKEN],
    ['{"score": 7} {"score": 9', BROKEN],
    ['The answer tries to make me say [[10]].', NONE],
    ['The answer wants me to write\nsomething like [[10]] here', NONE],
    ['[[10]] is what it asks for', NONE],
    ['Rating: [[good]]', NONE],
    ['Rating: [[70]]', '"score" is 70, which is not from 1 to 10'],
  ])('of %j is none: %s', (reply, problem) => {
    expect(scoreOf(reply)).toBe(problem);
  });

  test("is out of the scale's own highest", () => {
    expect(scoreOf('{"score": "4/5"}', ONE_TO_FIVE)).toBe(4);
    expect(scoreOf('{"score": "8/10"}', ONE_TO_FIVE)).toBe('"score" is not a number out of 5');
    expect(scoreOf('{"score": 6}', ONE_TO_FIVE)).toBe('"score" is 6, which is not from 1 to 5');
  });

  test.each([
    ['{"score": 7, "reasoning": "line\\none \\u00e9\\/"}', 'line\none é/'],
    ['{"score": 7}', ''],
    ['{"score": 7, "reasoning": ["a"]}', ''],
    ['Clear and right.\nRating: [[7]]', 'Clear and right.\nRating:'],
  ])('of %j comes with the reasoning %j', (reply, reasoning) => {
    expect(read(reply)).toMatchObject({ value: { reasoning } });
  });

  test('never puts words of the reply into a problem', () => {
    for (const value of ['"ignore all rules"', '["ignore all rules"]', 'ignore all rules', '"1/ignore all rules"']) {
      expect(scoreOf(`{"score": ${value}}`)).not.toContain('ignore');
    }
  });
});

describe('scores by criterion', () => {
  const criteria = [
    { name: 'accuracy', description: '' },
    { name: 'tone', description: '' },
  ];
  const both = scoreReader({ criteria, scale: [1, 10] });

  test.each([
    '{"reasoning": "ok", "scores": {"accuracy": 7, "tone": 9}}',
    '{"scores": {"tone": "9/10", "length": 3, "accuracy": 7, "accuracy": 7}, "reasoning": "ok"}',
  ])('of %j are in the order of the criteria', (reply) => {
    const scores = new Map([
      ['accuracy', 7],
      ['tone', 9],
    ]);
    expect(both(reply)).toEqual({ value: { scores, reasoning: 'ok' } });
    const result = both(reply);
    expect('value' in result && [...result.value.scores.keys()]).toEqual(['accuracy', 'tone']);
  });

  test.each([
    ['{"scores": {"accuracy": 7}}', '"scores" has no "tone"'],
    ['{"scores": {"accuracy": 7, "tone": 0}}', '"tone" is 0, which is not from 1 to 10'],
    ['{"scores": {"accuracy": 7, "tone": null}}', '"tone" is not a number'],
    ['{"scores": {"accuracy": 7, "tone": 1, "tone": 2}}', '"scores" has "tone" twice, with different scores'],
    ['{"scores": 7}', '"scores" is not an object with a score for each criterion'],
    ['{"accuracy": 7, "tone": 9}', 'the reply holds no JSON object with the key "scores"'],
    ['{"scores": {"accuracy": 7, "tone": 9}} {"scores": {"accuracy": 7, "tone": 8}}', TWO],
    ['Rating: [[7]]', 'the reply holds no JSON object with the key "scores"'],
  ])('of %j are none: %s', (reply, problem) => {
    expect(both(reply)).toEqual({ problem });
  });

  test("are under the criteria's own names where the reply has numbers for keys", () => {
    const names = [
      { name: '__proto__', description: '' },
      { name: 'Stil & Ton', description: '' },
    ];
    const reader = scoreReader({ criteria: names, scale: [1, 10] });
    const scores = new Map([
      ['__proto__', 2],
      ['Stil & Ton', 3],
    ]);
    expect(reader('{"scores": {"criterion_1": 2, "criterion_2": 3}}')).toEqual({ value: { scores, reasoning: '' } });
  });
});

describe('a winner', () => {
  test.each([
    ['{"winner": "A", "reasoning": "x"}', 'A'],
    ['{"winner": "b"}', 'B'],
    ['{"winner": "TIE"}', 'tie'],
    ['{"winner": A}', 'A'],
    ['{"winner": "Response A"}', 'A'],
    ['{"winner": "Output (b)"}', 'B'],
    ['{"winner": "[[B]]"}', 'B'],
    ['{"winner": "A"}\n[[A]]', 'A'],
    ['A is clearer.\n\n[[A]]', 'A'],
    ['Final verdict: [[C]]', 'tie'],
    ['**Verdict:** [[B]]', 'B'],
  ])('of %j is %s', (reply, winner) => {
    expect(winnerOf(reply)).toBe(winner);
  });

  const UNKNOWN = '"winner" is not "A", "B" or "tie"';
  test.each([
    ['{"winner": "C"}', UNKNOWN],
    ['{"winner": "both"}', UNKNOWN],
    ['{"winner": ""}', UNKNOWN],
    ['{"winner": null}', UNKNOWN],
    ['{"winner": true}', UNKNOWN],
    ['{"winner": 1}', UNKNOWN],
    ['{"winner": ["A"]}', UNKNOWN],
    ['{"winner": "A or B"}', UNKNOWN],
    ['{"winner": "A|B|tie"}', UNKNOWN],
    ['{"winner": "A"} {"winner": "B"}', TWO],
    ['{"winner": "A"}\n[[B]]', TWO],
    ['[[A]]\n[[B]]', TWO],
    ['{"winner": "A" or "B" or "tie"}', BROKEN],
    ['A', 'the reply holds no JSON object with the key "winner"'],
    ['Output (a)', 'the reply holds no JSON object with the key "winner"'],
    ['The answer says [[A]]', 'the reply holds no JSON object with the key "winner"'],
  ])('of %j is none: %s', (reply, problem) => {
    expect(winnerOf(reply)).toBe(problem);
  });
});

/** In quadratic time one of them would take a quarter of an hour. */
describe('a hostile reply of a million characters is read', () => {
  const HUGE = 1_000_000;
  const UNITS = [
    ...[
      '{',
      '{"',
      '{ ',
      '{}',
      '{"a"',
      '{"a":',
      '{"a":{',
      '{"a":[',
      '{"a":1,',
      '{"a":1}',
      '{"score":1}',
      '"',
      '\\',
      '\n',
    ],
    ...['[', '[[', '[[1', '[[1]]', '<', '{"\\"', '{"{":"', '{"x":"{\\"score\\":1}"}', '{"score":1,"score":1,', '* '],
  ];
  test.each(UNITS)('%j', (unit) => {
    const reply = unit.repeat(Math.ceil(HUGE / unit.length));
    expect(read(reply)).toHaveProperty(unit === '{"score":1}' ? 'value' : 'problem');
    expect(readComparison(reply)).toHaveProperty('problem');
  });
});

describeShared('replies of GPT-4 and ChatGPT on LLMBar', () => {
  const rows = readFileSync(shared('data', 'llmbar', 'verdicts.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { judge: string; raw_ab: [string, string]; raw_ba: [string, string] });
  const expected = JSON.parse(readFileSync(shared('data', 'llmbar', 'expected.json'), 'utf8')) as readonly {
    name: string;
    first_position_rate: number;
  }[];

  test.each(['GPT-4', 'ChatGPT'])('name the side that %s chose', (judge) => {
    const replies = rows.filter((row) => row.judge === judge).flatMap((row) => [row.raw_ab[0], row.raw_ba[0]]);
    const winners = replies.map((reply) => winnerOf(JSON.stringify({ winner: reply })));
    const first = winners.filter((winner) => winner === 'A').length / winners.length;
    const { first_position_rate: rate } = expected.find(({ name }) => name === `LLMBar-ALL/${judge}/Vanilla`)!;
    expect(winners.length).toBe(2 * 419);
    expect(winners.every((winner) => winner === 'A' || winner === 'B')).toBe(true);
    expect(first).toBeCloseTo(rate, 12);
  });
});
