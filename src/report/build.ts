import type { MeaningSearch } from '../contamination/index.js';
import type { Contamination } from '../contamination/types.js';
import type { Interval, LocalBreak, Measure } from '../measures/types.js';
import type { FlipLists } from './flips.js';
import { summaryLine } from './headline.js';
import { cut, LENGTHS } from './texts.js';
import type { Flip, ModelRows, Report, SuiteReport, UnscoredRow } from './types.js';

/** Rows listed in report.json, so that it stays a file that a browser opens; totals are always told beside them. */
export const LISTED = {
  /** Ids of missing and extra predictions, and of a cluster. */
  ids: 20,
  /** Unscored rows of a suite; rows.jsonl has all, each with its reason. */
  unscored: 200,
  /** Contaminated examples with their texts and evidence; the others keep id, level and score. */
  contaminated: 1_000,
  /** N-grams that were reported once as shared text. */
  shared: 200,
  /** Pairs that are similar in meaning. */
  similar: 1_000,
  /** Training rows shown for one example, best first. */
  evidence: 3,
} as const;

export interface SuiteParts extends Pick<
  SuiteReport,
  'name' | 'kind' | 'examples' | 'candidate' | 'base' | 'breaks' | 'subset_differences' | 'judge' | 'notes'
> {
  /** The suite's measures, slices among them. */
  readonly measures: readonly Measure[];
  /** Null where there is nothing to compare. */
  readonly flips: FlipLists | null;
  /** All of them: the list is cut here. */
  readonly unscored: readonly UnscoredRow[];
}

/** What a run found out, with texts in full length. */
export interface ReportParts extends Pick<
  Report,
  'verdict' | 'errors' | 'contamination' | 'checks' | 'gate' | 'notes' | 'provenance'
> {
  readonly version: string;
  readonly suites: readonly SuiteParts[];
}

/**
 * Everything of a run as one value: texts cut to a readable length, long lists cut with their totals kept, numbers finite
 * or null, strings well-formed.
 */
export function buildReport(parts: ReportParts): Report {
  const suites = parts.suites.map(suiteReport);
  const { verdict, errors, checks } = parts;
  return clean({
    schema_version: 1,
    tool: { name: 'eval-gate', version: parts.version },
    verdict,
    summary: summaryLine({ verdict, errors, checks, suites }),
    errors,
    suites,
    contamination: parts.contamination === null ? null : contaminationReport(parts.contamination),
    checks,
    gate: parts.gate,
    notes: parts.notes,
    provenance: parts.provenance,
  });
}

function suiteReport({ measures, flips, unscored, ...suite }: SuiteParts): SuiteReport {
  return {
    name: suite.name,
    kind: suite.kind,
    examples: suite.examples,
    candidate: modelRows(suite.candidate),
    base: suite.base === null ? null : modelRows(suite.base),
    measures: measures.map(withoutSuite),
    breaks: suite.breaks.map(cutBreak),
    subset_differences: suite.subset_differences,
    broke: (flips?.broke ?? []).map(cutFlip),
    fixed: (flips?.fixed ?? []).map(cutFlip),
    broke_total: flips?.broke_total ?? 0,
    fixed_total: flips?.fixed_total ?? 0,
    unscored: unscored.slice(0, LISTED.unscored).map((row) => ({ ...row, reason: cut(row.reason, LENGTHS.name) })),
    notes: suite.notes,
    judge: suite.judge,
    human: null,
  };
}

function modelRows(rows: ModelRows): ModelRows {
  const ids = (list: readonly string[]): string[] => list.slice(0, LISTED.ids).map((id) => cut(id, LENGTHS.name));
  return { ...rows, missing_ids: ids(rows.missing_ids), extra_ids: ids(rows.extra_ids) };
}

function withoutSuite(measure: Measure): SuiteReport['measures'][number] {
  const {
    metric,
    slice,
    direction,
    unit,
    range,
    n,
    unscored,
    unparsed,
    candidate,
    base,
    delta,
    recipe,
    caution,
    doubt,
    notes,
    details,
  } = measure;
  return {
    ...{ metric, slice, direction, unit, range, n, unscored, unparsed, recipe },
    candidate: finiteCi(candidate),
    base: base === null ? null : finiteCi(base),
    delta: delta === null ? null : finiteCi(delta),
    ...(caution === undefined ? {} : { caution }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(notes === undefined ? {} : { notes: notes.map((one) => ({ ...one, note: cut(one.note, LENGTHS.name) })) }),
    ...(details === undefined ? {} : { details }),
  };
}

/** An interval that reaches beyond all numbers (values near 1e308) is none. */
function finiteCi<T extends { readonly ci: Interval | null }>(figures: T): T {
  return figures.ci?.every(Number.isFinite) === false ? { ...figures, ci: null } : figures;
}

function cutBreak(found: LocalBreak): LocalBreak {
  return { ...found, examples: found.examples?.slice(0, LISTED.ids).map((id) => cut(id, LENGTHS.name)) ?? null };
}

function cutFlip(flip: Flip): Flip {
  const shorter = (text: string | null): string | null => (text === null ? null : cut(text, LENGTHS.text));
  return {
    ...flip,
    prompt: shorter(flip.prompt),
    reference: shorter(flip.reference),
    base_output: cut(flip.base_output, LENGTHS.text),
    candidate_output: cut(flip.candidate_output, LENGTHS.text),
  };
}

function contaminationReport(found: Contamination): Contamination {
  const { examples, allowed, undecidable, pairs, shared_text, semantic, ...rest } = found;
  return {
    ...rest,
    examples: examples.map((example, i) => ({
      ...example,
      text: i < LISTED.contaminated ? cut(example.text, LENGTHS.text) : '',
      evidence: example.evidence.slice(0, i < LISTED.contaminated ? LISTED.evidence : 0).map((row) => ({
        ...row,
        text: cut(row.text, LENGTHS.text),
        span: cut(row.span, LENGTHS.text),
      })),
    })),
    allowed: allowed.slice(0, LISTED.contaminated).map((leak) => ({ ...leak, reason: cut(leak.reason, LENGTHS.text) })),
    undecidable,
    pairs,
    shared_text: shared_text.slice(0, LISTED.shared).map((row) => ({ ...row, text: cut(row.text, LENGTHS.text) })),
    ...(semantic === undefined ? {} : { semantic: meaningReport(semantic) }),
  };
}

function meaningReport(search: MeaningSearch): MeaningSearch {
  return { ...search, similar: search.similar.slice(0, LISTED.similar) };
}

/** A copy in which numbers are finite or null, never -0, and strings are well-formed. */
function clean<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === 'string') return cut(value, Infinity);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines own keys, so that a `__proto__` among them is a key like any other.
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[cut(key, Infinity), cleaned(item)]])),
  );
}
