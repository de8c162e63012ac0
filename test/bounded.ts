/** No speed is asked for here: work that grows with the square of such inputs takes many minutes. */
const MOST_SECONDS = 20;

/**
 * Expects that hostile input does not hold the work up. It counts the process's own CPU time, which other work on the
 * machine hardly changes.
 */
export async function expectBounded(work: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  await work();
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(MOST_SECONDS);
}
