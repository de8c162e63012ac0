import { readRows, type ResolvedFile } from '../../data/index.js';
import type { JsonObject, Source } from '../../data/types.js';
import { isAlpaca, readAlpaca } from './alpaca.js';
import { type SameAnswers, weigh } from './evidence.js';
import { ExampleFinder, type Found } from './examples.js';
import { isFastChat, readFastChat } from './fastchat.js';
import { ModelNames } from './names.js';
import { readOwn } from './own.js';
import type { Mention, Reading } from './reading.js';
import type { JudgedSuite } from './types.js';

/** A row of a suite's example. */
export interface MatchedRow extends Omit<Reading, 'mention' | 'shown'> {
  readonly found: Found;
  readonly same: SameAnswers;
}

export interface ReadRecords {
  readonly rows: number;
  readonly matched: readonly MatchedRow[];
  readonly unmatched: number;
  /** The first of them. */
  readonly stray: Stray | null;
  /** By the tool that wrote them: the names in one tool's files mean the same. */
  readonly names: NamesByTool;
}

/** A row of no example. */
export interface Stray {
  readonly mention: Mention;
  readonly source: Source;
}

export interface NamesByTool {
  readonly alpaca: ModelNames;
  readonly fastchat: ModelNames;
}

/** Reads files row by row and finds the example of each row; which name is which model's is known only at the end. */
export async function readRecords(
  files: readonly ResolvedFile[],
  suites: readonly JudgedSuite[],
): Promise<ReadRecords> {
  const finder = new ExampleFinder(suites);
  const names = { alpaca: new ModelNames(true), fastchat: new ModelNames(false) };
  const matched: MatchedRow[] = [];
  let [rows, unmatched] = [0, 0];
  let stray: Stray | null = null;
  for (const file of files) {
    for await (const { row, source } of readRows(file)) {
      rows += 1;
      const reading = readingOf(row, source);
      const { mention, judge, turn, repeat, said } = reading;
      const found = finder.find(mention, source);
      if (found === null) {
        unmatched += 1;
        stray ??= { mention, source };
        continue;
      }
      const same = weigh(reading, found.example, suites[found.suite]!.rows, seen(reading, names));
      matched.push({ found, judge, turn, repeat, said, same, source });
    }
  }
  return { rows, matched, unmatched, stray, names };
}

function readingOf(row: JsonObject, source: Source): Reading {
  if (isFastChat(row)) return readFastChat(row, source);
  return isAlpaca(row) ? readAlpaca(row, source) : readOwn(row, source);
}

/** Notes the names in a row. */
function seen({ said, source }: Reading, { alpaca, fastchat }: NamesByTool): ModelNames {
  if (said.kind === 'share') alpaca.seePair(...said.names, source);
  if (said.kind === 'games') fastchat.seePair(...said.names, source);
  if (said.kind === 'rating') fastchat.seeOne(said.name, source);
  return said.kind === 'share' ? alpaca : fastchat;
}
