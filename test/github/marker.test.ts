import { createHash } from 'node:crypto';
import { commentKey } from '../../src/github/index.js';
import { compareRuns, parseMarker, renderMarker } from '../../src/github/marker.js';

const sha = 'c0ffee'.repeat(6) + 'c0ff';

describe('marker', () => {
  test('names the key by its hash, the commit, the run and the attempt', () => {
    const hash = createHash('sha256').update('nightly').digest('hex').slice(0, 32);
    const marker = renderMarker({ key: 'nightly', sha, runId: 123, attempt: 2 });
    expect(marker).toBe(`<!-- eval-gate key=${hash} sha=${sha} run=123 attempt=2 -->`);
    expect(parseMarker(`${marker}\nbody`)).toEqual({ keyHash: hash, runId: 123, attempt: 2 });
    expect(parseMarker(`${marker}\r\nbody`)).not.toBeNull();
  });

  test.each(['a --> b', '--><script>', '-->\n# hello', '', '💥', 'k'.repeat(10_000)])(
    'can not be broken out of by the key %j',
    (key) => {
      const marker = renderMarker({ key, sha: `-->${sha}`, runId: 1, attempt: 1 });
      expect(marker.indexOf('-->')).toBe(marker.length - 3);
      expect(marker).not.toContain('\n');
      expect(marker.length).toBeLessThan(200);
    },
  );

  test.each([
    ['quoted', (marker: string) => `> ${marker}`],
    ['after other text', (marker: string) => `Somebody said:\n${marker}\n`],
    ['with text behind it on its line', (marker: string) => `${marker} hi`],
    ['after a blank', (marker: string) => ` ${marker}`],
    ['with a run that is no number', (marker: string) => marker.replace('run=1', 'run=1e9')],
  ])('does not count %s', (_, spoil) => {
    const marker = renderMarker({ key: 'k', sha, runId: 1, attempt: 1 });
    expect(parseMarker(marker)).not.toBeNull();
    expect(parseMarker(spoil(marker))).toBeNull();
  });

  test('orders by run, then attempt', () => {
    expect(compareRuns({ runId: 9, attempt: 3 }, { runId: 10, attempt: 1 })).toBeLessThan(0);
    expect(compareRuns({ runId: 10, attempt: 2 }, { runId: 10, attempt: 1 })).toBeGreaterThan(0);
    expect(compareRuns({ runId: 10, attempt: 1 }, { runId: 10, attempt: 1 })).toBe(0);
  });
});

describe('commentKey', () => {
  const parts = {
    workflow: 'Train',
    job: 'gate',
    configPath: 'eval-gate.yml',
    workingDirectory: '.',
    predictions: ['out/lora-a.jsonl'],
  };

  test('takes the user’s own key as it is, and blank as none', () => {
    expect(commentKey({ ...parts, explicit: ' my key ' })).toBe('my key');
    expect(commentKey({ ...parts, explicit: '  ' })).toBe(commentKey(parts));
  });

  test('is the same for the same gate and another for each part that differs', () => {
    const keys = [
      commentKey(parts),
      commentKey({ ...parts, workflow: 'Nightly' }),
      commentKey({ ...parts, job: 'gate2' }),
      commentKey({ ...parts, configPath: 'other.yml' }),
      commentKey({ ...parts, workingDirectory: 'sub' }),
      commentKey({ ...parts, predictions: ['out/lora-b.jsonl'] }),
      commentKey({ ...parts, predictions: ['out/lora-a.jsonl', 'x'] }),
      commentKey({ ...parts, workingDirectory: '', configPath: 'eval-gate.yml.' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(commentKey({ ...parts })).toBe(keys[0]);
    expect(keys[0]).toMatch(/^gate-[0-9a-f]{12}$/u);
  });
});
