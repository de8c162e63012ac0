import { z } from 'zod';
import { badOption, define } from './define.js';
import { type Pattern, compilePattern } from './pattern.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, meanMetric, ofReferences, overSamples, scored } from './samples.js';

/**
 * 1 where `pattern`, or else any reference read as a pattern, is found anywhere in the output (`^` and `$` anchor it).
 * A reference that is no valid pattern leaves its row unscored for both models, since neither could be right.
 */
export const regexMatch = define(
  { name: 'regex_match', about: '1 where the reference, read as a regular expression, is found in the output' },
  {
    pattern: z.string().min(1).optional().describe('a regular expression (RE2) instead of the references'),
    ignore_case: z.boolean().default(false).describe('compare without regard to case'),
  },
  (id, { pattern, ignore_case: ignoreCase }) => {
    const parameters = {
      pattern: pattern === undefined ? 'references' : JSON.stringify(pattern),
      case: ignoreCase ? 'ignored' : 'mixed',
    };
    const own = pattern === undefined ? null : ownPattern(pattern, ignoreCase);
    const fromReferences = ofReferences((references) => readReferences(references, ignoreCase));
    const test = (text: string, patterns: readonly Pattern[]) => {
      const hit = patterns.some((compiled) => compiled.found(text));
      return scored(hit ? 1 : 0, !hit && isEmpty(text));
    };
    return meanMetric({ id, recipe: recipe('regex_match', parameters, 're2-find') }, (row) => {
      if (own !== null) return overSamples(row, (text) => test(text, [own]));
      const patterns = fromReferences(row);
      return typeof patterns === 'string'
        ? { unscored: patterns }
        : againstReferences(row, (text) => test(text, patterns));
    });
  },
);

function ownPattern(source: string, ignoreCase: boolean): Pattern {
  const compiled = compilePattern(source, ignoreCase);
  if (typeof compiled === 'string') throw badOption('regex_match', 'pattern', compiled);
  return compiled;
}

function readReferences(references: readonly string[], ignoreCase: boolean): Pattern[] | string {
  const patterns: Pattern[] = [];
  for (const reference of references) {
    if (reference === '') return 'the reference is empty, and an empty pattern matches every output';
    const compiled = compilePattern(reference, ignoreCase);
    if (typeof compiled === 'string') return `the reference ${compiled}`;
    patterns.push(compiled);
  }
  return patterns;
}
