import { CONTAMINATION_DEFAULTS } from '../../../src/config/index.js';
import { indexEval } from '../../../src/contamination/robust/eval-index.js';
import { RowMatcher } from '../../../src/contamination/robust/matcher.js';

const NAMES = 'Anna Ben Carla Dmitri Elena Farid Greta Hugo Ines Jonas'.split(' ');
const THINGS = 'apples pears lemons books coins marbles stamps cards shells pens'.split(' ');
const PLACES = 'market school park river library station kitchen garden office museum'.split(' ');

/** Problem number i of 2,000, or another one with the same name, thing and place. */
function problem(i: number, other = 0): { question: string; answer: string } {
  const [name, thing, place] = [NAMES[i % 10]!, THINGS[Math.floor(i / 10) % 10]!, PLACES[Math.floor(i / 100) % 10]!];
  const [all, given] = [200 + 3 * i + 7919 * other, 20 + (i % 7) * 11 + 500 * other];
  const question = `${name} goes to the ${place} with ${all} ${thing} in a large wooden basket and gives ${given} of them to a friend on the way. How many ${thing} does ${name} have left at the end of the day?`;
  return { question, answer: `${name} has ${all} - ${given} = ${all - given} ${thing} left.` };
}

describe('an eval set that was made of one template', () => {
  const examples = Array.from({ length: 2000 }, (_, i) => problem(i));
  const matcher = new RowMatcher(indexEval(examples), CONTAMINATION_DEFAULTS.thresholds);
  const flaggedBy = (text: string): number[] =>
    matcher
      .match(text)
      .flatMap(({ example, level }) =>
        ['identical', 'near_identical', 'substantial'].includes(level) ? [example] : [],
      );

  test('a leaked problem is found, and no other one', () => {
    for (let i = 0; i < 2000; i += 97) {
      const { question, answer } = problem(i);
      expect(flaggedBy(`Solve this. ${question}`)).toEqual([i]);
      expect(flaggedBy(`${question}\n${answer}`)).toEqual([i]);
    }
  });

  test('honest problems of the same template flag none', () => {
    for (let i = 0; i < 2000; i += 97) {
      const { question, answer } = problem(i, 1);
      expect(flaggedBy(`${question}\n${answer}`)).toEqual([]);
    }
  });

  test('a row with fifty of them has fifty', () => {
    const leaked = Array.from({ length: 50 }, (_, i) => i * 33);
    expect(flaggedBy(leaked.map((i) => problem(i).question).join('\n\n'))).toEqual(leaked);
  });
});
