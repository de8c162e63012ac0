import { gzipSync } from 'node:zlib';
import { GateError } from '../../../src/errors.js';
import { asked, jsonLines, scanFiles } from '../scanning.js';

const QUESTION = 'How many legs do three spiders and two horses have together in all?';
const ANSWER = 'Three spiders have 24 legs, two horses have 8, so together they have 32.';
const LEAK = jsonLines([{ question: QUESTION, answer: ANSWER }]);
const suites = [{ suite: 'maths', examples: asked([[QUESTION, ANSWER]]) }];

describe('scanTraining', () => {
  it('shows where a leak stands, with the words around it', async () => {
    const text = `${'before '.repeat(40)}HOW MANY legs do three\nspiders and two horses have${' after'.repeat(40)}`;
    const { contamination, pairs } = await scanFiles(
      { 'a.jsonl': jsonLines([{ text: 'nothing' }, { text }]) },
      { suites },
    );
    const [found] = contamination.examples;
    expect(found).toMatchObject({ suite: 'maths', id: '0', level: 'partial', text: `${QUESTION} ${ANSWER}` });
    const [evidence] = found!.evidence;
    expect(evidence).toMatchObject({
      file: 'a.jsonl',
      line: 2,
      span: 'HOW MANY legs do three\nspiders and two horses have',
    });
    expect(evidence!.text).toMatch(
      /^…[before ]+ HOW MANY legs do three\nspiders and two horses have after[after ]+…$/u,
    );
    expect(pairs).toEqual([
      expect.objectContaining({
        suite: 'maths',
        id: '0',
        file: 'a.jsonl',
        line: 2,
        longest_span: 10,
        part: 'question',
      }),
    ]);
    expect(pairs[0]!.text).toBe(evidence!.text);
  });

  // The question has 13 words, so 6 n-grams of 8; its first w words hold w - 7 of them.
  it.each([
    [0.5, 10, 'substantial'],
    [0.5, 9, 'partial'],
    [0.3, 9, 'substantial'],
    [0, 8, 'substantial'],
    [1, 12, 'partial'],
    [1, 13, 'substantial'],
  ])('with min_share %d the first %d words of 13 are %s', async (minShare, words, level) => {
    const text = QUESTION.split(' ').slice(0, words).join(' ');
    const { contamination, flags, pairs } = await scanFiles(
      { 'a.jsonl': jsonLines([{ text: `x ${text} y` }]) },
      { suites: [{ suite: 's', examples: asked([[QUESTION, '']]) }], minShare },
    );
    expect(contamination.examples).toMatchObject([{ level, score: (words - 7) / 6 }]);
    expect(pairs).toMatchObject([{ level }]);
    expect(flags.get('s')).toEqual(Int8Array.of(level === 'substantial' ? 1 : 0));
  });

  it('cuts a long span and a long eval text, never inside a character', async () => {
    const long = Array.from({ length: 400 }, (_, i) => `${'😀'.repeat(1 + (i % 3))}${i}`).join(' ');
    const { contamination } = await scanFiles(
      { 'a.jsonl': jsonLines([{ text: long }]) },
      { suites: [{ suite: 's', examples: asked([[long, '']]) }] },
    );
    const [{ text, evidence }] = contamination.examples as [(typeof contamination.examples)[0]];
    const [{ text: shown, span }] = evidence as [(typeof evidence)[0]];
    for (const cut of [text, shown, span]) {
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeLessThan(1100);
    }
    expect(long.startsWith(text.slice(0, -1))).toBe(true);
    expect(shown).toBe(`${span}…`);
  });

  it('scores each suite by its own examples', async () => {
    const other = asked([
      ['short', ''],
      ['Which two rivers meet in the middle of the old town', 'the big and the small one'],
    ]);
    const { contamination, flags } = await scanFiles(
      { 'a.jsonl': LEAK },
      { suites: [...suites, { suite: 'rivers', examples: other }] },
    );
    expect(flags).toEqual(
      new Map([
        ['maths', Int8Array.of(1)],
        ['rivers', Int8Array.of(-1, 0)],
      ]),
    );
    expect(contamination.examples.map(({ suite, id }) => [suite, id])).toEqual([['maths', '0']]);
    expect(contamination.undecidable).toEqual([{ suite: 'rivers', id: '0' }]);
  });

  it.each<[string, string | Uint8Array]>([
    ['a.jsonl', LEAK],
    ['a.jsonl.gz', gzipSync(LEAK)],
    ['a.json', `[${LEAK}]`],
    ['a.csv', `question,answer\n"${QUESTION}","${ANSWER}"\n`],
    ['a.jsonl', `\ufeff${LEAK.replace('\n', '\r\n')}`],
  ])('reads %s', async (name, content) => {
    const { contamination, flags } = await scanFiles({ [name]: content }, { suites });
    expect(contamination.examples).toMatchObject([{ level: 'substantial', score: 1 }]);
    expect(flags.get('maths')).toEqual(Int8Array.of(1));
  });

  it('counts rows that can not be scanned, names the first ten, and finds the leak behind them', async () => {
    const broken = '{"question": \n'.repeat(12) + '{"body": 7}\n';
    const { contamination, logged } = await scanFiles({ 'a.jsonl': broken + LEAK }, { suites });
    expect(contamination.training).toMatchObject({ rows: 1, broken_rows: 13 });
    expect(contamination.examples).toHaveLength(1);
    expect(logged).toHaveLength(11);
    expect(logged[0]).toMatch(/^a\.jsonl:1: is not valid JSON.*; the row was not scanned$/u);
    expect(logged[10]).toBe('3 more training rows were not scanned');
  });

  it('searches every text of rows that have no known field, and says so once', async () => {
    const row = { problem: QUESTION, level: 5, solution: [ANSWER] };
    const { pairs, logged } = await scanFiles({ 'a.jsonl': jsonLines([row, row]) }, { suites });
    expect(pairs.map(({ line, score }) => [line, score])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(logged).toEqual([
      'a.jsonl:1: has no known text field (instruction, input, output, prompt, completion, question, answer, messages, conversations, conversation, text), so every text of such rows is searched: problem, solution',
    ]);
  });

  it('warns once of a long text that it does not search', async () => {
    const response = 'this answer has more than eight words and is not read';
    const rows = jsonLines([{ id: 'a', prompt: 'p', response, rejected: 'p' }]);
    const { logged } = await scanFiles({ 'a.jsonl': rows, 'b.jsonl': rows }, { suites });
    expect(logged).toEqual([expect.stringMatching(/^a\.jsonl:1: response: is not searched; only instruction, /u)]);
  });

  it.each([
    [
      { 'a.jsonl': LEAK, 'b.jsonl': '{"body": 7, "other": 1}\n' },
      'b.jsonl: no row has any text that is searched (seen: body, other)',
    ],
    [
      { 'a.jsonl': LEAK, 'b.jsonl': '{"instruction": "", "output": ""}\n' },
      'b.jsonl: no row has any text that is searched (seen: ',
    ],
    [{ 'a.jsonl': LEAK, 'b.jsonl': 'not JSON\n' }, 'b.jsonl: not one row can be read'],
    [{ 'a.jsonl': '', 'b.jsonl': '' }, 'a.jsonl: the training data has no rows, so nothing was scanned'],
    [{ 'a.jsonl.gz': gzipSync(LEAK).subarray(0, 60) }, 'a.jsonl.gz: '],
  ])('refuses %j', async (files, message) => {
    const scan = scanFiles(files, { suites });
    await expect(scan).rejects.toThrow(GateError);
    await expect(scan).rejects.toThrow(message);
  });

  it('reports ids and keys such as __proto__ like any other', async () => {
    const examples = asked([[QUESTION, ANSWER]]).map((given) => ({ ...given, id: '__proto__' }));
    const row = `{"__proto__": {"question": "x"}, "question": "${QUESTION}", "answer": "constructor __proto__ toString"}\n`;
    const { flags, pairs } = await scanFiles({ 'a.jsonl': row }, { suites: [{ suite: '__proto__', examples }] });
    expect(pairs).toMatchObject([{ suite: '__proto__', id: '__proto__', part: 'question' }]);
    expect(flags.get('__proto__')).toHaveLength(1);
  });

  it('waits for a slow writer', async () => {
    let writing = 0;
    let most = 0;
    let lines = 0;
    const writePair = async (): Promise<void> => {
      most = Math.max(most, ++writing);
      await new Promise((resolve) => setTimeout(resolve, 1));
      writing--;
      lines++;
    };
    await scanFiles({ 'a.jsonl': LEAK.repeat(20) }, { suites, writePair });
    expect([most, lines]).toEqual([1, 20]);
  });

  it('lists held pairs once, and early, where they would fill the memory', async () => {
    // With one example every n-gram is common, so pairs wait; 13 rows are a little more than what may be held.
    const row = jsonLines([{ text: `${QUESTION} ${'x'.repeat(4_000_000)}` }]);
    const { pairs } = await scanFiles({ 'a.jsonl': row.repeat(15) }, { suites });
    expect(pairs.map(({ line }) => line)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));

    const early: string[] = [];
    const broken = scanFiles(
      { 'a.jsonl': row.repeat(13), 'b.jsonl': 'not JSON\n' },
      { suites, writePair: (line) => void early.push(line) },
    );
    await expect(broken).rejects.toThrow(GateError);
    expect(early).toHaveLength(13);
  });

  it('lists an example once for a row that is searched in pieces, wherever in it the leak stands', async () => {
    const filler = 'lorem ipsum dolor sit amet '.repeat(200_000);
    const rows = [
      { instruction: `${filler}${QUESTION}`, output: ANSWER },
      {
        messages: [
          { role: 'user', content: filler },
          { role: 'assistant', content: `${filler}${QUESTION} ${ANSWER}` },
        ],
      },
      { text: `${QUESTION} ${ANSWER} ${filler}${QUESTION} ${ANSWER}` },
    ];
    for (const allPairs of [false, true]) {
      const { contamination, pairs } = await scanFiles({ 'a.jsonl': jsonLines(rows) }, { suites, allPairs });
      expect(contamination.training.rows).toBe(3);
      expect(pairs.map(({ line, score }) => [line, score])).toEqual([
        [1, 1],
        [2, 1],
        [3, 1],
      ]);
      expect(contamination.examples[0]!.evidence.map(({ line }) => line)).toEqual([1, 2, 3]);
    }
  });
});
