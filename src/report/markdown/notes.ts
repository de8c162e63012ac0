import { countText } from '../../gate/index.js';
import { cut } from '../texts.js';
import type { SuiteReport } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline } from './escape.js';
import { blocks, details, table } from './layout.js';

const NAME = 80;
const NOTE = 160;

/** Why outputs are wrong, for metrics that say so (such as the paths that a schema refuses): one folded section a metric. */
export function wrongOutputs(suite: SuiteReport, detail: Detail, several: boolean): string | null {
  const where = several ? ` in ${inline(cut(suite.name, NAME))}` : '';
  const sections = suite.measures.map(({ metric, slice, base, notes = [] }) => {
    const told = notes.filter(({ candidate }) => candidate > 0);
    const shown = told.slice(0, detail.notes);
    if (slice !== null || shown.length === 0) return null;
    const rows = shown.map((one) => [
      code(cut(one.note, NOTE)),
      ...(base === null ? [] : [countText(one.base ?? 0)]),
      countText(one.candidate),
    ]);
    const columns = [
      { head: 'what is wrong', align: 'left' as const },
      ...[...(base === null ? [] : ['base']), 'candidate'].map((head) => ({ head, align: 'right' as const })),
    ];
    const more =
      told.length > shown.length
        ? '<sub>The report has more kinds; rows.jsonl has what is wrong with each row.</sub>'
        : null;
    return details(`What ${inline(cut(metric, NAME))} found wrong${where}`, blocks([table(columns, rows), more]));
  });
  return blocks(sections) || null;
}
