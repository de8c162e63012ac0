import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of oracles and real data that lies beside the project on its own machines; elsewhere its tests skip visibly. */
export const sharedDir = process.env['EVAL_GATE_SHARED'] ?? resolve(import.meta.dirname, '../../shared');

const available = existsSync(join(sharedDir, 'oracles'));

/** `describe` where ../shared lies, a visible skip elsewhere (`.ci/run` fails if one skips while it is there). */
export const describeShared: typeof describe.skip = available ? describe : describe.skip;

/** A path inside ../shared. */
export function shared(...parts: string[]): string {
  return join(sharedDir, ...parts);
}
