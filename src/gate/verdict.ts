import type { GatePolicy, Status, Verdict } from './types.js';

/** The worst status decides: an error, else a failure, else an inconclusive one; of no checks at all, a pass. */
export function worst(statuses: Iterable<Status>): Verdict {
  const seen = new Set(statuses);
  return (['error', 'fail', 'inconclusive'] as const).find((status) => seen.has(status)) ?? 'pass';
}

/**
 * The command's exit code, and so whether the Action's step fails.
 * @returns 0 for pass; 0 for inconclusive, or 1 where `on_inconclusive` is fail; 1 for fail; 2 for error. Mode warn
 *   turns a 1 into a 0, whichever verdict it came from (an inconclusive run is never treated worse than a failed one),
 *   and never a 2.
 */
export function exitCode(
  verdict: Verdict,
  onInconclusive: GatePolicy['on_inconclusive'],
  mode: 'enforce' | 'warn',
): 0 | 1 | 2 {
  if (verdict === 'error') return 2;
  const red = verdict === 'fail' || (verdict === 'inconclusive' && onInconclusive === 'fail');
  return red && mode === 'enforce' ? 1 : 0;
}
