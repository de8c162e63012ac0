import { Lcs } from '../../src/text/index.js';
import { sequences } from './sequences.js';

/** The textbook table, as rouge_score fills and reads it. */
function table(a: readonly number[], b: readonly number[]): Uint16Array[] {
  const t = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      t[i]![j] = a[i - 1] === b[j - 1] ? t[i - 1]![j - 1]! + 1 : Math.max(t[i - 1]![j]!, t[i]![j - 1]!);
    }
  }
  return t;
}

function readBack(t: readonly Uint16Array[], a: readonly number[], b: readonly number[]): number[] {
  const positions: number[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    if (a[i - 1] === b[j - 1]) {
      positions.unshift(--i);
      j--;
    } else if (t[i]![j - 1]! > t[i - 1]![j]!) j--;
    else i--;
  }
  return positions;
}

const short = [...sequences(120, 12, 3), ...sequences(60, 100, 5), ...sequences(20, 140, 60)];
const long = [70, 2500, 90, 1024, 33, 3000].map((length, i) =>
  sequences(40, 3000, 4 + i)
    .flat()
    .slice(0, length),
);
/** Longer than a strip of rows, of tokens that most strips lack. */
const sparse = [1024, 2100, 1025].map((length) => sequences(10, 3000, 2000).flat().slice(-length));

test('the length and the positions that are read back equal those of the textbook table', () => {
  const lcs = new Lcs();
  const tried = [...short, ...long, ...sparse];
  for (let i = 1; i < tried.length; i++) {
    const [a, b] = [tried[i - 1]!, tried[i]!];
    const t = table(a, b);
    const length = t[a.length]![b.length];
    expect([i, lcs.length(a, b), lcs.length(b, a), lcs.positions(a)(b)]).toEqual([
      i,
      length,
      length,
      readBack(t, a, b),
    ]);
  }
});

test('positions of one text in several others', () => {
  const positionsWith = new Lcs().positions([7, 8, 9]);
  expect([[9, 7], [], [7, 1_000_000, 9], [8]].map(positionsWith)).toEqual([[0], [], [0, 2], [1]]);
});

test('60,000 words that are all different', () => {
  const a = Array.from({ length: 60_000 }, (_, i) => i);
  const lcs = new Lcs();
  expect(lcs.length(a, [...a].reverse())).toBe(1);
  // The even ones in order, each between two that are new.
  expect(
    lcs.length(
      a,
      a.flatMap((i) => (i % 2 === 0 ? [70_000 + i, i, 70_000] : [])),
    ),
  ).toBe(30_000);
});
