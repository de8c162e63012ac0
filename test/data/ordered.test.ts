import { load, texts } from './suite-helpers.js';
import { failure, TempFolder } from './temp.js';

const temp = new TempFolder();
afterAll(() => temp.remove());

describe('rows with ids, for an eval set without', () => {
  const byTask = (...ids: unknown[]) => ids.map((task_id, i) => ({ task_id, reference: `r${i}` }));
  const chatty = (custom_id: string) => ({
    custom_id,
    response: { status_code: 200, body: { choices: [{ message: { content: custom_id } }] } },
    error: null,
  });
  test.each([
    ['ids that count down', byTask(1, 2, 3), ['3', '2', '1'], 'the eval set holds such ids under "task_id"'],
    [
      'numbered ids',
      byTask('q1', 'q2', 'q9'),
      ['request-2', 'request-1', 'request-3'],
      'give the eval set the same ids',
    ],
    ['ids without numbers', byTask('x', 'y', 'z'), ['z', 'x', 'y'], 'the eval set holds such ids under "task_id"'],
  ])('batch rows in any order never pair by order: %s', async (_, examples, ids, advice) => {
    const message = await failure(load(temp, { examples, predictions: ids.map(chatty) }));
    expect(message).toContain(`cand.jsonl:1: has ids in an order of their own (here "${ids[0]!}")`);
    expect(message).toContain(advice);
  });

  test('ids that count up confirm the order; named, the key pairs them', async () => {
    const examples = byTask(7, 8, 10);
    const inOrder = await load(temp, { examples, predictions: ['a-1', 'a-2', 'a-10'].map(chatty) });
    expect(texts(inOrder)).toEqual([['a-1'], ['a-2'], ['a-10']]);
    expect(inOrder.warnings).toHaveLength(1);
    const named = await load(temp, { examples, predictions: ['10', '7', '8'].map(chatty), fields: { id: 'task_id' } });
    expect(texts(named)).toEqual([['7'], ['8'], ['10']]);
  });
});
