export const id = 575;
export const ids = [575];
export const modules = {

/***/ 2575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readCsv: () => (/* binding */ readCsv),
/* harmony export */   readTsv: () => (/* binding */ readTsv)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var csv_parse__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6070);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9243);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1546);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5739);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6870);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7275);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4463);









/** Comma-separated values with a header line; quotes as in RFC 4180, a stray quote inside a field is itself, as in Python. */
const readCsv = (file, context) => readDelimited(',', file, context);
/** The same with tabs. */
const readTsv = (file, context) => readDelimited('\t', file, context);
async function* readDelimited(delimiter, file, context) {
    let header = null;
    let rows = [];
    const notUtf8 = new _lines_js__WEBPACK_IMPORTED_MODULE_5__/* .LineMarks */ .Fh();
    const bytes = (0,_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .watchUtf8 */ .Le)((0,_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .readBytes */ .io)(file), (line) => {
        if (!context.isTraining)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue(_rows_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_UTF8 */ .mM, { file: file.shown, line });
        notUtf8.add(line);
    });
    for await (const { record, line, next } of records(delimiter, file, bytes)) {
        const source = context.at(line);
        if (header === null)
            header = checkedHeader(record, source);
        else if (record.length !== header.length) {
            context.broken(source, `has ${record.length} fields where the header has ${header.length}`);
        }
        else {
            if (notUtf8.isIn(line, next))
                context.replaced(source);
            rows.push({ row: toRow(header, record), source });
        }
        if (rows.length === _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .BATCH_ROWS */ .B8) {
            yield rows;
            rows = [];
        }
    }
    yield rows;
}
async function* records(delimiter, file, bytes) {
    const parser = (0,csv_parse__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)({
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: _limits_js__WEBPACK_IMPORTED_MODULE_7__/* .MAX_ROW_BYTES */ .mb,
    });
    const done = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(bytes, { objectMode: false }), parser);
    done.catch(() => undefined); // The loop below meets the same error.
    let [next, emptyLines] = [1, 0];
    try {
        for await (const item of parser) {
            const { record, info } = item;
            // The parser's own count of lines takes a \r\n inside quotes for two.
            const line = next + (info.empty_lines - emptyLines);
            emptyLines = info.empty_lines;
            next = line + 1 + record.reduce((sum, field) => sum + lineBreaks(field), 0);
            yield { record, line, next };
        }
        await done;
    }
    catch (error) {
        if (!(error instanceof csv_parse__WEBPACK_IMPORTED_MODULE_2__/* .CsvError */ .J$))
            throw error;
        const what = FAULTS.get(error.code) ?? (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue(what, { file: file.shown, line: next }, { cause: error });
    }
}
/** Faults behind which no row can be told from the next. */
const FAULTS = new Map([
    ['CSV_QUOTE_NOT_CLOSED', 'opens a quote that is never closed'],
    ['CSV_MAX_RECORD_SIZE', 'is a row of more than 500 MB, or opens a quote that is never closed'],
]);
/** How many times `\n`, `\r\n` or a lone `\r` stands in a field. */
function lineBreaks(field) {
    let count = 0;
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1))
        count++;
    for (let at = field.indexOf('\r'); at >= 0; at = field.indexOf('\r', at + 1))
        if (field[at + 1] !== '\n')
            count++;
    return count;
}
function checkedHeader(header, source) {
    const repeated = header.find((name, i) => header.indexOf(name) !== i);
    if (repeated === undefined)
        return header;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .ue(`has the column "${(0,_shorten_js__WEBPACK_IMPORTED_MODULE_8__/* .shorten */ .m)(repeated)}" twice`, source);
}
function toRow(header, record) {
    const row = Object.create(null);
    for (let i = 0; i < header.length; i++)
        row[header[i]] = record[i];
    return row;
}


/***/ })

};
