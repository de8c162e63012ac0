import { Throttle, type Admission } from '../../../src/judge/client/throttle.js';

const now = (): Admission => 'now';
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets `count` requests in one after the other and answers each. */
async function answer(throttle: Throttle, count: number, busy: (i: number) => boolean): Promise<void> {
  for (let i = 0; i < count; i++) {
    await throttle.enter(false, now);
    throttle.leave(busy(i) ? 'busy' : 'fine');
  }
}

test('as many at once as allowed; those that were sent before go first', async () => {
  const throttle = new Throttle(2);
  const entered: string[] = [];
  const enter = (name: string, again: boolean) =>
    void throttle.enter(again, now).then((inside) => inside && entered.push(name));
  enter('a', false);
  enter('b', false);
  enter('c', false);
  enter('d', false);
  enter('again', true);
  await settled();
  expect(entered).toEqual(['a', 'b']);
  throttle.leave('fine');
  await settled();
  expect(entered).toEqual(['a', 'b', 'again']);
  throttle.leave('fine');
  throttle.leave('fine');
  await settled();
  expect(entered).toEqual(['a', 'b', 'again', 'c', 'd']);
});

describe('the limit follows what the endpoint bears', () => {
  test('a quarter of the answers "too busy" halves it, down to one', async () => {
    const throttle = new Throttle(16);
    await answer(throttle, 16, (i) => i % 4 === 0);
    expect(throttle.limit).toBe(8);
    await answer(throttle, 8, () => true);
    expect(throttle.limit).toBe(4);
    await answer(throttle, 8 * 5, () => true);
    expect(throttle.limit).toBe(1);
  });

  test('fewer do not, and it grows by one after as many answers as it allows, at least eight', async () => {
    const throttle = new Throttle(16);
    await answer(throttle, 16 * 20, (i) => i % 16 < 3);
    expect(throttle.limit).toBe(16);
    await answer(throttle, 16, () => true);
    expect(throttle.limit).toBe(8);
    await answer(throttle, 8, () => false);
    expect(throttle.limit).toBe(9);
    await answer(throttle, 9, () => false);
    expect(throttle.limit).toBe(10);
    await answer(throttle, 16 * 20, () => false);
    expect(throttle.limit).toBe(16);
  });

  test('what says nothing about its load does not count', async () => {
    const throttle = new Throttle(16);
    for (let i = 0; i < 100; i++) {
      await throttle.enter(false, now);
      throttle.leave(null);
    }
    await answer(throttle, 15, () => true);
    expect(throttle.limit).toBe(16);
  });
});

test('a pause holds for all, and a shorter one does not end it', async () => {
  const throttle = new Throttle(2);
  const started = performance.now();
  throttle.pause(120);
  throttle.pause(10);
  await Promise.all([throttle.enter(true, now), throttle.enter(false, now)]);
  expect(performance.now() - started).toBeGreaterThanOrEqual(118);
});

test('who may only go later waits until somebody has come back', async () => {
  const throttle = new Throttle(4);
  let room = false;
  expect(await throttle.enter(false, now)).toBe(true);
  const second = throttle.enter(false, () => (room ? 'now' : 'later'));
  await settled();
  room = true;
  throttle.leave('fine');
  expect(await second).toBe(true);
});

test('who may never go, and all who wait when it closes, are sent away', async () => {
  const throttle = new Throttle(1);
  expect(await throttle.enter(false, () => 'never')).toBe(false);
  expect(await throttle.enter(false, now)).toBe(true);
  throttle.pause(60_000);
  const waiting = [throttle.enter(true, now), throttle.enter(false, now)];
  throttle.close();
  expect(await Promise.all(waiting)).toEqual([false, false]);
  expect(await throttle.enter(true, now)).toBe(false);
});
