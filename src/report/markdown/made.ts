import { counted, countText } from '../../gate/index.js';
import { cut } from '../texts.js';
import type { ModelRows, Report, SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { code, fence, inline } from './escape.js';
import { blocks, bullets, details } from './layout.js';

const NAME = 120;
const VALUE = 300;

/** Suites named one by one in the line below the table. */
const SUITES_NAMED = 6;

/** Where the numbers come from, in one line: examples, what did not pair, the models, the run. Markdown. */
export function sources(report: Report, links: readonly string[]): string {
  const several = report.suites.length > 1;
  const suites = report.suites.slice(0, SUITES_NAMED).map((suite) => {
    const name = several ? `${inline(cut(suite.name, NAME))}: ` : '';
    return `${name}${counted(suite.examples, 'example')}${suite.examples === 0 ? '' : `, ${unmatched(suite)}`}`;
  });
  const left = report.suites.length - suites.length;
  const labels = new Set(
    report.suites.flatMap(({ candidate, base }) => [label('candidate', candidate), label('base', base)]),
  );
  const resampled = report.suites.some(({ measures }) =>
    measures.some(({ delta }) => delta !== null && /bootstrap|random|flip/u.test(delta.method)),
  );
  const parts = [
    ...suites,
    ...(left > 0 ? [counted(left, 'more suite')] : []),
    ...[...labels].filter((part) => part !== ''),
    ...(resampled ? [counted(report.gate.resamples, 'resample')] : []),
    ...links,
  ];
  return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}

function unmatched({ candidate, base }: SuiteReport): string {
  const gaps = [side('candidate', candidate), ...(base === null ? [] : [side('base', base)])].flat();
  return gaps.length === 0 ? 'all paired' : gaps.join(', ');
}

function side(model: string, { missing, extra, paired_by }: ModelRows): string[] {
  return [
    ...(missing > 0 ? [`${countText(missing)} without an output of the ${model}`] : []),
    ...(extra > 0 ? [`${counted(extra, `${model} row`)} of no example`] : []),
    // By id is the rule; anything else a reader must know before trusting a number.
    ...(paired_by === 'id' ? [] : [`${model} paired by ${paired_by}${paired_by === 'order' ? ' alone' : ''}`]),
  ];
}

function label(model: string, rows: ModelRows | null): string {
  const name = rows?.label ?? '';
  return name === '' ? '' : `${model} ${code(cut(name, NAME))}`;
}

/** Recipes, settings, what was not paired, and what the run noted: for whoever wants to recompute a number. */
export function howMade(report: Report, detail: Detail): string | null {
  if (detail.recipes === 0) return null;
  const several = report.suites.length > 1;
  return details(
    'How these numbers were made',
    blocks([
      ...(several
        ? report.suites.flatMap((suite) => [`**${inline(cut(suite.name, NAME))}**`, bullets(recipes(suite, detail))])
        : []),
      several ? '**The run**' : null,
      bullets([
        ...(several ? [] : report.suites.flatMap((suite) => recipes(suite, detail))),
        ...settings(report).slice(0, detail.recipes),
      ]),
    ]),
  );
}

function recipes(suite: SuiteReport, detail: Detail): string[] {
  const whole = suite.measures.filter(({ slice }) => slice === null);
  const measures = whole
    .slice(0, detail.recipes)
    .map(({ metric, recipe, delta, n, unscored, unparsed }) =>
      [
        `${inline(cut(metric, NAME))}: ${code(cut(recipe, VALUE))}, ${countText(n)} scored`,
        ...(unscored > 0 ? [`${countText(unscored)} unscored`] : []),
        ...(unparsed > 0 ? [`${countText(unparsed)} unparsed, counted as wrong`] : []),
        ...(delta === null
          ? []
          : [
              `${countText(delta.n)} pairs${delta.units === delta.n ? '' : ` in ${counted(delta.units, 'cluster')}`}${delta.strata === undefined ? '' : ` of ${countText(delta.strata)} strata`}, ${inline(delta.method.replaceAll('_', ' '))}`,
            ]),
      ].join(', '),
    );
  const notes = suite.notes.slice(0, detail.recipes).map((note) => inline(cut(note, VALUE)));
  return [...measures, ...notes, ...unmatchedIds(suite)];
}

function unmatchedIds({ candidate, base }: SuiteReport): string[] {
  const lines = (
    [
      ['candidate', candidate],
      ['base', base],
    ] as const
  ).flatMap(([model, rows]) =>
    rows === null
      ? []
      : (
          [
            ['without an output of the', rows.missing_ids, rows.missing],
            ['rows of no example, from the', rows.extra_ids, rows.extra],
          ] as const
        ).flatMap(([what, ids, total]) =>
          ids.length === 0
            ? []
            : [
                `${what} ${model}: ${ids
                  .slice(0, 5)
                  .map((id) => code(cut(id, NAME)))
                  .join(', ')}${total > 5 ? ', …' : ''}`,
              ],
        ),
  );
  return lines;
}

function settings({ gate, provenance, tool }: Report): string[] {
  const known = [
    `confidence ${String(gate.confidence)}, ${counted(gate.resamples, 'resample')}, correction ${gate.correction}, on inconclusive ${gate.on_inconclusive}, mode ${gate.mode}`,
    `${tool.name} ${inline(tool.version)}`,
  ];
  const more = Object.entries(provenance).flatMap(([key, value]) => {
    const texts = (Array.isArray(value) ? value : [value]).map(inWords).filter((text) => text !== '');
    return texts.map((text) => `${inline(cut(key, NAME).replaceAll('_', ' '))} ${code(cut(text, VALUE))}`);
  });
  return [...known, ...more];
}

/** A value as people write it: `model gpt-4o, calls 20`; `''` for what is not there. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object') return value === undefined ? '' : JSON.stringify(value);
  return Object.entries(value ?? {})
    .map(([key, item]) => [key.replaceAll('_', ' '), inWords(item)])
    .filter(([, text]) => text !== '')
    .map((pair) => pair.join(' '))
    .join(', ');
}

/** Tables as the reference implementation prints them, such as scikit-learn's per label; report.md only. */
export function referenceTables(suite: SuiteReport, detail: Detail): string | null {
  if (!detail.tables) return null;
  const parts = suite.measures.flatMap(({ metric, slice, details: figures }) => {
    if (slice !== null || figures === undefined) return [];
    return (
      [
        ['base', figures.base],
        ['candidate', figures.candidate],
      ] as const
    ).flatMap(([model, side]) =>
      side?.text === undefined ? [] : [`**${inline(metric)}**, ${model}\n\n${fence(side.text)}`],
    );
  });
  return parts.length === 0 ? null : details(`Figures by label in ${inline(cut(suite.name, NAME))}`, blocks(parts));
}
