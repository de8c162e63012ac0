export const id = 175;
export const ids = [175];
export const modules = {

/***/ 7175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readParquet: () => (/* binding */ readParquet)
});

// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
// EXTERNAL MODULE: ./.build/data/shorten.js
var shorten = __webpack_require__(1546);
// EXTERNAL MODULE: ./.build/data/formats/limits.js
var limits = __webpack_require__(6870);
// EXTERNAL MODULE: ./.build/data/formats/rows.js
var formats_rows = __webpack_require__(4463);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/fault.js
/** What a Parquet file has that can't be read, as the part of a sentence. Anything else that is thrown means damage. */
class Unsupported extends Error {
}
/** Damage that was looked for. */
class Damaged extends Error {
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/metadata.js + 3 modules
var metadata = __webpack_require__(4038);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/thrift.js

/** Levels of structures in structures: Parquet has about ten. */
const MOST_LEVELS = 20;
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12];
/** Thrown where a structure goes on behind the bytes. */
class TooShort extends Damaged {
}
/**
 * Goes through a structure in Thrift's compact protocol without building anything, so that a parser can then trust its sizes:
 * one that believes a list's length sets memory aside for elements that are not there.
 * @param mostValues values in it, at all levels
 * @returns the offset behind it
 * @throws TooShort where it goes on behind the bytes, Damaged where it is none or has too many values
 */
function thriftEnd(bytes, start, mostValues) {
    let at = start;
    let values = 0;
    const need = (count) => {
        if (count < 0 || at + count > bytes.length)
            throw new TooShort('a structure is cut off');
    };
    const byte = () => {
        need(1);
        return bytes[at++];
    };
    const varint = (mostBytes) => {
        let value = 0;
        for (let i = 0; i < mostBytes; i++) {
            const next = byte();
            value += (next & 0x7f) * 2 ** (7 * i);
            if (next < 0x80)
                return value;
        }
        throw new Damaged('a number is too long');
    };
    const value = (type, level) => {
        if (++values > mostValues)
            throw new Damaged('it has too many parts');
        if (type === TRUE || type === FALSE)
            return;
        if (type === BYTE)
            byte();
        else if (type === I16 || type === I32)
            varint(5);
        else if (type === I64)
            varint(10);
        else if (type === DOUBLE || type === BINARY) {
            const length = type === DOUBLE ? 8 : varint(5);
            need(length);
            at += length;
        }
        else if (type === LIST)
            list(level);
        else if (type === STRUCT)
            struct(level + 1);
        else
            throw new Damaged('a structure has an unknown part');
    };
    const list = (level) => {
        const head = byte();
        const length = head >> 4 === 15 ? varint(5) : head >> 4;
        const type = head & 15;
        need(length); // an element has a byte at least
        for (let i = 0; i < length; i++)
            value(type === TRUE || type === FALSE ? BYTE : type, level + 1);
    };
    const struct = (level) => {
        if (level > MOST_LEVELS)
            throw new Damaged('a structure is nested too deeply');
        for (let head = byte(); (head & 15) !== 0; head = byte()) {
            if (head >> 4 === 0)
                varint(5);
            value(head & 15, level);
        }
    };
    struct(0);
    return at;
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/footer.js



/** A footer as objects takes some ten times its size in memory. */
const LARGEST_FOOTER = 1 << 26;
const MOST_VALUES = 10_000_000;
/** Behind the footer: its length, and the magic number. */
const TAIL_BYTES = 8;
/** Reads what a file says of itself. */
function readFooter(file) {
    if (file.size < TAIL_BYTES + 4)
        throw new Damaged('it is too short');
    const tail = file.read(file.size - TAIL_BYTES, TAIL_BYTES);
    const magic = tail.toString('latin1', 4);
    if (magic === 'PARE')
        throw new Unsupported('it is encrypted');
    if (magic !== 'PAR1')
        throw new Damaged('it does not end as Parquet files do');
    const length = tail.readUInt32LE(0);
    if (length > LARGEST_FOOTER)
        throw new Unsupported('its footer is larger than 64 MB');
    const footer = file.read(file.size - TAIL_BYTES - length, length + TAIL_BYTES);
    thriftEnd(footer, 0, MOST_VALUES);
    return (0,metadata/* parquetMetadata */.m5)(footer, { geoparquet: false });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/random-access.js


/** A file that is read here and there. */
class RandomAccess {
    size;
    #descriptor;
    constructor(path) {
        this.#descriptor = (0,external_node_fs_.openSync)(path, 'r');
        this.size = (0,external_node_fs_.fstatSync)(this.#descriptor).size;
    }
    /** @throws Damaged where the file has fewer bytes */
    read(start, length) {
        if (!(start >= 0 && length >= 0 && start + length <= this.size))
            throw new Damaged('it points behind its end');
        const bytes = Buffer.allocUnsafeSlow(length);
        for (let done = 0; done < length;) {
            const count = (0,external_node_fs_.readSync)(this.#descriptor, bytes, done, length - done, start + done);
            if (count === 0)
                throw new Damaged('it became shorter');
            done += count;
        }
        return bytes;
    }
    close() {
        (0,external_node_fs_.closeSync)(this.#descriptor);
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./.build/data/formats/long-row.js
var long_row = __webpack_require__(5873);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/meaning.js

const DAY = 86400000n;
/** Days from the start of the Julian calendar's count to 1970-01-01. */
const JULIAN_EPOCH = 2440588n;
const UNITS = { MILLIS: 1000n, MICROS: 1000000n, NANOS: 1000000000n };
/** Whether a column's values are texts, or bytes that no type calls so. */
function mayBeText({ type, converted_type: converted, logical_type: logical }) {
    return type === 'BYTE_ARRAY' && ['STRING', 'UTF8', 'ENUM', undefined].includes(logical?.type ?? converted);
}
/** How the values of a column are read. Bytes that no type calls a text are one where they are UTF-8, else null. */
function meaningOf(element) {
    const { type, converted_type: converted, logical_type: logical } = element;
    const kind = logical?.type ?? converted;
    switch (kind) {
        case 'STRING':
        case 'UTF8':
        case 'ENUM':
            return meaning_text;
        case 'JSON':
            return json;
        case 'DECIMAL':
            return (value) => decimal(integerOf(value), element.scale ?? 0);
        case 'DATE':
            return (value) => dateText(BigInt(value));
        case 'UUID':
            return (value) => uuid(value);
        case 'FLOAT16':
            return (value) => finite(float16(value));
        case 'TIME_MILLIS':
            return (value) => timeText(integerOf(value), UNITS['MILLIS']);
        case 'TIME_MICROS':
            return (value) => timeText(integerOf(value), UNITS['MICROS']);
        case 'TIMESTAMP_MILLIS':
            return (value) => timestampText(integerOf(value), UNITS['MILLIS'], true);
        case 'TIMESTAMP_MICROS':
            return (value) => timestampText(integerOf(value), UNITS['MICROS'], true);
        case 'UINT_32':
        case 'UINT_64':
            return (value) => wholeNumber(BigInt.asUintN(type === 'INT32' ? 32 : 64, integerOf(value)));
        default:
    }
    if (logical?.type === 'TIME')
        return (value) => timeText(integerOf(value), UNITS[logical.unit]);
    if (logical?.type === 'TIMESTAMP') {
        return (value) => timestampText(integerOf(value), UNITS[logical.unit], logical.isAdjustedToUTC);
    }
    if (logical?.type === 'INTEGER' && !logical.isSigned) {
        return (value) => wholeNumber(BigInt.asUintN(type === 'INT32' ? 32 : 64, integerOf(value)));
    }
    return ofPhysicalType(type);
}
function ofPhysicalType(type) {
    switch (type) {
        case 'INT64':
            return (value) => wholeNumber(value);
        case 'INT96':
            return (value) => int96(value);
        case 'FLOAT':
        case 'DOUBLE':
            return (value) => finite(value);
        case 'BYTE_ARRAY':
            return (value) => meaning_text(value) ?? null;
        case 'FIXED_LEN_BYTE_ARRAY':
            return () => null;
        default:
            return (value) => value;
    }
}
function meaning_text(value) {
    const bytes = value;
    return (0,external_node_buffer_.isUtf8)(bytes) ? decode(bytes) : undefined;
}
/** The text of some bytes, with U+FFFD in the place of what is not UTF-8. */
function decode(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
function json(value) {
    const written = meaning_text(value);
    try {
        return written === undefined ? undefined : JSON.parse(written);
    }
    catch {
        return written;
    }
}
/** A number, or its digits where a number would lose some: ids of more than 53 bits are common. */
function wholeNumber(value) {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
}
/** Not a number and infinity are how tables of numbers say that there is none. */
function finite(value) {
    return Number.isFinite(value) ? value : null;
}
function integerOf(value) {
    if (typeof value === 'bigint')
        return value;
    if (!(value instanceof Uint8Array))
        return BigInt(value);
    let result = 0n;
    for (const byte of value)
        result = (result << 8n) | BigInt(byte);
    return value.length === 0 ? 0n : BigInt.asIntN(value.length * 8, result);
}
function decimal(unscaled, scale) {
    if (scale <= 0)
        return wholeNumber(unscaled * 10n ** BigInt(Math.min(-scale, 100)));
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(Math.min(scale, 1000) + 1, '0');
    const point = digits.length - Math.min(scale, 1000);
    return Number(`${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`);
}
function dateText(days) {
    return isoText(days * DAY)?.replace(/T.*$/u, '') ?? null;
}
/** A point in time as ISO 8601 has it; null where it is beyond the years that JavaScript knows. */
function isoText(milliseconds) {
    const date = new Date(Number(milliseconds));
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
function timestampText(value, unit, isUtc) {
    const rest = BigInt.asUintN(64, ((value % unit) + unit) % unit);
    const seconds = isoText(((value - rest) / unit) * 1000n)?.replace(/\.000Z$/u, '');
    return seconds === undefined ? null : `${seconds}${fraction(rest, unit)}${isUtc ? 'Z' : ''}`;
}
function timeText(value, unit) {
    const rest = ((value % unit) + unit) % unit;
    const seconds = (value - rest) / unit;
    const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
    return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}${fraction(rest, unit)}`;
}
/** The part of a second, as many digits as it has. */
function fraction(rest, unit) {
    const digits = String(rest)
        .padStart(String(unit).length - 1, '0')
        .replace(/0+$/u, '');
    return digits === '' ? '' : `.${digits}`;
}
/** Nanoseconds of a day in the low 64 bits, and the day. */
function int96(value) {
    const nanoseconds = BigInt.asUintN(64, value);
    const days = (value >> 64n) - JULIAN_EPOCH;
    return timestampText(days * DAY * 1000000n + nanoseconds, UNITS['NANOS'], false);
}
function uuid(bytes) {
    const hex = Buffer.from(bytes).toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
function float16(bytes) {
    const bits = (bytes[1] ?? 0) * 256 + (bytes[0] ?? 0);
    const sign = bits & 0x8000 ? -1 : 1;
    const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
    if (exponent === 0)
        return sign * 2 ** -24 * fraction;
    return exponent === 31
        ? fraction === 0
            ? sign * Infinity
            : NaN
        : sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/cursor.js





/** Goes through the values of a column, over the borders of pages. */
class Cursor {
    #pages;
    #leaf;
    #meaning;
    /** Whether a very long text may stay bytes. */
    #mayStayBytes;
    #page = null;
    /** Places in the page: of the next value or null, and of the next value. */
    #at = 0;
    #valueAt = 0;
    /** Texts of the dictionary that were read already. */
    #known = [];
    constructor(pages, leaf, isTraining) {
        this.#pages = pages;
        this.#leaf = leaf;
        this.#meaning = meaningOf(leaf.element);
        this.#mayStayBytes = isTraining && mayBeText(leaf.element);
    }
    /** The definition level of the next value. */
    get definition() {
        return this.#next().definitions?.[this.#at] ?? this.#leaf.definition;
    }
    /** The list that the next value goes on with: 0 where a row begins, or where there are no more. */
    get repetition() {
        return this.isEnded ? 0 : (this.#page.repetitions?.[this.#at] ?? 0);
    }
    get isEnded() {
        if (this.#page === null || this.#at === this.#page.count) {
            this.#page = this.#pages.next();
            [this.#at, this.#valueAt] = [0, 0];
        }
        return this.#page === null;
    }
    /** Goes past the next value. */
    skip() {
        if (this.definition === this.#leaf.definition)
            this.#valueAt++;
        this.#at++;
    }
    /** Goes past the next value, which must be there, and returns it. */
    take(notes) {
        const page = this.#next();
        const index = this.#valueAt;
        this.skip();
        if (page.values === null) {
            notes.isTooLarge = true;
            return null;
        }
        if (page.indices === null)
            return this.#valueOf(page, index, notes);
        const number = page.indices[index];
        const known = this.#known[number];
        if (known !== undefined) {
            if (typeof known === 'string')
                notes.bytes += known.length;
            return known;
        }
        const own = { bytes: 0, isTooLarge: false, isReplaced: false };
        const value = this.#valueOf(page, number, own);
        if (!own.isReplaced && !(value instanceof long_row/* LongText */.W))
            this.#known[number] = value;
        notes.bytes += own.bytes;
        notes.isReplaced ||= own.isReplaced;
        return value;
    }
    #valueOf({ values }, index, notes) {
        const stored = values.at(index);
        if (stored instanceof Uint8Array) {
            notes.bytes += stored.length;
            if (stored.length > limits/* LONG_ROW_BYTES */.uW && this.#mayStayBytes && (0,external_node_buffer_.isUtf8)(stored)) {
                return new long_row/* LongText */.W(Buffer.from(stored.buffer, stored.byteOffset, stored.length), 'as it is');
            }
        }
        const meaning = this.#meaning(stored);
        if (meaning !== undefined)
            return meaning;
        notes.isReplaced = true;
        return decode(stored);
    }
    #next() {
        if (this.isEnded)
            throw new Damaged(`the column "${this.#leaf.path}" ends before its rows`);
        return this.#page;
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/hyparquet-compressors/src/index.js + 15 modules
var src = __webpack_require__(1031);
// EXTERNAL MODULE: ./node_modules/fzstd/esm/index.mjs
var esm = __webpack_require__(8339);
// EXTERNAL MODULE: ./.build/data/formats/zstd/frames.js + 1 modules
var zstd_frames = __webpack_require__(4093);
;// CONCATENATED MODULE: ./.build/data/formats/zstd/page.js



const nodeZstd = external_node_zlib_;
/**
 * Unpacks one frame that is in memory, such as a page of a Parquet file.
 * @param size the most that it may hold
 * @param native as in unpackZstd
 * @throws Error where it is damaged or holds more
 */
function unpackZstdPage(bytes, size, native = nodeZstd.zstdDecompressSync !== undefined) {
    (0,zstd_frames/* frameHeader */.FH)(bytes);
    if (native)
        return nodeZstd.zstdDecompressSync(bytes, { maxOutputLength: size });
    const out = new Uint8Array(size);
    let length = 0;
    const decoder = new esm.Decompress((chunk) => {
        if (length + chunk.length > size)
            throw new Error('it holds more than it says');
        out.set(chunk, length);
        length += chunk.length;
    });
    decoder.push(bytes, true);
    return out.subarray(0, length);
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/codecs.js




/** How many times as large as its bytes a page can be at most, in formats whose decoders believe what is claimed. */
const [MOST_SNAPPY, MOST_LZ4] = [32, 256];
const codecs = new Map([
    ['UNCOMPRESSED', (bytes) => bytes],
    ['SNAPPY', claimed('SNAPPY', MOST_SNAPPY)],
    ['LZ4', claimed('LZ4', MOST_LZ4)],
    ['LZ4_RAW', claimed('LZ4_RAW', MOST_LZ4)],
    ['GZIP', (bytes, size) => external_node_zlib_.unzipSync(bytes, { maxOutputLength: size })],
    ['BROTLI', (bytes, size) => external_node_zlib_.brotliDecompressSync(bytes, { maxOutputLength: size })],
    ['ZSTD', unpackZstdPage],
]);
/**
 * Unpacks the bytes of a page.
 * @param size what they are to be, which has been found bearable
 * @throws Damaged where they are not, Unsupported for an unknown codec
 */
function unpackPage(bytes, size, codec) {
    if (size === 0)
        return Buffer.alloc(0);
    const unpack = codecs.get(codec);
    if (unpack === undefined)
        throw new Unsupported(`it is compressed with ${codec}`);
    const page = unpack(bytes, size);
    if (page.length !== size)
        throw new Damaged('a page has another size than it says');
    return Buffer.from(page.buffer, page.byteOffset, page.length);
}
function claimed(codec, most) {
    return (bytes, size) => {
        if (size > most * (bytes.length + 1))
            throw new Damaged('a page has another size than it says');
        return src/* compressors */.Vm[codec](bytes, size);
    };
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/levels.js

/** Bits that a number up to `most` takes. */
function bitWidth(most) {
    return 32 - Math.clz32(most);
}
/**
 * Decodes runs of equal and of bit-packed numbers (Parquet's RLE encoding). Runs that promise more numbers than there may be
 * are cut short: they could promise billions.
 * @param out takes as many numbers as it has room for
 * @param width bits of a number, 0 to 31
 * @throws Damaged where the bytes from `start` to `end` hold fewer
 */
function decodeRuns(bytes, start, end, width, out) {
    if (width === 0)
        return;
    if (width > 31)
        throw new Damaged('a number has too many bits');
    let at = start;
    let done = 0;
    while (done < out.length) {
        let head = 0;
        for (let shift = 0, next = 0x80; next >= 0x80; shift += 7) {
            if (at >= end || shift > 28)
                throw new Damaged('a page ends before its values');
            next = bytes[at++];
            head += (next & 0x7f) * 2 ** shift;
        }
        const count = Math.floor(head / 2);
        if (head % 2 === 0) {
            const length = (width + 7) >> 3;
            if (at + length > end)
                throw new Damaged('a page ends before its values');
            const to = Math.min(out.length, done + count);
            out.fill(bytes.readUIntLE(at, length), done, to);
            done = to;
            at += length;
        }
        else {
            const numbers = Math.min(out.length - done, count * 8);
            // The last run may lack the bytes that nothing but padding would stand in.
            if (at + Math.ceil((numbers * width) / 8) > end)
                throw new Damaged('a page ends before its values');
            unpack(bytes, at, width, numbers, out, done);
            done += numbers;
            at += count * width;
        }
    }
}
function unpack(bytes, start, width, count, out, to) {
    const mask = width === 31 ? 0x7fffffff : (1 << width) - 1;
    for (let i = 0, bit = 0; i < count; i++, bit += width) {
        const at = start + Math.floor(bit / 8);
        const shift = bit & 7;
        const low = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
        const high = shift + width > 32 ? bytes[at + 4] << (32 - shift) : 0;
        out[to + i] = ((low >>> shift) | high) & mask;
    }
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/column.js
var column = __webpack_require__(6167);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/page-header.js



/** A page's header is some fifty bytes, and more where it repeats the least and the greatest text of the page. */
const WINDOWS = [1 << 10, 1 << 16, 1 << 24];
const page_header_MOST_VALUES = 1000;
/** Reads the header at an offset, and says where the page's own bytes begin. */
function readPageHeader(file, at, end) {
    for (const window of WINDOWS) {
        const bytes = file.read(at, Math.min(window, end - at));
        try {
            const length = thriftEnd(bytes, 0, page_header_MOST_VALUES);
            const view = new DataView(bytes.buffer, bytes.byteOffset, length);
            return { header: (0,column/* parquetHeader */.wK)({ view, offset: 0 }), start: at + length };
        }
        catch (error) {
            if (!(error instanceof TooShort) || bytes.length < window)
                throw error;
        }
    }
    throw new Damaged('a page header is too long');
}

// EXTERNAL MODULE: ./node_modules/hyparquet/src/delta.js
var delta = __webpack_require__(8499);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/encoding.js
var src_encoding = __webpack_require__(3448);
// EXTERNAL MODULE: ./node_modules/hyparquet/src/plain.js
var plain = __webpack_require__(4809);
;// CONCATENATED MODULE: ./.build/data/formats/parquet/values.js





const BYTE_WIDTHS = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };
/**
 * Decodes the values of a page. Their number is held against the bytes that are there before memory is set aside.
 * @param bytes the page without its levels
 * @param most the bytes that texts may have together: where one repeats the beginning of the one before, few bytes can say many
 * @throws Damaged, Unsupported, or whatever the decoder throws at damage
 */
function decodeValues(bytes, encoding, count, element, most) {
    const { type } = element;
    const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), offset: 0 };
    switch (encoding) {
        case 'PLAIN':
            return values_plain(bytes, count, element);
        case 'RLE': {
            if (type !== 'BOOLEAN')
                break;
            const length = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
            const out = new Uint8Array(count);
            decodeRuns(bytes, 4, Math.min(bytes.length, 4 + length), 1, out);
            return { length: count, at: (index) => out[index] === 1 };
        }
        case 'BYTE_STREAM_SPLIT': {
            assertRoom(bytes, count, widthOf(element));
            return stored((0,src_encoding/* byteStreamSplit */.L)(reader, count, type, element.type_length));
        }
        case 'DELTA_BINARY_PACKED': {
            if (type !== 'INT32' && type !== 'INT64')
                break;
            const out = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
            (0,delta/* deltaBinaryUnpack */._H)(reader, count, out);
            return stored(out);
        }
        case 'DELTA_LENGTH_BYTE_ARRAY': {
            const lengths = new Int32Array(count);
            (0,delta/* deltaBinaryUnpack */._H)(reader, count, lengths);
            return slices(bytes, reader.offset, lengths);
        }
        case 'DELTA_BYTE_ARRAY':
            return prefixed(bytes, reader, count, most);
        default:
    }
    throw new Unsupported(`it has ${type ?? 'values'} in the encoding ${encoding}`);
}
function values_plain(bytes, count, element) {
    const { type } = element;
    if (type === 'BYTE_ARRAY')
        return lengthPrefixed(bytes, count);
    if (type === 'BOOLEAN') {
        if (count > bytes.length * 8)
            throw new Damaged('a page ends before its values');
        return { length: count, at: (index) => ((bytes[index >> 3] >> (index & 7)) & 1) === 1 };
    }
    assertRoom(bytes, count, widthOf(element));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return stored((0,plain/* readPlain */.r)({ view, offset: 0 }, type, count, element.type_length));
}
function widthOf({ type, type_length: length }) {
    const width = type === 'FIXED_LEN_BYTE_ARRAY' ? length : BYTE_WIDTHS[type ?? ''];
    if (width === undefined || !(width > 0))
        throw new Damaged('a column has no width');
    return width;
}
function assertRoom(bytes, count, width) {
    if (count * width > bytes.length)
        throw new Damaged('a page ends before its values');
}
function stored(values) {
    const list = values;
    return { length: list.length, at: (index) => list[index] };
}
/** Each value behind its length. */
function lengthPrefixed(bytes, count) {
    assertRoom(bytes, count, 4);
    const starts = new Int32Array(count);
    let at = 0;
    for (let i = 0; i < count; i++) {
        if (at + 4 > bytes.length)
            throw new Damaged('a page ends before its values');
        starts[i] = at + 4;
        at += 4 + bytes.readUInt32LE(at);
    }
    if (at > bytes.length)
        throw new Damaged('a page ends before its values');
    return {
        length: count,
        at: (index) => bytes.subarray(starts[index], starts[index] + bytes.readUInt32LE(starts[index] - 4)),
    };
}
/** Values of these lengths, one behind the other. */
function slices(bytes, start, lengths) {
    const ends = new Float64Array(lengths.length);
    let end = start;
    for (let i = 0; i < lengths.length; i++) {
        if (lengths[i] < 0)
            throw new Damaged('a text has a negative length');
        end += lengths[i];
        ends[i] = end;
    }
    if (end > bytes.length)
        throw new Damaged('a page ends before its values');
    return { length: lengths.length, at: (index) => bytes.subarray(ends[index] - lengths[index], ends[index]) };
}
/** Values that each begin as the one before does, with the length of what they share and their own rest. */
function prefixed(bytes, reader, count, most) {
    const [shared, lengths] = [new Int32Array(count), new Int32Array(count)];
    (0,delta/* deltaBinaryUnpack */._H)(reader, count, shared);
    (0,delta/* deltaBinaryUnpack */._H)(reader, count, lengths);
    const rests = slices(bytes, reader.offset, lengths);
    let total = 0;
    for (let i = 0; i < count; i++) {
        const before = i === 0 ? 0 : shared[i - 1] + lengths[i - 1];
        if (shared[i] < 0 || shared[i] > before)
            throw new Damaged('a text shares more than there is');
        total += shared[i] + lengths[i];
    }
    if (total > most)
        throw new Unsupported('it has a page of more than 500 MB');
    const all = Buffer.allocUnsafeSlow(total);
    const whole = new Int32Array(count);
    let at = 0;
    for (let i = 0; i < count; i++) {
        const before = i === 0 ? 0 : at - whole[i - 1];
        all.copy(all, at, before, before + shared[i]);
        all.set(rests.at(i), at + shared[i]);
        whole[i] = shared[i] + lengths[i];
        at += whole[i];
    }
    return slices(all, 0, whole);
}
/** Values that are numbers of a dictionary's. */
function decodeIndices(bytes, count, dictionaryLength) {
    const indices = new Int32Array(count);
    if (count === 0)
        return indices;
    if (bytes.length === 0)
        throw new Damaged('a page ends before its values');
    decodeRuns(bytes, 1, bytes.length, bytes[0], indices);
    for (const index of indices)
        if (index >= dictionaryLength)
            throw new Damaged('a value is not in its dictionary');
    return indices;
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/pages.js






/** A page is unpacked as a whole. It holds one row at least, and rows may have 500 MB. */
const LARGEST_PAGE = 1 << 29;
/** Values of a page that are told apart in memory; writers end a page long before. */
const MOST_PAGE_VALUES = 1 << 24;
/** Reads the pages of a column in one row group, in order, one at a time. */
class Pages {
    #file;
    #leaf;
    #codec;
    #at;
    #end;
    #dictionary = null;
    constructor(file, leaf, chunk) {
        this.#file = file;
        this.#leaf = leaf;
        this.#codec = chunk.codec;
        const [data, dictionary] = [Number(chunk.data_page_offset), Number(chunk.dictionary_page_offset ?? 0)];
        this.#at = dictionary > 0 && dictionary < data ? dictionary : data;
        // What describes no values may point anywhere.
        this.#end = chunk.num_values === 0n ? this.#at : this.#at + Number(chunk.total_compressed_size);
        if (!(this.#at >= 0 && this.#end >= this.#at && this.#end <= file.size)) {
            throw new Damaged('a column points behind its end');
        }
    }
    /** The next page with values, null behind the last. */
    next() {
        while (this.#at < this.#end) {
            const { header, start } = readPageHeader(this.#file, this.#at, this.#end);
            const length = header.compressed_page_size;
            if (!(length >= 0 && header.uncompressed_page_size >= 0 && start + length <= this.#end)) {
                throw new Damaged('a page points behind its column');
            }
            this.#at = start + length;
            const page = this.#read(header, start);
            if (page !== null && page.count > 0)
                return page;
        }
        return null;
    }
    #read(header, start) {
        const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: dictionary } = header;
        const isTooLarge = Math.max(header.uncompressed_page_size, header.compressed_page_size) > LARGEST_PAGE;
        if (header.type === 'DATA_PAGE' && v1 !== undefined) {
            if (isTooLarge)
                return this.#unread(v1.num_values);
            return this.#pageV1(v1, this.#unpack(header, this.#bytes(header, start)));
        }
        if (header.type === 'DATA_PAGE_V2' && v2 !== undefined) {
            if (isTooLarge)
                return this.#unread(v2.num_values);
            return this.#pageV2(header, v2, this.#bytes(header, start));
        }
        if (header.type === 'DICTIONARY_PAGE' && dictionary !== undefined) {
            if (isTooLarge)
                throw new Unsupported(`the column "${this.#leaf.path}" has a dictionary of more than 500 MB`);
            const count = checkedCount(dictionary.num_values);
            const bytes = this.#unpack(header, this.#bytes(header, start));
            this.#dictionary = decodeValues(bytes, 'PLAIN', count, this.#leaf.element, LARGEST_PAGE);
        }
        return null; // pages of other kinds hold no values
    }
    #bytes({ compressed_page_size: length, crc }, start) {
        const bytes = this.#file.read(start, length);
        if (crc !== undefined && ((0,external_node_zlib_.crc32)(bytes) | 0) !== (crc | 0))
            throw new Damaged('a page has a wrong checksum');
        return bytes;
    }
    #unpack({ uncompressed_page_size: size }, bytes) {
        return unpackPage(bytes, size, this.#codec);
    }
    /** Values of a page that is too large. In a list it could not be told how many rows they are. */
    #unread(values) {
        if (this.#leaf.repetition > 0) {
            throw new Unsupported(`the column "${this.#leaf.path}" has a page of more than 500 MB; write smaller pages`);
        }
        return { count: checkedCount(values), definitions: null, repetitions: null, values: null, indices: null };
    }
    #pageV1(v1, bytes) {
        const { definition, repetition } = this.#leaf;
        const count = checkedCount(v1.num_values);
        let at = 0;
        const levels = (most, encoding) => {
            if (most === 0)
                return null;
            if (encoding !== 'RLE')
                throw new Unsupported(`it has levels in the encoding ${encoding}`);
            const length = bytes.readUInt32LE(at);
            const out = runs(bytes, at + 4, at + 4 + length, most, count);
            at += 4 + length;
            return out;
        };
        const repetitions = levels(repetition, v1.repetition_level_encoding);
        const definitions = levels(definition, v1.definition_level_encoding);
        return this.#page(count, repetitions, definitions, bytes.subarray(at), v1.encoding);
    }
    #pageV2(header, v2, bytes) {
        const { definition, repetition } = this.#leaf;
        const count = checkedCount(v2.num_values);
        const { repetition_levels_byte_length: first, definition_levels_byte_length: second } = v2;
        const valuesAt = first + second;
        if (!(first >= 0 && second >= 0 && valuesAt <= bytes.length && valuesAt <= header.uncompressed_page_size)) {
            throw new Damaged('levels reach behind their page');
        }
        const repetitions = repetition === 0 ? null : runs(bytes, 0, first, repetition, count);
        const definitions = definition === 0 ? null : runs(bytes, first, valuesAt, definition, count);
        const packed = bytes.subarray(valuesAt);
        const size = header.uncompressed_page_size - valuesAt;
        // Levels are never compressed here; values of an empty page may be no bytes at all, which no codec unpacks.
        const values = v2.is_compressed === false || packed.length === 0 ? packed : unpackPage(packed, size, this.#codec);
        return this.#page(count, repetitions, definitions, values, v2.encoding);
    }
    #page(count, repetitions, definitions, bytes, encoding) {
        const there = definitions === null ? count : countOf(definitions, this.#leaf.definition);
        if (encoding !== 'PLAIN_DICTIONARY' && encoding !== 'RLE_DICTIONARY') {
            const values = there === 0 ? NOTHING : decodeValues(bytes, encoding, there, this.#leaf.element, LARGEST_PAGE);
            return { count, repetitions, definitions, values, indices: null };
        }
        const dictionary = this.#dictionary ?? NOTHING;
        return {
            count,
            repetitions,
            definitions,
            values: dictionary,
            indices: decodeIndices(bytes, there, dictionary.length),
        };
    }
}
const NOTHING = {
    length: 0,
    at: () => {
        throw new Damaged('a value is missing');
    },
};
function checkedCount(count) {
    if (!(count >= 0))
        throw new Damaged('a page has a negative number of values');
    if (count > MOST_PAGE_VALUES)
        throw new Unsupported(`it has a page of more than ${MOST_PAGE_VALUES} values`);
    return count;
}
function runs(bytes, start, end, most, count) {
    if (end > bytes.length)
        throw new Damaged('levels reach behind their page');
    const out = new Uint8Array(count);
    decodeRuns(bytes, start, end, bitWidth(most), out);
    return out;
}
function countOf(levels, level) {
    let count = 0;
    for (const one of levels)
        if (one === level)
            count++;
    return count;
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/records.js




/** Values in the lists of one row that are held; a row of more is not read. */
const MOST_ROW_VALUES = 20_000_000;
/** Puts the rows of a row group together again from its columns, of which one page each is in memory at a time. */
function* recordsOf(file, schema, group, isTraining) {
    const cursors = cursorsOf(file, schema, group, isTraining);
    const rows = Number(group.num_rows);
    const assembly = new Assembly(cursors);
    for (let i = 0; i < rows; i++) {
        const record = assembly.record(schema.columns);
        for (let at = 0; at < cursors.length; at++) {
            if (schema.leaves[at].repetition > 0 && cursors[at].repetition !== 0) {
                throw new Damaged(`the column "${schema.leaves[at].path}" does not fit the others`);
            }
        }
        yield record;
    }
    if (cursors.some((cursor) => !cursor.isEnded))
        throw new Damaged('a row group has more rows than it says');
}
function cursorsOf(file, schema, group, isTraining) {
    if (group.columns.length !== schema.leaves.length)
        throw new Damaged('a row group lacks columns');
    return schema.leaves.map((leaf, i) => {
        const { meta_data: chunk, file_path: elsewhere, crypto_metadata: crypto } = group.columns[i];
        if (crypto !== undefined)
            throw new Unsupported(`its column "${leaf.path}" is encrypted`);
        if (elsewhere !== undefined && elsewhere !== '')
            throw new Unsupported('its columns lie in other files');
        if (chunk === undefined)
            throw new Damaged('a column is not described');
        return new Cursor(new Pages(file, leaf, chunk), leaf, isTraining);
    });
}
/** Puts rows together as their definition and repetition levels say (Melnik et al. 2010, "Dremel"). */
class Assembly {
    #cursors;
    #notes = { bytes: 0, isTooLarge: false, isReplaced: false };
    #values = 0;
    constructor(cursors) {
        this.#cursors = cursors;
    }
    record(columns) {
        this.#notes = { bytes: 0, isTooLarge: false, isReplaced: false };
        this.#values = 0;
        const row = Object.create(null);
        for (const column of columns)
            row[column.name] = this.#read(column);
        return { row, notes: this.#notes };
    }
    /** A node's next value: null where it is not there. */
    #read(node) {
        if (node.isRepeated)
            return this.#list(node, null);
        if (node.isOptional && this.#first(node).definition < node.definition)
            return this.#skip(node);
        return this.#content(node);
    }
    #content(node) {
        const { shape } = node;
        switch (shape.kind) {
            case 'value':
                return this.#value(node);
            case 'structure': {
                const object = Object.create(null);
                for (const child of shape.children)
                    object[child.name] = this.#read(child);
                return object;
            }
            case 'list':
                return this.#list(shape.item, shape.wrapped);
            case 'map':
                return this.#map(shape.entry, shape.key, shape.value);
        }
    }
    /** The repetitions of a node; `wrapped` is the element inside of each, where it is not the node itself. */
    #list(repeated, wrapped) {
        const items = [];
        this.#repeat(repeated, () => {
            const item = wrapped === null ? this.#content(repeated) : this.#read(wrapped);
            if (!this.#notes.isTooLarge)
                items.push(item);
        });
        return items;
    }
    #map(entry, key, value) {
        const object = Object.create(null);
        this.#repeat(entry, () => {
            const name = this.#read(key);
            const item = this.#read(value);
            if (!this.#notes.isTooLarge)
                object[typeof name === 'string' ? name : JSON.stringify(name)] = item;
        });
        return object;
    }
    #repeat(node, read) {
        const first = this.#first(node);
        if (first.definition < node.definition) {
            this.#skip(node);
            return;
        }
        do {
            if (++this.#values > MOST_ROW_VALUES)
                this.#notes.isTooLarge = true;
            read();
        } while (first.repetition === node.repetition);
    }
    #value(node) {
        const cursor = this.#cursors[node.leaves[0]];
        if (cursor.definition < node.definition)
            throw new Damaged('a value is missing');
        if (this.#notes.isTooLarge) {
            cursor.skip();
            return null;
        }
        const value = cursor.take(this.#notes);
        if (this.#notes.bytes > limits/* MAX_ROW_BYTES */.mb)
            this.#notes.isTooLarge = true;
        return value;
    }
    #skip({ leaves: [first, end] }) {
        for (let i = first; i < end; i++)
            this.#cursors[i].skip();
        return null;
    }
    #first({ leaves: [first] }) {
        return this.#cursors[first];
    }
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/schema.js

const schema_MOST_LEVELS = 50;
const MOST_LEAVES = 20_000;
/**
 * The tree that a footer's flat list of elements means, with lists and maps as all writers since 2013 have written them
 * (parquet-format, LogicalTypes.md).
 * @throws Damaged, Unsupported
 */
function schemaOf(elements) {
    const leaves = [];
    let next = 0;
    const node = (path, definition, repetition, level) => {
        const element = elements[next++];
        if (element === undefined || level > schema_MOST_LEVELS)
            throw new Damaged('its schema is cut off or nested too deeply');
        if (element.logical_type?.type === 'VARIANT') {
            throw new Unsupported(`its column "${element.name}" is a VARIANT; write it as text`);
        }
        const isOptional = element.repetition_type === 'OPTIONAL';
        const isRepeated = element.repetition_type === 'REPEATED';
        const here = definition + (isOptional || isRepeated ? 1 : 0);
        const lists = repetition + (isRepeated ? 1 : 0);
        const ownPath = path === '' ? element.name : `${path}.${element.name}`;
        const first = leaves.length;
        const base = { name: element.name, isOptional, isRepeated, definition: here, repetition: lists };
        if (element.num_children === undefined || element.num_children === 0) {
            if (element.type === undefined)
                throw new Damaged('a column has no type');
            if (leaves.push({ path: ownPath, element, definition: here, repetition: lists }) > MOST_LEAVES)
                throw new Unsupported(`it has more than ${MOST_LEAVES} columns`);
            return { ...base, leaves: [first, leaves.length], shape: { kind: 'value' } };
        }
        const children = [];
        for (let i = 0; i < element.num_children; i++)
            children.push(node(ownPath, here, lists, level + 1));
        return { ...base, leaves: [first, leaves.length], shape: shapeOf(element, children) };
    };
    const root = elements[0];
    if (root === undefined)
        throw new Damaged('it has no schema');
    next = 1;
    const columns = [];
    for (let i = 0; i < (root.num_children ?? 0); i++)
        columns.push(node('', 0, 0, 0));
    return { columns, leaves };
}
function shapeOf(element, children) {
    const [item] = children;
    const type = element.logical_type?.type ?? element.converted_type;
    if (children.length !== 1 || item?.isRepeated !== true)
        return { kind: 'structure', children };
    if (type === 'LIST')
        return { kind: 'list', item, wrapped: wrappedIn(item, element.name) };
    const [key, value, ...others] = item.shape.kind === 'structure' ? item.shape.children : [];
    const isMap = type === 'MAP' || type === 'MAP_KEY_VALUE';
    if (isMap && key !== undefined && value !== undefined && others.length === 0) {
        return { kind: 'map', entry: item, key, value };
    }
    return { kind: 'structure', children };
}
/** The element inside a list's repeated group, unless that group is the element, as in lists of older writers. */
function wrappedIn({ name, shape }, listName) {
    if (shape.kind !== 'structure' || shape.children.length !== 1)
        return null;
    if (name === 'array' || name === `${listName}_tuple` || shape.children[0].isRepeated)
        return null;
    return shape.children[0];
}

;// CONCATENATED MODULE: ./.build/data/formats/parquet/index.js
/** Rows from Parquet files, a page of each column at a time, whatever the files claim of their sizes. */









/**
 * Reads a Parquet file's rows in order. Values are what JSON would say: times in ISO 8601, numbers that a double can't hold
 * as their digits, bytes that are no text null.
 * @throws GateError where the file can't be read, is damaged, or has what this does not know
 */
function* readParquet(file, context) {
    let rows = [];
    for (const { record, source } of records(file, context)) {
        const { isTooLarge, isReplaced } = record.notes;
        if (isTooLarge)
            context.broken(source, formats_rows/* TOO_LONG */.ch);
        else {
            if (isReplaced)
                context.replaced(source);
            rows.push({ row: record.row, source });
        }
        if (rows.length < limits/* BATCH_ROWS */.B8 && record.notes.bytes < LARGE_ROW_BYTES)
            continue;
        yield rows;
        rows = [];
    }
    yield rows;
}
/** A row as large is handed on at once. */
const LARGE_ROW_BYTES = 1 << 20;
function* records(file, context) {
    let access = null;
    try {
        access = new RandomAccess(file.path);
        const metadata = readFooter(access);
        const schema = checked(schemaOf(metadata.schema), file);
        let line = 0;
        for (const [i, group] of metadata.row_groups.entries()) {
            for (const record of recordsOf(access, schema, group, context.isTraining)) {
                yield { record, source: { file: file.shown, line: ++line, rowGroup: i + 1 } };
            }
        }
    }
    catch (error) {
        if (error instanceof errors/* GateError */.ue)
            throw error;
        throw new errors/* GateError */.ue(faultOf(error), { file: file.shown }, { cause: error });
    }
    finally {
        access?.close();
    }
}
function checked(schema, file) {
    if (schema.columns.length === 0)
        throw new Unsupported('it has no columns');
    const names = schema.columns.map(({ name }) => name);
    const repeated = names.find((name, i) => names.indexOf(name) !== i);
    if (repeated === undefined)
        return schema;
    throw new errors/* GateError */.ue(`has the column "${(0,shorten/* shorten */.m)(repeated)}" twice`, { file: file.shown });
}
function faultOf(error) {
    const { syscall, code } = error;
    if (syscall !== undefined)
        return `can not be read (${code ?? syscall})`;
    if (error instanceof Unsupported)
        return `is a Parquet file that can not be read: ${error.message}`;
    // What decoders say of damage that was not looked for means nothing to a reader.
    return `is not a Parquet file, or is damaged or cut off${error instanceof Damaged ? ` (${error.message})` : ''}`;
}


/***/ })

};
