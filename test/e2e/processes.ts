import { execFile } from 'node:child_process';

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without input until it ends. Rejects only where it can't be started. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, { ...options, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') {
        reject(new Error(`${program} did not run (.ci/run installs what these tests need): ${error.message}`));
      } else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}

let found: Promise<string> | null = null;

/** Path of a Node 24, the version that GitHub runs the Action on (`runs.using` in action.yml). */
export function node24(): Promise<string> {
  found ??= runCommand('npx', ['-y', '-p', 'node@24', 'node', '-p', 'process.execPath'], {
    cwd: import.meta.dirname,
  }).then(({ stdout }) => stdout.trim());
  return found;
}
