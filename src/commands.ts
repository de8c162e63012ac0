import { relative } from 'node:path';
import { configJsonSchema, type RunRequest } from './config/index.js';
import { GateError, messageOf } from './errors.js';
import { readFlags, type FlagKind, type Flags } from './flags.js';
import { stderrLog } from './log.js';
import { didYouMean } from './nearest.js';
import { choose, evaluate, type Session } from './session.js';
import { fileAccess } from './workspace.js';

const SHARED_FLAGS = {
  config: 'text',
  'eval-set': 'many',
  'training-data': 'many',
  'report-dir': 'text',
  json: 'switch',
} as const;

const RUN_FLAGS = {
  ...SHARED_FLAGS,
  predictions: 'many',
  'base-predictions': 'many',
  'candidate-label': 'text',
  'base-label': 'text',
  mode: 'text',
} as const satisfies Record<string, FlagKind>;

const SCAN_FLAGS = {
  ...SHARED_FLAGS,
  definition: 'text',
  n: 'text',
  'all-pairs': 'switch',
  'write-clean': 'text',
} as const satisfies Record<string, FlagKind>;

const SELFTEST_FLAGS = { ...RUN_FLAGS, runs: 'text' } as const satisfies Record<string, FlagKind>;
const SELFTEST_RUNS = 200;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  run: (args) => evaluateCommand('run', args, RUN_FLAGS),
  scan: (args) => evaluateCommand('scan', args, SCAN_FLAGS),
  selftest: selftestCommand,
  init: initCommand,
  schema: schemaCommand,
};

/**
 * Runs one command of the terminal.
 * @returns the exit code: 0 pass, 1 fail, 2 could not evaluate (with one plain sentence on stderr)
 */
export async function execute(command: string | null, args: readonly string[]): Promise<number> {
  const log = stderrLog(process.env['GITHUB_ACTIONS'] === 'true');
  try {
    const known = Object.keys(COMMANDS);
    if (command === null) throw new GateError(`name a command: ${known.join(', ')} (see eval-gate --help)`);
    if (!Object.hasOwn(COMMANDS, command))
      throw new GateError(`there is no command "${command}"${didYouMean(command, known)}`);
    return await COMMANDS[command]!(args);
  } catch (error) {
    log.info(
      `eval-gate: ${error instanceof GateError ? error.message : `a fault in eval-gate itself: ${messageOf(error)}`}`,
    );
    return 2;
  }
}

/** A command line that is wrong is a verdict `error` too, with a report like any other. */
async function evaluateCommand(
  command: 'run' | 'scan',
  args: readonly string[],
  known: Readonly<Record<string, FlagKind>>,
): Promise<number> {
  const log = stderrLog(process.env['GITHUB_ACTIONS'] === 'true');
  const faults: GateError[] = [];
  const flags = readFlags(args, known, faults);
  const session: Session = {
    command,
    request: requestOf(flags, faults),
    candidateLabel: flags.text('candidate-label'),
    baseLabel: flags.text('base-label'),
    mode: choose(flags.text('mode'), ['enforce', 'warn'], '--mode', faults),
    allPairs: flags.on('all-pairs'),
    writeClean: flags.text('write-clean'),
    reportDir: flags.text('report-dir') ?? 'eval-gate-report',
    env: process.env,
    log,
    faults,
  };
  const outcome = await evaluate(session);
  if (flags.on('json')) process.stdout.write(outcome.json);
  log.info(outcome.terminal);
  if (outcome.reportDir !== null) log.info(`report: ${relative(process.cwd(), outcome.reportDir)}`);
  return outcome.exitCode;
}

function requestOf(flags: Flags, faults: GateError[]): RunRequest {
  return {
    workingDirectory: process.cwd(),
    config: flags.text('config'),
    evalSet: flags.many('eval-set'),
    predictions: flags.many('predictions'),
    basePredictions: flags.many('base-predictions'),
    trainingData: flags.many('training-data'),
    definition: flags.text('definition'),
    n: wholeNumber(flags.text('n'), '--n', [2, 50], faults),
  };
}

function wholeNumber(
  text: string | null,
  key: string,
  [least, most]: readonly [number, number],
  faults: GateError[],
): number | null {
  if (text === null || (/^\d{1,6}$/u.test(text) && Number(text) >= least && Number(text) <= most)) {
    return text === null ? null : Number(text);
  }
  faults.push(new GateError(`must be a whole number from ${String(least)} to ${String(most)}`, { key }));
  return null;
}

/** For commands without a report: the first fault ends them. */
function assertFaultless([fault]: readonly GateError[]): void {
  if (fault !== undefined) throw fault;
}

function assertNoFlags(args: readonly string[]): void {
  const faults: GateError[] = [];
  readFlags(args, {}, faults);
  assertFaultless(faults);
}

async function selftestCommand(args: readonly string[]): Promise<number> {
  const faults: GateError[] = [];
  const flags = readFlags(args, SELFTEST_FLAGS, faults);
  const runs = wholeNumber(flags.text('runs'), '--runs', [20, 100_000], faults) ?? SELFTEST_RUNS;
  const log = stderrLog(process.env['GITHUB_ACTIONS'] === 'true');
  const request = requestOf(flags, faults);
  assertFaultless(faults);
  const { selftest, selftestText } = await import('./selftest/index.js');
  const found = await selftest({ request, access: fileAccess(request.workingDirectory, process.env), runs, log });
  if (flags.on('json')) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  log.info(selftestText(found));
  return found.verdict === 'pass' ? 0 : 1;
}

async function initCommand(args: readonly string[]): Promise<number> {
  assertNoFlags(args);
  const { runInit } = await import('./init/index.js');
  await runInit({ workingDirectory: process.cwd(), log: stderrLog(false) });
  return 0;
}

async function schemaCommand(args: readonly string[]): Promise<number> {
  assertNoFlags(args);
  const { reportJsonSchema } = await import('./report/schema.js');
  process.stdout.write(
    `${JSON.stringify({ config: await configJsonSchema(), report: reportJsonSchema() }, null, 2)}\n`,
  );
  return 0;
}
