import { availableParallelism } from 'node:os';
import type { Config, ContaminationConfig } from '../config/index.js';
import {
  type Definition,
  isAtLeast,
  LEAK_NEW,
  type LeakingRow,
  Removals,
  scanTraining,
  type ScanResult,
  searchInside,
  UNDECIDABLE,
  writeClean,
} from '../contamination/index.js';
import type { Contamination } from '../contamination/types.js';
import { resolveFiles, type ResolvedFile, STDIN } from '../data/index.js';
import type { FileAccess, PathPattern } from '../data/types.js';
import { CONTAMINATION_RATE, counted, countText } from '../gate/index.js';
import { GateError } from '../errors.js';
import type { Log } from '../log.js';
import { rateMeasure } from '../measures/index.js';
import type { Doubt } from '../measures/types.js';
import type { RunError } from '../report/types.js';
import { runError } from './failure.js';
import { insideNotes } from './inside-notes.js';
import { readKnown, unusedNotes } from './known-leaks.js';
import type { LoadedSuite } from './load.js';
import type { MeasuredSuite } from './measure.js';
import { withReasons } from './subsets.js';

/** The share of training rows that may be unreadable before the scan says nothing of the rest. */
const MOST_BROKEN = 0.05;
/** Of the scan: with more of them reading the files is what takes the time. */
const MOST_THREADS = 8;

/** What the scan found, and why it is no answer, if it is none. */
export interface LeakScan {
  readonly result: ScanResult | null;
  readonly failed: RunError | null;
  /** What a reader must know of it, each one plain sentence. */
  readonly notes: readonly string[];
  /** Why no check may rest on contamination_rate; left out where one may. */
  readonly doubt?: Doubt;
}

export interface LeakScanOptions {
  readonly access: FileAccess;
  readonly allPairs: boolean;
  readonly writeClean: string | null;
  readonly writePair: (line: string) => Promise<void>;
  readonly log: Log;
  /** Has a function called when the process is to end; returns what takes that back. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** Searches the training data for the rows of every suite that could be read; null where none is configured. */
export async function scanForLeaks(
  config: Config,
  loaded: readonly LoadedSuite[],
  options: LeakScanOptions,
): Promise<LeakScan | null> {
  if (config.contamination === null) return null;
  const { access, onInterrupt, writeClean: cleanFolder, ...rest } = options;
  const { level } = config.contamination;
  const removals = new Removals();
  const onPair = (row: LeakingRow): void => {
    if (isAtLeast(row.level, level)) removals.add(row);
  };
  const interrupted = new AbortController();
  const ignore = onInterrupt(() => interrupted.abort());
  rest.log.group('eval-gate: scan the training data');
  try {
    const files = await trainingFiles(config.contamination.trainingData, access);
    if (cleanFolder !== null && files.includes(STDIN)) {
      throw new GateError('--write-clean needs files, since the standard input is read only once; name them');
    }
    const suites = loaded.flatMap(({ config: { source }, rows }) =>
      rows === null ? [] : [{ suite: source.name, examples: rows.examples }],
    );
    const { allow: allowed } = config.contamination;
    const known = await readKnown(config.contamination, access);
    const result = await scanTraining({
      ...{ suites, files, allowed, known, ...rest, ...definitionOf(config.contamination) },
      onPair: cleanFolder === null ? null : onPair,
      threads: Math.min(MOST_THREADS, availableParallelism()),
      interrupted: interrupted.signal,
    });
    const { failed, notes } = unread(result.contamination.training);
    const inside = searchInside(suites, config.contamination.thresholds);
    const told = [...notes, ...insideNotes(inside)];
    if (cleanFolder === null || failed !== null) return { result, failed, notes: told };
    const written = await cleaned(cleanFolder, () => writeClean(cleanFolder, files, removals, access));
    return { result, failed: written.failed, notes: [...told, ...written.notes] };
  } catch (error) {
    return { result: null, failed: runError(null, error), notes: [] };
  } finally {
    ignore();
    rest.log.endGroup();
  }
}

/** What became of the clean copy; what the scan found is told in any case. */
async function cleaned(folder: string, write: () => Promise<number>): Promise<Pick<LeakScan, 'failed' | 'notes'>> {
  try {
    const rows = counted(await write(), 'row');
    const note = `The training data was written to ${folder} without ${rows}; its removed.jsonl lists what is gone.`;
    return { failed: null, notes: [note] };
  } catch (error) {
    return { failed: runError(null, error), notes: [] };
  }
}

/** The files that the patterns name; `-` as an input or a flag is the standard input. */
async function trainingFiles(patterns: readonly PathPattern[], access: FileAccess): Promise<ResolvedFile[]> {
  const named = patterns.filter(({ pattern, trusted }) => pattern !== '-' || !trusted);
  const files = await resolveFiles(named, access);
  return named.length < patterns.length ? [...files, STDIN] : files;
}

function definitionOf({ definition, n, minShare, level, thresholds }: ContaminationConfig): Definition {
  return definition === 'robust' ? { definition, level, thresholds } : { definition, n, minShare, level };
}

/** A row that can't be read may be the one that leaked: a few are told, and many leave nothing to rely on. */
function unread({ rows, broken_rows: broken }: Contamination['training']): Pick<LeakScan, 'failed' | 'notes'> {
  if (broken === 0) return { failed: null, notes: [] };
  const all = rows + broken;
  const what = `${countText(broken)} of ${counted(all, 'training row')} could not be searched`;
  return broken > MOST_BROKEN * all
    ? { failed: { suite: null, message: `${what}; mend the files that the log names` }, notes: [] }
    : { failed: null, notes: [`${what}; the log names the first of them.`] };
}

/** The scan with a note for leaks that don't count, which a green rate would hide; to be called when all is searched. */
export function withPassed(scan: LeakScan | null, { contamination }: Config): LeakScan | null {
  if (scan === null || scan.result === null || contamination === null) return scan;
  return { ...scan, notes: [...scan.notes, ...passedNotes(scan.result, contamination)] };
}

function passedNotes({ contamination, standing }: ScanResult, config: ContaminationConfig): string[] {
  const { known, allowed } = contamination.counts;
  const are = (count: number): string => (count === 1 ? 'is' : 'are');
  return [
    ...(known === 0
      ? []
      : [
          `${counted(known, 'example')} with known leaks only ${are(known)} not in contamination_rate (contamination.known).`,
        ]),
    ...(allowed === 0
      ? []
      : [`${counted(allowed, 'example')} with an allowed leak: it does not count (contamination.allow).`]),
    ...unusedNotes(standing.unused(), config),
  ];
}

/** Whether an example counts in the rate; null where it can't be decided. */
function countsAsLeak(flag: number): boolean | null {
  return flag === UNDECIDABLE ? null : flag === LEAK_NEW;
}

/** Adds contamination_rate to a suite's measures, so that it is gated and shown like any other. */
export function withContaminationRate(suite: MeasuredSuite, scan: LeakScan | null, config: Config): MeasuredSuite {
  if (scan === null || suite.loaded.rows === null) return suite;
  const { contamination } = config;
  const flags = scan.result?.flags.get(suite.name);
  const decided = suite.loaded.rows.examples.map((_, i) => countsAsLeak(flags?.[i] ?? UNDECIDABLE));
  const rate = rateMeasure({
    suite: suite.name,
    metric: CONTAMINATION_RATE,
    slice: null,
    flags: decided,
    recipe: recipeOf(contamination!),
    confidence: config.gate.confidence,
  });
  const short = flags === undefined ? 0 : decided.filter((flag) => flag === null).length;
  return {
    ...suite,
    measures: [...withReasons(suite.measures, scan), scan.doubt === undefined ? rate : { ...rate, doubt: scan.doubt }],
    notes: [...suite.notes, ...tooShort(short, decided.length, contamination!)],
  };
}

function recipeOf({ definition, n, minShare, level, thresholds, allow, known, semantic }: ContaminationConfig): string {
  const passed = [...(allow.length === 0 ? [] : ['allowed:out']), ...(known === null ? [] : ['known:out'])];
  const how =
    definition === 'ngram'
      ? [`n:${n}`, `min_share:${minShare}`]
      : Object.entries(thresholds).map(([name, value]) => `${name}:${value}`);
  const meaning = semantic === null ? [] : [`semantic:${semantic.endpoint.model}`];
  return ['contamination_rate', `definition:${definition}`, ...how, `level:${level}`, ...passed, ...meaning].join('|');
}

function tooShort(short: number, all: number, { definition, n }: ContaminationConfig): readonly string[] {
  if (short === 0) return [];
  const which = short === all ? `All ${counted(all, 'example')}` : `${countText(short)} of ${counted(all, 'example')}`;
  return definition === 'ngram'
    ? [
        `${which} have fewer than ${n} words, too few to decide whether they leaked, and are not in contamination_rate; a lower contamination.n decides more of them.`,
      ]
    : [
        `${which} say too little to decide whether they leaked, and are not in contamination_rate: such a text stands in training data by chance.`,
      ];
}
