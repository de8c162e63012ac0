import type { Config } from '../config/index.js';
import type { Confirmation, ScanResult } from '../contamination/index.js';
import { resolveFiles } from '../data/index.js';
import type { FileAccess } from '../data/types.js';
import { counted, countText } from '../gate/index.js';
import type { Judge } from '../judge/index.js';
import type { Log } from '../log.js';
import type { MeaningFound, SemanticOptions, Verdict } from '../semantic/index.js';
import { runError } from './failure.js';
import { noKey, type Judges } from './judges.js';
import type { LoadedSuite } from './load.js';
import { kindOf, withFindings, type Confirmed, type Subject } from './meaning-findings.js';
import type { LeakScan } from './scan.js';

export interface MeaningContext {
  readonly access: FileAccess;
  readonly judges: Judges;
  /** Takes one line of contamination.jsonl. */
  readonly writePair: (line: string) => Promise<void>;
  readonly log: Log;
}

/** The share of training rows that may fail to be embedded before the search says nothing of the rest. */
const MOST_FAILED = 0.05;

/**
 * The scan with what a search by meaning adds to it, where one is configured: examples whose question a judge confirmed in
 * a training row count as leaked. Where it can't be done the scan says so: without a key no check may pass on the rate, and
 * a search that broke is an error.
 */
export async function withMeaning(
  scan: LeakScan | null,
  config: Config,
  loaded: readonly LoadedSuite[],
  context: MeaningContext,
): Promise<LeakScan | null> {
  const settings = config.contamination?.semantic ?? null;
  const result = scan?.result ?? null;
  if (scan === null || result === null || settings === null) return scan;
  const { judges, log } = context;
  const missing = judges.missingKey(settings.endpoint);
  if (missing !== null) {
    const why = `The training data was not searched by meaning: ${noKey(missing)}.`;
    log.warn(why);
    return withDoubt(scan, why);
  }
  log.group('eval-gate: search the training data by meaning');
  try {
    const files = await resolveFiles(config.contamination!.trainingData, context.access);
    const subjects = subjectsOf(loaded, result);
    const { searchByMeaning } = await import('../semantic/index.js');
    const search = { examples: subjects.map(({ open }) => open), files, rows: result.contamination.training.rows };
    return await judges.interruptible(async () => {
      const found = await searchByMeaning(search, settings, judges.asking(settings.endpoint));
      const confirmed = await confirm(subjects, found, settings, context);
      const added = await withFindings(result, { settings, subjects, found, confirmed }, context.writePair);
      const { notes, ...searched } = added;
      return { ...checked(scan, found, confirmed, settings), ...searched, notes: [...scan.notes, ...notes] };
    });
  } catch (error) {
    return { ...scan, failed: scan.failed ?? runError(null, error) };
  } finally {
    log.endGroup();
  }
}

function withDoubt(scan: LeakScan, why: string): LeakScan {
  return { ...scan, notes: [...scan.notes, why], doubt: { status: 'inconclusive', why, of_pass: true } };
}

function subjectsOf(loaded: readonly LoadedSuite[], { flags }: ScanResult): readonly Subject[] {
  return loaded.flatMap(({ config: { source }, rows }) =>
    (rows?.examples ?? []).map((example, position) => {
      const open = flags.get(source.name)?.[position] === 0 ? example : null;
      return { suite: source.name, position, example, open };
    }),
  );
}

async function confirm(
  subjects: readonly Subject[],
  { similar, stopped }: MeaningFound,
  settings: SemanticOptions,
  { judges, log }: MeaningContext,
): Promise<Confirmed> {
  const nobody = similar.map((rows) => rows.map(() => null));
  if (settings.judge === null) return { verdicts: nobody, report: null, missing: null };
  const missing = judges.missing(settings.judge);
  if (missing !== null) return { verdicts: nobody, report: null, missing };
  // What was found until the search ended early is asked about when it is whole.
  const judge = stopped === null ? await judges.open(settings.judge) : null;
  if (judge === null) return { verdicts: nobody, report: null, missing: null };
  const { confirmPairs, exampleText } = await import('../semantic/index.js');
  const questions = similar.map((rows, i) => ({ text: exampleText(subjects[i]!.example), similar: rows }));
  const examples = similar.filter(({ length }) => length > 0).length;
  log.info(`judge: ${counted(similar.flat().length, 'similar pair')} of ${counted(examples, 'example')} to confirm`);
  const verdicts = await confirmPairs(questions, judge);
  return { verdicts, report: confirmationOf(verdicts.flat(), judge), missing: null };
}

/** The judge has answered nothing else so far. */
function confirmationOf(verdicts: readonly Verdict[], judge: Judge): Confirmation {
  const { calls, input_tokens, output_tokens, untold, cost, cached } = judge.usage();
  return {
    model: judge.endpoint.model,
    models: [...judge.models].sort(),
    pairs: verdicts.filter((verdict) => verdict !== null).length,
    confirmed: verdicts.filter((verdict) => verdict === 'same').length,
    failed: verdicts.filter((verdict) => kindOf(verdict) === 'failed').length,
    ...{ calls, input_tokens, output_tokens, untold, cost, cached },
  };
}

/** The scan with what speaks against resting on the search: it broke, or the judge could not be asked. */
function checked(scan: LeakScan, found: MeaningFound, confirmed: Confirmed, settings: SemanticOptions): LeakScan {
  const fault = faultOf(found) ?? unconfirmed(confirmed, settings);
  if (fault !== null) return { ...scan, failed: scan.failed ?? { suite: null, message: fault } };
  if (confirmed.missing === null) return scan;
  return { ...scan, doubt: { status: 'inconclusive', why: confirmed.missing, of_pass: true } };
}

function faultOf({ stopped, failed, rows }: MeaningFound): string | null {
  if (stopped !== null) {
    return `the search by meaning ended early after ${countText(rows.embedded)} training rows, since ${stopped}; what was embedded is in the cache`;
  }
  if (failed.examples === 0 && failed.rows <= MOST_FAILED * rows.total) return null;
  const what = [
    ...(failed.examples > 0 ? [counted(failed.examples, 'eval example')] : []),
    ...(failed.rows > 0 ? [counted(failed.rows, 'training row')] : []),
  ];
  return `${what.join(' and ')} could not be searched by meaning: ${failed.why ?? ''}`;
}

function unconfirmed({ report, verdicts }: Confirmed, { judge }: SemanticOptions): string | null {
  if (report === null || judge === null || report.failed <= judge.maxFailed * report.pairs) return null;
  const first = verdicts.flat().find((verdict) => kindOf(verdict) === 'failed');
  const why = typeof first === 'object' && first !== null ? `: ${first.why}` : '';
  return `${countText(report.failed)} of ${counted(report.pairs, 'similar pair')} could not be confirmed${why}`;
}
