import { z } from 'zod';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { ownScore } from './scores.js';

/**
 * The mean of the scores that the user's own program gives. Metrics do no I/O: the scores must stand in the predictions
 * under the metric's id when rows are measured, and `command` on the metric says how to get them.
 */
export const command = define(
  {
    name: 'command',
    about: 'the mean of the scores that a program of your own writes',
    example: { run: ['python3', 'score.py'] },
  },
  {
    run: z.array(z.string().min(1)).min(1).describe('a program and its arguments, without a shell'),
    timeout: z.number().positive().max(86_400).default(60).describe('seconds that it may take for one model'),
    direction: z.enum(['higher', 'lower']).default('higher').describe('which way is better'),
  },
  (id, { run, timeout, direction }) => ({
    id,
    direction,
    unit: 'number',
    range: [null, null],
    recipe: recipe('command', { run: JSON.stringify(run), direction }, 'its program'),
    linear: true,
    command: { run, timeout },
    prepare: () => ({ columns: ['score'] }),
    measure: (row) => ownScore(row, id),
    aggregate: (sum, weight) => sum[0]! / weight,
  }),
);
