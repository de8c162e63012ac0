import { GATE_DEFAULTS, type Config } from '../config/index.js';
import type { SuiteRows, Side } from '../data/types.js';
import { counted, countText, type GateOutcome } from '../gate/index.js';
import { rowsBytes, rowsJsonl } from '../measures/index.js';
import { buildReport, listFlips, type FlipTexts, type SuiteParts } from '../report/index.js';
import type { ModelRows, Report, RunError, UnscoredRow } from '../report/types.js';
import { VERSION } from '../version.js';
import type { Decision } from './decide.js';
import type { JudgeUse } from './judges.js';
import type { RunOptions } from './options.js';
import type { MeasuredSuite } from './measure.js';
import type { LeakScan } from './scan.js';

/** Everything that the report is made from. */
export interface Findings {
  readonly options: RunOptions;
  readonly config: Config;
  readonly suites: readonly MeasuredSuite[];
  readonly scan: LeakScan | null;
  readonly decision: Decision;
  readonly judgeUses: readonly JudgeUse[];
}

/** Lays the findings out as the report. */
export function assemble({ options, config, suites, scan, decision, judgeUses }: Findings): Report {
  const { outcome, failed: undecided } = decision;
  const errors = [
    ...suites.flatMap(({ failed, judge }) => [failed, judge?.failed ?? null]),
    scan?.failed ?? null,
    undecided,
  ].filter((error) => error !== null);
  return buildReport({
    version: VERSION,
    verdict: errors.length > 0 ? 'error' : outcome.verdict,
    errors,
    suites: suites.map((suite) => suiteParts(suite, options, outcome)),
    contamination: scan?.result?.contamination ?? null,
    checks: outcome.checks,
    gate: {
      confidence: config.gate.confidence,
      resamples: config.gate.resamples,
      correction: config.gate.correction,
      on_inconclusive: config.gate.on_inconclusive,
      mode: options.mode,
    },
    notes: [
      ...suites.flatMap((suite) => unreadable(suite, suites.length > 1)),
      ...(scan?.notes ?? []),
      ...outcome.notes,
    ],
    provenance: {
      seed: config.gate.seed,
      config_sha256: config.sha256,
      eval_set_sha256: suites.length === 1 ? (suites[0]!.loaded.rows?.evalSetSha256 ?? null) : null,
      ...(judgeUses.length === 0 ? {} : { judge: judgeUses }),
      ...(suites.length > 1
        ? {
            eval_sets_sha256: suites.map(({ name, loaded }) => ({
              suite: name,
              sha256: loaded.rows?.evalSetSha256 ?? null,
            })),
          }
        : {}),
    },
  });
}

/** Unreadable answers are wrong ones, but where they are many the metric may not fit the outputs: a reader must see that. */
const MANY_UNPARSED = 0.2;

function unreadable({ name, measures }: MeasuredSuite, several: boolean): readonly string[] {
  return measures.flatMap(({ metric, slice, n, unparsed }) =>
    slice === null && unparsed > MANY_UNPARSED * n
      ? [
          `${several ? `${name}: ` : ''}${metric} could not read ${countText(unparsed)} of ${counted(n, 'output')} of the candidate; they count as wrong.`,
        ]
      : [],
  );
}

/** The report of a run that could not be evaluated at all. */
export function errorReport(options: Pick<RunOptions, 'mode'>, error: RunError): Report {
  const { seed, confidence, resamples, correction, on_inconclusive } = GATE_DEFAULTS;
  return buildReport({
    version: VERSION,
    verdict: 'error',
    errors: [error],
    suites: [],
    contamination: null,
    checks: [],
    gate: { confidence, resamples, correction, on_inconclusive, mode: options.mode },
    notes: [],
    provenance: { seed, config_sha256: null, eval_set_sha256: null },
  });
}

/**
 * The lines of rows.jsonl, suite by suite: single ones without their ends as texts, many with their ends as bytes, which
 * are good until the next but one is asked for.
 */
export function* rowLines(suites: readonly MeasuredSuite[]): Generator<string | Uint8Array> {
  for (const { name, loaded, scored } of suites) {
    if (loaded.rows === null) continue;
    const { columns } = loaded.rows;
    yield* columns === undefined ? rowsJsonl(name, loaded.rows, scored) : rowsBytes(name, columns, scored);
  }
}

function suiteParts(suite: MeasuredSuite, options: RunOptions, { checks }: GateOutcome): SuiteParts {
  const { name, loaded, measures, breaks, differences, notes } = suite;
  const { rows } = loaded;
  const own = checks.filter((check) => check.suite === name);
  const base = rows?.base ?? null;
  return {
    name,
    kind: loaded.config.kind,
    examples: rows?.count ?? 0,
    // A scan asks for no predictions, so none are missing.
    candidate: modelRows(options.command === 'scan' ? null : (rows?.candidate ?? null), options.candidateLabel),
    base: base === null ? null : modelRows(base, options.baseLabel),
    measures,
    breaks,
    subset_differences: differences,
    flips: rows !== null && base !== null ? listFlips(suite.paired, own, (i) => flipTexts(rows, i)) : null,
    unscored: unscoredRows(suite),
    judge: suite.judge?.report ?? null,
    notes,
  };
}

function modelRows(side: Side | null, label: string | null): ModelRows {
  return {
    label,
    predictions: side?.rows ?? 0,
    missing: side?.missing ?? 0,
    extra: side?.extra ?? 0,
    missing_ids: side?.missingIds ?? [],
    extra_ids: side?.extraIds ?? [],
    paired_by: side?.pairedBy ?? 'id',
  };
}

function flipTexts({ examples, candidate, base }: SuiteRows, i: number): FlipTexts {
  const example = examples[i]!;
  const category = Object.hasOwn(example.fields, 'category') ? example.fields['category'] : null;
  const outputs = (side: Side | null): string => {
    const texts = side?.predictions[i]?.outputs.map(({ text }) => text) ?? [];
    if (texts.length === 0) return '(scores only: the row has no output)';
    return texts.length === 1 ? texts[0]! : texts.map((text, k) => `[sample ${String(k + 1)}] ${text}`).join('\n');
  };
  return {
    prompt: example.prompt,
    reference: example.references[0] ?? null,
    base_output: outputs(base),
    candidate_output: outputs(candidate),
    slice: typeof category === 'string' ? { category } : null,
  };
}

/** Rows without a prediction once, and rows that a single metric could not score under its name. */
function unscoredRows({ loaded: { rows }, scored }: MeasuredSuite): readonly UnscoredRow[] {
  if (rows === null) return [];
  const listed: UnscoredRow[] = [];
  for (const model of ['candidate', 'base'] as const) {
    const side = rows[model];
    if (side === null) continue;
    const some = (i: number): boolean => scored.some(({ [model]: table }) => (table?.reasons[i] ?? null) !== null);
    for (let i = 0; i < rows.count; i++) {
      if (!some(i)) continue;
      const { id } = rows.examples[i]!;
      const reasons = scored.map(({ metric, [model]: table }) => ({
        metric: metric.id,
        reason: table?.reasons[i] ?? null,
      }));
      const given = reasons.flatMap(({ metric, reason }) => (reason === null ? [] : [{ metric, reason }]));
      const [first] = given;
      if (first === undefined) continue;
      const everywhere = given.length === scored.length && given.every(({ reason }) => reason === first.reason);
      if (everywhere) listed.push({ id, model, metric: null, reason: first.reason });
      else listed.push(...given.map(({ metric, reason }) => ({ id, model, metric, reason })));
    }
  }
  return listed;
}
