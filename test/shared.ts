import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of oracles and real data that lies beside the project on its own machines; elsewhere its tests skip visibly. */
export const sharedDir = process.env['EVAL_GATE_SHARED'] ?? resolve(import.meta.dirname, '../../shared');

const available = existsSync(join(sharedDir, 'oracles'));

const skip = describe.skip;

/**
 * `describe` where ../shared lies; elsewhere a visible skip, without running `body`, which may read files there.
 * (`.ci/run` fails if one skips while ../shared is there.)
 */
export function describeShared(name: string, body: () => void): void {
  if (available) describe(name, body);
  else skip(name, () => test('needs ../shared', () => expect(available).toBe(true)));
}

/** A path inside ../shared. */
export function shared(...parts: string[]): string {
  return join(sharedDir, ...parts);
}
