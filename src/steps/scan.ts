import type { Config, ContaminationConfig } from '../config/index.js';
import { type Definition, scanTraining, type ScanResult, searchInside } from '../contamination/index.js';
import type { Contamination } from '../contamination/types.js';
import { resolveFiles } from '../data/index.js';
import type { FileAccess } from '../data/types.js';
import { CONTAMINATION_RATE, counted, countText } from '../gate/index.js';
import type { Log } from '../log.js';
import { rateMeasure } from '../measures/index.js';
import type { Doubt } from '../measures/types.js';
import type { RunError } from '../report/types.js';
import { runError } from './failure.js';
import { insideNotes } from './inside-notes.js';
import type { LoadedSuite } from './load.js';
import type { MeasuredSuite } from './measure.js';

/** The share of training rows that may be unreadable before the scan says nothing of the rest. */
const MOST_BROKEN = 0.05;

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
  readonly writePair: (line: string) => Promise<void>;
  readonly log: Log;
}

/** Searches the training data for the rows of every suite that could be read; null where none is configured. */
export async function scanForLeaks(
  config: Config,
  loaded: readonly LoadedSuite[],
  options: LeakScanOptions,
): Promise<LeakScan | null> {
  if (config.contamination === null) return null;
  const { access, ...rest } = options;
  rest.log.group('eval-gate: scan the training data');
  try {
    const files = await resolveFiles(config.contamination.trainingData, access);
    const suites = loaded.flatMap(({ config: { source }, rows }) =>
      rows === null ? [] : [{ suite: source.name, examples: rows.examples }],
    );
    const result = await scanTraining({ suites, files, ...rest, ...definitionOf(config.contamination) });
    const { failed, notes } = unread(result.contamination.training);
    const inside = searchInside(suites, config.contamination.thresholds);
    return { result, failed, notes: [...notes, ...insideNotes(inside)] };
  } catch (error) {
    return { result: null, failed: runError(null, error), notes: [] };
  } finally {
    rest.log.endGroup();
  }
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

/** What the scan's flags mean; any other is undecidable. */
const FLAGGED: Readonly<Record<number, boolean>> = { 0: false, 1: true };

/** Adds contamination_rate to a suite's measures, so that it is gated and shown like any other. */
export function withContaminationRate(suite: MeasuredSuite, scan: LeakScan | null, config: Config): MeasuredSuite {
  if (scan === null || suite.loaded.rows === null) return suite;
  const { contamination } = config;
  const flags = scan.result?.flags.get(suite.name);
  const decided = suite.loaded.rows.examples.map((_, i) => FLAGGED[flags?.[i] ?? -1] ?? null);
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
    measures: [...suite.measures, scan.doubt === undefined ? rate : { ...rate, doubt: scan.doubt }],
    notes: [...suite.notes, ...tooShort(short, decided.length, contamination!)],
  };
}

function recipeOf({ definition, n, minShare, level, thresholds, semantic }: ContaminationConfig): string {
  const how =
    definition === 'ngram'
      ? [`n:${n}`, `min_share:${minShare}`]
      : Object.entries(thresholds).map(([name, value]) => `${name}:${value}`);
  const meaning = semantic === null ? [] : [`semantic:${semantic.endpoint.model}`];
  return ['contamination_rate', `definition:${definition}`, ...how, `level:${level}`, ...meaning].join('|');
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
