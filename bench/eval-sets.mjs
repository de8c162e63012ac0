// Real eval sets of ../shared, and real rows of other sets that stand for honest training data beside each.
import { readFileSync } from 'node:fs';
import { sharedPath } from './places.mjs';

const read = (...path) => readFileSync(sharedPath('data', ...path), 'utf8');
const rows = (...path) =>
  read(...path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const row = (instruction, output) => ({ instruction, output });

const gsm8kTraining = () => rows('gsm8k', 'train.jsonl').map(({ question, answer }) => row(question, answer));
const alpacaeval = () => rows('alpacaeval', 'instructions.jsonl');
const mtbenchAnswers = () =>
  ['answers_Mistral-7B-Instruct-v0.2', 'answers_zephyr-7b-beta'].flatMap((name) =>
    rows('mtbench', `${name}.jsonl`).map(({ choices: [{ turns }] }) => row(turns[0], turns[1] ?? '')),
  );

function mtbench() {
  const references = new Map(
    rows('mtbench', 'reference_answer_gpt-4.jsonl').map(({ question_id: id, choices }) => [id, choices[0].turns[0]]),
  );
  return rows('mtbench', 'question.jsonl').map(({ question_id: id, turns }) => ({
    question: turns.join('\n'),
    answer: references.get(id) ?? '',
  }));
}

/** Each question once, with the answer that people preferred. */
const llmbar = () =>
  once(
    rows('llmbar', 'llmbar_instances.jsonl').map((pair) => ({
      question: pair.input,
      answer: pair[`output_${pair.label}`],
      other: pair[`output_${3 - pair.label}`],
    })),
  );

const pandalm = () =>
  once(
    JSON.parse(read('pandalm', 'testset-v1.json')).map(({ instruction, input, response1 }) => ({
      question: input === '' ? instruction : `${instruction}\n${input}`,
      answer: response1,
    })),
  );

function once(examples) {
  const seen = new Set();
  return examples.filter(({ question }) => !seen.has(question) && seen.add(question));
}

/**
 * The sets by name: `examples` with question and answer, `training` rows of other sets. PandaLM and AlpacaEval took most of
 * their questions from one source, so neither stands beside the other.
 */
export const EVAL_SETS = {
  alpacaeval: () => ({
    examples: alpacaeval().map(({ instruction }) => ({ question: instruction, answer: '' })),
    training: [
      ...gsm8kTraining(),
      ...mtbench().map(({ question, answer }) => row(question, answer)),
      ...mtbenchAnswers(),
      ...llmbar().flatMap(({ question, answer, other }) => [row(question, answer), row('', other)]),
    ],
  }),
  pandalm: () => ({
    examples: pandalm(),
    training: [
      ...gsm8kTraining(),
      ...mtbench().map(({ question, answer }) => row(question, answer)),
      ...mtbenchAnswers(),
      ...llmbar().flatMap(({ question, answer, other }) => [row(question, answer), row('', other)]),
      ...alpacaeval().flatMap(({ dataset, instruction }) => (dataset === 'selfinstruct' ? [] : row(instruction, ''))),
    ],
  }),
  llmbar: () => ({
    examples: llmbar(),
    training: [
      ...gsm8kTraining(),
      ...mtbench().map(({ question, answer }) => row(question, answer)),
      ...mtbenchAnswers(),
      ...alpacaeval().map(({ instruction }) => row(instruction, '')),
      ...rows('alpacaeval', 'outputs_gpt4_1106_preview.jsonl').map(({ output }) => row('', output)),
    ],
  }),
  mtbench: () => ({
    examples: mtbench(),
    training: [
      ...gsm8kTraining(),
      ...llmbar().flatMap(({ question, answer, other }) => [row(question, answer), row('', other)]),
      ...alpacaeval().map(({ instruction }) => row(instruction, '')),
      ...rows('alpacaeval', 'outputs_gpt4_1106_preview.jsonl').map(({ output }) => row('', output)),
    ],
  }),
  gsm8k: () => ({
    examples: rows('gsm8k', 'eval.jsonl').map(({ prompt, reference }) => ({ question: prompt, answer: reference })),
    training: [
      ...gsm8kTraining(),
      ...mtbenchAnswers(),
      ...llmbar().map(({ question, answer }) => row(question, answer)),
    ],
  }),
};
