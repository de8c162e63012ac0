import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GateError, messageOf } from '../errors.js';
import { scrubbed } from './environment.js';

/** An id and a number take some 50 bytes, so this is a million rows and more. */
const MAX_STDOUT = 100_000_000;
/** Enough for the last line that a program says before it fails. */
const STDERR_KEPT = 4_000;
const MAX_LAST_LINE = 200;

/** A program that scores rows. */
export interface Scorer {
  /** The metric's id, for messages. */
  readonly id: string;
  /** Program and arguments; no shell reads them. */
  readonly run: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  /** Absolute; where the program runs. */
  readonly folder: string;
}

/**
 * Feeds lines to the program and returns what it wrote on stdout. It gets a scrubbed environment and a process group of
 * its own, which is ended with it: on success, after the time limit, and when this process is told to stop.
 * @param lines with their line ends
 * @throws GateError where it does not start, fails, writes too much or takes too long
 */
export async function runScorer(scorer: Scorer, lines: Iterable<string>, env = process.env): Promise<string> {
  if (env['GITHUB_EVENT_NAME'] === 'pull_request_target') {
    throw failure(
      scorer,
      "does not run on pull_request_target, where a stranger's config would get the repository's secrets; use pull_request",
    );
  }
  const [program = '', ...args] = scorer.run;
  const child = spawn(program, args, {
    cwd: scorer.folder,
    env: scrubbed(env),
    detached: process.platform !== 'win32', // a process group, so that what it started ends with it
    windowsHide: true,
  });
  const stop = (): void => endGroup(child);
  const onSignal = (signal: NodeJS.Signals): void => {
    stop();
    process.kill(process.pid, signal); // the listeners are gone by now: `once`
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    // A program that does not read all of its input breaks the pipe; its scores then tell whether it needed it.
    const feeding = pipeline(Readable.from(lines), child.stdin).catch((error: unknown) => {
      if (error instanceof GateError) throw error;
    });
    const [stdout] = await Promise.all([finished(child, scorer, stop), feeding]);
    return stdout;
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    stop();
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

function finished(child: ChildProcessWithoutNullStreams, scorer: Scorer, stop: () => void): Promise<string> {
  const { timeout } = scorer;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let said = '';
    const timer = setTimeout(() => {
      reject(failure(scorer, `took longer than its timeout of ${timeout} seconds`));
    }, timeout * 1000);
    const fail = (what: string): void => {
      clearTimeout(timer);
      reject(failure(scorer, what));
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_STDOUT) fail('wrote more than 100 MB');
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString('utf8')).slice(-STDERR_KEPT)));
    child.on('error', (error) => fail(startFault(error, scorer)));
    // Whatever it left running holds the pipes open, and they close with it.
    child.on('exit', stop);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else
        fail(`${code === null ? `was ended by ${String(signal)}` : `ended with exit code ${code}`}${lastLine(said)}`);
    });
  });
}

function endGroup({ pid }: ChildProcessWithoutNullStreams): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function startFault(error: Error, { run, folder }: Scorer): string {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return missing
    ? `can't be started: there is no program "${run[0] ?? ''}"`
    : `can't be started (${messageOf(error).replaceAll(folder, '.')})`;
}

function lastLine(said: string): string {
  const line = said.trimEnd().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? '' : `; its last words were: ${line.slice(0, MAX_LAST_LINE)}`;
}

function failure({ id }: Scorer, what: string): GateError {
  return new GateError(`the command of ${id} ${what}`, { key: 'metrics' });
}
