import { github, type VendorError } from './vendors.js';

/** Errors that leave one question without a judgment, that only need patience, or that end the run. */
export const otherErrors: readonly VendorError<'filtered' | 'rejected' | 'again' | { readonly stops: RegExp }>[] = [
  {
    vendor: 'Azure OpenAI',
    source: github('compl-ai/compl-ai/issues/20'),
    status: 400,
    body: {
      error: {
        message:
          "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.",
        type: null,
        param: 'prompt',
        code: 'content_filter',
        status: 400,
        innererror: { code: 'ResponsibleAIPolicyViolation' },
      },
    },
    expect: 'filtered',
  },
  {
    vendor: 'OpenAI, reasoning models',
    source: github('BeehiveInnovations/pal-mcp-server/issues/178'),
    status: 400,
    body: {
      error: {
        message:
          'Invalid prompt: your prompt was flagged as potentially violating our usage policy. Please try again with a different prompt: https://platform.openai.com/docs/guides/reasoning#advice-on-prompting',
        type: 'invalid_request_error',
        param: null,
        code: 'invalid_prompt',
      },
    },
    expect: 'filtered',
  },
  {
    vendor: 'Xiaomi MiMo',
    source: github('XiaomiMiMo/MiMo-V2-Flash/issues/18'),
    status: 400,
    body: {
      error: {
        code: '421',
        message: 'Moderation Block',
        param: 'The request was rejected because it was considered high risk',
        type: 'content_filter',
      },
    },
    expect: 'filtered',
  },
  {
    vendor: 'OpenRouter',
    source: 'https://openrouter.ai/docs/errors',
    status: 403,
    body: { error: { code: 403, message: 'Your chosen model requires moderation and your input was flagged' } },
    expect: 'filtered',
  },
  {
    vendor: 'OpenAI',
    source: github('ChatGPTNextWeb/NextChat/issues/3195'),
    status: 400,
    body: {
      error: {
        message:
          "This model's maximum context length is 8192 tokens. However, you requested 8256 tokens (64 in the messages, 8192 in the completion). Please reduce the length of the messages or completion.",
        type: 'invalid_request_error',
        param: 'messages',
        code: 'context_length_exceeded',
      },
    },
    expect: 'rejected',
  },
  {
    vendor: 'OpenAI, a question beyond the rate limit',
    source: github('vanderschaarlab/climb/issues/1'),
    status: 429,
    body: {
      error: {
        message:
          'Request too large for gpt-4o in organization org-x on tokens per min (TPM): Limit 30000, Requested 30601. The input or output tokens must be reduced in order to run successfully.',
        type: 'tokens',
        param: null,
        code: 'rate_limit_exceeded',
      },
    },
    expect: 'rejected',
  },
  {
    vendor: 'vLLM',
    source: github('vllm-project/vllm/issues/4667'),
    status: 400,
    body: {
      object: 'error',
      message: 'max_tokens must be at least 1, got -186.',
      type: 'BadRequestError',
      param: null,
      code: 400,
    },
    expect: 'rejected',
  },
  {
    vendor: 'llama.cpp',
    source: github('ggml-org/llama.cpp/pull/15780'),
    status: 500,
    body: {
      error: {
        code: 500,
        message:
          'the request exceeds the available context size. try increasing the context size or enable context shift',
        type: 'exceed_context_size_error',
        n_prompt_tokens: 1407,
        n_ctx: 256,
      },
    },
    expect: 'rejected',
  },
  {
    vendor: 'OpenAI, a limit above what the model has',
    source: github('tailcallhq/forgecode/issues/1185'),
    status: 400,
    body: {
      error: {
        message:
          'max_tokens is too large: 20480. This model supports at most 16384 completion tokens, whereas you provided 20480.',
        type: 'invalid_request_error',
        param: 'max_tokens',
        code: 'invalid_value',
      },
    },
    expect: 'rejected',
  },
  {
    vendor: 'Google, whose words for a rate limit are those of OpenAI for an empty account',
    source: github('google-gemini/gemini-cli/issues/8437'),
    status: 429,
    body: [
      {
        error: {
          code: 429,
          message: 'You exceeded your current quota, please check your plan and billing details.',
          status: 'RESOURCE_EXHAUSTED',
        },
      },
    ],
    expect: 'again',
  },
  {
    vendor: 'OpenAI',
    source: github('Pythagora-io/gpt-pilot/pull/53'),
    status: 429,
    body: {
      error: {
        message:
          'Rate limit reached for 10KTPM-200RPM in organization org-x on tokens per min. Limit: 10000 / min. Please try again in 6ms. Contact us through our help center at help.openai.com if you continue to have issues.',
        type: 'tokens',
        param: null,
        code: 'rate_limit_exceeded',
      },
    },
    expect: 'again',
  },
  {
    vendor: 'OpenRouter, which had said 200 before its provider failed',
    source: github('open-webui/computer/issues/293') + ' and https://openrouter.ai/docs/errors',
    status: 200,
    body: {
      error: {
        message: 'Provider returned error',
        code: 429,
        metadata: {
          raw: 'z-ai/glm-5.3-flash is temporarily rate-limited upstream. Please retry shortly.',
          provider_name: 'BaseTen',
        },
      },
    },
    expect: 'again',
  },
  {
    vendor: 'OpenRouter, whose provider broke off',
    source: github('maximhq/bifrost/issues/5425'),
    status: 200,
    body: {
      id: 'gen-mockerror',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: 'google/gemini-3.1-flash-lite',
      choices: [
        { index: 0, message: { role: 'assistant', content: '{"events": [{"title": "partial' }, finish_reason: 'error' },
      ],
      usage: { prompt_tokens: null, completion_tokens: null, total_tokens: 0 },
    },
    expect: 'again',
  },
  {
    vendor: 'OpenAI',
    source: github('ChatGPTNextWeb/NextChat/issues/3123'),
    status: 429,
    body: {
      error: {
        message: 'You exceeded your current quota, please check your plan and billing details.',
        type: 'insufficient_quota',
        param: null,
        code: 'insufficient_quota',
      },
    },
    expect: { stops: /has no quota left for this key \(HTTP 429: You exceeded your current quota/u },
  },
  {
    vendor: 'Anthropic',
    source: github('anthropics/claude-quickstarts/issues/229'),
    status: 400,
    body: {
      error: {
        type: 'invalid_request_error',
        message:
          'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      },
    },
    expect: { stops: /has no quota left for this key/u },
  },
  {
    vendor: 'OpenRouter',
    source: github('babikov/doka-site/issues/7'),
    status: 402,
    body: {
      error: {
        message:
          'This request requires more credits, or fewer max_tokens. You requested up to 65536 tokens, but can only afford 10114.',
        code: 402,
        metadata: { provider_name: null },
      },
      user_id: 'user_',
    },
    expect: { stops: /has no quota left for this key \(HTTP 402: This request requires more credits/u },
  },
  {
    vendor: 'Azure OpenAI, for a day',
    source: github('alex-wolf-ps/dbchatprov2/issues/2'),
    status: 429,
    body: {
      error: {
        code: '429',
        message:
          'Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-05-01-preview have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 86400 seconds.',
      },
    },
    expect: { stops: /asks to wait for 24 hours/u },
  },
  {
    vendor: 'Google',
    source: github('cequence-io/openai-scala-client/issues/109'),
    status: 400,
    body: [
      {
        error: {
          code: 400,
          message: 'API key not valid. Please pass a valid API key.',
          status: 'INVALID_ARGUMENT',
          details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' }],
        },
      },
    ],
    expect: { stops: /refuses the key \(HTTP 400: API key not valid/u },
  },
  {
    vendor: 'Ollama',
    source: github('netease-youdao/QAnything/issues/555'),
    status: 404,
    body: {
      error: { message: 'model "ollama" not found, try pulling it first', type: 'api_error', param: null, code: null },
    },
    expect: { stops: /has no model judge-1 \(HTTP 404: model "ollama" not found/u },
  },
  {
    vendor: 'Azure OpenAI',
    source: github('chatboxai/chatbox/issues/861'),
    status: 404,
    body: {
      error: {
        code: 'DeploymentNotFound',
        message:
          'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
      },
    },
    expect: { stops: /has no model judge-1, or no chat completions at this address/u },
  },
  {
    vendor: 'OpenRouter',
    source: github('OpenRouterTeam/openrouter-examples/issues/74'),
    status: 400,
    body: { error: { message: 'claude-sonnet-4-6 is not a valid model ID', code: 400 } },
    expect: { stops: /has no model judge-1/u },
  },
  {
    vendor: 'LiteLLM',
    source: github('BerriAI/litellm/pull/3142'),
    status: 400,
    body: {
      error: {
        message: "400: {'error': 'Invalid model name passed in model=Lite-GPT-12'}",
        type: 'None',
        param: 'None',
        code: 400,
      },
    },
    expect: { stops: /has no model judge-1/u },
  },
];
