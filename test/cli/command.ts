import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The committed bundle, as a user of a clone runs it. */
const cli = join(import.meta.dirname, '../../dist/cli.js');

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `node dist/cli.js …` in a folder, without anything of a workflow in its environment. */
export function evalGate(cwd: string, ...args: string[]): Promise<Finished> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: cwd };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...args], { cwd, env, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(new Error(`node did not run: ${error.message}`));
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** The parts of report.json that these tests read, as the contract names them. */
export interface ReportJson {
  readonly verdict: string;
  readonly summary: string;
  readonly errors: readonly { message: string }[];
  readonly suites: readonly {
    readonly examples: number;
    readonly candidate: { readonly predictions: number; readonly missing: number; readonly extra: number };
    readonly notes: readonly string[];
    readonly measures: readonly MeasureJson[];
  }[];
  readonly contamination: {
    readonly examples: readonly { id: string; level: string; score: number; evidence: readonly { line: number }[] }[];
  } | null;
  readonly checks: readonly {
    id: string;
    status: string;
    reason: string;
    value: number | null;
    limit: number | null;
  }[];
  readonly provenance: Readonly<Record<string, unknown>>;
}

export interface MeasureJson {
  readonly metric: string;
  readonly slice: Readonly<Record<string, string>> | null;
  readonly n: number;
  readonly unscored: number;
  readonly candidate: { readonly value: number | null };
  readonly base: { readonly value: number | null } | null;
  readonly delta: {
    readonly value: number | null;
    readonly p_value: number | null;
    readonly method: string;
    readonly lost: number;
    readonly gained: number;
  } | null;
}

export async function readReport(folder: string, reportDir = 'eval-gate-report'): Promise<ReportJson> {
  return JSON.parse(await readFile(join(folder, reportDir, 'report.json'), 'utf8')) as ReportJson;
}

export function hasReport(folder: string): boolean {
  return existsSync(join(folder, 'eval-gate-report', 'report.json'));
}

/** The measure of a metric over all examples. */
export function overall(report: ReportJson, metric: string): MeasureJson {
  const found = report.suites[0]?.measures.find((measure) => measure.metric === metric && measure.slice === null);
  if (found === undefined) throw new Error(`no measure of ${metric} in the report`);
  return found;
}

export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
