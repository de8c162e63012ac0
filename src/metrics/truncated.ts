import type { Output } from '../data/types.js';
import { define } from './define.js';
import { recipe } from './recipe.js';
import { isEmpty, meanMetric, overOutputs, scored } from './samples.js';

/** What servers say where an output reached its token limit: OpenAI, vLLM, TGI and Ollama; Anthropic and Gemini; OpenAI's Responses; Mistral. */
const CUT_OFF = new Set(['length', 'max_tokens', 'max_output_tokens', 'model_length']);

/**
 * 1 where the model was cut off at its token limit, by the row's finish_reason. Less is better. Nothing is guessed from the
 * text: a row that does not say why the model stopped is unscored.
 */
export const truncated = define(
  { name: 'truncated', about: 'the share of outputs that were cut off at the token limit' },
  {},
  (id) =>
    meanMetric({ id, direction: 'lower', recipe: recipe('truncated', {}, 'finish_reason') }, (row) =>
      row.prediction.outputs.some(({ finishReason }) => finishReason === undefined)
        ? { unscored: 'the prediction has no finish_reason' }
        : overOutputs(row, (output) => scored(isCutOff(output) ? 1 : 0, isEmpty(output.text))),
    ),
);

function isCutOff({ finishReason = '' }: Output): boolean {
  return CUT_OFF.has(finishReason.toLowerCase());
}
