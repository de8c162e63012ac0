import { comparisonFigures } from '../../../src/judge/figures/index.js';
import { styleOf } from '../../../src/judge/figures/style.js';
import { ALONE, pair, preferred } from './pairs.js';

test('the longer answer: more than 30 code points apart, ties half', () => {
  const long = 'x'.repeat(131);
  const short = 'x'.repeat(100);
  const near = 'x'.repeat(130); // 30 more are no difference
  const emoji = '😀'.repeat(130); // 130 code points, 260 UTF-16 units
  const figures = comparisonFigures(
    [
      pair(0, 'c', 'c', [long, short]),
      pair(1, 'c', 'c', [long, short]),
      pair(2, 'b', 'b', [short, long]),
      pair(3, 'c', 'c', [short, long]),
      pair(4, 'c', 'b', [long, short]),
      pair(5, 'c', 'c', [near, short]),
      pair(6, 'c', 'c', [emoji, short]),
      pair(7, 'x', 'c', [long, short]),
      pair(8, 'c', 'c', [null, short]),
    ],
    ALONE,
  );
  expect(figures.preferred.longer).toMatchObject({ n: 5, preferred: 3, ties: 1, rate: 0.7 });
  expect(figures.longer_preferred_rate).toBe(0.7);
  expect(figures.length_control.n).toBe(7);
});

test('bullets and markdown: the answer with more of them', () => {
  const figures = comparisonFigures(
    [
      preferred(0, 1, ['- a\n- b', 'a and b']),
      preferred(1, 0, ['- a\n- b', '1. a\n2. b\n3. c']),
      preferred(2, 1, ['- a', '* b']),
      preferred(3, 0.6, ['plain', '# Title\n**bold**']),
      preferred(4, 0.5, ['## Title', 'plain']),
    ],
    ALONE,
  );
  expect(figures.preferred.bullets).toMatchObject({ n: 2, preferred: 2, ties: 0, rate: 1 });
  expect(figures.preferred.markdown).toMatchObject({ n: 2, preferred: 0, ties: 1, rate: 0.25 });
  expect(figures.preferred.bullets.ci![1]).toBe(1);
});

test.each([
  ['', { length: 0, bullets: 0, markdown: 0 }],
  ['a😀\ud800é', { length: 4, bullets: 0, markdown: 0 }],
  ['- a\n  * b\r\n+ c\r\t1. d\n10) e\n• f\n•g', { bullets: 7, markdown: 0 }],
  ['-a\n*b*\n1.5 is a number\n2024 was\n-\n- \n* * *\n- - -\n---', { bullets: 0, markdown: 0 }],
  ['# A\n###### B\n#\n#hash\n####### seven', { bullets: 0, markdown: 3 }],
  ['**a** and **b c**, not ** d ** nor **e\nf**', { bullets: 0, markdown: 2 }],
  ['- **a**: b\n- **c**: d', { bullets: 2, markdown: 2 }],
  ['| a | b |\n|---|:-:|\n| 1 | 2 |\na | b\n--|--', { bullets: 0, markdown: 2 }],
  ['```js\n- not a list\n# nor a heading\n``\n~~~\n````\n- a list', { bullets: 1, markdown: 1 }],
  ['~~~\n**x**\n~~~\n**y**', { bullets: 0, markdown: 2 }],
  ['  ```\nunclosed\n- x', { bullets: 0, markdown: 1 }],
  ['```inline``` code\n- x', { bullets: 1, markdown: 0 }],
])('style of %j', (text, expected) => {
  expect(styleOf(text)).toMatchObject(expected);
});
