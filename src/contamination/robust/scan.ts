import { cutEvalText } from '../evidence.js';
import type { Source } from '../../data/types.js';
import type { ScanResult, SearchInput } from '../input.js';
import { LEAK_KNOWN, LEAK_NEW, UNDECIDABLE } from '../flags.js';
import { isAtLeast } from '../levels.js';
import { searchedExamples } from '../searched.js';
import { evidenceOf } from '../standing.js';
import { searchTraining, shareArrays } from '../engine/index.js';
import { evalParts, evalText } from '../text.js';
import type { ContaminatedExample, Evidence, Level } from '../types.js';
import { type EvalIndex, indexEval } from './eval-index.js';
import { compareFindings, type Finding, Findings } from './findings.js';
import type { Thresholds } from './level.js';
import { RobustSearcher } from './searcher.js';

/** What this definition needs to know beside where to search. */
export interface RobustOptions {
  /** The lowest level that flags an example. */
  readonly level: Level;
  readonly thresholds: Thresholds;
}

/**
 * Searches the training data for the eval sets' examples, edited ones too: the eval side in memory, the training rows as a
 * stream. docs/contamination.md has the definition.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
export async function scanRobust(input: SearchInput, { level, thresholds }: RobustOptions): Promise<ScanResult> {
  const { suites, files, allPairs, onPair, writePair, log, threads, interrupted } = input;
  const { searched, names, standing } = searchedExamples(input);
  const index = shareArrays(indexEval(searched.map(({ example }) => evalParts(example))));
  const findings = new Findings(names, allPairs, standing, onPair);
  const write = async (lines: readonly string[]): Promise<void> => {
    for (const line of lines) await writePair(line);
  };
  let row: Source | null = null; // that of the row at hand, which may come in pieces
  const training = await searchTraining({
    files,
    log,
    threads,
    interrupted,
    fields: 'known',
    searcher: { definition: 'robust', index, thresholds },
    local: new RobustSearcher({ index, thresholds }),
    take: (found, source) => {
      const lines = source === row ? [] : findings.endRow();
      row = source;
      for (const finding of found) findings.add(placed(finding, source));
      return lines.length === 0 ? undefined : write(lines);
    },
  });
  await write(findings.endRow());
  await write(findings.rest());

  const contaminated = searched
    .flatMap(({ suite, example }, i): { worst: ReturnType<Findings['worst']>[0]; found: ContaminatedExample }[] => {
      const found = [...findings.worst(i), ...findings.known(i)];
      const [worst] = found.toSorted(compareFindings);
      if (worst === undefined) return [];
      const listed = {
        suite,
        id: example.id,
        level: worst.level,
        score: worst.score,
        part: worst.part,
        longest_span: worst.words,
        text: cutEvalText(evalText(example)),
        ...evidenceOf(evidences(findings.worst(i)), evidences(findings.known(i))),
      };
      return [{ worst, found: listed }];
    })
    .sort((a, b) => compareFindings(a.worst, b.worst))
    .map(({ found }) => found);
  const isDecidable = names.map((_, i) => bitsOf(index, i) >= thresholds.bits_of_all);
  const flags = flagsOf(suites, isDecidable, findings, level);
  return {
    contamination: {
      definition: 'robust',
      n: null,
      level,
      thresholds: { ...thresholds },
      training,
      examples: contaminated,
      ...standing.summary(flags),
      undecidable: names.filter((_, i) => !isDecidable[i]),
      pairs: findings.listed,
      shared_text: [],
    },
    flags,
    standing,
  };
}

function evidences(findings: readonly Finding[]): Evidence[] {
  return findings.map(({ evidence }) => evidence);
}

/** A finding whose lines count from its row's, with lines that count from the file's. */
function placed(finding: Finding, { file, line }: Source): Finding {
  return { ...finding, evidence: { ...finding.evidence, file, line: line + finding.evidence.line } };
}

function bitsOf({ textBits, questions, answers }: EvalIndex, example: number): number {
  return textBits[questions[example]!]! + textBits[answers[example]!]!;
}

function flagsOf(
  suites: SearchInput['suites'],
  isDecidable: readonly boolean[],
  findings: Findings,
  level: Level,
): ReadonlyMap<string, Int8Array> {
  let at = 0;
  return new Map(
    suites.map(({ suite, examples }) => {
      const flags = Int8Array.from(examples, () => {
        const [fresh] = findings.worst(at);
        const [known] = findings.known(at);
        if (!isDecidable[at++]) return UNDECIDABLE;
        if (fresh !== undefined && isAtLeast(fresh.level, level)) return LEAK_NEW;
        return known !== undefined && isAtLeast(known.level, level) ? LEAK_KNOWN : 0;
      });
      return [suite, flags];
    }),
  );
}
