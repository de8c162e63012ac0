export const id = 872;
export const ids = [872];
export const modules = {

/***/ 7872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Removals: () => (/* reexport */ Removals),
  Q: () => (/* reexport */ eachTrainingRow),
  scanTraining: () => (/* reexport */ scanTraining),
  searchInside: () => (/* reexport */ searchInside),
  writeClean: () => (/* reexport */ writeClean)
});

// EXTERNAL MODULE: ./.build/contamination/levels.js
var levels = __webpack_require__(8760);
;// CONCATENATED MODULE: ./.build/contamination/clean/removals.js

/** Examples that removed.jsonl names of one row. */
const MOST_NAMED = 10;
/** Gathers the rows that a scan finds, by file. */
class Removals {
    #files = new Map();
    add = ({ suite, id, file, line, level, fingerprint }) => {
        const own = this.#files.get(file) ?? {
            lines: new Set(),
            fingerprints: new Set(),
            rows: new Map(),
        };
        this.#files.set(file, own);
        own.lines.add(line);
        own.fingerprints.add(fingerprint);
        const row = own.rows.get(line) ?? { file, line, level, examples: [] };
        own.rows.set(line, row);
        if ((0,levels/* compareLevels */.t9)(level, row.level) < 0)
            row.level = level;
        if (row.examples.length < MOST_NAMED)
            row.examples.push({ suite, id });
    };
    /** Null where nothing leaked into the file. */
    of(file) {
        const own = this.#files.get(file);
        return own === undefined ? null : { ...own, rows: [...own.rows.values()].sort((a, b) => a.line - b.line) };
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
;// CONCATENATED MODULE: ./.build/contamination/clean/bytes.js




const CHUNK_BYTES = 1 << 20;
function isGzip(file) {
    return /\.gz$/iu.test(file.shown);
}
/** A file's bytes as they are, unpacked where its name ends in .gz. */
async function* bytesOf(file) {
    const source = (0,external_node_fs_.createReadStream)(file.path, { highWaterMark: CHUNK_BYTES });
    if (!isGzip(file)) {
        yield* source;
        return;
    }
    const out = new external_node_stream_.PassThrough({ highWaterMark: CHUNK_BYTES });
    const done = (0,external_node_stream_promises_.pipeline)(source, (0,external_node_zlib_.createGunzip)({ chunkSize: CHUNK_BYTES }), out);
    done.catch(() => undefined); // the loop meets the same error
    yield* out;
    await done;
}
/** The bytes without those in the ranges, which are in order and don't touch. */
async function* without(chunks, ranges) {
    let offset = 0;
    let next = 0;
    for await (const chunk of chunks) {
        const end = offset + chunk.length;
        let at = offset;
        while (at < end) {
            while (next < ranges.length && ranges[next].end <= at)
                next++;
            const range = ranges[next];
            const keepTo = range === undefined ? end : Math.min(end, range.start);
            if (keepTo > at)
                yield chunk.subarray(at - offset, keepTo - offset);
            at = range === undefined || keepTo === end ? end : Math.min(end, range.end);
        }
        offset = end;
    }
}
/** The ranges of whole lines (with their line breaks), numbered from 1. */
async function lineRanges(chunks, isWanted) {
    const ranges = [];
    let [line, start, offset] = [1, 0, 0];
    const endLine = (end) => {
        if (end > start && isWanted(line))
            ranges.push({ start, end });
        line++;
        start = end;
    };
    for await (const chunk of chunks) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1))
            endLine(offset + at + 1);
        offset += chunk.length;
    }
    endLine(offset);
    return ranges;
}

// EXTERNAL MODULE: ./.build/folders.js
var folders = __webpack_require__(9431);
// EXTERNAL MODULE: ./.build/inside.js
var inside = __webpack_require__(9508);
;// CONCATENATED MODULE: ./.build/contamination/clean/folder.js





/** Lists what was removed; its first line says whose folder it is, and which files stand in it. */
const LIST = 'removed.jsonl';
/** A folder for clean training data: it holds nothing but what an earlier run wrote, and no input lies in it. */
class CleanFolder {
    path;
    names;
    constructor(path, names) {
        this.path = path;
        this.names = names;
    }
    /**
     * Looks at everything, and changes nothing.
     * @param shown the path as given
     * @throws GateError where it is not safe to write there
     */
    static async open(shown, inputs, access) {
        const place = { key: '--write-clean' };
        const path = (0,external_node_path_.resolve)(access.workingDirectory, shown);
        const standing = await (0,promises_.realpath)(await (0,folders/* nearestFolder */.x_)(path)).catch(() => null);
        const there = await (0,promises_.stat)(path).catch(() => null);
        if (standing === null || (there !== null && !there.isDirectory()))
            throw new errors/* GateError */.ue(`"${shown}" is not a folder; name one that is empty or not there yet`, place);
        if (access.root !== null && !(0,inside/* isInside */.F)(standing, await (0,promises_.realpath)(access.root)))
            throw new errors/* GateError */.ue(`"${shown}" lies outside the workspace; name a folder inside it`, place);
        for (const file of inputs) {
            const real = await (0,promises_.realpath)(file.path);
            if ((0,inside/* isInside */.F)(file.path, path) || (0,inside/* isInside */.F)(real, path) || (there !== null && (0,inside/* isInside */.F)(real, standing)))
                throw new errors/* GateError */.ue(`"${shown}" holds ${file.shown}, which is training data; name another folder`, place);
            if (file.shown.startsWith('..') || !(0,inside/* isInside */.F)(file.path, access.workingDirectory))
                throw new errors/* GateError */.ue(`${file.shown} lies outside the working directory, so it has no place in "${shown}"; run from a folder above it`, place);
        }
        const names = there === null ? [] : await ownFiles(path, shown);
        const twice = inputs.find(({ shown: name }) => name === LIST);
        if (twice !== undefined)
            throw new errors/* GateError */.ue(`${LIST} is what the list is called; rename that training file`, place);
        return new CleanFolder(path, names);
    }
    /** Takes out what an earlier run wrote. */
    async empty() {
        for (const name of [...this.names, LIST])
            await (0,promises_.rm)((0,external_node_path_.join)(this.path, name), { force: true });
        await (0,folders/* makeFolder */.fc)(this.path);
    }
    /** The path of a file to be written, its folder made. */
    async place(name) {
        const path = (0,external_node_path_.join)(this.path, ...name.split('/'));
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        return path;
    }
}
/** The files of a folder that an earlier run wrote, relative to it. */
async function ownFiles(path, shown) {
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
    if (entries.length === 0)
        return [];
    const header = await readHeader((0,external_node_path_.join)(path, LIST));
    const place = { key: '--write-clean' };
    if (header === null)
        throw new errors/* GateError */.ue(`"${shown}" is not empty, and eval-gate did not write it; name another folder`, place);
    const known = new Set([...header.files, LIST]);
    const names = [];
    for (const entry of entries) {
        if (entry.isDirectory())
            continue;
        const name = (0,external_node_path_.join)(entry.parentPath, entry.name)
            .slice(path.length + 1)
            .split(external_node_path_.sep)
            .join('/');
        if (!entry.isFile() || !known.has(name))
            throw new errors/* GateError */.ue(`"${shown}" holds ${name}, which eval-gate did not write; name another folder`, place);
        if (name !== LIST)
            names.push(name);
    }
    return names;
}
async function readHeader(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    try {
        const value = JSON.parse(text.slice(0, text.indexOf('\n')));
        const isOurs = value?.written_by === 'eval-gate scan --write-clean' && Array.isArray(value.files);
        return isOurs ? value : null;
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/index.js + 9 modules
var lib = __webpack_require__(6070);
// EXTERNAL MODULE: ./.build/data/index.js + 35 modules
var data = __webpack_require__(4442);
// EXTERNAL MODULE: ./.build/contamination/fingerprint.js
var contamination_fingerprint = __webpack_require__(9191);
// EXTERNAL MODULE: ./.build/text/index.js + 18 modules
var _build_text = __webpack_require__(8173);
// EXTERNAL MODULE: ./.build/contamination/training-row.js
var training_row = __webpack_require__(5664);
;// CONCATENATED MODULE: ./.build/contamination/pieces.js


/** Characters of text that are searched at once: longer rows would take memory in proportion. */
const PIECE_LENGTH = 1 << 22;
/** Characters that a piece repeats of the one before, so that what stands across the cut stands whole in one of them. */
const PIECE_OVERLAP = 1 << 16;
/**
 * The pieces of a row, in order: one of all its texts, or several where they are longer than a piece. Cuts are at white space
 * where there is any.
 * @param sizes in characters; the overlap, which words may double, is to be a small part of the length
 */
function* piecesOf(texts, source, sizes = { length: PIECE_LENGTH, overlap: PIECE_OVERLAP }) {
    const { length, overlap } = sizes;
    let piece = 0;
    let fields = [];
    let size = 0;
    let repeated = 0; // of `size`, what the piece before has too
    for (const { field, text } of texts) {
        let open = '';
        for (const chunk of typeof text === 'string' ? slices(text, length) : text.chunks()) {
            open += chunk;
            while (size + open.length > length) {
                const at = cutBefore(open, length - size, overlap, size > repeated);
                const cut = at === 0 ? fields : [...fields, { field, text: open.slice(0, at) }];
                yield (0,training_row/* trainingRow */.F)(cut, source, piece++);
                fields = tailOf(cut, overlap);
                const again = at === 0 ? '' : fields.pop().text;
                open = again + open.slice(at);
                size = sizeOf(fields);
                repeated = size;
            }
        }
        if (open !== '')
            fields.push({ field, text: open });
        size += open.length + 1;
    }
    if (fields.length > 0)
        yield (0,training_row/* trainingRow */.F)(fields, source, piece);
}
/** A string in parts: adding to a string millions of characters long copies it. */
function* slices(text, length) {
    for (let from = 0; from < text.length; from += length)
        yield text.slice(from, from + length);
}
function sizeOf(fields) {
    return fields.reduce((sum, { text }) => sum + text.length + 1, 0);
}
/** The end of some fields, from a word's start on and of at least `length` characters where there are so many. */
function tailOf(fields, length) {
    const tail = [];
    for (let [i, size] = [fields.length - 1, 0]; i >= 0 && size < length; i--) {
        const { field, text } = fields[i];
        const rest = text.length - (length - size);
        tail.unshift({ field, text: rest <= 0 ? text : text.slice(cutBefore(text, rest, length, rest < length)) });
        size += text.length + 1;
    }
    return tail;
}
/**
 * Where to cut a text: at the last white space at or before `limit`, looked for in `reach` characters.
 * @returns where there is none, 0 if the text may stay whole, else about the limit, which cuts a very long word in two
 */
function cutBefore(text, limit, reach, mayWait) {
    for (let at = limit; at > Math.max(0, limit - reach); at--)
        if ((0,_build_text/* isSpace */.xC)(text.charCodeAt(at)))
            return at;
    if (mayWait || limit <= 0)
        return 0;
    const splits = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(limit) & 0xfc00) === 0xdc00;
    return splits ? limit - 1 : limit;
}

// EXTERNAL MODULE: ./.build/contamination/training-text.js
var training_text = __webpack_require__(3689);
;// CONCATENATED MODULE: ./.build/contamination/clean/json-elements.js
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/**
 * The elements of the list that a JSON text is, or of each list that stands right in the object that it is, list by list.
 * The text is known to be valid.
 */
function elementsOf(bytes) {
    const lists = [];
    const first = bytes.findIndex((byte) => byte === OPEN_LIST || byte === OPEN_OBJECT);
    const level = bytes[first] === OPEN_LIST ? 1 : 2;
    const open = [];
    let start = -1;
    let end = -1;
    const isInList = () => open.length === level && open[level - 1] === OPEN_LIST;
    const finish = () => {
        if (start >= 0)
            lists.at(-1).push({ start, end });
        start = -1;
    };
    for (let at = Math.max(0, first); at < bytes.length; at++) {
        const byte = bytes[at];
        if (byte <= 0x20)
            continue;
        if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
            if (isInList())
                finish();
            open.pop();
            if (isInList())
                end = at + 1;
            continue;
        }
        if (byte === COMMA && isInList()) {
            finish();
            continue;
        }
        if (isInList() && start < 0)
            start = at;
        if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
            open.push(byte);
            if (isInList())
                lists.push([]);
        }
        else if (byte === QUOTE) {
            for (at++; bytes[at] !== QUOTE; at++)
                if (bytes[at] === BACKSLASH)
                    at++;
        }
        if (isInList())
            end = at + 1;
    }
    return lists;
}
/** What to take out of a list so that the chosen elements are gone and the rest is still a list. */
function withoutElements(elements, isChosen) {
    const chosen = elements.map(isChosen);
    const lastKept = chosen.lastIndexOf(false);
    return elements.flatMap((element, i) => {
        if (!chosen[i])
            return [];
        // With what stands up to the next element; behind the last that stays, with what stands before.
        if (i < lastKept)
            return [{ start: element.start, end: elements[i + 1].start }];
        const start = i === 0 ? element.start : elements[i - 1].end;
        return [{ start, end: element.end }];
    });
}

;// CONCATENATED MODULE: ./.build/contamination/clean/ranges.js









/** A larger JSON list is not held in memory. */
const MOST_JSON_BYTES = 1_000_000_000;
const FINDERS = new Map([
    ['jsonl', lines],
    ['ndjson', lines],
    ['json', ranges_elements],
    ['csv', (file, removals) => records(file, removals, ',')],
    ['tsv', (file, removals) => records(file, removals, '\t')],
    ['txt', passages],
    ['md', passages],
]);
/**
 * What finds the rows of a file.
 * @throws GateError for a format that can't be written
 */
function finderOf(file) {
    const [, format = '', packed] = /\.([^./]*?)(\.(?:gz|zst))?$/iu.exec(file.shown) ?? [];
    const finder = FINDERS.get(format.toLowerCase());
    if (finder !== undefined && packed?.toLowerCase() !== '.zst')
        return finder;
    const what = finder === undefined ? `.${format}` : '.zst';
    throw new errors/* GateError */.ue(`holds rows that leaked, and ${what} can't be written; convert the file to .jsonl or .jsonl.gz, and scan that`, { file: file.shown });
}
async function lines(file, { lines: wanted }) {
    return lineRanges(bytesOf(file), (line) => wanted.has(line));
}
async function ranges_elements(file, removals) {
    const chunks = [];
    let length = 0;
    for await (const chunk of bytesOf(file)) {
        length += chunk.length;
        if (length > MOST_JSON_BYTES) {
            throw new errors/* GateError */.ue('is a JSON list of more than 1 GB, too much to be written anew; save it as .jsonl', {
                file: file.shown,
            });
        }
        chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    if (bytes.find((byte) => byte === 0x5b || byte === 0x7b) === 0x7b && !isJson(bytes))
        return lines(file, removals);
    const text = ({ start, end }) => bytes.toString('utf8', start, end);
    const isChosen = (element) => {
        const row = parsed(text(element));
        return row !== null && isLeaking(row, file, removals);
    };
    return elementsOf(bytes).flatMap((list) => withoutElements(list, isChosen));
}
function isJson(bytes) {
    return parsed(bytes.toString('utf8').replace(/^\ufeff/u, '')) !== null;
}
/** The object that a text is, or null. */
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
    }
    catch {
        return null;
    }
}
async function records(file, removals, delimiter) {
    const ranges = [];
    const parser = external_node_stream_.Readable.from(bytesOf(file), { objectMode: false }).pipe((0,lib/* parse */.qg)({ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }));
    let header = null;
    let end = 0;
    for await (const item of parser) {
        const { record, info } = item;
        const start = end;
        end = info.bytes;
        if (header === null)
            header = record;
        else if (record.length === header.length) {
            const row = Object.fromEntries(header.map((name, i) => [name, record[i]]));
            if (isLeaking(row, file, removals))
                ranges.push({ start, end });
        }
    }
    return ranges;
}
/** Plain text has no rows of its own, so the lines of a whole run of paragraphs go. */
async function passages(file, removals) {
    const wanted = new Set();
    const options = { onBroken: () => undefined, onReplaced: () => undefined };
    for await (const { row, source } of (0,data/* readTrainingRows */.yT)(file, options)) {
        if (!isLeaking(row, file, removals))
            continue;
        const text = typeof row['text'] === 'string' ? row['text'] : '';
        const count = text.split('\n').length;
        for (let i = 0; i < count; i++)
            wanted.add(source.line + i);
    }
    return lineRanges(bytesOf(file), (line) => wanted.has(line));
}
function isLeaking(row, { shown }, { fingerprints }) {
    const texts = (0,training_text/* trainingTexts */.RG)(row, 'known');
    if (texts.length === 0)
        return false;
    for (const { text } of piecesOf(texts, { file: shown, line: 1 }))
        if (fingerprints.has((0,contamination_fingerprint/* fingerprint */.R)(text)))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./.build/contamination/clean/write.js










/**
 * Writes training data anew without the rows that leaked: under the same relative paths and in the same formats, every other
 * byte as it was (files with .gz are packed anew). removed.jsonl lists the rows that are gone.
 * @param shown the folder as given, relative to the working directory
 * @returns rows removed
 * @throws GateError where it is not safe to write there, or a file with leaks can't be written; then nothing was written
 */
async function writeClean(shown, files, removals, access) {
    const folder = await CleanFolder.open(shown, files, access);
    const plans = [];
    for (const file of files)
        plans.push(await planOf(file, removals.of(file.shown)));
    const rows = plans.flatMap(({ removals: own }) => own?.rows ?? []);
    const header = {
        written_by: 'eval-gate scan --write-clean',
        files: files.map((file) => file.shown),
        rows_removed: rows.length,
    };
    await folder.empty();
    // The list comes first: a folder that is left half-written says whose it is.
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder.path, LIST), [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join(''), {
        flag: 'wx',
    });
    for (const plan of plans)
        await write(plan, await folder.place(plan.file.shown));
    return rows.length;
}
async function planOf(file, removals) {
    if (removals === null)
        return { file, removals, ranges: [] };
    const ranges = await finderOf(file)(file, removals);
    if (ranges.length === 0)
        throw new errors/* GateError */.ue('no longer has the rows that leaked; was it changed during the scan?', { file: file.shown });
    return { file, removals, ranges };
}
async function write({ file, removals, ranges }, path) {
    if (removals === null) {
        await (0,promises_.copyFile)(file.path, path, promises_.constants.COPYFILE_EXCL);
        return;
    }
    const kept = external_node_stream_.Readable.from(without(bytesOf(file), ranges), { objectMode: false });
    const out = (0,external_node_fs_.createWriteStream)(path, { flags: 'wx' });
    await (isGzip(file) ? (0,external_node_stream_promises_.pipeline)(kept, (0,external_node_zlib_.createGzip)(), out) : (0,external_node_stream_promises_.pipeline)(kept, out));
}

;// CONCATENATED MODULE: ./.build/contamination/clean/index.js
/** Writes training data anew, without the rows that leaked. */



// EXTERNAL MODULE: ./.build/nearest.js
var nearest = __webpack_require__(2024);
;// CONCATENATED MODULE: ./.build/contamination/training-log.js

/** Rows of one kind that are named; the rest are counted. */
const NAMED_ROWS = 10;
/** Keys that a message names, and how much of each. */
const NAMED_KEYS = 8;
const KEY_LENGTH = 40;
/** A row's first few keys, cut to a readable length. */
function namedKeys(row) {
    return Object.keys(row).slice(0, NAMED_KEYS).map(namedKey);
}
function namedKey(key) {
    return key.slice(0, KEY_LENGTH);
}
/** Counts the rows that could not be read as they are, and names the first of them in the log. */
class SkippedRows {
    broken = 0;
    replaced = 0;
    #log;
    constructor(log) {
        this.#log = log;
    }
    onBroken = (source, message) => {
        if (++this.broken <= NAMED_ROWS)
            this.#log.warn(`${(0,errors/* placeText */.Z9)(source)}: ${message}; the row was not scanned`);
    };
    onReplaced = (source) => {
        if (++this.replaced <= NAMED_ROWS) {
            this.#log.warn(`${(0,errors/* placeText */.Z9)(source)}: is not valid UTF-8; the row was scanned with U+FFFD in the place of such bytes`);
        }
    };
    /** Counts rows that a block of rows had more than it names. */
    countMore(broken, replaced) {
        this.broken += broken;
        this.replaced += replaced;
    }
    /** Says how many were not named. */
    end() {
        if (this.broken > NAMED_ROWS)
            this.#log.warn(`${this.broken - NAMED_ROWS} more training rows were not scanned`);
        if (this.replaced > NAMED_ROWS)
            this.#log.warn(`${this.replaced - NAMED_ROWS} more training rows are not valid UTF-8`);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/field-notes.js





/** Words from which on a field that is not read is worth a warning: ids, categories and the like have fewer. */
const UNREAD_WORDS = 8;
/** Fields that a message names, and that warnings are given for. */
const field_notes_MOST_NAMED = 8;
/** Looks at a row and at what is searched of it. */
function observeFields(row, texts, choice) {
    const hasKnown = texts.some(({ field }) => training_text/* KNOWN_FIELDS */.sv.some((known) => isUnder(field, known)));
    const isUnread = ([, value]) => typeof value === 'string' &&
        (0,_build_text/* split */.lD)(value).length >= UNREAD_WORDS &&
        !texts.some(({ text }) => typeof text === 'string' && text.includes(value));
    return {
        keys: namedKeys(row),
        searched: hasKnown ? null : texts.slice(0, field_notes_MOST_NAMED).map(({ field }) => namedKey(field)),
        unread: choice === 'known' && hasKnown
            ? Object.entries(row)
                .filter(isUnread)
                .slice(0, 2 * field_notes_MOST_NAMED)
                .map(([key]) => key)
            : [],
        named: typeof choice === 'string' ? [] : choice.filter((name) => texts.some(({ field }) => isUnder(field, name))),
    };
}
/** Says once what is searched, or not, beyond the known fields; and sees to it that named ones are there. */
class FieldNotes {
    #choice;
    #log;
    #unread = new Set();
    /** Named fields that no row has had yet, and the keys that the first row has instead. */
    #missing;
    #keys = null;
    #saidEvery = false;
    constructor(choice, log) {
        this.#choice = choice;
        this.#log = log;
        this.#missing = new Set(typeof choice === 'string' ? [] : choice);
    }
    /** Takes what the first row of a file has. */
    seeFirst({ keys, searched, unread }, source) {
        this.#keys ??= keys;
        if (this.#choice !== 'known')
            return;
        if (searched === null)
            this.#warn(unread, source);
        else
            this.#sayEvery(searched, source);
    }
    /** Takes the named fields that rows have text under. */
    seeNamed(named) {
        for (const name of named)
            this.#missing.delete(name);
    }
    /** @throws GateError for a named field that no row had any text under, since a misspelt one would go unsearched */
    end() {
        for (const name of this.#missing) {
            throw new errors/* GateError */.ue(`no training row has any text under "${name}"${(0,nearest/* didYouMean */.a)(name, this.#keys ?? [])}`, {
                key: 'contamination.fields',
            });
        }
    }
    #sayEvery(searched, source) {
        if (this.#saidEvery)
            return;
        this.#saidEvery = true;
        this.#log.info(`${(0,errors/* placeText */.Z9)(source)}: has no known text field (${training_text/* KNOWN_FIELDS */.sv.join(', ')}), so every text of such rows is searched: ${searched.join(', ')}`);
    }
    #warn(unread, source) {
        for (const key of unread) {
            if (this.#unread.has(key) || this.#unread.size === field_notes_MOST_NAMED)
                continue;
            this.#unread.add(key);
            this.#log.warn(`${(0,errors/* placeText */.Z9)(source)}: ${namedKey(key)}: is not searched; only ${training_text/* KNOWN_FIELDS */.sv.join(', ')} are, or what contamination.fields names`);
        }
    }
}
/** Whether a path such as `messages[1].content` lies under a key. */
function isUnder(field, key) {
    return (field.startsWith(key) && (field.length === key.length || field[key.length] === '.' || field[key.length] === '['));
}

;// CONCATENATED MODULE: ./.build/contamination/engine/block-report.js





/** Takes rows and what becomes of them, and reports when asked. */
class BlockReporter {
    #searcher;
    #choice;
    #report = emptyReport();
    constructor(searcher, choice) {
        this.#searcher = searcher;
        this.#choice = choice;
    }
    /** Whether fields of rows must be looked at: of the first row, and of all where fields are named. */
    get needsFields() {
        return this.#report.first === null || typeof this.#choice !== 'string';
    }
    /** Counts a row that was found to hold nothing. */
    countRow() {
        this.#report.rows++;
    }
    onBroken = (source, message) => {
        if (this.#report.broken++ < NAMED_ROWS)
            this.#report.notes.push({ source, message });
    };
    onReplaced = (source) => {
        if (this.#report.replaced++ < NAMED_ROWS)
            this.#report.notes.push({ source, message: null });
    };
    /** Searches a row. */
    row(row, source) {
        const report = this.#report;
        const texts = textsOf(row, this.#choice);
        if (texts === null || texts.length === 0) {
            if (report.textlessKeys.length === 0)
                report.textlessKeys = namedKeys(row);
            this.onBroken(source, texts === null ? 'is too large' : 'has no text in a field that is searched');
            return;
        }
        report.rows++;
        if (this.needsFields) {
            const fields = observeFields(row, texts, this.#choice);
            report.first ??= { source, fields };
            for (const name of fields.named)
                report.named.add(name);
        }
        for (const piece of isShort(texts) ? [(0,training_row/* trainingRow */.F)(texts, source)] : piecesOf(texts, source)) {
            const found = this.#searcher.search(piece);
            if (found !== null)
                report.found.push({ source, found });
        }
    }
    /** What came since the last report. */
    report(lines) {
        const report = this.#report;
        report.lines = lines;
        this.#report = emptyReport();
        return report;
    }
}
function emptyReport() {
    return {
        lines: 0,
        rows: 0,
        broken: 0,
        replaced: 0,
        notes: [],
        textlessKeys: [],
        first: null,
        named: new Set(),
        found: [],
    };
}
/** Null where a list of numbers would be a longer text than JavaScript knows. */
function textsOf(row, choice) {
    try {
        return (0,training_text/* trainingTexts */.RG)(row, choice);
    }
    catch (error) {
        if (error instanceof RangeError)
            return null;
        throw error;
    }
}
/** Whether a row need not be cut into pieces. */
function isShort(texts) {
    let length = 0;
    for (const { text } of texts) {
        if (typeof text !== 'string')
            return false;
        length += text.length;
    }
    return length <= PIECE_LENGTH;
}

;// CONCATENATED MODULE: ./.build/contamination/engine/unpacked-blocks.js

const LINE_FEED = 10;
/**
 * Cuts the bytes of a packed file of JSON Lines into blocks of whole lines as they come.
 * @param size of a block in bytes; one with a longer line is as long as that line
 * @param spare bytes of blocks that were searched, which are taken from here
 * @throws GateError where the file can't be read or unpacked, or is UTF-16
 */
async function* unpackedBlocks(file, size, spare) {
    const fresh = () => Buffer.from(spare.pop() ?? new ArrayBuffer(size + 1));
    const blockOf = (bytes, length) => ({
        kind: 'block',
        shown: file.shown,
        bytes: bytes.buffer,
        length,
    });
    let block = fresh();
    let filled = 0;
    let isTooLong = false; // the line at hand, the beginning of which was handed on
    for await (const chunk of (0,data/* readBytes */.io)(file)) {
        let from = 0;
        if (isTooLong) {
            const feed = chunk.indexOf(LINE_FEED);
            if (feed < 0)
                continue;
            isTooLong = false;
            from = feed + 1;
        }
        while (from < chunk.length) {
            const room = Math.min(chunk.length - from, block.length - 1 - filled);
            chunk.copy(block, filled, from, from + room);
            from += room;
            filled += room;
            if (filled < block.length - 1)
                break;
            const end = block.subarray(0, filled).lastIndexOf(LINE_FEED) + 1;
            if (end === 0 && filled <= data/* MAX_ROW_BYTES */.mb) {
                const wider = Buffer.from(new ArrayBuffer(2 * block.length));
                block.copy(wider, 0, 0, filled);
                block = wider;
                continue;
            }
            const next = fresh();
            const full = block;
            if (end > 0)
                full.copy(next, 0, end, filled);
            filled = end > 0 ? filled - end : 0;
            block = next;
            yield blockOf(full, end > 0 ? end : full.length - 1);
            if (end > 0)
                continue;
            const feed = chunk.indexOf(LINE_FEED, from);
            isTooLong = feed < 0;
            from = isTooLong ? chunk.length : feed + 1;
        }
    }
    if (filled > 0)
        yield blockOf(block, filled);
}

;// CONCATENATED MODULE: ./.build/contamination/engine/plan.js




/** Bytes of a task: few enough to lie in a core's cache between being read and being searched. */
const BLOCK_BYTES = 1 << 21;
/** A file's size in bytes, 0 where it is known only at the end. */
function plan_sizeOf(file) {
    if (file === data/* STDIN */.TF)
        return 0;
    try {
        return (0,external_node_fs_.statSync)(file.path).size;
    }
    catch (error) {
        throw new errors/* GateError */.ue('can not be read', { file: file.shown }, { cause: error });
    }
}
/** All steps of a scan, in file order. */
async function* stepsOf(files, spare) {
    for (const { file, size } of files) {
        const lines = (0,data/* isJsonLines */.qh)(file);
        if (lines === false)
            yield { file, kind: 'rows', bytes: size };
        else if (lines === 'stream') {
            for await (const task of unpackedBlocks(file, BLOCK_BYTES, spare)) {
                yield { file, kind: 'task', task, bytes: file === data/* STDIN */.TF ? task.length : 0 };
            }
        }
        else {
            for (let start = 0; start < size; start += BLOCK_BYTES) {
                const end = Math.min(size, start + BLOCK_BYTES);
                const task = { kind: 'range', path: file.path, shown: file.shown, start, end };
                yield { file, kind: 'task', task, bytes: end - start };
            }
        }
        yield { file, kind: 'end', bytes: lines === 'stream' ? size : 0 };
    }
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(5919);
;// CONCATENATED MODULE: ./.build/contamination/engine/pool.js



/** The bundle of worker.ts, which lies beside that of whoever starts it. */
const WORKER_FILE = 'scan-worker.js';
/** Tasks that a thread has at once, so that the next one waits where the last one ends. */
const TASKS_EACH = 2;
/** Short-lived objects are few; V8's own limit would let every thread gather tens of megabytes of them. */
const YOUNG_MEGABYTES = 8;
/** Threads that carry out tasks, each the next one that waits. */
class Pool {
    width;
    #threads;
    #waiting = [];
    #fault = null;
    constructor(threads, setup) {
        this.width = threads * (TASKS_EACH + 1);
        this.#threads = Array.from({ length: threads }, () => this.#start(setup));
    }
    async run(task) {
        return new Promise((resolve, reject) => {
            if (this.#fault !== null)
                reject(asError(this.#fault));
            else {
                this.#waiting.push({ task, resolve, reject });
                this.#dispatch();
            }
        });
    }
    async close() {
        this.#fault ??= new Error('the threads were ended');
        await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
    }
    #start(setup) {
        const worker = new external_node_worker_threads_.Worker((0,external_node_path_.join)(import.meta.dirname, WORKER_FILE), {
            workerData: setup,
            resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
        });
        const thread = { worker, tasks: [] };
        worker.on('message', (answer) => {
            const { resolve, reject } = thread.tasks.shift();
            if ('fault' in answer)
                reject(new errors/* GateError */.ue(answer.fault, answer.place));
            else
                resolve(answer);
            this.#dispatch();
        });
        worker.on('error', (error) => this.#fail(error));
        worker.on('messageerror', (error) => this.#fail(error));
        worker.on('exit', (code) => this.#fail(new Error(`a scanning thread ended (exit code ${code})`)));
        return thread;
    }
    #dispatch() {
        while (this.#waiting.length > 0) {
            const [idle] = this.#threads.toSorted((a, b) => a.tasks.length - b.tasks.length);
            if (idle === undefined || idle.tasks.length >= TASKS_EACH)
                return;
            const next = this.#waiting.shift();
            idle.tasks.push(next);
            idle.worker.postMessage(next.task, next.task.kind === 'block' ? [next.task.bytes] : []);
        }
    }
    /** Whatever ends a thread ends the scan: what it was to search is not searched. */
    #fail(error) {
        if (this.#fault !== null)
            return;
        this.#fault = outOfMemory(error) ?? error;
        const open = [...this.#threads.flatMap(({ tasks }) => tasks), ...this.#waiting];
        for (const { reject } of open)
            reject(asError(this.#fault));
    }
}
function outOfMemory(error) {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new errors/* GateError */.ue('the scan ran out of memory; training rows of hundreds of megabytes need a machine with more of it')
        : null;
}
function asError(error) {
    return error instanceof Error ? error : new Error(String(error));
}

;// CONCATENATED MODULE: ./.build/contamination/engine/progress.js
/** How often a long scan says how far it is. */
const SECONDS = 5;
/** Says every few seconds how far the scan is. */
class Progress {
    rows = 0;
    bytes = 0;
    #start = performance.now();
    #next = this.#start + SECONDS * 1000;
    #total;
    #log;
    /** @param total bytes, as many as `add` will be told; null where that is not known */
    constructor(total, log) {
        this.#total = total;
        this.#log = log;
    }
    add(rows, bytes) {
        this.rows += rows;
        this.bytes += bytes;
        const now = performance.now();
        if (now < this.#next)
            return;
        this.#next = now + SECONDS * 1000;
        const seconds = (now - this.#start) / 1000;
        const speed = this.bytes / seconds;
        const left = this.#total === null || speed === 0 ? '' : `, ${timeText((this.#total - this.bytes) / speed)} left`;
        this.#log.info(`scanning training data: ${this.rows} rows, ${megabytes(this.bytes)} MB${this.#total === null ? '' : ` of ${megabytes(this.#total)} MB`}, ${megabytes(speed)} MB/s${left}`);
    }
}
function megabytes(bytes) {
    return String(Math.round(bytes / 1e6));
}
function timeText(seconds) {
    return seconds < 90 ? `${Math.ceil(Math.max(0, seconds))} s` : `${Math.ceil(seconds / 60)} min`;
}

;// CONCATENATED MODULE: ./.build/contamination/engine/json-texts.js

const [json_texts_QUOTE, json_texts_BACKSLASH, json_texts_COMMA, COLON, MINUS, POINT] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2e];
const [json_texts_OPEN_LIST, json_texts_CLOSE_LIST, json_texts_OPEN_OBJECT, json_texts_CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Bytes that stand in a string of JSON for themselves; others end it, escape something, or are not ASCII. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 0x20 && byte < 0x80 && byte !== json_texts_QUOTE && byte !== json_texts_BACKSLASH));
/** What may stand behind a backslash, without \u. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"\\/bfnrt'.includes(String.fromCharCode(byte))));
/** A turn of a chat has its text under the first of these that is not empty. */
const TURN_KEYS = ['content', 'value', 'text'];
const CHAT_KEYS = ['messages', 'conversations', 'conversation'];
const MOST_TURNS = 1000;
const KEYS = training_text/* KNOWN_GROUPS */.ZS.flatMap((names, group) => names.map((name) => ({ name: Buffer.from(name), group, isChat: CHAT_KEYS.includes(name) })));
const TURNS = TURN_KEYS.map((name) => ({ name: Buffer.from(name), group: 0, isChat: false }));
/**
 * Finds the texts of a training row in the bytes of a line of JSON, where the row is a plain one: an object of strings,
 * numbers and the like, or with a chat of such objects, all of it ASCII without \u. It is sure of nothing else. What it is
 * sure of is valid JSON but for the texts themselves, in which control characters, \u and bytes from 0x80 on are left to
 * whoever reads them.
 */
class JsonTexts {
    /** Where each text begins and ends in the bytes, in the reading order of `trainingTexts(row, 'known')`. None is empty. */
    spans = new Int32Array(2 * MOST_TURNS);
    count = 0;
    /** Of each known key where its string begins and ends; -1 where the row has not that key, and 0 where its value is null. */
    #starts = new Int32Array(KEYS.length);
    #ends = new Int32Array(KEYS.length);
    /** The same of the turn at hand. */
    #turnStarts = new Int32Array(TURNS.length);
    #turnEnds = new Int32Array(TURNS.length);
    #chat = new Int32Array(2 * MOST_TURNS);
    #chatTurns = 0;
    #chatKey = -1;
    #bytes = Buffer.alloc(0);
    /**
     * Reads the line from `from` up to `to`, where a line feed stands.
     * @returns whether the row is a plain one with any text
     */
    read(bytes, from, to) {
        this.#bytes = bytes;
        this.#starts.fill(-1);
        this.#chatKey = -1;
        const end = this.#object(this.#space(from), KEYS, this.#starts, this.#ends, to);
        return end > 0 && this.#space(end) >= to && this.#choose();
    }
    /** Lists the texts of the first group that has any; what stands under other known keys must be plain too. */
    #choose() {
        let chosen = -1;
        this.count = 0;
        for (let key = 0; key < KEYS.length; key++) {
            const start = this.#starts[key];
            if (start < 0)
                continue;
            const { group } = KEYS[key];
            const isEmpty = key === this.#chatKey ? this.#chatTurns === 0 : start === this.#ends[key];
            if (isEmpty)
                continue;
            if (chosen !== -1 && group !== chosen) {
                if (!this.#isPlain(key))
                    return false;
                continue;
            }
            chosen = group;
            if (key === this.#chatKey) {
                this.spans.set(this.#chat.subarray(0, 2 * this.#chatTurns));
                this.count = this.#chatTurns;
            }
            else {
                this.spans[2 * this.count] = start;
                this.spans[2 * this.count + 1] = this.#ends[key];
                this.count++;
            }
        }
        return chosen !== -1;
    }
    #isPlain(key) {
        if (key !== this.#chatKey)
            return this.#plainEnd(this.#starts[key]) === this.#ends[key];
        for (let turn = 0; turn < this.#chatTurns; turn++) {
            if (this.#plainEnd(this.#chat[2 * turn]) !== this.#chat[2 * turn + 1])
                return false;
        }
        return true;
    }
    /** @returns the place behind the object, or -1 where it is no plain one. Negative where this is unsure, as below. */
    #object(from, keys, starts, ends, to) {
        const bytes = this.#bytes;
        if (bytes[from] !== json_texts_OPEN_OBJECT)
            return -1;
        for (let at = this.#space(from + 1);;) {
            if (bytes[at] !== json_texts_QUOTE)
                return -1;
            const keyEnd = this.#plainEnd(at + 1);
            if (keyEnd < 0 || bytes[keyEnd] !== json_texts_QUOTE)
                return -1;
            const key = keyOf(bytes, at + 1, keyEnd, keys);
            at = this.#space(keyEnd + 1);
            if (bytes[at] !== COLON)
                return -1;
            at = this.#space(at + 1);
            if (key >= 0) {
                if (starts[key] !== -1)
                    return -1; // a key given twice
                at = this.#known(at, key, keys, starts, ends, to);
            }
            else
                at = this.#other(at);
            if (at < 0)
                return -1;
            at = this.#space(at);
            if (bytes[at] === json_texts_CLOSE_OBJECT)
                return at + 1;
            if (bytes[at] !== json_texts_COMMA)
                return -1;
            at = this.#space(at + 1);
        }
    }
    /** A value that is or may be a text. */
    #known(at, key, keys, starts, ends, to) {
        const bytes = this.#bytes;
        const first = bytes[at];
        const { isChat } = keys[key];
        if (first === json_texts_QUOTE && !isChat) {
            const end = closingQuote(bytes, at + 1, to);
            starts[key] = at + 1;
            ends[key] = end;
            return end < 0 ? -1 : end + 1;
        }
        if (first === json_texts_OPEN_LIST && isChat && this.#chatKey === -1) {
            this.#chatKey = key;
            starts[key] = at;
            ends[key] = at;
            return this.#turns(at, to);
        }
        if (first !== 0x6e)
            return -1;
        starts[key] = 0;
        ends[key] = 0;
        return this.#other(at);
    }
    #turns(from, to) {
        const bytes = this.#bytes;
        this.#chatTurns = 0;
        let at = this.#space(from + 1);
        for (;;) {
            this.#turnStarts.fill(-1);
            at = this.#object(at, TURNS, this.#turnStarts, this.#turnEnds, to);
            if (at < 0 || this.#chatTurns === MOST_TURNS)
                return -1;
            let chosen = -1;
            for (let key = 0; key < TURNS.length; key++) {
                const start = this.#turnStarts[key];
                if (start <= 0 || start === this.#turnEnds[key])
                    continue;
                if (chosen === -1)
                    chosen = key;
                else if (this.#plainEnd(start) !== this.#turnEnds[key])
                    return -1;
            }
            if (chosen === -1)
                return -1; // the texts under its other keys count
            this.#chat[2 * this.#chatTurns] = this.#turnStarts[chosen];
            this.#chat[2 * this.#chatTurns + 1] = this.#turnEnds[chosen];
            this.#chatTurns++;
            at = this.#space(at);
            if (bytes[at] === json_texts_CLOSE_LIST)
                return at + 1;
            if (bytes[at] !== json_texts_COMMA)
                return -1;
            at = this.#space(at + 1);
        }
    }
    /** A value that is no text: the place behind it, -1 where it is a list, an object, or no JSON. */
    #other(at) {
        const bytes = this.#bytes;
        switch (bytes[at]) {
            case json_texts_QUOTE: {
                const end = this.#plainEnd(at + 1);
                return end < 0 || bytes[end] !== json_texts_QUOTE ? -1 : end + 1;
            }
            case 0x6e:
                return bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c ? at + 4 : -1;
            case 0x74:
                return bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65 ? at + 4 : -1;
            case 0x66:
                return bytes[at + 1] === 0x61 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x73 && bytes[at + 4] === 0x65
                    ? at + 5
                    : -1;
            default:
                return numberEnd(bytes, at);
        }
    }
    /** Where plain bytes and escapes end: at a quote, or -1. */
    #plainEnd(from) {
        const bytes = this.#bytes;
        let at = from;
        for (;;) {
            while (PLAIN[bytes[at]] === 1)
                at++;
            if (bytes[at] === json_texts_QUOTE)
                return at;
            if (bytes[at] !== json_texts_BACKSLASH || ESCAPED[bytes[at + 1]] !== 1)
                return -1;
            at += 2;
        }
    }
    #space(from) {
        const bytes = this.#bytes;
        let at = from;
        for (let byte = bytes[at]; byte === 0x20 || byte === 0x09 || byte === 0x0d; byte = bytes[at])
            at++;
        return at;
    }
}
/** The number of a key among `keys`, or -1. */
function keyOf(bytes, from, to, keys) {
    for (let key = 0; key < keys.length; key++) {
        const { name } = keys[key];
        if (name.length !== to - from)
            continue;
        let i = 0;
        while (i < name.length && name[i] === bytes[from + i])
            i++;
        if (i === name.length)
            return key;
    }
    return -1;
}
/** The quote that ends a string; -1 where there is none before `to`. */
function closingQuote(bytes, from, to) {
    for (let at = bytes.indexOf(json_texts_QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(json_texts_QUOTE, at + 1)) {
        let before = at - 1;
        while (before >= from && bytes[before] === json_texts_BACKSLASH)
            before--;
        if ((at - before) % 2 === 1)
            return at;
    }
    return -1;
}
/** The place behind a number as JSON writes it, or -1. */
function numberEnd(bytes, from) {
    const start = bytes[from] === MINUS ? from + 1 : from;
    let at = digitsEnd(bytes, start);
    if (at === start || (at > start + 1 && bytes[start] === 0x30))
        return -1;
    if (bytes[at] === POINT) {
        const end = digitsEnd(bytes, at + 1);
        if (end === at + 1)
            return -1;
        at = end;
    }
    if ((bytes[at] | 0x20) === 0x65) {
        const sign = bytes[at + 1];
        const exponent = sign === MINUS || sign === 0x2b ? at + 2 : at + 1;
        at = digitsEnd(bytes, exponent);
        if (at === exponent)
            return -1;
    }
    return at;
}
function digitsEnd(bytes, from) {
    let at = from;
    while (bytes[at] >= 0x30 && bytes[at] <= 0x39)
        at++;
    return at;
}

;// CONCATENATED MODULE: ./.build/contamination/engine/block-scanner.js



const block_scanner_LINE_FEED = 10;
/** Longer lines are read as texts, which may come in pieces. */
const MOST_BYTES = 1 << 20;
/** Searches blocks of whole lines of JSON: most rows by their bytes alone, and only what may hold something as a text. */
class BlockScanner {
    #searcher;
    #choice;
    #reporter;
    #texts = new JsonTexts();
    constructor(searcher, choice) {
        this.#searcher = searcher;
        this.#choice = choice;
        this.#reporter = new BlockReporter(searcher, choice);
    }
    /**
     * @param bytes one more than `end` of them: a line feed is set behind the last line
     * @param start where the first line begins
     * @param end behind the last line, with or without its line feed
     * @param file the path as shown to the user
     */
    scan(bytes, start, end, file) {
        const texts = this.#texts;
        const reporter = this.#reporter;
        bytes[end] = block_scanner_LINE_FEED;
        const mayBePlain = this.#choice === 'known';
        let line = 0;
        for (let from = start; from < end; line++) {
            const to = bytes.indexOf(block_scanner_LINE_FEED, from);
            const isPlain = mayBePlain && to - from <= MOST_BYTES && !reporter.needsFields && texts.read(bytes, from, to);
            if (isPlain && !this.#searcher.mayHold(bytes, texts.spans, texts.count))
                reporter.countRow();
            else
                this.#line(bytes.subarray(from, to), line + 1, file);
            from = to + 1;
        }
        return reporter.report(line);
    }
    #line(bytes, line, file) {
        const read = (0,data/* parseTrainingLine */.gB)(bytes);
        if (read === null)
            return;
        const source = { file, line };
        if (typeof read.row === 'string')
            this.#reporter.onBroken(source, read.row);
        else {
            if (!read.isUtf8)
                this.#reporter.onReplaced(source);
            this.#reporter.row(read.row, source);
        }
    }
}

;// CONCATENATED MODULE: ./.build/contamination/engine/range-reader.js



const range_reader_LINE_FEED = 10;
/** What is read at first behind a range to find the end of its last line. */
const TAIL_BYTES = 1 << 16;
/** A larger buffer is given back after a very long line. */
const MOST_KEPT = 1 << 24;
/** Reads ranges of files into a buffer that is used again and again. */
class RangeReader {
    #buffer = Buffer.alloc(0);
    #path = '';
    #file = -1;
    /**
     * The lines that begin in the range, which is true of the last one's beginning only: its end is read too.
     * @throws GateError where the file can't be read or is UTF-16
     */
    read(task) {
        try {
            this.#open(task.path);
            return this.#lines(task);
        }
        catch (error) {
            if (error.syscall === undefined)
                throw error;
            const { code } = error;
            throw new errors/* GateError */.ue(`can not be read (${code ?? (0,errors/* messageOf */.bD)(error)})`, { file: task.shown }, { cause: error });
        }
    }
    close() {
        if (this.#file !== -1)
            (0,external_node_fs_.closeSync)(this.#file);
        this.#file = -1;
        this.#path = '';
    }
    #open(path) {
        if (path === this.#path)
            return;
        this.close();
        this.#file = (0,external_node_fs_.openSync)(path, 'r');
        this.#path = path;
    }
    #lines({ start, end, shown }) {
        // The byte before tells whether a line begins with the range.
        const offset = start === 0 ? 0 : start - 1;
        const length = end - offset;
        if (this.#buffer.length > MOST_KEPT)
            this.#buffer = Buffer.alloc(0);
        this.#reserve(length, 0);
        let filled = this.#fill(0, length, offset);
        const own = this.#buffer.subarray(0, filled);
        let first = 0;
        if (start === 0)
            first = filled - (0,data/* withoutMark */.E_)(own, { shown }).length;
        else {
            const feed = own.indexOf(range_reader_LINE_FEED);
            first = feed < 0 ? length : feed + 1;
        }
        if (first >= filled)
            return { bytes: this.#buffer, start: 0, end: 0 };
        const last = own.lastIndexOf(range_reader_LINE_FEED) + 1;
        if (last === length)
            return { bytes: this.#buffer, start: first, end: last };
        for (let more = TAIL_BYTES; filled - last <= data/* MAX_ROW_BYTES */.mb + 1; more *= 2) {
            this.#reserve(filled + more, filled);
            const read = this.#fill(filled, more, offset + filled);
            const feed = this.#buffer.subarray(filled, filled + read).indexOf(range_reader_LINE_FEED);
            if (feed >= 0)
                return { bytes: this.#buffer, start: first, end: filled + feed + 1 };
            filled += read;
            if (read < more)
                break;
        }
        return { bytes: this.#buffer, start: first, end: filled };
    }
    /** Reads up to `length` bytes; fewer where the file ends. */
    #fill(at, length, position) {
        let filled = 0;
        while (filled < length) {
            const read = (0,external_node_fs_.readSync)(this.#file, this.#buffer, at + filled, length - filled, position + filled);
            if (read === 0)
                break;
            filled += read;
        }
        return filled;
    }
    /** Room for so many bytes and one more. */
    #reserve(length, kept) {
        if (this.#buffer.length > length)
            return;
        const wider = Buffer.allocUnsafeSlow(length + 1);
        this.#buffer.copy(wider, 0, 0, kept);
        this.#buffer = wider;
    }
}

;// CONCATENATED MODULE: ./.build/contamination/engine/task-runner.js


/** Carries tasks out in the thread that it is made in. */
class TaskRunner {
    width = 1;
    #scanner;
    #reader = new RangeReader();
    constructor(searcher, fields) {
        this.#scanner = new BlockScanner(searcher, fields);
    }
    /** @throws GateError where a file can't be read */
    runNow(task) {
        if (task.kind === 'range') {
            const { bytes, start, end } = this.#reader.read(task);
            return { report: this.#scanner.scan(bytes, start, end, task.shown), bytes: null };
        }
        const { bytes, length, shown } = task;
        return { report: this.#scanner.scan(Buffer.from(bytes), 0, length, shown), bytes };
    }
    async run(task) {
        return Promise.resolve(this.runNow(task));
    }
    async close() {
        this.#reader.close();
        return Promise.resolve();
    }
}

;// CONCATENATED MODULE: ./.build/contamination/engine/search-training.js










/** Less than this is searched before threads have started; packed bytes count several times. */
const LEAST_BYTES = 8_000_000;
const PACKED = 4;
/** Rows of other formats that are reported at a time. */
const ROWS_AT_ONCE = 256;
/**
 * Searches every training row with any text. Plain JSON Lines are cut into ranges that threads read and search; what is packed
 * is unpacked here and searched there; rows of other formats are read and searched here. What is found comes in file order
 * whatever the number of threads. Rows that can't be read or have no text are counted as broken, and the first few are named
 * in the log.
 * @throws GateError where a file can't be read, where not one row of a file can be used, or there is no row at all
 */
async function searchTraining(search) {
    const files = search.files.map((file) => ({ file, size: plan_sizeOf(file) }));
    const merger = new Merger(search, files);
    const spare = [];
    const executor = executorFor(search, files);
    const interruption = whenAborted(search.interrupted);
    try {
        const steps = stepsOf(files, spare);
        const queue = [];
        for (let isEnd = false;;) {
            while (!isEnd && queue.length < executor.width) {
                const step = steps.next();
                step.catch(() => undefined); // where it is not waited for any more
                const next = await Promise.race([step, interruption]);
                if (next.done === true)
                    isEnd = true;
                else {
                    const reply = next.value.kind === 'task' ? executor.run(next.value.task) : null;
                    reply?.catch(() => undefined); // it is thrown when its turn comes
                    queue.push({ step: next.value, reply });
                }
            }
            const head = queue.shift();
            if (head === undefined)
                break;
            const { step, reply } = head;
            if (step.kind === 'end')
                merger.endFile(step.file);
            else if (reply === null)
                await searchRows(step.file, search, merger);
            else {
                const { report, bytes } = await reply;
                if (bytes !== null)
                    spare.push(bytes);
                await merger.take(report, step.file);
            }
            merger.progress.add(0, step.bytes);
            if (search.interrupted.aborted)
                throw new errors/* GateError */.ue('the scan was interrupted before it had seen all training data');
        }
    }
    finally {
        await executor.close();
        if (search.files.includes(data/* STDIN */.TF))
            process.stdin.destroy(); // it may never end
    }
    return merger.end();
}
function executorFor({ searcher, fields, local, threads }, files) {
    const bytes = files.reduce((sum, { file, size }) => sum + weightOf(file, size), 0);
    if (searcher === null || threads <= 1 || bytes < LEAST_BYTES)
        return new TaskRunner(local, fields);
    return new Pool(threads, { searcher, fields });
}
/** Never resolves; rejects once the signal is aborted. */
function whenAborted(signal) {
    const interruption = new Promise((_, reject) => {
        const stop = () => reject(new errors/* GateError */.ue('the scan was interrupted before it had seen all training data'));
        if (signal.aborted)
            stop();
        else
            signal.addEventListener('abort', stop);
    });
    interruption.catch(() => undefined); // it may come when nobody waits
    return interruption;
}
/** Bytes that threads can share, or about so many. */
function weightOf(file, size) {
    const lines = (0,data/* isJsonLines */.qh)(file);
    if (lines === 'stream')
        return file === data/* STDIN */.TF ? Infinity : PACKED * size;
    return lines ? size : 0;
}
/** Reads and searches the rows of a file one after another. */
async function searchRows(file, { local, fields }, merger) {
    const reporter = new BlockReporter(local, fields);
    let rows = 0;
    for await (const { row, source } of (0,data/* readTrainingRows */.yT)(file, reporter)) {
        reporter.row(row, source);
        if (++rows % ROWS_AT_ONCE === 0)
            await merger.take(reporter.report(0), file);
    }
    await merger.take(reporter.report(0), file);
}
/** Puts reports together in file order. */
class Merger {
    progress;
    #search;
    #skipped;
    #notes;
    /** Of the file at hand: its lines so far, and what is told where none of its rows can be used. */
    #lines = 0;
    #rows = 0;
    #broken = 0;
    #textlessKeys = [];
    constructor(search, files) {
        this.#search = search;
        this.#skipped = new SkippedRows(search.log);
        this.#notes = new FieldNotes(search.fields, search.log);
        const bytes = files.reduce((sum, { size }) => sum + size, 0);
        this.progress = new Progress(search.files.includes(data/* STDIN */.TF) ? null : bytes, search.log);
    }
    async take(report, file) {
        const isFirst = this.#rows === 0;
        const place = this.#placer(file);
        this.#tell(report, isFirst, place);
        this.#notes.seeNamed(report.named);
        if (this.#textlessKeys.length === 0)
            this.#textlessKeys = report.textlessKeys;
        this.#rows += report.rows;
        this.#broken += report.broken;
        this.#lines += report.lines;
        this.progress.add(report.rows, 0);
        for (const { source, found } of report.found) {
            const written = this.#search.take(found, place(source));
            if (written !== undefined)
                await written;
        }
    }
    /** @throws GateError where the file has rows, and none that can be used */
    endFile(file) {
        if (this.#rows === 0 && this.#broken > 0)
            throw this.#unusable(file);
        [this.#lines, this.#rows, this.#broken, this.#textlessKeys] = [0, 0, 0, []];
    }
    end() {
        const { files } = this.#search;
        const { rows, bytes } = this.progress;
        this.#skipped.end();
        if (rows === 0) {
            throw new errors/* GateError */.ue('the training data has no rows, so nothing was scanned', { file: files[0]?.shown });
        }
        this.#notes.end();
        const { broken, replaced } = this.#skipped;
        return { files: files.length, rows, bytes, broken_rows: broken, not_utf8_rows: replaced };
    }
    /** Where rows of a block stand in the file. The same object for the same object, since it tells rows apart. */
    #placer(file) {
        const before = this.#lines;
        let [last, placed] = [null, { file: file.shown, line: 0 }];
        return (source) => {
            if (source !== last)
                [last, placed] = [source, before === 0 ? source : { ...source, line: before + source.line }];
            return placed;
        };
    }
    /** What one thread alone would have said, in the order of rows. */
    #tell(report, isFirst, place) {
        const { notes, broken, replaced } = report;
        let first = isFirst ? report.first : null;
        for (const { source, message } of notes) {
            if (first !== null && first.source.line < source.line) {
                this.#notes.seeFirst(first.fields, place(first.source));
                first = null;
            }
            if (message === null)
                this.#skipped.onReplaced(place(source));
            else
                this.#skipped.onBroken(place(source), message);
        }
        if (first !== null)
            this.#notes.seeFirst(first.fields, place(first.source));
        const named = notes.filter(({ message }) => message !== null).length;
        this.#skipped.countMore(broken - named, replaced - (notes.length - named));
    }
    #unusable(file) {
        const { fields } = this.#search;
        const keys = this.#textlessKeys;
        const seen = keys.length === 0 ? '' : ` (seen: ${keys.join(', ')})`;
        const named = typeof fields === 'string' ? training_text/* KNOWN_FIELDS */.sv : fields;
        const what = keys.length === 0 ? 'not one row can be read' : `no row has any text that is searched${seen}`;
        return new errors/* GateError */.ue(`${what}; training rows hold ${named.join(', ')}`, { file: file.shown });
    }
}

;// CONCATENATED MODULE: ./.build/contamination/engine/each-row.js

/** Finds every row as it is. */
const every = { mayHold: () => true, search: (row) => row };
/**
 * Hands every training row with any text to `take`, in file order and in this thread, and waits for what it returns. Rows are
 * read as a scan reads them.
 * @throws GateError as `searchTraining` does
 */
function eachTrainingRow(files, log, take) {
    const never = new AbortController().signal;
    return searchTraining({
        ...{ files, log, searcher: null, threads: 1, local: every, fields: 'known', interrupted: never },
        take: (row, source) => take({ ...row, source }),
    });
}

;// CONCATENATED MODULE: ./.build/contamination/engine/shared.js
/** The same value with all of its typed arrays in memory that threads can share, so that none of them has its own. */
function shareArrays(value) {
    if (isTypedArray(value))
        return sharedCopy(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shareArrays(part)]));
}
function isTypedArray(value) {
    return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
function sharedCopy(array) {
    const copy = new array.constructor(new SharedArrayBuffer(array.byteLength));
    copy.set(array);
    return copy;
}

;// CONCATENATED MODULE: ./.build/contamination/engine/index.js
/** Reads training data and holds it against an index with all cores: ranges of bytes to threads, what they find in order. */




// EXTERNAL MODULE: ./.build/contamination/text.js
var contamination_text = __webpack_require__(4752);
;// CONCATENATED MODULE: ./.build/contamination/robust/characters.js
/** What a character is to the words of a text. */
const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
/** A character of a script that is written without spaces: a token of its own. */
const LONE = 3;
/** Is dropped, and what stands on both sides of it belongs together. */
const JOINER = 4;
/** May begin markup, or stand inside a number: what follows decides. */
const MARKUP = 5;
/** Classes of ASCII characters. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
    const character = String.fromCharCode(unit);
    if (/[a-z]/iu.test(character))
        return LETTER;
    if (/\d/u.test(character))
        return DIGIT;
    if (/['_]/u.test(character))
        return JOINER;
    return /[\\&<,]/u.test(character) ? MARKUP : SEPARATOR;
});
/** A folded character packs its class above its code point. */
const CLASS_SHIFT = 21;
const POINT_MASK = (1 << CLASS_SHIFT) - 1;
function classOf(packed) {
    return packed >>> CLASS_SHIFT;
}
function pointOf(packed) {
    return packed & POINT_MASK;
}
const UNSPACED = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
/** Marks that are left out where they are written, as accents and vowel points are; other marks make up the letter. */
const DIACRITIC = /[\p{Script=Inherited}]|(?=[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}])\p{Mn}/u;
/** Apostrophes and their look-alikes, and characters without a shape, such as U+200B, U+00AD and U+FEFF. */
const JOINING = /['_\p{Cf}\u2018\u2019\u02bc\u00b4\uff07]/u;
/** Letters of Cyrillic and Greek that look the same as a Latin one, and the Latin ones. */
const LOOK_ALIKES = new Map(['аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw', 'αa οo ιi κk νv ρp τt υu χx'].flatMap((pairs) => pairs.split(' ').map(([other, latin]) => [other, latin])));
const known = new Map();
/**
 * A character as it counts: its compatibility decomposition (NFKD) in lower case without diacritics, one packed number each,
 * and one letter for those of Latin, Cyrillic and Greek that look the same. Every character is folded by itself, so that a place in the folded text has its place in the original.
 */
function fold(point) {
    let folded = known.get(point);
    if (folded === undefined) {
        folded = foldNew(String.fromCodePoint(point));
        known.set(point, folded);
    }
    return folded;
}
function foldNew(character) {
    if (JOINING.test(character) || DIACRITIC.test(character))
        return Int32Array.of(JOINER << CLASS_SHIFT);
    // Upper case first: it makes one of both lower-case sigmas, and SS of the sharp s.
    const plain = character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
    return Int32Array.from(Array.from(plain), (one) => packed(LOOK_ALIKES.get(one) ?? one));
}
function packed(character) {
    const point = character.codePointAt(0);
    if (/\p{Nd}/u.test(character))
        return (DIGIT << CLASS_SHIFT) | (0x30 + digitValue(point));
    if (DIACRITIC.test(character))
        return JOINER << CLASS_SHIFT;
    if (!/[\p{L}\p{M}\p{N}]/u.test(character))
        return SEPARATOR << CLASS_SHIFT;
    return ((UNSPACED.test(character) ? LONE : LETTER) << CLASS_SHIFT) | point;
}
/** Decimal digits stand in Unicode in rows of ten, from 0 to 9. */
function digitValue(point) {
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(point - before - 1)))
        before++;
    return before % 10;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/markup.js
/** Commands of LaTeX that dress a text and are no words of it. */
const LATEX_DRESSING = words(`
  text textbf textit textrm texttt textsf textsc emph mathrm mathbf mathit mathbb mathcal mathsf boldsymbol operatorname
  frac dfrac tfrac cfrac left right big Big bigg Bigg bigl bigr Bigl Bigr begin end cdot times div quad qquad displaystyle
  textstyle limits underline overline hat bar vec boxed fbox mbox hspace vspace label tag nonumber newline item hline
`);
/** Commands that begin like an escaped line break, tab or return, and are words. */
const LATEX_NTR = words('nabla ne neq neg nu not notin tan tanh tau theta tilde to top triangle rangle rceil rfloor rho');
const ENTITIES = words('amp lt gt quot apos nbsp ensp emsp ldquo rdquo lsquo rsquo laquo raquo ndash mdash hellip times');
const TAGS = words(`
  a b i u s p em strong br hr li ul ol h1 h2 h3 h4 h5 h6 div span code pre sub sup td tr th table tbody thead img blockquote
`);
const COMMAND = /\\([a-z]+)/iuy;
const ENTITY = /&([a-z]{2,6});/iuy;
/** A tag's name, and what stands behind it where it is nothing but attributes. */
const TAG = /<\/?([a-z]+[1-6]?)(?=[\s>/])(?:(?:\s+[\w:-]+=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))+\s*\/?>)?/iuy;
/** A character that is written as its number in Unicode, or a letter by its name. */
const NUMBERED = /&#(?:(\d{1,7})|x([\da-f]{1,6}));|\\u([\da-f]{4}(?:\\u[\da-f]{4})?)/iuy;
const NAMED_LETTER = /&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron);/iuy;
const LAST_POINT = 0x10ffff;
const THOUSANDS = /,\d{3}(?!\d)/uy;
/**
 * How many UTF-16 units at `index` are the dress of the text and no part of it: a LaTeX command, an escaped line break, the
 * name of an HTML tag or entity. 1 where only the character itself is.
 */
function dressAt(text, index) {
    switch (text.charCodeAt(index)) {
        case 0x5c: {
            const command = matchAt(COMMAND, text, index)?.[1];
            if (command === undefined)
                return 1;
            if (LATEX_DRESSING.has(command))
                return 1 + command.length;
            return /^[ntr]/u.test(command) && !LATEX_NTR.has(command) ? 2 : 1;
        }
        case 0x26: {
            const entity = matchAt(ENTITY, text, index)?.[0];
            return entity !== undefined && ENTITIES.has(entity.slice(1, -1)) ? entity.length : 1;
        }
        case 0x3c: {
            const tag = matchAt(TAG, text, index);
            return tag !== null && TAGS.has(tag[1].toLowerCase()) ? tag[0].length : 1;
        }
        default:
            return 1;
    }
}
/** A character that stands at `index` in HTML's or JSON's writing, and where the text goes on behind it. */
function escapeAt(text, index) {
    const numbered = matchAt(NUMBERED, text, index);
    if (numbered !== null) {
        const [whole, decimal, hexadecimal, units] = numbered;
        if (units !== undefined)
            return unescaped(units, index);
        const point = decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal);
        return point > LAST_POINT ? null : { point, next: index + whole.length };
    }
    const named = matchAt(NAMED_LETTER, text, index);
    return named === null ? null : { point: named[1].charCodeAt(0), next: index + named[0].length };
}
/** The first character of one or two UTF-16 units such as `d83d\ude00`, the first of which is written at `index` + 2. */
function unescaped(units, index) {
    const [first, second] = units.split(/\\u/iu).map((unit) => parseInt(unit, 16));
    const isPair = second !== undefined && (first & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00;
    return isPair
        ? { point: 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff), next: index + 12 }
        : { point: first, next: index + 6 };
}
/** Whether the comma at `index`, after a digit, groups thousands, as in 80,000. */
function groupsThousands(text, index) {
    return matchAt(THOUSANDS, text, index) !== null;
}
function matchAt(pattern, text, index) {
    pattern.lastIndex = index;
    return pattern.exec(text);
}
function words(list) {
    return new Set(list.trim().split(/\s+/u));
}

;// CONCATENATED MODULE: ./.build/contamination/robust/tokens.js


/** Kinds of tokens. */
const WORD = 0;
const NUMBER = 1;
/** A token's hash is a polynomial in its characters, so that the hash of two joined tokens follows from theirs. */
const BASE = 0x01000193;
/** Keeps numbers apart from words, and characters of unspaced scripts from words of one letter. */
const NUMBER_SALT = 0x5bd1e995;
const LONE_SALT = 0x2545f491;
/** Endings that an apostrophe cuts off, or a space or a dash in its place: they belong to the word before. */
const [S, T, D, M, LL, RE, VE] = ['s', 't', 'd', 'm', 'll', 're', 've'].map(hashOf);
const LONGEST_ENDING = 2;
/** Each ending at the place that the lower bits of its hash say; they are all different. */
const ENDINGS_MASK = 63;
const ENDINGS = new Int32Array(ENDINGS_MASK + 1);
for (const ending of [S, T, D, M, LL, RE, VE])
    ENDINGS[ending & ENDINGS_MASK] = ending;
const LONGEST = 0xffff;
/** Letters of the longest word that is none without spaces, and letters one by one that are no formula or list any more. */
const LONGEST_WORD = 24;
const SPACED_LETTERS = 12;
/** The tokens of a text, in typed arrays that are used again for the next text. */
class Tokens {
    hashes = new Int32Array(1024);
    /** WORD (also a character of an unspaced script) or NUMBER. */
    kinds = new Uint8Array(1024);
    /** Characters, at most 65,535. */
    lengths = new Uint16Array(1024);
    /** Where each begins and ends in the text, in UTF-16 units. */
    starts = new Int32Array(1024);
    ends = new Int32Array(1024);
    count = 0;
    /** Letters of the longest word, and the most words of one letter one after another, numbers between them left out. */
    longestWord = 0;
    spacedLetters = 0;
    /** 1 for characters of unspaced scripts. */
    #isLone = new Uint8Array(1024);
    /** Words of one letter at the end. */
    #streak = 0;
    clear() {
        this.count = 0;
        this.longestWord = 0;
        this.spacedLetters = 0;
        this.#streak = 0;
    }
    /** Replaces what it holds by the tokens of a text. */
    read(text) {
        this.clear();
        let kind = SEPARATOR;
        let hash = 0;
        let length = 0;
        let start = 0;
        let end = 0;
        for (let i = 0; i < text.length;) {
            const unit = text.charCodeAt(i);
            let point = unit;
            let next = i + 1;
            if (unit < 128) {
                const found = ASCII[unit];
                if (found === LETTER || found === DIGIT) {
                    if (kind !== found) {
                        if (kind !== SEPARATOR)
                            this.add(kind, hash, length, start, end);
                        kind = found;
                        hash = 0;
                        length = 0;
                        start = i;
                    }
                    hash = (Math.imul(hash, BASE) + (found === LETTER ? unit | 0x20 : unit)) | 0;
                    length++;
                    end = ++i;
                    continue;
                }
                if (found === JOINER || (unit === 0x2c && kind === DIGIT && end === i && groupsThousands(text, i))) {
                    i++;
                    continue;
                }
                const escape = unit === 0x5c || unit === 0x26 ? escapeAt(text, i) : null; // \ or &
                if (escape === null) {
                    if (kind !== SEPARATOR)
                        this.add(kind, hash, length, start, end);
                    kind = SEPARATOR;
                    i += found === MARKUP ? dressAt(text, i) : 1;
                    continue;
                }
                ({ point, next } = escape);
            }
            else if (unit >= 0xd800) {
                point = text.codePointAt(i);
                if (point > 0xffff)
                    next++;
            }
            for (const packed of fold(point)) {
                const found = classOf(packed);
                if (found === JOINER)
                    continue;
                if (kind !== found || found === LONE) {
                    if (kind !== SEPARATOR)
                        this.add(kind, hash, length, start, end);
                    kind = found;
                    hash = 0;
                    length = 0;
                    start = i;
                }
                hash = (Math.imul(hash, BASE) + pointOf(packed)) | 0;
                length++;
                end = next;
            }
            i = next;
        }
        if (kind !== SEPARATOR)
            this.add(kind, hash, length, start, end);
    }
    /** Whether a token is a word, and no character of an unspaced script. */
    isWord(i) {
        return this.kinds[i] === WORD && this.#isLone[i] === 0;
    }
    /** Whether a token is a word of one letter. */
    isLetter(i) {
        return this.lengths[i] === 1 && this.isWord(i);
    }
    /** Whether a token is a number of one digit. */
    isDigit(i) {
        return this.lengths[i] === 1 && this.kinds[i] === NUMBER;
    }
    /** Adds a token of other tokens. */
    copy(from, i) {
        this.#push(from.hashes[i], from.kinds[i], from.lengths[i], from.starts[i], from.ends[i]);
        this.#isLone[this.count - 1] = from.#isLone[i];
    }
    /** Adds tokens `first` up to `end` of other tokens, which are numbers, as one. */
    copyJoined(from, first, end) {
        let hash = 0;
        let length = 0;
        for (let i = first; i < end; i++) {
            hash = (Math.imul(hash, power(from.lengths[i])) + (from.hashes[i] ^ NUMBER_SALT)) | 0;
            length += from.lengths[i];
        }
        this.#push(hash ^ NUMBER_SALT, NUMBER, Math.min(LONGEST, length), from.starts[first], from.ends[end - 1]);
        this.#isLone[this.count - 1] = 0;
    }
    addWord(hash, length, start, end) {
        this.#push(hash, WORD, length, start, end);
        this.#isLone[this.count - 1] = 0;
    }
    /** Appends a token, or lengthens the last one where it is an ending of it. */
    add(kind, hash, length, start, end) {
        const last = this.count - 1;
        if (length <= LONGEST_ENDING &&
            kind === LETTER &&
            last >= 0 &&
            this.kinds[last] === WORD &&
            this.lengths[last] > 1 &&
            isEnding(hash, length)) {
            this.hashes[last] = (Math.imul(this.hashes[last], power(length)) + hash) | 0;
            this.lengths[last] = Math.min(LONGEST, this.lengths[last] + length);
            this.ends[last] = end;
            return;
        }
        const salt = kind === DIGIT ? NUMBER_SALT : kind === LONE ? LONE_SALT : 0;
        this.#push(hash ^ salt, kind === DIGIT ? NUMBER : WORD, Math.min(LONGEST, length), start, end);
        this.#isLone[this.count - 1] = kind === LONE ? 1 : 0;
        if (kind === DIGIT)
            return;
        this.#streak = kind === LETTER && length === 1 ? this.#streak + 1 : 0;
        if (this.#streak > this.spacedLetters)
            this.spacedLetters = this.#streak;
        if (kind === LETTER && length > this.longestWord)
            this.longestWord = length;
    }
    /**
     * Appends words and numbers of plain ASCII, as `add` does one by one, but without their places and faster.
     * @param shapes of each token its class, and four times its length above it
     */
    addPlain(rawHashes, shapes, rawCount) {
        while (this.hashes.length < this.count + rawCount)
            this.#grow();
        const { hashes, kinds, lengths } = this;
        let count = this.count;
        let longest = this.longestWord;
        let spaced = this.spacedLetters;
        let streak = this.#streak;
        this.#isLone.fill(0, count, count + rawCount);
        for (let i = 0; i < rawCount; i++) {
            const hash = rawHashes[i];
            const shape = shapes[i];
            const length = shape >> 2;
            if (ENDINGS[hash & ENDINGS_MASK] === hash && length <= LONGEST_ENDING && (shape & 3) === LETTER) {
                const last = count - 1;
                if (last >= 0 && kinds[last] === WORD && lengths[last] > 1) {
                    hashes[last] = (Math.imul(hashes[last], power(length)) + hash) | 0;
                    lengths[last] = Math.min(LONGEST, lengths[last] + length);
                    continue;
                }
            }
            const isNumber = (shape & DIGIT) >> 1; // 1 or 0, as WORD and NUMBER are: branches would often go wrong
            const isLetter = ((length - 2) >>> 31) & ~isNumber;
            hashes[count] = hash ^ (NUMBER_SALT & -isNumber);
            kinds[count] = isNumber;
            lengths[count] = length > LONGEST ? LONGEST : length;
            count++;
            streak = (streak + isLetter) & -(isLetter | isNumber);
            if (streak > spaced)
                spaced = streak;
            if (length > longest && isNumber === 0)
                longest = length;
        }
        this.count = count;
        this.longestWord = longest;
        this.spacedLetters = spaced;
        this.#streak = streak;
    }
    #push(hash, kind, length, start, end) {
        if (this.count === this.hashes.length)
            this.#grow();
        const i = this.count++;
        this.hashes[i] = hash;
        this.kinds[i] = kind;
        this.lengths[i] = length;
        this.starts[i] = start;
        this.ends[i] = end;
    }
    #grow() {
        const size = this.hashes.length * 2;
        this.hashes = wider(this.hashes, new Int32Array(size));
        this.kinds = wider(this.kinds, new Uint8Array(size));
        this.lengths = wider(this.lengths, new Uint16Array(size));
        this.starts = wider(this.starts, new Int32Array(size));
        this.ends = wider(this.ends, new Int32Array(size));
        this.#isLone = wider(this.#isLone, new Uint8Array(size));
    }
}
function isEnding(hash, length) {
    return length === 1
        ? hash === S || hash === T || hash === D || hash === M
        : hash === LL || hash === RE || hash === VE;
}
/** Whether the `parts` tokens of `many` from `first` on, written as one, are the token `at` of `one`. */
function isJoined(many, first, parts, one, at) {
    const kind = one.kinds[at];
    const salt = kind === NUMBER ? NUMBER_SALT : 0;
    let hash = 0;
    let length = 0;
    for (let i = first; i < first + parts; i++) {
        if (many.kinds[i] !== kind)
            return false;
        length += many.lengths[i];
        if (length > one.lengths[at])
            return false;
        hash = (Math.imul(hash, power(many.lengths[i])) + (many.hashes[i] ^ salt)) | 0;
    }
    return length === one.lengths[at] && hash === (one.hashes[at] ^ salt);
}
/** The hash of a word of ASCII letters. */
function hashOf(word) {
    let hash = 0;
    for (let i = 0; i < word.length; i++)
        hash = (Math.imul(hash, BASE) + (word.charCodeAt(i) | 0x20)) | 0;
    return hash;
}
/** The hash of a word with another letter, in lower case, behind it. */
function appended(hash, letter) {
    return (Math.imul(hash, BASE) + letter) | 0;
}
/** BASE to the power of a length, modulo 2^32. */
function power(length) {
    let product = 1;
    for (let i = 0; i < length; i++)
        product = Math.imul(product, BASE);
    return product;
}
function wider(from, to) {
    to.set(from);
    return to;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/eval-texts.js

function readEvalTexts(parts) {
    const tokens = new Tokens();
    const pieces = [];
    const starts = [0];
    const known = new Map();
    const textOf = (text) => {
        tokens.read(text);
        const hashes = tokens.hashes.slice(0, tokens.count);
        const key = Buffer.from(hashes.buffer).toString('latin1');
        let number = known.get(key);
        if (number === undefined) {
            number = pieces.length;
            known.set(key, number);
            pieces.push({
                hashes,
                kinds: tokens.kinds.slice(0, tokens.count),
                lengths: tokens.lengths.slice(0, tokens.count),
            });
            starts.push(starts.at(-1) + tokens.count);
        }
        return number;
    };
    const questions = Int32Array.from(parts, ({ question }) => textOf(question));
    const answers = Int32Array.from(parts, ({ answer }) => textOf(answer));
    const total = starts.at(-1);
    const all = { hashes: new Int32Array(total), kinds: new Uint8Array(total), lengths: new Uint16Array(total) };
    pieces.forEach(({ hashes, kinds, lengths }, text) => {
        all.hashes.set(hashes, starts[text]);
        all.kinds.set(kinds, starts[text]);
        all.lengths.set(lengths, starts[text]);
    });
    const empty = known.get('') ?? -1;
    return {
        tokens: all,
        starts: Int32Array.from(starts),
        questions,
        answers,
        groups: groupsOf(questions, answers, empty),
    };
}
function groupsOf(questions, answers, empty) {
    const groups = new Map();
    questions.forEach((question, example) => {
        const answer = answers[example];
        const key = question === empty ? answer : question;
        const group = groups.get(key) ?? new Set();
        groups.set(key, group.add(question).add(answer));
    });
    return [...groups.values()].map((group) => [...group]);
}

;// CONCATENATED MODULE: ./.build/contamination/robust/gram-map.js
/** Of the filter: 2^22 bits are half a megabyte, which a core's cache holds. */
const FILTER_BITS = 22;
/** A map of these hashes, none of them twice. */
function gramMap(hashes) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2)));
    const map = {
        size: hashes.length,
        filter: new Int32Array(2 ** (FILTER_BITS - 5)),
        hashes: new Int32Array(slots),
        numbers: new Int32Array(slots).fill(-1),
    };
    hashes.forEach((hash, number) => {
        let slot = hash & (slots - 1);
        while (map.numbers[slot] !== -1)
            slot = (slot + 1) & (slots - 1);
        map.hashes[slot] = hash;
        map.numbers[slot] = number;
        const bit = hash >>> (32 - FILTER_BITS);
        map.filter[bit >>> 5] |= 1 << (bit & 31);
    });
    return map;
}
/** The number of a gram, or -1. */
function gramNumber({ filter, hashes, numbers }, hash) {
    if (filterBit(filter, hash) === 0)
        return -1;
    let slot = hash & (hashes.length - 1);
    while (numbers[slot] !== -1 && hashes[slot] !== hash)
        slot = (slot + 1) & (hashes.length - 1);
    return numbers[slot];
}
/** 0 where no gram of the map has this hash, otherwise 1. */
function filterBit(filter, hash) {
    const bit = hash >>> (32 - FILTER_BITS);
    return (filter[bit >>> 5] >>> (bit & 31)) & 1;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/grams.js


/** Tokens in a gram: short enough that one stands between two edits that are five words apart. */
const GRAM = 3;
/** Stands for a number whose value is left open. */
const ANY_NUMBER = 0x7feb352d;
/**
 * A hash of the three tokens from `i` on. Where one of them is a number, its value is left open, so that a text with other
 * numbers is found too; with two or three numbers they count as they are, since arithmetic is otherwise all alike.
 */
function gramHash({ hashes, kinds }, i) {
    const first = kinds[i];
    const second = kinds[i + 1];
    const third = kinds[i + 2];
    const opens = first + second + third === NUMBER;
    return mixed(opens && first === NUMBER ? ANY_NUMBER : hashes[i], opens && second === NUMBER ? ANY_NUMBER : hashes[i + 1], opens && third === NUMBER ? ANY_NUMBER : hashes[i + 2]);
}
/**
 * Finds the grams of `count` tokens that a map has: sets `hits` to the tokens where one starts, and `grams` at each of these
 * to its number. At other tokens `grams` means nothing.
 *
 * Nothing else takes so much of a scan, so that it goes in two steps: the first, for all tokens, has no branch that depends on
 * them; the second looks at those few that pass the map's filter.
 * @returns how many hits there are
 */
function findGrams({ hashes, kinds }, count, map, grams, hits) {
    const passed = passFilter(hashes, kinds, count, map.filter, grams, hits);
    let found = 0;
    for (let k = 0; k < passed; k++) {
        const i = hits[k];
        const gram = gramNumber(map, grams[i]);
        if (gram === -1)
            continue;
        grams[i] = gram;
        hits[found++] = i;
    }
    return found;
}
/** Sets `grams` to the hashes of all grams, and `hits` to where those start that pass the filter. */
function passFilter(hashes, kinds, count, filter, grams, hits) {
    let passed = 0;
    let first = hashes[0];
    let second = hashes[1];
    let firstKind = kinds[0];
    let secondKind = kinds[1];
    for (let i = 0; i + GRAM <= count; i++) {
        const third = hashes[i + 2];
        const thirdKind = kinds[i + 2];
        const sum = firstKind + secondKind + thirdKind;
        const opens = ((sum ^ NUMBER) - 1) >> 31; // all ones where just one is a number
        const hash = mixed(first ^ ((first ^ ANY_NUMBER) & -firstKind & opens), second ^ ((second ^ ANY_NUMBER) & -secondKind & opens), third ^ ((third ^ ANY_NUMBER) & -thirdKind & opens));
        grams[i] = hash;
        hits[passed] = i;
        passed += filterBit(filter, hash);
        first = second;
        second = third;
        firstKind = secondKind;
        secondKind = thirdKind;
    }
    return passed;
}
/** A hash of `count` tokens from `i` on, numbers left open. */
function openHash({ hashes, kinds }, i, count) {
    let hash = count;
    for (let k = i; k < i + count; k++)
        hash = mixed(hash, kinds[k] === NUMBER ? ANY_NUMBER : hashes[k], k - i);
    return hash;
}
function mixed(a, b, c) {
    let hash = (Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35)) + Math.imul(c, 0x27d4eb2f);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    return hash ^ (hash >>> 15);
}

;// CONCATENATED MODULE: ./.build/contamination/robust/numbering.js
/** Numbers hashes from 0 in the order in which they come: a Map of numbers in typed arrays, several times as fast. */
class Numbering {
    size = 0;
    /** Open addressing, at most half full: a hash, and behind it its number + 1 or 0, so that both are fetched at once. */
    #slots;
    #hashes;
    /** @param expected about how many different hashes will come: growing takes longer than all else */
    constructor(expected = 512) {
        const size = 2 ** Math.ceil(Math.log2(Math.max(512, expected)));
        this.#slots = new Int32Array(size * 4);
        this.#hashes = new Int32Array(size);
    }
    /** The number of a hash, a new one where it comes for the first time. */
    number(hash) {
        const slot = this.#slot(hash);
        const known = this.#slots[slot + 1];
        if (known > 0)
            return known - 1;
        if (this.size === this.#hashes.length) {
            this.#grow();
            return this.number(hash);
        }
        this.#slots[slot] = hash;
        this.#hashes[this.size] = hash;
        this.#slots[slot + 1] = ++this.size;
        return this.size - 1;
    }
    /** All hashes by their numbers. */
    hashes() {
        return this.#hashes.slice(0, this.size);
    }
    #slot(hash) {
        const slots = this.#slots;
        const mask = slots.length - 2;
        let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
        while (slots[slot + 1] !== 0 && slots[slot] !== hash)
            slot = (slot + 2) & mask;
        return slot;
    }
    #grow() {
        const hashes = this.#hashes;
        this.#hashes = new Int32Array(hashes.length * 2);
        this.#hashes.set(hashes);
        this.#slots = new Int32Array(hashes.length * 8);
        hashes.forEach((hash, number) => {
            const slot = this.#slot(hash);
            this.#slots[slot] = hash;
            this.#slots[slot + 1] = number + 1;
        });
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/commonness.js

/**
 * How common words are in any text: the share of short English texts that hold them, in three steps. It matters where an
 * eval set is too small to show by itself which words say little; a set of thousands outweighs it.
 */
const SHARES = [
    [0.5, 'the a of to and in'],
    [
        0.2,
        `is that it for was on are as with he she his her they you i be this have from or by what how many much if at not an has
    had will each all can do does there their its my your we who which when one so than more no but were per`,
    ],
    [
        0.05,
        `would could should about into up out over after before them him me us our been being did get make made go take two three
    four five six first last most some any only other also then these those such just like time day year week month people
    number total use used using between because while where why write give find new want need know same next left long every
    both few less own very now may might must shall`,
    ],
];
/** Of numbers by their digits, of other words by their letters: short ones are common in every language. */
const NUMBER_SHARES = [0.2, 0.06, 0.02];
const RARE_NUMBER = 0.005;
const SHORT_SHARES = [0.02, 0.02, 0.006];
const RARE_WORD = 0.002;
const shareOf = new Map(SHARES.flatMap(([share, words]) => words.split(/\s+/u).map((word) => [hashOf(word), share])));
/** The share of texts that a token is expected in, from its hash, kind and length, 0-1. */
function commonness(hash, kind, length) {
    if (kind === NUMBER)
        return NUMBER_SHARES[length - 1] ?? RARE_NUMBER;
    return shareOf.get(hash) ?? SHORT_SHARES[length - 1] ?? RARE_WORD;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/weights.js



/** How many texts of everyday English stand beside the eval set's own when words are counted. */
const PRIOR_TEXTS = 1000;
/** Tokens in a row that examples must share for these to be a template of theirs. */
const TEMPLATE = 8;
/** Examples that must share them: two alone may be one and its copy. */
const TEMPLATE_GROUPS = 3;
/** @param grams the number of the gram at each token, or -1, and in how many groups each gram stands */
function weigh(texts, grams, gramGroups) {
    const bits = tokenBits(texts);
    const novelty = templateNovelty(texts, grams, gramGroups);
    const weights = new Float64Array(bits.length);
    eachText(texts, (start, end) => {
        for (let i = start; i < end; i++) {
            // A phrase of three tokens that k examples have counts 1/sqrt(k): the mean of those that the token stands in.
            let logs = 0;
            let phrases = 0;
            for (let k = Math.max(start, i - 2); k <= i && grams[k] !== -1; k++) {
                logs += Math.log(gramGroups[grams[k]]);
                phrases++;
            }
            const rarity = phrases === 0 ? 1 : Math.exp(-logs / phrases / 2);
            weights[i] = bits[i] * Math.min(rarity, novelty[i]);
        }
    });
    return { bits, novelty, weights };
}
function tokenBits(texts) {
    const { tokens, groups } = texts;
    const numbering = new Numbering();
    const numbers = tokens.hashes.map((hash) => numbering.number(hash));
    const holders = groupCounts(texts, numbers, numbering.size);
    const bits = new Float64Array(numbers.length);
    const times = new Int32Array(numbering.size);
    eachText(texts, (start, end) => {
        for (let i = start; i < end; i++)
            times[numbers[i]] = 0;
        for (let i = start; i < end; i++)
            times[numbers[i]]++;
        for (let i = start; i < end; i++) {
            const expected = PRIOR_TEXTS * commonness(tokens.hashes[i], tokens.kinds[i], tokens.lengths[i]);
            const rarity = Math.log2((groups.length + PRIOR_TEXTS) / (holders[numbers[i]] + expected));
            const repeats = times[numbers[i]];
            bits[i] = (rarity * (1 + Math.log(repeats))) / repeats;
        }
    });
    return bits;
}
function templateNovelty(texts, grams, gramGroups) {
    const { tokens } = texts;
    const numbering = new Numbering();
    const runs = new Int32Array(tokens.hashes.length).fill(-1);
    eachText(texts, (start, end) => {
        let shared = 0; // grams up to here, one after another, that may stand in a template
        for (let i = start; i + GRAM <= end; i++) {
            const numbers = tokens.kinds[i] + tokens.kinds[i + 1] + tokens.kinds[i + 2];
            shared = gramGroups[grams[i]] >= TEMPLATE_GROUPS || numbers > 1 ? shared + 1 : 0;
            const first = i + GRAM - TEMPLATE;
            if (shared > TEMPLATE - GRAM)
                runs[first] = numbering.number(openHash(tokens, first, TEMPLATE));
        }
    });
    const runGroups = groupCounts(texts, runs, numbering.size);
    const novelty = new Float64Array(runs.length).fill(1);
    const mark = (first, length, groups) => {
        const novel = 1 / (groups - 1);
        for (let i = first; i < first + length; i++)
            novelty[i] = Math.min(novelty[i], novel);
    };
    eachText(texts, (start, end) => {
        let hasTemplate = false;
        for (let i = start; i + TEMPLATE <= end; i++) {
            const groups = runs[i] === -1 ? 0 : runGroups[runs[i]];
            if (groups < TEMPLATE_GROUPS)
                continue;
            hasTemplate = true;
            mark(i, TEMPLATE, groups);
        }
        if (!hasTemplate)
            return;
        // What a template has behind or between the words that change may be shorter than eight.
        for (let i = start; i + GRAM <= end; i++) {
            const groups = gramGroups[grams[i]];
            if (groups >= TEMPLATE_GROUPS)
                mark(i, GRAM, groups);
        }
    });
    return novelty;
}
/** In how many groups each number stands. */
function groupCounts(texts, numbers, size) {
    const counts = new Int32Array(size);
    const last = new Int32Array(size).fill(-1);
    texts.groups.forEach((group, g) => {
        for (const text of group) {
            for (let i = texts.starts[text]; i < texts.starts[text + 1]; i++) {
                const number = numbers[i];
                if (number === -1 || last[number] === g)
                    continue;
                last[number] = g;
                counts[number]++;
            }
        }
    });
    return counts;
}
function eachText({ starts }, take) {
    for (let text = 0; text + 1 < starts.length; text++)
        take(starts[text], starts[text + 1]);
}

;// CONCATENATED MODULE: ./.build/contamination/robust/eval-index.js






/** A gram in more texts than this does not make a training row a candidate: it would make it one of all of them. */
const SEED_TEXTS = 64;
/** A text with less than this share of other grams is found by its rarest ones too: so many, or the share, up to so many texts. */
const LEAST_SEEDS = 8;
const LEAST_SEED_SHARE = 0.25;
const COMMON_SEED_TEXTS = 2000;
/** Indexes eval texts for the robust definition. Memory: about 60 bytes a token. */
function indexEval(parts) {
    const texts = readEvalTexts(parts);
    const { tokens, starts } = texts;
    const count = starts.length - 1;
    const numbering = new Numbering(tokens.hashes.length);
    const grams = new Int32Array(tokens.hashes.length).fill(-1);
    for (let text = 0; text < count; text++) {
        const last = starts[text + 1] - GRAM;
        for (let i = starts[text]; i <= last; i++)
            grams[i] = numbering.number(gramHash(tokens, i));
    }
    const gramGroups = groupCounts(texts, grams, numbering.size);
    const weights = weigh(texts, grams, gramGroups);
    const sumUp = (of) => Float64Array.from({ length: count }, (_, text) => {
        let sum = 0;
        for (let i = starts[text]; i < starts[text + 1]; i++)
            sum += of(i);
        return sum;
    });
    return {
        ...texts,
        ...weights,
        grams,
        map: gramMap(numbering.hashes()),
        words: gramMap(wordHashes(tokens)),
        gramBits: Float64Array.from(gramGroups, (groups) => Math.log2((texts.groups.length + 1) / groups) + 1),
        textBits: sumUp((i) => weights.bits[i]),
        textNovelBits: sumUp((i) => (weights.novelty[i] === 1 ? weights.bits[i] : 0)),
        textWeights: sumUp((i) => weights.weights[i]),
        ...postingsOf(distinctGrams(grams, starts), numbering.size),
        ...holdersOf(texts, count),
    };
}
function wordHashes({ hashes, kinds }) {
    const numbering = new Numbering();
    hashes.forEach((hash, i) => {
        if (kinds[i] === WORD)
            numbering.number(hash);
    });
    return numbering.hashes();
}
/** Of each text its different grams, ascending. */
function distinctGrams(grams, starts) {
    return Array.from({ length: starts.length - 1 }, (_, text) => {
        const sorted = grams.slice(starts[text], Math.max(starts[text], starts[text + 1] - GRAM + 1)).sort();
        let count = 0;
        for (let i = 0; i < sorted.length; i++) {
            if (i === 0 || sorted[i] !== sorted[i - 1])
                sorted[count++] = sorted[i];
        }
        return sorted.subarray(0, count);
    });
}
function postingsOf(gramsOf, size) {
    const textsOf = new Int32Array(size);
    for (const grams of gramsOf)
        for (const gram of grams)
            textsOf[gram]++;
    const seedsOf = gramsOf.map((grams) => {
        const seeds = grams.filter((gram) => textsOf[gram] <= SEED_TEXTS);
        if (seeds.length >= LEAST_SEED_SHARE * grams.length)
            return seeds;
        const rarest = grams.toSorted((a, b) => textsOf[a] - textsOf[b] || a - b);
        const least = Math.max(LEAST_SEEDS, Math.floor(grams.length * LEAST_SEED_SHARE));
        return rarest.subarray(0, least).filter((gram) => textsOf[gram] <= COMMON_SEED_TEXTS);
    });
    const { starts, values } = inverted(seedsOf, size);
    return { postingStarts: starts, postings: values, textSeeds: Int32Array.from(seedsOf, ({ length }) => length) };
}
function holdersOf({ questions, answers }, count) {
    const textsOf = Array.from({ length: questions.length * 2 }, (_, i) => Int32Array.of((i % 2 === 0 ? questions : answers)[i >> 1]));
    const { starts, values } = inverted(textsOf, count);
    return { holderStarts: starts, holders: values };
}
/** For each value the numbers of the lists that hold it, ascending. */
function inverted(lists, size) {
    const starts = new Int32Array(size + 1);
    for (const list of lists)
        for (const value of list)
            starts[value + 1]++;
    for (let value = 0; value < size; value++)
        starts[value + 1] += starts[value];
    const values = new Int32Array(starts[size]);
    const filled = starts.slice();
    lists.forEach((list, number) => {
        for (const value of list)
            values[filled[value]++] = number;
    });
    return { starts, values };
}

;// CONCATENATED MODULE: ./.build/contamination/robust/runs.js

/** Places of one gram in a text, and in a window, that are looked at: a text of one word repeated has the product of them. */
const MOST_PLACES = 16;
const MOST_RUNS = 10_000;
/** How many tokens of a row are looked at for a text of so many: with room for words put in and for a turn in between. */
function windowOf(tokens) {
    return Math.floor(1.5 * tokens) + 40;
}
/** Finds where the block of a row holds most of an eval text, and the runs of tokens there that stand in both. */
class RunFinder {
    #index;
    /** Of the text at hand: the last place of each gram, -1 for grams that it has not, chained to the places before. */
    #last;
    #before;
    /** How often each gram stands in the text, later in the window. */
    #times;
    /** The run whose last gram stands at each token of the text. */
    #runAt;
    #own = new Int32Array(256);
    constructor(index) {
        this.#index = index;
        this.#last = new Int32Array(index.map.size).fill(-1);
        this.#before = new Int32Array(index.grams.length);
        this.#times = new Int32Array(index.map.size);
        this.#runAt = new Int32Array(index.grams.length);
    }
    /** @returns null where the row has none of the text's grams */
    find(text, row) {
        const { grams, starts } = this.#index;
        const start = starts[text];
        const end = starts[text + 1];
        for (let i = start; i <= end - GRAM; i++) {
            const gram = grams[i];
            if (this.#last[gram] === -1)
                this.#times[gram] = 0;
            if (this.#times[gram] >= MOST_PLACES)
                continue;
            this.#times[gram]++;
            this.#before[i] = this.#last[gram];
            this.#last[gram] = i;
        }
        const found = this.#inWindow(start, end, row);
        for (let i = start; i <= end - GRAM; i++)
            this.#last[grams[i]] = -1;
        return found;
    }
    #inWindow(start, end, row) {
        const hits = row.endHit - row.firstHit;
        if (this.#own.length < hits)
            this.#own = new Int32Array(hits * 2);
        let own = 0;
        for (let h = row.firstHit; h < row.endHit; h++) {
            const position = row.hits[h];
            if (this.#last[row.grams[position]] === -1)
                continue;
            this.#own[own++] = position;
            this.#times[row.grams[position]] = 0;
        }
        if (own === 0)
            return null;
        const length = end - start;
        const [first, last] = this.#densest(own, windowOf(length), row);
        const from = Math.max(0, this.#own[first] - length);
        const to = Math.min(row.tokens.count, this.#own[last] + GRAM + length);
        for (let h = first; h <= last; h++)
            this.#times[row.grams[this.#own[h]]] = 0;
        const runs = [];
        const ends = new Map(); // of the last run at each distance between its two places
        for (const run of this.#runs(first, last, row)) {
            const distance = run.rowAt - run.at;
            if (run.rowAt < (ends.get(distance) ?? 0))
                continue; // grew together with the run before
            this.#extend(run, start, end, from, to, row);
            ends.set(distance, run.rowAt + run.length);
            runs.push(run);
        }
        runs.sort((a, b) => b.equal - a.equal || b.length - a.length || a.at - b.at || a.rowAt - b.rowAt);
        return { runs, from, to };
    }
    /** The hits between which the different grams in a window of that width say most. */
    #densest(own, width, row) {
        const { gramBits } = this.#index;
        let best = [0, 0];
        let most = 0;
        let bits = 0;
        let low = 0;
        for (let high = 0; high < own; high++) {
            const gram = row.grams[this.#own[high]];
            if (this.#times[gram]++ === 0)
                bits += gramBits[gram];
            while (this.#own[high] - this.#own[low] + GRAM > width) {
                const leaving = row.grams[this.#own[low++]];
                if (--this.#times[leaving] === 0)
                    bits -= gramBits[leaving];
            }
            if (bits <= most + 1e-9)
                continue;
            most = bits;
            best = [low, high];
        }
        for (let h = low; h < own; h++)
            this.#times[row.grams[this.#own[h]]] = 0;
        return best;
    }
    #runs(first, last, row) {
        const runs = [];
        for (let h = first; h <= last; h++) {
            const rowAt = this.#own[h];
            const gram = row.grams[rowAt];
            if (this.#times[gram] >= MOST_PLACES)
                continue;
            this.#times[gram]++;
            // Later places first, so that the run of the place before is still the one that ended one token earlier.
            for (let at = this.#last[gram]; at !== -1; at = this.#before[at]) {
                const before = runs[this.#runAt[at - 1] ?? -1]; // perhaps of another place, text or row
                const grams = before === undefined ? 0 : before.length - GRAM + 1;
                if (before !== undefined && before.at + grams === at && before.rowAt + grams === rowAt) {
                    before.length++;
                    this.#runAt[at] = this.#runAt[at - 1];
                }
                else if (runs.length < MOST_RUNS) {
                    this.#runAt[at] = runs.push({ at, rowAt, length: GRAM, equal: 0 }) - 1;
                }
            }
        }
        return runs;
    }
    /** Makes a run as long as tokens are equal, and counts these. */
    #extend(run, start, end, from, to, row) {
        const { hashes, kinds } = this.#index.tokens;
        const { tokens } = row;
        const equal = (at, rowAt) => hashes[at] === tokens.hashes[rowAt] && kinds[at] === tokens.kinds[rowAt];
        while (run.at > start && run.rowAt > from && equal(run.at - 1, run.rowAt - 1)) {
            run.at--;
            run.rowAt--;
            run.length++;
        }
        while (run.at + run.length < end &&
            run.rowAt + run.length < to &&
            equal(run.at + run.length, run.rowAt + run.length)) {
            run.length++;
        }
        for (let i = 0; i < run.length; i++)
            if (equal(run.at + i, run.rowAt + i))
                run.equal++;
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/alignment.js


/** A piece of a run that is left over when longer runs have taken their places must have two tokens. */
const LEAST_PIECE = 2;
/** Tokens that may be written as one, as `80,000` and `80 000`, or `user name` and `user_name`. */
const MOST_JOINED = 3;
/** How far a token in a gap is looked for, and how many may differ at the open end of a run. */
const GAP_REACH = 6;
const OPEN_MISSES = 3;
/**
 * Which token of a row stands for which token of an eval text. Long runs of equal tokens take their places first, in
 * whatever order they stand, and each token of the row is taken once; then what lies in the gaps between them.
 */
class Alignment {
    /** The first token of the text at hand in the index, and the one after its last. */
    start = 0;
    end = 0;
    /** For each token of the text, counted from `start`, the token of the row or -1. */
    mapped = new Int32Array(256);
    /** Separate pieces that the text was found in. */
    pieces = 0;
    #index;
    #finder;
    /** How many tokens of the row the token is written as; 0 where it is one. */
    #joined = new Uint8Array(256);
    /** Tokens of the row from `#from` on that are taken. */
    #taken = new Uint8Array(256);
    #from = 0;
    #to = 0;
    #row;
    constructor(index, row) {
        this.#index = index;
        this.#finder = new RunFinder(index);
        this.#row = row;
    }
    /** @returns whether the row has anything of the text */
    align(text) {
        const window = this.#finder.find(text, this.#row);
        if (window === null)
            return false;
        this.start = this.#index.starts[text];
        this.end = this.#index.starts[text + 1];
        this.#from = window.from;
        this.#to = window.to;
        const length = this.end - this.start;
        if (this.mapped.length < length) {
            this.mapped = new Int32Array(length * 2);
            this.#joined = new Uint8Array(length * 2);
        }
        if (this.#taken.length < window.to - window.from)
            this.#taken = new Uint8Array((window.to - window.from) * 2);
        this.mapped.fill(-1, 0, length);
        this.#joined.fill(0, 0, length);
        this.#taken.fill(0, 0, window.to - window.from);
        this.pieces = 0;
        for (const run of window.runs)
            this.#place(run);
        for (let i = 0; i < length; i++)
            this.#join(i);
        this.#fillGaps(length);
        return true;
    }
    /** Whether the token, counted from `start`, and the row's token that stands for it are the same. */
    isEqual(i) {
        return this.mapped[i] !== -1 && (this.#joined[i] > 0 || this.#same(i, this.mapped[i]));
    }
    /** The tokens of the row between the first and the last that have a place in the text, that have none. */
    inserted() {
        const found = [];
        const first = this.#taken.indexOf(1);
        const last = this.#taken.lastIndexOf(1, this.#to - this.#from - 1);
        for (let at = first; at < last; at++)
            if (this.#taken[at] === 0)
                found.push(this.#from + at);
        return found;
    }
    #same(i, rowAt) {
        const { hashes, kinds } = this.#index.tokens;
        const { tokens } = this.#row;
        return hashes[this.start + i] === tokens.hashes[rowAt] && kinds[this.start + i] === tokens.kinds[rowAt];
    }
    #areNumbers(i, rowAt) {
        return this.#index.tokens.kinds[this.start + i] === NUMBER && this.#row.tokens.kinds[rowAt] === NUMBER;
    }
    #isFree(rowAt) {
        return rowAt >= this.#from && rowAt < this.#to && this.#taken[rowAt - this.#from] === 0;
    }
    #map(i, rowAt) {
        this.mapped[i] = rowAt;
        this.#taken[rowAt - this.#from] = 1;
    }
    #place({ at, rowAt, length }) {
        const first = at - this.start;
        let isPlaced = false;
        for (let k = 0; k < length;) {
            let end = k;
            while (end < length && this.mapped[first + end] === -1 && this.#isFree(rowAt + end))
                end++;
            if (end - k >= LEAST_PIECE) {
                for (let q = k; q < end; q++)
                    this.#map(first + q, rowAt + q);
                isPlaced = true;
            }
            k = Math.max(end, k + 1);
        }
        if (isPlaced)
            this.pieces++;
    }
    /** Finds tokens of one side that are written as two or three on the other. */
    #join(i) {
        if (this.isEqual(i))
            return;
        const before = i > 0 ? this.mapped[i - 1] : -1;
        const rowAt = this.mapped[i] !== -1 ? this.mapped[i] : before === -1 ? -1 : before + Math.max(1, this.#joined[i - 1]);
        if (rowAt < this.#from || rowAt >= this.#to)
            return;
        for (let parts = 2; parts <= MOST_JOINED; parts++) {
            if (this.#joinInRow(i, rowAt, parts) || this.#joinInText(i, rowAt, parts))
                return;
        }
    }
    #joinInRow(i, rowAt, parts) {
        if (rowAt + parts > this.#to || (this.mapped[i] !== rowAt && !this.#isFree(rowAt)))
            return false;
        for (let k = 1; k < parts; k++)
            if (!this.#isFree(rowAt + k))
                return false;
        if (!isJoined(this.#row.tokens, rowAt, parts, this.#index.tokens, this.start + i))
            return false;
        for (let k = parts - 1; k >= 0; k--)
            this.#map(i, rowAt + k);
        this.#joined[i] = parts;
        return true;
    }
    #joinInText(i, rowAt, parts) {
        if (this.start + i + parts > this.end || (this.mapped[i] !== rowAt && !this.#isFree(rowAt)))
            return false;
        for (let k = 1; k < parts; k++)
            if (this.mapped[i + k] !== -1)
                return false;
        if (!isJoined(this.#index.tokens, this.start + i, parts, this.#row.tokens, rowAt))
            return false;
        for (let k = 0; k < parts; k++) {
            this.#map(i + k, rowAt);
            this.#joined[i + k] = 1;
        }
        return true;
    }
    #fillGaps(length) {
        for (let i = 0; i < length;) {
            if (this.mapped[i] !== -1) {
                i++;
                continue;
            }
            let end = i;
            while (end < length && this.mapped[end] === -1)
                end++;
            const left = i > 0 ? this.mapped[i - 1] : -1;
            const right = end < length ? this.mapped[end] : -1;
            if (left !== -1 && right > left && right - left - 1 <= 2 * (end - i) + GAP_REACH)
                this.#fillBetween(i, end, left, right);
            else {
                if (left !== -1)
                    this.#fillOnwards(i, end, left - i + 1, 1);
                if (right !== -1)
                    this.#fillOnwards(end - 1, i - 1, right - end, -1);
            }
            i = end;
        }
    }
    /** Equal tokens in order; where the gap is as long on both sides, numbers that differ too. */
    #fillBetween(first, end, left, right) {
        let next = left + 1;
        for (let i = first; i < end; i++) {
            const reach = Math.min(right, next + GAP_REACH);
            let rowAt = next;
            while (rowAt < reach && !(this.#same(i, rowAt) && this.#isFree(rowAt)))
                rowAt++;
            if (rowAt === reach)
                continue;
            this.#map(i, rowAt);
            next = rowAt + 1;
        }
        if (right - left === end - first + 1)
            for (let i = first; i < end; i++)
                this.#fill(i, left + 1 + i - first);
    }
    /**
     * From a run's open end on, token by token at the same distance, as long as few differ. Other numbers count only where
     * equal tokens or the end of the text follow: beyond a text that is cut off there stand numbers by chance.
     */
    #fillOnwards(first, end, distance, step) {
        let last = first;
        let misses = 0;
        let i = first;
        for (; i !== end && misses < OPEN_MISSES; i += step) {
            if (!this.#isFree(i + distance))
                misses++;
            else if (this.#same(i, i + distance))
                last = i + step;
            else if (!this.#areNumbers(i, i + distance))
                misses++;
        }
        if (i === end && misses === 0)
            last = end;
        for (i = first; i !== last; i += step)
            this.#fill(i, i + distance);
    }
    #fill(i, rowAt) {
        if (this.mapped[i] !== -1 || !this.#isFree(rowAt))
            return false;
        if (!this.#same(i, rowAt) && !this.#areNumbers(i, rowAt))
            return false;
        this.#map(i, rowAt);
        return true;
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/candidates.js
/** A block of a row is held against a text if it has this many of the grams that find it, and this share of them. */
const candidates_LEAST_SEEDS = 2;
const LEAST_SHARE = 0.12;
/** A block is held against the texts it has most of, so many and so many for each of its tokens: a template is in all of them. */
const MOST = 128;
const MOST_PER_TOKEN = 2;
/** Finds the eval texts that a block of a row may hold. */
class Candidates {
    #index;
    /** The number of the last block that had each gram. */
    #seen;
    #blocks = 0;
    /** Per text how many of the grams that find it the block has; 0 between two blocks. */
    #seeds;
    /** The texts of the block at hand that have any. */
    #touched;
    constructor(index) {
        this.#index = index;
        this.#seen = new Int32Array(index.map.size);
        this.#seeds = new Int32Array(index.textSeeds.length);
        this.#touched = new Int32Array(index.textSeeds.length);
    }
    /** Numbers of texts, ascending. */
    of(row) {
        const { postingStarts, postings, textSeeds } = this.#index;
        const { grams, hits, firstHit, endHit } = row;
        const seen = this.#seen;
        const seedsOf = this.#seeds;
        const touched = this.#touched;
        const block = ++this.#blocks;
        let count = 0;
        for (let h = firstHit; h < endHit; h++) {
            const gram = grams[hits[h]];
            if (seen[gram] === block)
                continue;
            seen[gram] = block;
            const end = postingStarts[gram + 1];
            for (let p = postingStarts[gram]; p < end; p++) {
                const text = postings[p];
                const seeds = seedsOf[text];
                seedsOf[text] = seeds + 1;
                if (seeds === 0)
                    touched[count++] = text;
            }
        }
        let candidates = [];
        const shares = [];
        for (let i = 0; i < count; i++) {
            const text = touched[i];
            const seeds = seedsOf[text];
            seedsOf[text] = 0;
            const all = textSeeds[text];
            if ((seeds < candidates_LEAST_SEEDS && seeds < all) || seeds < LEAST_SHARE * all)
                continue;
            candidates.push(text);
            shares.push(seeds / all);
        }
        if (candidates.length === 0)
            return candidates;
        const most = MOST + MOST_PER_TOKEN * (hits[endHit - 1] - hits[firstHit]);
        if (candidates.length > most) {
            const order = shares.map((_, i) => i).sort((a, b) => shares[b] - shares[a] || candidates[a] - candidates[b]);
            candidates = order.slice(0, most).map((i) => candidates[i]);
        }
        return candidates.sort((a, b) => a - b);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/level.js
/** A score that is as good as 1: sums of the same weights in another order differ in the last digits. */
const ALL = 1 - 1e-9;
/** A piece this much shorter than `one_piece_words` is a phrase and no more, and counts as scattered. */
const PHRASE_SHORTER_BY = 7;
/** What it costs in bits to say where another piece stands. */
const BITS_PER_PIECE = 4;
/** In a text with fewer numbers than one in so many words, numbers are not what it is about. */
const WORDS_PER_NUMBER = 40;
/**
 * The level of what a training row has of an example; null below the lowest.
 * @param isAnswer whether it is an answer without its question
 */
function levelOf(overlap, isAnswer, thresholds) {
    const score = scoreOf(overlap);
    const least = isAnswer ? thresholds.bits_of_answer : thresholds.bits_of_all;
    if (overlap.coveredBits < least)
        return null;
    const hasEnough = evidence(overlap) >= thresholds.bits;
    const leastShare = leastScore(overlap, thresholds);
    if (numbersDiffer(overlap, thresholds)) {
        if (isSameWording(overlap, thresholds) && isOwnWording(overlap))
            return 'substantial';
        if (overlap.worded >= leastShare * overlap.weight && hasEnough)
            return 'template';
    }
    else {
        if (score >= ALL)
            return isWhole(overlap) ? 'identical' : 'near_identical';
        if (score >= thresholds.near_identical)
            return 'near_identical';
        if (isTemplate(overlap))
            return hasEnough ? 'template' : null;
        if (score >= leastShare && evidence(overlap) >= leastEvidence(overlap, thresholds))
            return 'substantial';
    }
    return score >= thresholds.partial && hasEnough ? 'partial' : null;
}
/** The share of the example that the row covers, 0-1. */
function scoreOf({ covered, weight }) {
    return weight === 0 ? 0 : Math.min(1, covered / weight);
}
/** What the row has of the example in bits, less what it takes to say where the pieces stand. */
function evidence({ coveredBits, pieces }) {
    return coveredBits - BITS_PER_PIECE * pieces;
}
/** Mostly what other examples have as well, and not even half of what only this one has. */
function isTemplate({ coveredBits, novelBits, coveredNovelBits }) {
    return coveredNovelBits * 2 <= coveredBits && coveredNovelBits * 2 < novelBits;
}
function isWhole({ pieces, aligned, tokens, inserted }) {
    return pieces === 1 && aligned === tokens && inserted === 0;
}
/** Whether not most of the wording is a template, in which nothing but the numbers tells examples apart. */
function isOwnWording({ bits, novelBits }) {
    return novelBits * 2 >= bits;
}
function isSameWording({ tokens, aligned, inserted }, { other_words: share }) {
    return tokens - aligned + inserted <= share * tokens;
}
function numbersDiffer({ numbers, equalNumbers, aligned }, { same_numbers: share }) {
    return equalNumbers < share * numbers && (numbers - equalNumbers) * WORDS_PER_NUMBER >= aligned;
}
/** The longer the longest piece, the less of the example needs to stand in the row. */
function leastScore(overlap, thresholds) {
    const { substantial, substantial_in_one_piece: inOnePiece } = thresholds;
    return substantial - (substantial - inOnePiece) * wholeness(overlap, thresholds);
}
/** The longer the longest piece, or the more of the example stands in the row, the less it must say. */
function leastEvidence(overlap, thresholds) {
    const { bits, bits_scattered: scattered, bits_of_all: ofAll, substantial, near_identical: nearly } = thresholds;
    const least = scattered - (scattered - bits) * wholeness(overlap, thresholds);
    const share = clamped((scoreOf(overlap) - substantial) / (nearly - substantial));
    return Math.min(least, scattered - (scattered - ofAll) * share);
}
/** 0 where the longest piece is a phrase, 1 where it is long. */
function wholeness({ span }, { one_piece_words: words }) {
    return clamped((span.novel - (words - PHRASE_SHORTER_BY)) / PHRASE_SHORTER_BY);
}
function clamped(share) {
    return Math.min(1, Math.max(0, share));
}

;// CONCATENATED MODULE: ./.build/contamination/robust/overlap.js

/** Measures what the row has of the text that was just aligned. */
function measure(text, alignment, index, row) {
    const { start, end, mapped } = alignment;
    const { bits, weights, novelty, textBits, textNovelBits, textWeights } = index;
    const { kinds, hashes } = index.tokens;
    const differing = [];
    const instead = [];
    let covered = 0;
    let worded = 0;
    let coveredBits = 0;
    let coveredNovelBits = 0;
    let aligned = 0;
    let numbers = 0;
    for (let i = 0; i < end - start; i++) {
        if (mapped[i] === -1)
            continue;
        const at = start + i;
        aligned++;
        worded += weights[at];
        if (kinds[at] === NUMBER)
            numbers++;
        if (alignment.isEqual(i)) {
            covered += weights[at];
            coveredBits += bits[at];
            if (novelty[at] === 1)
                coveredNovelBits += bits[at];
        }
        else {
            differing.push(hashes[at]);
            instead.push(row.tokens.hashes[mapped[i]]);
        }
    }
    const inserted = alignment.inserted();
    for (const at of inserted)
        if (row.tokens.kinds[at] === NUMBER)
            instead.push(row.tokens.hashes[at]);
    return {
        weight: textWeights[text],
        covered,
        worded,
        bits: textBits[text],
        coveredBits,
        novelBits: textNovelBits[text],
        coveredNovelBits,
        tokens: end - start,
        aligned,
        inserted: inserted.length,
        pieces: alignment.pieces,
        numbers,
        equalNumbers: numbers - differing.length + exchanged(differing, instead),
        span: longestSpan(alignment, novelty),
    };
}
/** Where pieces stand in another order, a number that differs at its place may stand at another. */
function exchanged(differing, instead) {
    const left = [...instead];
    let count = 0;
    for (const number of differing) {
        const at = left.indexOf(number);
        if (at === -1)
            continue;
        left.splice(at, 1);
        count++;
    }
    return count;
}
function longestSpan(alignment, novelty) {
    const { start, end, mapped } = alignment;
    let best = { tokens: 0, novel: 0, first: 0, last: 0 };
    let tokens = 0;
    let novel = 0;
    for (let i = 0; i < end - start; i++) {
        if (!alignment.isEqual(i)) {
            tokens = 0;
            continue;
        }
        const follows = tokens > 0 && mapped[i] === mapped[i - 1] + 1;
        tokens = follows ? tokens + 1 : 1;
        novel = (follows ? novel : 0) + novelty[start + i];
        if (novel > best.novel)
            best = { tokens, novel, first: mapped[i] - tokens + 1, last: mapped[i] };
    }
    return best;
}
/** What a row has of a question and of its answer. Where one follows the other, their spans are one. */
function together(question, answer) {
    const follows = question.span.last + 1 === answer.span.first;
    const longer = question.span.novel >= answer.span.novel ? question.span : answer.span;
    const span = {
        tokens: question.span.tokens + answer.span.tokens,
        novel: question.span.novel + answer.span.novel,
        first: question.span.first,
        last: answer.span.last,
    };
    return {
        weight: question.weight + answer.weight,
        covered: question.covered + answer.covered,
        worded: question.worded + answer.worded,
        bits: question.bits + answer.bits,
        coveredBits: question.coveredBits + answer.coveredBits,
        novelBits: question.novelBits + answer.novelBits,
        coveredNovelBits: question.coveredNovelBits + answer.coveredNovelBits,
        tokens: question.tokens + answer.tokens,
        aligned: question.aligned + answer.aligned,
        inserted: question.inserted + answer.inserted,
        pieces: question.pieces + answer.pieces - (follows ? 1 : 0),
        numbers: question.numbers + answer.numbers,
        equalNumbers: question.equalNumbers + answer.equalNumbers,
        span: follows ? span : longer,
    };
}

;// CONCATENATED MODULE: ./.build/contamination/robust/byte-tokens.js


/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul } = Math;
/** Bytes that do not stand in a string of JSON for themselves. */
const SPECIAL = 6;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 ? SPECIAL : (ASCII[byte] ?? SPECIAL)));
/** What may stand behind a backslash and separates words, in JSON. */
const byte_tokens_ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"/bfnrt'.includes(String.fromCharCode(byte))));
/** Of a byte what it adds to a token's hash, above it its class; above that a bit where it must be looked at. */
const byte_tokens_CLASS_SHIFT = 8;
const LOOK = 1 << 16;
const BYTES = Int32Array.from(CLASSES, (found, byte) => {
    if (found === LETTER)
        return (LETTER << byte_tokens_CLASS_SHIFT) | byte | 0x20;
    if (found === DIGIT)
        return (DIGIT << byte_tokens_CLASS_SHIFT) | byte;
    return found === SEPARATOR ? 0 : LOOK;
});
const [byte_tokens_COMMA, byte_tokens_BACKSLASH, AMPERSAND, SLASH, HASH] = [0x2c, 0x5c, 0x26, 0x2f, 0x23];
/**
 * Reads the tokens of rows from bytes: what `Tokens.read` makes of plain ASCII, which most rows are.
 *
 * There is no branch for a token's end: such a branch goes wrong once a word, which takes longer than hashing it. So each
 * token is written again with every byte, until the next one begins.
 */
class ByteTokens {
    #hashes = new Int32Array(4096);
    /** Four times the length, and the class. */
    #shapes = new Int32Array(4096);
    /**
     * Sets `tokens` to those of a row, without their places in it.
     * @param bytes the row's texts as they stand in strings of JSON, with a quote behind each
     * @param spans where each text begins and ends
     * @returns false where the bytes are not valid there, not ASCII, have an escape \u, or may be markup
     */
    read(tokens, bytes, spans, count) {
        tokens.clear();
        for (let i = 0; i < count; i++) {
            const found = this.#read(bytes, spans[2 * i], spans[2 * i + 1]);
            if (found === -1)
                return false;
            tokens.addPlain(this.#hashes, this.#shapes, found);
        }
        return true;
    }
    /** @returns how many tokens there are, or -1 */
    #read(bytes, from, to) {
        if (this.#hashes.length < to - from + 2)
            this.#grow(2 * (to - from + 2));
        const hashes = this.#hashes;
        const shapes = this.#shapes;
        let count = 0;
        let hash = 0;
        let shape = SEPARATOR;
        for (let i = from; i < to; i++) {
            let of = BYTES[bytes[i]];
            if (of === LOOK) {
                const byte = bytes[i];
                const found = CLASSES[byte];
                if (found === JOINER)
                    continue;
                if (byte === byte_tokens_COMMA) {
                    if ((shape & 3) === DIGIT && CLASSES[bytes[i - 1]] === DIGIT && byte_tokens_groupsThousands(bytes, i))
                        continue;
                }
                else if (found === SPECIAL || (found === MARKUP && !isPlain(bytes, i)))
                    return -1;
                if (byte === byte_tokens_BACKSLASH)
                    i++;
                of = 0;
            }
            const next = of >> byte_tokens_CLASS_SHIFT;
            hashes[count] = hash;
            shapes[count] = shape;
            const kind = shape & 3;
            const goesOn = ((kind ^ next) - 1) >> 31; // all ones or zeros
            count += (~goesOn & -kind) >>> 31;
            hash = (imul(hash & goesOn, BASE) + (of & 0xff)) | 0;
            shape = ((shape & goesOn) + 4 + (next & ~goesOn)) | 0;
        }
        hashes[count] = hash;
        shapes[count] = shape;
        return (shape & 3) === SEPARATOR ? count : count + 1;
    }
    #grow(size) {
        this.#hashes = new Int32Array(size);
        this.#shapes = new Int32Array(size);
    }
}
/** Whether a character that may begin markup certainly does not, and is valid in a string of JSON. */
function isPlain(bytes, at) {
    const byte = bytes[at];
    const next = bytes[at + 1];
    if (byte === byte_tokens_BACKSLASH) {
        return byte_tokens_ESCAPED[next] === 1 || (next === byte_tokens_BACKSLASH && CLASSES[bytes[at + 2]] !== LETTER);
    }
    if (byte === AMPERSAND)
        return CLASSES[next] !== LETTER && next !== HASH;
    return CLASSES[next] !== LETTER && next !== SLASH && (next !== byte_tokens_BACKSLASH || bytes[at + 2] !== SLASH);
}
/** Whether three digits and no fourth follow. */
function byte_tokens_groupsThousands(bytes, comma) {
    for (let i = comma + 1; i <= comma + 3; i++)
        if (CLASSES[bytes[i]] !== DIGIT)
            return false;
    return CLASSES[bytes[comma + 4]] !== DIGIT;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/spacing.js



/** Letters of the shortest word without spaces that is taken apart. */
const LEAST_JOINED = 10;
/** Letters of the longest word that is looked for. */
const LONGEST_FOUND = 24;
/** What a letter that is part of no word costs; a word costs 1. */
const UNKNOWN_LETTER = 2;
/** Whether a text has a word that may be several, or letters one by one. */
function needsRespacing({ longestWord, spacedLetters }) {
    return longestWord > LONGEST_WORD || spacedLetters >= SPACED_LETTERS;
}
/**
 * Sets words apart where a text has no spaces (`eachGirlHas`, `each_girl_has`, `eachgirlhas`), and puts them together where it
 * has one after every letter, as text from a PDF may. Which words there are is what the eval sets have: others don't matter.
 */
class Respacer {
    #words;
    #spare = new Tokens();
    /** Of the stretch at hand its letters, and where each begins and ends in the text. */
    #letters = [];
    #starts = [];
    #ends = [];
    /** Of the best way up to each letter its cost, and of its last word the letters, 0 for a letter of no word, and the hash. */
    #costs = new Float64Array(256);
    #lengths = new Int32Array(256);
    #hashes = new Int32Array(256);
    /** @param words hashes of the eval sets' words */
    constructor(words) {
        this.#words = words;
    }
    /** The tokens with such stretches spaced as words are; valid until the next call. */
    respaced(tokens, text) {
        if (!needsRespacing(tokens))
            return tokens;
        const spaced = this.#spare;
        spaced.clear();
        const isSpaced = tokens.spacedLetters >= SPACED_LETTERS;
        for (let i = 0; i < tokens.count;) {
            let end = i + 1;
            if (isSpaced && tokens.isDigit(i)) {
                while (end < tokens.count && tokens.isDigit(end))
                    end++;
                spaced.copyJoined(tokens, i, end);
            }
            else if (isSpaced && tokens.isLetter(i)) {
                while (end < tokens.count && tokens.isLetter(end))
                    end++;
                this.#split(spaced, text, tokens.starts[i], tokens.ends[end - 1]);
            }
            else if (this.#isJoined(tokens, i))
                this.#split(spaced, text, tokens.starts[i], tokens.ends[i]);
            else
                spaced.copy(tokens, i);
            i = end;
        }
        return spaced;
    }
    #isJoined(tokens, i) {
        return tokens.isWord(i) && tokens.lengths[i] >= LEAST_JOINED && gramNumber(this.#words, tokens.hashes[i]) === -1;
    }
    /** The fewest words that leave the fewest letters over. */
    #split(spaced, text, start, end) {
        this.#readLetters(text, start, end);
        const count = this.#letters.length;
        if (this.#costs.length <= count) {
            this.#costs = new Float64Array(count * 2);
            this.#lengths = new Int32Array(count * 2);
            this.#hashes = new Int32Array(count * 2);
        }
        const letters = this.#letters;
        const costs = this.#costs.fill(Infinity, 0, count + 1);
        const lengths = this.#lengths;
        costs[0] = 0;
        for (let from = 0; from < count; from++) {
            const cost = costs[from];
            if (cost + UNKNOWN_LETTER < costs[from + 1]) {
                costs[from + 1] = cost + UNKNOWN_LETTER;
                lengths[from + 1] = 0;
            }
            let hash = 0;
            const last = Math.min(count, from + LONGEST_FOUND);
            for (let to = from + 1; to <= last; to++) {
                hash = appended(hash, letters[to - 1]);
                if (cost + 1 >= costs[to] || gramNumber(this.#words, hash) === -1)
                    continue;
                costs[to] = cost + 1;
                lengths[to] = to - from;
                this.#hashes[to] = hash;
            }
        }
        this.#add(spaced, count);
    }
    #add(spaced, count) {
        const lengths = this.#lengths;
        const hashes = this.#hashes;
        const found = [];
        for (let to = count; to > 0; to -= Math.max(1, lengths[to]))
            found.push(to);
        for (const to of found.reverse()) {
            const length = Math.max(1, lengths[to]);
            const hash = lengths[to] === 0 ? appended(0, this.#letters[to - 1]) : hashes[to];
            spaced.addWord(hash, length, this.#starts[to - length], this.#ends[to - 1]);
        }
    }
    #readLetters(text, start, end) {
        this.#letters = [];
        this.#starts = [];
        this.#ends = [];
        for (let i = start; i < end;) {
            const point = text.codePointAt(i);
            const next = i + (point > 0xffff ? 2 : 1);
            if (point < 128) {
                if (ASCII[point] === LETTER)
                    this.#push(point | 0x20, i, next);
            }
            else {
                for (const packed of fold(point))
                    if (classOf(packed) === LETTER)
                        this.#push(pointOf(packed), i, next);
            }
            i = next;
        }
    }
    #push(letter, start, end) {
        this.#letters.push(letter);
        this.#starts.push(start);
        this.#ends.push(end);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/row.js




/** One training row as the index sees it. Its arrays are used again for the next row. */
class Row {
    tokens = new Tokens();
    /** The gram that starts at each hit; at other tokens it means nothing. */
    grams = new Int32Array(0);
    /** The tokens where a gram of the eval sets starts, ascending. */
    hits = new Int32Array(0);
    hitCount = 0;
    /** The hits of the block at hand: from `firstHit` up to `endHit`. */
    firstHit = 0;
    endHit = 0;
    #index;
    #read = new Tokens();
    #bytes = new ByteTokens();
    #respacer;
    constructor(index) {
        this.#index = index;
        this.#respacer = new Respacer(index.words);
    }
    take(text) {
        this.#read.read(text);
        this.#findGrams(this.#respacer.respaced(this.#read, text));
    }
    /**
     * Takes a row from the bytes of its texts as they stand in strings of JSON; its tokens have no places then.
     * @returns false where it can't be read so
     */
    takeBytes(bytes, spans, count) {
        if (!this.#bytes.read(this.#read, bytes, spans, count) || needsRespacing(this.#read))
            return false;
        this.#findGrams(this.#read);
        return true;
    }
    /**
     * Goes to the row's next block, the first one after `take`: a long row is searched in blocks, since all that is in it
     * together has something of every example.
     * @param length in tokens; two blocks have `overlap` of them in common
     * @returns whether there is another
     */
    nextBlock(length, overlap) {
        const { hits, hitCount } = this;
        if (this.endHit === hitCount)
            return false;
        if (this.endHit > 0) {
            const begin = hits[this.endHit] - overlap;
            while (hits[this.firstHit] < begin)
                this.firstHit++;
        }
        const end = hits[this.firstHit] + length;
        while (this.endHit < hitCount && hits[this.endHit] < end)
            this.endHit++;
        return true;
    }
    #findGrams(tokens) {
        const { map } = this.#index;
        this.tokens = tokens;
        this.hitCount = 0;
        this.firstHit = 0;
        this.endHit = 0;
        if (this.grams.length < tokens.count) {
            this.grams = new Int32Array(tokens.hashes.length);
            this.hits = new Int32Array(tokens.hashes.length);
        }
        this.hitCount = findGrams(tokens, tokens.count, map, this.grams, this.hits);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/matcher.js







/** Tokens of a row that are searched together. */
const BLOCK_TOKENS = 4096;
/**
 * Holds training rows against the index, one after another. What it finds in a row depends on that row alone, so that rows
 * may be shared out among any number of matchers.
 */
class RowMatcher {
    #index;
    #thresholds;
    #row;
    #candidates;
    #alignment;
    #longestWindow;
    #blockLength;
    constructor(index, thresholds) {
        this.#index = index;
        this.#thresholds = thresholds;
        this.#row = new Row(index);
        this.#candidates = new Candidates(index);
        this.#alignment = new Alignment(index, this.#row);
        this.#longestWindow = windowOf(index.starts.reduce((most, start, t) => Math.max(most, start - (index.starts[t - 1] ?? 0)), 0));
        this.#blockLength = Math.max(BLOCK_TOKENS, 2 * this.#longestWindow);
    }
    /** The examples that the row has something of, ascending, each at its level. */
    match(text) {
        this.#row.take(text);
        return this.#matches();
    }
    /**
     * Whether a row matches, from the bytes of its texts as they stand in strings of JSON. It may, too, where they can't be read
     * so: what is not ASCII, and what may be markup, is for `match`.
     */
    mayMatch(bytes, spans, count) {
        return !this.#row.takeBytes(bytes, spans, count) || this.#matches().length > 0;
    }
    #matches() {
        if (this.#row.hitCount === 0)
            return [];
        const overlaps = new Map();
        const { holderStarts, holders } = this.#index;
        for (const [text, overlap] of this.#overlaps()) {
            for (let i = holderStarts[text]; i < holderStarts[text + 1]; i++) {
                const example = holders[i] >> 1;
                const known = overlaps.get(example) ?? {};
                overlaps.set(example, { ...known, [holders[i] % 2 === 0 ? 'question' : 'answer']: overlap });
            }
        }
        return [...overlaps.keys()]
            .sort((a, b) => a - b)
            .flatMap((example) => this.#matchOf(example, overlaps.get(example)) ?? []);
    }
    /** What the row has of each eval text, at the place where it has most of it. */
    #overlaps() {
        const overlaps = new Map();
        while (this.#row.nextBlock(this.#blockLength, this.#longestWindow)) {
            for (const text of this.#candidates.of(this.#row)) {
                if (!this.#alignment.align(text))
                    continue;
                const overlap = measure(text, this.#alignment, this.#index, this.#row);
                const known = overlaps.get(text);
                if (known === undefined || overlap.covered > known.covered)
                    overlaps.set(text, overlap);
            }
        }
        return overlaps;
    }
    /** The strongest of what the row has of the question, of the answer, and of both together. */
    #matchOf(example, { question, answer }) {
        const both = question !== undefined && answer !== undefined ? together(question, answer) : undefined;
        const found = [question, answer, both]
            .flatMap((overlap) => overlap === undefined ? [] : { overlap, level: levelOf(overlap, overlap === answer, this.#thresholds) })
            .flatMap(({ overlap, level }) => (level === null ? [] : { overlap, level, score: scoreOf(overlap) }));
        const [best] = found.sort((a, b) => (0,levels/* compareLevels */.t9)(a.level, b.level) || b.score - a.score || b.overlap.tokens - a.overlap.tokens);
        if (best === undefined)
            return null;
        const { level, score, overlap } = best;
        const leaked = (part) => part !== undefined && found.some((other) => other.overlap === part && other.level !== 'template');
        const hasQuestion = leaked(question);
        const part = level === 'template' ? 'template' : hasQuestion === leaked(answer) ? 'both' : hasQuestion ? 'question' : 'answer';
        const { starts, ends } = this.#row.tokens;
        const { tokens, first, last } = overlap.span;
        return { example, level, score, part, words: tokens, start: starts[first], end: ends[last] };
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/inside.js



/**
 * Searches each suite's questions for one another, as if they were training rows: what is `identical` or `near_identical`
 * counts. Questions that are the same word for word are duplicates however short they are; others that are too short to decide
 * are no finding.
 */
function searchInside(suites, thresholds) {
    return suites.map(({ suite, examples }) => {
        const parts = examples.map(contamination_text/* evalParts */.L);
        const index = indexEval(parts);
        const matcher = new RowMatcher(index, thresholds);
        const holds = new Set();
        const firstAsked = new Map(); // the first example of each question: it is searched for the others
        const pairs = [];
        parts.forEach(({ question }, i) => {
            const text = index.questions[i];
            if (index.starts[text] === index.starts[text + 1])
                return; // has no word
            const first = firstAsked.get(text);
            if (first !== undefined) {
                pairs.push([first, i]);
                holds.add(`${first} ${i}`).add(`${i} ${first}`);
                return;
            }
            firstAsked.set(text, i);
            for (const { example, level, part } of matcher.match(question)) {
                const isOther = index.questions[example] !== text && part !== 'answer' && part !== 'template';
                if (!isOther || (level !== 'identical' && level !== 'near_identical'))
                    continue;
                pairs.push([i, example]);
                holds.add(`${i} ${example}`);
            }
        });
        const isMutual = ([i, k]) => holds.has(`${k} ${i}`);
        const named = ([i, k]) => ({ first: examples[i].id, second: examples[k].id });
        return {
            suite,
            duplicates: pairs.filter((pair) => isMutual(pair) && pair[0] < pair[1]).map(named),
            held: pairs.filter((pair) => !isMutual(pair)).map(named),
        };
    });
}

// EXTERNAL MODULE: ./.build/contamination/evidence.js
var contamination_evidence = __webpack_require__(290);
// EXTERNAL MODULE: ./.build/contamination/flags.js
var contamination_flags = __webpack_require__(7460);
;// CONCATENATED MODULE: ./.build/contamination/standing.js


/** Examples with the fingerprints of their texts. */
function fingerprinted(examples) {
    return examples.map(({ suite, example }) => ({ suite, id: example.id, fingerprint: (0,contamination_fingerprint/* fingerprint */.R)((0,contamination_text/* evalText */.q)(example)) }));
}
/** Rows shown for one example. */
const MOST_SHOWN = 3;
/** What a report shows of an example: its new rows, then those that an earlier scan had. Each list is best first. */
function evidenceOf(fresh, known) {
    const all = [...fresh, ...known.map((evidence) => ({ ...evidence, known: true }))];
    return { evidence: all.slice(0, MOST_SHOWN), ...(fresh.length === 0 ? { known: true } : {}) };
}
/** What is known of pairs before a scan, and which of the allowed ones it met. */
class Standing {
    #examples;
    #allowed = new Map();
    #known = new Map();
    /** By example and row, the first in file order. */
    #met = new Map();
    constructor(examples, allowed, known) {
        this.#examples = examples;
        for (const pair of allowed)
            this.#allowed.set(pair.id, [...(this.#allowed.get(pair.id) ?? []), pair]);
        for (const { suite, id, row } of known) {
            const key = standing_keyOf(suite, id);
            const rows = this.#known.get(key) ?? new Set();
            this.#known.set(key, rows.add(row));
        }
    }
    /** Whether nothing is known, so that every pair is new. */
    get isEmpty() {
        return this.#allowed.size === 0 && this.#known.size === 0;
    }
    /** What contamination.jsonl calls a row, of which `fingerprint` is that of its text. */
    rowOf(example, fingerprint) {
        return (0,contamination_fingerprint/* pairFingerprint */.n)(this.#examples[example].fingerprint, fingerprint);
    }
    /** Where a pair stands; an allowed one is noted. */
    of(example, pair) {
        const { suite, id } = this.#examples[example];
        const [entries, rows] = [this.#allowed.get(id), this.#known.get(standing_keyOf(suite, id))];
        if (entries === undefined && rows === undefined)
            return 'new';
        const { level, score, evidence } = pair;
        const { row, file, line } = evidence;
        const by = entries?.find((entry) => entry.row === row && (entry.suite ?? suite) === suite);
        if (by === undefined)
            return rows?.has(row) === true ? 'known' : 'new';
        const key = standing_keyOf(suite, id, row);
        const { reason } = by;
        if (!this.#met.has(key))
            this.#met.set(key, { leak: { suite, id, row, reason, file, line, level, score }, by });
        return 'allowed';
    }
    /** Of a finished scan: how many examples count, and which pairs were let pass. */
    summary(flags) {
        const count = (wanted) => [...flags.values()].reduce((sum, own) => sum + own.reduce((all, flag) => all + Number(flag === wanted), 0), 0);
        const allowed = [...this.#met.values()].map(({ leak }) => leak);
        const examples = new Set(allowed.map(({ suite, id }) => standing_keyOf(suite, id)));
        return { counts: { new: count(1), known: count(2), allowed: examples.size }, allowed };
    }
    /** Entries that let no pair pass. */
    unused() {
        const used = new Set([...this.#met.values()].map(({ by }) => by));
        return [...this.#allowed.values()].flat().filter((pair) => !used.has(pair));
    }
}
function standing_keyOf(...parts) {
    return JSON.stringify(parts);
}

;// CONCATENATED MODULE: ./.build/contamination/searched.js

function searchedExamples({ suites, allowed, known }) {
    const searched = suites.flatMap(({ suite, examples }) => examples.map((example) => ({ suite, example })));
    const names = searched.map(({ suite, example }) => ({ suite, id: example.id }));
    return { searched, names, standing: new Standing(fingerprinted(searched), allowed, known) };
}

;// CONCATENATED MODULE: ./.build/contamination/robust/findings.js

/** Training rows shown for each example. */
const BEST_ROWS = 3;
/**
 * What a scan finds: the worst rows of each example, and the lines of contamination.jsonl. A row that has no more than the
 * template of an example is listed only where it is one of the example's worst rows, or where all pairs are asked for: there
 * may be as many of them as examples times rows.
 */
class Findings {
    /** Lines listed so far. */
    listed = 0;
    #names;
    #allPairs;
    #standing;
    #onPair;
    #worst;
    #known;
    /** Of the row at hand, which may come in pieces: the worst that each example has in it. */
    #row = new Map();
    constructor(names, allPairs, standing, onPair = null) {
        this.#names = names;
        this.#allPairs = allPairs;
        this.#standing = standing;
        this.#onPair = onPair;
        this.#worst = names.map(() => []);
        this.#known = names.map(() => []);
    }
    /** Takes what was found in a row, or in a piece of one. */
    add(finding) {
        const known = this.#row.get(finding.example);
        if (known === undefined || compareFindings(known, finding) > 0)
            this.#row.set(finding.example, finding);
    }
    /** The lines of the row whose pieces were all taken. */
    endRow() {
        if (this.#row.size === 0)
            return [];
        const found = [...this.#row.values()].sort((a, b) => a.example - b.example);
        this.#row = new Map();
        return found.flatMap((read) => {
            const { row: fingerprint } = read.evidence;
            const finding = this.#named(read);
            const status = this.#standing.of(finding.example, finding);
            if (status !== 'allowed') {
                keep(status === 'known' ? this.#known : this.#worst, finding);
                const { file, line } = finding.evidence;
                this.#onPair?.({ ...this.#names[finding.example], file, line, level: finding.level, fingerprint });
            }
            return finding.level === 'template' && !this.#allPairs ? [] : this.#line(finding, status);
        });
    }
    /** The lines that are listed once all rows were taken. */
    rest() {
        if (this.#allPairs)
            return [];
        const templates = (found, status) => found.flatMap((finding) => (finding.level === 'template' ? this.#line(finding, status) : []));
        return this.#worst.flatMap((found, i) => [...templates(found, 'new'), ...templates(this.#known[i], 'known')]);
    }
    /** Takes over what another scan found in rows that come after this one's. */
    merge(later) {
        this.listed += later.listed;
        for (const findings of later.#worst)
            for (const finding of findings)
                keep(this.#worst, finding);
        for (const findings of later.#known)
            for (const finding of findings)
                keep(this.#known, finding);
    }
    /** The new rows that have most of an example, worst first, and among equals the one that was read first. */
    worst(example) {
        return this.#worst[example];
    }
    /** The same of rows that an earlier scan had. */
    known(example) {
        return this.#known[example];
    }
    /** With the row called as contamination.jsonl calls it. */
    #named(finding) {
        const { example, evidence } = finding;
        return { ...finding, evidence: { ...evidence, row: this.#standing.rowOf(example, evidence.row) } };
    }
    #line({ example, level, score, words, part, evidence }, status) {
        this.listed++;
        const { file, line, row_group, field, row, text } = evidence;
        const { suite, id } = this.#names[example];
        const own = status === 'new' ? {} : { status };
        const found = { level, score, longest_span: words, part };
        return JSON.stringify({ suite, id, file, line, row_group, field, ...found, row, ...own, text });
    }
}
function keep(lists, finding) {
    const worst = lists[finding.example];
    const place = worst.findIndex((other) => compareFindings(finding, other) < 0);
    worst.splice(place === -1 ? worst.length : place, 0, finding);
    worst.length = Math.min(worst.length, BEST_ROWS);
}
/** Worst first. */
function compareFindings(a, b) {
    return (0,levels/* compareLevels */.t9)(a.level, b.level) || b.score - a.score || b.words - a.words;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/searcher.js



/** Matches training rows, and cuts out what shows the match. */
class RobustSearcher {
    #matcher;
    constructor({ index, thresholds }) {
        this.#matcher = new RowMatcher(index, thresholds);
    }
    mayHold(bytes, spans, count) {
        return this.#matcher.mayMatch(bytes, spans, count);
    }
    /** Lines of the evidence count from 0 where the row begins. */
    search(row) {
        const matches = this.#matcher.match(row.text);
        if (matches.length === 0)
            return null;
        return matches.map((match) => {
            const place = (0,training_row/* placeAt */.B)(row, match.start);
            const line = place.line - row.source.line;
            return { ...match, evidence: { ...place, line, ...(0,contamination_evidence/* cutEvidence */.U)(row.text, match.start, match.end) } };
        });
    }
}

;// CONCATENATED MODULE: ./.build/contamination/robust/scan.js










/**
 * Searches the training data for the eval sets' examples, edited ones too: the eval side in memory, the training rows as a
 * stream. docs/contamination.md has the definition.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
async function scanRobust(input, { level, thresholds }) {
    const { suites, files, allPairs, onPair, writePair, log, threads, interrupted } = input;
    const { searched, names, standing } = searchedExamples(input);
    const index = shareArrays(indexEval(searched.map(({ example }) => (0,contamination_text/* evalParts */.L)(example))));
    const findings = new Findings(names, allPairs, standing, onPair);
    const write = async (lines) => {
        for (const line of lines)
            await writePair(line);
    };
    let row = null; // that of the row at hand, which may come in pieces
    const training = await searchTraining({
        files,
        log,
        threads,
        interrupted,
        fields: 'known',
        searcher: { definition: 'robust', index, thresholds },
        local: new RobustSearcher({ index, thresholds }),
        take: (found, source) => {
            const lines = source === row ? [] : findings.endRow();
            row = source;
            for (const finding of found)
                findings.add(placed(finding, source));
            return lines.length === 0 ? undefined : write(lines);
        },
    });
    await write(findings.endRow());
    await write(findings.rest());
    const contaminated = searched
        .flatMap(({ suite, example }, i) => {
        const found = [...findings.worst(i), ...findings.known(i)];
        const [worst] = found.toSorted(compareFindings);
        if (worst === undefined)
            return [];
        const listed = {
            suite,
            id: example.id,
            level: worst.level,
            score: worst.score,
            part: worst.part,
            longest_span: worst.words,
            text: (0,contamination_evidence/* cutEvalText */.w)((0,contamination_text/* evalText */.q)(example)),
            ...evidenceOf(evidences(findings.worst(i)), evidences(findings.known(i))),
        };
        return [{ worst, found: listed }];
    })
        .sort((a, b) => compareFindings(a.worst, b.worst))
        .map(({ found }) => found);
    const isDecidable = names.map((_, i) => bitsOf(index, i) >= thresholds.bits_of_all);
    const flags = flagsOf(suites, isDecidable, findings, level);
    return {
        contamination: {
            definition: 'robust',
            n: null,
            level,
            thresholds: { ...thresholds },
            training,
            examples: contaminated,
            ...standing.summary(flags),
            undecidable: names.filter((_, i) => !isDecidable[i]),
            pairs: findings.listed,
            shared_text: [],
        },
        flags,
        standing,
    };
}
function evidences(findings) {
    return findings.map(({ evidence }) => evidence);
}
/** A finding whose lines count from its row's, with lines that count from the file's. */
function placed(finding, { file, line }) {
    return { ...finding, evidence: { ...finding.evidence, file, line: line + finding.evidence.line } };
}
function bitsOf({ textBits, questions, answers }, example) {
    return textBits[questions[example]] + textBits[answers[example]];
}
function flagsOf(suites, isDecidable, findings, level) {
    let at = 0;
    return new Map(suites.map(({ suite, examples }) => {
        const flags = Int8Array.from(examples, () => {
            const [fresh] = findings.worst(at);
            const [known] = findings.known(at);
            if (!isDecidable[at++])
                return contamination_flags/* UNDECIDABLE */.Nt;
            if (fresh !== undefined && (0,levels/* isAtLeast */.du)(fresh.level, level))
                return contamination_flags/* LEAK_NEW */.Z5;
            return known !== undefined && (0,levels/* isAtLeast */.du)(known.level, level) ? contamination_flags/* LEAK_KNOWN */.Q2 : 0;
        });
        return [suite, flags];
    }));
}

;// CONCATENATED MODULE: ./.build/contamination/robust/index.js
/** Finds eval examples in training rows however they were edited: what stands in a row, weighed by what it says. */




;// CONCATENATED MODULE: ./.build/contamination/ngram/gram-table.js
/** Any odd number with well-spread bits; the hash only finds a slot, and equality is always checked on the words. */
const gram_table_BASE = 0x9e3779b1;
/**
 * The distinct n-grams of a sequence of word numbers, numbered from 0 in order of first occurrence. An n-gram that holds
 * the word 0 does not exist.
 */
class GramTable {
    /** The n-gram that starts at each position of the sequence, or -1. */
    gramAt;
    /** How many distinct n-grams there are. */
    size;
    #n;
    #words;
    /** Position in `words` where each n-gram first stands. */
    #first;
    /** Open addressing: an n-gram's number + 1, or 0 for an empty slot. At most half full. */
    #slots;
    /** BASE to the power n, modulo 2^32. */
    #leaving;
    constructor(words, n) {
        this.#n = n;
        this.#words = words;
        this.#first = new Int32Array(words.length);
        this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, words.length * 2))));
        let power = 1;
        for (let i = 0; i < n; i++)
            power = Math.imul(power, gram_table_BASE);
        this.#leaving = power;
        this.gramAt = new Int32Array(words.length);
        let size = 0;
        this.#roll(words, words.length, this.gramAt, (slot, start) => {
            this.#first[size] = start;
            this.#slots[slot] = ++size;
            return size - 1;
        });
        this.size = size;
    }
    /**
     * Writes to `found` the n-gram that starts at each of the first `count` words, -1 where the table has none.
     * @returns how many are not -1
     */
    find(words, count, found) {
        return this.#roll(words, count, found, null);
    }
    #roll(words, count, grams, add) {
        const n = this.#n;
        const mask = this.#slots.length - 1;
        let hits = 0;
        let hash = 0;
        let run = 0;
        for (let i = 0; i < count; i++) {
            grams[i] = -1;
            const word = words[i];
            if (word === 0) {
                hash = 0;
                run = 0;
                continue;
            }
            hash = (Math.imul(hash, gram_table_BASE) + word) | 0;
            if (++run < n)
                continue;
            if (run > n)
                hash = (hash - Math.imul(words[i - n], this.#leaving)) | 0;
            const start = i - n + 1;
            let slot = spread(hash) & mask;
            let gram = -1;
            while (this.#slots[slot] !== 0) {
                const candidate = this.#slots[slot] - 1;
                if (this.#equal(words, start, candidate)) {
                    gram = candidate;
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if (gram === -1 && add !== null)
                gram = add(slot, start);
            if (gram === -1)
                continue;
            grams[start] = gram;
            hits++;
        }
        return hits;
    }
    #equal(words, start, gram) {
        const first = this.#first[gram];
        for (let k = 0; k < this.#n; k++)
            if (words[start + k] !== this.#words[first + k])
                return false;
        return true;
    }
}
/** Mixes a hash's high bits into its low ones, which choose the slot. */
function spread(hash) {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return mixed ^ (mixed >>> 13);
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/words.js

/** The first index at or after `from` that is not white space, or the text's length. */
function wordStart(text, from) {
    let i = from;
    while (i < text.length && (0,_build_text/* isSpace */.xC)(text.charCodeAt(i)))
        i++;
    return i;
}
/** The first index at or after `from` that is white space, or the text's length. */
function wordEnd(text, from) {
    let i = from;
    while (i < text.length && !(0,_build_text/* isSpace */.xC)(text.charCodeAt(i)))
        i++;
    return i;
}
/** Numbers in a typed array that grows. */
class Int32List {
    values = new Int32Array(1024);
    length = 0;
    push(value) {
        if (this.length === this.values.length) {
            const wider = new Int32Array(this.length * 2);
            wider.set(this.values);
            this.values = wider;
        }
        this.values[this.length++] = value;
    }
}
/**
 * Numbers for words. A word is what Python's `text.lower().split()` gives: JavaScript's toLowerCase() differs from it only
 * in letters that one side's Unicode version does not have yet (test/contamination/ngram/words.test.ts holds the whole table).
 */
class Vocabulary {
    #ids = new Map();
    /** Appends the words' numbers, 1 and up, giving new words new numbers. */
    learn(text, ids) {
        const lower = text.toLowerCase();
        for (let start = wordStart(lower, 0); start < lower.length;) {
            const end = wordEnd(lower, start);
            const word = lower.slice(start, end);
            let id = this.#ids.get(word);
            if (id === undefined) {
                id = this.#ids.size + 1;
                this.#ids.set(word, id);
            }
            ids.push(id);
            start = wordStart(lower, end);
        }
    }
    /** Sets `ids` to the words' numbers, 0 for a word that was never learnt. */
    read(text, ids) {
        ids.length = 0;
        const lower = text.toLowerCase();
        for (let start = wordStart(lower, 0); start < lower.length;) {
            const end = wordEnd(lower, start);
            ids.push(this.#ids.get(lower.slice(start, end)) ?? 0);
            start = wordStart(lower, end);
        }
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/eval-index.js


/** Indexes eval texts by their n-grams of words. Memory: about 50 bytes a word. */
function eval_index_indexEval(texts, n) {
    const vocabulary = new Vocabulary();
    const words = new Int32List();
    const places = texts.map(({ question, answer }) => {
        const start = words.length;
        vocabulary.learn(question, words);
        const middle = words.length;
        vocabulary.learn(answer, words);
        const end = words.length;
        words.push(0); // a gap, so that no n-gram runs from one example into the next
        return { start, answer: middle, end };
    });
    const table = new GramTable(words.values.slice(0, words.length), n);
    const lastExample = new Int32Array(table.size).fill(-1);
    const firstInExample = new Uint8Array(words.length);
    const counts = new Int32Array(table.size + 1);
    const examples = places.map((place, example) => {
        let grams = 0;
        for (let position = place.start; position < place.end; position++) {
            const gram = table.gramAt[position];
            if (gram === -1 || lastExample[gram] === example)
                continue;
            lastExample[gram] = example;
            firstInExample[position] = 1;
            counts[gram]++;
            grams++;
        }
        return { ...place, grams };
    });
    const postingStarts = new Int32Array(table.size + 1);
    for (let gram = 0; gram < table.size; gram++)
        postingStarts[gram + 1] = postingStarts[gram] + counts[gram];
    const postings = new Int32Array(postingStarts[table.size]);
    const filled = postingStarts.slice();
    examples.forEach(({ start, end }, example) => {
        for (let position = start; position < end; position++) {
            if (firstInExample[position] === 1)
                postings[filled[table.gramAt[position]]++] = example;
        }
    });
    return { n, vocabulary, table, examples, firstInExample, postingStarts, postings };
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/level.js
/**
 * The level of an example of which one row holds `shared` of its `grams` distinct n-grams, at least one.
 * @param minShare where `substantial` begins, 0-1; at 0 it begins with one n-gram
 */
function level_levelOf(shared, grams, minShare) {
    return shared >= minShare * grams ? 'substantial' : 'partial';
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/best-rows.js
/** Training rows shown for each example. */
const best_rows_BEST_ROWS = 3;
/** For each example the training rows that cover most of it; among equals the one that was read first. */
class BestRows {
    #found;
    constructor(examples) {
        this.#found = Array.from({ length: examples }, () => []);
    }
    /** Takes a row that holds `shared` of the example's n-grams; its evidence is only cut where it is needed. */
    offer(example, shared, source, evidence) {
        const found = this.#found[example];
        const earlier = found.findIndex((other) => other.source === source); // a piece of the same row
        if (earlier >= 0) {
            if (found[earlier].shared >= shared)
                return;
            found.splice(earlier, 1);
        }
        if (found.length === best_rows_BEST_ROWS && found[best_rows_BEST_ROWS - 1].shared >= shared)
            return;
        const better = found.findIndex((other) => other.shared < shared);
        found.splice(better === -1 ? found.length : better, 0, { shared, source, evidence: evidence() });
        found.length = Math.min(found.length, best_rows_BEST_ROWS);
    }
    /** The most of the example's n-grams that stand in one row. */
    shared(example) {
        return this.#found[example][0]?.shared ?? 0;
    }
    /** Best first. */
    evidence(example) {
        return this.#found[example].map(({ evidence }) => evidence);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/evidence-cutter.js



/** Cuts evidence out of one training row's text. Words are found once, and only where there is something to show. */
class EvidenceCutter {
    #text;
    #starts = new Int32List();
    #ends = new Int32List();
    #fingerprint = null;
    constructor(text) {
        this.#text = text;
        for (let start = wordStart(text, 0); start < text.length;) {
            const end = wordEnd(text, start);
            this.#starts.push(start);
            this.#ends.push(end);
            start = wordStart(text, end);
        }
    }
    /** The fingerprint of the row's text. */
    get fingerprint() {
        return (this.#fingerprint ??= (0,contamination_fingerprint/* fingerprint */.R)(this.#text));
    }
    /** The words from number `first` on, `count` of them, with a little of what stands around them. */
    cut(first, count) {
        return (0,contamination_evidence/* cutEvidence */.U)(this.#text, this.#starts.values[first], this.#ends.values[first + count - 1]);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/longest-run.js
/**
 * The longest common run by a suffix automaton (Blumer et al. 1985): time in proportion to the two lengths, also where one
 * number stands thousands of times in both. Among equals the first in `searched`.
 */
function longestRun(pattern, searched) {
    const states = automaton(pattern);
    let state = 0;
    let length = 0;
    let best = { length: 0, start: 0 };
    for (let i = 0; i < searched.length; i++) {
        const symbol = searched[i];
        while (state > 0 && !states[state].next.has(symbol)) {
            state = states[state].link;
            length = states[state].length;
        }
        const next = states[state].next.get(symbol);
        if (next === undefined)
            continue;
        state = next;
        length++;
        if (length > best.length)
            best = { length, start: i - length + 1 };
    }
    return best;
}
/** States that know every run of the sequence, the first being the empty run. */
function automaton(sequence) {
    const states = [{ length: 0, link: -1, next: new Map() }];
    let last = 0;
    for (const symbol of sequence) {
        const current = states.push({ length: states[last].length + 1, link: 0, next: new Map() }) - 1;
        let from = last;
        for (; from !== -1 && !states[from].next.has(symbol); from = states[from].link) {
            states[from].next.set(symbol, current);
        }
        last = current;
        if (from === -1)
            continue;
        const to = states[from].next.get(symbol);
        if (states[from].length + 1 === states[to].length) {
            states[current].link = to;
            continue;
        }
        const { link, next } = states[to];
        const clone = states.push({ length: states[from].length + 1, link, next: new Map(next) }) - 1;
        for (; from !== -1 && states[from].next.get(symbol) === to; from = states[from].link) {
            states[from].next.set(symbol, clone);
        }
        states[to].link = clone;
        states[current].link = clone;
    }
    return states;
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/row-matcher.js


/** Pairs of equal n-grams above which the longest span is searched in a way that repetition can't slow down. */
const MOST_STEPS = 100_000;
/** Holds one training row against the index. Reused from row to row, since a scan sees millions. */
class row_matcher_RowMatcher {
    /** The row's distinct n-grams that the eval sets hold. */
    grams = new Int32List();
    #index;
    #ids = new Int32List();
    #gramAt = new Int32Array(0);
    /** Last position in the row of each n-gram, or -1; `#before` chains to the one before it. */
    #last;
    #before = new Int32Array(0);
    /** How often each n-gram stands in the row. */
    #occurrences;
    /** Per position of the row: n-grams in a row that match up to here, and the eval position that it was counted for. */
    #run = new Int32Array(0);
    #countedFor = new Int32Array(0);
    #words = 0;
    constructor(index) {
        this.#index = index;
        this.#last = new Int32Array(index.table.size).fill(-1);
        this.#occurrences = new Int32Array(index.table.size);
    }
    /**
     * Takes the next training row.
     * @returns whether it shares any n-gram with the eval sets
     */
    take(text) {
        for (let i = 0; i < this.grams.length; i++)
            this.#last[this.grams.values[i]] = -1;
        this.grams.length = 0;
        this.#index.vocabulary.read(text, this.#ids);
        this.#words = this.#ids.length;
        if (this.#gramAt.length < this.#words)
            this.#grow();
        if (this.#index.table.find(this.#ids.values, this.#words, this.#gramAt) === 0)
            return false;
        for (let position = 0; position < this.#words; position++) {
            this.#countedFor[position] = -2;
            const gram = this.#gramAt[position];
            if (gram === -1)
                continue;
            if (this.#last[gram] === -1) {
                this.grams.push(gram);
                this.#occurrences[gram] = 0;
            }
            this.#occurrences[gram]++;
            this.#before[position] = this.#last[gram];
            this.#last[gram] = position;
        }
        return true;
    }
    /** Whether the row that was taken last holds an n-gram. */
    holds(gram) {
        return this.#last[gram] !== -1;
    }
    /** What the row that was taken last shares with an example; `shared` is 0 where there is nothing. */
    overlap(example) {
        const { examples, firstInExample, table, n } = this.#index;
        const { start, answer, end } = examples[example];
        let shared = 0;
        let steps = 0;
        let inQuestion = false;
        let inAnswer = false;
        for (let position = start; position + n <= end; position++) {
            const gram = table.gramAt[position];
            if (this.#last[gram] === -1)
                continue;
            shared += firstInExample[position];
            steps += this.#occurrences[gram];
            if (position < answer)
                inQuestion = true;
            if (position + n > answer)
                inAnswer = true;
        }
        const run = steps > MOST_STEPS
            ? longestRun(table.gramAt.subarray(start, end - n + 1), this.#gramAt.subarray(0, this.#words))
            : this.#longestRun(start, end - n + 1);
        const part = inQuestion && inAnswer ? 'both' : inQuestion ? 'question' : 'answer';
        return { shared, spanWords: shared === 0 ? 0 : run.length + n - 1, spanStart: run.start, part };
    }
    /** The longest run of n-grams at eval positions from `first` up to `end`, without building anything. */
    #longestRun(first, end) {
        const { gramAt } = this.#index.table;
        let length = 0;
        let start = 0;
        for (let position = first; position < end; position++) {
            // Later places first, so that the run that ended just before is still the one of the n-gram before.
            for (let at = this.#last[gramAt[position]]; at !== -1; at = this.#before[at]) {
                const continues = at > 0 && this.#countedFor[at - 1] === position - 1;
                const run = continues ? this.#run[at - 1] + 1 : 1;
                this.#run[at] = run;
                this.#countedFor[at] = position;
                if (run <= length)
                    continue;
                length = run;
                start = at - run + 1;
            }
        }
        return { length, start };
    }
    #grow() {
        const size = this.#ids.values.length;
        this.#gramAt = new Int32Array(size);
        this.#before = new Int32Array(size);
        this.#run = new Int32Array(size);
        this.#countedFor = new Int32Array(size);
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/shared-text.js


/** A text is shared, not leaked, where its n-grams stand in more than this share of the examples and this many rows. */
const SHARED_EXAMPLES = 0.01;
const SHARED_ROWS = 1000;
/** Keeps count of the n-grams that many examples have, and tells which of them turned out to be shared text. */
class SharedText {
    #index;
    /** 1 where more than 1% of the examples hold the n-gram. */
    #common;
    /** Training rows that hold each common n-gram. */
    #rows;
    constructor(index) {
        const { table, postingStarts, examples } = index;
        this.#index = index;
        this.#rows = new Int32Array(table.size);
        this.#common = new Uint8Array(table.size);
        for (let gram = 0; gram < table.size; gram++) {
            const holders = postingStarts[gram + 1] - postingStarts[gram];
            if (holders > SHARED_EXAMPLES * examples.length)
                this.#common[gram] = 1;
        }
    }
    /** Counts one more training row that holds the n-gram. */
    count(gram) {
        this.#rows[gram]++;
    }
    /** Whether more than 1% of the examples hold the n-gram, so that it may turn out to be shared text. */
    isCommon(gram) {
        return this.#common[gram] === 1;
    }
    /** Whether the n-gram is shared text by the rows counted so far. */
    isShared(gram) {
        return this.#common[gram] === 1 && this.#rows[gram] > SHARED_ROWS;
    }
    /** The shared texts, each n-gram once: neighbours in an eval text with the same counts are one text. Most rows first. */
    list(texts) {
        const { table, examples, postingStarts, n } = this.#index;
        const reported = new Uint8Array(table.size);
        const list = [];
        const holders = (gram) => postingStarts[gram + 1] - postingStarts[gram];
        examples.forEach(({ start, end }, example) => {
            const isNew = (position) => {
                const gram = table.gramAt[position];
                return position + n <= end && this.isShared(gram) && reported[gram] === 0;
            };
            for (let position = start; position + n <= end; position++) {
                if (!isNew(position))
                    continue;
                const gram = table.gramAt[position];
                const first = position;
                const sameCounts = (other) => this.#rows[other] === this.#rows[gram] && holders(other) === holders(gram);
                while (isNew(position) && sameCounts(table.gramAt[position]))
                    reported[table.gramAt[position++]] = 1;
                const text = wordsOf(texts[example], first - start, position - first + n - 1);
                list.push({ text: (0,contamination_evidence/* cutEvalText */.w)(text), examples: holders(gram), rows: this.#rows[gram] });
                position--;
            }
        });
        return list.sort((a, b) => b.rows - a.rows || b.examples - a.examples);
    }
}
/** The words from number `first` on, `count` of them, as they stand in the text. */
function wordsOf(text, first, count) {
    let start = wordStart(text, 0);
    for (let i = 0; i < first; i++)
        start = wordStart(text, wordEnd(text, start));
    let end = wordEnd(text, start);
    for (let i = 1; i < count; i++)
        end = wordEnd(text, wordStart(text, end));
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/pairs.js





/** Rows with the same common n-grams that are looked at in full: of a later one only what else it holds can matter. */
const SAME_COMMON_ROWS = best_rows_BEST_ROWS;
/** Combinations of common n-grams that are remembered, in characters; beyond it rows take longer, with the same result. */
const REMEMBERED_CHARACTERS = 10_000_000;
/** Held rows, in characters of text, above which their pairs are listed at once: memory comes before brevity. */
const HELD_CHARACTERS = 50_000_000;
/**
 * Finds the pairs of example and training row, and lists them as lines of contamination.jsonl.
 *
 * Whether an n-gram is shared text is known only at the end, while lines are written as a stream. So a pair that holds an
 * n-gram of few examples is listed at once, and a pair that holds only n-grams of many examples waits until `rest()`.
 * What is listed therefore does not depend on the order of rows. Which examples are contaminated, and how much, never
 * depends on shared text at all.
 */
class Pairs {
    /** New pairs, and those that an earlier scan had. */
    best;
    known;
    shared;
    /** Lines listed so far. */
    listed = 0;
    #index;
    #names;
    #minShare;
    #allPairs;
    #standing;
    #onPair;
    #matcher;
    #combinations = new Map();
    #rememberedCharacters = 0;
    /** The number of the last row that each example was a candidate of. */
    #candidateOf;
    /** The examples listed with each row that comes in pieces. */
    #listedOf = new WeakMap();
    #rows = 0;
    #held = [];
    #heldCharacters = 0;
    constructor(index, names, minShare, allPairs, standing, onPair) {
        this.#index = index;
        this.#names = names;
        this.#minShare = minShare;
        this.#allPairs = allPairs;
        this.#standing = standing;
        this.#onPair = onPair;
        this.#matcher = new row_matcher_RowMatcher(index);
        this.#candidateOf = new Int32Array(names.length);
        this.best = new BestRows(names.length);
        this.known = new BestRows(names.length);
        this.shared = new SharedText(index);
    }
    /** Takes the next training row. Returns the lines to list, usually none. */
    row(row) {
        const { text, source } = row;
        if (!this.#matcher.take(text))
            return [];
        const found = this.#foundGrams();
        const common = found.filter((gram) => this.shared.isCommon(gram));
        for (const gram of common)
            this.shared.count(gram);
        // Where pairs are told apart one by one, no row can stand for another.
        const isRepeat = !this.#allPairs && this.#standing.isEmpty && this.#onPair === null && this.#isRepeat(common);
        const followed = isRepeat ? found.filter((gram) => !this.shared.isCommon(gram)) : found;
        const cutter = new EvidenceCutter(text);
        const lines = [];
        let waits = isRepeat;
        for (const example of this.#candidates(followed)) {
            const overlap = this.#matcher.overlap(example);
            const evidence = () => this.#evidence(example, overlap, source, cutter);
            const status = this.#statusOf(example, overlap, evidence);
            if (status !== 'allowed') {
                this[status === 'known' ? 'known' : 'best'].offer(example, overlap.shared, source, evidence);
                this.#tell(example, overlap, source, cutter);
            }
            if (this.#allPairs || this.#holds(example, (gram) => !this.shared.isCommon(gram))) {
                if (this.#isUnlisted(example, row))
                    lines.push(this.#line(example, overlap, source, cutter));
            }
            else
                waits = true;
        }
        if (waits)
            this.#hold({ row, grams: common });
        return lines;
    }
    /** Whether so much is held back that `rest()` must be called now. */
    get isFull() {
        return this.#heldCharacters > HELD_CHARACTERS;
    }
    /** The lines of the pairs that were held back and do not rest on shared text alone, as far as is known by now. */
    *rest() {
        const held = this.#held;
        this.#held = [];
        this.#heldCharacters = 0;
        for (const { row } of held) {
            this.#matcher.take(row.text);
            const cutter = new EvidenceCutter(row.text);
            const open = this.#foundGrams().filter((gram) => !this.shared.isShared(gram));
            for (const example of this.#candidates(open)) {
                if (this.#holds(example, (gram) => !this.shared.isCommon(gram)) || !this.#isUnlisted(example, row))
                    continue;
                yield this.#line(example, this.#matcher.overlap(example), row.source, cutter);
            }
        }
    }
    #foundGrams() {
        return Array.from(this.#matcher.grams.values.subarray(0, this.#matcher.grams.length));
    }
    /**
     * Whether rows with the very same common n-grams were seen so often that this one can be no example's best row through
     * them. Without this, a template that all rows and all examples share would cost their product.
     */
    #isRepeat(common) {
        if (common.length === 0)
            return false;
        const key = common.toSorted((a, b) => a - b).join(' ');
        const seen = this.#combinations.get(key) ?? 0;
        if (seen >= SAME_COMMON_ROWS)
            return true;
        if (seen === 0) {
            if (this.#rememberedCharacters > REMEMBERED_CHARACTERS)
                return false;
            this.#rememberedCharacters += key.length;
        }
        this.#combinations.set(key, seen + 1);
        return false;
    }
    /** The examples that hold any of these n-grams, ascending. */
    #candidates(grams) {
        const { postingStarts, postings } = this.#index;
        const candidates = [];
        this.#rows++;
        for (const gram of grams) {
            for (let i = postingStarts[gram]; i < postingStarts[gram + 1]; i++) {
                const example = postings[i];
                if (this.#candidateOf[example] === this.#rows)
                    continue;
                this.#candidateOf[example] = this.#rows;
                candidates.push(example);
            }
        }
        return candidates.sort((a, b) => a - b);
    }
    /** Whether the example and the row have an n-gram in common of which `test` holds. */
    #holds(example, test) {
        const { examples, table, n } = this.#index;
        const { start, end } = examples[example];
        for (let position = start; position + n <= end; position++) {
            const gram = table.gramAt[position];
            if (this.#matcher.holds(gram) && test(gram))
                return true;
        }
        return false;
    }
    #hold(row) {
        if (row.grams.every((gram) => this.shared.isShared(gram)))
            return;
        this.#held.push(row);
        this.#heldCharacters += row.row.text.length;
        if (!this.isFull)
            return;
        // Forgets rows all of whose n-grams have turned out to be shared text since.
        this.#held = this.#held.filter(({ grams }) => grams.some((gram) => !this.shared.isShared(gram)));
        this.#heldCharacters = this.#held.reduce((sum, { row: { text } }) => sum + text.length, 0);
    }
    /** Whether a pair is not listed yet: a row that comes in pieces may hold an example in several of them. */
    #isUnlisted(example, { piece, source }) {
        if (piece === null)
            return true;
        const listed = this.#listedOf.get(source) ?? new Set();
        this.#listedOf.set(source, listed);
        return listed.size < listed.add(example).size;
    }
    #evidence(example, { spanStart, spanWords }, source, cutter) {
        const { file, line, rowGroup } = source;
        return {
            file,
            line,
            ...(rowGroup === undefined ? {} : { row_group: rowGroup }),
            row: this.#standing.rowOf(example, cutter.fingerprint),
            ...cutter.cut(spanStart, spanWords),
        };
    }
    #tell(example, { shared }, { file, line }, cutter) {
        if (this.#onPair === null)
            return;
        const level = level_levelOf(shared, this.#index.examples[example].grams, this.#minShare);
        this.#onPair({ ...this.#names[example], file, line, level, fingerprint: cutter.fingerprint });
    }
    #statusOf(example, { shared }, evidence) {
        if (this.#standing.isEmpty)
            return 'new';
        const { grams } = this.#index.examples[example];
        return this.#standing.of(example, {
            level: level_levelOf(shared, grams, this.#minShare),
            score: shared / grams,
            evidence: evidence(),
        });
    }
    #line(example, overlap, source, cutter) {
        this.listed++;
        const { suite, id } = this.#names[example];
        const { grams } = this.#index.examples[example];
        const evidence = this.#evidence(example, overlap, source, cutter);
        const status = this.#statusOf(example, overlap, () => evidence);
        const { file, line, row_group, row, text } = evidence;
        return JSON.stringify({
            suite,
            id,
            file,
            line,
            row_group,
            level: level_levelOf(overlap.shared, grams, this.#minShare),
            score: overlap.shared / grams,
            longest_span: overlap.spanWords,
            part: overlap.part,
            row,
            ...(status === 'new' ? {} : { status }),
            text,
        });
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/word-hashes.js

/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul: word_hashes_imul } = Math;
const PRIME = 0x01000193;
/** Of a byte or a low UTF-16 unit: twice what it adds to a word's hash, the sign bit for what is no white space. */
const word_hashes_WORD = 1 << 31;
/** Bytes that do not stand in a string of JSON for themselves. */
const word_hashes_SPECIAL = 1 << 30;
const VALUE = 0x1ff;
const UNITS = Int32Array.from({ length: 256 }, (_, unit) => ((0,_build_text/* isSpace */.xC)(unit) ? 0 : word_hashes_WORD | (unit << 1)));
const word_hashes_BYTES = UNITS.map((of, byte) => {
    if (byte < 0x20 || byte >= 0x80 || byte === 0x5c)
        return of | word_hashes_SPECIAL;
    return byte >= 0x41 && byte <= 0x5a ? UNITS[byte | 0x20] : of;
});
/** What stands behind a backslash: the unit that it means, 0 where that is not said by one letter. */
const ESCAPES = Uint8Array.from({ length: 256 }, (_, byte) => {
    const at = '"\\/bfnrt'.indexOf(String.fromCharCode(byte));
    return at < 0 ? 0 : '"\\/\b\f\n\r\t'.charCodeAt(at);
});
/**
 * Hashes of words, a word being what `Vocabulary` holds for one. Equal words have equal hashes, and no hash is 0.
 *
 * There is no branch for a word's end: such a branch goes wrong once a word, which takes longer than hashing it. The lowest
 * bit of a hash is 1 inside of a word.
 */
class WordHashes {
    values = new Int32Array(4096);
    count = 0;
    clear() {
        this.count = 0;
    }
    /** Appends the words of a text. */
    addText(text) {
        const lower = text.toLowerCase();
        this.#reserve(lower.length);
        const { values } = this;
        let count = this.count;
        let hash = 0;
        for (let i = 0; i < lower.length; i++) {
            const unit = lower.charCodeAt(i);
            const of = unit < 256 ? UNITS[unit] : (0,_build_text/* isSpace */.xC)(unit) ? 0 : word_hashes_WORD | (unit << 1);
            values[count] = hash;
            count += hash & ~(of >> 31) & 1;
            hash = ((word_hashes_imul(hash, PRIME) + (of & 0x1ffff)) | 1) & (of >> 31);
        }
        values[count] = hash;
        this.count = count + (hash & 1);
    }
    /**
     * Appends the words of a text as it stands in a string of JSON.
     * @returns false where it is not valid there, not ASCII, or has an escape \u
     */
    addBytes(bytes, start, end) {
        this.#reserve(end - start);
        const { values } = this;
        let count = this.count;
        let hash = 0;
        for (let i = start; i < end; i++) {
            let of = word_hashes_BYTES[bytes[i]];
            if ((of & word_hashes_SPECIAL) !== 0) {
                const escaped = bytes[i] === 0x5c ? ESCAPES[bytes[++i]] : 0;
                if (escaped === 0)
                    return false;
                of = UNITS[escaped];
            }
            values[count] = hash;
            count += hash & ~(of >> 31) & 1;
            hash = ((word_hashes_imul(hash, PRIME) + (of & VALUE)) | 1) & (of >> 31);
        }
        values[count] = hash;
        this.count = count + (hash & 1);
        return true;
    }
    /** Room for the words of so many characters: one may begin with every second. */
    #reserve(length) {
        const needed = this.count + (length >> 1) + 2;
        if (needed <= this.values.length)
            return;
        const wider = new Int32Array(2 * needed);
        wider.set(this.values.subarray(0, this.count));
        this.values = wider;
    }
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/sieve.js


/** Of the filter at least: 2^22 bits are half a megabyte, which a core's cache holds. */
/** By its own name: `Math` is looked up every time where a program has made its globals anew, as test runners do. */
const { imul: sieve_imul } = Math;
const LEAST_FILTER_BITS = 22;
/** Bits of the filter for each n-gram, so that nearly all that are not there are refused. */
const BITS_PER_GRAM = 16;
const MOST_FILTER_BITS = 28;
const sieve_BASE = 0x9e3779b1;
/** A sieve of all n-grams of the texts, an example's question and answer being one text. */
function gramSieve(texts, n) {
    const words = new WordHashes();
    const hashes = new Int32List();
    for (const { question, answer } of texts) {
        words.clear();
        words.addText(question);
        words.addText(answer);
        eachGram(words.values, words.count, n, (hash) => {
            hashes.push(hash);
            return false;
        });
    }
    const wanted = Math.ceil(Math.log2(Math.max(1, hashes.length * BITS_PER_GRAM)));
    const filterBits = Math.min(MOST_FILTER_BITS, Math.max(LEAST_FILTER_BITS, wanted));
    const filter = new Int32Array(2 ** (filterBits - 5));
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, hashes.length * 2))));
    const mask = slots.length - 1;
    for (let i = 0; i < hashes.length; i++) {
        const hash = hashes.values[i];
        const bit = hash >>> (32 - filterBits);
        filter[bit >>> 5] |= 1 << (bit & 31);
        let slot = hash & mask;
        while (slots[slot] !== 0 && slots[slot] !== hash)
            slot = (slot + 1) & mask;
        slots[slot] = hash;
    }
    return { n, filter, filterBits, slots };
}
/** Lets those training rows pass that may share an n-gram with the eval sets: all that do, and hardly another. */
class NgramSearcher {
    #sieve;
    #words = new WordHashes();
    constructor(sieve) {
        this.#sieve = sieve;
    }
    mayHold(bytes, spans, count) {
        const words = this.#words;
        words.clear();
        for (let i = 0; i < count; i++) {
            if (!words.addBytes(bytes, spans[2 * i], spans[2 * i + 1]))
                return true;
        }
        return this.#hasGram();
    }
    search({ fields, text, piece }) {
        this.#words.clear();
        this.#words.addText(text);
        return this.#hasGram() ? { fields, piece } : null;
    }
    #hasGram() {
        const { n, filter, filterBits, slots } = this.#sieve;
        const shift = 32 - filterBits;
        const { values, count } = this.#words;
        if (count < n)
            return false;
        let hash = 0;
        for (let i = 0; i < n - 1; i++)
            hash = (sieve_imul(hash, sieve_BASE) + values[i]) | 0;
        const leaving = sieve_power(n - 1);
        for (let i = n - 1; i < count; i++) {
            hash = (sieve_imul(hash, sieve_BASE) + values[i]) | 0;
            const mixed = mix(hash);
            const bit = mixed >>> shift;
            if ((filter[bit >>> 5] & (1 << (bit & 31))) !== 0 && isIn(slots, mixed))
                return true;
            hash = (hash - sieve_imul(values[i - n + 1], leaving)) | 0;
        }
        return false;
    }
}
/** Calls `take` with the mixed hash of each n-gram, until it returns true. */
function eachGram(words, count, n, take) {
    const leaving = sieve_power(n - 1);
    let hash = 0;
    for (let i = 0; i < count; i++) {
        hash = (sieve_imul(hash, sieve_BASE) + words[i]) | 0;
        if (i < n - 1)
            continue;
        if (take(mix(hash)))
            return;
        hash = (hash - sieve_imul(words[i - n + 1], leaving)) | 0;
    }
}
function isIn(slots, hash) {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0 && slots[slot] !== hash)
        slot = (slot + 1) & mask;
    return slots[slot] === hash; // 0 is in every table
}
/** Spreads a hash's bits, of which the upper ones choose the filter's bit and the lower ones the slot. */
function mix(hash) {
    const mixed = sieve_imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return mixed ^ (mixed >>> 13);
}
/** BASE to a power, modulo 2^32. */
function sieve_power(exponent) {
    let product = 1;
    for (let i = 0; i < exponent; i++)
        product = sieve_imul(product, sieve_BASE);
    return product;
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/scan.js












/**
 * Searches the training data for the eval sets' n-grams: the eval side in memory, the training rows as a stream.
 * An n-gram is n consecutive words of Python's `text.lower().split()`; docs/contamination.md has the definitions.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
async function scanNgram(input, { n, minShare, level }) {
    const { suites, files, allPairs, onPair, writePair, log, threads, interrupted } = input;
    const { searched, names, standing } = searchedExamples(input);
    const parts = searched.map(({ example }) => (0,contamination_text/* evalParts */.L)(example));
    const index = eval_index_indexEval(parts, n);
    const sieve = shareArrays(gramSieve(parts, n));
    const pairs = new Pairs(index, names, minShare, allPairs, standing, onPair);
    const write = async (lines) => {
        for (const line of lines)
            await writePair(line);
    };
    const training = await searchTraining({
        files,
        log,
        threads,
        interrupted,
        fields: 'known',
        searcher: { definition: 'ngram', sieve },
        local: new NgramSearcher(sieve),
        take: ({ fields, piece }, source) => {
            const lines = pairs.row((0,training_row/* trainingRow */.F)(fields, source, piece));
            if (pairs.isFull)
                return write(lines).then(() => write(pairs.rest()));
            return lines.length === 0 ? undefined : write(lines);
        },
    });
    await write(pairs.rest());
    const contaminated = [];
    searched.forEach(({ suite, example }, i) => {
        const { grams } = index.examples[i];
        const shared = Math.max(pairs.best.shared(i), pairs.known.shared(i));
        if (shared === 0)
            return;
        contaminated.push({
            suite,
            id: example.id,
            level: level_levelOf(shared, grams, minShare),
            score: shared / grams,
            text: (0,contamination_evidence/* cutEvalText */.w)((0,contamination_text/* evalText */.q)(example)),
            ...evidenceOf(pairs.best.evidence(i), pairs.known.evidence(i)),
        });
    });
    const flags = scan_flagsOf(suites, index, pairs, { minShare, level });
    const contamination = {
        definition: 'ngram',
        n,
        level,
        training,
        examples: contaminated.sort((a, b) => b.score - a.score),
        ...standing.summary(flags),
        undecidable: names.filter((_, i) => index.examples[i].grams === 0),
        pairs: pairs.listed,
        shared_text: pairs.shared.list(searched.map(({ example }) => (0,contamination_text/* evalText */.q)(example))),
    };
    return { contamination, flags, standing };
}
function scan_flagsOf(suites, index, pairs, { minShare, level }) {
    let at = 0;
    return new Map(suites.map(({ suite, examples }) => {
        const flags = Int8Array.from(examples, () => {
            const { grams } = index.examples[at];
            const [fresh, known] = [pairs.best.shared(at), pairs.known.shared(at)];
            at++;
            if (grams === 0)
                return contamination_flags/* UNDECIDABLE */.Nt;
            const isLeak = (shared) => shared > 0 && (0,levels/* isAtLeast */.du)(level_levelOf(shared, grams, minShare), level);
            return isLeak(fresh) ? contamination_flags/* LEAK_NEW */.Z5 : isLeak(known) ? contamination_flags/* LEAK_KNOWN */.Q2 : 0;
        });
        return [suite, flags];
    }));
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/index.js
/** The usual definition: n-grams of words as Python splits them, that stand in an eval example and in a training row. */



;// CONCATENATED MODULE: ./.build/contamination/scan.js


/**
 * Searches the training data for the eval sets' examples: the eval side in memory, the training rows as a stream.
 * docs/contamination.md has the definitions.
 * @throws GateError where nothing can be scanned: a file that can't be read or has no usable row, no rows at all
 */
async function scanTraining(input) {
    return input.definition === 'robust' ? scanRobust(input, input) : scanNgram(input, input);
}

;// CONCATENATED MODULE: ./.build/contamination/search.js
// What a scan runs: loaded where one is wanted, since the rest of a run is faster without it.






/***/ })

};
