import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GateError, messageOf } from '../errors.js';
import type { Log } from '../log.js';
import { choose, type Choice } from './choose.js';
import { configText, EXPECTED } from './config-text.js';
import { findDataFiles } from './find.js';
import { workflowText } from './workflow-text.js';

export interface InitOptions {
  /** Absolute; where eval-gate.yml goes. */
  readonly workingDirectory: string;
  readonly log: Log;
}

export interface InitResult {
  /** The files written, relative to the working directory; those that were there already are not among them. */
  readonly written: readonly string[];
  readonly found: Choice;
}

/**
 * Looks at the data files below a folder and writes eval-gate.yml and .github/workflows/eval-gate.yml (at the root of the
 * git repository) for them. A file that is there already is left as it is. Says what it took for what, and what is still
 * missing before the gate can run.
 * @throws GateError where a file can't be written
 */
export async function runInit({ workingDirectory, log }: InitOptions): Promise<InitResult> {
  const files = await findDataFiles(workingDirectory);
  const found = await choose(files, { workingDirectory, root: null });
  const repository = repositoryRoot(workingDirectory);
  const toPredict = [found.candidate ?? EXPECTED.candidate, found.candidate === null ? EXPECTED.base : found.base]
    .filter((path) => path !== null)
    .filter((path) => found.candidate === null || isIgnored(path, workingDirectory));
  const folder = relative(repository, workingDirectory).split(sep).join('/');
  const starters = [
    { path: join(workingDirectory, 'eval-gate.yml'), text: configText(found) },
    { path: join(repository, '.github', 'workflows', 'eval-gate.yml'), text: workflowText({ folder, toPredict }) },
  ];
  const written: string[] = [];
  for (const { path, text } of starters) {
    const shown = relative(workingDirectory, path).split(sep).join('/');
    if (await writeNew(path, text, shown)) written.push(shown);
    else log.warn(`${shown} is there already and was left as it is${unlessRun(shown, folder)}`);
  }
  if (written.length > 0) log.info(`Wrote ${written.join(' and ')}.`);
  explain(found, toPredict, log);
  return { written, found };
}

/** One workflow is for one folder: that of a sibling does not run this folder's gate. */
function unlessRun(shown: string, folder: string): string {
  if (folder === '' || !shown.startsWith('../')) return '';
  return `; give it a job whose eval-gate step has working-directory: ${folder}, if it has none`;
}

function explain(found: Choice, toPredict: readonly string[], log: Log): void {
  const { evalSet, candidate, base, trainingData, guessed, examples, others } = found;
  const say = (what: string, paths: readonly string[]) =>
    log.info(`${what}: ${paths.length === 0 ? 'none found' : paths.join(', ')}`);
  say(`Eval set${examples === null ? '' : ` (${examples} examples)`}`, evalSet);
  say('Candidate predictions', candidate === null ? [] : [candidate]);
  say('Base predictions', base === null ? [] : [base]);
  say('Training data', trainingData);
  if (others.length > 0)
    log.warn(
      `found too, and not gated yet: ${others.join(', ')}; several eval sets are several suites (docs/config.md)`,
    );
  if (guessed)
    log.warn(
      'the file names do not say which model is the base: check predictions and base_predictions in eval-gate.yml',
    );
  const missing = missingSentence(found);
  if (missing !== null) log.warn(missing);
  else log.info('Try it now: the same command with run in place of init.');
  log.info('In the workflow, put the account that your eval-gate lives in where it says owner.');
  if (toPredict.length > 0) {
    log.warn(
      `the workflow can't pass yet: put the command that writes ${toPredict.join(' and ')} into its predict job`,
    );
  }
}

function missingSentence({ evalSet, candidate, base, trainingData }: Choice): string | null {
  const evalRows = `an eval set with rows of "id", "prompt" and "reference" (such as ${EXPECTED.evalSet})`;
  const outputs = `the model's outputs with rows of "id" and "output" (such as ${EXPECTED.candidate})`;
  if (evalSet.length === 0)
    return `the gate can't run yet: it needs ${candidate === null ? `${evalRows}, and ${outputs}` : evalRows}`;
  if (candidate === null) return `the gate can't run yet: no file has outputs for these examples; it needs ${outputs}`;
  if (base === null && trainingData.length === 0)
    return `nothing would be gated yet: name base_predictions or training data in eval-gate.yml, or a check with a min`;
  return null;
}

/** Writes a file that is not there yet. */
async function writeNew(path: string, text: string, shown: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(path)) return false;
    throw new GateError(`can't be written (${messageOf(error)})`, { file: shown }, { cause: error });
  }
}

/** The nearest folder upwards that holds a .git, since GitHub reads workflows only there; else the folder itself. */
function repositoryRoot(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return folder;
  }
}

/** Whether git ignores a path, so that a checkout on GitHub has no such file. Without git nothing is ignored. */
function isIgnored(path: string, folder: string): boolean {
  return spawnSync('git', ['check-ignore', '--quiet', '--', path], { cwd: folder, stdio: 'ignore' }).status === 0;
}
