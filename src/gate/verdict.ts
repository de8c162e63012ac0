import type { GatePolicy, Status, Verdict } from './types.js';

/** The worst status decides: an error, else a failure, else an inconclusive one; of no checks at all, a pass. */
export function worst(statuses: Iterable<Status>): Verdict {
  const seen = new Set(statuses);
  return (['error', 'fail', 'inconclusive'] as const).find((status) => seen.has(status)) ?? 'pass';
}

/**
 * The command's exit code, and so whether the Action's step fails.
 * @returns 0 for pass; 0 for inconclusive, or 1 where `on_inconclusive` is fail; 1 for fail, or 0 in mode warn; 2 for
 *   error in every mode
 */
export function exitCode(
  verdict: Verdict,
  onInconclusive: GatePolicy['on_inconclusive'],
  mode: 'enforce' | 'warn',
): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  if (verdict === 'fail') return mode === 'warn' ? 0 : 1;
  return verdict === 'inconclusive' && onInconclusive === 'fail' ? 1 : 0;
}
