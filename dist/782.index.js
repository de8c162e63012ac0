export const id = 782;
export const ids = [782];
export const modules = {

/***/ 2782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createJudgeClient: () => (/* reexport */ createJudgeClient),
  estimate: () => (/* reexport */ estimate),
  estimateText: () => (/* reexport */ estimateText),
  Xy: () => (/* reexport */ objectOf),
  TY: () => (/* reexport */ openLine),
  overBudget: () => (/* reexport */ overBudget),
  KW: () => (/* reexport */ readEndpoint),
  runAll: () => (/* reexport */ runAll),
  spentText: () => (/* reexport */ spentText)
});

// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
;// CONCATENATED MODULE: ./.build/judge/client/completion.js
/** Finish reasons of OpenAI, and what Google's and Anthropic's compatible endpoints let through. */
const CUT_OFF = /^(?:length|max_?tokens|model_length)$/iu;
const FILTERED = /content_?filter|safety|prohibited|recitation|blocklist|\bspii\b|sensitive/iu;
const CLOSING_TAG = /^[^]*<\/think(?:ing)?>/iu;
const OPENING_TAG = /^\s*<think(?:ing)?>/iu;
/** @returns null where the value is no chat completion */
function readCompletion(value) {
    const body = objectOf(value);
    const choices = body?.['choices'];
    if (body === null || !Array.isArray(choices))
        return null;
    // No choices at all is how some gateways pass on a reply that a filter emptied.
    const choice = objectOf(choices[0]) ?? {};
    const message = objectOf(choice['message']) ?? {};
    const { refusal } = message;
    const finish = choice['finish_reason'];
    return {
        text: withoutReasoning(textOf(message['content'])),
        finish: typeof finish === 'string' ? finish : '',
        refusal: typeof refusal === 'string' && refusal.trim() !== '' ? refusal : null,
        model: typeof body['model'] === 'string' && body['model'] !== '' ? body['model'] : null,
        usage: usageOf(objectOf(body['usage'])),
    };
}
function wasCutOff({ finish }) {
    return CUT_OFF.test(finish);
}
function wasFiltered({ finish }) {
    return FILTERED.test(finish);
}
/** Whether the model behind a gateway failed in the middle, as OpenRouter says it. */
function wasBroken({ finish }) {
    return /^(?:error|network_error)$/iu.test(finish);
}
/**
 * Drops everything up to the last closing tag of reasoning, whose opening tag many chat templates leave out. A reply
 * that is an object as a whole stays as it is: its texts may quote such tags from the answers that it judges.
 */
function withoutReasoning(text) {
    if (isObject(text))
        return text;
    const rest = text.replace(CLOSING_TAG, '');
    return rest === text && OPENING_TAG.test(text) ? '' : rest;
}
function isObject(text) {
    if (!/^\s*\{/u.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Content is text, or parts of which some are reasoning (Mistral). */
function textOf(content) {
    if (typeof content === 'string')
        return content;
    if (!Array.isArray(content))
        return '';
    return content
        .map((part) => {
        const { type, text } = objectOf(part) ?? {};
        return type === 'text' && typeof text === 'string' ? text : '';
    })
        .join('');
}
function usageOf(usage) {
    const [input, output] = [usage?.['prompt_tokens'], usage?.['completion_tokens']];
    return isCount(input) && isCount(output) ? { input, output } : null;
}
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : null;
}

;// CONCATENATED MODULE: ./.build/judge/client/service.js
const JUDGE = {
    path: '/chat/completions',
    who: 'the judge',
    key: 'judge',
    asked: 'the question',
    reply: 'chat completion',
};

;// CONCATENATED MODULE: ./.build/judge/client/chat.js


/** Asks for chat completions, as far as the endpoint is known to take what is asked. */
function chatWire(profile) {
    return {
        service: JUDGE,
        send: (client, { body }) => client.chat.completions.create(body),
        read: (body) => {
            const completion = readCompletion(body);
            if (completion === null)
                return null;
            return wasBroken(completion) ? { broken: 'broke off in the middle of a reply' } : { reply: completion };
        },
        // Groq
        readUnfit: (text) => ({ text: withoutReasoning(text), finish: 'stop', refusal: null, model: null, usage: null }),
        usageOf: ({ usage }) => usage,
        refused: (part, sent) => profile.refused(part, sent),
        notes: () => profile.notes(),
    };
}

;// CONCATENATED MODULE: ./.build/judge/client/endpoint.js

const OPENAI = 'https://api.openai.com/v1';
/** A path part that says which version of an API it is: v1, v4, v1beta. */
const VERSION = /^v\d+(?:(?:alpha|beta)\d*)?$/u;
/** Azure's older form, which names the model in the path and takes no bearer token for a key. */
const DEPLOYMENT = /\/openai\/deployments\/[^/]+$/u;
/**
 * Reads `base_url` as people write it: with or without a slash at its end, with or without the version, with the full
 * path of the service, or as one of Azure's deployments.
 * @param baseUrl null: OpenAI's own
 * @throws GateError where it can't be an address
 */
function readEndpoint(baseUrl, service) {
    const url = parse(baseUrl ?? OPENAI, service);
    let path = url.pathname.replace(/\/{2,}/gu, '/').replace(/\/$/u, '');
    const full = path.endsWith(service.path);
    if (full)
        path = path.slice(0, -service.path.length);
    const deployment = DEPLOYMENT.test(path);
    const azure = deployment || url.hostname.endsWith('.azure.com');
    if (deployment && !url.searchParams.has('api-version')) {
        throw fault('needs ?api-version=… behind the name of the deployment, as Azure shows it', service);
    }
    const at = (to) => url.origin + to + url.search;
    if (full || deployment || path.split('/').some((part) => VERSION.test(part))) {
        return { bases: [at(path)], azure };
    }
    if (azure && /^(?:\/openai)?$/u.test(path))
        return { bases: [at('/openai/v1')], azure };
    // A bare host mostly wants the version; a gateway's path may be complete as it is.
    return { bases: path === '' ? [at('/v1'), at('')] : [at(path), at(`${path}/v1`)], azure };
}
/** The address that is asked, without anything that could be secret. */
function shownUrl(base, { path }) {
    const { origin, pathname, searchParams } = new URL(base);
    const version = searchParams.get('api-version');
    const query = version === null ? '' : `?api-version=${encodeURIComponent(version)}`;
    return origin + pathname.replace(/\/$/u, '') + path + query;
}
function parse(text, service) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
        throw fault('is not an address that starts with https:// or http://', service);
    }
    if (url.username !== '' || url.password !== '') {
        throw fault(`must not hold a user name or a password; put the key into the variable that ${service.key}.api_key_env names`, service);
    }
    return url;
}
function fault(what, { key }) {
    return new errors/* GateError */.ue(what, { key: `${key}.base_url` });
}

;// CONCATENATED MODULE: ./.build/judge/client/estimate.js
/** A language has three to five bytes a token; prompts are mostly English. */
const BYTES_PER_TOKEN = 4;
/** Reasoning of a few sentences and a verdict. */
const USUAL_REPLY = 250;
/** Roughly how many tokens a question has. */
function tokensOf(messages, schema) {
    const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    return Math.ceil((bytes + JSON.stringify(schema.json).length) / BYTES_PER_TOKEN);
}
/**
 * What judging will take, roughly: four bytes are taken for a token, and 250 tokens for a reply (or `max_tokens`, where
 * that is less), far more of which a reasoning model uses.
 * @param sizes of the questions, in bytes
 */
function estimate(sizes, { params, prices }) {
    const limit = params['max_completion_tokens'] ?? params['max_tokens'];
    const reply = typeof limit === 'number' ? Math.min(limit, USUAL_REPLY) : USUAL_REPLY;
    const calls = sizes.length;
    const input = sizes.reduce((sum, bytes) => sum + Math.ceil(bytes / BYTES_PER_TOKEN), 0);
    const tokens = { input, output: calls * reply };
    return { calls, input_tokens: tokens.input, output_tokens: tokens.output, cost: costOf(tokens, prices) };
}
/** What is about to be asked, as a clause. */
function estimateText({ calls, ...expected }, questions, open) {
    const known = `${count(questions)} questions, ${count(questions - open)} of them in the cache`;
    if (calls === 0)
        return known;
    const cost = expected.cost === null ? '' : `, a cost of about ${money(expected.cost)}`;
    return `${known}; ${count(calls)} calls to make, about ${count(tokensIn(expected))} tokens${cost}`;
}
/** What was spent, to follow a line about the progress. */
function spentText(spent) {
    return `; ${count(tokensIn(spent))} tokens${spent.cost === null ? '' : `, a cost of ${money(spent.cost)}`} so far`;
}
function tokensIn({ input_tokens, output_tokens }) {
    return input_tokens + output_tokens;
}
/** Which part of the budget an estimate passes, as a clause such as "1,200 calls of 1,000"; null where none. */
function overBudget(expected, budget) {
    const { calls, cost } = expected;
    const tokens = tokensIn(expected);
    if (budget.calls !== null && calls > budget.calls)
        return `${count(calls)} calls of ${count(budget.calls)}`;
    if (budget.tokens !== null && tokens > budget.tokens) {
        return `about ${count(tokens)} tokens of ${count(budget.tokens)}`;
    }
    if (budget.cost !== null && cost !== null && cost > budget.cost) {
        return `a cost of about ${money(cost)} of ${money(budget.cost)}`;
    }
    return null;
}
/** With a comma behind each thousand; by hand, since loading a language's rules for it takes longer than all else here. */
function count(value) {
    return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
function money(value) {
    return value >= 0.01 ? value.toFixed(2) : value.toPrecision(2);
}
/** Money, in the currency of the prices; null where there are none. */
function costOf({ input, output }, prices) {
    return prices === null ? null : (input * prices.input + output * prices.output) / 1e6;
}

;// CONCATENATED MODULE: ./.build/judge/client/interview.js


/** How much more a reply gets that was cut off, or that reasoning left no room for. */
const ENLARGED = 4;
/** Taken for the limit of a reply that was cut off where nobody says what it was. */
const UNKNOWN_LIMIT = 1024;
const MAX_WHY = 200;
const CUT_OFF_TWICE = failed('truncated', `the judge's reply was cut off, even with ${ENLARGED} times the tokens`);
const EMPTY_TWICE = failed('empty', "the judge's reply was empty, even when asked again with more room");
/** Gets a judgment out of a judge: reads its replies, and asks again what can be asked again, once each. */
class Interview {
    exchange;
    connection;
    profile;
    meter;
    model;
    enlarged = 0;
    constructor(exchange, parts) {
        const { connection, profile, meter, model } = parts;
        this.exchange = exchange;
        this.meter = meter;
        this.connection = connection;
        this.profile = profile;
        this.model = model;
    }
    async ask({ messages: asked, schema }, read) {
        const tally = { calls: 0, input_tokens: 0, output_tokens: 0 };
        let messages = asked;
        let tokens = null;
        let [enlarged, reminded] = [false, false];
        for (;;) {
            const received = await this.send(messages, schema, tokens, tally);
            if ('failed' in received) {
                // Four times the limit is more than the model has.
                return enlarged && received.failed === 'rejected' ? { ...received, failed: 'truncated' } : received;
            }
            const { reply: completion, sent } = received;
            const declined = this.declined(completion);
            if (declined !== null)
                return declined;
            const text = this.connection.hideKey(completion.text);
            const cutOff = wasCutOff(completion);
            if (cutOff || text.trim() === '') {
                if (enlarged)
                    return cutOff ? CUT_OFF_TWICE : EMPTY_TWICE;
                enlarged = true;
                this.enlarged++;
                tokens = moreThan(sent, completion, cutOff);
                continue;
            }
            const result = read(text);
            if ('value' in result) {
                this.profile.read(sent);
                const model = this.connection.hideKey(completion.model ?? this.model);
                return { value: result.value, model, usage: { ...tally } };
            }
            if (!/^\s*\{/u.test(text) && this.profile.ignored(sent)) {
                this.exchange.tellNotes();
                continue;
            }
            if (reminded)
                return failed('unparsed', `the judge's reply could not be read, even after a reminder: ${result.problem}`);
            reminded = true;
            messages = withReminder(asked, result.problem);
        }
    }
    send(messages, schema, tokens, tally) {
        const input = tokensOf(messages, schema);
        const wanted = {
            build: () => this.profile.request(messages, schema, tokens),
            tokens: () => ({ input, output: this.meter.expectedReply() }),
            divisible: false,
        };
        return this.exchange.send(wanted, tally);
    }
    /** What had to be asked again with more room, as sentences for the report. */
    notes() {
        const { enlarged } = this;
        if (enlarged === 0)
            return [];
        const replies = enlarged === 1 ? '1 reply was' : `${enlarged} replies were`;
        return [`${replies} cut off or empty and asked for again with ${ENLARGED} times the tokens.`];
    }
    declined(completion) {
        const { refusal, finish } = completion;
        if (refusal !== null) {
            const said = this.connection.redact(refusal.replace(/\s+/gu, ' ').trim());
            return failed('refused', `the judge refused: ${said.length > MAX_WHY ? `${said.slice(0, MAX_WHY)}…` : said}`);
        }
        if (/^refus/iu.test(finish))
            return failed('refused', 'the judge refused');
        return wasFiltered(completion) ? failed('filtered', "a content filter stopped the judge's reply") : null;
    }
}
function failed(kind, why) {
    return { failed: kind, why };
}
/** A limit for asking again. @returns null where there was none to enlarge */
function moreThan(sent, { usage }, cutOff) {
    if (sent.tokens !== null)
        return sent.tokens * ENLARGED;
    if (!cutOff)
        return null;
    return ENLARGED * (usage === null || usage.output === 0 ? UNKNOWN_LIMIT : usage.output);
}
/**
 * Says what was wrong at the end of the question itself. The reply is not quoted: it may hold what an answer told the
 * judge to say, and here it would stand outside the question's data.
 */
function withReminder(messages, problem) {
    const again = 'Reply again, with one JSON object in the form that was asked for and nothing else.';
    const last = messages.length - 1;
    return messages.map((message, i) => i === last
        ? { ...message, content: `${message.content}\n\nYour last reply could not be read: ${problem}. ${again}` }
        : message);
}

// EXTERNAL MODULE: ./.build/stats/index.js + 37 modules
var stats = __webpack_require__(9699);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ./.build/judge/client/http.js


/** Replies have a few thousand characters; an endless one must not fill the memory. */
const MAX_BODY = 16_000_000;
/** What anything later looks at. */
const KEPT_HEADERS = ['content-type', 'location', 'retry-after', 'retry-after-ms', 'x-request-id'];
/** Status codes that allow no body, even an empty one. */
const BODILESS = new Set([204, 205, 304]);
/** Without a byte order mark, as a Response reads it. */
const utf8 = new TextDecoder();
/**
 * `fetch` for the openai package, over Node's own HTTP client: half the CPU time of Node's fetch a call, no limit of its
 * own on how long a model may think (fetch gives up after 300 s without headers), and no redirects, which would hand the
 * key to another host. A promise resolves once the whole body is there, so that one time limit covers all of it.
 */
function keepAliveHttp(connections) {
    const settings = { keepAlive: true, maxSockets: connections, maxFreeSockets: connections };
    const agents = { http: new external_node_http_.Agent(settings), https: new external_node_https_.Agent(settings) };
    const ends = new Set();
    const send = (input, init = {}) => new Promise((resolve, reject) => {
        const url = new URL(input instanceof Request ? input.url : input);
        const secure = url.protocol === 'https:';
        const options = {
            method: init.method ?? 'GET',
            // Without it a server may choose any encoding.
            headers: { ...Object.fromEntries(asHeaders(init.headers)), 'accept-encoding': 'identity' },
            agent: secure ? agents.https : agents.http,
        };
        const request = (secure ? external_node_https_.request : external_node_http_.request)(url, options, (message) => {
            collect(message).then((response) => settle(() => resolve(response)), (error) => fail(error));
        });
        const end = () => fail(Object.assign(new Error('This operation was aborted'), { name: 'AbortError' }));
        const settle = (then) => {
            ends.delete(end);
            init.signal?.removeEventListener('abort', end);
            then();
        };
        const fail = (error) => {
            request.destroy();
            settle(() => reject(error));
        };
        ends.add(end);
        init.signal?.addEventListener('abort', end);
        request.on('error', fail);
        request.end(typeof init.body === 'string' ? init.body : undefined);
    });
    return {
        fetch: send,
        abort: () => {
            for (const end of [...ends])
                end();
        },
        close: () => {
            agents.http.destroy();
            agents.https.destroy();
        },
    };
}
function collect(message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        message.on('data', (chunk) => {
            size += chunk.length;
            if (size > MAX_BODY)
                reject(new Error('the reply is longer than 16 MB'));
            else
                chunks.push(chunk);
        });
        message.on('error', reject);
        message.on('end', () => {
            const headers = new Headers();
            for (const name of KEPT_HEADERS) {
                const value = message.headers[name];
                if (typeof value === 'string')
                    headers.set(name, value);
            }
            const status = message.statusCode ?? 0;
            const legal = status >= 200 && status <= 599;
            const body = BODILESS.has(status) ? '' : utf8.decode(Buffer.concat(chunks));
            resolve(new WholeResponse(body, { status: legal ? status : 502, headers }));
        });
    });
}
function asHeaders(headers) {
    return headers instanceof Headers ? headers : new Headers(headers);
}
/** A response whose text is there already: a stream of its own for each would take a quarter of a call's CPU time. */
class WholeResponse extends Response {
    #text;
    text = () => Promise.resolve(this.#text);
    json = () => this.text().then((text) => JSON.parse(text));
    constructor(text, init) {
        super(null, init);
        this.#text = text;
    }
}

;// CONCATENATED MODULE: ./.build/judge/client/connection.js




/** A key that is shorter is a placeholder, such as "none", and words like it are no secrets. */
const MIN_SECRET = 8;
/** Speaks to one endpoint through the openai package, without its own retries, and never lets the key out. */
class Connection {
    endpoint;
    key;
    timeout;
    service;
    http;
    opened = null;
    at = 0;
    /**
     * @param key null: the endpoint takes none
     * @param timeout of one request, its whole reply included, in milliseconds
     * @throws GateError where the key can't be sent
     */
    constructor(endpoint, key, timeout, connections, service) {
        this.endpoint = endpoint;
        this.service = service;
        this.key = key?.trim() ?? null; // secrets are often pasted with a line end
        if (this.key !== null && !/^[\x21-\x7e]+$/u.test(this.key)) {
            throw new errors/* GateError */.ue('names a variable whose value is no key: it is empty, or holds spaces or letters that no header may hold', {
                key: `${service.key}.api_key_env`,
            });
        }
        this.timeout = Math.max(1, Math.round(timeout));
        this.http = keepAliveHttp(connections);
    }
    get hasKey() {
        return this.key !== null;
    }
    /** The address that is asked, for people to read. */
    get url() {
        return shownUrl(this.endpoint.bases[this.at], this.service);
    }
    /** The address as a number, so that a request can tell whether it has changed since. */
    get address() {
        return this.at;
    }
    /**
     * Turns to the next address that the user may have meant.
     * @param from the address that was asked
     * @returns whether another one is to be asked; after the last one, `url` is the likeliest again
     */
    move(from) {
        if (from !== this.at)
            return true;
        const more = this.at + 1 < this.endpoint.bases.length;
        this.at = more ? this.at + 1 : 0;
        return more;
    }
    /** Takes the key out of a text that came from outside. */
    hideKey(text) {
        return this.key !== null && this.key.length >= MIN_SECRET ? text.replaceAll(this.key, '***') : text;
    }
    /** Takes everything out of an error's text that looks like a key, or like the ends of one around asterisks. */
    redact(text) {
        return this.hideKey(text).replace(/[^\s*]*\*{2,}[^\s*]*|\bsk-[\w-]{8,}/gu, '***');
    }
    /** Loads the package and makes ready to post. */
    async open() {
        this.opened ??= this.load();
        await this.opened;
    }
    /** @param send one request, through the package's client for the address */
    async post(send) {
        this.opened ??= this.load();
        const { clients, openai } = await this.opened;
        try {
            return { kind: 'answer', body: parsed(await send(clients[this.at])) };
        }
        catch (error) {
            return outcomeOf(error, openai);
        }
    }
    /** Ends what is under way. */
    abort() {
        this.http.abort();
    }
    /** Lets go of idle connections. */
    close() {
        this.http.close();
    }
    async load() {
        // Loaded where it is needed, since it takes longer than everything else that starts.
        const openai = await __webpack_require__.e(/* import() */ 948).then(__webpack_require__.bind(__webpack_require__, 6948));
        const { azure, bases } = this.endpoint;
        // An Entra token is a JWT and goes where tokens go; Azure's own keys don't.
        const header = azure && this.key?.startsWith('eyJ') !== true ? { 'api-key': this.key } : {};
        const clients = bases.map((baseURL) => new openai.OpenAI({
            baseURL,
            apiKey: this.key ?? 'none',
            adminAPIKey: null,
            webhookSecret: null,
            // Those of the environment are OpenAI's, and none of another vendor's business.
            ...(baseURL.startsWith('https://api.openai.com/') ? {} : { organization: null, project: null }),
            defaultHeaders: {
                ...(this.key === null || 'api-key' in header ? { authorization: null } : {}),
                ...header,
            },
            maxRetries: 0,
            timeout: this.timeout,
            logLevel: 'off',
            fetch: this.http.fetch,
        }));
        return { clients, openai };
    }
}
/** The package takes a body for JSON only where its type says so, which some servers forget. */
function parsed(body) {
    if (typeof body !== 'string' || !body.trimStart().startsWith('{'))
        return body;
    try {
        return JSON.parse(body);
    }
    catch {
        return body;
    }
}
function outcomeOf(error, { APIConnectionTimeoutError, APIError }) {
    if (error instanceof APIConnectionTimeoutError)
        return { kind: 'timeout' };
    if (error instanceof SyntaxError)
        return { kind: 'answer', body: null };
    if (error instanceof APIError && typeof error.status === 'number') {
        const { status, headers, message } = error;
        const body = error.error;
        return { kind: 'error', status, headers: headers ?? null, error: body ?? message.replace(/^\d{3} /u, '') };
    }
    // A connection that was lost, or one that never was.
    const { code, message } = causeOf(error);
    return { kind: 'lost', code, why: code === '' ? message : code };
}
/** Node's code for what went wrong lies some causes deep; the innermost message tells most. */
function causeOf(error) {
    let message = '';
    for (let at = objectOf(error), depth = 0; at !== null && depth < 5; at = objectOf(at['cause']), depth++) {
        if (typeof at['message'] === 'string' && at['message'] !== '')
            message = at['message'];
        if (typeof at['code'] === 'string' && at['code'] !== '')
            return { code: at['code'], message };
    }
    return { code: '', message };
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/judge/client/complaint.js
/** As Python's validators name the field that they do not know: `'loc': ('body', 'seed')`. */
const FIELD = /["']loc["']\s{0,3}:\s{0,3}[[(]([^\])]{0,200})[\])]/gu;
const NAMES = [
    [
        'system',
        /\bsystem\b.{0,12}\b(?:roles?|messages?|prompts?|instructions?)\b|\broles?\b.{0,40}\bsystem\b|messages\[0\]\.role|developer instruction/iu,
    ],
    ['tokens', /\bmax_(?:completion_)?tokens\b/u],
    ['temperature', /\btemperature\b/iu],
    ['top_p', /\btop_p\b/iu],
    ['seed', /\bseed\b/iu],
    [
        'response_format',
        /response[_ ]?format|json[_ -]?(?:schema|object|mode|output)|structured.?outputs?|guided|grammar/iu,
    ],
];
/** OpenRouter, where nobody behind it takes all of them: it does not say which. */
const UNNAMED = /requested parameters/iu;
/** What is then left out first: what costs the least. */
const LEAST_MISSED = ['response_format', 'seed', 'top_p', 'tokens', 'temperature'];
/** A number that is too great or too small says that the parameter is known. */
const OUT_OF_RANGE = /too (?:large|big|high|small)|at most|(?:above|below|exceeds?).{0,30}(?:max|min|limit)|_(?:above|below)_/iu;
/**
 * Which part of a request an error is about, so that it can be sent again without it. Vendors word this differently,
 * and have in common that they name the parameter.
 * @param text the whole error, since gateways put the original one deep inside their own
 * @param param the parameter that OpenAI's kind of error names, `''` where it names none
 * @param sent the parts that the request had
 * @returns null where it is about none of them, or about a number out of range
 */
function complaintAbout(text, param, sent) {
    if (OUT_OF_RANGE.test(text))
        return null;
    const fields = Array.from(text.matchAll(FIELD), ([, field]) => field).join(' ');
    for (const where of [param, fields === '' ? text : fields]) {
        const found = NAMES.find(([part, name]) => sent.has(part) && name.test(where));
        if (found !== undefined)
            return found[0];
    }
    return UNNAMED.test(text) ? leastMissed(sent) : null;
}
/** What to leave out where an error does not say what it is about; null where nothing is left, or where it is a number. */
function guessAt(text, sent) {
    return OUT_OF_RANGE.test(text) ? null : leastMissed(sent);
}
function leastMissed(sent) {
    return LEAST_MISSED.find((part) => sent.has(part)) ?? null;
}

;// CONCATENATED MODULE: ./.build/judge/client/retry-after.js
/** A unit as servers write it, in milliseconds. */
const UNITS = new Map([
    ['ms', 1],
    ['s', 1000],
    ['sec', 1000],
    ['second', 1000],
    ['m', 60_000],
    ['min', 60_000],
    ['minute', 60_000],
    ['h', 3_600_000],
    ['hour', 3_600_000],
]);
const AMOUNT = '(\\d{1,9}(?:\\.\\d{1,9})?)\\s{0,3}(ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h)(?![a-z])';
/** As OpenAI, Azure and Google say it in words: "try again in 1m3.5s", "retry after 20 seconds". */
const IN_WORDS = new RegExp(`\\b(?:try again|retry)\\s{1,3}(?:in|after)\\s{1,3}((?:${AMOUNT}\\s{0,3}){1,3})`, 'iu');
/** As google.rpc.RetryInfo in the body of an error. */
const RETRY_INFO = /"retryDelay"\s{0,3}:\s{0,3}"(\d{1,9}(?:\.\d{1,9})?)s"/u;
/**
 * How long a server asks to wait, in milliseconds: retry-after-ms, Retry-After in seconds or as a date (RFC 9110,
 * 10.2.3), else what its error says in words.
 * @param now the time, in milliseconds since 1970
 * @returns 0 or more; null where it does not say, or says nothing that is a time
 */
function readRetryAfter(headers, text, now) {
    const exact = numberOf(headers?.get('retry-after-ms') ?? null);
    if (exact !== null)
        return exact;
    const header = headers?.get('retry-after') ?? null;
    const seconds = numberOf(header);
    if (seconds !== null)
        return seconds * 1000;
    const date = header === null ? NaN : Date.parse(header);
    if (!Number.isNaN(date))
        return Math.max(0, date - now);
    const info = RETRY_INFO.exec(text);
    if (info !== null)
        return Number(info[1]) * 1000;
    const words = IN_WORDS.exec(text)?.[1];
    if (words === undefined)
        return null;
    let total = 0;
    for (const [, amount, unit] of words.matchAll(new RegExp(AMOUNT, 'giu'))) {
        const name = unit.toLowerCase();
        total += Number(amount) * (UNITS.get(name) ?? UNITS.get(name.replace(/s$/u, '')));
    }
    return total;
}
function numberOf(text) {
    if (text === null || !/^\s*\d+(?:\.\d+)?\s*$/u.test(text))
        return null;
    const value = Number(text);
    return Number.isFinite(value) ? value : null;
}

;// CONCATENATED MODULE: ./.build/judge/client/fault.js



const fault_FILTERED = /content_?filter|content[ _](?:management[ _])?policy|ResponsibleAIPolicy|moderation|\bflagged\b|data_inspection_failed|content exists risk|usage polic/iu;
const TOO_LONG = /context.{0,3}(?:length|size|window)|context_length|exceed_context|prompt is too long|too many (?:input )?tokens|reduce the length|input token count|request too large|string_above_max_length|must be at least 1, got -/iu;
const NO_QUOTA = /insufficient_(?:user_)?quota|billing_(?:hard_limit|not_active)|credit balance is too low/iu;
const BAD_KEY = /api.?key.{0,30}(?:not valid|invalid|expired)|invalid.{0,10}api.?key/iu;
const NO_MODEL = /(?:invalid|unknown|not a valid|no such) model|model_not_found|\bmodel\b.{0,80}(?:does not exist|not found|not exist|is not (?:available|supported|valid))/iu;
/** Faults of the connection that trying again does not mend. */
const HOPELESS = /^(?:ENOTFOUND|CERT_.*|.*_CERT(?:IFICATE)?(?:_.*)?|ERR_TLS_.*|ERR_SSL_.*|EPROTO|ERR_INVALID_.*)$/u;
const MAX_SAID = 200;
const MAX_SEARCHED = 8_000;
function judgeOutcome(outcome, facts, reader) {
    const { key, reply } = facts.service;
    if (outcome.kind === 'timeout')
        return retry('slow', null, `did not answer within ${key}.timeout`);
    if (outcome.kind === 'lost') {
        const what = `can't be reached (${outcome.why})`;
        return HOPELESS.test(outcome.code) && !facts.answered ? stop(what) : retry('broken', null, what);
    }
    if (outcome.kind === 'error')
        return judgeError(outcome, facts, reader);
    const { body } = outcome;
    const reading = reader.read(body);
    if (reading !== null) {
        return 'broken' in reading ? retry('broken', null, reading.broken) : { do: 'read', reply: reading.reply };
    }
    const error = objectOf(body)?.['error'];
    if (error !== undefined && error !== null) {
        // A gateway that had said 200 before its model failed.
        const code = Number(objectOf(error)?.['code']);
        const status = Number.isInteger(code) && code >= 400 && code <= 599 ? code : 502;
        return judgeError({ status, headers: null, error }, facts, reader);
    }
    if (typeof body === 'string' && /^\s*<(?:!doctype|html)/iu.test(body) && !facts.answered) {
        return stop(`answers with a web page and not with ${article(reply)}; check ${key}.base_url`, true);
    }
    return retry('broken', null, `answers with something that is no ${reply}`);
}
function judgeError({ status, headers, error }, facts, reader) {
    const { asked, key, reply } = facts.service;
    const text = searchable(error);
    const said = `HTTP ${status}${sayingOf(error)}`;
    // A gateway that loses its way once in a while has not moved.
    if (status >= 300 && status < 400)
        return facts.answered ? retry('broken', null, redirected(headers, key)) : stop(redirected(headers, key), true);
    if (status === 401) {
        return facts.hasKey
            ? stop(`refuses the key (${said}); check the secret that ${key}.api_key_env names`)
            : stop(`wants a key (${said}); name its variable in ${key}.api_key_env`);
    }
    if (fault_FILTERED.test(text) && status < 500 && status !== 429)
        return fail('filtered', `filtered ${asked} (${said})`);
    if (status === 402 || (NO_QUOTA.test(text) && status < 500))
        return stop(`has no quota left for this key (${said})`);
    if (TOO_LONG.test(text) || status === 413)
        return fail('rejected', `finds ${asked} too long (${said})`);
    if (status === 408 || status === 409 || status === 425 || status === 429) {
        return retry('busy', readRetryAfter(headers, text, facts.now), `fails with ${said}`);
    }
    const unfit = objectOf(error)?.['failed_generation'];
    const fitted = typeof unfit === 'string' ? reader.readUnfit(unfit) : null;
    if (fitted !== null)
        return { do: 'read', reply: fitted };
    // llama.cpp and gateways answer 500 to a parameter that they do not know.
    const part = status === 403 ? null : complaintAbout(text, paramOf(error), facts.sent);
    if (part !== null)
        return { do: 'change', part, what: `does not take the request (${said})` };
    if (status >= 500) {
        const busy = status === 503 || status === 529;
        return retry(busy ? 'busy' : 'broken', readRetryAfter(headers, text, facts.now), `fails with ${said}`);
    }
    if (status === 403)
        return stop(`does not let this key use ${facts.model} (${said})`);
    if (status === 404 || status === 405) {
        if (NO_MODEL.test(text))
            return stop(`has no model ${facts.model} (${said}); check ${key}.model`);
        const check = `check ${key}.model and ${key}.base_url`;
        return stop(`has no model ${facts.model}, or no ${reply}s at this address (${said}); ${check}`, true);
    }
    if (!facts.answered && BAD_KEY.test(text))
        return stop(`refuses the key (${said})`);
    if (!facts.answered && NO_MODEL.test(text))
        return stop(`has no model ${facts.model} (${said}); check ${key}.model`);
    // Nobody has been answered yet, so it may be anything that is sent; some gateways only say "Bad Request".
    const guess = facts.answered ? null : guessAt(text, facts.sent);
    if (guess !== null)
        return { do: 'change', part: guess, what: `does not take the request (${said})` };
    return { do: 'fail', failed: 'rejected', general: true, what: `does not take ${asked} (${said})` };
}
function article(noun) {
    return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}
function retry(cause, wait, what) {
    return { do: 'retry', cause, wait, what };
}
function stop(what, address = false) {
    return { do: 'stop', address, what };
}
function fail(failed, what) {
    return { do: 'fail', failed, general: false, what };
}
function redirected(headers, key) {
    const to = headers?.get('location') ?? '';
    const shown = URL.canParse(to) ? ` to ${new URL(to).origin}${new URL(to).pathname}` : '';
    return `redirects${shown}; put the address that it means into ${key}.base_url`;
}
function paramOf(error) {
    const param = objectOf(error)?.['param'];
    return typeof param === 'string' ? param : '';
}
function searchable(error) {
    if (typeof error === 'string')
        return error.slice(0, MAX_SEARCHED);
    try {
        return (JSON.stringify(error) ?? '').slice(0, MAX_SEARCHED);
    }
    catch {
        return ''; // nested deeper than can be written
    }
}
/** What an error says, in one short line, with a colon in front; `''` where it says nothing. */
function sayingOf(error) {
    const line = (deepest(error, 0) ?? '').replace(/\s+/gu, ' ').trim();
    if (line === '' || line.startsWith('<'))
        return '';
    return `: ${line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line}`;
}
/** The message that tells most: gateways wrap the one of the model's provider. */
function deepest(error, depth) {
    if (typeof error === 'string')
        return error;
    if (depth > 4)
        return null;
    if (Array.isArray(error))
        return deepest(error[0], depth + 1);
    const object = objectOf(error);
    if (object === null)
        return null;
    const raw = objectOf(object['metadata'])?.['raw'];
    for (const inner of [raw, object['message'], object['error'], object['detail'], object['msg']]) {
        const found = inner === undefined || inner === null ? null : deepest(inner, depth + 1);
        if (found !== null && found !== '')
            return found;
    }
    return null;
}

;// CONCATENATED MODULE: ./.build/judge/client/exchange.js


/** How often a question is sent, first try included, before it counts as unreachable. */
const TRIES = { busy: 10, broken: 8, slow: 3 };
/** Milliseconds before the second try, doubled from try to try, and what they grow to. */
const BACKOFF = {
    busy: [500, 30_000],
    broken: [250, 8_000],
    slow: [250, 8_000],
};
/** A longer wait is a daily limit or the like, which a run in CI can't sit out. */
const MAX_WAIT = 300_000;
const WORTH_SAYING = 5_000;
/** So many questions in a row without any answer mean that there is nobody there. */
const SILENT_QUESTIONS = 5;
/** Each part of a request can be refused about once. */
const MAX_CHANGES = 10;
/** Gets one request answered, whatever goes wrong on the way: waits, tries again, leaves out what is not taken. */
class Exchange {
    parts;
    /** Whether the endpoint has ever answered; then its address and its key are right. */
    answered = false;
    silent = 0;
    told = new Set();
    constructor(parts) {
        this.parts = parts;
    }
    async send(wanted, tally) {
        const { connection, wire } = this.parts;
        if (this.isStopped())
            return this.stopped();
        let changes = 0;
        for (let tries = 1;;) {
            const turn = await this.once(wanted, tally);
            if (turn === null || (this.isStopped() && turn.verdict.do !== 'read'))
                return this.stopped();
            const { verdict, sent, address } = turn;
            const what = 'what' in verdict ? connection.redact(verdict.what) : '';
            switch (verdict.do) {
                case 'read':
                    this.answered = true;
                    this.silent = 0;
                    return { reply: verdict.reply, sent };
                case 'change':
                    if (++changes > MAX_CHANGES || !wire.refused(verdict.part, sent))
                        return this.lost('rejected', what, true);
                    this.tellNotes();
                    break;
                case 'fail':
                    return this.lost(verdict.failed, what, verdict.general && !wanted.divisible);
                case 'stop':
                    if (!verdict.address || this.answered || !connection.move(address))
                        this.halt(what);
                    break;
                case 'retry':
                    if (tries >= TRIES[verdict.cause])
                        return this.lost('unreachable', `${what}, ${tries} times`, true);
                    await this.backOff(verdict.cause, tries++);
            }
        }
    }
    /** Ends the run because of the endpoint; what is under way ends with it. */
    halt(what) {
        const { connection, stopper, wire } = this.parts;
        stopper.stop(`${wire.service.who} at ${connection.url} ${what}`);
        connection.abort();
    }
    /** Says once what the endpoint was found not to take. */
    tellNotes() {
        const { log, wire } = this.parts;
        for (const note of wire.notes()) {
            if (!this.told.has(note))
                log.info(`${wire.service.key}: ${note}`);
            this.told.add(note);
        }
    }
    /**
     * Sends a request when it may go out.
     * @returns null where it may not any more
     */
    async once({ build, tokens }, tally) {
        const { connection, meter, model, stopper, throttle, wire } = this.parts;
        const { service } = wire;
        const expected = tokens();
        if (!(await throttle.enter(tally.calls > 0, () => meter.admit(expected)))) {
            if (meter.exhausted !== null)
                stopper.stop(`${service.key}.budget of ${meter.exhausted} is used up`);
            return null;
        }
        tally.calls++;
        const sent = build();
        const { address } = connection;
        let signal = null;
        let usage = null;
        try {
            const outcome = await connection.post((client) => wire.send(client, sent));
            const facts = { service, sent: sent.parts, model, hasKey: connection.hasKey, answered: this.answered };
            const verdict = judgeOutcome(outcome, { ...facts, now: Date.now() }, { read: (body) => wire.read(body, sent), readUnfit: (text) => wire.readUnfit(text) });
            if (verdict.do === 'read') {
                signal = 'fine';
                const told = wire.usageOf(verdict.reply);
                usage = told ?? 'untold';
                tally.input_tokens += told?.input ?? 0;
                tally.output_tokens += told?.output ?? 0;
            }
            else if (verdict.do === 'retry') {
                if (verdict.cause === 'busy')
                    signal = 'busy';
                if (verdict.wait !== null)
                    this.pause(verdict.wait, verdict.what);
            }
            return { verdict, sent, address };
        }
        finally {
            meter.settle(expected, usage);
            // Not at once: what this answer teaches about the endpoint is to be known when the next request is built.
            setImmediate(() => throttle.leave(signal));
        }
    }
    /** A wait that the endpoint asks of one request holds for all. */
    pause(wait, what) {
        const { connection, deadline, log, throttle, wire } = this.parts;
        const said = `${connection.redact(what)}, and asks to wait for ${duration(wait)}`;
        if (wait > MAX_WAIT || Date.now() + wait > deadline) {
            this.halt(said);
            return;
        }
        const begins = wait > 0 && throttle.pause(wait);
        if (begins && wait >= WORTH_SAYING)
            log.info(`${wire.service.key}: its endpoint ${said}`);
    }
    /** Waits longer from try to try; a random part keeps requests from meeting again. */
    async backOff(cause, tries) {
        const { random, stopper } = this.parts;
        const [first, most] = BACKOFF[cause];
        const wait = Math.min(most, first * 2 ** (tries - 1)) * (0.5 + random.uniform() / 2);
        // It fails only where the run is stopped, and then the next step sees that.
        await (0,promises_.setTimeout)(wait, undefined, { signal: stopper.signal }).catch(() => undefined);
    }
    /** One question that gets no answer. */
    lost(failed, what, general) {
        const why = `${this.parts.wire.service.who} ${what}`;
        if (!general)
            return { failed, why };
        if (++this.silent >= SILENT_QUESTIONS && this.parts.stopper.why === null) {
            this.halt(`${what}; none of the last ${this.silent} questions was answered`);
        }
        return { failed, why };
    }
    isStopped() {
        return this.parts.stopper.why !== null;
    }
    stopped() {
        return { failed: 'stopped', why: this.parts.stopper.why ?? `${this.parts.wire.service.who} was stopped` };
    }
}
/** A time for people to read, to two digits or so. */
function duration(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1000);
    if (seconds < 120)
        return `${seconds} seconds`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} minutes`;
    return `${Math.round(seconds / 3600)} hours`;
}

;// CONCATENATED MODULE: ./.build/judge/client/meter.js

/** Counts what judging costs and keeps it within the budget. */
class Meter {
    budget;
    prices;
    calls = 0;
    untold = 0;
    told = { input: 0, output: 0 };
    /** What counts against the budget: what was told, and estimates where nothing was. */
    counted = { input: 0, output: 0 };
    replies = 0;
    reserved = { input: 0, output: 0 };
    exceeded = null;
    constructor(budget, prices) {
        this.budget = budget;
        this.prices = prices;
    }
    /** Which part of the budget is used up, as a clause; null while there is some left. */
    get exhausted() {
        return this.exceeded;
    }
    /**
     * Counts a call that is about to be sent, where the budget allows it. Tokens are only known afterwards: until then an
     * estimate is set aside, so that what is spent can pass the budget by no more than the estimates are wrong.
     */
    admit(estimate) {
        const { calls, tokens, cost } = this.budget;
        if (calls !== null && this.calls >= calls)
            return this.refuse(`${calls} calls`);
        const after = { input: this.counted.input + estimate.input, output: this.counted.output + estimate.output };
        if (tokens !== null && after.input + after.output > tokens)
            return this.refuse(`${tokens} tokens`);
        if (cost !== null && (costOf(after, this.prices) ?? 0) > cost)
            return this.refuse(`a cost of ${cost}`);
        const all = { input: after.input + this.reserved.input, output: after.output + this.reserved.output };
        if (tokens !== null && all.input + all.output > tokens)
            return 'later';
        if (cost !== null && (costOf(all, this.prices) ?? 0) > cost)
            return 'later';
        this.calls++;
        this.reserved.input += estimate.input;
        this.reserved.output += estimate.output;
        return 'now';
    }
    /**
     * Counts what came back for a call.
     * @param usage as the endpoint told it; 'untold' for a reply without it, null for no reply
     */
    settle(estimate, usage) {
        this.reserved.input -= estimate.input;
        this.reserved.output -= estimate.output;
        if (usage === null)
            return;
        this.replies++;
        const told = usage === 'untold' ? null : usage;
        if (told === null)
            this.untold++;
        this.told.input += told?.input ?? 0;
        this.told.output += told?.output ?? 0;
        this.counted.input += told?.input ?? estimate.input;
        this.counted.output += told?.output ?? estimate.output;
    }
    /** What a reply is expected to have: as many tokens as the ones so far, on average. */
    expectedReply() {
        return this.replies === 0 ? USUAL_REPLY : Math.ceil(this.counted.output / this.replies);
    }
    spent() {
        const { calls, told, untold } = this;
        return {
            calls,
            input_tokens: told.input,
            output_tokens: told.output,
            untold,
            cost: costOf(told, this.prices),
        };
    }
    refuse(what) {
        this.exceeded = what;
        return 'never';
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./.build/judge/client/stopper.js

/** Ends a run once: why it ended, for all who still wait. */
class Stopper {
    controller = new AbortController();
    reason = null;
    listeners = [];
    constructor() {
        (0,external_node_events_.setMaxListeners)(0, this.controller.signal); // everyone who waits listens
    }
    /** One sentence; null while the run goes on. */
    get why() {
        return this.reason;
    }
    /** Aborted when waiting makes no more sense. */
    get signal() {
        return this.controller.signal;
    }
    /** Called once, when the run is stopped. */
    onStop(listener) {
        this.listeners.push(listener);
    }
    /** The first reason stays. */
    stop(why) {
        if (this.reason !== null)
            return;
        this.reason = why;
        this.controller.abort();
        for (const listener of this.listeners)
            listener();
    }
}

;// CONCATENATED MODULE: ./.build/judge/client/throttle.js
/** Decisions rest on this many answers at least, so that one refusal of a random kind is no reason to slow down. */
const MIN_WINDOW = 8;
/** The share of answers "too busy" that halves the number of requests at once. */
const TOO_BUSY = 0.25;
/**
 * Lets requests out, a limited number at once. The limit follows what the endpoint bears: it halves where a quarter of
 * the answers are "too busy", and grows by one after as many answers as it allows otherwise (additive increase,
 * multiplicative decrease). A pause that the endpoint asks of one request holds for all.
 */
class Throttle {
    most;
    bound;
    active = 0;
    answers = 0;
    refusals = 0;
    pausedUntil = 0;
    timer = null;
    /** First come, first served; those that were sent before go before all others. */
    queues = [[], []];
    closed = false;
    /** @param most requests at once */
    constructor(most) {
        this.most = most;
        this.bound = most;
    }
    /** How many requests may be under way at once, as of now. */
    get limit() {
        return this.bound;
    }
    /**
     * Waits for a place. Who gets one must `leave`.
     * @param again whether it was sent before: what has been begun is brought to an end first
     * @param admit asked when there is a place; `now` takes it
     * @returns false where there will never be one
     */
    enter(again, admit) {
        return new Promise((resolve) => {
            this.queues[again ? 0 : 1].push({ admit, resolve });
            this.pump();
        });
    }
    /** @param signal what the answer says about the endpoint's load; null: nothing */
    leave(signal) {
        this.active--;
        if (signal !== null) {
            this.answers++;
            if (signal === 'busy')
                this.refusals++;
            if (this.answers >= Math.max(MIN_WINDOW, this.bound))
                this.adapt();
        }
        this.pump();
    }
    /**
     * Lets nobody out for a while.
     * @returns whether this begins a pause; false where one was under way
     */
    pause(milliseconds) {
        const until = performance.now() + milliseconds;
        const running = this.timer !== null;
        if (this.closed || until <= this.pausedUntil)
            return !running;
        this.pausedUntil = until;
        if (this.timer !== null)
            clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            this.timer = null;
            this.pump();
        }, milliseconds);
        return !running;
    }
    /** Sends all away who wait, and all who come. */
    close() {
        this.closed = true;
        if (this.timer !== null)
            clearTimeout(this.timer);
        this.timer = null;
        this.pump();
    }
    adapt() {
        const busy = this.refusals / this.answers >= TOO_BUSY;
        this.bound = busy ? Math.max(1, Math.floor(this.bound / 2)) : Math.min(this.most, this.bound + 1);
        this.answers = 0;
        this.refusals = 0;
    }
    pump() {
        while (this.mayEnter()) {
            const queue = this.queues.find(({ length }) => length > 0);
            if (queue === undefined)
                return;
            const { admit, resolve } = queue[0];
            const admission = this.closed ? 'never' : admit();
            if (admission === 'later' && this.active > 0)
                return;
            queue.shift();
            if (admission === 'now')
                this.active++;
            resolve(admission === 'now');
        }
    }
    mayEnter() {
        return this.closed || (this.timer === null && this.active < this.bound);
    }
}

;// CONCATENATED MODULE: ./.build/judge/client/line.js






/** Milliseconds that calls under way have left when the run is told to stop: they are paid for. A runner waits longer. */
const GRACE = 2000;
/** @throws GateError where the key can't be sent */
function openLine(address, { endpoint, apiKey, seed, log, signal }, wire) {
    const { model, concurrency, timeout, deadline } = endpoint;
    const { key, who } = wire.service;
    const connection = new Connection(address, apiKey, timeout * 1000, concurrency, wire.service);
    const throttle = new Throttle(concurrency);
    const meter = new Meter(endpoint.budget, endpoint.prices);
    const stopper = new Stopper();
    stopper.onStop(() => throttle.close());
    const halt = (why) => {
        stopper.stop(why);
        connection.abort();
    };
    const graces = [];
    const onSignal = () => {
        stopper.stop('the run was told to stop');
        graces.push(setTimeout(() => connection.abort(), GRACE).unref());
    };
    const timer = setTimeout(() => halt(`${key}.deadline of ${deadline} seconds has passed`), deadline * 1000);
    timer.unref(); // it keeps nothing going on its own
    if (signal?.aborted === true)
        onSignal();
    signal?.addEventListener('abort', onSignal, { once: true });
    const exchange = new Exchange({
        ...{ connection, wire, throttle, meter, stopper, log, model },
        random: new stats/* Random */.o8(`${seed}:${key}`),
        deadline: Date.now() + deadline * 1000,
    });
    return {
        connection,
        exchange,
        meter,
        stopper,
        close: () => {
            clearTimeout(timer);
            graces.forEach(clearTimeout);
            signal?.removeEventListener('abort', onSignal);
            stopper.stop(`${who} was closed`);
            connection.close();
        },
    };
}

;// CONCATENATED MODULE: ./.build/judge/client/profile.js
/** Set by the client itself, or of no use to a judge. */
const RESERVED = ['model', 'messages', 'response_format', 'stream', 'stream_options', 'n', 'tools', 'functions'];
const BELOW = { json_schema: 'json_object', json_object: 'text', text: 'text' };
const OTHER = { max_tokens: 'max_completion_tokens', max_completion_tokens: 'max_tokens' };
/**
 * What an endpoint takes for one model, as far as it is known: it starts with everything, and what is refused once is
 * never sent again.
 */
class Profile {
    model;
    params;
    tokens;
    /** Null: neither name is taken. */
    tokensKey;
    firstTokensKey;
    format = 'json_schema';
    readable = new Set();
    dropped = new Set();
    /** @param params the user's; a null one is not sent */
    constructor(model, params, usualTokensKey) {
        this.model = model;
        const { max_tokens, max_completion_tokens, ...rest } = params;
        this.params = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
        this.tokens = numberOrNull(max_completion_tokens) ?? numberOrNull(max_tokens);
        this.firstTokensKey =
            this.tokens === null
                ? usualTokensKey
                : numberOrNull(max_completion_tokens) === null
                    ? 'max_tokens'
                    : 'max_completion_tokens';
        this.tokensKey = this.firstTokensKey;
    }
    /**
     * The request for a question as this endpoint takes it. The question says in words too what shape its reply has.
     * @param messages the question's, and what was said since
     * @param tokens a limit on the reply's tokens in place of the user's; null: the user's
     */
    request(messages, { name, json }, tokens) {
        const { format, tokensKey } = this;
        const limit = tokens ?? this.tokens;
        const body = {};
        for (const [key, value] of Object.entries(this.params)) {
            if (!this.dropped.has(key))
                body[key] = value;
        }
        if (limit !== null && tokensKey !== null)
            body[tokensKey] = limit;
        if (format === 'json_schema') {
            body['response_format'] = { type: 'json_schema', json_schema: { name, strict: true, schema: json } };
        }
        else if (format === 'json_object') {
            body['response_format'] = { type: 'json_object' };
        }
        const merged = this.dropped.has('system');
        const parts = new Set();
        for (const part of ['temperature', 'top_p', 'seed', 'response_format']) {
            if (Object.hasOwn(body, part))
                parts.add(part);
        }
        if (limit !== null && tokensKey !== null)
            parts.add('tokens');
        if (!merged && messages.some(({ role }) => role === 'system'))
            parts.add('system');
        const sent = merged ? withoutSystem(messages) : messages;
        return { body: { ...body, model: this.model, messages: [...sent] }, format, parts, tokens: limit };
    }
    /**
     * Never sends again what was refused.
     * @returns whether a new request differs from the one that was refused
     */
    refused(part, sent) {
        if (part === 'response_format') {
            if (this.format === sent.format)
                this.format = BELOW[this.format];
            return this.format !== sent.format;
        }
        if (part === 'tokens') {
            if (this.tokensKey !== null && Object.hasOwn(sent.body, this.tokensKey)) {
                this.tokensKey = this.tokensKey === this.firstTokensKey ? OTHER[this.tokensKey] : null;
            }
            return true;
        }
        this.dropped.add(part);
        return sent.parts.has(part);
    }
    /** A reply in this format could be read. */
    read({ format }) {
        this.readable.add(format);
    }
    /**
     * A reply that was asked for as an object is prose: the endpoint takes the parameter and does nothing about it.
     * @returns whether to ask again with less; not where the format has worked before, so that it was the model's fault
     */
    ignored(sent) {
        if (sent.format === 'text' || this.readable.has(sent.format))
            return false;
        return this.refused('response_format', sent);
    }
    /** What was not sent as it was meant to be, as sentences for the report. */
    notes() {
        const notes = [];
        const { temperature } = this.params;
        if (this.dropped.has('temperature')) {
            notes.push(`The judge did not run at temperature ${String(temperature)}: its endpoint takes only the default.`);
        }
        for (const part of ['top_p', 'seed']) {
            if (this.dropped.has(part))
                notes.push(`The judge's endpoint does not take ${part}; it was left out.`);
        }
        if (this.tokens !== null && this.tokensKey === null) {
            notes.push("The judge's endpoint takes no limit on a reply's tokens; it was left out.");
        }
        else if (this.tokens !== null && this.tokensKey !== null && this.tokensKey !== this.firstTokensKey) {
            notes.push(`The judge's endpoint takes ${this.tokensKey} in place of ${this.firstTokensKey}.`);
        }
        if (this.format === 'json_object')
            notes.push("The judge's endpoint takes no JSON Schema; JSON was asked for.");
        if (this.format === 'text')
            notes.push("The judge's endpoint takes no JSON format; JSON was asked for in words.");
        if (this.dropped.has('system'))
            notes.push('The judge takes no system message; it came first in the user message.');
        return notes;
    }
}
function numberOrNull(value) {
    return typeof value === 'number' ? value : null;
}
function withoutSystem(messages) {
    const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
    const others = messages.filter(({ role }) => role !== 'system');
    const first = others.findIndex(({ role }) => role === 'user');
    return others.map((message, i) => i === first ? { ...message, content: [...system, message.content].join('\n\n') } : message);
}

;// CONCATENATED MODULE: ./.build/judge/client/client.js







/**
 * A client for one judge at one endpoint of OpenAI's kind. It finds out what the endpoint takes (a JSON Schema, JSON or
 * only text; a temperature; which name for the limit of a reply), remembers it, and asks as many questions at once as
 * the endpoint bears, at most `concurrency`.
 * @throws GateError where base_url, the key or the parameters can't be right
 */
function createJudgeClient(options) {
    const { model, params, baseUrl } = options.endpoint;
    const reserved = RESERVED.find((name) => Object.hasOwn(params, name));
    if (reserved !== undefined) {
        throw new errors/* GateError */.ue(`${reserved} is set by the judge itself; remove it`, { key: `judge.params.${reserved}` });
    }
    const address = readEndpoint(baseUrl, JUDGE);
    const newer = address.azure || baseUrl === null;
    const profile = new Profile(model, params, newer ? 'max_completion_tokens' : 'max_tokens');
    const line = openLine(address, options, chatWire(profile));
    const { connection, exchange, meter, stopper } = line;
    const interview = new Interview(exchange, { connection, profile, meter, model });
    return {
        get url() {
            return connection.url;
        },
        get stopped() {
            return stopper.why;
        },
        open: () => connection.open(),
        ask: (question, read) => interview.ask(question, read),
        spent: () => meter.spent(),
        notes: () => [...profile.notes(), ...interview.notes()],
        close: () => line.close(),
    };
}

;// CONCATENATED MODULE: ./.build/judge/client/progress.js

/** The rate of the last minute tells more of what is left than that of the whole run, which cached judgments begin. */
const WINDOW = 60_000;
/** How far a run has come, and how long it will still take. Times are in milliseconds on any one clock. */
class Progress {
    total;
    started;
    done = 0;
    failed = 0;
    /** How many were done at which time, the oldest first. */
    marks;
    constructor(total, now) {
        this.total = total;
        this.started = now;
        this.marks = [{ at: now, done: 0 }];
    }
    add(failed) {
        this.done++;
        if (failed)
            this.failed++;
    }
    lasted(now) {
        return (now - this.started) / 1000;
    }
    /** One line: how many are done, how many of them failed, and the time left where it can be known. */
    line(now) {
        while (this.marks.length > 1 && now - this.marks[0].at > WINDOW)
            this.marks.shift();
        const { at, done } = this.marks[0];
        const rate = now > at ? (this.done - done) / (now - at) : 0;
        this.marks.push({ at: now, done: this.done });
        const left = this.total - this.done;
        const time = left <= 0 || rate <= 0 ? '' : `, about ${timeText(left / rate)} left`;
        const failed = this.failed === 0 ? '' : `, ${count(this.failed)} failed`;
        return `${count(this.done)} of ${count(this.total)} done${failed}${time}`;
    }
}
/** A time to come, in words, rounded as people do: 40 seconds, 5 minutes, 2 hours 10 minutes. */
function timeText(milliseconds) {
    const seconds = milliseconds / 1000;
    if (seconds < 1.5)
        return '1 second';
    if (seconds < 90)
        return `${Math.round(seconds)} seconds`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 90)
        return `${minutes} minutes`;
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return `${hours} hour${hours === 1 ? '' : 's'} ${rest} minutes`;
}

;// CONCATENATED MODULE: ./.build/judge/client/run-all.js

const SECONDS_BETWEEN_LINES = 10;
/**
 * Works on all items, a limited number at once, and says how far it has come every ten seconds. Items are taken from
 * the iterable one by one as there is room, so that a million of them need no more memory than a few.
 * @param work what it throws ends everything: no further item is begun, what is under way comes to its end, and the
 *   first error is thrown
 */
async function runAll(items, work, { inHand, total, onResult, isFailed, log, also }) {
    const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
    const progress = new Progress(total, performance.now());
    const say = () => log.info(`judge: ${progress.line(performance.now())}${also()}`);
    const timer = setInterval(say, SECONDS_BETWEEN_LINES * 1000);
    const errors = [];
    // One at a time: results are handed out, and items taken, in turn.
    let handing = Promise.resolve();
    let taking = Promise.resolve();
    const take = () => {
        const next = taking.then(() => iterator.next());
        taking = next.catch(() => undefined);
        return next;
    };
    const worker = async () => {
        while (errors.length === 0) {
            const next = await take();
            if (next.done === true)
                return;
            const result = await work(next.value);
            progress.add(isFailed(result));
            handing = handing.then(() => onResult(next.value, result));
            await handing;
        }
    };
    const guarded = async () => {
        try {
            await worker();
        }
        catch (error) {
            errors.push(error);
        }
    };
    try {
        await Promise.all(Array.from({ length: inHand }, guarded));
    }
    finally {
        clearInterval(timer);
        await iterator.return?.();
    }
    if (errors.length > 0)
        throw errors[0];
    if (progress.lasted(performance.now()) > SECONDS_BETWEEN_LINES)
        say();
}

;// CONCATENATED MODULE: ./.build/judge/client/index.js
/** Asks an endpoint of OpenAI's kind: what it takes, faults, retries, budget, and many questions at once. */










/***/ })

};
