import { shorten } from '../../data/index.js';
import type { Stray } from './read.js';
import type { Recorded } from './types.js';

type Counts = Pick<Recorded, 'rows' | 'unmatched' | 'otherModels' | 'otherAnswers' | 'otherOpponents'>;

/** What of the record is not used, or not what one might take it for, each as one sentence. */
export function warningsOf(counts: Counts, stray: Stray | null, opponents: readonly string[]): string[] {
  const { rows, unmatched, otherModels, otherAnswers, otherOpponents } = counts;
  const of = (count: number): string => `${count} of ${rows} rows of recorded judgments`;
  const warnings: string[] = [];
  if (stray !== null) {
    const { mention, source } = stray;
    const name = `"${shorten(mention.id ?? mention.prompt!)}"`;
    warnings.push(
      `${of(unmatched)} are of no example here and were left out, such as ${name} (${source.file}:${source.line}).`,
    );
  }
  if (otherModels > 0) warnings.push(`${of(otherModels)} are of other models and were left out.`);
  if (otherAnswers > 0) {
    warnings.push(`${of(otherAnswers)} are of other answers than the candidate's predictions and were left out.`);
  }
  if (otherOpponents > 0) {
    const whom = opponents.map((name) => `"${shorten(name)}"`).join(' and ');
    warnings.push(
      `${of(otherOpponents)} compare the candidate with answers${whom === '' ? '' : ` of ${whom}`} that are not the base's predictions.`,
    );
  }
  return warnings;
}
