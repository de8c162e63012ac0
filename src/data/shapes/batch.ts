import { isObject } from '../formats/rows.js';
import type { FieldNames, Json, JsonObject, Source } from '../types.js';
import { contentText } from './messages.js';
import { NO_SCORES, type RawSample } from './output.js';
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

function samples(row: JsonObject, source: Source): readonly RawSample[] {
  const response = valueOf(row, 'response');
  if (!isObject(response) || valueOf(row, 'error') !== null) return [];
  const status = valueOf(response, 'status_code');
  if (typeof status === 'number' && status >= 400) return [];
  // Some servers leave out the layer of `body`.
  const body = isObject(response['body']) ? response['body'] : response;
  const choices = valueOf(body, 'choices');
  if (Array.isArray(choices)) {
    return (choices as readonly Json[]).flatMap((choice, i) => {
      if (!isObject(choice)) return [];
      const text = choiceText(choice, `response.body.choices[${i}]`, source);
      const reason = valueOf(choice, 'finish_reason');
      return text === 'none' ? [] : [{ ...text, finishReason: typeof reason === 'string' ? reason : null }];
    });
  }
  return responseItems(body, source);
}

/** The choice's text, null where it was cut off before its answer. */
function choiceText(choice: JsonObject, key: string, source: Source): { text: string | null } | 'none' {
  const message = valueOf(choice, 'message');
  if (!isObject(message)) {
    const text = textOf(valueOf(choice, 'text'), `${key}.text`, source);
    return text === null ? 'none' : { text };
  }
  const content = valueOf(message, 'content');
  if (content !== null) return { text: contentText(content, `${key}.message.content`, source) };
  // A server that splits off reasoning gives no content where the model was cut off before its answer.
  const reasoning = [valueOf(message, 'reasoning_content'), valueOf(message, 'reasoning')];
  if (reasoning.some((text) => typeof text === 'string' && text !== '')) return { text: null };
  const refusal = valueOf(message, 'refusal');
  return typeof refusal === 'string' ? { text: refusal } : 'none';
}

/** The Responses API: one sample, made of the texts of all its messages; it says `incomplete` and why, or `completed`. */
function responseItems(body: JsonObject, source: Source): readonly RawSample[] {
  const items = valueOf(body, 'output');
  if (!Array.isArray(items)) return [];
  const messages = (items as readonly Json[])
    .filter((item) => isObject(item))
    .filter((item) => item['type'] === 'message');
  if (messages.length === 0) return [];
  const text = messages.map((item) => contentText(valueOf(item, 'content'), 'response.body.output', source)).join('');
  const details = valueOf(body, 'incomplete_details');
  const reason = isObject(details) ? valueOf(details, 'reason') : valueOf(body, 'status');
  return [{ text, finishReason: typeof reason === 'string' ? reason : null }];
}
