import { runAll } from '../../../src/judge/client/index.js';
import type { Answer } from '../../../src/judge/client/index.js';
import type { Failed } from '../../../src/judge/types.js';
import type { FakeOpenAIOptions } from '../../fakes/openai.js';
import { withJudge, type Trial } from './ask.js';

type Result = Answer<number> | Failed;

/** Asks so many questions as a run does, and counts what came back for each. */
async function run({ ask }: Trial, count: number, inHand: number): Promise<Map<number, Result[]>> {
  const results = new Map<number, Result[]>();
  await runAll(
    Array.from({ length: count }, (_, i) => i),
    (i) => ask(`question ${i}`),
    {
      ...{ inHand, total: count, also: () => '' },
      isFailed: (result) => 'failed' in result,
      onResult: (i, result) => void results.set(i, [...(results.get(i) ?? []), result]),
      log: { info: () => undefined, warn: () => undefined, group: () => undefined, endGroup: () => undefined },
    },
  );
  return results;
}

test('with faults at random nothing is lost and nothing judged twice', async () => {
  const server = {
    latency: 5,
    faults: { share: 0.2, seed: 'load', kinds: ['429', '500', '503', 'drop', 'cut'] as const },
  };
  await withJudge(server, { concurrency: 16 }, async (trial) => {
    const { fake, client } = trial;
    const results = await run(trial, 300, 64);
    expect(results.size).toBe(300);
    for (const found of results.values()) expect(found).toEqual([expect.objectContaining({ value: 7 })]);
    expect(fake.judged).toHaveLength(300);
    expect(new Set(fake.judged).size).toBe(300);
    expect(fake.peak).toBeLessThanOrEqual(16);
    expect(fake.calls.length).toBeGreaterThan(330);
    expect(client.spent()).toMatchObject({ calls: fake.calls.length, input_tokens: 30_000, output_tokens: 6000 });
  });
});

test('bad replies at random are asked for again, and the rest fail as what they are', async () => {
  const server = { faults: { share: 0.3, seed: 'bad', kinds: ['empty', 'prose', 'length'] as const } };
  await withJudge(server, { concurrency: 16 }, async (trial) => {
    const results = [...(await run(trial, 200, 64)).values()].flat();
    expect(results).toHaveLength(200);
    const failures = results.flatMap((result) => ('failed' in result ? [result.failed] : []));
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThan(40);
    expect(new Set(failures)).toEqual(new Set(['empty', 'unparsed', 'truncated']));
  });
});

test('an endpoint that bears less than was configured is not driven harder', async () => {
  await withJudge({ latency: 5, capacity: 4 }, { concurrency: 32 }, async (trial) => {
    const { fake } = trial;
    const results = [...(await run(trial, 300, 128)).values()].flat();
    expect(results.every((result) => 'value' in result)).toBe(true);
    expect(results).toHaveLength(300);
    // Driven with 32 at once, seven of eight requests would be turned away.
    expect(fake.turnedAway).toBeLessThan(fake.judged.length);
  });
});

describe('a run that is ended', () => {
  test('by a signal: what is under way ends, and what came is handed out', async () => {
    const controller = new AbortController();
    const server = { refuses: () => (controller.signal.aborted ? ({ act: 'hang' } as const) : null), latency: 5 };
    await withJudge(server, { concurrency: 8, signal: controller.signal }, async (trial) => {
      const { fake, client } = trial;
      const timer = setInterval(() => {
        if (fake.judged.length >= 50) controller.abort();
      }, 1);
      const results = await run(trial, 500, 32).finally(() => clearInterval(timer));
      expect(client.stopped).toBe('the run was told to stop');
      expect(results.size).toBe(500);
      const given = [...results.values()].flat();
      const judged = given.filter((result) => 'value' in result).length;
      expect(judged).toBeGreaterThanOrEqual(40);
      expect(judged).toBeLessThanOrEqual(fake.judged.length);
      expect(given.filter((result) => 'failed' in result && result.failed === 'stopped')).toHaveLength(500 - judged);
      expect(fake.calls.length).toBeLessThan(100);
    });
  });

  test('by a signal: a call under way has two seconds more, and one that takes longer is given up', async () => {
    const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    const signals = [new AbortController(), new AbortController()] as const;
    const told = async (server: FakeOpenAIOptions, controller: AbortController) => {
      let [asked, answer]: [number, Result | null] = [0, null];
      await withJudge({ ...server, onCall: () => asked++ }, { signal: controller.signal }, async ({ ask }) => {
        const asking = ask();
        while (asked === 0) await after(5);
        controller.abort();
        const start = performance.now();
        answer = await asking;
        asked = performance.now() - start;
      });
      return { answer, lasted: asked };
    };
    const [paid, lost] = await Promise.all([
      told({ latency: 700 }, signals[0]),
      told({ refuses: () => ({ act: 'hang' }) }, signals[1]),
    ]);
    expect(paid.answer).toMatchObject({ value: 7 });
    expect(lost.answer).toMatchObject({ failed: 'stopped' });
    // No upper bound on the clock: it only has to end, and not at once.
    expect(lost.lasted).toBeGreaterThanOrEqual(1900);
  });

  test('before it begins: nothing is asked', async () => {
    await withJudge({}, { signal: AbortSignal.abort() }, async ({ ask, fake, client }) => {
      expect(await ask()).toEqual({ failed: 'stopped', why: 'the run was told to stop' });
      expect(client.stopped).toBe('the run was told to stop');
      expect(fake.calls).toHaveLength(0);
    });
  });

  test('by its deadline: requests that hang end with it', async () => {
    await withJudge({ refuses: () => ({ act: 'hang' }) }, { deadline: 0.2 }, async (trial) => {
      const results = await run(trial, 20, 8);
      expect(trial.client.stopped).toBe('judge.deadline of 0.2 seconds has passed');
      expect([...results.values()].flat()).toHaveLength(20);
      expect(trial.fake.calls).toHaveLength(4);
    });
  });

  test('while all wait because the endpoint asks to', async () => {
    const controller = new AbortController();
    const pause = { act: 'send', status: 429, body: {}, headers: { 'retry-after': '30' } } as const;
    await withJudge({ refuses: () => pause }, { signal: controller.signal, concurrency: 2 }, async (trial) => {
      setTimeout(() => controller.abort(), 100);
      const results = await run(trial, 10, 4);
      expect([...results.values()].flat().map((result) => 'failed' in result && result.failed)).toEqual(
        Array.from({ length: 10 }, () => 'stopped'),
      );
    });
  });
});
