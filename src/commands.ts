import { configJsonSchema } from './config/index.js';
import { GateError, messageOf } from './errors.js';
import { readFlags, type FlagKind, type Flags } from './flags.js';
import { stderrLog } from './log.js';
import { didYouMean } from './nearest.js';
import { choose, evaluate, type Session } from './session.js';

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

const SCAN_FLAGS = { ...SHARED_FLAGS, definition: 'text', n: 'text', 'all-pairs': 'switch' } as const satisfies Record<
  string,
  FlagKind
>;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  run: (args) => evaluateCommand('run', readFlags(args, RUN_FLAGS)),
  scan: (args) => evaluateCommand('scan', readFlags(args, SCAN_FLAGS)),
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

async function evaluateCommand(command: 'run' | 'scan', flags: Flags): Promise<number> {
  const log = stderrLog(process.env['GITHUB_ACTIONS'] === 'true');
  const faults: GateError[] = [];
  const session: Session = {
    command,
    request: {
      workingDirectory: process.cwd(),
      config: flags.text('config'),
      evalSet: flags.many('eval-set'),
      predictions: flags.many('predictions'),
      basePredictions: flags.many('base-predictions'),
      trainingData: flags.many('training-data'),
      definition: flags.text('definition'),
      n: wholeNumber(flags.text('n'), '--n'),
    },
    candidateLabel: flags.text('candidate-label'),
    baseLabel: flags.text('base-label'),
    mode: choose(flags.text('mode'), ['enforce', 'warn'], '--mode', faults),
    allPairs: flags.on('all-pairs'),
    reportDir: flags.text('report-dir') ?? 'eval-gate-report',
    env: process.env,
    log,
    faults,
  };
  const outcome = await evaluate(session);
  if (flags.on('json')) process.stdout.write(outcome.json);
  log.info(outcome.terminal);
  return outcome.exitCode;
}

function wholeNumber(text: string | null, key: string): number | null {
  if (text === null) return null;
  if (!/^\d{1,3}$/u.test(text) || Number(text) < 2 || Number(text) > 50)
    throw new GateError('must be a whole number from 2 to 50', { key });
  return Number(text);
}

async function initCommand(args: readonly string[]): Promise<number> {
  readFlags(args, {});
  const { runInit } = await import('./init/index.js');
  await runInit({ workingDirectory: process.cwd(), log: stderrLog(false) });
  return 0;
}

async function schemaCommand(args: readonly string[]): Promise<number> {
  readFlags(args, {});
  const { reportJsonSchema } = await import('./report/index.js');
  process.stdout.write(`${JSON.stringify({ config: configJsonSchema(), report: reportJsonSchema() }, null, 2)}\n`);
  return 0;
}
