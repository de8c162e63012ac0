import type { RequestPart } from './ask.js';
import { github, type VendorError } from './vendors.js';

/** Errors about a parameter: each is refused as long as the request has it. */
export const parameterErrors: readonly VendorError<{ readonly without: RequestPart }>[] = [
  {
    vendor: 'OpenAI, reasoning models',
    source: github('ITSpecialist111/ai_automation_suggester/issues/38'),
    status: 400,
    body: {
      error: {
        message:
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        type: 'invalid_request_error',
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    },
    expect: { without: 'max_tokens' },
  },
  {
    vendor: 'GitHub Copilot',
    source: github('caozhiyuan/copilot-api/issues/164'),
    status: 400,
    body: {
      error: {
        message:
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        code: 'invalid_request_body',
      },
    },
    expect: { without: 'max_tokens' },
  },
  {
    vendor: 'OpenAI, gpt-5',
    source: github('johny-b/llmcomp/issues/69'),
    status: 400,
    body: {
      error: {
        message:
          "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_value',
      },
    },
    expect: { without: 'temperature' },
  },
  {
    vendor: 'OpenAI, o3-mini',
    source: github('appatalks/eva-agent/issues/83'),
    status: 400,
    body: {
      error: {
        message: "Unsupported parameter: 'temperature' is not supported with this model.",
        type: 'invalid_request_error',
        param: 'temperature',
        code: 'unsupported_parameter',
      },
    },
    expect: { without: 'temperature' },
  },
  {
    vendor: 'OpenAI, o1-mini',
    source: github('TheR1D/shell_gpt/issues/636'),
    status: 400,
    body: {
      error: {
        message: "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        type: 'invalid_request_error',
        param: 'messages[0].role',
        code: 'unsupported_value',
      },
    },
    expect: { without: 'system' },
  },
  {
    vendor: 'OpenAI, strict schemas',
    source: github('sherifkozman/the-llm-council/issues/9'),
    status: 400,
    body: {
      error: {
        message:
          "Invalid schema for response_format 'router': In context=(), 'required' is required to be supplied and to be an array including every key in properties. Missing 'complexity'.",
        type: 'invalid_request_error',
        param: 'response_format',
        code: null,
      },
    },
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'Azure OpenAI, an older model',
    source: github('langchain-ai/langchain/issues/31490'),
    status: 400,
    body: {
      error: {
        message:
          "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model. Learn more about supported models at the Structured Outputs guide: https://platform.openai.com/docs/guides/structured-outputs",
        type: 'invalid_request_error',
        param: null,
        code: null,
      },
    },
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'Azure OpenAI, gpt-35-turbo',
    source: github('mrwadams/stride-gpt/issues/19'),
    status: 400,
    body: {
      error: {
        message: "Invalid parameter: 'response_format' of type 'json_object' is not supported with this model.",
        type: 'invalid_request_error',
        param: 'response_format',
        code: null,
      },
    },
    expect: { without: 'response_format' },
  },
  {
    vendor: 'Azure OpenAI, an older api-version',
    source: github('langgenius/dify/issues/8994'),
    status: 400,
    body: {
      error: {
        message: 'response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later',
        type: '',
        param: '',
        code: 'BadRequest',
      },
    },
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'vLLM 0.5',
    source: github('vllm-project/vllm/issues/10078'),
    status: 400,
    body: {
      object: 'error',
      message:
        "[{'type': 'extra_forbidden', 'loc': ('body', 'max_completion_tokens'), 'msg': 'Extra inputs are not permitted', 'input': 64}]",
      type: 'BadRequestError',
      param: null,
      code: 400,
    },
    expect: { without: 'max_completion_tokens' },
  },
  {
    vendor: 'vLLM with Gemma',
    source: github('vllm-project/vllm/pull/2964'),
    status: 400,
    body: { object: 'error', message: 'System role not supported', type: 'BadRequestError', param: null, code: 400 },
    expect: { without: 'system' },
  },
  {
    vendor: 'llama.cpp',
    source: github('ggml-org/llama.cpp/issues/9522'),
    status: 500,
    body: {
      error: {
        code: 500,
        message: 'response_format type must be one of "text" or "json_object", but got: json_schema',
        type: 'server_error',
      },
    },
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'LM Studio',
    source: github('lmstudio-ai/lmstudio-bug-tracker/issues/189'),
    status: 400,
    body: { error: "'response_format.type' must be 'json_schema'" },
    expect: { without: 'response_format' },
  },
  {
    vendor: 'LiteLLM',
    source: github('BerriAI/litellm/pull/33738'),
    status: 400,
    body: {
      error: {
        message:
          "litellm.UnsupportedParamsError: gpt-5-nano doesn't support temperature=0.1 while reasoning is active. Only temperature=1 is supported unless reasoning_effort resolves to 'none'. To drop unsupported params set `litellm.drop_params = True`",
        type: 'invalid_request_error',
        param: null,
        code: '400',
      },
    },
    expect: { without: 'temperature' },
  },
  {
    vendor: "OpenRouter, with its provider's error inside",
    source: github('BerriAI/litellm/issues/10957'),
    status: 400,
    body: {
      error: {
        message: 'Provider returned error',
        code: 400,
        metadata: {
          raw: '{\n  "error": {\n    "message": "Unsupported parameter: \'temperature\' is not supported with this model.",\n    "type": "invalid_request_error",\n    "param": "temperature",\n    "code": null\n  }\n}',
          provider_name: 'OpenAI',
        },
      },
    },
    expect: { without: 'temperature' },
  },
  {
    vendor: 'OpenRouter, where no provider takes everything',
    source: github('block/buzz/issues/3018'),
    status: 404,
    body: { error: { message: 'No endpoints found that can handle the requested parameters.', code: 404 } },
    expect: { without: 'response_format' },
  },
  {
    vendor: 'Anthropic, newer models',
    source: github('interviewstreet/hiring-agent/pull/377'),
    status: 400,
    body: { error: { code: 'invalid_request_error', message: '`temperature` is deprecated for this model.' } },
    expect: { without: 'temperature' },
  },
  {
    vendor: 'Anthropic',
    source: github('chrisvel/tududi/pull/1355'),
    status: 400,
    body: {
      error: {
        code: 'invalid_request_error',
        message: "response_format.type: Input should be 'json_schema'",
        type: 'invalid_request_error',
        param: null,
      },
    },
    expect: { without: 'response_format' },
  },
  {
    vendor: 'Google, which answers with a list',
    source: github('yym68686/uni-api/issues/54'),
    status: 400,
    body: [
      {
        error: {
          code: 400,
          message: 'Invalid JSON payload received. Unknown name "response_format": Cannot find field.',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    expect: { without: 'response_format' },
  },
  {
    vendor: 'Google with Gemma',
    source: github('microsoft/vscode/issues/258088'),
    status: 400,
    body: [
      {
        error: {
          code: 400,
          message: 'Developer instruction is not enabled for models/gemma-3-27b-it',
          status: 'INVALID_ARGUMENT',
        },
      },
    ],
    expect: { without: 'system' },
  },
  {
    vendor: 'Mistral',
    source: github('editor-code-assistant/eca/issues/231'),
    status: 422,
    body: {
      object: 'error',
      message: {
        detail: [
          {
            type: 'extra_forbidden',
            loc: ['body', 'max_completion_tokens'],
            msg: 'Extra inputs are not permitted',
            input: 32000,
          },
        ],
      },
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
    expect: { without: 'max_completion_tokens' },
  },
  {
    vendor: 'DeepSeek',
    source: github('llm-exe/llm-exe/issues/662'),
    status: 400,
    body: {
      error: {
        message: 'This response_format type is unavailable now',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_request_error',
      },
    },
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'DeepSeek, earlier',
    source: github('browser-use/browser-use/pull/215'),
    status: 422,
    body: 'Failed to deserialize the JSON body into the target type: response_format: response_format.type `json_schema` is unavailable now at line 1 column 12440',
    expect: { without: 'json_schema' },
  },
  {
    vendor: 'Moonshot',
    source: github('opencyvis/opencyvis-phone/issues/12'),
    status: 400,
    body: {
      error: { message: 'invalid temperature: only 1 is allowed for this model', type: 'invalid_request_error' },
    },
    expect: { without: 'temperature' },
  },
];
