import { execFile } from 'node:child_process';

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program without input until it ends, with nothing in its environment of a workflow that runs these tests.
 * Rejects only where it can't be started.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { env, ...options, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(new Error(`${program} did not run (.ci/run installs what these tests need): ${error.message}`));
      } else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

const found = new Map<number, Promise<string>>();

/** Path of a Node of that major version, from the npm package `node`. */
export function nodeVersion(major: 20 | 24): Promise<string> {
  const running = Number(process.versions.node.split('.')[0]) === major ? Promise.resolve(process.execPath) : undefined;
  const path = found.get(major) ?? running ?? installed(major);
  found.set(major, path);
  return path;
}

async function installed(major: number): Promise<string> {
  const args = ['-y', '-p', `node@${major}`, 'node', '-p', 'process.execPath'];
  return (await runCommand('npx', args, { cwd: import.meta.dirname })).stdout.trim();
}
