import { z } from 'zod';
import { codePointLength, split, strip } from '../text/index.js';

/** What the length of a text is counted in. */
export const sizeUnit = z
  .enum(['words', 'characters'])
  .default('words')
  .describe('what is counted: words between white space, or code points');

/** A text's words between white space, or its code points without the white space around it. */
export function sizeIn(unit: z.output<typeof sizeUnit>, text: string): number {
  return unit === 'words' ? split(text).length : codePointLength(strip(text));
}
