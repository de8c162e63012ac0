import { questionsOf, type Questions } from './material.js';
import { objectOf } from './score-question.js';
import { ownText } from './shown.js';
import { RULE_OF_MANNER, RULE_OF_REFERENCES } from './wording.js';

/** What decides how two answers are compared. */
export interface Comparing {
  readonly criteria: string;
  /** Whether the judge sees the example's references. */
  readonly reference: boolean;
}

const REPLY =
  'Reply with one JSON object and nothing else: {"reasoning": <one to three sentences>, "winner": <"A", "B" or "tie">}';

const SCHEMA = {
  name: 'comparison',
  json: objectOf([
    ['reasoning', { type: 'string', description: 'One to three sentences.' }],
    ['winner', { type: 'string', enum: ['A', 'B', 'tie'] }],
  ]),
};

/**
 * Questions which of two answers (A, then B) is better, or whether they are equally good. The verdict names sides, so ask
 * twice with the sides swapped. Answers are to the end of the example's conversation; empty where a model gave none.
 */
export function compareQuestions({ criteria, reference }: Comparing): Questions {
  return questionsOf({
    task: [
      'You are an expert and impartial evaluator. You compare two answers of AI assistants, A and B, to the same request.',
      'Decide which one is better by these criteria:',
      ownText(criteria),
      '',
      'Say "tie" where they are equally good, or equally bad. Which of them stands first means nothing.',
      ...(reference ? [RULE_OF_REFERENCES] : []),
      RULE_OF_MANNER,
      'An empty answer does nothing for its reader.',
      '',
      REPLY,
    ].join('\n'),
    reference,
    answers: { heading: 'The two answers to compare:', names: ['answer A', 'answer B'] },
    reminder: `Now compare the blocks "answer A" and "answer B" as the system's message says. ${REPLY}`,
    schema: SCHEMA,
  });
}
