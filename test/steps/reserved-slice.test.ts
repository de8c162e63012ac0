import { withFiles } from '../temp.js';
import { measureFolder } from './running.js';

const CONFIG = 'version: 1\neval_set: e.jsonl\npredictions: c.jsonl\nmetrics: [exact_match]\n';
const CHECKS = (slice: string) =>
  `contamination: { training_data: t.jsonl }\ngate: { checks: [{ metric: exact_match, slice: ${slice}, min: 0.1 }] }\n`;

function measured(subset: unknown, more: string) {
  const files = {
    'e.jsonl': `{"id":"a","reference":"x"}\n${JSON.stringify({ id: 'b', reference: 'x', subset })}\n`,
    'c.jsonl': '{"id":"a","output":"x"}\n{"id":"b","output":"x"}\n',
    't.jsonl': '{"text":"y"}\n',
    'eval-gate.yml': `${CONFIG}${more}`,
  };
  return withFiles(files, async (folder) => (await measureFolder(folder)).suite);
}

/** `{subset: clean}` is the contract's name for the examples without contamination. */
test.each([
  ['to slice by', 'clean', 'slices: [subset]\n'],
  ['in a list', ['dirty', 'clean'], 'slices: [subset]\n'],
  ['in a check', 'clean', CHECKS('{ subset: clean }')],
])('a field of the same name is refused %s', async (_, subset, more) => {
  expect((await measured(subset, more)).failed).toMatchObject({
    message:
      'e.jsonl:2: subset: as a slice { subset: clean } means the examples without contamination; rename this field, or its value',
    file: 'e.jsonl',
    line: 2,
  });
});

test('so is one that is called like the contaminated examples', async () => {
  expect((await measured('contaminated', 'slices: [subset]\n')).failed?.message).toBe(
    'e.jsonl:2: subset: as a slice { subset: contaminated } means the examples with contamination; rename this field, or its value',
  );
});

test.each([
  ['where nothing is sliced by it', 'clean', ''],
  ['with other values', 'easy', `slices: [subset]\n${CHECKS('{ subset: easy }')}`],
])('it is a field like any other %s', async (_, subset, more) => {
  expect((await measured(subset, more)).failed).toBeNull();
});
