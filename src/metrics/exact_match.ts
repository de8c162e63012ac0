import { z } from 'zod';
import { removeArticles, removePunctuation, split, strip } from '../text/index.js';
import { badOption, define } from './define.js';
import { type Pattern, compilePattern } from './pattern.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, meanMetric, scored } from './samples.js';

/**
 * 1 where output and any reference are the same text, both sides stripped as Python's str.strip does.
 * What is ignored is removed in the order of Hugging Face's exact_match: `ignore`, case, punctuation; then articles.
 */
export const exactMatch = define(
  { name: 'exact_match', about: '1 where output and any reference are the same text' },
  {
    ignore_case: z.boolean().default(false).describe('compare in lower case'),
    ignore_punctuation: z.boolean().default(false).describe('leave out the 32 ASCII marks'),
    ignore_articles: z.boolean().default(false).describe('leave out a, an and the; white space is then collapsed'),
    ignore: z
      .array(z.string().min(1))
      .max(100)
      .default([])
      .describe('regular expressions (RE2) whose matches are left out, before all else'),
  },
  (id, options) => {
    const ignored = options.ignore.map(compiled);
    const normal = (text: string): string => {
      let result = ignored.reduce((rest, pattern) => pattern.remove(rest), text);
      if (options.ignore_case) result = result.toLowerCase();
      if (options.ignore_punctuation) result = removePunctuation(result);
      return options.ignore_articles ? split(removeArticles(result)).join(' ') : strip(result);
    };
    const parameters = {
      case: options.ignore_case ? 'ignored' : 'mixed',
      punctuation: !options.ignore_punctuation,
      articles: !options.ignore_articles,
      ignore: ignored.length === 0 ? 'no' : JSON.stringify(options.ignore),
    };
    return meanMetric({ id, recipe: recipe('exact_match', parameters, 'python-str-strip') }, (row) =>
      againstReferences(row, (text, references) => {
        const given = normal(text);
        const hit = references.some((reference) => normal(reference) === given);
        return scored(hit ? 1 : 0, !hit && isEmpty(text));
      }),
    );
  },
);

function compiled(source: string): Pattern {
  const pattern = compilePattern(source, false);
  if (typeof pattern === 'string') throw badOption('exact_match', 'ignore', `has a pattern that ${pattern}`);
  return pattern;
}
