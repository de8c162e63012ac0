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
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var csv_parse__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6070);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9243);
/* harmony import */ var _shorten_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1546);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7275);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4463);








/** Rows handed on at a time. */
const BATCH = 256;
/** Comma-separated values with a header line; quotes as in RFC 4180, a stray quote inside a field is itself, as in Python. */
const readCsv = (file, chunks, broken, options) => readDelimited(',', file, chunks, broken, options);
/** The same with tabs. */
const readTsv = (file, chunks, broken, options) => readDelimited('\t', file, chunks, broken, options);
async function* readDelimited(delimiter, file, chunks, broken, { replaceBytes }) {
    let header = null;
    let rows = [];
    for await (const { record, line } of records(delimiter, file, chunks, replaceBytes)) {
        if (header === null)
            header = checkedHeader(record, file, line);
        else if (record.length !== header.length) {
            broken(line, `has ${record.length} fields where the header has ${header.length}`);
        }
        else {
            rows.push({ row: toRow(header, record), source: { file: file.shown, line } });
            if (rows.length === BATCH) {
                yield rows;
                rows = [];
            }
        }
    }
    yield rows;
}
async function* records(delimiter, file, chunks, replaceBytes) {
    const parser = (0,csv_parse__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)({
        delimiter,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: node_buffer__WEBPACK_IMPORTED_MODULE_0__.constants.MAX_STRING_LENGTH,
    });
    const checked = (0,_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .watchUtf8 */ .Le)(chunks, (line) => {
        if (!replaceBytes)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .u(_rows_js__WEBPACK_IMPORTED_MODULE_6__/* .NOT_UTF8 */ .mM, { file: file.shown, line });
    });
    const done = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_1__.Readable.from(checked, { objectMode: false }), parser);
    done.catch(() => undefined); // The loop below meets the same error.
    let [next, emptyLines] = [1, 0];
    try {
        for await (const item of parser) {
            const { record, info } = item;
            // The parser's own count of lines takes a \r\n inside quotes for two.
            const line = next + (info.empty_lines - emptyLines);
            emptyLines = info.empty_lines;
            next = line + 1 + record.reduce((sum, field) => sum + (field.match(/\r\n?|\n/gu)?.length ?? 0), 0);
            yield { record, line };
        }
        await done;
    }
    catch (error) {
        if (!(error instanceof csv_parse__WEBPACK_IMPORTED_MODULE_3__/* .CsvError */ .J$))
            throw error;
        const what = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'opens a quote that is never closed' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .b)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .u(what, { file: file.shown, line: next }, { cause: error });
    }
}
function checkedHeader(header, file, line) {
    const repeated = header.find((name, i) => header.indexOf(name) !== i);
    if (repeated === undefined)
        return header;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .GateError */ .u(`has the column "${(0,_shorten_js__WEBPACK_IMPORTED_MODULE_7__/* .shorten */ .m)(repeated)}" twice`, { file: file.shown, line });
}
function toRow(header, record) {
    const row = Object.create(null);
    for (let i = 0; i < header.length; i++)
        row[header[i]] = record[i];
    return row;
}


/***/ })

};
