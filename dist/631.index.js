export const id = 631;
export const ids = [631];
export const modules = {

/***/ 6631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  confirmPairs: () => (/* reexport */ confirmPairs),
  exampleText: () => (/* reexport */ exampleText),
  searchByMeaning: () => (/* reexport */ searchByMeaning)
});

// UNUSED EXPORTS: MOST_SIMILAR

// EXTERNAL MODULE: ./.build/judge/index.js + 57 modules
var _build_judge = __webpack_require__(6509);
;// CONCATENATED MODULE: ./.build/semantic/confirm.js

/** Questions at work for each call at a time, since some of them wait to try again. */
const IN_HAND = 4;
/**
 * Asks a judge whether similar rows ask the example's question: the nearest row of each example first, and the next one
 * only where the judge did not say so of the nearer ones.
 * @returns for each example what was said of each of its rows
 */
async function confirmPairs(examples, judge) {
    const verdicts = examples.map(({ similar }) => similar.map(() => null));
    const open = [...examples.entries()].filter(([, { similar }]) => similar.length > 0);
    const work = open[Symbol.iterator]();
    const worker = async () => {
        for (const [i, { text, similar }] of work) {
            for (const [rank, row] of similar.entries()) {
                const said = await judge.ask((0,_build_judge/* sameQuestion */.RB)(text, row.text));
                verdicts[i][rank] = 'failed' in said ? said : said.same ? 'same' : 'different';
                if (verdicts[i][rank] === 'same')
                    break;
            }
        }
    };
    await Promise.all(Array.from({ length: IN_HAND * judge.endpoint.concurrency }, worker));
    return verdicts;
}

// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
;// CONCATENATED MODULE: ./.build/semantic/vector.js
const MOST = 127;
/** @returns null where the values have no direction: none, not finite, or all zero */
function quantised(values) {
    let largest = 0;
    for (const value of values) {
        if (!Number.isFinite(value))
            return null;
        largest = Math.max(largest, Math.abs(value));
    }
    if (largest === 0)
        return null;
    return Int8Array.from(values, (value) => Math.round((value / largest) * MOST));
}
/** Where a long vector may be given up: its parts, each a quarter. */
const PARTS = 4;
/** The end of each part of a vector of so many dimensions. */
function partEnds(dimensions) {
    return Array.from({ length: PARTS }, (_, part) => Math.floor(((part + 1) * dimensions) / PARTS));
}
/** The lengths of what is left of a vector before its first part, behind the first, and so on; the last is 0. */
function restNorms(vector, from = 0, dimensions = vector.length) {
    const norms = new Float64Array(PARTS + 1);
    const ends = [0, ...partEnds(dimensions)];
    let sum = 0;
    for (let part = PARTS - 1; part >= 0; part--) {
        for (let i = ends[part]; i < ends[part + 1]; i++)
            sum += vector[from + i] ** 2;
        norms[part] = Math.sqrt(sum);
    }
    return norms;
}
/**
 * The dot product of two vectors' parts from `from` to `to`. Eight products a step take half the time of one.
 * @param start where the first vector begins in `many`
 */
function dotProduct(many, start, vector, from, to) {
    let dot = 0; // within 32 bits for any vector that is read: 65,536 dimensions
    let i = from;
    for (; i + 8 <= to; i += 8) {
        const at = start + i;
        const first = many[at] * vector[i] +
            many[at + 1] * vector[i + 1] +
            many[at + 2] * vector[i + 2] +
            many[at + 3] * vector[i + 3];
        const second = many[at + 4] * vector[i + 4] +
            many[at + 5] * vector[i + 5] +
            many[at + 6] * vector[i + 6] +
            many[at + 7] * vector[i + 7];
        dot = (dot + first + second) | 0;
    }
    for (; i < to; i++)
        dot = (dot + many[start + i] * vector[i]) | 0;
    return dot;
}

;// CONCATENATED MODULE: ./.build/semantic/nearest.js


/** Training rows kept for an example. */
const MOST_SIMILAR = 3;
/** A bound may be off by its rounding, and must never cost a row. */
const SLACK = 1e-9;
/**
 * For each example the training rows nearest to it: the highest cosine first, among equals the row that was read first.
 * Equal texts count once. What is kept does not depend on the order in which rows are offered.
 */
class NearestRows {
    #examples;
    #norms;
    #dimensions;
    #ends;
    #least;
    #kept;
    /**
     * @param examples null for those that are not looked for
     * @param least the lowest cosine that is kept
     */
    constructor(examples, least) {
        this.#dimensions = examples.find((vector) => vector !== null)?.length ?? 0;
        this.#ends = partEnds(this.#dimensions);
        this.#least = least;
        this.#kept = examples.map(() => []);
        this.#examples = new Int8Array(examples.length * this.#dimensions);
        examples.forEach((vector, i) => {
            if (vector !== null)
                this.#examples.set(this.#fitting(vector), i * this.#dimensions);
        });
        this.#norms = examples.map((_, i) => restNorms(this.#examples, i * this.#dimensions, this.#dimensions));
    }
    /** @throws GateError where the row's vector has another length than the examples' */
    offer(vector, row) {
        const rowNorms = restNorms(this.#fitting(vector));
        for (let example = 0; example < this.#kept.length; example++) {
            const norms = this.#norms[example];
            if (norms[0] === 0)
                continue;
            const kept = this.#kept[example];
            const least = kept.length < MOST_SIMILAR ? this.#least : kept[MOST_SIMILAR - 1].similarity;
            const similarity = this.#cosine(example, vector, rowNorms, least);
            if (similarity >= least)
                keep(kept, { ...row, similarity });
        }
    }
    /** Nearest first. */
    of(example) {
        return this.#kept[example];
    }
    /** The cosine, or something below `least` where it is below (by Cauchy and Schwarz, from a part of the dimensions). */
    #cosine(example, vector, rowNorms, least) {
        const norms = this.#norms[example];
        const whole = norms[0] * rowNorms[0];
        const needed = least * whole - SLACK * whole;
        const start = example * this.#dimensions;
        let dot = 0;
        let from = 0;
        for (let part = 0; part < PARTS; part++) {
            const end = this.#ends[part];
            dot += dotProduct(this.#examples, start, vector, from, end);
            from = end;
            if (dot + norms[part + 1] * rowNorms[part + 1] < needed)
                return -Infinity;
        }
        return dot / whole;
    }
    #fitting(vector) {
        if (vector.length === this.#dimensions)
            return vector;
        throw new errors/* GateError */.ue(`embeddings have ${vector.length} dimensions here and ${this.#dimensions} there; delete the cache, or name the model otherwise`, { key: 'contamination.semantic.cache' });
    }
}
/** Puts a row in its place, unless it has the text of a nearer or earlier one. */
function keep(kept, found) {
    const isSame = ({ row, text }) => row === found.row || text === found.text;
    if (kept.some((other) => isSame(other) && compare(other, found) <= 0))
        return;
    for (let i = kept.length - 1; i >= 0; i--)
        if (isSame(kept[i]))
            kept.splice(i, 1);
    const place = kept.findIndex((other) => compare(found, other) < 0);
    kept.splice(place === -1 ? kept.length : place, 0, found);
    kept.length = Math.min(kept.length, MOST_SIMILAR);
}
function compare(a, b) {
    return b.similarity - a.similarity || a.row - b.row;
}

// EXTERNAL MODULE: ./.build/contamination/search.js + 64 modules
var search = __webpack_require__(7872);
;// CONCATENATED MODULE: ./.build/semantic/candidates.js
/** Terms of one text that count. */
const MOST_TERMS = 400;
/** A term in a larger share of the examples tells none of them from the others. */
const COMMON = 0.1;
/** Examples have the same rows among their best: with so many times its part for each of them the room is used up. */
const SHARED = 4;
/** Below so many examples any term counts. */
const FEW = 20;
/**
 * The rows that are worth embedding where there are too many: for each example those that share most with it, by words and
 * numbers weighed by how few examples have them. A paraphrase keeps names, numbers and terms; a translation its numbers and
 * names. One that keeps nothing is not among them.
 */
class Candidates {
    #postings = new Map();
    #weights = new Map();
    #best;
    #most;
    #perExample;
    #scores;
    /**
     * @param texts of the examples
     * @param most rows to choose
     */
    constructor(texts, most) {
        this.#most = most;
        this.#perExample = Math.ceil((SHARED * most) / Math.max(1, texts.length));
        this.#best = texts.map(() => []);
        this.#scores = new Float64Array(texts.length);
        texts.forEach((text, example) => {
            for (const term of termsOf(text)) {
                const postings = this.#postings.get(term);
                if (postings === undefined)
                    this.#postings.set(term, [example]);
                else
                    postings.push(example);
            }
        });
        for (const [term, { length }] of this.#postings) {
            if (length > Math.max(FEW, COMMON * texts.length))
                this.#postings.delete(term);
            else
                this.#weights.set(term, Math.log(1 + texts.length / length));
        }
    }
    /** @param row its number; rows come in order, and one may come in several texts */
    offer(row, text) {
        const terms = termsOf(text);
        const touched = [];
        for (const term of terms) {
            const weight = this.#weights.get(term);
            if (weight === undefined)
                continue;
            for (const example of this.#postings.get(term)) {
                if (this.#scores[example] === 0)
                    touched.push(example);
                this.#scores[example] += weight;
            }
        }
        const length = Math.sqrt(1 + terms.size);
        for (const example of touched) {
            this.#keep(this.#best[example], row, this.#scores[example] / length);
            this.#scores[example] = 0;
        }
    }
    /** The chosen rows' numbers, at most as many as were allowed: each example's best, then each one's second, and so on. */
    chosen() {
        const rows = new Set();
        for (let rank = 0; rank < this.#perExample; rank++) {
            const round = this.#best.flatMap((best) => best.slice(rank, rank + 1));
            for (const { row } of round.sort((a, b) => b.score - a.score || a.row - b.row)) {
                if (rows.size >= this.#most)
                    return rows;
                rows.add(row);
            }
        }
        return rows;
    }
    /** A list, best first; it is short, so that looking through it costs less than a heap. */
    #keep(best, row, score) {
        const full = best.length >= this.#perExample;
        if (full && best.at(-1).score >= score)
            return;
        let low = 0;
        for (let high = best.length; low < high;) {
            const middle = (low + high) >> 1;
            if (best[middle].score >= score)
                low = middle + 1;
            else
                high = middle;
        }
        best.splice(low, 0, { row, score });
        if (best.length > this.#perExample)
            best.pop();
    }
}
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** What stands between thousands: 1,200 and 1 200 are 1200. */
const GROUPED = /(?<=\p{N})[,.'\u2019\u00a0\u202f ](?=\p{N}{3}(?!\p{N}))/gu;
/** A text's distinct words and numbers; of scripts without spaces every two characters that follow one another. */
function termsOf(text) {
    const terms = new Set();
    const plain = text.normalize('NFKC').toLowerCase().replace(GROUPED, '');
    for (const [word] of plain.matchAll(/\p{N}+|[\p{L}\p{M}]+/gu)) {
        if (terms.size >= MOST_TERMS)
            break;
        if (!UNSPACED.test(word)) {
            terms.add(word);
            continue;
        }
        const characters = Array.from(word);
        if (characters.length === 1)
            terms.add(word);
        for (let i = 1; i < characters.length; i++)
            terms.add(characters[i - 1] + characters[i]);
    }
    return terms;
}

// EXTERNAL MODULE: ./.build/judge/cache/index.js + 6 modules
var judge_cache = __webpack_require__(1005);
// EXTERNAL MODULE: ./.build/judge/client/index.js + 20 modules
var client = __webpack_require__(2782);
;// CONCATENATED MODULE: ./.build/semantic/stored.js
const START = '{"eval_gate_embedding":';
const FORMAT = 1;
const HEX = /^[0-9a-f]{64}$/u;
const BASE64 = /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/u;
/** The caller's text is not kept, only its hash; 1,536 dimensions take about 2.2 kB. */
const EMBEDDINGS_FORM = {
    noun: 'embeddings',
    start: START,
    line: (key, { vector, model }) => JSON.stringify({ eval_gate_embedding: FORMAT, key, model, int8: Buffer.from(vector).toString('base64') }),
    read: (line) => {
        const { eval_gate_embedding: format, key, model, int8, ...more } = objectIn(line) ?? {};
        if (format !== FORMAT || typeof key !== 'string' || !HEX.test(key) || typeof model !== 'string')
            return null;
        if (typeof int8 !== 'string' || int8 === '' || !BASE64.test(int8) || Object.keys(more).length > 0)
            return null;
        const vector = Int8Array.from(Buffer.from(int8, 'base64'));
        return vector.every((value) => value === 0) ? null : { key, value: { vector, model } };
    },
    // The same text embedded twice differs in its last digits on many servers: that is no contradiction worth a warning.
    same: () => true,
};
function objectIn(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./.build/semantic/wire.js


/** Where the settings stand in the config. */
const KEY = 'contamination.semantic';
const EMBEDDINGS = {
    path: '/embeddings',
    who: 'the embedding model',
    key: KEY,
    asked: 'the texts',
    reply: 'embedding',
};
/** Set by the client itself. */
const RESERVED = ['model', 'input', 'encoding_format'];
/** Asks for embeddings as lists of numbers, which every server can give, and takes base64 where one gives that. */
function embeddingsWire({ model, params }) {
    let dimensions = null;
    return {
        service: EMBEDDINGS,
        send: (client, { texts }) => client.embeddings.create({ ...params, model, input: [...texts], encoding_format: 'float' }),
        read: (body, { texts }) => {
            const reading = readEmbeddings(body, texts.length);
            if (reading === null || 'broken' in reading)
                return reading;
            const { length } = reading.reply.vectors[0];
            if (dimensions !== null && length !== dimensions) {
                return broken(`sends embeddings of ${length} dimensions after ones of ${dimensions}`);
            }
            dimensions = length;
            return reading;
        },
        readUnfit: () => null,
        usageOf: ({ tokens }) => (tokens === null ? null : { input: tokens, output: 0 }),
        refused: () => false,
        notes: () => [],
    };
}
/** @returns null where the body is no list of embeddings */
function readEmbeddings(value, count) {
    const body = (0,client/* objectOf */.Xy)(value);
    const data = body?.['data'];
    if (body === null || !Array.isArray(data))
        return null;
    if (data.length !== count)
        return broken(`sends ${data.length} embeddings of ${count} texts`);
    const vectors = new Array(count).fill(undefined);
    for (const [i, item] of data.entries()) {
        const { embedding, index } = (0,client/* objectOf */.Xy)(item) ?? {};
        const values = numbersOf(embedding);
        const vector = values === null ? null : quantised(values);
        if (vector === null)
            return broken('sends an embedding that is no list of numbers, or all zero');
        const at = Number.isInteger(index) ? index : i;
        if (at < 0 || at >= count || vectors[at] !== undefined)
            return broken('numbers its embeddings wrongly');
        vectors[at] = vector;
    }
    if (vectors.some((vector) => vector.length !== vectors[0].length))
        return broken('sends embeddings of several lengths');
    const { model } = body;
    const tokens = (0,client/* objectOf */.Xy)(body['usage'])?.['prompt_tokens'];
    return {
        reply: {
            vectors: vectors.map((vector) => vector),
            model: typeof model === 'string' && model !== '' ? model : null,
            tokens: Number.isSafeInteger(tokens) && tokens >= 0 ? tokens : null,
        },
    };
}
function broken(what) {
    return { broken: what };
}
/** More has no model. */
const MOST_DIMENSIONS = 65_536;
function numbersOf(embedding) {
    if (typeof embedding === 'string')
        return decoded(embedding);
    if (!Array.isArray(embedding) || embedding.length === 0 || embedding.length > MOST_DIMENSIONS)
        return null;
    return embedding.every((value) => typeof value === 'number') ? embedding : null;
}
/** Floats of 32 bits, little-endian, as OpenAI's own base64 has them. */
function decoded(base64) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0 || bytes.length % 4 !== 0 || bytes.length / 4 > MOST_DIMENSIONS)
        return null;
    return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

;// CONCATENATED MODULE: ./.build/semantic/embedder.js





/** Texts in one request, at most: what nearly every server takes. One that takes fewer says so, and gets fewer. */
const MOST_TEXTS = 64;
/** Batches at work for each request at a time. */
const embedder_IN_HAND = 2;
/** A text that is too long for the model is halved down to this. */
const SHORTEST = 500;
/** Raised whenever what a key stands for changes. */
const KEY_FORMAT = 1;
/** @throws GateError where the endpoint's options or the cache's path can't be right */
async function openEmbedder({ endpoint, cache }, context) {
    const reserved = RESERVED.find((name) => Object.hasOwn(endpoint.params, name));
    if (reserved !== undefined) {
        throw new errors/* GateError */.ue('is set by eval-gate itself; remove it', { key: `${KEY}.params.${reserved}` });
    }
    const line = (0,client/* openLine */.TY)((0,client/* readEndpoint */.KW)(endpoint.baseUrl, EMBEDDINGS), { endpoint, ...context }, embeddingsWire(endpoint));
    try {
        const kept = cache === null ? null : await (0,judge_cache/* openCache */.bp)(cache, EMBEDDINGS_FORM, context);
        return new Embedder(endpoint, line, kept);
    }
    catch (error) {
        line.close();
        throw error;
    }
}
/** Embeds texts in batches, each text once, from the cache where it is there. */
class Embedder {
    /** Names that the server gave for the model. */
    models = new Set();
    #endpoint;
    #line;
    #cache;
    /** Not sent yet. */
    #waiting = [];
    /** Waiting, or sent and not answered. */
    #open = new Map();
    #underWay = new Set();
    #most = MOST_TEXTS;
    #mostCharacters = Infinity;
    #cached = 0;
    /** What a taker threw. */
    #fault = null;
    constructor(endpoint, line, cache) {
        this.#endpoint = endpoint;
        this.#line = line;
        this.#cache = cache;
    }
    /** Why no more is embedded, as one sentence without a final full stop; null while it goes on. */
    get stopped() {
        return this.#line.stopper.why;
    }
    get usage() {
        const { calls, input_tokens, untold, cost } = this.#line.meter.spent();
        return { url: this.#line.connection.url, calls, input_tokens, untold, cost, cached: this.#cached };
    }
    /**
     * Embeds a text, sooner or later.
     * @param take gets the vector, or why there is none
     * @returns what to wait for before more is given, where much is under way
     */
    add(text, take) {
        this.#throwFault();
        const { model, params } = this.#endpoint;
        const key = (0,judge_cache/* keyOf */.TN)({ embedding: KEY_FORMAT, model, params, text });
        const open = this.#open.get(key);
        if (open !== undefined) {
            open.takers.push(take);
            return undefined;
        }
        const known = this.#cache?.get(key) ?? null;
        if (known !== null) {
            this.#cached++;
            this.models.add(known.model);
            take(known.vector);
            return undefined;
        }
        const added = { key, text, takers: [take] };
        this.#open.set(key, added);
        this.#waiting.push(added);
        if (this.#waiting.length < this.#most)
            return undefined;
        this.#sendWaiting();
        const full = this.#underWay.size >= embedder_IN_HAND * this.#endpoint.concurrency;
        return full ? Promise.race(this.#underWay) : undefined;
    }
    /** Sends what waits, and comes back when everything was answered. */
    async flush() {
        this.#sendWaiting();
        while (this.#underWay.size > 0)
            await Promise.race(this.#underWay);
        this.#throwFault();
    }
    async close() {
        this.#line.close();
        await Promise.all(this.#underWay);
        await this.#cache?.close();
    }
    #throwFault() {
        if (this.#fault !== null)
            throw this.#fault.error;
    }
    #sendWaiting() {
        while (this.#waiting.length > 0) {
            const batch = this.#waiting.splice(0, this.#most);
            const work = this.#embed(batch)
                .catch((error) => void (this.#fault ??= { error }))
                .then(() => void this.#underWay.delete(work));
            this.#underWay.add(work);
        }
    }
    /** @returns whether nothing had to be embedded alone, so that it was the number of texts where a batch was refused */
    async #embed(batch) {
        for (const open of batch)
            open.text = cut(open.text, this.#mostCharacters);
        const texts = batch.map(({ text }) => text);
        const input = texts.reduce((sum, text) => sum + Math.ceil(Buffer.byteLength(text) / 4), 0);
        const received = await this.#line.exchange.send({
            build: () => ({ texts, parts: new Set() }),
            tokens: () => ({ input, output: 0 }),
            divisible: batch.length > 1,
        }, { calls: 0, input_tokens: 0, output_tokens: 0 });
        if (!('failed' in received)) {
            const { vectors, model } = received.reply;
            batch.forEach((open, i) => this.#answer(open, vectors[i], model));
            return true;
        }
        if (received.failed !== 'rejected' && received.failed !== 'filtered') {
            this.#giveUp(batch, received);
            return false;
        }
        if (batch.length > 1)
            return this.#embedHalves(batch);
        const [open] = batch;
        if (TOO_LONG.test(received.why) && open.text.length > SHORTEST) {
            open.text = cut(open.text, Math.max(SHORTEST, open.text.length >> 1));
            if (await this.#embed(batch))
                this.#mostCharacters = Math.min(this.#mostCharacters, open.text.length);
        }
        else
            this.#giveUp(batch, received);
        return false;
    }
    async #embedHalves(batch) {
        const half = Math.ceil(batch.length / 2);
        const done = [await this.#embed(batch.slice(0, half)), await this.#embed(batch.slice(half))];
        const wasNumber = done.every(Boolean);
        if (wasNumber)
            this.#most = Math.min(this.#most, half);
        return wasNumber;
    }
    #answer(open, vector, named) {
        const model = this.#line.connection.hideKey(named ?? this.#endpoint.model);
        const value = this.#cache?.put(open.key, { vector, model }) ?? { vector, model };
        this.models.add(value.model);
        this.#open.delete(open.key);
        for (const take of open.takers)
            take(value.vector);
    }
    #giveUp(batch, failed) {
        for (const { key, takers } of batch) {
            this.#open.delete(key);
            for (const take of takers)
                take(failed);
        }
    }
}
/** As the client words it. */
const TOO_LONG = /finds the texts too long/u;
/** The beginning of a text; no pair of surrogates is split. */
function cut(text, most) {
    return text.length <= most ? text : text.slice(0, most).toWellFormed();
}

// EXTERNAL MODULE: ./.build/contamination/index.js
var contamination = __webpack_require__(9295);
;// CONCATENATED MODULE: ./.build/semantic/texts.js

/** Of a longer text its beginning is embedded: about 1,000 tokens, which most models take. */
const MOST_CHARACTERS = 4_000;
/** Turns of a chat that are embedded. */
const MOST_TURNS = 8;
/** Keys that hold an answer, which leads away from the question that is looked for. */
const ANSWERS = ['output', 'completion', 'answer'];
/** What of an example is embedded: its question, or its answer where it has none. `''`: it says nothing. */
function exampleText(example) {
    const { question, answer } = (0,contamination/* evalParts */.LM)(example);
    const text = embeddable(question);
    return text === '' ? embeddable(answer) : text;
}
/**
 * What of a training row is embedded: what it asks. Each turn of a chat is one text, but for the last, which is an answer;
 * else all fields but an output, completion or answer are one. A very long row is embedded by its first piece.
 * @param row the row's number in reading order
 */
function rowTexts({ fields, text, source, piece }, row) {
    if (piece !== null && piece > 0)
        return [];
    const whole = { fields, text, source, piece };
    const starts = [];
    let at = 0;
    for (const field of fields) {
        starts.push(at);
        at += field.text.length + 1;
    }
    const isChat = fields.some(({ field }) => field.includes('['));
    const turns = fields.length > 1 ? fields.slice(0, -1) : fields;
    const asking = fields.filter(({ field }) => !ANSWERS.includes(field));
    const groups = isChat ? turns.slice(0, MOST_TURNS).map((turn) => [turn]) : [asking.length > 0 ? asking : fields];
    return groups.flatMap((group) => {
        const asked = embeddable(group.map((field) => field.text).join('\n'));
        if (asked === '')
            return [];
        return [{ row, text: asked, place: (0,contamination/* placeAt */.BW)(whole, starts[fields.indexOf(group[0])]) }];
    });
}
/** A text as it is sent: well-formed, without what ends a text for servers written in C, and not too long. */
function embeddable(text) {
    const sent = text.slice(0, MOST_CHARACTERS).toWellFormed().replaceAll('\0', ' ').trim();
    return /[\p{L}\p{N}]/u.test(sent) ? sent : '';
}

;// CONCATENATED MODULE: ./.build/semantic/search.js





const SECONDS_BETWEEN_LINES = 10;
/**
 * Embeds the examples' questions and then the training rows, all of them where they are few enough and else those that
 * share most with an example, and keeps the rows that are nearest to each example.
 * @throws GateError where the endpoint's options can't be right, or a file can't be read
 */
async function searchByMeaning(subject, options, context) {
    const embedder = await openEmbedder(options, context);
    try {
        return await new Search(subject, options, embedder, context.log).run();
    }
    finally {
        await embedder.close();
    }
}
class Search {
    #subject;
    #options;
    #embedder;
    #log;
    #failedExamples = 0;
    #failedRows = new Set();
    /** Rows that were under way when the search ended early. */
    #lostRows = new Set();
    #why = null;
    #embedded = 0;
    constructor(subject, options, embedder, log) {
        this.#subject = subject;
        this.#options = options;
        this.#embedder = embedder;
        this.#log = log;
    }
    async run() {
        const { examples, rows } = this.#subject;
        const { rows: most, minSimilarity } = this.#options;
        const texts = examples.map((example) => (example === null ? '' : exampleText(example)));
        const vectors = await this.#embedExamples(texts);
        const nearest = new NearestRows(vectors, minSimilarity);
        const isSearched = vectors.some((vector) => vector !== null);
        const chosen = rows > most && isSearched ? await this.#choose(texts) : null;
        if (isSearched)
            await this.#embedRows(nearest, chosen);
        return {
            similar: examples.map((_, i) => nearest.of(i)),
            examples: vectors.filter((vector) => vector !== null).length,
            rows: { total: rows, embedded: this.#embedded, left_out: chosen === null ? 0 : rows - chosen.size },
            models: [...this.#embedder.models].sort(),
            usage: this.#embedder.usage,
            stopped: this.#embedder.stopped,
            failed: { examples: this.#failedExamples, rows: this.#failedRows.size, why: this.#why },
        };
    }
    async #embedExamples(texts) {
        const vectors = texts.map(() => null);
        for (const [i, text] of texts.entries()) {
            if (text === '')
                continue;
            await this.#embedder.add(text, (result) => {
                if ('failed' in result) {
                    this.#failedExamples++;
                    this.#note(result);
                }
                else
                    vectors[i] = result;
            });
        }
        await this.#embedder.flush();
        return vectors;
    }
    async #choose(texts) {
        const candidates = new Candidates(texts, this.#options.rows);
        await this.#eachRow((row, number) => {
            for (const { text } of rowTexts(row, number))
                candidates.offer(number, text);
            return undefined;
        });
        return candidates.chosen();
    }
    async #embedRows(nearest, chosen) {
        const take = (found, result) => {
            if ('failed' in result) {
                (result.failed === 'stopped' ? this.#lostRows : this.#failedRows).add(found.row);
                this.#note(result);
            }
            else
                nearest.offer(result, found);
        };
        const total = chosen?.size ?? this.#subject.rows;
        const timer = setInterval(() => {
            const { calls, cached } = this.#embedder.usage;
            this.#log.info(`embedding training rows: ${this.#embedded} of ${total}; ${calls} calls, ${cached} texts from the cache`);
        }, SECONDS_BETWEEN_LINES * 1000);
        try {
            await this.#eachRow((row, number) => {
                if (chosen?.has(number) === false)
                    return undefined;
                let wait;
                const texts = rowTexts(row, number);
                for (const text of texts) {
                    const full = this.#embedder.add(text.text, (result) => take(text, result));
                    if (full !== undefined)
                        wait = full;
                }
                if (texts.length > 0)
                    this.#embedded++;
                return wait;
            });
            await this.#embedder.flush();
        }
        finally {
            clearInterval(timer);
        }
        this.#embedded -= new Set([...this.#failedRows, ...this.#lostRows]).size;
    }
    /** Reads the rows as the scan did, which has said already what is wrong with them; ends early where embedding has. */
    async #eachRow(take) {
        let number = -1;
        const silent = { ...this.#log, info: () => undefined, warn: () => undefined };
        try {
            await (0,search/* eachTrainingRow */.Q)(this.#subject.files, silent, (row) => {
                if (this.#embedder.stopped !== null)
                    throw new Stopped();
                if (row.piece === null || row.piece === 0)
                    number++;
                return take(row, number);
            });
        }
        catch (error) {
            if (!(error instanceof Stopped))
                throw error;
        }
    }
    #note({ why }) {
        this.#why ??= why;
    }
}
/** Ends the reading of rows. */
class Stopped extends Error {
}

;// CONCATENATED MODULE: ./.build/semantic/index.js
/** Finds eval examples in training rows by what they mean: embeddings find rows that are similar, a judge confirms them. */






/***/ })

};
