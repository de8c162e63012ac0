import type { ScoreOptions } from '../options.js';
import type { Question } from '../types.js';
import { questionsOf, type Questions } from './material.js';
import { ownText } from './shown.js';
import { RULE_OF_MANNER, RULE_OF_REFERENCES } from './wording.js';

/** What decides how an answer is scored. */
export type Scoring = Pick<ScoreOptions, 'criteria' | 'scale' | 'rubric' | 'reference'>;

/**
 * Questions for one answer's score: one for criteria without a name, one each for named criteria. Reasoning comes before
 * the score, so that the score can follow from it (G-Eval, arXiv 2303.16634; the lesson names both and no order). The
 * answer is a model's to the end of the example's conversation; empty where it gave none.
 */
export function scoreQuestions(scoring: Scoring): Questions {
  const [lowest, highest] = scoring.scale;
  const named = isNamed(scoring);
  const number = `<whole number from ${lowest} to ${highest}>`;
  const keys = criterionKeys(scoring);
  const scores = named ? `"scores": {${keys.map((key) => `"${key}": ${number}`).join(', ')}}` : `"score": ${number}`;
  const reply = `Reply with one JSON object and nothing else: {"reasoning": <one to three sentences>, ${scores}}`;
  return questionsOf({
    task: [
      'You are an expert and impartial evaluator. You score one answer of an AI assistant.',
      named ? 'Score it on each of these criteria by itself:' : 'Score it on these criteria:',
      ...scoring.criteria.map(({ name, description }, i) =>
        named ? `- ${labelOf(keys[i]!, ownText(name))}: ${ownText(description)}` : ownText(description),
      ),
      '',
      `Scores are whole numbers from ${lowest} (worst) to ${highest} (best).`,
      ...rubricLines(scoring.rubric),
      ...(scoring.reference ? [RULE_OF_REFERENCES] : []),
      RULE_OF_MANNER,
      'An empty answer does nothing for its reader; score it so.',
      '',
      reply,
    ].join('\n'),
    reference: scoring.reference,
    answers: { heading: 'The answer to score:', names: ['answer'] },
    reminder: `Now score the block "answer" as the system's message says. ${reply}`,
    schema: { name: 'score', json: schemaOf(scoring, keys) },
  });
}

/** True where each criterion gets a score of its own. */
export function isNamed({ criteria }: Pick<Scoring, 'criteria'>): boolean {
  return criteria.some(({ name }) => name !== '');
}

/** What providers take as a property's name. */
const SAFE_KEY = /^[A-Za-z][\w.-]{0,63}$/u;

/**
 * The keys of the scores in a reply, by criterion: their names, or `criterion_1` and on where one of them is nothing
 * that every provider takes as a property's name.
 */
export function criterionKeys({ criteria }: Pick<Scoring, 'criteria'>): readonly string[] {
  return criteria.every(({ name }) => SAFE_KEY.test(name))
    ? criteria.map(({ name }) => name)
    : criteria.map((_, i) => `criterion_${i + 1}`);
}

function labelOf(key: string, name: string): string {
  return key === name ? `"${key}"` : `"${key}" (${name})`;
}

function rubricLines(rubric: ReadonlyMap<number, string>): readonly string[] {
  if (rubric.size === 0) return [];
  const anchors = [...rubric].sort(([a], [b]) => a - b);
  return [
    'What scores mean; take one in between where an answer lies between two of them:',
    ...anchors.map(([score, meaning]) => `- ${score}: ${ownText(meaning)}`),
  ];
}

/**
 * The range stands in words, not as minimum, maximum or enum, which some providers refuse for numbers; the reader checks
 * it in any case.
 */
function schemaOf(scoring: Scoring, keys: readonly string[]): Question['schema']['json'] {
  const [lowest, highest] = scoring.scale;
  const score = { type: 'integer', description: `From ${lowest} to ${highest}.` };
  const scores = objectOf(keys.map((key) => [key, score]));
  return objectOf([
    ['reasoning', { type: 'string', description: 'One to three sentences.' }],
    isNamed(scoring) ? ['scores', scores] : ['score', score],
  ]);
}

/** The strict schema of an object with these properties. */
export function objectOf(properties: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: properties.map(([key]) => key),
    additionalProperties: false,
  };
}
