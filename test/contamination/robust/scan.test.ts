import type { Level } from '../../../src/contamination/index.js';
import { asked, jsonLines, ROBUST, scanFiles } from '../scanning.js';

const QUESTION = 'How many legs do three purple spiders, two lazy horses and one wooden stool have together in all?';
const ANSWER =
  'Three purple spiders have 24 legs, two lazy horses have 8 and the wooden stool has 3, so together they have 35.';
const OTHER = 'Which two rivers meet in the middle of the old town beside the granite bridge?';
const SHORT = 'What is 2 + 2?';
const suites = [
  {
    suite: 'maths',
    examples: asked([
      [QUESTION, ANSWER],
      [OTHER, 'the big one and the small one'],
      [SHORT, '4'],
    ]),
  },
];
const found = { suites, robust: ROBUST };
const half = QUESTION.split(' ').slice(4).join(' ');

describe('scanTraining by the robust definition', () => {
  it('reports the worst row of each example, with file, line, field, both texts and the common span', async () => {
    const rows = [
      { text: 'nothing of interest' },
      { messages: [{ role: 'user', content: `Tell me. ${half}` }] },
      { instruction: 'Solve it.', output: `${QUESTION.toUpperCase()} ${ANSWER}` },
    ];
    const { contamination, flags, pairs } = await scanFiles({ 'a.jsonl': jsonLines(rows) }, found);
    expect(contamination).toMatchObject({
      definition: 'robust',
      n: null,
      level: 'substantial',
      thresholds: ROBUST.thresholds,
      undecidable: [{ suite: 'maths', id: '2' }],
      pairs: 2,
      shared_text: [],
    });
    expect(contamination.examples).toEqual([
      {
        suite: 'maths',
        id: '0',
        level: 'identical',
        score: 1,
        part: 'both',
        longest_span: 40,
        text: `${QUESTION} ${ANSWER}`,
        evidence: [
          {
            file: 'a.jsonl',
            line: 3,
            row: expect.stringMatching(/^r[0-9a-f]{16}$/u) as string,
            field: 'output',
            text: `Solve it. ${QUESTION.toUpperCase()} ${ANSWER}`,
            span: `${QUESTION.toUpperCase()} ${ANSWER.slice(0, -1)}`,
          },
          {
            file: 'a.jsonl',
            line: 2,
            row: expect.stringMatching(/^r[0-9a-f]{16}$/u) as string,
            field: 'messages[0].content',
            text: `Tell me. ${half}`,
            span: half.slice(0, -1),
          },
        ],
      },
    ]);
    expect(flags).toEqual(new Map([['maths', Int8Array.of(1, 0, -1)]]));
    expect(pairs).toEqual([
      expect.objectContaining({
        id: '0',
        line: 2,
        field: 'messages[0].content',
        level: 'substantial',
        part: 'question',
      }),
      expect.objectContaining({ suite: 'maths', id: '0', file: 'a.jsonl', line: 3, score: 1, longest_span: 40 }),
    ]);
  });

  it.each<[Level, number]>([
    ['identical', 0],
    ['near_identical', 0],
    ['substantial', 1],
    ['partial', 1],
    ['template', 1],
  ])('flags at level %s and above: %i of an example that stands there by half', async (level, flag) => {
    const rows = { 'a.jsonl': jsonLines([{ text: half }]) };
    const { flags } = await scanFiles(rows, { suites, robust: { ...ROBUST, level } });
    expect(flags.get('maths')![0]).toBe(flag);
  });

  it('lists the worst examples first, each with its three worst rows, the first of equals first', async () => {
    const rows = [half, QUESTION, QUESTION, OTHER, QUESTION, `${QUESTION} ${ANSWER}`].map((text) => ({ text }));
    const { contamination, pairs } = await scanFiles({ 'a.jsonl': jsonLines(rows) }, found);
    const lines = contamination.examples.map(({ id, evidence }) => [id, evidence.map(({ line }) => line)]);
    expect(lines).toEqual([
      ['0', [6, 2, 3]],
      ['1', [4]],
    ]);
    expect(pairs.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('finds what is spread over fields, files and turns', async () => {
    const words = QUESTION.split(' ');
    const [first, second] = [words.slice(0, 9).join(' '), words.slice(9).join(' ')];
    const { pairs } = await scanFiles(
      {
        'a.jsonl': jsonLines([{ instruction: first, input: second, output: 'no' }]),
        'b.jsonl': jsonLines([
          { conversations: [{ value: first }, { value: 'Go on, I am listening to you.' }, { value: second }] },
        ]),
      },
      found,
    );
    expect(pairs.map(({ file, level }) => [file, level])).toEqual([
      ['a.jsonl', 'identical'],
      ['b.jsonl', 'near_identical'],
    ]);
  });

  it('lists rows with no more than a template at the end, at most three for each example, unless all pairs are asked for', async () => {
    const template = (name: string, fruit: string, number: number): string =>
      `${name} buys ${number} crates of ${fruit} at the harbour market and gives ${number + 3} of them to the crew of the ferry`;
    const rows = Array.from({ length: 9 }, (_, i) => ({ text: template(`Ben${'n'.repeat(i)}`, 'apples', 17 + i) }));
    const given = {
      suites: [{ suite: 's', examples: asked([[template('Ann', 'pears', 61), '']]) }],
      robust: { ...ROBUST, level: 'template' as const },
    };
    const files = { 'a.jsonl': jsonLines([...rows, { text: OTHER }]) };
    const { pairs, contamination, flags } = await scanFiles(files, given);
    expect(pairs.map(({ line, level, part }) => [line, level, part])).toEqual(
      [1, 2, 3].map((line) => [line, 'template', 'template']),
    );
    expect(contamination.examples.map(({ level }) => level)).toEqual(['template']);
    expect([...flags.get('s')!]).toEqual([1]);
    const all = await scanFiles(files, { ...given, allPairs: true });
    expect(all.pairs.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('calls an example that shares most of its wording with other examples a template, until its own words are there', async () => {
    const asking = (country: string): string =>
      `I like to host guests at my home and gather recipes of dishes to keep things interesting. What would people from ${country} cook for a wedding?`;
    const examples = ['Kyrgyzstan', 'Mozambique', 'Paraguay', 'Uzbekistan', 'Liechtenstein'].map(
      (country): [string, string] => [asking(country), ''],
    );
    const { contamination } = await scanFiles(
      { 'a.jsonl': jsonLines([{ text: asking('Paraguay') }, { text: 'Paraguay is a country.' }]) },
      { suites: [{ suite: 's', examples: asked(examples) }], robust: ROBUST },
    );
    expect(contamination.examples.map(({ id, level }) => [id, level])).toEqual([
      ['2', 'identical'],
      ...['0', '1', '3', '4'].map((id) => [id, 'template']),
    ]);
  });

  it('refuses what can not be scanned', async () => {
    await expect(scanFiles({ 'a.jsonl': 'not JSON\n' }, found)).rejects.toThrow('a.jsonl: not one row can be read');
  });
});
