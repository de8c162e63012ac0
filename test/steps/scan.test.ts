import type { Config } from '../../src/config/index.js';
import { loadConfig } from '../../src/config/index.js';
import { loadSuites } from '../../src/steps/load.js';
import { scanForLeaks } from '../../src/steps/scan.js';
import { withFiles } from '../temp.js';

const silent = { info: () => {}, warn: () => {}, group: () => {}, endGroup: () => {} };
const QUESTION = '{"id":"a","prompt":"how many legs do three cats and two birds have together","reference":"16"}\n';
const ROW = '{"text":"nothing that any eval example was ever asked about, in eight words and more"}';
const BROKEN = '{"text":"how many legs do three cats and two birds have together 16"';

function scan(rows: readonly string[], questions = QUESTION) {
  return withFiles({ 'e.jsonl': questions, 't.jsonl': rows.join('\n') }, async (folder) => {
    const access = { workingDirectory: folder, root: null };
    const none = { config: null, predictions: [], basePredictions: [], definition: null, n: null };
    const request = { ...none, workingDirectory: folder, evalSet: ['e.jsonl'], trainingData: ['t.jsonl'] };
    const config: Config = await loadConfig(request, access, false);
    const loaded = await loadSuites(config, access, silent);
    return scanForLeaks(config, loaded, {
      access,
      allPairs: false,
      writeClean: null,
      writePair: async () => {},
      log: silent,
      onInterrupt: () => () => {},
    });
  });
}

const rowsWith = (good: number, broken: number) => [
  ...Array.from({ length: good }, () => ROW),
  ...Array.from({ length: broken }, () => BROKEN),
];

test('training rows that can not be searched are told', async () => {
  const found = await scan(rowsWith(19, 1));
  expect(found?.failed).toBeNull();
  expect(found?.notes).toEqual(['1 of 20 training rows could not be searched; the log names the first of them.']);
});

test('more than one in twenty of them is an error, since the leak may stand in any', async () => {
  const found = await scan(rowsWith(18, 2));
  expect(found?.failed?.message).toBe('2 of 20 training rows could not be searched; mend the files that the log names');
});

test('whole training data has nothing to tell', async () => {
  expect(await scan(rowsWith(20, 0))).toMatchObject({ failed: null, notes: [] });
});

test('examples that are asked twice, or stand in the prompts of others, are told', async () => {
  const question = 'how many legs do three cats and two birds have together on a rainy Sunday in the garden';
  const shot = `Q: ${question}? A: 16 Q: why does the old lighthouse keeper paint his tower in bright orange A:`;
  const rows = [question, shot, `${question}?`].map((prompt, i) =>
    JSON.stringify({ id: `e${i}`, prompt, reference: '16' }),
  );
  const found = await scan([ROW], rows.join('\n'));
  expect(found?.notes).toEqual([
    'default: the examples e0 and e2 ask the same or nearly so, and count twice.',
    'default: 1 prompt holds the question of another example (2 questions in all), as few-shot examples do, such as e1 that of e0.',
  ]);
});
