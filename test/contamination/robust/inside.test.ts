import { CONTAMINATION_DEFAULTS } from '../../../src/config/index.js';
import { searchInside } from '../../../src/contamination/index.js';
import { asked, example } from '../scanning.js';

const DUCKS =
  "Mira's geese lay 16 eggs every day. She fries three for breakfast and sells the others at the harbour for $2 each. What does she earn?";
const TOWER =
  'Explain to a curious child why the old lighthouse keeper painted the northern staircase of his tower bright orange.';
const TRAIN =
  'A night train leaves Warsaw at nine and needs eleven hours to Vienna. When does it arrive there in winter?';

function inside(questions: readonly string[]) {
  const examples = asked(questions.map((question, i) => [question, `answer ${i}`]));
  return searchInside([{ suite: 's', examples }], CONTAMINATION_DEFAULTS.thresholds)[0]!;
}

const pair = (first: number, second: number) => ({ first: String(first), second: String(second) });

describe('searchInside', () => {
  test('an eval set of different questions has nothing to tell', () => {
    expect(inside([DUCKS, TOWER, TRAIN])).toEqual({ suite: 's', duplicates: [], held: [] });
  });

  test.each([
    ['the same question', DUCKS],
    ['in capitals, without punctuation', DUCKS.toUpperCase().replace(/[.?,$]/gu, '')],
    ['with another word', DUCKS.replace('sells', 'vends')],
    ['in other characters', DUCKS.replaceAll(' ', '\u00a0').replaceAll("'", '\u2019')],
  ])('%s is a duplicate', (_, copy) => {
    expect(inside([DUCKS, TOWER, copy, TRAIN])).toMatchObject({ duplicates: [pair(0, 2)], held: [] });
  });

  test('short questions are duplicates where they are the same', () => {
    expect(inside(['2 + 2?', '2 + 3?', '2+2'])).toMatchObject({ duplicates: [pair(0, 2)], held: [] });
  });

  test('questions without a word are none', () => {
    expect(inside(['', '?', '!'])).toMatchObject({ duplicates: [], held: [] });
  });

  test('three of one are two pairs', () => {
    expect(inside([TOWER, TOWER, TOWER])).toMatchObject({ duplicates: [pair(0, 1), pair(0, 2)] });
  });

  test('a prompt that holds another question is told apart', () => {
    const shot = `Question: ${TRAIN}\nAnswer: at eight\n\nQuestion: ${TOWER}\nAnswer:`;
    expect(inside([shot, DUCKS, TRAIN])).toMatchObject({ duplicates: [], held: [pair(0, 2)] });
  });

  test('suites are searched by themselves', () => {
    const suites = ['a', 'b'].map((suite) => ({ suite, examples: [example('x', { prompt: DUCKS })] }));
    expect(searchInside(suites, CONTAMINATION_DEFAULTS.thresholds)).toEqual([
      { suite: 'a', duplicates: [], held: [] },
      { suite: 'b', duplicates: [], held: [] },
    ]);
  });
});
