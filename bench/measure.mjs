// Runs commands as users run them, one after the other, and takes wall time and peak memory of each.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How often a child's peak is read. Linux keeps the peak itself, so only the last moment of a run can be missed. */
const POLL_MS = 5;

/**
 * Runs one command to its end.
 * @param {{command: string[], exit?: number[]}} job what to run, and the exit codes that are a success
 * @returns {Promise<{seconds: number, megabytes: number | null, stdout: string}>} megabytes null where there is no /proc
 */
export async function run({ command, exit = [0] }) {
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] });
  let peak = 0;
  const poll = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), POLL_MS);
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (texts[stream] += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(poll));
  const seconds = (performance.now() - started) / 1000;
  if (!exit.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}:\n${texts.stderr.slice(-2000)}`);
  return { seconds, megabytes: peak === 0 ? null : peak / 1024, stdout: texts.stdout };
}

/** Peak resident memory in KiB, 0 where it can't be read. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // the child has just ended, or there is no /proc
  }
}

/**
 * Runs jobs alternately, so that a machine that slows down slows all of them.
 * @param {{name: string, command: string[], exit?: number[]}[]} jobs
 * @returns {Promise<{name: string, seconds: number, megabytes: number | null}[]>} medians, in the order of jobs
 */
export async function alternate(jobs, runs) {
  const samples = jobs.map(() => []);
  for (let i = 0; i < runs; i++) for (const [j, job] of jobs.entries()) samples[j].push(await run(job));
  return jobs.map(({ name }, j) => ({
    name,
    seconds: median(samples[j].map(({ seconds }) => seconds)),
    megabytes: samples[j].some(({ megabytes }) => megabytes === null)
      ? null
      : Math.max(...samples[j].map(({ megabytes }) => megabytes)),
  }));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints medians side by side: seconds, megabytes, MB/s where `bytes` are given, and how long each took beside the first. */
export function print(results, bytes = null) {
  const rows = results.map(({ name, seconds, megabytes }) => [
    name,
    `${seconds.toFixed(3)} s`,
    megabytes === null ? '' : `${megabytes.toFixed(0)} MB peak`,
    bytes === null ? '' : `${(bytes / 1e6 / seconds).toFixed(1)} MB/s`,
    `x ${(seconds / results[0].seconds).toFixed(2)}`,
  ]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd()}`,
    );
}
