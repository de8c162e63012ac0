import { resolveFiles, shorten } from '../../data/index.js';
import type { FileAccess, PathPattern } from '../../data/types.js';
import { GateError } from '../../errors.js';
import { Ledger } from './ledger.js';
import type { NameHints } from './names.js';
import { type ReadRecords, readRecords, type Stray } from './read.js';
import { settle } from './settle.js';
import type { JudgedSuite, ModelLabels, Recorded } from './types.js';
import { warningsOf } from './warnings.js';

/**
 * Reads judgments that were made elsewhere: our own rows, AlpacaEval's annotations and FastChat's model_judgment files,
 * in any format that rows can have, told apart row by row.
 * @param suites those that the rows may belong to; a row without a `suite` key belongs to the one that has its id
 * @throws GateError for rows that can't be understood, one question with two answers, an id in two suites, names of
 * models of which none is known to be the candidate's, a score off the scale in a row of ours, and where not one row
 * belongs to the suites
 */
export async function loadRecorded(
  patterns: readonly PathPattern[],
  access: FileAccess,
  { suites, labels }: { readonly suites: readonly JudgedSuite[]; readonly labels: ModelLabels },
): Promise<Recorded> {
  const records = await readRecords(await resolveFiles(patterns, access), suites);
  if (records.matched.length === 0 && records.stray !== null) throw noneBelongs(records.stray, suites);
  return settleAll(records, suites, hintsOf(suites, labels));
}

/** Gives each row its sides and puts it into its suite's ledger. */
function settleAll(records: ReadRecords, suites: readonly JudgedSuite[], hints: NameHints): Recorded {
  const { rows, matched, unmatched, stray, names } = records;
  const sides = { alpaca: names.alpaca.resolve(hints), fastchat: names.fastchat.resolve(hints) };
  const ledgers = suites.map(() => new Ledger());
  const judges = new Set<string>();
  let [otherModels, otherAnswers, otherOpponents] = [0, 0, 0];
  for (const { found, judge, turn, repeat, said, same, source } of matched) {
    const named = said.kind === 'share' ? sides.alpaca : sides.fastchat;
    const statements = settle(said, named, suites[found.suite]!.scale, source);
    if (statements.length === 0) otherModels += 1;
    else if (same.candidate === false) otherAnswers += 1;
    else {
      if (same.opponent === false) otherOpponents += 1;
      judges.add(judge);
      const asked = { example: found.example, judge, turn, repeat };
      for (const statement of statements) ledgers[found.suite]!.add(asked, statement, source);
    }
  }
  const counts = { rows, unmatched, otherModels, otherAnswers, otherOpponents };
  const opponents = sortedNames([sides.alpaca?.opponent, sides.fastchat?.opponent]);
  return {
    suites: ledgers.map((ledger) => ledger.close()),
    judges: sortedNames([...judges]),
    opponents,
    failed: ledgers.reduce((sum, ledger) => sum + ledger.failed, 0),
    ...counts,
    warnings: warningsOf(counts, stray, opponents),
  };
}

function hintsOf(suites: readonly JudgedSuite[], labels: ModelLabels): NameHints {
  const files = { candidate: new Set<string>(), base: new Set<string>() };
  for (const { rows } of suites) {
    for (const file of rows.candidate.files) files.candidate.add(stem(file));
    for (const file of rows.base?.files ?? []) files.base.add(stem(file));
  }
  return { labels, files, hasBase: suites.some(({ rows }) => rows.base !== null) };
}

/** A file's name without its folder and ending. */
function stem(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.[^.]+(?:\.gz)?$/u, '');
}

function sortedNames(names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.filter((name) => typeof name === 'string'))].filter((name) => name !== '').sort();
}

function noneBelongs({ mention, source }: Stray, suites: readonly JudgedSuite[]): GateError {
  const example = suites[0]?.rows.examples[0];
  const there =
    example === undefined
      ? 'no suite that has one'
      : `there ${mention.id === null ? shown(example.prompt ?? '') : shown(example.id)} (${example.source.file}:${example.source.line})`;
  const suite = mention.suite === null ? '' : ` of suite ${shown(mention.suite)}`;
  const what = `no recorded judgment is of an example of the eval set: here ${shown(mention.id ?? mention.prompt!)}${suite}, ${there}`;
  return new GateError(`${what}; give both the same ids`, { ...source });
}

function shown(text: string): string {
  return `"${shorten(text)}"`;
}
