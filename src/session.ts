import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GateError } from './errors.js';
import { exitCode } from './gate/index.js';
import { ReportDir } from './report-dir.js';
import { renderMarkdownReport, renderTerminal, serializeReport } from './report/index.js';
import type { Report } from './report/types.js';
import { failedRun, run, type RunResult } from './run.js';
import type { RunOptions } from './steps/index.js';
import { fileAccess } from './workspace.js';

/** One use of the gate, from a terminal or a workflow. */
export interface Session extends RunOptions {
  /** As given; relative to the request's working directory. */
  readonly reportDir: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is wrong with the inputs themselves; anything makes the verdict `error`. */
  readonly faults: readonly GateError[];
}

/**
 * Reads an input that is one of a few words, the first being the default.
 * A wrong word is noted in `faults` instead of thrown, so that the run still ends with a report and a comment.
 */
export function choose<T extends string>(
  text: string | null,
  words: readonly [T, ...T[]],
  key: string,
  faults: GateError[],
): T {
  if (text === null || text === '') return words[0];
  const word = words.find((known) => known === text);
  if (word === undefined)
    faults.push(new GateError(`"${text}" is not known; it must be ${words.join(' or ')}`, { key }));
  return word ?? words[0];
}

export interface Outcome {
  readonly report: Report;
  /** The text of report.json. */
  readonly json: string;
  /** The verdict and its table as plain text. */
  readonly terminal: string;
  /** 0 pass, 1 fail, 2 could not evaluate. */
  readonly exitCode: number;
  /** Absolute path of the report folder; null where it could not be written. */
  readonly reportDir: string | null;
}

/** Runs the gate and writes its files. Never throws: whatever goes wrong becomes the verdict `error`. */
export async function evaluate(session: Session): Promise<Outcome> {
  let written: string | null = null;
  let result: RunResult;
  try {
    const { workingDirectory } = session.request;
    const access = fileAccess(workingDirectory, session.env);
    const faults = [...session.faults, ...(await withoutFolder(workingDirectory))];
    const folder = await ReportDir.open(resolve(workingDirectory, session.reportDir), session.reportDir, access.root);
    const [fault] = faults;
    const running =
      fault === undefined
        ? run(session, { access, env: session.env, onInterrupt, writePair: (line) => folder.writePair(line) })
        : Promise.reject(fault);
    result = await running.catch((error: unknown) => failedRun(session, error));
    await folder.finish({
      json: serializeReport(result.report),
      markdown: renderMarkdownReport(result.report),
      rows: result.rows,
      scanned: result.report.contamination !== null,
    });
    written = folder.path;
  } catch (error) {
    result = failedRun(session, error);
  }
  const { report } = result;
  return {
    report,
    json: serializeReport(report),
    terminal: renderTerminal(report),
    exitCode: exitCode(report.verdict, report.gate.on_inconclusive, report.gate.mode),
    reportDir: written,
  };
}

/** What was judged so far is kept and reported; a second signal ends the process as usual. */
function onInterrupt(stop: () => void): () => void {
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return () => {
    process.off('SIGTERM', stop);
    process.off('SIGINT', stop);
  };
}

/** Looked at before the report's folder is made, which may lie below it. */
async function withoutFolder(path: string): Promise<GateError[]> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory() === true) return [];
  return [new GateError(`"${path}" is not a folder`, { key: 'working-directory' })];
}
