import { ContainedPrompts } from '../../src/data/pairing/contained.js';
import { load, texts } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const template = (prompt: string): string =>
  `<|im_start|>system\nYou are helpful.<|im_end|>\n<|im_start|>user\n${prompt}<|im_end|>\n<|im_start|>assistant\n`;

describe('pairing', () => {
  test('by id, in any order; what is left on either side is counted and named', async () => {
    const { candidate, warnings } = await load(temp, {
      examples: [{ id: 1 }, { id: '2' }, { id: 3 }, { id: 4 }],
      predictions: [
        { id: '3', output: 'c' },
        { id: 9, output: 'z' },
        { id: 1, output: 'a' },
        { id: 4, output: null },
      ],
    });
    expect(candidate.predictions.map((prediction) => prediction?.outputs[0]?.text ?? null)).toEqual([
      'a',
      null,
      'c',
      null,
    ]);
    expect(candidate).toMatchObject({
      pairedBy: 'id',
      rows: 4,
      missing: 2,
      missingIds: ['2', '4'],
      extra: 1,
      extraIds: ['9'],
    });
    expect(candidate.predictions[0]!.source).toEqual({ file: 'cand.jsonl', line: 3 });
    expect(warnings).toEqual([]);
  });

  test('shows ten ids at most', async () => {
    const { candidate } = await load(temp, {
      examples: Array.from({ length: 30 }, (_, id) => ({ id })),
      predictions: [{ id: 0, output: 'a' }, ...Array.from({ length: 30 }, (_, i) => ({ id: `x${i}`, output: 'a' }))],
    });
    expect(candidate).toMatchObject({ missing: 29, extra: 30 });
    expect(candidate.missingIds).toHaveLength(10);
    expect(candidate.extraIds).toHaveLength(10);
  });

  test('refuses ids of which none is the same', async () => {
    const promise = load(temp, { examples: [{ id: 'q-1' }], predictions: [{ id: 1, output: 'a' }] });
    expect(await failure(promise)).toBe(
      'cand.jsonl:1: no id is one of the eval set\'s: here "1", there "q-1" (eval.jsonl:1); name the right key with fields.id',
    );
  });

  test.each([
    ['without ids', {}, {}],
    ['with ids in the eval set only', { id: 'e' }, {}],
    ['with ids in the predictions only', {}, { id: 'p' }],
  ])('by prompt %s', async (_, inEval, inPredictions) => {
    const ids = (given: { id?: string }, i: number): object =>
      given.id === undefined ? {} : { id: `${given.id}${i}` };
    const { candidate, warnings } = await load(temp, {
      examples: ['a', 'b', 'c'].map((prompt, i) => ({ ...ids(inEval, i), prompt })),
      predictions: ['c', 'a\n', 'z'].map((prompt, i) => ({
        ...ids(inPredictions, i),
        prompt,
        output: `for ${prompt.trim()}`,
      })),
    });
    expect(candidate.predictions.map((prediction) => prediction?.outputs[0]?.text ?? null)).toEqual([
      'for a',
      null,
      'for c',
    ]);
    expect(candidate).toMatchObject({ pairedBy: 'prompt', rows: 3, missing: 1, extra: 1 });
    expect(warnings).toEqual([]);
  });

  test('by prompt between an alpaca set and predictions that repeat its keys, or its chat', async () => {
    const examples = [
      { instruction: 'Add.', input: '1 2', output: '3' },
      { instruction: 'Add.', input: '2 2', output: '4' },
    ];
    const rows = [
      { instruction: 'Add.', input: '2 2', predict: 'four' },
      { messages: [{ role: 'user', content: 'Add.\n1 2' }], predict: 'three' },
    ];
    expect(texts(await load(temp, { examples, predictions: rows }))).toEqual([['three'], ['four']]);
  });

  test('several samples of one prompt belong together', async () => {
    const suite = await load(temp, {
      examples: [{ prompt: 'a' }, { prompt: 'b' }],
      predictions: [1, 0].flatMap((sample) =>
        ['a', 'b'].map((prompt) => ({ prompt, sample, output: `${prompt}${sample}` })),
      ),
    });
    expect(texts(suite)).toEqual([
      ['a0', 'a1'],
      ['b0', 'b1'],
    ]);
    expect(suite.candidate.rows).toBe(2);
    const twice = [
      { prompt: 'a', output: '1' },
      { prompt: 'a', output: '2' },
    ];
    expect(await failure(load(temp, { examples: [{ prompt: 'a' }], predictions: twice }))).toContain(
      'cand.jsonl:2: the prompt "a" is already at cand.jsonl:1',
    );
  });

  test("LLaMA-Factory's rows pair through the chat template, in any order", async () => {
    // `1 + 1?` stands inside `11 + 1?`, and inside the template only once.
    const prompts = ['What is 1 + 1?', 'What is 11 + 1?', '1 + 1?', 'Hi'];
    const suite = await load(temp, {
      examples: prompts.map((instruction, i) => ({ instruction, input: '', output: `label ${i}` })),
      predictions: [3, 1, 0, 2].map((i) => ({
        prompt: template(prompts[i]!),
        predict: `answer ${i}`,
        label: `label ${i}\n`,
      })),
    });
    expect(texts(suite)).toEqual([['answer 0'], ['answer 1'], ['answer 2'], ['answer 3']]);
    expect(suite.candidate.pairedBy).toBe('prompt');
    expect(suite.warnings).toEqual([expect.stringContaining('cand.jsonl repeats prompts with more text around them')]);
  });

  test('a chat of several turns pairs through a template that keeps all turns of the user', async () => {
    const dialog = (last: string) => [
      { role: 'user', content: 'Tell me a story about a cat.' },
      { role: 'assistant', content: 'Once upon a time' },
      { role: 'user', content: last },
    ];
    const suite = await load(temp, {
      examples: ['Shorter.', 'Longer.'].map((last) => ({ messages: dialog(last), reference: 'r' })),
      predictions: ['Longer.', 'Shorter.'].map((last) => ({
        prompt: dialog(last)
          .map(({ role, content }) => `<|${role}|>${content}`)
          .join('\n'),
        output: last,
      })),
    });
    expect(texts(suite)).toEqual([['Shorter.'], ['Longer.']]);
  });

  test('refuses a prompt that contains several eval prompts, and prompts that fit none', async () => {
    const examples = [{ prompt: 'first question' }, { prompt: 'second question' }];
    const both = [{ prompt: 'first question second question', output: 'x' }];
    expect(await failure(load(temp, { examples, predictions: both }))).toContain(
      'cand.jsonl:1: its prompt contains several prompts of the eval set (eval.jsonl:1, eval.jsonl:2)',
    );
    const none = ['x', 'y'].map((prompt) => ({ prompt, output: 'x' }));
    expect(await failure(load(temp, { examples, predictions: none }))).toBe(
      'cand.jsonl:1: no prompt is one of the eval set\'s: here "x", there "first question" (eval.jsonl:1); give the rows ids',
    );
  });

  test('equal prompts in the eval set pair in order if all else agrees, or not at all', async () => {
    const examples = ['a', 'b', 'a'].map((prompt) => ({ prompt }));
    const rows = (prompts: string[]) => prompts.map((prompt, i) => ({ prompt, output: String(i) }));
    expect(texts(await load(temp, { examples, predictions: rows(['a', 'b', 'a']) }))).toEqual([['0'], ['1'], ['2']]);
    expect(texts(await load(temp, { examples, predictions: rows(['a', 'b', 'a'].map(template)) }))).toEqual([
      ['0'],
      ['1'],
      ['2'],
    ]);
    for (const prompts of [
      ['a', 'a', 'b'],
      ['a', 'b'],
      ['a', 'b', 'a', 'a'],
    ]) {
      expect(await failure(load(temp, { examples, predictions: rows(prompts) }))).toBe(
        "eval.jsonl:3: has the same prompt as eval.jsonl:1, so cand.jsonl can't be paired by prompt; give the rows ids",
      );
    }
  });

  test('by order where nothing else is there, and says so', async () => {
    const suite = await load(temp, {
      examples: [
        { prompt: 'a', reference: 'x' },
        { prompt: 'b', reference: 'y' },
      ],
      predictions: [
        { output: '1', label: 'x<|im_end|>\n' },
        { output: '2', label: ' y </s>' },
      ],
    });
    expect(texts(suite)).toEqual([['1'], ['2']]);
    expect(suite.candidate.pairedBy).toBe('order');
    expect(suite.warnings).toEqual([
      'cand.jsonl shares no ids or prompts with the eval set: its 2 rows were paired by their order. Give both files ids to be safe.',
    ]);
  });

  const examples = [
    { prompt: 'a', reference: 'x' },
    { prompt: 'b', references: ['y', 'z'] },
  ];
  const refused: [string, object[], string][] = [
    ['other counts', [{ output: '1' }], 'cand.jsonl: has 1 rows for 2 examples'],
    [
      'another label',
      [
        { output: '1', label: 'x' },
        { output: '2', label: 'x' },
      ],
      'cand.jsonl:2: repeats another reference than the example in its place (eval.jsonl:2)',
    ],
    [
      'another prompt',
      [{ output: '1', prompt: 'b' }, { output: '2' }],
      'cand.jsonl:1: repeats another prompt than the example in its place (eval.jsonl:1)',
    ],
    [
      'sample numbers of nothing',
      [
        { output: '1', sample: 0 },
        { output: '2', sample: 1 },
      ],
      'cand.jsonl:2: has a sample number but no id or prompt',
    ],
  ];
  test.each(refused)('refuses to pair by order: %s', async (_, predictions, message) => {
    expect(await failure(load(temp, { examples, predictions }))).toContain(message);
  });

  test('prompts that repeat pair by order, with a warning', async () => {
    const examples = [{ prompt: 'same' }, { prompt: 'other' }, { prompt: 'same' }];
    const predictions = examples.map((row, i) => ({ ...row, output: `answer ${String(i)}` }));
    const suite = await load(temp, { examples, predictions });
    expect(suite.candidate.pairedBy).toBe('order');
    expect(suite.candidate.predictions.map((one) => one?.outputs[0]?.text)).toEqual([
      'answer 0',
      'answer 1',
      'answer 2',
    ]);
    expect(suite.warnings).toEqual([
      expect.stringContaining('cand.jsonl was paired by order, since prompts repeat (eval.jsonl:1 and 3)'),
    ]);
  });

  test('no predictions: nothing pairs and all is counted', async () => {
    const none = await load(temp, { examples: [{ id: 1 }, { id: 2 }] });
    expect(none.candidate).toMatchObject({ predictions: [null, null], rows: 0, missing: 2, extra: 0 });
  });

  test('no examples: an error that names the file, whatever the predictions hold', async () => {
    const message = 'eval.jsonl: holds no examples; an eval set needs at least one row';
    expect(await failure(load(temp, { examples: [] }))).toBe(message);
    expect(await failure(load(temp, { examples: [], predictions: [{ id: 1, output: 'a' }] }))).toBe(message);
  });

  test('keeps both models apart, and knows one file given twice', async () => {
    const examples = [{ id: 1 }, { id: 2 }];
    const one = [
      { id: 1, output: 'a' },
      { id: 2, output: 'b' },
    ];
    const same = await load(temp, { examples, predictions: one, base: [...one].reverse() });
    expect(same.base!.outputsSha256).toBe(same.candidate.outputsSha256);
    for (const other of [
      [{ id: 1, output: 'a' }],
      [
        { id: 1, output: 'ab' },
        { id: 2, output: '' },
      ],
      [
        { id: 1, output: 'a', scores: { s: 1 } },
        { id: 2, output: 'b' },
      ],
    ]) {
      const { candidate, base } = await load(temp, { examples, predictions: one, base: other });
      expect(base!.outputsSha256).not.toBe(candidate.outputsSha256);
    }
    const mixed = await load(temp, {
      examples: [{ id: 1, prompt: 'a' }],
      predictions: [{ id: 1, output: 'x' }],
      base: [{ prompt: 'a', output: 'y' }],
    });
    expect([mixed.candidate.pairedBy, mixed.base!.pairedBy]).toEqual(['id', 'prompt']);
  });
});

describe('ContainedPrompts', () => {
  test('agrees with looking for every prompt in every text', () => {
    // Few letters, so that prompts overlap, repeat parts of each other and stand at odd places.
    let state = 7;
    const random = (n: number): number => (state = (state * 48271) % 2147483647) % n;
    const word = (length: number): string => Array.from({ length }, () => 'ab '[random(3)]).join('');
    const prompts = [...new Set(Array.from({ length: 60 }, () => word(1 + random(40))))];
    const finder = new ContainedPrompts(prompts.map((prompt) => [prompt]));
    let hits = 0;
    for (let i = 0; i < 200; i++) {
      const text = word(random(30)) + (random(2) === 0 ? prompts[random(prompts.length)]! : '') + word(random(30));
      const inside = prompts.flatMap((prompt, at) => (text.includes(prompt) ? [at] : []));
      const outermost = inside.filter((a) => !inside.some((b) => a !== b && prompts[b]!.includes(prompts[a]!)));
      expect(finder.find(text)).toEqual(outermost);
      hits += outermost.length;
    }
    expect(hits).toBeGreaterThan(100);
  });
});
