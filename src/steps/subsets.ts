import type { Config } from '../config/index.js';
import { LEAK_KNOWN, LEAK_NEW } from '../contamination/index.js';
import { CLEAN, CONTAMINATED, isSubset, measureSelection, sliceKey, subsetDifferences } from '../measures/index.js';
import type { Doubt, Measure, Slice } from '../measures/types.js';
import type { MeasuredSuite } from './measure.js';
import type { LeakScan } from './scan.js';

/** A known leak is one all the same to whoever asks what the scores are worth. */
const LEAKS = [LEAK_NEW, LEAK_KNOWN];

/**
 * The suite with every measure again on its clean and on its contaminated examples, where any is contaminated or a check
 * names such a subset. Measures that come later, such as a judge's, are cut up likewise.
 */
export function withSubsets(suite: MeasuredSuite, scan: LeakScan | null, config: Config): MeasuredSuite {
  const { rows } = suite.loaded;
  if (scan === null || rows === null) return suite;
  const flags = scan.result?.flags.get(suite.name) ?? null;
  const leaked = LEAKS.some((flag) => flags?.includes(flag));
  const slices = [CLEAN, CONTAMINATED]
    .filter((slice) => leaked || isNamed(slice, suite.name, config))
    .map((slice) => ({ slice, members: membersOf(flags, slice === CLEAN ? [0] : LEAKS) }));
  if (slices.length === 0) return suite;
  const { name, groups } = suite;
  const shared = { suite: name, rows, clusters: groups.clusters, strata: groups.strata, options: config.gate };
  const measured = suite.scored.flatMap((scored) =>
    slices.map((selection) => measureSelection({ ...shared, ...selection, scored })),
  );
  return {
    ...suite,
    measures: [...suite.measures, ...measured],
    groups: { ...groups, slices: [...groups.slices, ...slices] },
  };
}

/** The suite with what its contaminated examples have over its clean ones, once all measures are there. */
export function withDifferences(suite: MeasuredSuite, config: Config): MeasuredSuite {
  const [contaminated, clean] = [groupOf(suite, CONTAMINATED), groupOf(suite, CLEAN)];
  if (contaminated === null || clean === null) return suite;
  const { scored, groups } = suite;
  const options = config.gate;
  const differences = subsetDifferences({ scored, contaminated, clean, clusters: groups.clusters, options });
  return { ...suite, differences };
}

function groupOf({ groups, measures }: MeasuredSuite, slice: Slice) {
  const key = sliceKey(slice);
  const members = groups.slices.find((group) => sliceKey(group.slice) === key)?.members ?? null;
  if (members === null || members.length === 0) return null;
  return { members, measures: measures.filter((measure) => sliceKey(measure.slice) === key) };
}

/** Says of measures on a subset without examples why they have no value. */
export function withReasons(measures: readonly Measure[], scan: LeakScan): readonly Measure[] {
  return measures.map((measure) => {
    const isEmpty = isSubset(measure.slice) && measure.n + measure.unscored === 0;
    return isEmpty && measure.doubt === undefined ? { ...measure, doubt: emptyDoubt(measure, scan) } : measure;
  });
}

function emptyDoubt({ metric, slice }: Measure, { result }: LeakScan): Doubt {
  const isClean = sliceKey(slice) === sliceKey(CLEAN);
  const why =
    result === null
      ? `${metric} has no ${isClean ? 'clean' : 'contaminated'} examples to be measured on, since the training data could not be searched.`
      : isClean
        ? `${metric} has no clean examples to be measured on: each one is contaminated, or too short to decide.`
        : `${metric} has no contaminated examples to be measured on, since none was found in the training data.`;
  return { status: 'error', why };
}

function isNamed(slice: Slice, suite: string, { gate }: Config): boolean {
  return (gate.checks ?? []).some(
    (check) => (check.suite ?? suite) === suite && sliceKey(check.slice ?? null) === sliceKey(slice),
  );
}

function membersOf(flags: Int8Array | null, wanted: readonly number[]): Int32Array {
  const members: number[] = [];
  flags?.forEach((flag, i) => {
    if (wanted.includes(flag)) members.push(i);
  });
  return Int32Array.from(members);
}
