import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ STDIN)
});

// UNUSED EXPORTS: resolveFiles

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __nccwpck_require__(9243);
;// CONCATENATED MODULE: ./.build/inside.js

/** True where `path` is `folder` or lies below it. Both absolute; symlinks are the caller's matter. */
function inside_isInside(path, folder) {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

;// CONCATENATED MODULE: ./.build/data/files.js







/** The standard input, as training data. */
const STDIN = { path: '-', shown: 'stdin' };
/** Without one of these a pattern is no glob, and what matches globs, which takes a while to start, is not loaded. */
const MAYBE_GLOB = /[*?![\](){}+@|\\]/u;
/** A pattern with more `{…}` groups than this expands into too many patterns to be meant seriously. */
const MAX_BRACE_GROUPS = 4;
/**
 * The files that paths and globs name, each once (links to one file are one file), sorted by shown path (code points).
 * A pattern that is the name of an existing file means that file, whatever glob characters it holds; folders that a glob
 * matches are left out. Where `access.root` is set, nothing outside of it is read: a pattern of a config (not trusted)
 * may not name a place outside, and no match may lead outside through a symlink; a trusted pattern may also reach what
 * lies under its own literal folder.
 * @throws GateError where a pattern matches nothing, leaves the allowed folders, or names something that is not a file
 */
async function resolveFiles(patterns, access) {
    const root = access.root === null ? null : await realpath(access.root);
    const found = [];
    for (const pattern of patterns) {
        for (const path of await resolvePattern(pattern, access.root, root)) {
            found.push({ path, shown: shownPath(path, access.workingDirectory) });
        }
    }
    found.sort((a, b) => compareCodePoints(a.shown, b.shown));
    const real = new Map();
    for (const file of found) {
        const key = await realpath(file.path);
        if (!real.has(key))
            real.set(key, file);
    }
    return [...real.values()];
}
/** A path as users see it: relative to the working directory where that is shorter to read, with `/`. */
function shownPath(path, workingDirectory) {
    const inside = relative(workingDirectory, path);
    return (inside === '' ? path : inside).split(sep).join('/');
}
async function resolvePattern(pattern, root, realRoot) {
    const text = pattern.pattern;
    if (text.trim() === '')
        throw new GateError('is an empty path', pattern.place);
    if (text.includes('\0'))
        throw new GateError('holds a NUL character, which no path can', pattern.place);
    const literal = resolve(pattern.baseDir, text);
    const fastGlob = MAYBE_GLOB.test(text) ? (await __nccwpck_require__.e(/* import() */ 648).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5648, 19))).default : null;
    const base = literalFolder(pattern, literal, fastGlob);
    if (root !== null && realRoot !== null && !pattern.trusted && !isInside(base, root) && !isInside(base, realRoot)) {
        throw new GateError(`"${text}" lies outside the workspace; a config may only name files inside it`, pattern.place);
    }
    const paths = (await exists(literal)) ? [literal] : fastGlob === null ? [] : await matchGlob(pattern, fastGlob);
    if (paths.length === 0) {
        throw new GateError(`no file matches "${text}"${await closeFile(literal, base)}`, pattern.place);
    }
    const allowed = realRoot === null ? null : [realRoot, ...(pattern.trusted ? [await realFolder(base)] : [])];
    for (const path of paths)
        await assertReadable(path, pattern, allowed);
    return paths;
}
/** The folder that a pattern certainly stays below: all its parts before the first glob character, or a file's folder. */
function literalFolder(pattern, literal, fastGlob) {
    if (fastGlob?.isDynamicPattern(pattern.pattern) !== true)
        return dirname(literal);
    const parts = [];
    for (const part of withSlashes(pattern.pattern).split('/')) {
        if (part !== '' && fastGlob.isDynamicPattern(part))
            break;
        parts.push(part);
    }
    const prefix = parts.join('/');
    return resolve(pattern.baseDir, prefix === '' && isAbsolute(pattern.pattern) ? '/' : prefix);
}
async function matchGlob(pattern, fastGlob) {
    const { pattern: text, baseDir, place } = pattern;
    if (!fastGlob.isDynamicPattern(text))
        return [];
    if (text.split('{').length - 1 > MAX_BRACE_GROUPS) {
        throw new GateError(`"${text}" has more than ${MAX_BRACE_GROUPS} {…} groups; write several patterns`, place);
    }
    try {
        const matches = await fastGlob(withSlashes(text), {
            cwd: baseDir,
            absolute: true,
            onlyFiles: false,
            extglob: false,
            fs: { stat: statOnce() },
        });
        const kinds = await Promise.all(matches.map((match) => stat(match).catch(() => null)));
        return matches.filter((_, i) => kinds[i]?.isDirectory() !== true).map((match) => resolve(match));
    }
    catch (error) {
        throw new GateError(`"${text}" can't be matched (${messageOf(error)})`, place, { cause: error });
    }
}
/**
 * A `stat` for following links that lets each linked folder be entered once: links that lead to each other would
 * otherwise be followed in every combination.
 */
function statOnce() {
    const entered = new Set();
    return (path, done) => {
        statCallback(path, (error, stats) => {
            if (error !== null || !stats.isDirectory()) {
                done(error, stats);
                return;
            }
            const real = realpathSync(path);
            if (entered.has(real)) {
                done(new Error('this folder was entered already'));
                return;
            }
            entered.add(real);
            done(null, stats);
        });
    };
}
async function assertReadable(path, pattern, allowed) {
    const what = `"${pattern.pattern}"${resolve(pattern.baseDir, pattern.pattern) === path ? '' : ` matches ${basename(path)}, which`}`;
    const real = await realpath(path).catch(() => null);
    if (real === null)
        throw new GateError(`${what} is a link to a file that is not there`, pattern.place);
    if (allowed !== null && !allowed.some((folder) => isInside(real, folder))) {
        throw new GateError(`${what} is a link that leads outside the workspace`, pattern.place);
    }
    const stats = await stat(real);
    if (stats.isDirectory()) {
        throw new GateError(`${what} is a folder; write a glob such as "${pattern.pattern}/*.jsonl"`, pattern.place);
    }
    if (!stats.isFile())
        throw new GateError(`${what} is not a regular file`, pattern.place);
}
/** Which name in the pattern's folder comes closest, as the end of a message. */
async function closeFile(literal, folder) {
    const names = await readdir(folder).catch(() => null);
    if (names === null)
        return '; its folder does not exist';
    const close = dirname(literal) === folder ? nearest(basename(literal), names.sort(compareCodePoints)) : null;
    return close === null ? '' : `; did you mean "${close}"?`;
}
function withSlashes(pattern) {
    return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}
async function exists(path) {
    return lstat(path).then(() => true, () => false);
}
async function realFolder(path) {
    return realpath(path).catch(() => path);
}


/***/ }),

/***/ 5739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C5: () => (/* binding */ PACKED_ENDINGS),
  io: () => (/* binding */ readBytes),
  E_: () => (/* binding */ withoutMark)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __nccwpck_require__(6466);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __nccwpck_require__(9243);
// EXTERNAL MODULE: ./.build/data/files.js + 1 modules
var files = __nccwpck_require__(7413);
// EXTERNAL MODULE: ./.build/data/formats/zstd/frames.js + 1 modules
var zstd_frames = __nccwpck_require__(4093);
;// CONCATENATED MODULE: ./.build/data/formats/zstd/xxh64.js
// 64-bit numbers are held as two halves of 32 bits, since BigInt takes some ten times as long.
/** A 64-bit number that operations change in place, modulo 2^64. */
class Word {
    high;
    low;
    constructor(high, low) {
        this.high = high;
        this.low = low;
    }
    add({ high, low }) {
        const sum = (this.low >>> 0) + (low >>> 0);
        this.low = sum | 0;
        this.high = (this.high + high + (sum > 0xffffffff ? 1 : 0)) | 0;
        return this;
    }
    xor({ high, low }) {
        this.high ^= high;
        this.low ^= low;
        return this;
    }
    multiply({ high, low }) {
        const a0 = this.low & 0xffff;
        const a1 = this.low >>> 16;
        const b0 = low & 0xffff;
        const b1 = low >>> 16;
        const middle = a1 * b0 + ((a0 * b0) >>> 16);
        const carried = a0 * b1 + (middle & 0xffff);
        const carry = a1 * b1 + Math.floor(middle / 65536) + Math.floor(carried / 65536);
        this.high = (carry + Math.imul(this.high, low) + Math.imul(this.low, high)) | 0;
        this.low = Math.imul(this.low, low);
        return this;
    }
    /** Rotates by 1 to 31 bits to the left. */
    rotate(bits) {
        const high = (this.high << bits) | (this.low >>> (32 - bits));
        this.low = (this.low << bits) | (this.high >>> (32 - bits));
        this.high = high;
        return this;
    }
    /** XORs the number with itself shifted right. */
    fold(bits) {
        const [high, low] = bits < 32
            ? [this.high >>> bits, (this.low >>> bits) | (this.high << (32 - bits))]
            : [0, bits === 32 ? this.high : this.high >>> (bits - 32)];
        this.high ^= high;
        this.low ^= low;
        return this;
    }
    set(high, low) {
        this.high = high;
        this.low = low;
        return this;
    }
}
const P1 = new Word(0x9e3779b1, 0x85ebca87);
const P2 = new Word(0xc2b2ae3d, 0x27d4eb4f);
const P3 = new Word(0x165667b1, 0x9e3779f9);
const P4 = new Word(0x85ebca77, 0xc2b2ae63);
const P5 = new Word(0x27d4eb2f, 0x165667c5);
/** Bytes that are taken at a time, eight for each of four lanes. */
const STRIPE = 32;
/** The checksum of zstd frames over their content: XXH64 with seed 0 (xxHash specification 0.1.1), taken in as it comes. */
class Xxh64 {
    #lanes = [
        new Word(P1.high, P1.low).add(P2),
        new Word(P2.high, P2.low),
        new Word(0, 0),
        new Word(~P1.high, ~P1.low).add(new Word(0, 1)),
    ];
    #input = new Word(0, 0);
    #rest = Buffer.alloc(0);
    #length = 0;
    update(bytes) {
        this.#length += bytes.length;
        let chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        if (this.#rest.length > 0) {
            const missing = STRIPE - this.#rest.length;
            this.#rest = Buffer.concat([this.#rest, chunk.subarray(0, missing)]);
            if (this.#rest.length < STRIPE)
                return;
            chunk = chunk.subarray(missing);
            this.#stripes(this.#rest, STRIPE);
        }
        const whole = chunk.length - (chunk.length % STRIPE);
        this.#stripes(chunk, whole);
        this.#rest = Buffer.from(chunk.subarray(whole));
    }
    /** The low 32 bits of the hash of all bytes so far, unsigned, which is what a frame holds. */
    low32() {
        const [v1, v2, v3, v4] = this.#lanes;
        const hash = new Word(0, 0);
        if (this.#length < STRIPE)
            hash.add(P5);
        else {
            for (const [lane, bits] of [
                [v1, 1],
                [v2, 7],
                [v3, 12],
                [v4, 18],
            ]) {
                hash.add(new Word(lane.high, lane.low).rotate(bits));
            }
            for (const lane of this.#lanes) {
                const mixed = new Word(lane.high, lane.low).multiply(P2).rotate(31).multiply(P1);
                hash.xor(mixed).multiply(P1).add(P4);
            }
        }
        hash.add(new Word(Math.floor(this.#length / 2 ** 32), this.#length | 0));
        let at = 0;
        const rest = this.#rest;
        for (; at + 8 <= rest.length; at += 8) {
            const input = new Word(rest.readInt32LE(at + 4), rest.readInt32LE(at)).multiply(P2).rotate(31).multiply(P1);
            hash.xor(input).rotate(27).multiply(P1).add(P4);
        }
        for (; at + 4 <= rest.length; at += 4) {
            hash
                .xor(new Word(0, rest.readInt32LE(at)).multiply(P1))
                .rotate(23)
                .multiply(P2)
                .add(P3);
        }
        for (; at < rest.length; at++) {
            hash.xor(new Word(0, rest[at]).multiply(P5)).rotate(11).multiply(P1);
        }
        hash.fold(33).multiply(P2).fold(29).multiply(P3).fold(32);
        return hash.low >>> 0;
    }
    #stripes(bytes, end) {
        const input = this.#input;
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
        for (let at = 0; at < end; at += STRIPE) {
            let word = at;
            for (const lane of this.#lanes) {
                input.set(view.getInt32(word + 4, true), view.getInt32(word, true)).multiply(P2);
                lane.add(input).rotate(31).multiply(P1);
                word += 8;
            }
        }
    }
}

;// CONCATENATED MODULE: ./.build/data/formats/zstd/unpack.js




const nodeZstd = external_node_zlib_;
/** Whether this Node.js unpacks zstd by itself. */
const HAS_NATIVE_ZSTD = typeof nodeZstd.createZstdDecompress === 'function';
const CHUNK_BYTES = 1 << 20;
/** Frames of so little content are unpacked in JavaScript everywhere: a stream for each would cost more than its bytes. */
const SMALL_WINDOW = 1 << 16;
/**
 * Unpacks a .zst stream: any number of frames, windows up to 128 MB, checksums held against the content.
 * @param native false for the decoder in JavaScript, which Node.js before 22.15 needs; the results are the same
 * @throws Error where the bytes are damaged, cut off, or not zstd
 */
async function* unpackZstd(chunks, native = HAS_NATIVE_ZSTD) {
    for await (const frame of (0,zstd_frames/* zstdFrames */.CQ)(chunks)) {
        yield* native && frame.window > SMALL_WINDOW ? throughNode(frame) : throughJavaScript(frame);
    }
}
async function* throughNode({ parts }) {
    const decoder = nodeZstd.createZstdDecompress({ chunkSize: CHUNK_BYTES });
    const done = (0,promises_.pipeline)(bytesOf(parts), decoder);
    done.catch(() => undefined); // The loop below meets the same error.
    for await (const chunk of decoder)
        yield chunk;
    await done;
}
async function* bytesOf(parts) {
    for await (const { bytes } of parts)
        yield bytes;
}
async function* throughJavaScript({ parts, hasChecksum }) {
    const { Decompress } = await __nccwpck_require__.e(/* import() */ 339).then(__nccwpck_require__.bind(__nccwpck_require__, 8339));
    const hash = hasChecksum ? new Xxh64() : null;
    let unpacked = [];
    let size = 0;
    const decoder = new Decompress((chunk) => {
        hash?.update(chunk);
        unpacked.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
        size += chunk.length;
    });
    for await (const { bytes, last } of parts) {
        decoder.push(bytes, last);
        // Before the last bytes are handed on, so that of a damaged file as little as may be is taken for its content.
        if (last && hash !== null && hash.low32() !== bytes.readUInt32LE(bytes.length - 4)) {
            throw new Error('wrong checksum');
        }
        if (size < CHUNK_BYTES && !last)
            continue;
        yield Buffer.concat(unpacked);
        [unpacked, size] = [[], 0];
    }
}

;// CONCATENATED MODULE: ./.build/data/formats/zstd/index.js
/** Unpacks .zst files on every supported Node.js. */



;// CONCATENATED MODULE: ./.build/data/formats/bytes.js







/** Large enough that the cost of a read vanishes beside parsing. */
const bytes_CHUNK_BYTES = 1 << 20;
/** Endings of packed files, each behind the ending that says what is in them. */
const UNPACK = new Map([
    ['gz', gunzip],
    ['zst', (source) => unpackZstd(source)],
]);
const PACKED_ENDINGS = [...UNPACK.keys()];
/**
 * A file's bytes in chunks, unpacked where its name ends in .gz or .zst, without a UTF-8 byte order mark.
 * @throws GateError where the file can't be read or unpacked, or is UTF-16
 */
async function* readBytes(file) {
    let start = Buffer.alloc(0);
    for await (const chunk of rawBytes(file)) {
        if (start === null) {
            yield chunk;
            continue;
        }
        start = Buffer.concat([start, chunk]);
        if (start.length < 3)
            continue;
        yield withoutMark(start, file);
        start = null;
    }
    if (start !== null && start.length > 0)
        yield withoutMark(start, file);
}
async function* rawBytes(file) {
    const source = file === files/* STDIN */.T ? process.stdin : (0,external_node_fs_.createReadStream)(file.path, { highWaterMark: bytes_CHUNK_BYTES });
    const unpack = UNPACK.get(/\.([^.]*)$/u.exec(file.path)?.[1]?.toLowerCase() ?? '');
    try {
        yield* unpack?.(source) ?? source;
    }
    catch (error) {
        throw new errors/* GateError */.ue(`${faultOf(error)} (${reasonOf(error)})`, { file: file.shown }, { cause: error });
    }
    finally {
        source.destroy();
    }
}
function faultOf(error) {
    if (error.syscall !== undefined)
        return 'can not be read';
    return error instanceof zstd_frames/* UnsupportedZstd */.B3 ? 'can not be unpacked' : 'can not be unpacked, it is damaged or cut off';
}
/** The system's short name for what went wrong; its message would hold an absolute path. */
function reasonOf(error) {
    const { code } = error;
    return typeof code === 'string' ? code : (0,errors/* messageOf */.bD)(error);
}
/** `pipeline` rather than `pipe`, so that an error of either stream reaches the reader. */
function gunzip(source) {
    const out = new external_node_stream_.PassThrough({ highWaterMark: bytes_CHUNK_BYTES });
    (0,promises_.pipeline)(source, (0,external_node_zlib_.createGunzip)({ chunkSize: bytes_CHUNK_BYTES }), out).catch((error) => out.destroy(error instanceof Error ? error : new Error((0,errors/* messageOf */.bD)(error))));
    return out;
}
/**
 * The beginning of a file without a UTF-8 byte order mark.
 * @throws GateError where it is UTF-16
 */
function withoutMark(bytes, file) {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        return bytes.subarray(3);
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (utf16)
        throw new errors/* GateError */.ue('is UTF-16; save it as UTF-8', { file: file.shown });
    return bytes;
}


/***/ }),

/***/ 1395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ listOffsets),
/* harmony export */   Oe: () => (/* binding */ listElements),
/* harmony export */   VS: () => (/* binding */ stringEnd)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7275);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6870);



const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/**
 * Cuts a JSON list into its elements without parsing them, so that a list of any size takes the memory of one element
 * and a broken element spoils only itself.
 * @param chunks bytes from the list's `[` (white space may precede it)
 * @param firstLine the line that the bytes start on
 * @param alone false where other text may follow the list
 */
async function* listElements(chunks, firstLine, alone) {
    let state = 'before';
    let [line, start, depth, bytesHeld, count] = [firstLine, firstLine, 0, 0, 0];
    let [inString, escaped] = [false, false];
    let held = [];
    for await (const chunk of chunks) {
        const out = [];
        let from = 0;
        const hold = (to) => {
            bytesHeld += to - from;
            if (bytesHeld > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ROW_BYTES */ .mb)
                held = [];
            else if (to > from)
                held.push(chunk.subarray(from, to));
        };
        const finish = (closing) => {
            if (bytesHeld > 0)
                out.push(element(start, held, bytesHeld));
            else if (!closing || count > 0)
                out.push({ line, fault: 'has a comma too many in its list' });
            count += 1;
            [held, bytesHeld] = [[], 0];
        };
        for (let i = 0; i < chunk.length; i++) {
            if (inString) {
                const end = stringEnd(chunk, i, escaped);
                line += (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .countNewlines */ .Dn)(chunk.subarray(i, end < 0 ? chunk.length : end));
                [inString, escaped] = [end < 0, end === OPEN_ESCAPED];
                if (end < 0)
                    break;
                i = end;
                continue;
            }
            const byte = chunk[i];
            if (byte === NEWLINE)
                line += 1;
            const isSpace = byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
            if (state === 'inside') {
                if (isSpace && depth === 0 && bytesHeld + i - from === 0)
                    from = i + 1;
                else if (depth === 0 && (byte === COMMA || byte === CLOSE_LIST)) {
                    hold(i);
                    finish(byte === CLOSE_LIST);
                    from = i + 1;
                    if (byte === CLOSE_LIST)
                        state = 'after';
                }
                else {
                    if (bytesHeld + i - from === 0)
                        start = line;
                    if (byte === QUOTE)
                        inString = true;
                    else if (byte === OPEN_OBJECT || byte === OPEN_LIST)
                        depth += 1;
                    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST)
                        depth -= 1;
                }
            }
            else if (!isSpace) {
                if (state === 'before' && byte === OPEN_LIST)
                    [state, from] = ['inside', i + 1];
                else {
                    if (alone)
                        yield [...out, { line, fault: 'goes on after its list has ended' }];
                    else
                        yield out;
                    return;
                }
            }
        }
        if (state === 'inside')
            hold(chunk.length);
        if (out.length > 0)
            yield out;
    }
    if (state !== 'after') {
        yield [{ line: bytesHeld > 0 ? start : line, fault: 'ends before its list is closed; the file may be cut off' }];
    }
}
/** Returned by stringEnd where the bytes end inside the string, in the second case right behind a backslash. */
const [OPEN, OPEN_ESCAPED] = [-1, -2];
/**
 * The index of the quote that ends a string of JSON, negative where the bytes end first: a search for quotes, since most
 * bytes of a file of rows are in strings.
 * @param from inside the string
 * @param escaped whether a backslash stands right before `from`
 */
function stringEnd(bytes, from, escaped) {
    let at = escaped ? from + 1 : from;
    for (;;) {
        const quote = bytes.indexOf(QUOTE, at);
        const stop = quote < 0 ? bytes.length : quote;
        let slashes = 0;
        while (stop - 1 - slashes >= at && bytes[stop - 1 - slashes] === BACKSLASH)
            slashes += 1;
        if (quote < 0)
            return slashes % 2 === 1 ? OPEN_ESCAPED : OPEN;
        if (slashes % 2 === 0)
            return quote;
        at = quote + 1;
    }
}
function element(line, held, bytesHeld) {
    if (bytesHeld > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ROW_BYTES */ .mb)
        return { line, text: null, valid: true };
    const bytes = held.length === 1 ? held[0] : Buffer.concat(held);
    return { line, text: bytesHeld > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .LONG_ROW_BYTES */ .uW ? bytes : bytes.toString('utf8'), valid: (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) };
}
/**
 * Where the lists among an object's own values start. The bytes must be valid JSON.
 * @returns byte offset of the `[` by key; the last one where a key is repeated, as JSON.parse takes it
 */
function listOffsets(bytes) {
    const offsets = new Map();
    let [depth, key, lastString] = [0, '', ''];
    for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i];
        if (byte === QUOTE) {
            const end = stringEnd(bytes, i + 1, false);
            if (depth === 1)
                lastString = bytes.toString('utf8', i, end + 1);
            i = end;
        }
        else if (byte === COLON && depth === 1) {
            key = JSON.parse(lastString);
            offsets.delete(key);
        }
        else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
            if (byte === OPEN_LIST && depth === 1)
                offsets.set(key, i);
            depth += 1;
        }
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST)
            depth -= 1;
    }
    return offsets;
}


/***/ }),

/***/ 6870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ BATCH_ROWS),
/* harmony export */   mb: () => (/* binding */ MAX_ROW_BYTES),
/* harmony export */   uW: () => (/* binding */ LONG_ROW_BYTES)
/* harmony export */ });
/** A row of more bytes is not read: no text in JavaScript can be much longer, and nothing that a model is trained on is. */
const MAX_ROW_BYTES = 500_000_000;
/** Rows of JSON with more bytes are not made a text as a whole: parsed so, one would fill the heap several times over. */
const LONG_ROW_BYTES = 1 << 24;
/** Rows handed on at a time. */
const BATCH_ROWS = 256;


/***/ }),

/***/ 7275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ countNewlines),
/* harmony export */   Fh: () => (/* binding */ LineMarks),
/* harmony export */   I1: () => (/* binding */ lineFeeds),
/* harmony export */   Le: () => (/* binding */ watchUtf8),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6870);


/** Lines handed on at a time: few enough to be forgotten before the garbage collector moves them about. */
const BATCH = 512;
const NEWLINE = 10;
const RETURN = 13;
/**
 * Splits bytes into lines at `\n` (and `\r\n`), numbered from 1; a last line needs no newline. Bytes are searched for
 * newlines and decoded a chunk at a time, which is some ten times as fast as node's readline.
 * @param limits bytes above which a line stays bytes, and above which it is skipped without being held in memory
 */
async function* splitLines(chunks, { long, max: maxBytes } = { long: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LONG_ROW_BYTES */ .uW, max: _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ROW_BYTES */ .mb }) {
    let number = 1;
    let rest = [];
    let restBytes = 0;
    for await (const chunk of chunks) {
        let lines = [];
        const last = chunk.lastIndexOf(NEWLINE);
        let from = 0;
        if (last >= 0 && restBytes > 0) {
            const to = chunk.indexOf(NEWLINE);
            rest.push(chunk.subarray(0, to));
            lines.push(lineOf(number, restBytes + to > maxBytes ? null : Buffer.concat(rest), long));
            number += 1;
            [rest, restBytes, from] = [[], 0, to + 1];
        }
        const whole = chunk.subarray(from, last + 1);
        const cheap = (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(whole);
        if (whole.length <= long && (cheap || (areShort(whole) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(whole)))) {
            // Decoded together and then cut, which is far cheaper than line by line where lines are short or ASCII.
            const text = whole.toString(cheap ? 'latin1' : 'utf8');
            for (let start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
                const bare = end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
                lines.push({ number, text: text.slice(start, bare), valid: true });
                number += 1;
                if (lines.length < BATCH)
                    continue;
                yield lines;
                lines = [];
            }
            from = last + 1;
        }
        while (from <= last) {
            const to = chunk.indexOf(NEWLINE, from);
            lines.push(lineOf(number, to - from > maxBytes ? null : chunk.subarray(from, to), long));
            number += 1;
            from = to + 1;
        }
        restBytes += chunk.length - from;
        if (restBytes > maxBytes)
            rest = [];
        else if (from < chunk.length)
            rest.push(chunk.subarray(from));
        if (lines.length > 0)
            yield lines;
    }
    if (restBytes > 0)
        yield [lineOf(number, restBytes > maxBytes ? null : Buffer.concat(rest), long)];
}
/** Bytes in which lines are shorter than this are decoded together though they are not all ASCII. */
const SHORT = 256;
/** Lines are judged by the first of them. */
const LOOKED_AT = 64 * SHORT;
function areShort(bytes) {
    const start = bytes.subarray(0, LOOKED_AT);
    return countNewlines(start) * SHORT >= start.length;
}
function lineOf(number, bytes, long) {
    if (bytes === null)
        return { number, text: null, valid: true };
    const end = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
    if (end > long)
        return { number, text: bytes.subarray(0, end), valid: (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) };
    // Node decodes ASCII ten times as fast where it is called Latin-1, and its strings take half of the memory.
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes))
        return { number, text: bytes.toString('latin1', 0, end), valid: true };
    return { number, text: bytes.toString('utf8', 0, end), valid: (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) };
}
/**
 * Passes bytes on and tells the lines that are not UTF-8, in order, for parsers that decode by themselves.
 * @param onInvalid takes a 1-based line before any of its bytes are passed on
 */
async function* watchUtf8(chunks, onInvalid) {
    let line = 1;
    let told = 0;
    let rest = Buffer.alloc(0);
    const check = (bytes) => {
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes)) {
            for (const [number, part] of numbered(bytes, line)) {
                if (number > told && !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(part))
                    onInvalid((told = number));
            }
        }
        line += countNewlines(bytes);
    };
    for await (const chunk of chunks) {
        const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const end = bytes.length - unfinished(bytes);
        const whole = bytes.subarray(0, end);
        rest = Buffer.from(bytes.subarray(end));
        check(whole);
        yield whole;
    }
    check(rest);
    if (rest.length > 0)
        yield rest;
}
/** How many bytes at the end may be the beginning of a character. */
function unfinished(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
        const byte = bytes[bytes.length - back];
        if (byte < 0x80)
            return 0;
        if (byte >= 0xc0)
            return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    }
    return 0;
}
/** The lines of some bytes, of which the first may have begun and the last may go on elsewhere. */
function* numbered(bytes, first) {
    for (let [from, line] = [0, first]; from < bytes.length; line++) {
        const newline = bytes.indexOf(NEWLINE, from);
        const to = newline < 0 ? bytes.length : newline + 1;
        yield [line, bytes.subarray(from, to)];
        from = to;
    }
}
/** Newlines in bytes. */
function countNewlines(bytes) {
    let count = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
        count += 1;
    return count;
}
/** Line feeds in a text. */
function lineFeeds(text) {
    let count = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        count += 1;
    return count;
}
/** Lines that were marked, in ascending order, and are asked for in ascending order. */
class LineMarks {
    #lines = [];
    #at = 0;
    add(line) {
        this.#lines.push(line);
    }
    /** Whether there is a mark from a line up to, not including, another. Forgets marks before the first. */
    isIn(first, end) {
        while (this.#at < this.#lines.length && this.#lines[this.#at] < first)
            this.#at++;
        if (this.#at === this.#lines.length)
            [this.#lines, this.#at] = [[], 0];
        return this.#at < this.#lines.length && this.#lines[this.#at] < end;
    }
}


/***/ }),

/***/ 5873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ parseLongRow),
/* harmony export */   W: () => (/* binding */ LongText)
/* harmony export */ });
/* harmony import */ var _elements_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1395);

/** Values with fewer bytes are parsed; a longer text is read in chunks of about so many. */
const CHUNK_BYTES = 1 << 20;
/** Levels of lists and objects that are gone through: the bytes of one are searched again for every level above it. */
const MOST_LEVELS = 12;
const [QUOTE, BACKSLASH, COMMA, COLON, SPACE, LETTER_U] = [0x22, 0x5c, 0x2c, 0x3a, 0x20, 0x75];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** A text that stays the bytes that it is in the file. */
class LongText {
    #bytes;
    #isJson;
    /**
     * @param bytes UTF-8: what stands between the quotes of a text of JSON, or the text itself
     */
    constructor(bytes, written) {
        this.#bytes = bytes;
        this.#isJson = written === 'as JSON';
    }
    /**
     * The text in chunks of about a million characters.
     * @throws SyntaxError where it is not valid JSON
     */
    *chunks() {
        const bytes = this.#bytes;
        for (let from = 0; from < bytes.length;) {
            const to = chunkEnd(bytes, from, this.#isJson);
            const text = bytes.toString('utf8', from, to);
            yield this.#isJson ? JSON.parse(`"${text}"`) : text;
            from = to;
        }
    }
}
/** The end of a chunk that cuts no character and no escape in two. */
function chunkEnd(bytes, from, hasEscapes) {
    if (from + CHUNK_BYTES >= bytes.length)
        return bytes.length;
    // A space is part of neither.
    const space = bytes.lastIndexOf(SPACE, from + CHUNK_BYTES - 1);
    if (space >= from + CHUNK_BYTES / 2)
        return space + 1;
    let at = hasEscapes ? from : from + CHUNK_BYTES;
    while (at < from + CHUNK_BYTES)
        at += bytes[at] !== BACKSLASH ? 1 : bytes[at + 1] === LETTER_U ? 6 : 2;
    while (at < bytes.length && (bytes[at] & 0xc0) === 0x80)
        at++;
    return Math.min(at, bytes.length);
}
/**
 * Reads a long row of JSON: its texts of more than a million bytes stay in the bytes given, all else is parsed.
 * @returns the row, or a message where it is not an object in valid JSON
 */
function parseLongRow(bytes) {
    try {
        const start = skipSpace(bytes, 0);
        const end = valueEnd(bytes, start);
        if (bytes[start] !== OPEN_OBJECT || skipSpace(bytes, end) !== bytes.length)
            return NOT_JSON;
        return objectOf(bytes, start, end, 0);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        return error.message === TOO_DEEP ? TOO_DEEP : NOT_JSON;
    }
}
const NOT_JSON = 'is not valid JSON';
const TOO_DEEP = 'is nested too deeply';
function treeOf(bytes, start, end, level) {
    const first = bytes[start];
    if (end - start <= CHUNK_BYTES)
        return JSON.parse(bytes.toString('utf8', start, end));
    if (level > MOST_LEVELS)
        throw new SyntaxError(TOO_DEEP);
    if (first === OPEN_LIST)
        return listOf(bytes, start, end, level);
    if (first === OPEN_OBJECT)
        return objectOf(bytes, start, end, level);
    if (first !== QUOTE)
        throw new SyntaxError('a number of a million digits');
    const text = new LongText(bytes.subarray(start + 1, end - 1), 'as JSON');
    for (const chunk of text.chunks())
        if (chunk === '')
            break; // throws now where it can't be read later
    return text;
}
function objectOf(bytes, start, end, level) {
    const object = Object.create(null);
    for (const [from, to] of members(bytes, start, end, CLOSE_OBJECT)) {
        if (bytes[from] !== QUOTE)
            throw new SyntaxError('a key is no text');
        const keyEnd = valueEnd(bytes, from);
        const colon = skipSpace(bytes, keyEnd);
        if (bytes[colon] !== COLON)
            throw new SyntaxError('a key has no value');
        const key = JSON.parse(bytes.toString('utf8', from, keyEnd));
        object[key] = treeOf(bytes, skipSpace(bytes, colon + 1), to, level + 1);
    }
    return object;
}
/** Short elements are parsed many at a time, since a list may hold millions of numbers. */
function listOf(bytes, start, end, level) {
    const items = [];
    let [runStart, runEnd] = [0, 0];
    const parseRun = () => {
        for (const item of JSON.parse(`[${bytes.toString('utf8', runStart, runEnd)}]`))
            items.push(item);
        [runStart, runEnd] = [0, 0];
    };
    for (const [from, to] of members(bytes, start, end, CLOSE_LIST)) {
        if (to - from > CHUNK_BYTES) {
            parseRun();
            items.push(treeOf(bytes, from, to, level + 1));
            continue;
        }
        if (runStart === 0)
            runStart = from;
        runEnd = to;
        if (runEnd - runStart > CHUNK_BYTES)
            parseRun();
    }
    parseRun();
    return items;
}
/** Where each element of a list, or each key with its value, starts and ends. */
function* members(bytes, start, end, close) {
    let at = skipSpace(bytes, start + 1);
    if (bytes[at] === close && at + 1 === end)
        return;
    for (;;) {
        let to = valueEnd(bytes, at);
        if (close === CLOSE_OBJECT)
            to = valueEnd(bytes, skipSpace(bytes, skipSpace(bytes, to) + 1));
        yield [at, to];
        const next = skipSpace(bytes, to);
        if (next + 1 === end && bytes[next] === close)
            return;
        if (bytes[next] !== COMMA)
            throw new SyntaxError('no comma');
        at = skipSpace(bytes, next + 1);
    }
}
/** Where the value that starts at `at` ends; what is inside of it is not checked. */
function valueEnd(bytes, at) {
    let depth = 0;
    for (let i = at; i < bytes.length; i++) {
        const byte = bytes[i];
        if (byte === QUOTE) {
            i = (0,_elements_js__WEBPACK_IMPORTED_MODULE_0__/* .stringEnd */ .VS)(bytes, i + 1, false);
            if (i < 0)
                break;
            if (depth === 0)
                return i + 1;
        }
        else if (byte === OPEN_OBJECT || byte === OPEN_LIST)
            depth++;
        else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
            if (depth <= 1)
                return depth === 1 ? i + 1 : notEmpty(at, i);
            depth--;
        }
        else if (depth === 0 && (byte === COMMA || isSpace(byte)))
            return notEmpty(at, i);
    }
    throw new SyntaxError('it ends in a value');
}
function notEmpty(start, end) {
    if (start === end)
        throw new SyntaxError('a value is missing');
    return end;
}
function skipSpace(bytes, from) {
    let at = from;
    while (at < bytes.length && isSpace(bytes[at]))
        at++;
    return at;
}
function isSpace(byte) {
    return byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}


/***/ }),

/***/ 4463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ errorPosition),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   W0: () => (/* binding */ parseRow),
/* harmony export */   ch: () => (/* binding */ TOO_LONG),
/* harmony export */   m3: () => (/* binding */ jsonHint),
/* harmony export */   mM: () => (/* binding */ NOT_UTF8),
/* harmony export */   z2: () => (/* binding */ parseWhole)
/* harmony export */ });
/* unused harmony export ReadContext */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9243);
/* harmony import */ var _long_row_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5873);


const NOT_UTF8 = 'is not valid UTF-8; save the file as UTF-8';
const TOO_LONG = 'is longer than 500 MB; split it into more rows';
/** What a reader does with rows that can't be read as they are: it throws, or goes on without them. */
class ReadContext {
    #file;
    #training;
    constructor(file, training) {
        this.#file = file;
        this.#training = training;
    }
    /** Whether this is training data, in which a broken row must not stop the scan. */
    get isTraining() {
        return this.#training !== null;
    }
    at(line) {
        return { file: this.#file.shown, line };
    }
    /** Leaves a row out. */
    broken(source, message) {
        if (this.#training === null)
            throw new GateError(message, source);
        this.#training.onBroken(source, message);
    }
    /** Notes a row that is to be used although not all of its bytes are UTF-8. */
    replaced(source) {
        if (this.#training === null)
            throw new GateError(NOT_UTF8, source);
        this.#training.onReplaced(source);
    }
}
/**
 * Parses one row of JSON.
 * @param text bytes where it is a long one, of which training data is read bit by bit
 * @returns a message instead of an error, since training data may hold many
 */
function parseRow(text, context) {
    if (typeof text === 'string')
        return parseWhole(text);
    return context.isTraining ? (0,_long_row_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLongRow */ .K)(text) : parseWhole(text.toString('utf8'));
}
/** Parses one row of JSON, or says why it can't be. */
function parseWhole(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        return `is not valid JSON${jsonHint(text, error)}`;
    }
    return isObject(value) ? value : `is ${describe(value)}; a row must be a JSON object such as {"id": …}`;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Where and why JSON broke, without quoting the text: V8's own message may hold a good part of an untrusted row. */
function jsonHint(text, error) {
    const position = errorPosition(error);
    if (/[:,[]\s*-?(?:NaN|Infinity)\b/u.test(position === null ? text : '')) {
        return ' (NaN and Infinity are not JSON; write null)';
    }
    return position === null ? '' : ` (at character ${position + 1})`;
}
/** The 0-based position that V8 names in a syntax error, or null. */
function errorPosition(error) {
    const match = error instanceof SyntaxError ? /at position (\d+)/u.exec(error.message) : null;
    return match === null ? null : Number(match[1]);
}
function describe(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}


/***/ }),

/***/ 4093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B3: () => (/* binding */ UnsupportedZstd),
  FH: () => (/* binding */ frameHeader),
  CQ: () => (/* binding */ zstdFrames)
});

;// CONCATENATED MODULE: ./.build/data/formats/zstd/byte-reader.js
/** Reads exact numbers of bytes from a stream of chunks, copying only where a number reaches over a chunk's end. */
class ByteReader {
    #chunks;
    #held = Buffer.alloc(0);
    constructor(chunks) {
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    /**
     * The next bytes, without going past them.
     * @returns fewer than `count` only where the stream ends
     */
    async peek(count) {
        while (this.#held.length < count) {
            const next = await this.#chunks.next();
            if (next.done === true)
                break;
            this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
        }
        return this.#held.subarray(0, count);
    }
    /**
     * The same, and as many as asked for.
     * @throws Error where the stream ends before
     */
    async need(count) {
        const bytes = await this.peek(count);
        if (bytes.length < count)
            throw new Error('unexpected end of file');
        return bytes;
    }
    /**
     * The next bytes, going past them.
     * @throws Error where the stream ends before
     */
    async take(count) {
        const bytes = await this.need(count);
        this.#held = this.#held.subarray(count);
        return bytes;
    }
    /** Goes past bytes without holding them. */
    async skip(count) {
        for (let left = count; left > 0;) {
            await this.need(1);
            const step = Math.min(left, this.#held.length);
            this.#held = this.#held.subarray(step);
            left -= step;
        }
    }
    /** Gives the stream back where it is not read to its end. */
    async close() {
        await this.#chunks.return?.();
    }
}

;// CONCATENATED MODULE: ./.build/data/formats/zstd/frames.js

const FRAME_MAGIC = 0xfd2fb528;
/** 0x184D2A50 to 0x184D2A5F begin a frame that holds no data. */
const SKIPPABLE_MAGIC = 0x184d2a5;
const LARGEST_BLOCK = 1 << 17;
const LONGEST_HEADER = 18;
/**
 * How far back a frame may refer: memory that unpacking it takes. Node and the `zstd` command refuse more too, unless they
 * are told otherwise.
 */
const LARGEST_WINDOW = 1 << 27;
/** A frame that is whole, but not for us. */
class UnsupportedZstd extends Error {
}
/**
 * Cuts a .zst stream into its frames by reading the headers of frames and blocks (RFC 8878). Decoders need that done for
 * them: Node's own stops after the first frame without a word, and no decoder should set memory aside before it is known how
 * much. Each frame's parts must be read before the next frame is asked for.
 * @throws Error where the bytes are no frames, end inside one, or ask for too much memory
 */
async function* zstdFrames(chunks) {
    const reader = new ByteReader(chunks);
    try {
        // No frame at all is no file of nothing, which has one.
        do {
            const magic = (await reader.need(4)).readUInt32LE();
            if (magic >>> 4 === SKIPPABLE_MAGIC)
                await reader.skip(8 + (await reader.need(8)).readUInt32LE(4));
            else if (magic !== FRAME_MAGIC)
                throw new Error('not zstd data');
            else
                yield await frameOf(reader);
        } while ((await reader.peek(1)).length > 0);
    }
    finally {
        await reader.close();
    }
}
async function frameOf(reader) {
    const { length, ...header } = frameHeader(await reader.peek(LONGEST_HEADER));
    return { ...header, parts: partsOf(reader, await reader.take(length), header.hasChecksum) };
}
/**
 * Reads the header that a frame begins with.
 * @param bytes the frame, or as much of it as a header can have
 */
function frameHeader(bytes) {
    if (bytes.length < 5)
        throw new Error('unexpected end of file');
    if (bytes.readUInt32LE() !== FRAME_MAGIC)
        throw new Error('not zstd data');
    const descriptor = bytes.readUInt8(4);
    const isSingle = (descriptor & 0x20) !== 0;
    const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >>> 6];
    const dictionaryBytes = [0, 1, 2, 4][descriptor & 3];
    const dictionaryAt = isSingle ? 5 : 6;
    const length = dictionaryAt + dictionaryBytes + sizeBytes;
    if (bytes.length < length)
        throw new Error('unexpected end of file');
    if (dictionaryBytes > 0 && bytes.readUIntLE(dictionaryAt, dictionaryBytes) !== 0)
        throw new UnsupportedZstd('it needs a dictionary');
    const window = isSingle ? contentSize(bytes.subarray(0, length), sizeBytes) : windowSize(bytes.readUInt8(5));
    if (window > LARGEST_WINDOW)
        throw new UnsupportedZstd('its window is larger than 128 MB; pack it without --long');
    return { length, window, hasChecksum: (descriptor & 4) !== 0 };
}
/** A frame in one segment declares its size instead of a window. */
function contentSize(header, sizeBytes) {
    const at = header.length - sizeBytes;
    if (sizeBytes === 1)
        return header.readUInt8(at);
    if (sizeBytes === 2)
        return header.readUInt16LE(at) + 256;
    return sizeBytes === 4 ? header.readUInt32LE(at) : Number(header.readBigUInt64LE(at));
}
function windowSize(descriptor) {
    const base = 2 ** (10 + (descriptor >>> 3));
    return base + (base / 8) * (descriptor & 7);
}
async function* partsOf(reader, header, hasChecksum) {
    yield { bytes: header, last: false };
    for (let last = false; !last;) {
        const block = (await reader.need(3)).readUIntLE(0, 3);
        last = (block & 1) === 1;
        const [type, size] = [(block >>> 1) & 3, block >>> 3];
        if (type === 3 || size > LARGEST_BLOCK)
            throw new Error('not zstd data');
        // A block of one repeated byte holds that byte alone.
        const length = 3 + (type === 1 ? 1 : size) + (last && hasChecksum ? 4 : 0);
        yield { bytes: await reader.take(length), last };
    }
}


/***/ }),

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
/** Enough of a text to recognise it by. */
function shorten(text) {
    const points = Array.from(text.slice(0, 200));
    return points.length > 80 || text.length > 200 ? `${points.slice(0, 80).join('')}…` : text;
}


/***/ }),

/***/ 9243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   ue: () => (/* binding */ GateError)
/* harmony export */ });
/* unused harmony export placeText */
/**
 * A problem that the user can mend: bad config, bad rows, files that are not there.
 * It becomes verdict `error` and one plain sentence; anything else that is thrown is a bug of ours.
 */
class GateError extends Error {
    place;
    /** The sentence without the place. */
    what;
    /**
     * @param what what is wrong and what to do, as one sentence without the place and without a final full stop
     * @param place where it stands
     */
    constructor(what, place = {}, options) {
        super(`${describePlace(place)}${what}`, options);
        this.name = 'GateError';
        this.place = place;
        this.what = what;
    }
}
/** Where a row stands, as messages say it: `a.jsonl:12`, or `a.parquet row 12 (row group 1)`. */
function placeText({ file, line, rowGroup }) {
    if (file === undefined || line === undefined)
        return file ?? '';
    return rowGroup === undefined
        ? `${file}:${String(line)}`
        : `${file} row ${String(line)} (row group ${String(rowGroup)})`;
}
function describePlace(place) {
    const parts = [placeText(place), place.key ?? ''].filter((part) => part !== '');
    return parts.length === 0 ? '' : `${parts.join(': ')}: `;
}
/** The message of anything that was thrown, without a stack trace. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".scan-worker.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
// EXTERNAL MODULE: ./.build/errors.js
var errors = __nccwpck_require__(9243);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./.build/data/files.js + 1 modules
var files = __nccwpck_require__(7413);
// EXTERNAL MODULE: ./.build/data/formats/bytes.js + 3 modules
var formats_bytes = __nccwpck_require__(5739);
// EXTERNAL MODULE: ./.build/data/formats/rows.js
var formats_rows = __nccwpck_require__(4463);
;// CONCATENATED MODULE: ./.build/data/document.js






/** A file that a config names beside its rows, such as a JSON Schema, is written by people. */
const MAX_BYTES = 10_000_000;
/**
 * Reads a file that holds one JSON value.
 * @throws GateError where the path names no file, or several, or one that is not JSON
 */
async function readDocument(pattern, access) {
    const [file, another] = await resolveFiles([pattern], access);
    if (file === undefined || another !== undefined) {
        throw new GateError(`"${pattern.pattern}" matches several files; name one`, pattern.place);
    }
    const chunks = [];
    let size = 0;
    for await (const chunk of readBytes(file)) {
        size += chunk.length;
        if (size > MAX_BYTES)
            throw new GateError('is larger than 10 MB; name the right file', { file: file.shown });
        chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    if (!isUtf8(bytes))
        throw new GateError('is not valid UTF-8; save the file as UTF-8', { file: file.shown });
    const text = bytes.toString('utf8');
    try {
        return new JsonDocument(file.shown, JSON.parse(text));
    }
    catch (cause) {
        const position = errorPosition(cause);
        const line = position === null ? undefined : text.slice(0, position).split('\n').length;
        throw new GateError('is not valid JSON', { file: file.shown, line }, { cause });
    }
}

// EXTERNAL MODULE: ./.build/data/shorten.js
var data_shorten = __nccwpck_require__(1546);
// EXTERNAL MODULE: ./.build/data/formats/elements.js
var formats_elements = __nccwpck_require__(1395);
// EXTERNAL MODULE: ./.build/data/formats/limits.js
var limits = __nccwpck_require__(6870);
// EXTERNAL MODULE: ./.build/data/formats/lines.js
var formats_lines = __nccwpck_require__(7275);
// EXTERNAL MODULE: ./.build/data/formats/long-row.js
var long_row = __nccwpck_require__(5873);
;// CONCATENATED MODULE: ./.build/data/formats/jsonl.js






const RETURN = 13;
/** JSON lines: one object a line; empty lines are skipped. */
const jsonl_readJsonLines = (file, context) => jsonLines((0,formats_bytes/* readBytes */.io)(file), context);
/** The same of bytes that are read already. */
async function* jsonLines(chunks, context) {
    for await (const lines of (0,formats_lines/* splitLines */.uz)(chunks)) {
        const rows = [];
        for (const { number, text, valid } of lines) {
            if (text === null)
                context.broken(context.at(number), formats_rows/* TOO_LONG */.ch);
            else if (typeof text !== 'string' || (text.length > 0 && text.trim() !== '')) {
                const row = (0,formats_rows/* parseRow */.W0)(text, context);
                if (typeof row === 'string')
                    context.broken(context.at(number), row);
                else {
                    const source = context.at(number);
                    if (!valid)
                        context.replaced(source);
                    rows.push({ row, source });
                }
            }
        }
        yield rows;
    }
}
/**
 * One line of training data as `readTrainingRows` would read it, for readers that find the lines by themselves.
 * @param bytes without the line feed
 * @returns null for an empty line
 */
function parseTrainingLine(bytes) {
    if (bytes.length > limits/* MAX_ROW_BYTES */.mb)
        return { row: formats_rows/* TOO_LONG */.ch, isUtf8: true };
    const end = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
    if (end > limits/* LONG_ROW_BYTES */.uW)
        return { row: (0,long_row/* parseLongRow */.K)(bytes.subarray(0, end)), isUtf8: (0,external_node_buffer_.isUtf8)(bytes) };
    const text = bytes.toString('utf8', 0, end);
    return text.trim() === '' ? null : { row: (0,formats_rows/* parseWhole */.z2)(text), isUtf8: (0,external_node_buffer_.isUtf8)(bytes) };
}

;// CONCATENATED MODULE: ./.build/data/formats/json.js








const [NEWLINE, OPEN_LIST, OPEN_OBJECT] = [0x0a, 0x5b, 0x7b];
/** An object around the rows is parsed as a whole to find them, which takes several times its size in memory. */
const MAX_OBJECT_BYTES = 100_000_000;
/** A list of objects, an object that holds one list of objects, or (a common mistake) JSON Lines under this name. */
const readJson = async function* (file, context) {
    const { head, rest } = await readHead((0,formats_bytes/* readBytes */.io)(file));
    const first = head.find((byte) => !json_isSpace(byte));
    if (first === undefined && head.length <= MAX_OBJECT_BYTES)
        return;
    if (first === OPEN_LIST) {
        yield* listRows(concat(head, rest), context, 1, true);
    }
    else if (first === OPEN_OBJECT && json_isJsonLines(head)) {
        yield* jsonLines(concat(head, rest), context);
    }
    else if (first === OPEN_OBJECT) {
        const bytes = await readAll(file, concat(head, rest));
        const offset = rowsOffset(file, bytes);
        const line = 1 + (0,formats_lines/* countNewlines */.Dn)(bytes.subarray(0, offset));
        yield* listRows([bytes.subarray(offset)], context, line, false);
    }
    else {
        throw new errors/* GateError */.ue('is not JSON with rows: it must start with [ or {', { file: file.shown, line: 1 });
    }
};
async function* listRows(chunks, context, firstLine, alone) {
    for await (const elements of (0,formats_elements/* listElements */.Oe)(chunks, firstLine, alone)) {
        const rows = [];
        for (const element of elements) {
            const source = context.at(element.line);
            if ('fault' in element)
                context.broken(source, element.fault);
            else if (element.text === null)
                context.broken(source, formats_rows/* TOO_LONG */.ch);
            else {
                const row = (0,formats_rows/* parseRow */.W0)(element.text, context);
                if (typeof row === 'string')
                    context.broken(source, row);
                else {
                    if (!element.valid)
                        context.replaced(source);
                    rows.push({ row, source });
                }
            }
        }
        yield rows;
    }
}
/**
 * Reads on until it is clear what the file is: a list, or an object with more behind its first line. The rest stays to be
 * read. Ends too where there is more before that than one object may have.
 */
async function readHead(chunks) {
    const rest = chunks[Symbol.asyncIterator]();
    const parts = [];
    let length = 0;
    let state = 'before';
    const isClear = (chunk) => {
        let at = 0;
        if (state === 'before') {
            at = chunk.findIndex((byte) => !json_isSpace(byte));
            if (at < 0)
                return false;
            if (chunk[at] === OPEN_LIST)
                return true;
            state = 'first line';
        }
        if (state === 'first line') {
            at = chunk.indexOf(NEWLINE, at);
            if (at < 0)
                return false;
            state = 'behind';
        }
        return chunk.subarray(at).some((byte) => !json_isSpace(byte));
    };
    while (length <= MAX_OBJECT_BYTES) {
        const next = await rest.next();
        if (next.done === true)
            break;
        parts.push(next.value);
        length += next.value.length;
        if (isClear(next.value))
            break;
    }
    return { head: Buffer.concat(parts), rest };
}
/** True where the first line is a whole object and more text follows it. */
function json_isJsonLines(head) {
    const start = head.findIndex((byte) => !json_isSpace(byte));
    const end = head.indexOf(NEWLINE, start);
    if (end < 0 || !head.subarray(end).some((byte) => !json_isSpace(byte)))
        return false;
    return typeof (0,formats_rows/* parseWhole */.z2)(head.toString('utf8', start, end)) !== 'string';
}
async function* concat(head, rest) {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
        yield next.value;
}
async function readAll(file, chunks) {
    const parts = [];
    let length = 0;
    for await (const chunk of chunks) {
        length += chunk.length;
        if (length > MAX_OBJECT_BYTES) {
            throw new errors/* GateError */.ue('is one JSON object of more than 100 MB; save its rows as .jsonl', { file: file.shown });
        }
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}
/** The byte offset of the one list of rows in an object. */
function rowsOffset(file, bytes) {
    if (!(0,external_node_buffer_.isUtf8)(bytes))
        throw new errors/* GateError */.ue(formats_rows/* NOT_UTF8 */.mM, { file: file.shown });
    const text = bytes.toString('utf8');
    let object;
    try {
        object = JSON.parse(text);
    }
    catch (error) {
        const position = (0,formats_rows/* errorPosition */.A0)(error);
        const line = position === null ? undefined : text.slice(0, position).split('\n').length;
        throw new errors/* GateError */.ue(`is not valid JSON${position === null ? (0,formats_rows/* jsonHint */.m3)(text, error) : ''}`, { file: file.shown, line }, { cause: error });
    }
    const offsets = (0,formats_elements/* listOffsets */.BV)(bytes);
    const lists = [...offsets.keys()].filter((key) => holdsRows(object[key]));
    const candidates = lists.length > 0 ? lists : [...offsets.keys()].filter((key) => isEmptyList(object[key]));
    if (candidates.length === 1)
        return offsets.get(candidates[0]);
    const what = candidates.length === 0 ? 'no list' : `several lists (${candidates.slice(0, 10).map(data_shorten/* shorten */.m).join(', ')})`;
    throw new errors/* GateError */.ue(`is one JSON object with ${what} of rows; save the rows alone, as a list or as .jsonl`, {
        file: file.shown,
    });
}
function holdsRows(value) {
    return Array.isArray(value) && value.some(formats_rows/* isObject */.Gv);
}
function isEmptyList(value) {
    return Array.isArray(value) && value.length === 0;
}
function json_isSpace(byte) {
    return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./.build/data/formats/text.js



/** Characters of a row of plain text: a longer text is several rows. */
const ROW_LENGTH = 10_000;
/** Characters that a row may repeat of the one before, so that a passage across the cut stands whole in one of them. */
const ROW_OVERLAP = 2_500;
/**
 * Plain text, which has no rows of its own: a row is a run of whole paragraphs, up to a length. Longer paragraphs are cut at
 * a line's end, longer lines at white space. Where the cuts are does not depend on how the bytes come in.
 */
const readText = async function* (file, context) {
    let rows = [];
    let line = 1; // that `open` begins on
    const notUtf8 = new formats_lines/* LineMarks */.Fh();
    const take = (text) => {
        const start = text.search(/\S/u);
        if (start < 0)
            return;
        const first = line + (0,formats_lines/* lineFeeds */.I1)(text.slice(0, start));
        const body = text.slice(start).trimEnd();
        const source = { ...context.at(first), isText: true };
        if (notUtf8.isIn(first, first + (0,formats_lines/* lineFeeds */.I1)(body) + 1))
            context.replaced(source);
        rows.push({ row: { text: body }, source });
    };
    let open = '';
    let repeated = 0;
    for await (const bytes of (0,formats_lines/* watchUtf8 */.Le)((0,formats_bytes/* readBytes */.io)(file), (invalid) => notUtf8.add(invalid))) {
        open += bytes.toString('utf8');
        while (open.length > ROW_LENGTH) {
            const end = lastCut(open, ROW_LENGTH / 2, ROW_LENGTH);
            take(open.slice(0, end));
            const next = firstCut(open, end - ROW_OVERLAP, end);
            repeated = end - next;
            line += (0,formats_lines/* lineFeeds */.I1)(open.slice(0, next));
            open = open.slice(next);
        }
        if (rows.length < limits/* BATCH_ROWS */.B8)
            continue;
        yield rows;
        rows = [];
    }
    if (open.slice(repeated).trim() !== '')
        take(open);
    yield rows;
};
/** The last place from `from` up to `to` where a paragraph begins, else a line, else a word, else `to`. */
function lastCut(text, from, to) {
    const last = text.lastIndexOf('\n', to - 1);
    for (let at = last; at >= from; at = text.lastIndexOf('\n', at - 1))
        if (endsBlankLine(text, at))
            return at + 1;
    if (last >= from)
        return last + 1;
    for (let at = to - 1; at >= from; at--)
        if (/\s/u.test(text[at]))
            return at + 1;
    return splitsPair(text, to) ? to - 1 : to;
}
/** The first place from `from` up to `to` where a paragraph begins, else a line, else a word, else `from`. */
function firstCut(text, from, to) {
    const first = text.indexOf('\n', from);
    for (let at = first; at >= 0 && at < to; at = text.indexOf('\n', at + 1))
        if (endsBlankLine(text, at))
            return at + 1;
    if (first >= 0 && first < to)
        return first + 1;
    for (let at = from; at < to; at++)
        if (/\s/u.test(text[at]))
            return at + 1;
    return splitsPair(text, from) ? from - 1 : from;
}
/** Whether nothing but white space stands between a line feed and the one before. */
function endsBlankLine(text, lineFeed) {
    let at = lineFeed - 1;
    while (at >= 0 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r'))
        at--;
    return at >= 0 && text[at] === '\n';
}
function splitsPair(text, at) {
    return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}

;// CONCATENATED MODULE: ./.build/data/formats/index.js
/** Rows from a file: one reader per format, chosen by the file's name. */












/** A new format is one file and one line here. */
const formats = new Map([
    ['jsonl', { read: jsonl_readJsonLines }],
    ['ndjson', { read: jsonl_readJsonLines }],
    ['json', { read: readJson }],
    ['csv', { read: delimited('readCsv') }],
    ['tsv', { read: delimited('readTsv') }],
    ['parquet', { read: parquet, isPackedInside: true }],
    ['txt', { read: readText, isForTraining: true }],
    ['md', { read: readText, isForTraining: true }],
]);
/** Loaded on use: most runs read no CSV, and its parser takes a while to start. */
function delimited(name) {
    return async function* (...given) {
        yield* (await Promise.all(/* import() */[__nccwpck_require__.e(70), __nccwpck_require__.e(575)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2575)))[name](...given);
    };
}
/** Loaded where there is such a file. */
async function* parquet(...args) {
    const { readParquet } = await Promise.all(/* import() */[__nccwpck_require__.e(339), __nccwpck_require__.e(789), __nccwpck_require__.e(175)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7175));
    yield* readParquet(...args);
}
const NAME = new RegExp(`\\.([^./]*?)(\\.(?:${formats_bytes/* PACKED_ENDINGS */.C5.join('|')}))?$`, 'iu');
/**
 * Reads a file's rows as a stream, in file order. The format follows from the file's name: .jsonl .ndjson .json .csv .tsv,
 * each also with .gz or .zst, and .parquet. JSON Lines and arrays of JSON hold one row in memory at a time, Parquet a page of
 * each column, an object around an array all rows.
 * @throws GateError for an unknown format, a file that can't be read or unpacked, and a broken row
 */
async function* readRows(file) {
    for await (const rows of formats_readBatches(file))
        yield* rows;
}
/**
 * The same rows, some at a time: with a promise for each, a million small rows take twice as long.
 * @throws GateError as `readRows` does
 */
async function* formats_readBatches(file) {
    const { read, isForTraining } = formatOf(file);
    if (isForTraining === true) {
        throw new GateError('is plain text, which only training data can be; its rows have no keys', { file: file.shown });
    }
    // Only of training data are rows read that are not parsed as a whole.
    for await (const rows of read(file, new ReadContext(file, null)))
        yield rows;
}
/**
 * The same for training data, which may be plain text too (.txt and .md). A broken row is told and left out, and a long text
 * may come as a `LongText`.
 * @throws GateError for an unknown format, and a file that can't be read or unpacked
 */
async function* formats_readTrainingRows(file, options) {
    for await (const rows of formatOf(file).read(file, new ReadContext(file, options)))
        yield* rows;
}
/**
 * Whether a file is JSON Lines, so that its lines can be read by themselves; `stream` where its bytes come one after another,
 * because they must be unpacked or are the standard input.
 */
function formats_isJsonLines(file) {
    if (file === STDIN)
        return 'stream';
    const [, , packed] = NAME.exec(file.shown) ?? [];
    return formatOf(file).read === readJsonLines && (packed === undefined || 'stream');
}
function formatOf(file) {
    const [, name = '', packed] = NAME.exec(file.shown) ?? [];
    const format = formats.get(name.toLowerCase());
    if (format?.isPackedInside === true && packed !== undefined) {
        throw new GateError(`is packed twice; unpack it to .${name}, whose columns are packed`, { file: file.shown });
    }
    if (format !== undefined)
        return format;
    const known = [...formats.keys()];
    const list = known.map((ending) => `.${ending}`).join(' ');
    const endings = PACKED_ENDINGS.map((ending) => `.${ending}`).join(' or ');
    const near = nearest(name.toLowerCase(), known);
    throw new GateError(`has no known format; known are ${list}, text also with ${endings}${near === null ? '' : `; did you mean "${near}"?`}`, { file: file.shown });
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./.build/data/hash.js


/** Large enough that the cost of a read vanishes beside hashing. */
const CHUNK_BYTES = (/* unused pure expression or super */ null && (1 << 20));
/**
 * sha256 over the bytes of files as they lie on disk, one after the other in the order given.
 * @returns 64 lower-case hex digits
 */
async function hash_sha256OfFiles(files) {
    const hash = createHash('sha256');
    for (const file of files) {
        for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK_BYTES }))
            hash.update(chunk);
    }
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./.build/data/pairing/examples.js



/** An eval set with the look-ups that pairing needs, made once for both models. */
class examples_ExampleIndex {
    examples;
    /** Null where the set has no ids of its own. */
    byId;
    ofPrompts;
    ofContained;
    /**
     * @param ownIds false where the ids are the examples' positions
     * @throws GateError where an id stands twice
     */
    constructor(examples, ownIds) {
        this.examples = examples;
        this.byId = ownIds ? new IdIndex(examples) : null;
        this.ofPrompts = once(() => indexPrompts(examples));
        this.ofContained = once(() => new ContainedPrompts(examples.map(examples_promptParts)));
    }
    /** Null where an example has no prompt. */
    get byPrompt() {
        return this.ofPrompts();
    }
    /** For prompts that are wrapped in more text. */
    get contained() {
        return this.ofContained();
    }
}
/** Most suites pair by id and never need the other look-ups. */
function once(make) {
    let made = null;
    return () => {
        if (made === null)
            made = { value: make() };
        return made.value;
    };
}
/** Positions by id. */
class IdIndex {
    examples;
    positions;
    /** @throws GateError where an id stands twice */
    constructor(examples) {
        this.examples = examples;
        this.positions = once(() => indexIds(examples));
        // Ids that count up are unique, and rows in the same order need no look-up: most files are of this kind.
        if (!countUp(examples))
            this.positions();
    }
    /** @param guess where the id may well be */
    find(id, guess) {
        return this.examples[guess]?.id === id ? guess : this.positions().get(id);
    }
}
function countUp(examples) {
    let last = '';
    return examples.every(({ id }) => {
        const after = comesAfter(id, last);
        last = id;
        return after;
    });
}
/** True where one id is longer than another, or equally long and greater, as numbers are that count up. */
function comesAfter(id, earlier) {
    return id.length === earlier.length ? id > earlier : id.length > earlier.length;
}
function indexIds(examples) {
    const positions = new Map();
    examples.forEach(({ id, source }, i) => {
        const earlier = positions.get(id);
        if (earlier !== undefined) {
            const { file, line } = examples[earlier].source;
            throw new GateError(`id "${shorten(id)}" is already at ${file}:${line}; ids must be unique in a suite`, {
                ...source,
            });
        }
        positions.set(id, i);
    });
    return positions;
}
function indexPrompts(examples) {
    const positions = new Map();
    let repeated = null;
    for (const [i, example] of examples.entries()) {
        if (example.prompt === null)
            return null;
        const key = examples_promptKey(example.prompt);
        const earlier = positions.get(key);
        if (earlier === undefined)
            positions.set(key, i);
        else
            repeated ??= [earlier, i];
    }
    return { positions, repeated };
}
/** Prompts are equal if they differ in white space at their ends only, which templates add and trim. */
function examples_promptKey(prompt) {
    return prompt.trim();
}
/** The texts of a prompt that any template must keep: each of the user's turns. */
function examples_promptParts(example) {
    const turns = example.messages?.filter((message) => message.role === 'user').map((message) => message.content) ?? [];
    const parts = turns.length > 1 ? turns : [example.prompt ?? ''];
    return parts.map(examples_promptKey);
}

;// CONCATENATED MODULE: ./.build/data/pairing/filters.js

/**
 * Keeps one row per document of lm-evaluation-harness, which writes one per document and filter: those of the filter
 * `none` where there is one, else of the first in file order. Versions of before 2025 wrote the rows of several filters
 * without naming the filter: there a document's first row counts, if what the model said is the same in all of them.
 * @throws GateError where a document comes twice with other outputs
 */
function filters_chooseFilter(rows) {
    if (!rows.some((row) => row.position !== null))
        return { rows, warnings: [] };
    const names = [...new Set(rows.map((row) => row.filter))];
    const chosen = names.includes('none') ? 'none' : (names[0] ?? null);
    const warnings = [];
    if (names.length > 1) {
        const others = names.filter((name) => name !== chosen).map((name) => name ?? 'no filter');
        const file = rows[0].source.file;
        warnings.push(`${file} has a row per filter: those of ${chosen ?? 'no filter'} count, not those of ${others.join(', ')}.`);
    }
    const kept = new Map();
    let repeated = 0;
    const result = rows.filter((row) => {
        if (row.filter !== chosen || row.position === null)
            return row.filter === chosen;
        const earlier = kept.get(row.position);
        if (earlier === undefined) {
            kept.set(row.position, row);
            return true;
        }
        assertSame(earlier, row);
        repeated += 1;
        return false;
    });
    if (repeated > 0) {
        warnings.push(`${rows[0].source.file} has ${repeated} rows whose doc_id came before with the same outputs, as filters without a name leave them: the first of each counts.`);
    }
    return { rows: result, warnings };
}
function assertSame(earlier, row) {
    const texts = [earlier, row].map(({ outputs, prompt }) => JSON.stringify([prompt, outputs]));
    if (row.filter === null && texts[0] === texts[1])
        return;
    throw new GateError(`doc_id ${row.position ?? ''} is already at ${placeText(earlier.source)}; give each task a suite of its own`, { ...row.source, key: 'doc_id' });
}

;// CONCATENATED MODULE: ./.build/data/shapes/messages.js


/** ShareGPT's names, and others in use, for the roles of a chat. */
const ROLES = new Map([
    ['human', 'user'],
    ['gpt', 'assistant'],
    ['model', 'assistant'],
    ['bot', 'assistant'],
]);
/** True for a list whose first element looks like a turn: `{role, content}`, or ShareGPT's `{from, value}`. */
function messages_isChat(value) {
    const first = Array.isArray(value) ? value[0] : undefined;
    return isObject(first) && (Object.hasOwn(first, 'role') || Object.hasOwn(first, 'from'));
}
/**
 * The turns of a chat, roles in OpenAI's words.
 * @throws GateError for anything that is not a list of turns
 */
function messages_messagesOf(value, key, source) {
    if (value === null)
        return null;
    if (!Array.isArray(value))
        throw new GateError('must be a list of messages', { ...source, key });
    return value.map((turn, i) => worker_messageOf(turn, `${key}[${i}]`, source));
}
function worker_messageOf(turn, key, source) {
    if (!isObject(turn))
        throw new GateError('a message must be an object with role and content', { ...source, key });
    const [roleKey, contentKey] = Object.hasOwn(turn, 'from') ? ['from', 'value'] : ['role', 'content'];
    const role = Object.hasOwn(turn, roleKey) ? turn[roleKey] : null;
    if (typeof role !== 'string')
        throw new GateError(`a message must have a ${roleKey}`, { ...source, key });
    const content = Object.hasOwn(turn, contentKey) ? turn[contentKey] : null;
    return { role: ROLES.get(role) ?? role, content: messages_contentText(content, `${key}.${contentKey}`, source) };
}
/**
 * A turn's text: a text, or a list of parts of which the ones with `text` count (pictures and sounds do not). Empty where
 * there is none, as in a turn that only calls a tool.
 */
function messages_contentText(content, key, source) {
    if (content === null)
        return '';
    if (typeof content === 'string')
        return content;
    if (Array.isArray(content)) {
        return content
            .map((part) => {
            if (typeof part === 'string')
                return part;
            if (isObject(part))
                return typeof part['text'] === 'string' ? part['text'] : '';
            throw new GateError('a part of a message must be an object', { ...source, key });
        })
            .join('');
    }
    throw new GateError('must be a text or a list of parts', { ...source, key });
}
/** What the model said last in a chat; null where the chat ends with somebody else. */
function messages_lastAnswer(messages) {
    const last = messages.at(-1);
    return last?.role === 'assistant' ? last.content : null;
}
/** The user's side of a chat as one text. */
function messages_userText(messages) {
    return messages
        .filter((message) => message.role === 'user')
        .map((message) => message.content)
        .join('\n');
}

;// CONCATENATED MODULE: ./.build/data/shapes/plain.js
/**
 * Tells rows that are plain: of the names that mean something they have no more than the plainest ones. Then nothing else
 * needs to be looked for, which is most of the time that a small row takes. Rows of one file mostly have the same keys, so
 * the last row's are remembered.
 */
class PlainKeys {
    #telling;
    #prefix;
    #last = [];
    #fits = true;
    /**
     * @param names that mean something
     * @param plain those of them that a plain row may have
     * @param prefix of names that mean something too
     */
    constructor(names, plain, prefix = null) {
        this.#telling = new Set(names.filter((name) => !plain.includes(name)));
        this.#prefix = prefix;
    }
    has(row) {
        let count = 0;
        let same = true;
        for (const key in row)
            if (key !== this.#last[count++])
                same = false;
        if (!same || count !== this.#last.length) {
            this.#last = Object.keys(row);
            this.#fits = this.#last.every((key) => !this.#telling.has(key) && !(this.#prefix && key.startsWith(this.#prefix)));
        }
        return this.#fits;
    }
}
/** An id that is a text or a whole number; null for any other, which may be one all the same. */
function plain_plainId(value) {
    if (typeof value === 'string')
        return value === '' ? null : value;
    return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}
/** Texts that are longer hardly repeat. */
const LONGEST = 64;
const MOST = 10_000;
/** One value for all equal short texts, such as the labels of a million rows. */
class SharedByText {
    make;
    #known = new Map();
    constructor(make) {
        this.make = make;
    }
    of(text) {
        if (text.length > LONGEST)
            return this.make(text);
        const known = this.#known.get(text);
        if (known !== undefined)
            return known;
        const value = this.make(text);
        if (this.#known.size < MOST)
            this.#known.set(text, value);
        return value;
    }
}

;// CONCATENATED MODULE: ./.build/data/shapes/values.js


/** A row's own value under a key, null where it is absent. */
function values_valueOf(row, key) {
    return Object.hasOwn(row, key) ? row[key] : null;
}
/**
 * A value as the text that is compared and scored: a text as it is, a number or a boolean as JSON writes it, a list or an
 * object as its JSON. Null where there is none.
 * @throws GateError for a number that lost digits on the way (1e999, or a whole number beyond 2^53)
 */
function values_textOf(value, key, source) {
    if (value === null || typeof value === 'string')
        return value;
    if (typeof value === 'number')
        return numberText(value, key, source);
    return typeof value === 'boolean' ? String(value) : jsonText(value, key, source);
}
/**
 * An id as text: 7 and "7" are the same. Null where it is absent or empty.
 * @throws GateError for an id that is neither a text nor a number, or a number that lost digits
 */
function values_idOf(value, key, source) {
    if (value === null || value === '')
        return null;
    if (typeof value === 'string')
        return value;
    if (typeof value === 'number')
        return numberText(value, key, source);
    throw new GateError('an id must be a text or a number', { ...source, key });
}
function jsonText(value, key, source) {
    try {
        return JSON.stringify(value);
    }
    catch (error) {
        // JSON.parse reads any depth, JSON.stringify runs out of stack, or of the length that a text can have.
        throw new GateError('is nested too deeply, or too large', { ...source, key }, { cause: error });
    }
}
function numberText(value, key, source) {
    if (!Number.isFinite(value))
        throw new GateError('is not a finite number', { ...source, key });
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        throw new GateError('is a number with more digits than JSON keeps; write it as a text', { ...source, key });
    }
    return String(value);
}
/**
 * A score: a finite number, true (1) or false (0), or the text of one as CSV has it. Null where there is none.
 * @throws GateError for anything else
 */
function values_scoreOf(value, key, source) {
    if (value === null || value === '')
        return null;
    if (typeof value === 'boolean')
        return Number(value);
    if (typeof value === 'string' && /^\s*(?:true|false)\s*$/iu.test(value))
        return Number(/true/iu.test(value));
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number))
        return number;
    throw new GateError('a score must be a finite number or null', { ...source, key });
}
/** A list of labels: a list of texts or numbers, or a text with `,` or `;` between them. */
function values_tagsOf(value, key, source) {
    if (value === null || value === '')
        return values_NO_TEXTS;
    if (typeof value === 'string')
        return value
            .split(/[,;]/u)
            .map((tag) => tag.trim())
            .filter((tag) => tag !== '');
    if (Array.isArray(value)) {
        return value.map((tag) => {
            if (typeof tag === 'string')
                return tag;
            if (typeof tag === 'number')
                return numberText(tag, key, source);
            throw new GateError('tags must be a list of texts', { ...source, key });
        });
    }
    throw new GateError('tags must be a list of texts', { ...source, key });
}
/** One shared value, since most of a million rows have no tags, or one reference. */
const values_NO_TEXTS = Object.freeze([]);
/**
 * Accepted answers: one value, or a list of them; SQuAD's `{"text": […]}` where `squad` says that the key may hold one.
 */
function values_referencesOf(value, key, source, squad) {
    if (value === null)
        return values_NO_TEXTS;
    if (squad && isObject(value) && Object.hasOwn(value, 'text'))
        return values_referencesOf(value['text'], key, source, false);
    if (!Array.isArray(value))
        return [values_textOf(value, key, source)];
    return value
        .map((item) => values_textOf(squad && isObject(item) && Object.hasOwn(item, 'text') ? item['text'] : item, key, source))
        .filter((text) => text !== null);
}

;// CONCATENATED MODULE: ./.build/data/shapes/prompt.js


/** Names of a prompt in one text, the contract's first; `instruction` may have an `input` beside it (alpaca). */
const PROMPT_NAMES = ['prompt', 'instruction', 'question', 'query', 'problem', 'input'];
/** Names of a chat, the contract's first; `conversations` is ShareGPT's. */
const MESSAGES_NAMES = ['messages', 'conversations', 'conversation'];
/** Every name under which a row's question is looked for. */
const prompt_ASKING_NAMES = [...PROMPT_NAMES, ...MESSAGES_NAMES];
/**
 * What a row asks, in whichever shape it says so.
 * @throws GateError for a chat that is not a list of turns
 */
function prompt_askedOf(row, fields, source) {
    const promptKey = prompt_firstPresent(row, [fields.prompt, ...PROMPT_NAMES]);
    const messagesKey = prompt_firstPresent(row, [fields.messages, ...MESSAGES_NAMES]);
    const value = promptKey === null ? null : valueOf(row, promptKey);
    // A prompt may itself be a chat, as in conversational prompt/completion data.
    const chatPrompt = isChat(value);
    const messages = messagesKey !== null
        ? messagesOf(valueOf(row, messagesKey), messagesKey, source)
        : chatPrompt
            ? messagesOf(value, promptKey, source)
            : null;
    return { prompt: chatPrompt || promptKey === null ? null : promptText(row, promptKey, value, source), messages };
}
function promptText(row, key, value, source) {
    const text = textOf(value, key, source);
    const input = key === 'instruction' ? textOf(valueOf(row, 'input'), 'input', source) : null;
    // Joined by a newline as LLaMA-Factory joins them, so that the prompts that it echoes pair.
    return text !== null && input !== null && input !== '' ? `${text}\n${input}` : text;
}
/** The first of some names under which a row has a value other than null. */
function prompt_firstPresent(row, names) {
    for (const name of names) {
        if (name !== undefined && valueOf(row, name) !== null)
            return name;
    }
    return null;
}

;// CONCATENATED MODULE: ./.build/data/shapes/example.js







const CONTRACT_NAMES = ['references', 'reference'];
/**
 * Names of the accepted answers, best first: the contract's, then those of question/answer, prompt/completion and alpaca
 * data, then others in common use.
 */
const REFERENCE_NAMES = [
    ...CONTRACT_NAMES,
    'answers',
    'answer',
    'completion',
    'target',
    'expected',
    'expected_output',
    'ideal',
    'gold',
    'label',
    'output',
    'response',
    'solution',
];
/** Keys whose value may be SQuAD's `{"text": […], "answer_start": […]}`; elsewhere an object is an answer in JSON. */
const SQUAD_NAMES = (/* unused pure expression or super */ null && (['answers', 'answer']));
/**
 * What an eval row means. Recognised without configuration: the contract's keys, alpaca (instruction, input, output),
 * chats (messages, or ShareGPT's conversations: a last turn of the assistant is the reference unless the row names one),
 * prompt/completion, question/answer (SQuAD's answers included). A name in `fields` goes before the recognised ones.
 * @throws GateError for a row that says nothing, or whose values have the wrong type
 */
function example_exampleOf(row, fields, source) {
    return plainExample(row, fields, source) ?? anyExample(row, fields, source);
}
const plainKeys = new PlainKeys(['id', ...prompt_ASKING_NAMES, ...REFERENCE_NAMES, 'tags'], ['id', 'prompt', 'reference']);
const listOf = new SharedByText((text) => [text]);
/** What `anyExample` makes of a row with an id, a reference and perhaps a prompt, all texts (the id may be a number). */
function plainExample(row, fields, source) {
    if (!plainKeys.has(row) || Object.keys(fields).length > 0)
        return null;
    const { reference, prompt = null } = row;
    const id = plainId(row['id']);
    if (id === null || typeof reference !== 'string' || (prompt !== null && typeof prompt !== 'string'))
        return null;
    const example = new example_PlainExample(row, prompt, listOf.of(reference), source);
    return { id, example, referenceKey: 'reference', otherReferenceKey: null };
}
/** The example of a row that is an id and a reference. */
function example_labelExample(id, reference, source) {
    return new example_PlainExample({ id, reference }, null, listOf.of(reference), source);
}
/** An example that keeps no more than what its row says: there may be millions. */
class example_PlainExample {
    prompt;
    references;
    #id;
    /** Null for a row of an id and a reference, in this order: what most of millions are. */
    #row;
    #file;
    #line;
    constructor(row, prompt, references, { file, line }) {
        this.prompt = prompt;
        this.references = references;
        this.#id = row['id'];
        this.#row = isIdAndReference(row) ? null : row;
        this.#file = file;
        this.#line = line;
    }
    get id() {
        return plainId(this.#id);
    }
    get fields() {
        return this.#row ?? { id: this.#id, reference: this.references[0] };
    }
    get messages() {
        return null;
    }
    get tags() {
        return NO_TEXTS;
    }
    get source() {
        return { file: this.#file, line: this.#line };
    }
}
function isIdAndReference(row) {
    let count = 0;
    for (const key in row)
        if (key !== (count++ === 0 ? 'id' : 'reference'))
            return false;
    return count === 2;
}
function anyExample(row, fields, source) {
    const idKey = firstPresent(row, [fields.id, 'id']);
    const id = idKey === null ? null : idOf(valueOf(row, idKey), idKey, source);
    const asked = askedOf(row, fields, source);
    const { messages, answer } = splitAnswer(asked.messages);
    // A chat's last turn goes before a key that only may be a reference, such as the label of preference data.
    const named = [fields.references, fields.reference, ...(answer === null ? REFERENCE_NAMES : CONTRACT_NAMES)];
    const referenceKey = firstPresent(row, named);
    const own = referenceKey === null ? null : answersOf(row, referenceKey, source);
    const references = own ?? (answer === null ? NO_TEXTS : [answer]);
    const prompt = asked.prompt ?? (messages === null ? null : userText(messages));
    if (id === null && prompt === null && referenceKey === null && messages === null)
        throw saysNothing(row, source);
    const tagsKey = firstPresent(row, [fields.tags, 'tags']);
    return {
        id,
        example: {
            prompt,
            messages,
            references,
            tags: tagsKey === null ? NO_TEXTS : tagsOf(valueOf(row, tagsKey), tagsKey, source),
            fields: withContractNames(row, fields),
            source,
        },
        referenceKey,
        otherReferenceKey: otherReference(row, referenceKey, own, named, source),
    };
}
function answersOf(row, key, source) {
    const value = valueOf(row, key);
    // Conversational prompt/completion data: the completion is a list of turns.
    if (isChat(value))
        return [
            messagesOf(value, key, source)
                .map((message) => message.content)
                .join('\n'),
        ];
    return referencesOf(value, key, source, SQUAD_NAMES.includes(key));
}
/** A chat that ends with the assistant holds its own reference: the model is asked for what comes after the rest. */
function splitAnswer(messages) {
    const answer = messages === null ? null : lastAnswer(messages);
    return { messages: answer === null ? messages : messages.slice(0, -1), answer };
}
/** A second reference that says something else, so that the reader learns which one was taken. */
function otherReference(row, key, own, names, source) {
    if (key === null || own === null || names.indexOf(key) < names.indexOf('answers'))
        return null;
    for (const name of names) {
        if (name === undefined || name === key || valueOf(row, name) === null)
            continue;
        if (JSON.stringify(answersOf(row, name, source)) !== JSON.stringify(own))
            return name;
    }
    return null;
}
/** The row as slices see it: `category`, `difficulty` and `tags` under these names whatever the file calls them. */
function withContractNames(row, fields) {
    let named = null;
    for (const name of ['category', 'difficulty', 'tags']) {
        const key = fields[name];
        if (key === undefined || key === name || !Object.hasOwn(row, key))
            continue;
        named ??= { ...row };
        named[name] = row[key];
    }
    return named ?? row;
}
function saysNothing(row, source) {
    const keys = Object.keys(row);
    const known = ['id', ...ASKING_NAMES, ...REFERENCE_NAMES];
    const hint = keys.map((key) => didYouMean(key, known)).find((text) => text !== '') ?? '';
    const has = keys.length === 0 ? 'no keys' : `the keys ${keys.slice(0, 10).map(shorten).join(', ')}`;
    return new GateError(`an eval row needs an id, a prompt or a reference, but this one has ${has}${hint}; name them under fields`, { ...source });
}

;// CONCATENATED MODULE: ./.build/data/reasoning.js
const TAG = /<(\/?)think(?:ing)?>/giu;
const SPACE = /\s*/uy;
/**
 * Drops a model's reasoning from its output: every `<think>…</think>` or `<thinking>…</thinking>`, whatever its case. A
 * block ends at the first closing tag, since reasoning may well talk about the tags. Chat templates often write the
 * opening tag into the prompt, so a closing tag without one ends reasoning that began with the output: all before it
 * goes. White space right behind a closing tag goes too, since models put an empty line there; nothing else is trimmed.
 * Where a block is never closed the model did not come to an answer: nothing is left and `unclosedReasoning` is true.
 */
function stripReasoning(text) {
    let inside = false;
    let kept = '';
    let from = 0;
    for (const tag of text.matchAll(TAG)) {
        if (tag[1] !== '/') {
            if (!inside)
                kept += text.slice(from, tag.index);
            inside = true;
            continue;
        }
        if (!inside)
            kept = '';
        inside = false;
        SPACE.lastIndex = tag.index + tag[0].length;
        SPACE.test(text);
        from = SPACE.lastIndex;
    }
    if (inside)
        return { text: '', unclosedReasoning: true };
    return { text: from === 0 ? text : kept + text.slice(from), unclosedReasoning: false };
}

;// CONCATENATED MODULE: ./.build/data/shapes/output.js







/** Names of a model's output, the contract's first. */
const OUTPUT_NAMES = [
    'output',
    'prediction',
    'predict',
    'response',
    'completion',
    'generated_text',
];
const output_NO_SCORES = new Map();
/** A sample as it is scored. */
function output_outputOf(sample, strip) {
    const { text, finishReason } = typeof sample === 'string' ? { text: sample, finishReason: null } : sample;
    const output = text === null
        ? { text: '', unclosedReasoning: true }
        : strip && text.includes('<')
            ? stripReasoning(text)
            : { text, unclosedReasoning: false };
    return finishReason === null ? output : { ...output, finishReason };
}
/**
 * Samples with why the model stopped, where the row says so: under `finish_reason` (or the names of other servers) one
 * text for one sample, or a list as long as the samples. Anything else is as good as absent, since no score needs it.
 */
function output_withFinishReasons(samples, row) {
    const key = firstPresent(row, FINISH_REASON_NAMES);
    if (key === null)
        return samples;
    const value = valueOf(row, key);
    const reasons = Array.isArray(value) ? value : [value];
    if (reasons.length !== samples.length)
        return samples;
    return samples.map((text, i) => {
        const reason = reasons[i];
        return typeof reason === 'string' ? { text, finishReason: reason } : text;
    });
}
/** OpenAI's and vLLM's, Anthropic's, Ollama's. */
const FINISH_REASON_NAMES = ['finish_reason', 'stop_reason', 'done_reason'];
/**
 * A row's samples: the texts under its output name, or under `outputs`. Null values are left out.
 * @throws GateError where several recognised names say different things
 */
function output_samplesOf(row, fields, source) {
    const named = fields.output === undefined ? null : firstPresent(row, [fields.output]);
    if (named !== null)
        return sampleTexts(row, named, named === 'outputs', source);
    const found = new Map();
    for (const key of [...OUTPUT_NAMES, 'outputs']) {
        if (valueOf(row, key) !== null)
            found.set(key, sampleTexts(row, key, key === 'outputs', source));
    }
    const samples = found.get('outputs') ?? [...found.values()][0] ?? [];
    for (const texts of found.values()) {
        if (texts !== samples && !texts.every((text) => samples.includes(text))) {
            const keys = [...found.keys()].join(', ');
            throw new GateError(`has several outputs that differ (${keys}); say which one counts with fields.output`, {
                ...source,
            });
        }
    }
    return samples;
}
/** True where a row has an output's name at all, be its value null. */
function output_namesOutput(row, fields) {
    const names = [...OUTPUT_NAMES, 'outputs', ...(fields.output === undefined ? [] : [fields.output])];
    return names.some((name) => Object.hasOwn(row, name));
}
function sampleTexts(row, key, isList, source) {
    const value = valueOf(row, key);
    if (!isList) {
        const text = sampleText(value, key, source);
        return text === null ? [] : [text];
    }
    if (!Array.isArray(value))
        throw new GateError('must be a list of samples', { ...source, key });
    return value.flatMap((item) => sampleText(item, key, source) ?? []);
}
/** A sample's text. Hugging Face's pipelines and TRL write a chat, of which the answer is the last turn. */
function sampleText(value, key, source) {
    return isChat(value) ? lastAnswer(messagesOf(value, key, source)) : textOf(value, key, source);
}
/** The name under which `samplesOf` finds a row's output, null where it has none. */
function output_outputKeyOf(row, fields) {
    return firstPresent(row, [fields.output, 'outputs', ...OUTPUT_NAMES]);
}
/**
 * The user's own scores: the numbers in `scores`, and columns named `scores.<name>` as CSV needs them.
 * @param samples how many samples the row has, null where it has no output at all; a list must be as long
 * @throws GateError for a `scores` that is not an object of numbers, or of lists of them that fit the samples
 */
function output_scoresOf(row, samples, source) {
    let scores = null;
    const own = valueOf(row, 'scores');
    if (own !== null) {
        if (!isObject(own))
            throw new GateError('must be an object of numbers', { ...source, key: 'scores' });
        scores = new Map(Object.entries(own).map(([name, value]) => [name, rowScore(value, samples, `scores.${shorten(name)}`, source)]));
    }
    for (const key in row) {
        if (!key.startsWith('scores.'))
            continue;
        scores ??= new Map();
        scores.set(key.slice('scores.'.length), rowScore(row[key], samples, shorten(key), source));
    }
    return scores ?? output_NO_SCORES;
}
function rowScore(value, samples, key, source) {
    if (!Array.isArray(value))
        return scoreOf(value, key, source);
    if (samples !== null && value.length !== samples) {
        const [own, wanted] = [counted(value.length, 'score'), counted(samples, 'sample')];
        throw new GateError(`has ${own} for ${wanted}; give each sample one, or null`, { ...source, key });
    }
    return value.map((item) => scoreOf(item, key, source));
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
/** How many samples a row lists, null ones included; null where it has no output at all. */
function output_sampleCountOf(row, fields) {
    const key = output_outputKeyOf(row, fields);
    if (key === null)
        return null;
    const value = valueOf(row, key);
    return key === 'outputs' && Array.isArray(value) ? value.length : 1;
}

;// CONCATENATED MODULE: ./.build/data/shapes/batch.js





/** True for a line of OpenAI's batch API or of `vllm run-batch`. */
function batch_isBatchRow(row) {
    if (!Object.hasOwn(row, 'custom_id'))
        return false;
    return isObject(row['response']) || (Object.hasOwn(row, 'response') && Object.hasOwn(row, 'error'));
}
/**
 * A batch line. Its key is `custom_id`; `id` is the request's own and means nothing to the user. Several choices are
 * several samples. A request that failed has no output.
 */
function batch_readBatchRow(row, fields, source) {
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
function samples(row, source) {
    const response = valueOf(row, 'response');
    if (!isObject(response) || valueOf(row, 'error') !== null)
        return [];
    const status = valueOf(response, 'status_code');
    if (typeof status === 'number' && status >= 400)
        return [];
    // Some servers leave out the layer of `body`.
    const body = isObject(response['body']) ? response['body'] : response;
    const choices = valueOf(body, 'choices');
    if (Array.isArray(choices)) {
        return choices.flatMap((choice, i) => {
            if (!isObject(choice))
                return [];
            const text = choiceText(choice, `response.body.choices[${i}]`, source);
            const reason = valueOf(choice, 'finish_reason');
            return text === 'none' ? [] : [{ ...text, finishReason: typeof reason === 'string' ? reason : null }];
        });
    }
    return responseItems(body, source);
}
/** The choice's text, null where it was cut off before its answer. */
function choiceText(choice, key, source) {
    const message = valueOf(choice, 'message');
    if (!isObject(message)) {
        const text = textOf(valueOf(choice, 'text'), `${key}.text`, source);
        return text === null ? 'none' : { text };
    }
    const content = valueOf(message, 'content');
    if (content !== null)
        return { text: contentText(content, `${key}.message.content`, source) };
    // A server that splits off reasoning gives no content where the model was cut off before its answer.
    const reasoning = [valueOf(message, 'reasoning_content'), valueOf(message, 'reasoning')];
    if (reasoning.some((text) => typeof text === 'string' && text !== ''))
        return { text: null };
    const refusal = valueOf(message, 'refusal');
    return typeof refusal === 'string' ? { text: refusal } : 'none';
}
/** The Responses API: one sample, made of the texts of all its messages; it says `incomplete` and why, or `completed`. */
function responseItems(body, source) {
    const items = valueOf(body, 'output');
    if (!Array.isArray(items))
        return [];
    const messages = items
        .filter((item) => isObject(item))
        .filter((item) => item['type'] === 'message');
    if (messages.length === 0)
        return [];
    const text = messages.map((item) => contentText(valueOf(item, 'content'), 'response.body.output', source)).join('');
    const details = valueOf(body, 'incomplete_details');
    const reason = isObject(details) ? valueOf(details, 'reason') : valueOf(body, 'status');
    return [{ text, finishReason: typeof reason === 'string' ? reason : null }];
}

;// CONCATENATED MODULE: ./.build/data/shapes/harness.js





/** True for a line of lm-evaluation-harness' samples_*.jsonl (`--log_samples`). */
function harness_isHarnessRow(row) {
    return Object.hasOwn(row, 'doc_id') && (Object.hasOwn(row, 'resps') || Object.hasOwn(row, 'filtered_resps'));
}
/**
 * A line of lm-evaluation-harness (as its evaluator at commit 4e7e0d47 writes it): one per document
 * and filter, with `doc` the dataset's row, `resps` a list of samples per request, and the task's metrics as keys of the
 * row. What the model said is `resps`: `filtered_resps` is what one filter cut out of it (`[invalid]` where it found
 * nothing), while our metrics extract by themselves; it counts only where `resps` is missing. Rows of a multiple-choice
 * task hold log-likelihoods instead of text: they have no output, but the task's metrics as scores, as all rows do.
 */
function harness_readHarnessRow(row, fields, source) {
    const doc = valueOf(row, 'doc');
    const known = isObject(doc) && Object.keys(doc).length > 0 ? documentOf(doc, fields, source) : null;
    const own = fields.id !== undefined && Object.hasOwn(row, fields.id) ? idOf(row[fields.id], fields.id, source) : null;
    const filter = valueOf(row, 'filter');
    return {
        id: own ?? known?.id ?? null,
        position: positionOf(row, source),
        prompt: known?.prompt ?? firstArgument(row),
        labels: known?.labels ?? NO_TEXTS,
        sample: null,
        filter: typeof filter === 'string' ? filter : null,
        samples: harness_samples(row, source),
        scores: metricsOf(row, source),
        named: true,
    };
}
/** The document read as an eval row, since that is what it is; nothing where its shape is not known. */
function documentOf(doc, fields, source) {
    try {
        const { id, example } = exampleOf(doc, fields, source);
        return { id, prompt: example.prompt, labels: example.references };
    }
    catch (error) {
        if (error instanceof GateError)
            return null;
        throw error;
    }
}
function positionOf(row, source) {
    const value = valueOf(row, 'doc_id');
    if (typeof value === 'number' && Number.isSafeInteger(value))
        return value;
    throw new GateError('must be a whole number', { ...source, key: 'doc_id' });
}
/** The first request's prompt, few-shot examples and all; `arguments` was a list of lists before it was an object. */
function firstArgument(row) {
    const requests = valueOf(row, 'arguments');
    const first = isObject(requests) ? requests['gen_args_0'] : Array.isArray(requests) ? requests[0] : null;
    const prompt = isObject(first) ? first['arg_0'] : Array.isArray(first) ? first[0] : null;
    return typeof prompt === 'string' ? prompt : null;
}
function harness_samples(row, source) {
    const key = Array.isArray(valueOf(row, 'resps')) ? 'resps' : 'filtered_resps';
    const requests = valueOf(row, key);
    if (!Array.isArray(requests))
        return [];
    const values = requests.flatMap((request) => {
        if (isLogLikelihood(request))
            return [];
        return Array.isArray(request) ? request.filter((value) => !isLogLikelihood(value)) : [request];
    });
    return values.flatMap((value) => textOf(value, key, source) ?? []);
}
/** A pair of log-likelihood and the flag "greedy", both written as text by newer versions. */
function isLogLikelihood(value) {
    if (!Array.isArray(value) || value.length !== 2)
        return false;
    return Number.isFinite(Number(value[0])) && /^(?:true|false)$/iu.test(String(value[1]));
}
/** The task's own metrics of this row, where they are numbers. */
function metricsOf(row, source) {
    const names = valueOf(row, 'metrics');
    if (!Array.isArray(names))
        return NO_SCORES;
    const scores = new Map();
    for (const name of names) {
        if (typeof name !== 'string' || typeof valueOf(row, name) !== 'number')
            continue;
        scores.set(name, scoreOf(valueOf(row, name), name, source));
    }
    return scores;
}

;// CONCATENATED MODULE: ./.build/data/shapes/prediction.js








/** Names of an echoed reference. `answer`, `output` and `completion` are left out: in a prediction they may be the model's. */
const LABEL_NAMES = ['references', 'reference', 'label', 'target', 'expected', 'ideal', 'gold'];
/**
 * What a row of predictions means. Recognised: the contract's keys (LLaMA-Factory's prompt, predict and label among
 * them), batch outputs of OpenAI and vLLM, and samples of lm-evaluation-harness.
 * @throws GateError for values of the wrong type, or outputs that contradict each other
 */
function prediction_predictionOf(row, fields, strip, source) {
    return plainPrediction(row, fields, strip, source) ?? anyPrediction(row, fields, strip, source);
}
const NAMES = [
    ...['id', 'custom_id', 'doc_id', 'sample', 'scores', 'outputs'],
    ...[...prompt_ASKING_NAMES, ...LABEL_NAMES, ...OUTPUT_NAMES, ...FINISH_REASON_NAMES],
];
const prediction_plainKeys = new PlainKeys(NAMES, ['id', 'prompt', 'output'], 'scores.');
const prediction_listOf = new SharedByText((text) => [output_outputOf(text, false)]);
const strippedListOf = new SharedByText((text) => [output_outputOf(text, true)]);
/** What `anyPrediction` makes of a row with an id, an output and perhaps a prompt, all texts (the id may be a number). */
function plainPrediction(row, fields, strip, source) {
    if (!prediction_plainKeys.has(row) || Object.keys(fields).length > 0)
        return null;
    const { output, prompt = null } = row;
    const id = plainId(row['id']);
    if (id === null || typeof output !== 'string' || (prompt !== null && typeof prompt !== 'string'))
        return null;
    return new prediction_PlainPrediction(row['id'], prompt, (strip ? strippedListOf : prediction_listOf).of(output), source);
}
/** The prediction of a row that is an id and an output without reasoning. */
function prediction_labelPrediction(id, output, source) {
    return new prediction_PlainPrediction(id, null, prediction_listOf.of(output), source);
}
/** A row that keeps no more than what its line says, and is a whole prediction: there may be millions. */
class prediction_PlainPrediction {
    prompt;
    outputs;
    #id;
    #file;
    #line;
    constructor(id, prompt, outputs, { file, line }) {
        this.prompt = prompt;
        this.outputs = outputs;
        this.#id = id;
        this.#file = file;
        this.#line = line;
    }
    get id() {
        return plainId(this.#id);
    }
    get source() {
        return { file: this.#file, line: this.#line };
    }
    get scores() {
        return NO_SCORES;
    }
    get labels() {
        return NO_TEXTS;
    }
    get position() {
        return null;
    }
    get sample() {
        return null;
    }
    get filter() {
        return null;
    }
    get named() {
        return true;
    }
}
function anyPrediction(row, fields, strip, source) {
    const raw = readRow(row, fields, source);
    // Written out, since an object made by rest and spread takes twice the memory, and there may be millions.
    return {
        id: raw.id,
        position: raw.position,
        prompt: raw.prompt,
        labels: raw.labels,
        sample: raw.sample,
        filter: raw.filter,
        outputs: raw.samples.map((sample) => outputOf(sample, strip)),
        scores: raw.scores,
        named: raw.named,
        source,
    };
}
function readRow(row, fields, source) {
    if (isBatchRow(row))
        return readBatchRow(row, fields, source);
    if (isHarnessRow(row))
        return readHarnessRow(row, fields, source);
    const idKey = firstPresent(row, [fields.id, 'custom_id', 'id']);
    const scores = scoresOf(row, sampleCountOf(row, fields), source);
    return {
        id: idKey === null ? null : idOf(valueOf(row, idKey), idKey, source),
        position: null,
        ...echoOf(row, fields, source),
        sample: sampleOf(row, source),
        filter: null,
        samples: withFinishReasons(samplesOf(row, fields, source), row),
        scores,
        named: scores.size > 0 || namesOutput(row, fields),
    };
}
/** What a row repeats of its example. It only helps to pair, so what can't be understood is as good as absent. */
function echoOf(row, fields, source) {
    try {
        const { prompt, messages } = askedOf(row, fields, source);
        const labelNames = [fields.references, fields.reference, ...LABEL_NAMES].filter((name) => name !== fields.output);
        const labelKey = firstPresent(row, labelNames);
        return {
            prompt: prompt ?? (messages === null ? null : userText(messages)),
            labels: labelKey === null ? NO_TEXTS : referencesOf(valueOf(row, labelKey), labelKey, source, false),
        };
    }
    catch (error) {
        if (error instanceof GateError)
            return { prompt: null, labels: NO_TEXTS };
        throw error;
    }
}
function sampleOf(row, source) {
    const value = valueOf(row, 'sample');
    if (value === null || value === '')
        return null;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number === 'number' && Number.isSafeInteger(number))
        return number;
    throw new GateError('must be a whole number', { ...source, key: 'sample' });
}

;// CONCATENATED MODULE: ./.build/data/shapes/index.js
/** What a row means: an eval row in any of the known shapes as an example, a prediction row as a model's outputs. */





;// CONCATENATED MODULE: ./.build/data/pairing/group.js


/**
 * Puts the rows of each example together.
 * @param count examples
 * @param positionOf a row's example, undefined where it has none
 * @param keyOf what tells rows without an example apart
 * @param describe how a row is called in a message, such as `id "7"`
 * @throws GateError that names both rows where one example has two whose sample numbers do not differ
 */
function group_assignRows(rows, count, positionOf, keyOf, describe) {
    const groups = new Array(count).fill(null);
    const extra = new Map();
    rows.forEach((row, index) => {
        const position = positionOf(row, index);
        if (position === undefined) {
            const others = extra.get(keyOf(row));
            if (others === undefined)
                extra.set(keyOf(row), [row]);
            else
                others.push(row);
            return;
        }
        const group = groups[position] ?? null;
        if (group === null)
            groups[position] = row;
        else if (Array.isArray(group))
            group.push(row);
        else
            groups[position] = [group, row];
    });
    const all = { groups, extra: [...extra.values()] };
    for (const list of [all.groups, all.extra]) {
        for (const group of list)
            if (Array.isArray(group) && group.length > 1)
                assertSamples(group, describe);
    }
    return all;
}
function assertSamples(group, describe) {
    const seen = new Map();
    const unnumbered = group.find((row) => row.sample === null);
    for (const row of group) {
        const earlier = seen.get(row.sample) ?? (unnumbered === undefined ? undefined : seen.values().next().value);
        if (earlier !== undefined) {
            const place = placeText(earlier.source);
            const number = row.sample === null ? '' : ` with sample ${row.sample}`;
            throw new GateError(`${describe(row)}${number} is already at ${place}; several samples of one prompt need "sample" numbers that differ`, { ...row.source });
        }
        seen.set(row.sample, row);
    }
}
/** One example's rows as one prediction: samples in the order of their numbers, the user's scores as means over them. */
function group_predictionOfGroup(group) {
    // One that repeats its prompt would keep it.
    if (group instanceof PlainPrediction && group.prompt === null)
        return group;
    if ('source' in group && group.scores.size === 0) {
        return { outputs: group.outputs, scores: NO_SCORES, source: group.source };
    }
    const list = 'source' in group ? [group] : group;
    const { source } = list[0];
    const rows = list.length === 1 ? list : [...list].sort((a, b) => (a.sample ?? 0) - (b.sample ?? 0));
    const outputs = rows.length === 1 ? rows[0].outputs : rows.flatMap((row) => row.outputs);
    if (rows.every((row) => row.scores.size === 0))
        return { outputs, scores: NO_SCORES, source };
    const lists = new Map();
    for (const row of rows) {
        for (const [name, score] of row.scores) {
            const list = lists.get(name) ?? [];
            list.push(...[score].flat());
            lists.set(name, list);
        }
    }
    const given = new Map([...lists].map(([name, list]) => [name, list.filter((score) => score !== null)]));
    const scores = new Map([...given].map(([name, list]) => [name, meanOf(list)]));
    const sampleScores = new Map([...given].filter(([name]) => lists.get(name).length > 1));
    return { outputs, scores, ...(sampleScores.size === 0 ? {} : { sampleScores }), source };
}
function meanOf(scores) {
    return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

;// CONCATENATED MODULE: ./.build/data/pairing/ordered.js

/** An id that ends in a number, such as `17` or `request-17`. */
const NUMBERED = /^(?<prefix>.*?)(?<number>\d{1,15})$/su;
/**
 * What rows' own ids say of their order, where the eval set has none: ids that count up confirm it, others that are
 * numbered deny it, and of ids without numbers, or no ids at all, nothing follows.
 */
function ordered_orderByIds(rows) {
    let last = null;
    let ascending = true;
    for (const row of rows) {
        const { prefix, number } = NUMBERED.exec(row.id ?? '')?.groups ?? {};
        if (prefix === undefined || (last !== null && last.prefix !== prefix))
            return 'unknown';
        if (last !== null && Number(number) <= last.number)
            ascending = false;
        last = { prefix, number: Number(number) };
    }
    return ascending ? 'confirmed' : 'denied';
}
/** A key of the eval set that holds an id under a name that is not recognised: one that tells all examples apart. */
function ordered_keyHolding(id, examples) {
    const isKey = (key) => {
        const values = new Set(examples.map(({ fields }) => {
            const value = valueOf(fields, key);
            return typeof value === 'number' || typeof value === 'string' ? String(value) : null;
        }));
        return values.size === examples.length && values.has(id);
    };
    return Object.keys(examples[0]?.fields ?? {}).find(isKey) ?? null;
}

;// CONCATENATED MODULE: ./.build/data/pairing/pair.js






/**
 * Pairs rows with examples: by id where both have ids; else by prompt where all have one; else by order, where the counts
 * are equal and nothing that a row repeats contradicts it.
 * @throws GateError where neither way is safe
 */
function pair_pairRows(unsorted, index) {
    const { examples, byId } = index;
    const rows = inDocumentOrder(unsorted);
    if (rows.length === 0 || examples.length === 0) {
        const pairedBy = byId === null ? 'order' : 'id';
        return { pairedBy, groups: examples.map(() => null), extra: rows.map((row) => [row]), warnings: [] };
    }
    const ids = assertAllOrNone(rows);
    if (byId !== null && ids)
        return pairById(rows, byId, index);
    const byPosition = byId === null ? null : positionsAsIds(rows, byId, index);
    if (byPosition !== null)
        return byPosition;
    if (index.byPrompt !== null && rows.every((row) => row.prompt !== null))
        return pairByPrompt(rows, index);
    return pairByOrder(rows, index);
}
/** Rows that say their place in the dataset may have been written in another order, by several processes for one. */
function inDocumentOrder(rows) {
    return rows.every((row) => row.position !== null) ? [...rows].sort((a, b) => a.position - b.position) : rows;
}
/** True where all rows have an id, false where none has. */
function assertAllOrNone(rows) {
    const without = rows.find((row) => row.id === null);
    if (without === undefined)
        return true;
    const withId = rows.find((row) => row.id !== null);
    if (withId === undefined)
        return false;
    const place = placeText(withId.source);
    throw new GateError(`has no id, while other rows have one (${place}); give every row an id, or none`, {
        ...without.source,
    });
}
function pairById(rows, byId, index) {
    const assigned = assignRows(rows, index.examples.length, (row, at) => byId.find(row.id, at), (row) => row.id, (row) => `id "${shorten(row.id)}"`);
    if (hasPair(assigned))
        return { ...assigned, pairedBy: 'id', warnings: [] };
    const example = index.examples[0];
    throw new GateError(`no id is one of the eval set's: here "${shorten(rows[0].id)}", there "${shorten(example.id)}" (${placeText(example.source)}); name the right key with fields.id`, { ...rows[0].source });
}
/**
 * lm-evaluation-harness numbers its documents. The numbers are taken for the eval set's ids only if every one of them is
 * one and no prompt contradicts it, since an eval set numbered from 1 would else pair with its neighbours.
 */
function positionsAsIds(rows, byId, index) {
    const fits = rows.every((row, i) => {
        const at = row.position === null ? undefined : byId.find(String(row.position), i);
        return at !== undefined && contradiction(row, at, index) === null;
    });
    return fits
        ? pairById(rows.map((row) => ({ ...row, id: String(row.position) })), byId, index)
        : null;
}
function pairByPrompt(rows, index) {
    const { positions, repeated } = index.byPrompt;
    if (repeated !== null)
        return pairRepeatedPrompts(rows, repeated, index);
    const assign = (positionOf) => assignRows(rows, index.examples.length, positionOf, (row) => promptKey(row.prompt), (row) => `the prompt "${shorten(row.prompt)}"`);
    const exact = assign((row) => positions.get(promptKey(row.prompt)));
    if (hasPair(exact))
        return { ...exact, pairedBy: 'prompt', warnings: [] };
    const found = rows.map((row) => containedExample(row, index));
    if (found.every((at) => at === undefined))
        throw noPromptFits(rows[0], index);
    const warning = `${rows[0].source.file} repeats prompts with more text around them, as a chat template leaves it: each row belongs to the one eval prompt that it contains.`;
    return { ...assign((_, i) => found[i]), pairedBy: 'prompt', warnings: [warning] };
}
function containedExample(row, index) {
    const found = index.contained.find(row.prompt);
    if (found.length <= 1)
        return found[0];
    const [a, b] = found.map((at) => index.examples[at].source);
    throw new GateError(`its prompt contains several prompts of the eval set (${placeText(a)}, ${placeText(b)}); give the rows ids`, { ...row.source });
}
/** Equal prompts can only be told apart by their order, if all the other prompts confirm it. */
function pairRepeatedPrompts(rows, repeated, index) {
    const inOrder = rows.length === index.examples.length && rows.every((row, at) => promptAgrees(row, at, index));
    const [a, b] = repeated.map((at) => index.examples[at].source);
    if (inOrder) {
        const warning = `${rows[0].source.file} was paired by order, since prompts repeat (${placeText(a)} and ${b.line}): a row that stands elsewhere is compared with the wrong example. Give the rows ids.`;
        return { pairedBy: 'order', groups: rows, extra: [], warnings: [warning] };
    }
    throw new GateError(`has the same prompt as ${placeText(a)}, so ${rows[0].source.file} can't be paired by prompt; give the rows ids`, { ...b });
}
function pairByOrder(rows, index) {
    const { examples } = index;
    const { file } = rows[0].source;
    if (rows.length !== examples.length) {
        throw new GateError(`has ${rows.length} rows for ${examples.length} examples, and no ids or prompts that both files share to pair them by; ${idsNeeded(rows[0], index)}`, { file });
    }
    const order = orderByIds(rows);
    const { id, source } = rows[0];
    if (order === 'denied' || (order === 'unknown' && id !== null && keyHolding(id, examples) !== null)) {
        throw new GateError(`has ids in an order of their own (here "${shorten(id)}"), and the eval set none to pair them by; ${idsNeeded(rows[0], index)}`, { ...source });
    }
    const numbered = rows.find((row) => row.sample !== null && row.sample !== rows[0].sample);
    if (numbered !== undefined) {
        throw new GateError('has a sample number but no id or prompt that says of what; give the rows ids', {
            ...numbered.source,
        });
    }
    rows.forEach((row, at) => {
        const what = contradiction(row, at, index);
        if (what === null)
            return;
        const { source } = examples[at];
        throw new GateError(`repeats another ${what} than the example in its place (${placeText(source)}), so the files can't be paired by order; give the rows ids`, { ...row.source });
    });
    return {
        pairedBy: 'order',
        groups: rows,
        extra: [],
        warnings: [
            `${file} shares no ids or prompts with the eval set: its ${rows.length} rows were paired by their order. Give both files ids to be safe.`,
        ],
    };
}
/** What to do where ids are missing: the eval set may hold them under another name. */
function idsNeeded({ id }, { examples }) {
    if (id === null)
        return 'give the rows ids, or name the key that holds them with fields.id';
    const key = keyHolding(id, examples);
    return key === null
        ? 'give the eval set the same ids, or name the key that holds them with fields.id'
        : `the eval set holds such ids under "${shorten(key)}": name it with fields.id`;
}
/** What a row repeats of its example but differently, or null. */
function contradiction(row, at, index) {
    const { prompt, references } = index.examples[at];
    if (row.prompt !== null && prompt !== null && !promptAgrees(row, at, index))
        return 'prompt';
    if (row.labels.length === 0 || references.length === 0)
        return null;
    const labels = new Set(row.labels.map(withoutEndTokens));
    return references.some((reference) => labels.has(withoutEndTokens(reference))) ? null : 'reference';
}
function promptAgrees(row, at, index) {
    const example = index.examples[at];
    return promptKey(row.prompt) === promptKey(example.prompt) || contains(row.prompt, promptParts(example));
}
/** A label decoded from tokens ends with the model's end-of-turn tokens where they were kept. */
function withoutEndTokens(text) {
    return text.replace(/(?:\s|<\|[^|<>\s]{1,40}\|>|<\/s>|<eos>|<end_of_turn>)+$/u, '').trim();
}
function noPromptFits(row, index) {
    const example = index.examples[0];
    return new GateError(`no prompt is one of the eval set's: here "${shorten(row.prompt)}", there "${shorten(example.prompt)}" (${placeText(example.source)}); give the rows ids`, { ...row.source });
}
function hasPair({ groups }) {
    return groups.some((group) => group !== null);
}

;// CONCATENATED MODULE: ./.build/data/pairing/side.js





/** How many ids a reader is shown of those that did not pair. */
const IDS_SHOWN = 10;
/**
 * One model's rows laid beside the examples.
 * @throws GateError where they can't be paired
 */
function side_sideOf(all, index, files) {
    const { rows, warnings } = chooseFilter(all);
    const pairs = pairRows(rows, index);
    const predictions = pairs.groups.map((group) => (group === null ? null : predictionOfGroup(group)));
    const missing = [];
    predictions.forEach((prediction, i) => {
        if (prediction === null || isEmpty(prediction))
            missing.push(index.examples[i].id);
    });
    const side = {
        predictions,
        rows: predictions.filter((prediction) => prediction !== null).length + pairs.extra.length,
        missing: missing.length,
        extra: pairs.extra.length,
        missingIds: missing.slice(0, IDS_SHOWN),
        extraIds: pairs.extra.slice(0, IDS_SHOWN).map(([row]) => shorten(row.id ?? row.prompt ?? '')),
        pairedBy: pairs.pairedBy,
        get outputsSha256() {
            return side_hashOutputs(predictions);
        },
        files,
    };
    return { side, warnings: [...warnings, ...pairs.warnings] };
}
function isEmpty(prediction) {
    return prediction.outputs.length === 0 && [...prediction.scores.values()].every((score) => score === null);
}
/** Texts are hashed some at a time: a call takes longer than a short text. */
const HASHED_AT_ONCE = (/* unused pure expression or super */ null && (1 << 16));
/** sha256 over outputs, for {@link Side}. */
function side_hashOutputs(predictions) {
    const hash = createHash('sha256');
    let pending = '';
    for (const prediction of predictions) {
        // Lengths before texts, so that no two lists of outputs give the same bytes.
        const outputs = prediction?.outputs ?? [];
        pending += `${outputs.length};`;
        for (const { text } of outputs)
            pending += `${text.length}:${text}`;
        if (prediction !== null && prediction.scores.size > 0)
            pending += JSON.stringify([...prediction.scores]);
        if (pending.length < HASHED_AT_ONCE)
            continue;
        hash.update(pending);
        pending = '';
    }
    return hash.update(pending).digest('hex');
}

;// CONCATENATED MODULE: ./.build/data/pairing/index.js
/** Lays a model's rows beside the examples: by id, else by prompt, else by order. */



// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./.build/data/columns/lines.js


const lines_CHUNK_BYTES = (/* unused pure expression or super */ null && (1 << 20));
const lines_NEWLINE = 10;
/**
 * Hands a file's bytes on, some whole lines at a time; each ends with `\n`, the last one too. The bytes are good until
 * `take` returns: one buffer serves for all.
 * @param take `bytes[0]` up to `end`; false where no more are wanted
 * @param seen gets all bytes as they lie on disk
 * @returns false where `take` did not want all, or the file is not UTF-8, or has a very long line
 */
async function lines_eachLines(path, take, seen) {
    const file = await open(path);
    try {
        // One byte is left for the newline that a last line may lack.
        const buffer = Buffer.allocUnsafe(2 * lines_CHUNK_BYTES + 1);
        for (let rest = 0;;) {
            const { bytesRead } = await file.read(buffer, rest, 2 * lines_CHUNK_BYTES - rest);
            seen(buffer.subarray(rest, rest + bytesRead));
            let filled = rest + bytesRead;
            if (bytesRead === 0) {
                if (rest === 0)
                    return true;
                buffer[filled++] = lines_NEWLINE;
            }
            const end = buffer.subarray(0, filled).lastIndexOf(lines_NEWLINE) + 1;
            if (end === 0 && filled === 2 * lines_CHUNK_BYTES)
                return false;
            if (end > 0 && !(isUtf8(buffer.subarray(0, end)) && take(buffer, end)))
                return false;
            if (bytesRead === 0)
                return true;
            buffer.copyWithin(0, end, filled);
            rest = filled - end;
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./.build/data/columns/read.js



const read_NEWLINE = 10;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/**
 * Reads JSON Lines that all are an id and one text of few and short ones, in one layout a file, with ids that count up.
 * @param key of the text
 * @param numbers of the suite's texts
 * @param expected ids that the rows must have, in this order; null: any
 * @param seen gets all bytes of the files
 * @returns null where anything is otherwise, errors included: whoever reads rows one by one says what is wrong with them
 */
async function read_readColumns(files, key, numbers, expected, seen = () => undefined) {
    if (!files.every(({ shown }) => /\.(?:jsonl|ndjson)$/iu.test(shown)))
        return null;
    const column = new Column(numbers, expected);
    const ends = [];
    for (const { path } of files) {
        let layout = null;
        const take = (bytes, end) => {
            layout ??= layoutOf(bytes.toString('utf8', 0, bytes.indexOf(read_NEWLINE) + 1), key);
            return layout !== null && column.take(bytes, end, layout);
        };
        if (!(await eachLines(path, take, seen).catch(() => false)))
            return null;
        ends.push(column.count);
    }
    if (column.count === 0 || (expected !== null && column.count !== expected.count))
        return null;
    return { ids: column.ids, numbered: column.numbered, texts: column.finish(), ends };
}
/** Takes lines as they come. */
class Column {
    numbers;
    ids;
    numbered = false;
    #adds;
    #texts = new Int32Array(1 << 14);
    #count = 0;
    constructor(numbers, expected) {
        this.numbers = numbers;
        this.ids = expected ?? new IdColumn();
        this.#adds = expected === null;
    }
    get count() {
        return this.#count;
    }
    /** False where a line is otherwise. Nothing is read beyond the lines, since no part but the last holds a newline. */
    take(bytes, end, { start, middle, end: tail, numbered }) {
        const { numbers, ids } = this;
        if (this.#count === 0)
            this.numbered = numbered;
        if (this.numbered !== numbered)
            return false;
        for (let at = 0; at < end;) {
            if (!startsWith(bytes, at, start))
                return false;
            const id = at + start.length;
            const afterId = numbered ? plainNumberEnd(bytes, id) : plainTextEnd(bytes, id);
            if (afterId === id || !startsWith(bytes, afterId, middle))
                return false;
            const text = afterId + middle.length;
            let afterText = text;
            let hash = 0;
            for (let byte = bytes[text]; isPlain(byte); byte = bytes[++afterText])
                hash = (Math.imul(hash, 31) + byte) | 0;
            if (!startsWith(bytes, afterText, tail))
                return false;
            const number = numbers.of(bytes, text, afterText, hash);
            if (number < 0)
                return false;
            const row = this.#count;
            if (!(this.#adds ? ids.add(bytes, id, afterId) : ids.is(row, bytes, id, afterId)))
                return false;
            if (row === this.#texts.length)
                this.#grow();
            this.#texts[row] = number;
            this.#count = row + 1;
            at = afterText + tail.length;
        }
        return true;
    }
    finish() {
        return this.#texts.subarray(0, this.#count);
    }
    #grow() {
        const texts = new Int32Array(2 * this.#texts.length);
        texts.set(this.#texts);
        this.#texts = texts;
    }
}
function startsWith(bytes, at, part) {
    for (let i = 0; i < part.length; i++)
        if (bytes[at + i] !== part[i])
            return false;
    return true;
}
/** True for a byte that stands for itself in a text of JSON: no quote, escape or control character. */
function isPlain(byte) {
    return byte !== QUOTE && byte !== BACKSLASH && byte >= 0x20;
}
function plainTextEnd(bytes, from) {
    let at = from;
    while (isPlain(bytes[at]))
        at++;
    return at;
}
/** A whole number of more digits may lose some on the way. */
const MOST_DIGITS = 15;
/** The end of a whole number as JSON and JavaScript both write it; `from` where there is none. */
function plainNumberEnd(bytes, from) {
    let at = from;
    for (let byte = bytes[at]; byte >= 0x30 && byte <= 0x39; byte = bytes[++at])
        ;
    const length = at - from;
    return length > MOST_DIGITS || (length > 1 && bytes[from] === 0x30) ? from : at;
}

;// CONCATENATED MODULE: ./.build/data/columns/texts.js
/** Longer texts are no labels. */
const texts_LONGEST = 64;
/** Nor are texts of which there are more. */
const texts_MOST = 1024;
const SLOTS = 4 * texts_MOST;
/** Numbers short texts, equal ones alike, from their bytes. */
class texts_TextNumbers {
    texts = [];
    #bytes = new Uint8Array(texts_MOST * texts_LONGEST);
    #lengths = new Uint8Array(texts_MOST);
    /** Number + 1, 0 where free. */
    #slots = new Int32Array(SLOTS);
    /**
     * The number of the text `bytes[from]` up to `to` (UTF-8); -1 where it is too long, or there are too many.
     * @param hash of these bytes, whichever
     */
    of(bytes, from, to, hash) {
        const length = to - from;
        if (length > texts_LONGEST)
            return -1;
        let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) % SLOTS;
        for (let known = this.#slots[slot]; known > 0; known = this.#slots[slot]) {
            if (this.#is(known - 1, bytes, from, length))
                return known - 1;
            slot = (slot + 1) % SLOTS;
        }
        const number = this.texts.length;
        if (number === texts_MOST)
            return -1;
        this.#bytes.set(bytes.subarray(from, to), number * texts_LONGEST);
        this.#lengths[number] = length;
        this.#slots[slot] = number + 1;
        this.texts.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from, to)));
        return number;
    }
    #is(number, bytes, from, length) {
        if (this.#lengths[number] !== length)
            return false;
        const own = this.#bytes;
        const start = number * texts_LONGEST;
        for (let i = 0; i < length; i++)
            if (own[start + i] !== bytes[from + i])
                return false;
        return true;
    }
}

;// CONCATENATED MODULE: ./.build/data/columns/load.js






/**
 * Reads a suite whose rows are plain labels in the same order everywhere; half of the time that a million labels take
 * would else go into objects. What it gives is what reading row by row gives.
 * @returns null where the suite is of any other kind, or something is wrong with it
 * @throws GateError where the predictions name no file that may be read
 */
async function load_loadColumns(evalFiles, source, access) {
    if (Object.keys(source.fields).length > 0)
        return null;
    const numbers = new TextNumbers();
    const hash = createHash('sha256');
    const references = await readColumns(evalFiles, 'reference', numbers, null, (bytes) => hash.update(bytes));
    if (references === null)
        return null;
    const load = async (patterns) => {
        const files = await resolveFiles(patterns, access);
        const rows = await readColumns(files, 'output', numbers, references.ids);
        return rows === null ? null : { files, rows };
    };
    const candidate = await load(source.predictions);
    if (candidate === null)
        return null;
    const base = source.basePredictions === null ? null : await load(source.basePredictions);
    if (base === null && source.basePredictions !== null)
        return null;
    // Reasoning is for those who read texts one by one.
    if (source.stripReasoning && numbers.texts.some((text) => text.includes('<')))
        return null;
    return suiteOf({ files: evalFiles, rows: references }, candidate, base, numbers.texts, hash.digest('hex'));
}
function suiteOf(evalSet, candidate, base, texts, evalSetSha256) {
    const { bytes, starts } = evalSet.rows.ids.finish();
    const { count } = evalSet.rows.ids;
    const ids = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const idOf = ({ rows }, row) => {
        const id = ids.toString('utf8', starts[row], starts[row + 1]);
        return rows.numbered ? Number(id) : id;
    };
    const textOf = ({ rows }, row) => texts[rows.texts[row]];
    const example = (row) => labelExample(idOf(evalSet, row), textOf(evalSet, row), sourceOf(evalSet, row));
    const predictionOf = (part, row) => labelPrediction(idOf(part, row), textOf(part, row), sourceOf(part, row));
    const columns = {
        idBytes: bytes,
        idStarts: starts,
        texts,
        references: evalSet.rows.texts,
        candidate: candidate.rows.texts,
        base: base?.rows.texts ?? null,
        example,
        prediction: (model, row) => predictionOf(model === 'candidate' ? candidate : base, row),
    };
    const examples = load_once(() => Array.from({ length: count }, (_, row) => example(row)));
    const sideOf = (part) => {
        const predictions = load_once(() => Array.from({ length: count }, (_, row) => predictionOf(part, row)));
        return {
            get predictions() {
                return predictions();
            },
            rows: count,
            missing: 0,
            extra: 0,
            missingIds: [],
            extraIds: [],
            pairedBy: 'id',
            get outputsSha256() {
                return hashOutputs(predictions());
            },
            files: part.files.map((file) => file.shown),
        };
    };
    return {
        count,
        columns,
        get examples() {
            return examples();
        },
        candidate: sideOf(candidate),
        base: base === null ? null : sideOf(base),
        evalSetSha256,
        warnings: [],
    };
}
/** Where a row stands: a line each, and no others. */
function sourceOf({ files, rows: { ends } }, row) {
    const file = ends.findIndex((end) => row < end);
    return { file: files[file].shown, line: 1 + row - (ends[file - 1] ?? 0) };
}
function load_once(make) {
    let made = null;
    return () => (made ??= make());
}

;// CONCATENATED MODULE: ./.build/data/columns/index.js
/** Files of rows that are an id and one short text each, read into columns: of a million of them there is no object a row. */


;// CONCATENATED MODULE: ./.build/data/fields.js



/** Keys that count where they are in the eval set only. */
const EVAL_ONLY = (/* unused pure expression or super */ null && (['reference', 'references', 'category', 'difficulty', 'tags']));
/** Sees to it that every name in `fields` is the name of something, since a misspelt one would be passed over in silence. */
class fields_FieldWatch {
    missing;
    firstKeys = {};
    constructor(fields) {
        this.missing = new Map(Object.entries(fields));
    }
    /** Notes one row's keys. */
    see(row, kind) {
        if (this.missing.size === 0)
            return;
        this.firstKeys[kind] ??= Object.keys(row);
        for (const [field, key] of this.missing) {
            const counts = kind === 'eval' ? field !== 'output' : !EVAL_ONLY.includes(field);
            if (counts && Object.hasOwn(row, key))
                this.missing.delete(field);
        }
    }
    /** @throws GateError for a name that no row had, where there were rows to have it */
    assertSeen() {
        for (const [field, key] of this.missing) {
            const keys = this.firstKeys[field === 'output' ? 'predictions' : 'eval'];
            if (keys === undefined)
                continue;
            throw new GateError(`no row has the key "${key}"${didYouMean(key, keys.map(shorten))}`, {
                key: `fields.${field}`,
            });
        }
    }
}

;// CONCATENATED MODULE: ./.build/data/suite.js









/**
 * Reads one suite: its eval set, the candidate's predictions and perhaps the base's, each paired with the examples.
 * Several files of one kind are read as one, in path order. Predictions without a row are no error here: what is missing is counted.
 * @throws GateError for whatever can't be read, understood or paired
 */
async function loadSuite(source, access) {
    const watch = new FieldWatch(source.fields);
    const evalFiles = await resolveFiles(source.evalSet, access);
    const plain = await loadColumns(evalFiles, source, access);
    if (plain !== null)
        return plain;
    const { index, warnings } = await loadExamples(evalFiles, source, watch);
    const load = async (patterns) => {
        const files = await resolveFiles(patterns, access);
        const rows = await loadPredictions(files, evalFiles, source, watch);
        const loaded = sideOf(rows, index, files.map((file) => file.shown));
        warnings.push(...loaded.warnings);
        return loaded.side;
    };
    const candidate = await load(source.predictions);
    const base = source.basePredictions === null ? null : await load(source.basePredictions);
    watch.assertSeen();
    const { examples } = index;
    const evalSetSha256 = await sha256OfFiles(evalFiles);
    return { count: examples.length, examples, candidate, base, evalSetSha256, warnings };
}
async function loadExamples(files, source, watch) {
    const examples = [];
    const warnings = [];
    let ownIds = null;
    for (const file of files) {
        for await (const rows of readBatches(file)) {
            for (const { row, source: place } of rows) {
                watch.see(row, 'eval');
                const read = exampleOf(row, source.fields, place);
                ownIds ??= read.id !== null;
                if (ownIds !== (read.id !== null))
                    throw mixedIds(examples[0], read);
                if (read.otherReferenceKey !== null && warnings.length === 0) {
                    warnings.push(`References were read from "${read.referenceKey ?? ''}"; "${read.otherReferenceKey}" is there too and differs (${placeText(place)}). If it is the right one, name it with fields.reference.`);
                }
                if (read.example instanceof PlainExample) {
                    examples.push(read.example);
                    continue;
                }
                // Written out, since an object made by spread takes more memory, and there may be millions.
                const { prompt, messages, references, tags, fields } = read.example;
                const id = read.id ?? `#${examples.length + 1}`;
                examples.push({ id, prompt, messages, references, tags, fields, source: place });
            }
        }
    }
    if (examples.length === 0) {
        throw new GateError('holds no examples; an eval set needs at least one row', {
            file: files.map(({ shown }) => shown).join(', '),
        });
    }
    return { index: new ExampleIndex(examples, ownIds ?? false), warnings };
}
function mixedIds(first, read) {
    const place = placeText(first.source);
    const what = read.id === null ? `has no id, while ${place} has one` : `has an id, while ${place} has none`;
    return new GateError(`${what}; give every row an id, or none`, { ...read.example.source });
}
async function loadPredictions(files, evalFiles, { fields, stripReasoning }, watch) {
    const rows = [];
    let firstKeys = null;
    for (const file of files) {
        const isEvalSet = evalFiles.some(({ path }) => path === file.path);
        for await (const batch of readBatches(file)) {
            for (const { row, source } of batch) {
                if (isEvalSet)
                    assertNotReference(row, fields, source);
                watch.see(row, 'predictions');
                rows.push(predictionOf(row, fields, stripReasoning, source));
                firstKeys ??= Object.keys(row);
            }
        }
    }
    // Unscored rows are one thing, a file whose output stands under a name that nobody knows another.
    if (firstKeys === null || rows.some((row) => row.named))
        return rows;
    const keys = firstKeys.slice(0, 10).map(shorten).join(', ');
    throw new GateError(`no row has an output under a known name (its keys are ${keys}); name it with fields.output`, {
        file: rows[0].source.file,
    });
}
/** One file may hold eval set and outputs, but not under one name: alpaca's `output` would score as its own reference. */
function assertNotReference(row, fields, source) {
    const key = outputKeyOf(row, fields);
    if (key === null || key !== exampleOf(row, fields, source).referenceKey)
        return;
    throw new GateError('is the reference of the eval set, which this file is, and no model wrote it; give the file with the predictions', { ...source, key });
}

;// CONCATENATED MODULE: ./.build/data/index.js
/** Reads rows from files (formats/), says what a row means (shapes/), and lays predictions beside examples (pairing/). */












;// CONCATENATED MODULE: ./.build/text/python.js
/** Python's notion of white space, which the reference implementations use. It has U+001C-001F and U+0085 and lacks U+FEFF. */
const python_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[${python_SPACE}]+`, 'u');
/** True for a UTF-16 unit that Python's str.isspace holds for; all of its white space lies in the basic plane. */
function python_isSpace(unit) {
    if (unit <= 0x20)
        return (unit >= 9 && unit <= 13) || unit >= 0x1c;
    if (unit < 0x1680)
        return unit === 0x85 || unit === 0xa0;
    return (unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000);
}
/** Python's `str.strip()`. */
function strip(text) {
    let start = 0;
    while (start < text.length && python_isSpace(text.charCodeAt(start)))
        start++;
    return python_rstrip(start === 0 ? text : text.slice(start));
}
/** Python's `str.rstrip()`. */
function python_rstrip(text) {
    let end = text.length;
    while (end > 0 && python_isSpace(text.charCodeAt(end - 1)))
        end--;
    return end === text.length ? text : text.slice(0, end);
}
/** Python's `str.split()`: the words between runs of white space, without empty ones. */
function python_split(text) {
    const stripped = strip(text);
    return stripped === '' ? [] : stripped.split(SPACES);
}
/** The order of Python's `sorted` on strings: by code point, where JavaScript's is by UTF-16 unit. */
function byCodePoint(a, b) {
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
        const x = a.charCodeAt(i);
        const y = b.charCodeAt(i);
        if (x !== y)
            return rank(x) - rank(y);
    }
    return a.length - b.length;
}
/** Surrogates stand for code points above U+FFFF, so they must come after all other units. */
function rank(unit) {
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
/** The number of code points, as Python's `len(text)`. */
function codePointLength(text) {
    let length = text.length;
    for (let i = 0; i < text.length - 1; i++) {
        if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            length--;
            i++;
        }
    }
    return length;
}

;// CONCATENATED MODULE: ./.build/text/code-points.js

/** Reads texts as code points without white space, those of Python's `''.join(text.split())`. */
class CodePoints {
    #values = new Int32Array(2 ** 10);
    /** The text's code points, a lone surrogate being one of its own. They are good until the next text is read. */
    read(text) {
        if (text.length > this.#values.length)
            this.#values = new Int32Array(2 * text.length);
        const values = this.#values;
        let count = 0;
        for (let i = 0; i < text.length; i++) {
            const unit = text.charCodeAt(i);
            if (isSpace(unit))
                continue;
            const isHigh = (unit & 0xfc00) === 0xd800;
            const point = isHigh ? text.codePointAt(i) : unit;
            if (point > 0xffff)
                i++;
            values[count++] = point;
        }
        return values.subarray(0, count);
    }
}

;// CONCATENATED MODULE: ./.build/text/normalize.js

/** Python's `string.punctuation`: the 32 ASCII punctuation marks. */
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g;
/**
 * An English article as a word of its own; Python's `\b` knows Unicode letters, JavaScript's does not. Without the i flag,
 * under which `\p{L}` also takes in U+0345, a mark that folds to a letter.
 */
const ARTICLES = /(?<![\p{L}\p{N}_])(?:[aA]|[aA][nN]|[tT][hH][eE])(?![\p{L}\p{N}_])/gu;
/** The text without ASCII punctuation, as SQuAD and Hugging Face's exact_match remove it (other marks stay). */
function removePunctuation(text) {
    return text.replace(ASCII_PUNCTUATION, '');
}
/** English articles in any case turned into spaces, as SQuAD does it on lowercased text. */
function removeArticles(text) {
    return text.replace(ARTICLES, ' ');
}
/**
 * The answer normalisation of SQuAD v1.1 and v2 (Rajpurkar et al. 2016): lowercase, no ASCII punctuation, no articles,
 * white space collapsed.
 */
function normalizeAnswer(text) {
    return split(removeArticles(removePunctuation(text.toLowerCase()))).join(' ');
}

;// CONCATENATED MODULE: ./.build/text/porter.js
/**
 * The Porter stemmer as NLTK 3.10.4's PorterStemmer runs by default (NLTK_EXTENSIONS), which rouge_score uses.
 * It departs from Porter (1980) and from Martin Porter's own code: irregular forms, short -ies and -ied, -y after a vowel,
 * -alli first and again, -fulli, -logi, and *o for two letters.
 */
const IRREGULAR = new Map([
    ['sky', 'sky'],
    ['skies', 'sky'],
    ['dying', 'die'],
    ['lying', 'lie'],
    ['tying', 'tie'],
    ['news', 'news'],
    ['innings', 'inning'],
    ['inning', 'inning'],
    ['outings', 'outing'],
    ['outing', 'outing'],
    ['cannings', 'canning'],
    ['canning', 'canning'],
    ['howe', 'howe'],
    ['proceed', 'proceed'],
    ['exceed', 'exceed'],
    ['succeed', 'succeed'],
]);
/** For each letter whether it is a consonant: not a, e, i, o, u, and not y after a consonant. */
function consonants(word) {
    const flags = [];
    for (let i = 0; i < word.length; i++) {
        const letter = word[i];
        flags.push(letter === 'y' ? i === 0 || !flags[i - 1] : !'aeiou'.includes(letter));
    }
    return flags;
}
/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stem) {
    const flags = consonants(stem);
    let m = 0;
    for (let i = 1; i < flags.length; i++)
        if (flags[i] && !flags[i - 1])
            m++;
    return m;
}
const measured = (stem) => measure(stem) > 0;
const measuredTwice = (stem) => measure(stem) > 1;
const hasVowel = (stem) => consonants(stem).includes(false);
/** Porter's *o: consonant, vowel, consonant other than w, x, y; in NLTK also a two-letter vowel and consonant. */
function endsShort(word) {
    const flags = consonants(word);
    const end = word.length - 1;
    if (word.length === 2)
        return !flags[0] && flags[1];
    return end >= 2 && flags[end - 2] && !flags[end - 1] && flags[end] && !'wxy'.includes(word[end]);
}
/** The first rule whose suffix fits decides, whether its condition holds or not. */
function apply(word, rules) {
    for (const [suffix, replacement, holds] of rules) {
        if (!word.endsWith(suffix))
            continue;
        const stem = word.slice(0, word.length - suffix.length);
        return holds === undefined || holds(stem) ? stem + replacement : word;
    }
    return word;
}
const PLURALS = (/* unused pure expression or super */ null && ([
    ['sses', 'ss'],
    ['ies', 'i'],
    ['ss', 'ss'],
    ['s', ''],
]));
function plural(word) {
    return word.length === 4 && word.endsWith('ies') ? word.slice(0, -1) : apply(word, PLURALS);
}
function past(word) {
    if (word.endsWith('ied'))
        return word.slice(0, word.length === 4 ? -1 : -2);
    if (word.endsWith('eed'))
        return measured(word.slice(0, -3)) ? word.slice(0, -1) : word;
    const suffix = ['ed', 'ing'].find((end) => word.endsWith(end) && hasVowel(word.slice(0, word.length - end.length)));
    return suffix === undefined ? word : completed(word.slice(0, word.length - suffix.length));
}
/** Gives back the e or takes the doubled consonant of a stem that lost -ed or -ing. */
function completed(stem) {
    if (['at', 'bl', 'iz'].some((end) => stem.endsWith(end)))
        return `${stem}e`;
    const last = stem.at(-1);
    if (stem.length >= 2 && stem.at(-2) === last && consonants(stem).at(-1) === true) {
        return 'lsz'.includes(last) ? stem : stem.slice(0, -1);
    }
    return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}
const Y_TO_I = [['y', 'i', (stem) => stem.length > 1 && consonants(stem).at(-1) === true]];
const DOUBLE_SUFFIXES = [
    ['ational', 'ate', measured],
    ['tional', 'tion', measured],
    ['enci', 'ence', measured],
    ['anci', 'ance', measured],
    ['izer', 'ize', measured],
    ['bli', 'ble', measured],
    ['alli', 'al', measured],
    ['entli', 'ent', measured],
    ['eli', 'e', measured],
    ['ousli', 'ous', measured],
    ['ization', 'ize', measured],
    ['ation', 'ate', measured],
    ['ator', 'ate', measured],
    ['alism', 'al', measured],
    ['iveness', 'ive', measured],
    ['fulness', 'ful', measured],
    ['ousness', 'ous', measured],
    ['aliti', 'al', measured],
    ['iviti', 'ive', measured],
    ['biliti', 'ble', measured],
    ['fulli', 'ful', measured],
    ['logi', 'log', (stem) => measured(`${stem}l`)], // the l counts with the stem: geologi, theologi
];
function doubleSuffix(word) {
    return word.endsWith('alli') && measured(word.slice(0, -4))
        ? doubleSuffix(word.slice(0, -2))
        : apply(word, DOUBLE_SUFFIXES);
}
const ADJECTIVES = [
    ['icate', 'ic', measured],
    ['ative', '', measured],
    ['alize', 'al', measured],
    ['iciti', 'ic', measured],
    ['ical', 'ic', measured],
    ['ful', '', measured],
    ['ness', '', measured],
];
const SINGLE_SUFFIXES = [
    ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent'].map(removed),
    ['ion', '', (stem) => measuredTwice(stem) && 'st'.includes(stem.at(-1))],
    ...['ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize'].map(removed),
];
function removed(suffix) {
    return [suffix, '', measuredTwice];
}
function finalE(word) {
    if (!word.endsWith('e'))
        return word;
    const stem = word.slice(0, -1);
    const m = measure(stem);
    return m > 1 || (m === 1 && !endsShort(stem)) ? stem : word;
}
function doubleL(word) {
    return word.endsWith('ll') && measuredTwice(word.slice(0, -1)) ? word.slice(0, -1) : word;
}
/** The stem of a lowercase word, equal to NLTK's `PorterStemmer().stem(word)`. */
function porter_porterStem(word) {
    const irregular = IRREGULAR.get(word);
    if (irregular !== undefined)
        return irregular;
    if (word.length <= 2)
        return word;
    const inflected = apply(past(plural(word)), Y_TO_I);
    const base = apply(apply(doubleSuffix(inflected), ADJECTIVES), SINGLE_SUFFIXES);
    return doubleL(finalE(base));
}

;// CONCATENATED MODULE: ./.build/text/word-table.js
/** Drawn anew by each process, so that no text can be written whose words collide. What words read as doesn't depend on it. */
const SALT = 2 * Math.floor(Math.random() * 2 ** 31) + 1;
/**
 * Reads texts as numbers, one for each word. A word becomes a string when it is new, and not just to be looked up, which is
 * most of what a Map of strings would cost.
 */
class word_table_WordTable {
    #isWord;
    #learn;
    /** Open addressing: a word's number + 1, 0 where free. At most half full. */
    #slots = new Int32Array(2 ** 11);
    /** By word, in order of appearance. */
    #hashes = new Int32Array(2 ** 10);
    #values = new Int32Array(2 ** 10);
    /** Where a word's units begin; the next word's begin where they end. */
    #starts = new Int32Array(2 ** 10 + 1);
    /** The UTF-16 units of all words, one after the other. */
    #units = new Uint16Array(2 ** 13);
    #size = 0;
    /**
     * @param isWord true for the UTF-16 units that make words; all others stand between them
     * @param learn what a new word reads as, an integer of 32 bits
     */
    constructor(isWord, learn) {
        this.#isWord = new Uint8Array(2 ** 16);
        for (let unit = 0; unit < 2 ** 16; unit++)
            this.#isWord[unit] = isWord(unit) ? 1 : 0;
        this.#learn = learn;
    }
    /** The text's words in order, each as what it reads as. */
    read(text) {
        const isWord = this.#isWord;
        const { length } = text;
        const values = [];
        for (let end = 0; end < length; end++) {
            let unit = text.charCodeAt(end);
            if (isWord[unit] === 0)
                continue;
            const start = end;
            let hash = 0;
            do {
                hash = Math.imul(hash ^ unit, SALT);
                hash ^= hash >>> 15;
                if (++end === length)
                    break;
                unit = text.charCodeAt(end);
            } while (isWord[unit] === 1);
            values.push(this.#values[this.#find(text, start, end, hash)]);
        }
        return values;
    }
    #find(text, start, end, hash) {
        const slots = this.#slots;
        const hashes = this.#hashes;
        const mask = slots.length - 1;
        let slot = hash & mask;
        for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
            if (hashes[entry - 1] === hash && this.#equals(entry - 1, text, start, end))
                return entry - 1;
            slot = (slot + 1) & mask;
        }
        slots[slot] = this.#size + 1;
        return this.#add(text, start, end, hash);
    }
    #equals(word, text, start, end) {
        const units = this.#units;
        const from = this.#starts[word];
        if (this.#starts[word + 1] - from !== end - start)
            return false;
        for (let i = start; i < end; i++)
            if (units[from + i - start] !== text.charCodeAt(i))
                return false;
        return true;
    }
    #add(text, start, end, hash) {
        const word = this.#size++;
        const from = this.#starts[word];
        const to = from + end - start;
        if (to > this.#units.length) {
            const units = new Uint16Array(2 * to);
            units.set(this.#units);
            this.#units = units;
        }
        for (let i = start; i < end; i++)
            this.#units[from + i - start] = text.charCodeAt(i);
        this.#starts[word + 1] = to;
        this.#hashes[word] = hash;
        this.#values[word] = this.#learn(text.slice(start, end));
        if (this.#size === this.#hashes.length)
            this.#grow();
        return word;
    }
    #grow() {
        this.#hashes = doubled(this.#hashes);
        this.#values = doubled(this.#values);
        this.#starts = doubled(this.#starts);
        const slots = new Int32Array(2 * this.#slots.length);
        const mask = slots.length - 1;
        for (let word = 0; word < this.#size; word++) {
            let slot = this.#hashes[word] & mask;
            while (slots[slot] !== 0)
                slot = (slot + 1) & mask;
            slots[slot] = word + 1;
        }
        this.#slots = slots;
    }
}
function doubled(values) {
    const wider = new Int32Array(2 * values.length);
    wider.set(values);
    return wider;
}

;// CONCATENATED MODULE: ./.build/text/ter/tokens.js


/**
 * The words that sacrebleu 2.6.0's TER compares: text stripped on the right, lowercased unless `caseSensitive`, marks
 * parted (`normalized`) or dropped (`noPunct`), split on Python's white space. `asianSupport` only adds to these two.
 * They come as numbers, equal for equal words within one instance.
 */
class TerWords {
    #how;
    #distinct = 0;
    #words = new WordTable((unit) => !isSpace(unit), () => this.#distinct++);
    constructor(how) {
        this.#how = how;
    }
    /** The words of an output. */
    tokenize(text) {
        return this.#words.read(prepared(text, this.#how));
    }
    /**
     * The words of a reference, which sacrebleu tokenizes twice where it tokenizes an output once. It matters under
     * `normalized` only: "dog's." becomes "dog's ." at first, and "dog 's ." the second time.
     */
    tokenizeReference(text) {
        return this.tokenize(this.#how.normalized ? split(prepared(text, this.#how)).join(' ') : text);
    }
}
/** The text with white space between its words. */
function prepared(text, { normalized, noPunct, asianSupport, caseSensitive }) {
    let line = rstrip(text);
    if (!caseSensitive)
        line = line.toLowerCase();
    if (normalized) {
        line = western(line);
        if (asianSupport)
            line = line.replace(ASIAN, ' $& ').replace(ASIAN_MARKS, ' $& ');
    }
    if (noPunct) {
        line = line.replace(/[.,?:;!"()]/g, '');
        if (asianSupport)
            line = line.replace(ASIAN_MARKS, '');
    }
    return line;
}
/** Dashes after a line break go, not before one as in 13a: sacrebleu's own reading of Tercom. */
function western(text) {
    const line = text
        .replaceAll('\n-', '')
        .replaceAll('\n', ' ')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    return ` ${line} `
        .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
        .replaceAll("'s ", " 's ")
        .replace(/([^0-9])([.,])/g, '$1 $2 ')
        .replace(/([.,])([^0-9])/g, ' $1 $2')
        .replace(/([0-9])(-)/g, '$1 $2 ');
}
/**
 * Characters that stand alone: ideographs, strokes, radicals, compatibility forms. The third range is meant to end at
 * U+32FF and is kept as sacrebleu has it. Its rules for kana need a text that starts with kana, and the text starts with a
 * space by then, so they never apply: kana stay together.
 */
const ASIAN = /[\u4e00-\u9fff\u3400-\u4dbf\u3200-\u3f22\u31c0-\u31ef\u2e80-\u2eff\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f]/g;
/** CJK and full-width punctuation. */
const ASIAN_MARKS = /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g;

;// CONCATENATED MODULE: ./.build/text/ter/index.js
/** Translation Edit Rate as sacrebleu counts it: Tercom's words, edits with shifts. */



;// CONCATENATED MODULE: ./.build/text/units.js
/** Up to so many units a loop is faster than a call of node's. */
const FEW = 24;
let units = new Uint16Array(1 << 12);
let bytes = Buffer.from(units.buffer);
/** Where the machine's own order of bytes is another than UTF-16LE's, node's copy would have them the wrong way round. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
/**
 * A text's UTF-16 units: reading them from an array takes a fraction of what charCodeAt does.
 * @returns an array that may be longer than the text, good until the next call
 */
function units_unitsOf(text) {
    const { length } = text;
    if (length > units.length) {
        units = new Uint16Array(2 * length);
        bytes = Buffer.from(units.buffer);
    }
    if (length > FEW && LITTLE_ENDIAN)
        bytes.write(text, 'utf16le');
    else
        for (let i = 0; i < length; i++)
            units[i] = text.charCodeAt(i);
    return units;
}

;// CONCATENATED MODULE: ./.build/text/western.js

const [OTHER, DIGIT, western_SPACE, MARK, POINT, DASH] = [0, 1, 2, 3, 4, 5];
/** What each ASCII character is: every mark but ' stands alone, points (. and ,) and dashes by what is beside them. */
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
    const char = String.fromCharCode(unit);
    if (python_isSpace(unit))
        return western_SPACE;
    if (/[0-9]/.test(char))
        return DIGIT;
    if (/[.,]/.test(char))
        return POINT;
    if (char === '-')
        return DASH;
    return /[!-&(-/:-@[-`{-~]/.test(char) ? MARK : OTHER;
});
/**
 * The tokens of mteval-v13a, in one pass over the text, where sacrebleu 2.6.0 substitutes four times:
 *
 * 1. marks but ' - . , get a space on either side,
 * 2. `([^0-9])([.,])`: and so do points after what is no digit,
 * 3. `([.,])([^0-9])`: and those before what is no digit,
 * 4. `([0-9])(-)`: and dashes after a digit.
 *
 * A match of 2 begins behind the last one, so in a run of points it takes every second as the character before the next.
 * What this leaves of a run: all stand alone but perhaps the last, which sticks to a digit behind the run (see `sticks`).
 * @param padded whether spaces are put around the line: else points at its ends have no character to match on that side
 */
function westernTokens(line, length, cuts, padded) {
    let size = 0;
    let start = -1;
    for (let i = 0; i < length; i++) {
        const kind = kindOf(line[i]);
        if (kind <= DIGIT) {
            if (start < 0)
                start = i;
            while (i + 1 < length && kindOf(line[i + 1]) <= DIGIT)
                i++;
            continue;
        }
        if (kind === DASH && !(i > 0 && isDigit(line, i - 1))) {
            if (start < 0)
                start = i;
            continue;
        }
        let alone = i + 1; // the end of what stands alone
        let last = alone; // and of the run
        if (kind === POINT) {
            while (last < length && kindOf(line[last]) === POINT)
                last++;
            const afterDigit = i === 0 ? !padded : isDigit(line, i - 1);
            const beforeDigit = last === length ? !padded : isDigit(line, last);
            const sticks = beforeDigit && afterDigit === ((last - i) % 2 === 1);
            alone = sticks ? last - 1 : last;
        }
        if (alone > i) {
            if (start >= 0) {
                cuts[size++] = start;
                cuts[size++] = i;
            }
            start = -1;
            for (let at = i; kind !== western_SPACE && at < alone; at++) {
                cuts[size++] = at;
                cuts[size++] = at + 1;
            }
        }
        if (alone < last && start < 0)
            start = alone;
        i = last - 1;
    }
    if (start >= 0) {
        cuts[size++] = start;
        cuts[size++] = length;
    }
    return size;
}
function kindOf(unit) {
    if (unit < 128)
        return KINDS[unit];
    return python_isSpace(unit) ? western_SPACE : OTHER;
}
function isDigit(line, at) {
    const unit = line[at];
    return unit >= 0x30 && unit <= 0x39;
}

;// CONCATENATED MODULE: ./.build/text/tokenizers.js



/** sacrebleu's tokenizers, by the names of its options. */
const TOKENIZERS = (/* unused pure expression or super */ null && (['13a', 'intl', 'char', 'zh', 'none']));
/**
 * The tokens that sacrebleu 2.6.0's BLEU counts: text stripped on the right, tokenized, split on Python's white space.
 * `13a` is mteval-v13a's, `intl` mteval-v14's, `zh` parts Chinese characters, `char` every code point, `none` nothing.
 */
function tokenize(text, tokenizer) {
    const line = tokenizers_prepared(text, tokenizer);
    const size = cutLine(unitsOf(line), line.length, tokenizer);
    return Array.from({ length: size / 2 }, (_, i) => line.slice(cuts[2 * i], cuts[2 * i + 1]));
}
/** The same tokens as numbers of a vocabulary, without a string for each. */
function tokenIds(text, tokenizer, vocabulary) {
    const line = tokenizers_prepared(text, tokenizer);
    const units = unitsOf(line);
    const size = cutLine(units, line.length, tokenizer);
    const ids = new Array(size / 2);
    for (let i = 0; i < size; i += 2)
        ids[i >> 1] = vocabulary.idOfUnits(units, cuts[i], cuts[i + 1]);
    return ids;
}
/** Where the tokens of the last line that was cut begin and end: an array, since to call a function for each takes longer. */
let cuts = new Int32Array(1 << 12);
function cutLine(line, length, tokenizer) {
    if (2 * length > cuts.length)
        cuts = new Int32Array(4 * length);
    return TOKENIZE[tokenizer].cut(line, length, cuts);
}
function tokenizers_prepared(text, tokenizer) {
    return TOKENIZE[tokenizer].prepare(rstrip(text));
}
const TOKENIZE = {
    '13a': { prepare: mteval, cut: (line, length, into) => westernTokens(line, length, into, true) },
    intl: { prepare: international, cut: cutWords },
    char: { prepare: (text) => text, cut: cutCharacters },
    zh: {
        prepare: (text) => strip(text).replace(CHINESE, ' $& '),
        cut: (line, length, into) => westernTokens(line, length, into, false),
    },
    none: { prepare: (text) => text, cut: cutWords },
};
/** What mteval-v13a does before it tokenizes. The entities are unescaped in this order, so `&amp;lt;` becomes `<`. */
function mteval(text) {
    let line = text.includes('<skipped>') ? text.replaceAll('<skipped>', '') : text;
    if (line.includes('\n'))
        line = line.replaceAll('-\n', '').replaceAll('\n', ' ');
    if (!line.includes('&'))
        return line;
    return line.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
function international(text) {
    return text
        .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
        .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
        .replace(/\p{S}/gu, ' $& ');
}
function cutWords(line, length, into) {
    let size = 0;
    for (let i = 0; i < length; i++) {
        if (python_isSpace(line[i]))
            continue;
        into[size++] = i;
        do
            i++;
        while (i < length && !python_isSpace(line[i]));
        into[size++] = i;
    }
    return size;
}
function cutCharacters(line, length, into) {
    let size = 0;
    for (let i = 0; i < length;) {
        const width = isHigh(line[i]) && i + 1 < length && isLow(line[i + 1]) ? 2 : 1;
        if (!python_isSpace(line[i])) {
            into[size++] = i;
            into[size++] = i + width;
        }
        i += width;
    }
    return size;
}
/** A pair of surrogates is one character; a lone one is one too. */
function isHigh(unit) {
    return unit >= 0xd800 && unit <= 0xdbff;
}
function isLow(unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}
/**
 * sacrebleu's list of Chinese characters. Two of its ranges are meant for planes above the first but, compared as strings,
 * take in U+2001-2A6D and U+2F81-2FA1 (and a few sequences that no single character equals): kept as they are.
 */
const CHINESE = new RegExp('[\\u3400-\\u4db5\\u4e00-\\u9fa5\\u9fa6-\\u9fbb\\uf900-\\ufa2d\\ufa30-\\ufa6a\\ufa70-\\ufad9' +
    '\\u2001-\\u2a6d\\u2f81-\\u2fa1\\uff00-\\uffef\\u2e80-\\u2eff\\u3000-\\u303f\\u31c0-\\u31ef\\u2f00-\\u2fdf' +
    '\\u2ff0-\\u2fff\\u3100-\\u312f\\u31a0-\\u31bf\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\u2600-\\u26ff\\u2700-\\u27bf' +
    '\\u3200-\\u32ff\\u3300-\\u33ff]', 'gu');

;// CONCATENATED MODULE: ./.build/text/vocabulary.js

const FIRST_TOKENS = 64;
const FIRST_UNITS = 512;
/** Odd, and another one in every process, so that nobody can write a text whose tokens all meet in one place; numbers don't depend on it. */
const MULTIPLIER = crypto.getRandomValues(new Int32Array(1))[0] | 1;
/** Small whole numbers for tokens, so that comparing and counting them costs no string work. */
class vocabulary_Vocabulary {
    /** Per token its place in `units`, and one more for the end. */
    #ends = new Int32Array(FIRST_TOKENS + 1);
    #hashes = new Int32Array(FIRST_TOKENS);
    /** All tokens one after the other, in UTF-16 units. */
    #units = new Uint16Array(FIRST_UNITS);
    /** A token's number + 1, 0 where free: open addressing, at most half full. */
    #slots = new Int32Array(2 * FIRST_TOKENS);
    #size = 0;
    /** The token's number, the same for equal tokens, from 0. */
    id(token) {
        return this.idOfUnits(unitsOf(token), 0, token.length);
    }
    /** The tokens' numbers, in order. */
    ids(tokens) {
        return tokens.map((token) => this.id(token));
    }
    /** The number of the token that stands in a text's units from `from` to `to`; it need not be cut out of it. */
    idOfUnits(text, from, to) {
        let hash = to - from;
        for (let i = from; i < to; i++)
            hash = Math.imul(hash ^ text[i], MULTIPLIER);
        hash ^= hash >>> 15;
        const slots = this.#slots;
        const hashes = this.#hashes;
        const mask = slots.length - 1;
        let slot = hash & mask;
        for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
            if (hashes[entry - 1] === hash && this.#equals(entry - 1, text, from, to))
                return entry - 1;
            slot = (slot + 1) & mask;
        }
        return this.#add(hash, slot, text, from, to);
    }
    #equals(id, text, from, to) {
        const units = this.#units;
        let at = this.#ends[id];
        if (this.#ends[id + 1] - at !== to - from)
            return false;
        for (let i = from; i < to; i++)
            if (units[at++] !== text[i])
                return false;
        return true;
    }
    #add(hash, slot, text, from, to) {
        const id = this.#size++;
        let at = this.#ends[id];
        if (at + to - from > this.#units.length)
            this.#units = grown(this.#units, 2 * (at + to - from));
        for (let i = from; i < to; i++)
            this.#units[at++] = text[i];
        this.#ends[id + 1] = at;
        this.#hashes[id] = hash;
        this.#slots[slot] = id + 1;
        if (this.#size === this.#hashes.length)
            this.#grow();
        return id;
    }
    #grow() {
        const size = 2 * this.#size;
        this.#hashes = grown(this.#hashes, size);
        this.#ends = grown(this.#ends, size + 1);
        this.#slots = new Int32Array(2 * size);
        const mask = this.#slots.length - 1;
        for (let id = 0; id < this.#size; id++) {
            let slot = this.#hashes[id] & mask;
            while (this.#slots[slot] !== 0)
                slot = (slot + 1) & mask;
            this.#slots[slot] = id + 1;
        }
    }
}
function grown(array, length) {
    const larger = new array.constructor(length);
    larger.set(array);
    return larger;
}

;// CONCATENATED MODULE: ./.build/text/words.js




const SHORTEST_STEMMED = 4;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/**
 * The tokenizer of rouge_score 0.1.2: lowercase, runs of [a-z0-9], words of more than three letters stemmed if asked.
 * Words come as numbers, equal for equal tokens within one instance; each distinct word is stemmed once.
 */
class RougeWords {
    #words;
    constructor(stem) {
        const vocabulary = new Vocabulary();
        this.#words = new WordTable(isLowercaseOrDigit, (word) => vocabulary.id(stem && word.length >= SHORTEST_STEMMED ? porterStem(word) : word));
    }
    /** The text's tokens, as numbers. */
    tokenize(text) {
        return this.#words.read(text.toLowerCase());
    }
}
/** a-z or 0-9 */
function isLowercaseOrDigit(unit) {
    return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}
/**
 * The words of sacrebleu 2.6.0's chrF++: split on Python's white space, and one punctuation mark cut off: the last
 * character, or else the first. They come as numbers, equal for equal words within one instance.
 */
class ChrfWords {
    #vocabulary = new Vocabulary();
    /** The two words that a word is cut into, where -1 stands for the first, -2 for the second of them, and so on. */
    #cut = [];
    #words = new WordTable((unit) => !isSpace(unit), (word) => this.#learn(word));
    /** The text's words, as numbers. */
    tokenize(text) {
        const words = [];
        for (const word of this.#words.read(text)) {
            if (word >= 0) {
                words.push(word);
            }
            else {
                const [first, second] = this.#cut[-1 - word];
                words.push(first, second);
            }
        }
        return words;
    }
    #learn(word) {
        const parts = cut(word);
        if (parts === null)
            return this.#vocabulary.id(word);
        this.#cut.push([this.#vocabulary.id(parts[0]), this.#vocabulary.id(parts[1])]);
        return -this.#cut.length;
    }
}
/** A word of more than one character in two, null where there is no punctuation mark to cut off. */
function cut(word) {
    if (word.length === 1)
        return null;
    if (PUNCTUATION.test(word.at(-1)))
        return [word.slice(0, -1), word.at(-1)];
    return PUNCTUATION.test(word.charAt(0)) ? [word.charAt(0), word.slice(1)] : null;
}

;// CONCATENATED MODULE: ./.build/text/index.js
/** Text as the reference implementations see it: Python's string rules, tokenizers, stemming, answer normalisation. */












;// CONCATENATED MODULE: ./.build/contamination/training-log.js

/** Rows of one kind that are named; the rest are counted. */
const NAMED_ROWS = 10;
/** Keys that a message names, and how much of each. */
const NAMED_KEYS = 8;
const KEY_LENGTH = 40;
/** A row's first few keys, cut to a readable length. */
function namedKeys(row) {
    return Object.keys(row).slice(0, NAMED_KEYS).map(training_log_namedKey);
}
function training_log_namedKey(key) {
    return key.slice(0, KEY_LENGTH);
}
/** Counts the rows that could not be read as they are, and names the first of them in the log. */
class training_log_SkippedRows {
    broken = 0;
    replaced = 0;
    #log;
    constructor(log) {
        this.#log = log;
    }
    onBroken = (source, message) => {
        if (++this.broken <= NAMED_ROWS)
            this.#log.warn(`${placeText(source)}: ${message}; the row was not scanned`);
    };
    onReplaced = (source) => {
        if (++this.replaced <= NAMED_ROWS) {
            this.#log.warn(`${placeText(source)}: is not valid UTF-8; the row was scanned with U+FFFD in the place of such bytes`);
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

;// CONCATENATED MODULE: ./.build/contamination/training-text.js

/** Keys that hold a training row's text; of the known ones the first group with any text is the row's. */
const KNOWN_GROUPS = [
    ['instruction', 'input', 'output'],
    ['prompt', 'completion'],
    ['question', 'answer'],
    ['messages'],
    ['conversations'], // ShareGPT
    ['conversation'],
    ['text'],
];
const training_text_KNOWN_FIELDS = KNOWN_GROUPS.flat();
/** Keys of a turn or a part of one that hold its text, and keys whose texts are not the turn's own. */
const CONTENT_KEYS = ['content', 'value', 'text'];
const ROLE_KEYS = ['role', 'from'];
/** Levels of lists and objects inside a row. Deeper ones are no text that anybody trains on, and could exhaust the stack. */
const MOST_LEVELS = 50;
/** Texts of a row that are told apart; what comes behind them is one text. A list of millions of words would fill the memory. */
const MOST_TEXTS = 10_000;
/**
 * The texts of a training row that are searched, in reading order, without empty ones.
 * - `known`: instruction, input and output; or prompt and completion; or question and answer; or all turns of messages (also
 *   ShareGPT's conversations) without role names; or text. Where none of them has any text: every text, as below.
 * - `every`: the texts of the known keys, then those of all other keys in the row's order, at any depth.
 * - keys: their texts, in the order of the keys.
 *
 * A number or a boolean under a known or named key is its text. A list has the texts of its elements (texts and numbers of
 * one list are one text), an object that of its `content`, `value` or `text`, else of all its keys. A chat that is written as
 * JSON in a text is read as the chat.
 */
function trainingTexts(row, choice) {
    if (choice !== 'known' && choice !== 'every')
        return textsAt(row, choice);
    if (choice === 'known') {
        for (const group of KNOWN_GROUPS) {
            const texts = new Texts(true);
            for (const key of group)
                texts.addKey(row, key);
            const found = texts.all();
            if (found.length > 0)
                return found;
        }
    }
    const texts = new Texts(true);
    for (const key of training_text_KNOWN_FIELDS)
        texts.addKey(row, key);
    const others = new Texts(false);
    for (const key of Object.keys(row))
        if (!training_text_KNOWN_FIELDS.includes(key))
            others.addKey(row, key);
    return [...texts.all(), ...others.all()];
}
/** The text under one key of a row, empty where there is none. */
function training_text_keyText(row, key) {
    const texts = new Texts(true);
    texts.addKey(row, key);
    return texts
        .all()
        .map(({ text }) => (typeof text === 'string' ? text : [...text.chunks()].join('')))
        .join(' ');
}
/** What keys or paths such as `meta.body` name in a row; a key that holds the dots itself goes first. */
function textsAt(row, paths) {
    const texts = new Texts(true);
    for (const path of paths) {
        if (Object.hasOwn(row, path)) {
            texts.addKey(row, path);
            continue;
        }
        let values = [row];
        for (const key of path.split('.')) {
            values = values
                .flatMap((value) => (isList(value) ? value : [value]))
                .flatMap((value) => (training_text_isObject(value) && Object.hasOwn(value, key) ? [value[key]] : []));
        }
        for (const value of values)
            texts.add(value, path, 0);
    }
    return texts.all();
}
/** Gathers the texts of values. */
class Texts {
    #found = [];
    /** Texts behind the most that are told apart, and where the first of them stands. */
    #rest = [];
    #restField = '';
    #numbers;
    /** @param numbers whether numbers and booleans are texts */
    constructor(numbers) {
        this.#numbers = numbers;
    }
    all() {
        this.#pushRest();
        return this.#found;
    }
    addKey(row, key) {
        if (Object.hasOwn(row, key))
            this.add(chatOf(row[key], key), key, 0);
    }
    add(value, path, level) {
        if (level > MOST_LEVELS)
            return;
        if (isList(value))
            this.#addList(value, path, level);
        else if (training_text_isObject(value))
            this.#addObject(value, path, level);
        else
            this.#push(path, value instanceof long_row/* LongText */.W ? value : this.#textOf(value));
    }
    #addList(list, path, level) {
        let words = [];
        const pushWords = () => {
            this.#push(path, words.join(' '));
            words = [];
        };
        list.forEach((item, i) => {
            if (isList(item) || training_text_isObject(item) || item instanceof long_row/* LongText */.W) {
                pushWords();
                this.add(item, `${path}[${i}]`, level + 1);
            }
            else {
                const text = this.#textOf(item);
                if (text !== '')
                    words.push(text);
            }
        });
        pushWords();
    }
    #addObject(object, path, level) {
        for (const key of CONTENT_KEYS) {
            const content = Object.hasOwn(object, key) ? object[key] : null;
            if (content instanceof long_row/* LongText */.W) {
                this.#push(`${path}.${key}`, content);
                return;
            }
            // A turn may be a list of parts, of which pictures and sounds have no text.
            const text = isList(content) ? content.map(partText).join('') : scalarText(content);
            if (text !== '') {
                this.#push(`${path}.${key}`, text);
                return;
            }
        }
        for (const key of Object.keys(object)) {
            if (!ROLE_KEYS.includes(key))
                this.add(object[key], `${path}.${key}`, level + 1);
        }
    }
    #textOf(value) {
        return this.#numbers || typeof value === 'string' ? scalarText(value) : '';
    }
    #push(field, text) {
        if (text === '')
            return;
        if (this.#found.length < MOST_TEXTS || text instanceof long_row/* LongText */.W) {
            this.#pushRest();
            this.#found.push({ field, text });
        }
        else {
            if (this.#rest.length === 0)
                this.#restField = field;
            this.#rest.push(text);
        }
    }
    #pushRest() {
        if (this.#rest.length > 0)
            this.#found.push({ field: this.#restField, text: this.#rest.join(' ') });
        this.#rest = [];
    }
}
function partText(part) {
    return training_text_isObject(part) ? scalarText(Object.hasOwn(part, 'text') ? part['text'] : null) : scalarText(part);
}
const CHAT_KEYS = ['messages', 'conversations', 'conversation'];
/** A chat that stands in a table's cell is often JSON written as a text. */
function chatOf(value, key) {
    if (typeof value !== 'string' || !CHAT_KEYS.includes(key) || !/^\s*\[\s*[[{]/u.test(value))
        return value;
    try {
        return JSON.parse(value);
    }
    catch {
        return value;
    }
}
function scalarText(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
function isList(value) {
    return Array.isArray(value);
}
function training_text_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof long_row/* LongText */.W);
}

;// CONCATENATED MODULE: ./.build/contamination/field-notes.js





/** Words from which on a field that is not read is worth a warning: ids, categories and the like have fewer. */
const UNREAD_WORDS = 8;
/** Fields that a message names, and that warnings are given for. */
const MOST_NAMED = 8;
/** Looks at a row and at what is searched of it. */
function observeFields(row, texts, choice) {
    const hasKnown = texts.some(({ field }) => training_text_KNOWN_FIELDS.some((known) => isUnder(field, known)));
    const isUnread = ([, value]) => typeof value === 'string' &&
        python_split(value).length >= UNREAD_WORDS &&
        !texts.some(({ text }) => typeof text === 'string' && text.includes(value));
    return {
        keys: namedKeys(row),
        searched: hasKnown ? null : texts.slice(0, MOST_NAMED).map(({ field }) => training_log_namedKey(field)),
        unread: choice === 'known' && hasKnown
            ? Object.entries(row)
                .filter(isUnread)
                .slice(0, 2 * MOST_NAMED)
                .map(([key]) => key)
            : [],
        named: typeof choice === 'string' ? [] : choice.filter((name) => texts.some(({ field }) => isUnder(field, name))),
    };
}
/** Says once what is searched, or not, beyond the known fields; and sees to it that named ones are there. */
class field_notes_FieldNotes {
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
            throw new GateError(`no training row has any text under "${name}"${didYouMean(name, this.#keys ?? [])}`, {
                key: 'contamination.fields',
            });
        }
    }
    #sayEvery(searched, source) {
        if (this.#saidEvery)
            return;
        this.#saidEvery = true;
        this.#log.info(`${placeText(source)}: has no known text field (${KNOWN_FIELDS.join(', ')}), so every text of such rows is searched: ${searched.join(', ')}`);
    }
    #warn(unread, source) {
        for (const key of unread) {
            if (this.#unread.has(key) || this.#unread.size === MOST_NAMED)
                continue;
            this.#unread.add(key);
            this.#log.warn(`${placeText(source)}: ${namedKey(key)}: is not searched; only ${KNOWN_FIELDS.join(', ')} are, or what contamination.fields names`);
        }
    }
}
/** Whether a path such as `messages[1].content` lies under a key. */
function isUnder(field, key) {
    return (field.startsWith(key) && (field.length === key.length || field[key.length] === '.' || field[key.length] === '['));
}

;// CONCATENATED MODULE: ./.build/contamination/fingerprint.js

/** Hex digits: 64 bits, far more than it takes to tell an example's few training rows apart. */
const DIGITS = 16;
/** What a text is known by, whatever file and line it stands in. Code units are hashed, so lone surrogates count too. */
function fingerprint_fingerprint(text) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(Buffer.from(text, 'utf16le')).digest('hex').slice(0, DIGITS);
}
/** What a pair is known by in contamination.jsonl and in allow-lists: another text of the example or of the row is another pair. */
function fingerprint_pairFingerprint(example, row) {
    return `r${fingerprint_fingerprint(`${example} ${row}`)}`; // digits alone would be a number to YAML
}

;// CONCATENATED MODULE: ./.build/contamination/training-row.js

/** A training row of these texts. */
function training_row_trainingRow(fields, source, piece = null) {
    const text = fields.length === 1 ? fields[0].text : fields.map((field) => field.text).join(' ');
    return { fields, text, source, piece };
}
/** Where the character at an offset of `row.text` stands. */
function placeAt({ fields, text, source }, offset) {
    let rest = offset;
    let at = 0;
    while (at < fields.length - 1 && rest > fields[at].text.length)
        rest -= fields[at++].text.length + 1;
    const { file, line, rowGroup, isText } = source;
    return {
        file,
        line: isText === true ? line + lineFeeds(text.slice(0, offset)) : line,
        ...(rowGroup === undefined ? {} : { row_group: rowGroup }),
        field: fields[at].field,
        row: fingerprint_fingerprint(text),
    };
}
function lineFeeds(text) {
    return text.split('\n').length - 1;
}

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
                yield training_row_trainingRow(cut, source, piece++);
                fields = tailOf(cut, overlap);
                const again = at === 0 ? '' : fields.pop().text;
                open = again + open.slice(at);
                size = pieces_sizeOf(fields);
                repeated = size;
            }
        }
        if (open !== '')
            fields.push({ field, text: open });
        size += open.length + 1;
    }
    if (fields.length > 0)
        yield training_row_trainingRow(fields, source, piece);
}
/** A string in parts: adding to a string millions of characters long copies it. */
function* slices(text, length) {
    for (let from = 0; from < text.length; from += length)
        yield text.slice(from, from + length);
}
function pieces_sizeOf(fields) {
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
        if (python_isSpace(text.charCodeAt(at)))
            return at;
    if (mayWait || limit <= 0)
        return 0;
    const splits = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(limit) & 0xfc00) === 0xdc00;
    return splits ? limit - 1 : limit;
}

;// CONCATENATED MODULE: ./.build/contamination/engine/block-report.js





/** Takes rows and what becomes of them, and reports when asked. */
class block_report_BlockReporter {
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
        for (const piece of isShort(texts) ? [training_row_trainingRow(texts, source)] : piecesOf(texts, source)) {
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
        return trainingTexts(row, choice);
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
async function* unpacked_blocks_unpackedBlocks(file, size, spare) {
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
    for await (const chunk of readBytes(file)) {
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
            if (end === 0 && filled <= MAX_ROW_BYTES) {
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
const BLOCK_BYTES = (/* unused pure expression or super */ null && (1 << 21));
/** A file's size in bytes, 0 where it is known only at the end. */
function plan_sizeOf(file) {
    if (file === STDIN)
        return 0;
    try {
        return statSync(file.path).size;
    }
    catch (error) {
        throw new GateError('can not be read', { file: file.shown }, { cause: error });
    }
}
/** All steps of a scan, in file order. */
async function* plan_stepsOf(files, spare) {
    for (const { file, size } of files) {
        const lines = isJsonLines(file);
        if (lines === false)
            yield { file, kind: 'rows', bytes: size };
        else if (lines === 'stream') {
            for await (const task of unpackedBlocks(file, BLOCK_BYTES, spare)) {
                yield { file, kind: 'task', task, bytes: file === STDIN ? task.length : 0 };
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.build/contamination/engine/pool.js



/** The bundle of worker.ts, which lies beside that of whoever starts it. */
const WORKER_FILE = 'scan-worker.js';
/** Tasks that a thread has at once, so that the next one waits where the last one ends. */
const TASKS_EACH = 2;
/** Short-lived objects are few; V8's own limit would let every thread gather tens of megabytes of them. */
const YOUNG_MEGABYTES = 8;
/** Threads that carry out tasks, each the next one that waits. */
class pool_Pool {
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
        const worker = new Worker(join(import.meta.dirname, WORKER_FILE), {
            workerData: setup,
            resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
        });
        const thread = { worker, tasks: [] };
        worker.on('message', (answer) => {
            const { resolve, reject } = thread.tasks.shift();
            if ('fault' in answer)
                reject(new GateError(answer.fault, answer.place));
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
        ? new GateError('the scan ran out of memory; training rows of hundreds of megabytes need a machine with more of it')
        : null;
}
function asError(error) {
    return error instanceof Error ? error : new Error(String(error));
}

;// CONCATENATED MODULE: ./.build/contamination/engine/json-texts.js

const [json_texts_QUOTE, json_texts_BACKSLASH, COMMA, COLON, MINUS, json_texts_POINT] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2e];
const [json_texts_OPEN_LIST, CLOSE_LIST, json_texts_OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** Bytes that stand in a string of JSON for themselves; others end it, escape something, or are not ASCII. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 0x20 && byte < 0x80 && byte !== json_texts_QUOTE && byte !== json_texts_BACKSLASH));
/** What may stand behind a backslash, without \u. */
const ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"\\/bfnrt'.includes(String.fromCharCode(byte))));
/** A turn of a chat has its text under the first of these that is not empty. */
const TURN_KEYS = ['content', 'value', 'text'];
const json_texts_CHAT_KEYS = ['messages', 'conversations', 'conversation'];
const MOST_TURNS = 1000;
const KEYS = KNOWN_GROUPS.flatMap((names, group) => names.map((name) => ({ name: Buffer.from(name), group, isChat: json_texts_CHAT_KEYS.includes(name) })));
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
            if (bytes[at] === CLOSE_OBJECT)
                return at + 1;
            if (bytes[at] !== COMMA)
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
            if (bytes[at] === CLOSE_LIST)
                return at + 1;
            if (bytes[at] !== COMMA)
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
    if (bytes[at] === json_texts_POINT) {
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
        this.#reporter = new block_report_BlockReporter(searcher, choice);
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
        const read = parseTrainingLine(bytes);
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
            first = filled - (0,formats_bytes/* withoutMark */.E_)(own, { shown }).length;
        else {
            const feed = own.indexOf(range_reader_LINE_FEED);
            first = feed < 0 ? length : feed + 1;
        }
        if (first >= filled)
            return { bytes: this.#buffer, start: 0, end: 0 };
        const last = own.lastIndexOf(range_reader_LINE_FEED) + 1;
        if (last === length)
            return { bytes: this.#buffer, start: first, end: last };
        for (let more = TAIL_BYTES; filled - last <= limits/* MAX_ROW_BYTES */.mb + 1; more *= 2) {
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
class task_runner_TaskRunner {
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
async function search_training_searchTraining(search) {
    const files = search.files.map((file) => ({ file, size: sizeOf(file) }));
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
                throw new GateError('the scan was interrupted before it had seen all training data');
        }
    }
    finally {
        await executor.close();
        if (search.files.includes(STDIN))
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
        const stop = () => reject(new GateError('the scan was interrupted before it had seen all training data'));
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
    const lines = isJsonLines(file);
    if (lines === 'stream')
        return file === STDIN ? Infinity : PACKED * size;
    return lines ? size : 0;
}
/** Reads and searches the rows of a file one after another. */
async function searchRows(file, { local, fields }, merger) {
    const reporter = new BlockReporter(local, fields);
    let rows = 0;
    for await (const { row, source } of readTrainingRows(file, reporter)) {
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
        this.progress = new Progress(search.files.includes(STDIN) ? null : bytes, search.log);
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
            throw new GateError('the training data has no rows, so nothing was scanned', { file: files[0]?.shown });
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
        const named = typeof fields === 'string' ? KNOWN_FIELDS : fields;
        const what = keys.length === 0 ? 'not one row can be read' : `no row has any text that is searched${seen}`;
        return new GateError(`${what}; training rows hold ${named.join(', ')}`, { file: file.shown });
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

;// CONCATENATED MODULE: ./.build/contamination/engine/index.js
/** Reads training data and holds it against an index with all cores: ranges of bytes to threads, what they find in order. */




;// CONCATENATED MODULE: ./.build/contamination/text.js

/**
 * An example's question (instruction and input, or its prompt, or all messages before the reference) and its answer (the
 * first reference).
 */
function text_evalParts(example) {
    return { question: questionOf(example), answer: example.references[0] ?? '' };
}
/** The text of an example that is searched for in training rows: question and answer, joined by one space. */
function text_evalText(example) {
    const { question, answer } = text_evalParts(example);
    return joined([question, answer]);
}
function questionOf({ fields, messages, prompt }) {
    if (messages !== null)
        return joined(messages.map(({ content }) => content));
    // A row may have its instruction a second time in a prompt, dressed in a template: the instruction is what leaks.
    const instruction = keyText(fields, 'instruction');
    const isDressed = instruction !== '' && prompt === keyText(fields, 'prompt');
    return isDressed ? joined([instruction, keyText(fields, 'input')]) : (prompt ?? '');
}
function joined(texts) {
    return texts.filter((text) => text !== '').join(' ');
}

;// CONCATENATED MODULE: ./.build/contamination/standing.js


/** Examples with the fingerprints of their texts. */
function standing_fingerprinted(examples) {
    return examples.map(({ suite, example }) => ({ suite, id: example.id, fingerprint: fingerprint(evalText(example)) }));
}
/** Rows shown for one example. */
const MOST_SHOWN = 3;
/** What a report shows of an example: its new rows, then those that an earlier scan had. Each list is best first. */
function standing_evidenceOf(fresh, known) {
    const all = [...fresh, ...known.map((evidence) => ({ ...evidence, known: true }))];
    return { evidence: all.slice(0, MOST_SHOWN), ...(fresh.length === 0 ? { known: true } : {}) };
}
/** What is known of pairs before a scan, and which of the allowed ones it met. */
class standing_Standing {
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
        return pairFingerprint(this.#examples[example].fingerprint, fingerprint);
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

function searched_searchedExamples({ suites, allowed, known }) {
    const searched = suites.flatMap(({ suite, examples }) => examples.map((example) => ({ suite, example })));
    const names = searched.map(({ suite, example }) => ({ suite, id: example.id }));
    return { searched, names, standing: new Standing(fingerprinted(searched), allowed, known) };
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/words.js

/** The first index at or after `from` that is not white space, or the text's length. */
function words_wordStart(text, from) {
    let i = from;
    while (i < text.length && isSpace(text.charCodeAt(i)))
        i++;
    return i;
}
/** The first index at or after `from` that is white space, or the text's length. */
function words_wordEnd(text, from) {
    let i = from;
    while (i < text.length && !isSpace(text.charCodeAt(i)))
        i++;
    return i;
}
/** Numbers in a typed array that grows. */
class words_Int32List {
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
class words_Vocabulary {
    #ids = new Map();
    /** Appends the words' numbers, 1 and up, giving new words new numbers. */
    learn(text, ids) {
        const lower = text.toLowerCase();
        for (let start = words_wordStart(lower, 0); start < lower.length;) {
            const end = words_wordEnd(lower, start);
            const word = lower.slice(start, end);
            let id = this.#ids.get(word);
            if (id === undefined) {
                id = this.#ids.size + 1;
                this.#ids.set(word, id);
            }
            ids.push(id);
            start = words_wordStart(lower, end);
        }
    }
    /** Sets `ids` to the words' numbers, 0 for a word that was never learnt. */
    read(text, ids) {
        ids.length = 0;
        const lower = text.toLowerCase();
        for (let start = words_wordStart(lower, 0); start < lower.length;) {
            const end = words_wordEnd(lower, start);
            ids.push(this.#ids.get(lower.slice(start, end)) ?? 0);
            start = words_wordStart(lower, end);
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

;// CONCATENATED MODULE: ./.build/contamination/ngram/evidence-cutter.js



/** Cuts evidence out of one training row's text. Words are found once, and only where there is something to show. */
class evidence_cutter_EvidenceCutter {
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
        return (this.#fingerprint ??= fingerprint(this.#text));
    }
    /** The words from number `first` on, `count` of them, with a little of what stands around them. */
    cut(first, count) {
        return cutEvidence(this.#text, this.#starts.values[first], this.#ends.values[first + count - 1]);
    }
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
class shared_text_SharedText {
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
                list.push({ text: cutEvalText(text), examples: holders(gram), rows: this.#rows[gram] });
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
const SAME_COMMON_ROWS = (/* unused pure expression or super */ null && (BEST_ROWS));
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
class pairs_Pairs {
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
        this.#matcher = new RowMatcher(index);
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
        const level = levelOf(shared, this.#index.examples[example].grams, this.#minShare);
        this.#onPair({ ...this.#names[example], file, line, level, fingerprint: cutter.fingerprint });
    }
    #statusOf(example, { shared }, evidence) {
        if (this.#standing.isEmpty)
            return 'new';
        const { grams } = this.#index.examples[example];
        return this.#standing.of(example, {
            level: levelOf(shared, grams, this.#minShare),
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
            level: levelOf(overlap.shared, grams, this.#minShare),
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
const { imul } = Math;
const PRIME = 0x01000193;
/** Of a byte or a low UTF-16 unit: twice what it adds to a word's hash, the sign bit for what is no white space. */
const word_hashes_WORD = 1 << 31;
/** Bytes that do not stand in a string of JSON for themselves. */
const SPECIAL = 1 << 30;
const VALUE = 0x1ff;
const UNITS = Int32Array.from({ length: 256 }, (_, unit) => (python_isSpace(unit) ? 0 : word_hashes_WORD | (unit << 1)));
const BYTES = UNITS.map((of, byte) => {
    if (byte < 0x20 || byte >= 0x80 || byte === 0x5c)
        return of | SPECIAL;
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
class word_hashes_WordHashes {
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
            const of = unit < 256 ? UNITS[unit] : python_isSpace(unit) ? 0 : word_hashes_WORD | (unit << 1);
            values[count] = hash;
            count += hash & ~(of >> 31) & 1;
            hash = ((imul(hash, PRIME) + (of & 0x1ffff)) | 1) & (of >> 31);
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
            let of = BYTES[bytes[i]];
            if ((of & SPECIAL) !== 0) {
                const escaped = bytes[i] === 0x5c ? ESCAPES[bytes[++i]] : 0;
                if (escaped === 0)
                    return false;
                of = UNITS[escaped];
            }
            values[count] = hash;
            count += hash & ~(of >> 31) & 1;
            hash = ((imul(hash, PRIME) + (of & VALUE)) | 1) & (of >> 31);
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
const BASE = 0x9e3779b1;
/** A sieve of all n-grams of the texts, an example's question and answer being one text. */
function sieve_gramSieve(texts, n) {
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
class sieve_NgramSearcher {
    #sieve;
    #words = new word_hashes_WordHashes();
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
            hash = (sieve_imul(hash, BASE) + values[i]) | 0;
        const leaving = power(n - 1);
        for (let i = n - 1; i < count; i++) {
            hash = (sieve_imul(hash, BASE) + values[i]) | 0;
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
    const leaving = power(n - 1);
    let hash = 0;
    for (let i = 0; i < count; i++) {
        hash = (sieve_imul(hash, BASE) + words[i]) | 0;
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
function power(exponent) {
    let product = 1;
    for (let i = 0; i < exponent; i++)
        product = sieve_imul(product, BASE);
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
    const parts = searched.map(({ example }) => evalParts(example));
    const index = indexEval(parts, n);
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
            const lines = pairs.row(trainingRow(fields, source, piece));
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
            level: levelOf(shared, grams, minShare),
            score: shared / grams,
            text: cutEvalText(evalText(example)),
            ...evidenceOf(pairs.best.evidence(i), pairs.known.evidence(i)),
        });
    });
    const flags = flagsOf(suites, index, pairs, { minShare, level });
    const contamination = {
        definition: 'ngram',
        n,
        level,
        training,
        examples: contaminated.sort((a, b) => b.score - a.score),
        ...standing.summary(flags),
        undecidable: names.filter((_, i) => index.examples[i].grams === 0),
        pairs: pairs.listed,
        shared_text: pairs.shared.list(searched.map(({ example }) => evalText(example))),
    };
    return { contamination, flags, standing };
}
function flagsOf(suites, index, pairs, { minShare, level }) {
    let at = 0;
    return new Map(suites.map(({ suite, examples }) => {
        const flags = Int8Array.from(examples, () => {
            const { grams } = index.examples[at];
            const [fresh, known] = [pairs.best.shared(at), pairs.known.shared(at)];
            at++;
            if (grams === 0)
                return UNDECIDABLE;
            const isLeak = (shared) => shared > 0 && isAtLeast(levelOf(shared, grams, minShare), level);
            return isLeak(fresh) ? LEAK_NEW : isLeak(known) ? LEAK_KNOWN : 0;
        });
        return [suite, flags];
    }));
}

;// CONCATENATED MODULE: ./.build/contamination/ngram/index.js
/** The usual definition: n-grams of words as Python splits them, that stand in an eval example and in a training row. */



;// CONCATENATED MODULE: ./.build/contamination/robust/characters.js
/** What a character is to the words of a text. */
const SEPARATOR = 0;
const LETTER = 1;
const characters_DIGIT = 2;
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
        return characters_DIGIT;
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
        return (characters_DIGIT << CLASS_SHIFT) | (0x30 + digitValue(point));
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
const markup_TAG = /<\/?([a-z]+[1-6]?)(?=[\s>/])(?:(?:\s+[\w:-]+=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))+\s*\/?>)?/iuy;
/** A character that is written as its number in Unicode, or a letter by its name. */
const markup_NUMBERED = /&#(?:(\d{1,7})|x([\da-f]{1,6}));|\\u([\da-f]{4}(?:\\u[\da-f]{4})?)/iuy;
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
            const tag = matchAt(markup_TAG, text, index);
            return tag !== null && TAGS.has(tag[1].toLowerCase()) ? tag[0].length : 1;
        }
        default:
            return 1;
    }
}
/** A character that stands at `index` in HTML's or JSON's writing, and where the text goes on behind it. */
function escapeAt(text, index) {
    const numbered = matchAt(markup_NUMBERED, text, index);
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
const tokens_WORD = 0;
const tokens_NUMBER = 1;
/** A token's hash is a polynomial in its characters, so that the hash of two joined tokens follows from theirs. */
const tokens_BASE = 0x01000193;
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
const tokens_LONGEST = 0xffff;
/** Letters of the longest word that is none without spaces, and letters one by one that are no formula or list any more. */
const LONGEST_WORD = 24;
const SPACED_LETTERS = 12;
/** The tokens of a text, in typed arrays that are used again for the next text. */
class tokens_Tokens {
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
                if (found === LETTER || found === characters_DIGIT) {
                    if (kind !== found) {
                        if (kind !== SEPARATOR)
                            this.add(kind, hash, length, start, end);
                        kind = found;
                        hash = 0;
                        length = 0;
                        start = i;
                    }
                    hash = (Math.imul(hash, tokens_BASE) + (found === LETTER ? unit | 0x20 : unit)) | 0;
                    length++;
                    end = ++i;
                    continue;
                }
                if (found === JOINER || (unit === 0x2c && kind === characters_DIGIT && end === i && groupsThousands(text, i))) {
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
                hash = (Math.imul(hash, tokens_BASE) + pointOf(packed)) | 0;
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
        return this.kinds[i] === tokens_WORD && this.#isLone[i] === 0;
    }
    /** Whether a token is a word of one letter. */
    isLetter(i) {
        return this.lengths[i] === 1 && this.isWord(i);
    }
    /** Whether a token is a number of one digit. */
    isDigit(i) {
        return this.lengths[i] === 1 && this.kinds[i] === tokens_NUMBER;
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
            hash = (Math.imul(hash, tokens_power(from.lengths[i])) + (from.hashes[i] ^ NUMBER_SALT)) | 0;
            length += from.lengths[i];
        }
        this.#push(hash ^ NUMBER_SALT, tokens_NUMBER, Math.min(tokens_LONGEST, length), from.starts[first], from.ends[end - 1]);
        this.#isLone[this.count - 1] = 0;
    }
    addWord(hash, length, start, end) {
        this.#push(hash, tokens_WORD, length, start, end);
        this.#isLone[this.count - 1] = 0;
    }
    /** Appends a token, or lengthens the last one where it is an ending of it. */
    add(kind, hash, length, start, end) {
        const last = this.count - 1;
        if (length <= LONGEST_ENDING &&
            kind === LETTER &&
            last >= 0 &&
            this.kinds[last] === tokens_WORD &&
            this.lengths[last] > 1 &&
            isEnding(hash, length)) {
            this.hashes[last] = (Math.imul(this.hashes[last], tokens_power(length)) + hash) | 0;
            this.lengths[last] = Math.min(tokens_LONGEST, this.lengths[last] + length);
            this.ends[last] = end;
            return;
        }
        const salt = kind === characters_DIGIT ? NUMBER_SALT : kind === LONE ? LONE_SALT : 0;
        this.#push(hash ^ salt, kind === characters_DIGIT ? tokens_NUMBER : tokens_WORD, Math.min(tokens_LONGEST, length), start, end);
        this.#isLone[this.count - 1] = kind === LONE ? 1 : 0;
        if (kind === characters_DIGIT)
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
                if (last >= 0 && kinds[last] === tokens_WORD && lengths[last] > 1) {
                    hashes[last] = (Math.imul(hashes[last], tokens_power(length)) + hash) | 0;
                    lengths[last] = Math.min(tokens_LONGEST, lengths[last] + length);
                    continue;
                }
            }
            const isNumber = (shape & characters_DIGIT) >> 1; // 1 or 0, as WORD and NUMBER are: branches would often go wrong
            const isLetter = ((length - 2) >>> 31) & ~isNumber;
            hashes[count] = hash ^ (NUMBER_SALT & -isNumber);
            kinds[count] = isNumber;
            lengths[count] = length > tokens_LONGEST ? tokens_LONGEST : length;
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
    const salt = kind === tokens_NUMBER ? NUMBER_SALT : 0;
    let hash = 0;
    let length = 0;
    for (let i = first; i < first + parts; i++) {
        if (many.kinds[i] !== kind)
            return false;
        length += many.lengths[i];
        if (length > one.lengths[at])
            return false;
        hash = (Math.imul(hash, tokens_power(many.lengths[i])) + (many.hashes[i] ^ salt)) | 0;
    }
    return length === one.lengths[at] && hash === (one.hashes[at] ^ salt);
}
/** The hash of a word of ASCII letters. */
function hashOf(word) {
    let hash = 0;
    for (let i = 0; i < word.length; i++)
        hash = (Math.imul(hash, tokens_BASE) + (word.charCodeAt(i) | 0x20)) | 0;
    return hash;
}
/** The hash of a word with another letter, in lower case, behind it. */
function appended(hash, letter) {
    return (Math.imul(hash, tokens_BASE) + letter) | 0;
}
/** BASE to the power of a length, modulo 2^32. */
function tokens_power(length) {
    let product = 1;
    for (let i = 0; i < length; i++)
        product = Math.imul(product, tokens_BASE);
    return product;
}
function wider(from, to) {
    to.set(from);
    return to;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/eval-texts.js

function eval_texts_readEvalTexts(parts) {
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
function gram_map_gramMap(hashes) {
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
const grams_GRAM = 3;
/** Stands for a number whose value is left open. */
const ANY_NUMBER = 0x7feb352d;
/**
 * A hash of the three tokens from `i` on. Where one of them is a number, its value is left open, so that a text with other
 * numbers is found too; with two or three numbers they count as they are, since arithmetic is otherwise all alike.
 */
function grams_gramHash({ hashes, kinds }, i) {
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
    for (let i = 0; i + grams_GRAM <= count; i++) {
        const third = hashes[i + 2];
        const thirdKind = kinds[i + 2];
        const sum = firstKind + secondKind + thirdKind;
        const opens = ((sum ^ tokens_NUMBER) - 1) >> 31; // all ones where just one is a number
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
function grams_openHash({ hashes, kinds }, i, count) {
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
const NUMBER_SHARES = (/* unused pure expression or super */ null && ([0.2, 0.06, 0.02]));
const RARE_NUMBER = 0.005;
const SHORT_SHARES = (/* unused pure expression or super */ null && ([0.02, 0.02, 0.006]));
const RARE_WORD = 0.002;
const shareOf = new Map(SHARES.flatMap(([share, words]) => words.split(/\s+/u).map((word) => [hashOf(word), share])));
/** The share of texts that a token is expected in, from its hash, kind and length, 0-1. */
function commonness_commonness(hash, kind, length) {
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
function weights_weigh(texts, grams, gramGroups) {
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
    const holders = weights_groupCounts(texts, numbers, numbering.size);
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
    const runGroups = weights_groupCounts(texts, runs, numbering.size);
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
function weights_groupCounts(texts, numbers, size) {
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
function robust_eval_index_indexEval(parts) {
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

;// CONCATENATED MODULE: ./.build/contamination/levels.js
/** Worst first. */
const LEVELS = ['identical', 'near_identical', 'substantial', 'partial', 'template'];
/** Whether a level is `least` or worse. */
function levels_isAtLeast(level, least) {
    return LEVELS.indexOf(level) <= LEVELS.indexOf(least);
}
/** For sorting: worst first. */
function compareLevels(a, b) {
    return LEVELS.indexOf(a) - LEVELS.indexOf(b);
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
        for (let i = start; i <= end - grams_GRAM; i++) {
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
        for (let i = start; i <= end - grams_GRAM; i++)
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
        const to = Math.min(row.tokens.count, this.#own[last] + grams_GRAM + length);
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
            while (this.#own[high] - this.#own[low] + grams_GRAM > width) {
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
                const grams = before === undefined ? 0 : before.length - grams_GRAM + 1;
                if (before !== undefined && before.at + grams === at && before.rowAt + grams === rowAt) {
                    before.length++;
                    this.#runAt[at] = this.#runAt[at - 1];
                }
                else if (runs.length < MOST_RUNS) {
                    this.#runAt[at] = runs.push({ at, rowAt, length: grams_GRAM, equal: 0 }) - 1;
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
        return this.#index.tokens.kinds[this.start + i] === tokens_NUMBER && this.#row.tokens.kinds[rowAt] === tokens_NUMBER;
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
const candidates_MOST = 128;
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
        const most = candidates_MOST + MOST_PER_TOKEN * (hits[endHit - 1] - hits[firstHit]);
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
function level_levelOf(overlap, isAnswer, thresholds) {
    const score = level_scoreOf(overlap);
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
function level_scoreOf({ covered, weight }) {
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
    const share = clamped((level_scoreOf(overlap) - substantial) / (nearly - substantial));
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
function overlap_measure(text, alignment, index, row) {
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
        if (kinds[at] === tokens_NUMBER)
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
        if (row.tokens.kinds[at] === tokens_NUMBER)
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
const { imul: byte_tokens_imul } = Math;
/** Bytes that do not stand in a string of JSON for themselves. */
const byte_tokens_SPECIAL = 6;
const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x20 ? byte_tokens_SPECIAL : (ASCII[byte] ?? byte_tokens_SPECIAL)));
/** What may stand behind a backslash and separates words, in JSON. */
const byte_tokens_ESCAPED = Uint8Array.from({ length: 256 }, (_, byte) => Number('"/bfnrt'.includes(String.fromCharCode(byte))));
/** Of a byte what it adds to a token's hash, above it its class; above that a bit where it must be looked at. */
const byte_tokens_CLASS_SHIFT = 8;
const LOOK = 1 << 16;
const byte_tokens_BYTES = Int32Array.from(CLASSES, (found, byte) => {
    if (found === LETTER)
        return (LETTER << byte_tokens_CLASS_SHIFT) | byte | 0x20;
    if (found === characters_DIGIT)
        return (characters_DIGIT << byte_tokens_CLASS_SHIFT) | byte;
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
            let of = byte_tokens_BYTES[bytes[i]];
            if (of === LOOK) {
                const byte = bytes[i];
                const found = CLASSES[byte];
                if (found === JOINER)
                    continue;
                if (byte === byte_tokens_COMMA) {
                    if ((shape & 3) === characters_DIGIT && CLASSES[bytes[i - 1]] === characters_DIGIT && byte_tokens_groupsThousands(bytes, i))
                        continue;
                }
                else if (found === byte_tokens_SPECIAL || (found === MARKUP && !byte_tokens_isPlain(bytes, i)))
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
            hash = (byte_tokens_imul(hash & goesOn, tokens_BASE) + (of & 0xff)) | 0;
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
function byte_tokens_isPlain(bytes, at) {
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
        if (CLASSES[bytes[i]] !== characters_DIGIT)
            return false;
    return CLASSES[bytes[comma + 4]] !== characters_DIGIT;
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
    #spare = new tokens_Tokens();
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
    tokens = new tokens_Tokens();
    /** The gram that starts at each hit; at other tokens it means nothing. */
    grams = new Int32Array(0);
    /** The tokens where a gram of the eval sets starts, ascending. */
    hits = new Int32Array(0);
    hitCount = 0;
    /** The hits of the block at hand: from `firstHit` up to `endHit`. */
    firstHit = 0;
    endHit = 0;
    #index;
    #read = new tokens_Tokens();
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
class matcher_RowMatcher {
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
                const overlap = overlap_measure(text, this.#alignment, this.#index, this.#row);
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
            .flatMap((overlap) => overlap === undefined ? [] : { overlap, level: level_levelOf(overlap, overlap === answer, this.#thresholds) })
            .flatMap(({ overlap, level }) => (level === null ? [] : { overlap, level, score: level_scoreOf(overlap) }));
        const [best] = found.sort((a, b) => compareLevels(a.level, b.level) || b.score - a.score || b.overlap.tokens - a.overlap.tokens);
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
        const parts = examples.map(evalParts);
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

;// CONCATENATED MODULE: ./.build/contamination/evidence.js
/** How much of a text evidence shows, in UTF-16 units: enough to recognise it, little enough for a line of a report. */
const SPAN_LENGTH = 400;
const CONTEXT_LENGTH = 80;
const EVAL_TEXT_LENGTH = 1000;
/** What stands in a training row's text from `start` up to `spanEnd`, with a little of what stands around it. */
function evidence_cutEvidence(text, start, spanEnd) {
    const end = boundary(text, Math.min(spanEnd, start + SPAN_LENGTH));
    const from = boundary(text, Math.max(0, start - CONTEXT_LENGTH));
    const to = boundary(text, Math.min(text.length, end < spanEnd ? end : end + CONTEXT_LENGTH));
    const shown = `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
    return { text: shown, span: text.slice(start, end) };
}
/** An eval text cut to a readable length. */
function evidence_cutEvalText(text) {
    const end = boundary(text, Math.min(text.length, EVAL_TEXT_LENGTH));
    return end < text.length ? `${text.slice(0, end)}…` : text;
}
/** The index itself, or the one before it where it would split a surrogate pair. */
function boundary(text, index) {
    const splits = (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    return splits ? index - 1 : index;
}

;// CONCATENATED MODULE: ./.build/contamination/robust/searcher.js



/** Matches training rows, and cuts out what shows the match. */
class searcher_RobustSearcher {
    #matcher;
    constructor({ index, thresholds }) {
        this.#matcher = new matcher_RowMatcher(index, thresholds);
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
            const place = placeAt(row, match.start);
            const line = place.line - row.source.line;
            return { ...match, evidence: { ...place, line, ...evidence_cutEvidence(row.text, match.start, match.end) } };
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
    const index = shareArrays(indexEval(searched.map(({ example }) => evalParts(example))));
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
            text: cutEvalText(evalText(example)),
            ...evidenceOf(evidences(findings.worst(i)), evidences(findings.known(i))),
        };
        return [{ worst, found: listed }];
    })
        .sort((a, b) => compareFindings(a.worst, b.worst))
        .map(({ found }) => found);
    const isDecidable = names.map((_, i) => bitsOf(index, i) >= thresholds.bits_of_all);
    const flags = scan_flagsOf(suites, isDecidable, findings, level);
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
function scan_flagsOf(suites, isDecidable, findings, level) {
    let at = 0;
    return new Map(suites.map(({ suite, examples }) => {
        const flags = Int8Array.from(examples, () => {
            const [fresh] = findings.worst(at);
            const [known] = findings.known(at);
            if (!isDecidable[at++])
                return UNDECIDABLE;
            if (fresh !== undefined && isAtLeast(fresh.level, level))
                return LEAK_NEW;
            return known !== undefined && isAtLeast(known.level, level) ? LEAK_KNOWN : 0;
        });
        return [suite, flags];
    }));
}

;// CONCATENATED MODULE: ./.build/contamination/robust/index.js
/** Finds eval examples in training rows however they were edited: what stands in a row, weighed by what it says. */




;// CONCATENATED MODULE: ./.build/contamination/searchers.js


function searcherOf(setup) {
    return setup.definition === 'ngram' ? new sieve_NgramSearcher(setup.sieve) : new searcher_RobustSearcher(setup);
}

;// CONCATENATED MODULE: ./.build/contamination/engine/worker.js
// The entry of a scanning thread: carries out one task after another, and answers each.




const { searcher, fields } = external_node_worker_threads_namespaceObject.workerData;
const runner = new task_runner_TaskRunner(searcherOf(searcher), fields);
external_node_worker_threads_namespaceObject.parentPort.on('message', (task) => {
    const answer = answerTo(task);
    const bytes = 'bytes' in answer && answer.bytes !== null ? [answer.bytes] : [];
    external_node_worker_threads_namespaceObject.parentPort.postMessage(answer, bytes);
});
/** A problem that the user can mend is told; any other ends the thread, and with it the scan. */
function answerTo(task) {
    try {
        return runner.runNow(task);
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.ue))
            throw error;
        return { fault: error.what, place: error.place };
    }
}

