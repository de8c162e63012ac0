import { isAtLeast, LEVELS } from '../../contamination/index.js';
import type { AllowedLeak, ContaminatedExample, Contamination } from '../../contamination/types.js';
import { counted, countText } from '../../gate/index.js';
import { cut } from '../texts.js';
import type { Report } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline } from './escape.js';
import { evidenceOf, type FileLink } from './evidence.js';
import { blocks, bullets, details } from './layout.js';
import { leakScores } from './leak-scores.js';

const NAME = 80;

/** Matches too weak to be gated are a footnote; a comment shows no more of them than this. */
const WEAK_SHOWN = 3;

/** True where a training row holds enough of an example to count. */
export function hasLeaks({ contamination }: Report): boolean {
  return contamination !== null && sorted(contamination).fresh.length > 0;
}

/** The training rows beside the eval examples that they hold, and what the scores are without those examples. */
export function leaks(report: Report, detail: Detail, file: FileLink | undefined): string | null {
  const { contamination } = report;
  if (contamination === null || detail.leaks === 0) return null;
  const { fresh, known, weak } = sorted(contamination);
  const { allowed } = contamination;
  if (fresh.length + known.length + weak.length + allowed.length === 0) return null;
  const strong = [...fresh, ...known];
  const mostWeak = detail.leaks === Infinity ? Infinity : Math.min(WEAK_SHOWN, detail.leaks);
  const shown = strong.length > 0 ? strong.slice(0, detail.leaks) : weak.slice(0, mostWeak);
  const total = strong.length > 0 ? strong.length : weak.length;
  const how = { most: detail.text, file, withRow: detail.leaks === Infinity };
  const notes = [
    ...(fresh.length > 0 ? ['Take these rows out of the training data and train again.'] : []),
    ...(strong.length > 0 && weak.length > 0
      ? [`${counted(weak.length, 'more example')} with a weaker match, which is not gated.`]
      : []),
    ...(shown.length < total
      ? [`${countText(shown.length)} of ${countText(total)} shown; contamination.jsonl has every pair.`]
      : []),
  ];
  return details(
    summaryOf({ fresh, known, weak }, contamination),
    blocks([
      ...report.suites.map((suite) => leakScores(suite, report, detail)),
      ...shown.map((example) => evidenceOf(example, how)),
      allowedList(allowed, detail),
      notes.length === 0 ? null : `<sub>${notes.join(' ')}</sub>`,
    ]),
  );
}

/** How much there is to read; of an example in a very long list the report has no text. */
function readingOf({ text }: ContaminatedExample): number {
  return text === '' ? Number.MAX_SAFE_INTEGER : text.length;
}

interface Sorted {
  /** At or above the level, with a leak that is new. */
  readonly fresh: readonly ContaminatedExample[];
  /** At or above it with known leaks only. */
  readonly known: readonly ContaminatedExample[];
  readonly weak: readonly ContaminatedExample[];
}

/** The worst level first, and of one level what is read soonest. */
function sorted({ examples, level: least }: Contamination): Sorted {
  const rank = ({ level }: ContaminatedExample): number => LEVELS.indexOf(level);
  const all = examples.toSorted((a, b) => rank(a) - rank(b) || readingOf(a) - readingOf(b));
  const strong = all.filter(({ level }) => isAtLeast(level, least));
  return {
    fresh: strong.filter(({ known }) => known !== true),
    known: strong.filter(({ known }) => known === true),
    weak: all.filter(({ level }) => !isAtLeast(level, least)),
  };
}

function summaryOf({ fresh, known, weak }: Sorted, { counts }: Contamination): string {
  const also = [
    ...(known.length > 0 ? [`${countText(known.length)} known`] : []),
    ...(counts.allowed > 0 ? [`${countText(counts.allowed)} allowed`] : []),
  ];
  const more = also.length === 0 ? '' : `, ${also.join(', ')}`;
  if (fresh.length > 0) return `${counted(fresh.length, 'eval example')} found in the training data${more}`;
  if (also.length > 0) return `Leaks in the training data that do not count: ${also.join(', ')}`;
  return `${counted(weak.length, 'eval example')} with a partial match in the training data (not gated)`;
}

function allowedList(allowed: readonly AllowedLeak[], { leaks: most, text }: Detail): string | null {
  if (allowed.length === 0) return null;
  const lines = allowed
    .slice(0, most)
    .map(
      ({ id, file, line, level, reason }) =>
        `${code(cut(id, NAME))} · ${level.replace('_', ' ')} · ${code(`${cut(file, NAME)}:${line}`)} · ${inline(cut(reason, text))}`,
    );
  const more =
    allowed.length > lines.length
      ? `<sub>${countText(lines.length)} of ${countText(allowed.length)} shown.</sub>`
      : null;
  return blocks(['**Allowed**', bullets(lines), more]);
}
