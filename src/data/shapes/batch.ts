import { isObject } from '../formats/rows.js';
import type { FieldNames, Json, JsonObject, Source } from '../types.js';
import { contentText } from './messages.js';
import { NO_SCORES } from './output.js';
import type { RawPrediction } from './prediction.js';
import { firstPresent } from './prompt.js';
import { idOf, NO_TEXTS, textOf, valueOf } from './values.js';

/** True for a line of OpenAI's batch API or of `vllm run-batch`. */
export function isBatchRow(row: JsonObject): boolean {
  if (!Object.hasOwn(row, 'custom_id')) return false;
  return isObject(row['response']) || (Object.hasOwn(row, 'response') && Object.hasOwn(row, 'error'));
}

/**
 * A batch line. Its key is `custom_id`; `id` is the request's own and means nothing to the user. Several choices are
 * several samples. A request that failed has no output.
 */
export function readBatchRow(row: JsonObject, fields: FieldNames, source: Source): RawPrediction {
  const idKey = firstPresent(row, [fields.id, 'custom_id']) ?? 'custom_id';
  return {
    id: idOf(valueOf(row, idKey), idKey, source),
    position: null,
    prompt: null,
    labels: NO_TEXTS,
    sample: null,
    filter: null,
    samples: samples(row, source),
    scores: NO_SCORES,
    named: true,
  };
}

function samples(row: JsonObject, source: Source): RawPrediction['samples'] {
  const response = valueOf(row, 'response');
  if (!isObject(response) || valueOf(row, 'error') !== null) return [];
  const status = valueOf(response, 'status_code');
  if (typeof status === 'number' && status >= 400) return [];
  // Some servers leave out the layer of `body`.
  const body = isObject(response['body']) ? response['body'] : response;
  const choices = valueOf(body, 'choices');
  if (Array.isArray(choices)) {
    return (choices as readonly Json[]).flatMap((choice, i) =>
      isObject(choice) ? choiceText(choice, `response.body.choices[${i}]`, source) : [],
    );
  }
  return responseItems(body, source);
}

function choiceText(choice: JsonObject, key: string, source: Source): RawPrediction['samples'] {
  const message = valueOf(choice, 'message');
  if (!isObject(message)) {
    const text = textOf(valueOf(choice, 'text'), `${key}.text`, source);
    return text === null ? [] : [text];
  }
  const content = valueOf(message, 'content');
  if (content !== null) return [contentText(content, `${key}.message.content`, source)];
  // A server that splits off reasoning gives no content where the model was cut off before its answer.
  const reasoning = [valueOf(message, 'reasoning_content'), valueOf(message, 'reasoning')];
  if (reasoning.some((text) => typeof text === 'string' && text !== '')) return [{ unclosed: true }];
  const refusal = valueOf(message, 'refusal');
  return typeof refusal === 'string' ? [refusal] : [];
}

/** The Responses API: one sample, made of the texts of all its messages. */
function responseItems(body: JsonObject, source: Source): readonly string[] {
  const items = valueOf(body, 'output');
  if (!Array.isArray(items)) return [];
  const messages = (items as readonly Json[])
    .filter((item) => isObject(item))
    .filter((item) => item['type'] === 'message');
  if (messages.length === 0) return [];
  return [messages.map((item) => contentText(valueOf(item, 'content'), 'response.body.output', source)).join('')];
}
