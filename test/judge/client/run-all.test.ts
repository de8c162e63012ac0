import { setTimeout as wait } from 'node:timers/promises';
import { runAll, type RunAllOptions } from '../../../src/judge/client/index.js';
import { Progress, timeText } from '../../../src/judge/client/progress.js';
import type { Log } from '../../../src/log.js';

const silent: Log = { info: () => undefined, warn: () => undefined, group: () => undefined, endGroup: () => undefined };

function options<I, R>(more: Partial<RunAllOptions<I, R>> = {}): RunAllOptions<I, R> {
  return {
    inHand: 4,
    total: 0,
    onResult: () => undefined,
    isFailed: () => false,
    log: silent,
    also: () => '',
    ...more,
  };
}

function* numbers(count: number, taken: number[] = []): Generator<number> {
  for (let i = 0; i < count; i++) {
    taken.push(i);
    yield i;
  }
}

test('every item is worked on once, a limited number at once, and handed out as it comes', async () => {
  let [active, peak, handing] = [0, 0, 0];
  const seen: number[] = [];
  await runAll(
    numbers(100),
    async (i) => {
      peak = Math.max(peak, ++active);
      await wait((i * 7) % 5);
      active--;
      return i * 2;
    },
    options<number, number>({
      onResult: async (item, result) => {
        expect(++handing).toBe(1); // one at a time
        await wait(1);
        handing--;
        expect(result).toBe(item * 2);
        seen.push(item);
      },
    }),
  );
  expect(peak).toBe(4);
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from(numbers(100)));
});

test('items are taken as there is room for them, and not before', async () => {
  const taken: number[] = [];
  const release: (() => void)[] = [];
  const running = runAll(
    numbers(1000, taken),
    () => new Promise<unknown>((resolve) => release.push(() => resolve(null))),
    options<number, unknown>(),
  );
  await wait(5);
  expect(taken).toHaveLength(4);
  release.shift()!();
  await wait(5);
  expect(taken).toHaveLength(5);
  const timer = setInterval(() => release.splice(0).forEach((go) => go()), 0);
  await running.finally(() => clearInterval(timer));
  expect(taken).toHaveLength(1000);
});

test('an async iterable works as well, and is closed when an error ends the run', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i++) {
        await wait(0);
        yield i;
      }
    } finally {
      closed = true;
    }
  }
  const handed: number[] = [];
  const failing = runAll(
    source(),
    (i) => (i === 9 ? Promise.reject(new Error('disk full')) : Promise.resolve(i)),
    options<number, number>({ onResult: (i) => void handed.push(i) }),
  );
  await expect(failing).rejects.toThrow('disk full');
  expect(closed).toBe(true);
  expect(handed).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  expect(handed.length).toBeLessThan(13);
});

test('a result that can not be handed out ends the run', async () => {
  const taken: number[] = [];
  const failing = runAll(
    numbers(1000, taken),
    (i) => Promise.resolve(i),
    options<number, number>({
      onResult: (i) => {
        if (i === 5) throw new Error('no space left');
      },
    }),
  );
  await expect(failing).rejects.toThrow('no space left');
  expect(taken.length).toBeLessThan(15);
});

describe('progress', () => {
  test('says how many are done, how many of them failed, and the time left at the rate of the last minute', () => {
    const progress = new Progress(2000, 0);
    expect(progress.line(0)).toBe('0 of 2,000 done');
    const add = (count: number, failed: number) => {
      for (let i = 0; i < count; i++) progress.add(i < failed);
    };
    add(100, 3);
    // 100 in 10 s leave 1,900 for 190 s.
    expect(progress.line(10_000)).toBe('100 of 2,000 done, 3 failed, about 3 minutes left');
    for (let second = 20; second <= 80; second += 10) {
      add(10, 0);
      progress.line(second * 1000);
    }
    // 10 in 10 s, since 20 s: 170 done, 1,820 left after ten more.
    add(10, 0);
    expect(progress.line(90_000)).toBe('180 of 2,000 done, 3 failed, about 30 minutes left');
    add(1820, 0);
    expect(progress.line(100_000)).toBe('2,000 of 2,000 done, 3 failed');
  });

  test.each([
    [400, '1 second'],
    [45_000, '45 seconds'],
    [600_000, '10 minutes'],
    [3_600_000, '60 minutes'],
    [7_800_000, '2 hours 10 minutes'],
    [90 * 60_000, '1 hour 30 minutes'],
  ])('%d milliseconds are %s', (milliseconds, text) => {
    expect(timeText(milliseconds)).toBe(text);
  });
});
