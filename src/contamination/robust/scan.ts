import { cutEvalText } from '../evidence.js';
import type { Source } from '../../data/types.js';
import type { ScanResult, SearchInput } from '../input.js';
import { isAtLeast } from '../levels.js';
import { searchTraining, shareArrays } from '../engine/index.js';
import { evalParts, evalText } from '../text.js';
import type { ContaminatedExample, Level } from '../types.js';
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
  const { suites, files, allPairs, writePair, log, threads, interrupted } = input;
  const searched = suites.flatMap(({ suite, examples }) => examples.map((example) => ({ suite, example })));
  const names = searched.map(({ suite, example }) => ({ suite, id: example.id }));
  const index = shareArrays(indexEval(searched.map(({ example }) => evalParts(example))));
  const findings = new Findings(names, allPairs);
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
      const [worst, ...others] = findings.worst(i);
      if (worst === undefined) return [];
      const found = {
        suite,
        id: example.id,
        level: worst.level,
        score: worst.score,
        part: worst.part,
        longest_span: worst.words,
        text: cutEvalText(evalText(example)),
        evidence: [worst, ...others].map(({ evidence }) => evidence),
      };
      return [{ worst, found }];
    })
    .sort((a, b) => compareFindings(a.worst, b.worst))
    .map(({ found }) => found);
  const isDecidable = names.map((_, i) => bitsOf(index, i) >= thresholds.bits_of_all);
  return {
    contamination: {
      definition: 'robust',
      n: null,
      level,
      thresholds: { ...thresholds },
      training,
      examples: contaminated,
      undecidable: names.filter((_, i) => !isDecidable[i]),
      pairs: findings.listed,
      shared_text: [],
    },
    flags: flagsOf(suites, isDecidable, findings, level),
  };
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
        const [worst] = findings.worst(at);
        if (!isDecidable[at++]) return -1;
        return worst !== undefined && isAtLeast(worst.level, level) ? 1 : 0;
      });
      return [suite, flags];
    }),
  );
}
