import { z } from 'zod';
import { strip } from '../text/index.js';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { againstReferences, isEmpty, meanMetric, overSamples, scored } from './samples.js';

/** 1 where the output contains `pattern` literally, or else any reference, stripped. */
export const contains = define(
  { name: 'contains', about: '1 where the output contains the reference' },
  {
    pattern: z.string().min(1).optional().describe('a text to look for instead of the references'),
    ignore_case: z.boolean().default(false).describe('compare without regard to case'),
  },
  (id, { pattern, ignore_case: ignoreCase }) => {
    const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
    const parameters = {
      pattern: pattern === undefined ? 'references' : JSON.stringify(pattern),
      case: ignoreCase ? 'ignored' : 'mixed',
    };
    const test = (text: string, wanted: readonly string[]) => {
      const given = fold(text);
      return scored(wanted.some((part) => given.includes(fold(part))) ? 1 : 0, isEmpty(text));
    };
    return meanMetric({ id, recipe: recipe('contains', parameters, 'python-in') }, (row) => {
      if (pattern !== undefined) return overSamples(row, (text) => test(text, [pattern]));
      const wanted = row.example.references.map(strip).filter((reference) => reference !== '');
      if (row.example.references.length > 0 && wanted.length === 0) {
        return { unscored: 'the reference is empty, which every output contains' };
      }
      return againstReferences(row, (text) => test(text, wanted));
    });
  },
);
