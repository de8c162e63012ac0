import {
  cutEvalText,
  evalParts,
  isAtLeast,
  LEAK_KNOWN,
  LEAK_NEW,
  type Confirmation,
  type ContaminatedExample,
  type Evidence,
  type MeaningSearch,
  type PairStatus,
  type ScanResult,
  type SimilarPair,
} from '../contamination/index.js';
import type { Example } from '../data/types.js';
import { counted, countText } from '../gate/index.js';
import type { MeaningFound, SemanticOptions, Similar, Verdict } from '../semantic/index.js';

/** The level of an example whose question a judge found in a training row in other words. */
const CONFIRMED_LEVEL = 'substantial';

/** An example with its place. */
export interface Subject {
  readonly suite: string;
  /** Position in its suite. */
  readonly position: number;
  readonly example: Example;
  /** The example, where it is looked for: it can be decided, and does not count as leaked already. */
  readonly open: Example | null;
}

/** What a judge said of the similar rows, by example. */
export interface Confirmed {
  readonly verdicts: readonly (readonly Verdict[])[];
  /** Null where nobody was asked. */
  readonly report: Confirmation | null;
  /** Why a judge that is configured was not asked, as a sentence. */
  readonly missing: string | null;
}

interface Findings {
  readonly settings: SemanticOptions;
  readonly subjects: readonly Subject[];
  readonly found: MeaningFound;
  readonly confirmed: Confirmed;
}

/** What a scan found with what a search by meaning adds to it, and what the search did and cost as sentences. */
export async function withFindings(
  result: ScanResult,
  findings: Findings,
  writePair: (line: string) => Promise<void>,
): Promise<{ readonly result: ScanResult; readonly notes: readonly string[] }> {
  const { settings, subjects, found, confirmed } = findings;
  const { contamination, standing } = result;
  const flags = new Map([...result.flags].map(([suite, own]) => [suite, own.slice()]));
  const leaked: ContaminatedExample[] = [];
  const pairs: SimilarPair[] = [];
  for (const [i, { suite, position, example }] of subjects.entries()) {
    const rows = found.similar[i]!.map((row, rank) => ({ row, verdict: kindOf(confirmed.verdicts[i]![rank]!) }));
    const named = rows.map(({ row, verdict }) => ({ ...evidenceOf(row, standing.rowOf(i, row.place.row)), verdict }));
    pairs.push(...rows.map(({ row, verdict }, at) => pairOf(suite, example, { row, verdict, name: named[at]!.row })));
    const same = named.flatMap(({ verdict, ...evidence }) => {
      if (verdict !== 'same') return [];
      const status = standing.of(i, { level: CONFIRMED_LEVEL, score: 0, evidence });
      return [{ status, evidence: status === 'known' ? { ...evidence, known: true as const } : evidence }];
    });
    for (const { status, evidence } of same) await writePair(lineOf(suite, example, evidence, status));
    const counting = same.filter(({ status }) => status !== 'allowed');
    if (counting.length === 0) continue;
    const isNew = counting.some(({ status }) => status === 'new');
    if (isAtLeast(CONFIRMED_LEVEL, contamination.level)) flags.get(suite)![position] = isNew ? LEAK_NEW : LEAK_KNOWN;
    const weaker = contamination.examples.find((one) => one.suite === suite && one.id === example.id);
    const rowsShown = counting.map(({ evidence }) => evidence);
    leaked.push({ ...leakOf(suite, example, rowsShown, weaker), ...(isNew ? {} : { known: true }) });
  }
  const semantic = reportOf(findings, pairs);
  return {
    result: {
      flags,
      standing,
      contamination: {
        ...contamination,
        ...standing.summary(flags),
        examples: withLeaks(contamination.examples, leaked),
        pairs: contamination.pairs + leaked.reduce((sum, { evidence }) => sum + meant(evidence), 0),
        semantic,
      },
    },
    notes: notesOf(semantic, confirmed.missing, settings),
  };
}

export function kindOf(verdict: Verdict): SimilarPair['verdict'] {
  if (verdict === null) return 'not_asked';
  return typeof verdict === 'string' ? verdict : 'failed';
}

function meant(evidence: readonly Evidence[]): number {
  return evidence.filter(({ found_by: by }) => by === 'meaning').length;
}

/** Evidence of this kind has no common span: the wording is another one. */
function evidenceOf({ text, place, similarity }: Similar, row: string): Evidence {
  return { ...place, row, text: cutEvalText(text), span: '', found_by: 'meaning', similarity };
}

/** The share of the example that a row covers stays what it is: the wording is another one. */
function leakOf(
  suite: string,
  example: Example,
  evidence: readonly Evidence[],
  weaker: ContaminatedExample | undefined,
): ContaminatedExample {
  const { score, text, longest_span: span } = weaker ?? { score: 0, text: askedText(example) };
  return {
    ...{ suite, id: example.id, score, text, ...(span === undefined ? {} : { longest_span: span }) },
    level: CONFIRMED_LEVEL,
    part: 'question',
    found_by: 'meaning',
    evidence: [...evidence, ...(weaker?.evidence ?? [])],
  };
}

/** Worst first: what was confirmed comes behind what its text shows at the same level. */
function withLeaks(
  examples: readonly ContaminatedExample[],
  leaked: readonly ContaminatedExample[],
): readonly ContaminatedExample[] {
  const ids = new Set(leaked.map(({ suite, id }) => JSON.stringify([suite, id])));
  const others = examples.filter(({ suite, id }) => !ids.has(JSON.stringify([suite, id])));
  const weaker = others.findIndex(({ level }) => !isAtLeast(level, CONFIRMED_LEVEL));
  const at = weaker === -1 ? others.length : weaker;
  return [...others.slice(0, at), ...leaked, ...others.slice(at)];
}

function lineOf(suite: string, { id }: Example, evidence: Evidence, status: PairStatus): string {
  const { file, line, row_group, field, row, text, similarity } = evidence;
  const own = status === 'new' ? {} : { status };
  const found = { level: CONFIRMED_LEVEL, score: 0, longest_span: 0, part: 'question', found_by: 'meaning' };
  return JSON.stringify({ suite, id, file, line, row_group, field, ...found, row, ...own, similarity, text });
}

function pairOf(
  suite: string,
  example: Example,
  { row, verdict, name }: { readonly row: Similar; readonly verdict: SimilarPair['verdict']; readonly name: string },
): SimilarPair {
  const { similarity, place } = row;
  return {
    ...{ suite, id: example.id, ...place, row: name, similarity, verdict },
    text: askedText(example),
    row_text: cutEvalText(row.text),
  };
}

/** What an example asks, or its answer where it asks nothing, cut to a readable length. */
function askedText(example: Example): string {
  const { question, answer } = evalParts(example);
  return cutEvalText(question === '' ? answer : question);
}

function reportOf({ settings, found, confirmed }: Findings, pairs: readonly SimilarPair[]): MeaningSearch {
  const { calls, input_tokens, untold, cost, cached } = found.usage;
  const { examples, rows } = found.failed;
  return {
    model: settings.endpoint.model,
    models: found.models,
    examples: found.examples,
    rows: found.rows,
    failed: { examples, rows },
    min_similarity: settings.minSimilarity,
    embedding: { calls, input_tokens, untold, cost, cached },
    confirmation: confirmed.report,
    stopped: found.stopped,
    similar_total: pairs.length,
    similar: [...pairs].sort(
      (a, b) => Number(b.verdict === 'same') - Number(a.verdict === 'same') || b.similarity - a.similarity,
    ),
  };
}

/** What both stages did and cost, each one sentence. */
function notesOf(semantic: MeaningSearch, missing: string | null, { judge }: SemanticOptions): string[] {
  const { confirmation, embedding, failed, rows, similar_total: total } = semantic;
  const left =
    rows.left_out === 0 ? '' : `; ${countText(rows.left_out)} that share less with any example were left out`;
  const lost = failed.rows === 0 ? '' : `; ${countText(failed.rows)} could not be embedded`;
  const pairs = counted(total, 'similar pair');
  return [
    `Searched ${countText(rows.embedded)} of ${counted(rows.total, 'training row')} by meaning for ${counted(semantic.examples, 'example')} with ${named(semantic)}${left}${lost} (${costText(embedding)}).`,
    ...(confirmation === null
      ? total === 0
        ? []
        : [
            `${pairs} of example and training row ${total === 1 ? 'is' : 'are'} not confirmed, and not gated${judge === null ? ', since no judge is configured' : ''}.`,
          ]
      : [
          `${named(confirmation)} confirmed ${countText(confirmation.confirmed)} of ${counted(confirmation.pairs, 'similar pair')}${confirmation.failed === 0 ? '' : `; ${countText(confirmation.failed)} could not be decided`} (${costText(confirmation)}).`,
        ]),
    ...(missing === null ? [] : [missing]),
  ];
}

function named({ model, models }: { readonly model: string; readonly models: readonly string[] }): string {
  const others = models.filter((name) => name !== model);
  return others.length === 0 ? model : `${model} (as ${others.join(', ')})`;
}

function costText(spent: {
  readonly calls: number;
  readonly input_tokens: number;
  readonly output_tokens?: number;
  readonly cost: number | null;
  readonly cached: number;
}): string {
  const tokens = spent.input_tokens + (spent.output_tokens ?? 0);
  const cost = spent.cost === null ? '' : `, a cost of ${spent.cost.toFixed(spent.cost < 0.01 ? 4 : 2)}`;
  return `${counted(spent.calls, 'call')}, ${counted(tokens, 'token')}${cost}, ${countText(spent.cached)} from the cache`;
}
