import { type Finding, Findings } from '../../../src/contamination/robust/findings.js';
import type { Match } from '../../../src/contamination/robust/matcher.js';
import { Standing } from '../../../src/contamination/standing.js';

const names = [
  { suite: 's', id: 'a' },
  { suite: 's', id: 'b' },
];
const nothingKnown = new Standing(
  names.map((name) => ({ ...name, fingerprint: '' })),
  [],
  [],
);
const found = (example: number, score: number, line: number): Finding => ({
  ...{ example, level: 'substantial', score, part: 'question', words: 5, start: 0, end: 4 },
  evidence: { file: 'a.jsonl', line, field: 'text', row: '', text: 'some text', span: 'some' },
});

/** What is found in rows of these lines, one score per example and line. */
function scanned(lines: readonly number[], scores: readonly (readonly number[])[]): Findings {
  const findings = new Findings(names, false, nothingKnown);
  for (const line of lines) {
    names.forEach((_, example) => {
      const score = scores[example]![line]!;
      if (score > 0) findings.add(found(example, score, line));
    });
    findings.endRow();
  }
  return findings;
}

const worst = (findings: Findings): (number[] | string)[][] =>
  names.map((_, example) => findings.worst(example).map(({ score, evidence }) => [score, evidence.line]));

it('of shards, merged in the order of their rows, are those of one scan', () => {
  const scores = [
    [0, 0.7, 0.9, 0.7, 0.9, 0, 0.8, 0.9, 0.9],
    [0, 0, 0, 0, 0.5, 0.6, 0, 0, 0.5],
  ];
  const whole = scanned([1, 2, 3, 4, 5, 6, 7, 8], scores);
  expect(worst(whole)).toEqual([
    [
      [0.9, 2],
      [0.9, 4],
      [0.9, 7],
    ],
    [
      [0.6, 5],
      [0.5, 4],
      [0.5, 8],
    ],
  ]);
  const merged = scanned([1, 2, 3], scores);
  merged.merge(scanned([4, 5], scores));
  merged.merge(scanned([6, 7, 8], scores));
  expect(worst(merged)).toEqual(worst(whole));
  expect(merged.listed).toBe(whole.listed);
});

it('of a row in pieces are one for each example, the worst', () => {
  const findings = new Findings(names, false, nothingKnown);
  for (const score of [0.7, 0.9, 0.8]) findings.add(found(0, score, 1));
  expect(findings.endRow().map((line) => (JSON.parse(line) as Match).score)).toEqual([0.9]);
  expect(findings.endRow()).toEqual([]);
});
