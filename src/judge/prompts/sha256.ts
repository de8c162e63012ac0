import { createHash } from 'node:crypto';
import { compareQuestion, type Comparing } from './compare-question.js';
import type { Asked, Prompt } from './material.js';
import { scoreQuestion, type Scoring } from './score-question.js';
import { MAX_CHARACTERS } from './shown.js';

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
];

/**
 * Names our side of the scoring questions: templates, criteria, scale, rubric, whether references are shown, limits. Any
 * change of them changes it, and no row does. Judgments under two names are not comparable.
 * @returns 64 hexadecimal digits
 */
export function scorePromptSha256(scoring: Scoring): string {
  return nameOf(SPECIMENS.map(([example, answer]) => scoreQuestion({ ...scoring, example, answer })));
}

/** As `scorePromptSha256`, for comparisons. */
export function comparePromptSha256(comparing: Comparing): string {
  return nameOf(
    SPECIMENS.map(([example, answer]) => compareQuestion({ ...comparing, example, answerA: answer, answerB: 'other' })),
  );
}

function nameOf(prompts: readonly Prompt[]): string {
  return createHash('sha256').update(JSON.stringify(prompts)).digest('hex');
}
