import type { SimilarPair } from '../../contamination/index.js';
import { counted, countText } from '../../gate/index.js';
import { cut } from '../texts.js';
import type { Report } from '../types.js';
import type { Detail } from './detail.js';
import { code, inline, link } from './escape.js';
import { blocks, details } from './layout.js';
import type { FileLink } from './evidence.js';

const NAME = 80;

/** In a comment: what nobody decided is a hint, and no more than this is shown of it. */
const SHOWN = 3;

/** Training rows that are similar in meaning and were not confirmed; what a judge called different only in report.md. */
export function similarPairs({ contamination }: Report, detail: Detail, file: FileLink | undefined): string | null {
  const semantic = contamination?.semantic;
  if (semantic === undefined || detail.leaks === 0) return null;
  const everything = detail.leaks === Infinity;
  const open = semantic.similar.filter(
    ({ verdict }) => verdict !== 'same' && (everything || (verdict !== 'different' && semantic.confirmation === null)),
  );
  if (open.length === 0) return null;
  const shown = everything ? open : open.slice(0, SHOWN);
  const more =
    shown.length < open.length
      ? `<sub>${countText(shown.length)} of ${countText(open.length)} shown; report.json has more.</sub>`
      : null;
  return details(
    `${counted(open.length, 'pair')} of eval example and training row similar in meaning, not confirmed (not gated)`,
    blocks([...shown.map((pair) => pairText(pair, detail.text, file)), more]),
  );
}

const SAID: Readonly<Record<SimilarPair['verdict'], string>> = {
  same: 'confirmed',
  different: 'the judge says that it asks something else',
  failed: 'the judge gave no answer',
  not_asked: 'no judge was asked',
};

function pairText(pair: SimilarPair, most: number, linkTo: FileLink | undefined): string {
  const name = `${cut(pair.file, NAME)}:${pair.line}`;
  const place = linkTo === undefined ? code(name) : link(name, linkTo(pair.file, pair.line));
  return blocks([
    `**${code(cut(pair.id, NAME))}** · cosine ${pair.similarity.toFixed(2)} · ${SAID[pair.verdict]}`,
    `> ${inline(cut(pair.text, most))}`,
    `training data ${place}`,
    `> ${inline(cut(pair.row_text, most))}`,
  ]);
}
