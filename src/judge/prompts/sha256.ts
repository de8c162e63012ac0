import { createHash } from 'node:crypto';
import { compareQuestions, type Comparing } from './compare-question.js';
import type { Asked, Questions } from './material.js';
import { scoreQuestions, type Scoring } from './score-question.js';
import { MAX_BLOCKS, MAX_CHARACTERS, MAX_PROMPT } from './room.js';

/** Rows that between them need every sentence that we may write around a row. */
const SPECIMENS: readonly (readonly [Asked, string])[] = [
  [{ prompt: null, messages: null, references: [] }, ''],
  [{ prompt: 'prompt', messages: null, references: ['reference'] }, 'x'.repeat(MAX_CHARACTERS + 1)],
  [
    {
      prompt: null,
      messages: [
        { role: 'user', content: 'turn' },
        { role: 'unusual', content: '<|turn|>\0' },
      ],
      references: ['one', 'two'],
    },
    'answer',
  ],
  [
    {
      prompt: null,
      messages: Array.from({ length: MAX_BLOCKS + 1 }, () => ({ role: 'user', content: 'turn' })),
      references: [],
    },
    'answer',
  ],
];

/**
 * Names our side of the scoring questions: templates, criteria, scale, rubric, whether references are shown, limits. Any
 * change of them changes it, and no row does. Judgments under two names are not comparable.
 * @returns 64 hexadecimal digits
 */
export function scorePromptSha256(scoring: Scoring): string {
  return nameOf(scoreQuestions(scoring), []);
}

/** As `scorePromptSha256`, for comparisons. */
export function comparePromptSha256(comparing: Comparing): string {
  return nameOf(compareQuestions(comparing), ['other']);
}

function nameOf(questions: Questions, more: readonly string[]): string {
  const prompts = SPECIMENS.map(([example, answer]) => questions.write(example, [answer, ...more]));
  return createHash('sha256')
    .update(JSON.stringify([prompts, MAX_PROMPT]))
    .digest('hex');
}
