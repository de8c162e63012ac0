import { load } from './suite-helpers.js';
import { TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

const batch = (body: object) => ({ id: 'b', custom_id: '7', response: { status_code: 200, body }, error: null });
const message = (content: string | null, more = {}) => ({ message: { role: 'assistant', content, ...more } });

/** A row of predictions, and why each of its outputs ended. */
const ROWS: readonly (readonly [string, object, readonly (string | undefined)[]])[] = [
  ['one output', { id: 7, output: 'x', finish_reason: 'length' }, ['length']],
  ["Anthropic's name", { id: 7, output: 'x', stop_reason: 'max_tokens' }, ['max_tokens']],
  ["Ollama's name", { id: 7, response: 'x', done_reason: 'stop' }, ['stop']],
  ['no reason', { id: 7, output: 'x' }, [undefined]],
  ['null', { id: 7, output: 'x', finish_reason: null }, [undefined]],
  ['a number', { id: 7, output: 'x', finish_reason: 1 }, [undefined]],
  ['several samples', { id: 7, outputs: ['x', 'y'], finish_reason: ['stop', 'length'] }, ['stop', 'length']],
  ['one reason for several samples', { id: 7, outputs: ['x', 'y'], finish_reason: 'stop' }, [undefined, undefined]],
  ['reasons for a sample that is not there', { id: 7, outputs: ['x', null], finish_reason: ['a', 'b'] }, [undefined]],
  ['after reasoning', { id: 7, output: '<think>a</think>x', finish_reason: 'stop' }, ['stop']],
  ['in the midst of reasoning', { id: 7, output: '<think>a', finish_reason: 'length' }, ['length']],
  [
    'choices of a batch',
    batch({
      choices: [
        { ...message('x'), finish_reason: 'stop' },
        { ...message(null), finish_reason: 'content_filter' },
        { ...message(null, { reasoning_content: 'so' }), finish_reason: 'length' },
        { text: 'y', finish_reason: 'length' },
        message('z'),
      ],
    }),
    ['stop', 'length', 'length', undefined],
  ],
  [
    'the Responses API, cut off',
    batch({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      output: [{ type: 'message', content: [{ type: 'output_text', text: 'x' }] }],
    }),
    ['max_output_tokens'],
  ],
  [
    'the Responses API, completed',
    batch({
      status: 'completed',
      incomplete_details: null,
      output: [{ type: 'message', content: [{ type: 'output_text', text: 'x' }] }],
    }),
    ['completed'],
  ],
];

test.each(ROWS)('%s', async (_name, row, reasons) => {
  const { candidate } = await load(temp, { examples: [{ id: '7', reference: 'x' }], predictions: [row] });
  expect(candidate.predictions[0]!.outputs.map(({ finishReason }) => finishReason)).toEqual(reasons);
});
