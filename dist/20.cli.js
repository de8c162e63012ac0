export const id = 20;
export const ids = [20];
export const modules = {

/***/ 20:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jsonSchema: () => (/* binding */ jsonSchema)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.build/data/json-document.js
var json_document = __webpack_require__(1971);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/metrics/define.js
var metrics_define = __webpack_require__(1893);
// EXTERNAL MODULE: ./.build/metrics/json.js
var json = __webpack_require__(8544);
// EXTERNAL MODULE: ./.build/metrics/recipe.js
var recipe = __webpack_require__(5220);
// EXTERNAL MODULE: ./.build/metrics/samples.js
var samples = __webpack_require__(1947);
// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var dist_ajv = __webpack_require__(2463);
// EXTERNAL MODULE: ./node_modules/ajv/dist/2020.js
var _2020 = __webpack_require__(2210);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./.build/metrics/pattern.js
var metrics_pattern = __webpack_require__(5778);
;// CONCATENATED MODULE: ./.build/metrics/schema_equality.js
/**
 * Puts keywords that compare values in the place of ajv's own: `const`, `enum` and `uniqueItems` by one text per value.
 * ajv compares each item with each other one, so that one output with a long list would hang the gate; and it calls
 * `valueOf` where an output names a key so, which throws.
 */
function compareByText(ajv) {
    for (const keyword of ['const', 'enum', 'uniqueItems'])
        ajv.removeKeyword(keyword);
    ajv.addKeyword({
        keyword: 'const',
        errors: false,
        error: { message: 'must be equal to constant' },
        compile: (value) => isOneOf([value]),
    });
    ajv.addKeyword({
        keyword: 'enum',
        schemaType: 'array',
        errors: false,
        error: { message: 'must be equal to one of the allowed values' },
        compile: (values) => {
            if (values.length === 0)
                throw new Error('"enum" must name a value');
            return isOneOf(values);
        },
    });
    ajv.addKeyword({
        keyword: 'uniqueItems',
        type: 'array',
        schemaType: 'boolean',
        before: 'items', // reported before what is wrong with single items, as ajv's own
        compile: (unique) => (unique ? uniqueItems() : () => true),
    });
}
function isOneOf(values) {
    const allowed = new Set(values.map(textOf));
    return (data) => allowed.has(textOf(data));
}
function uniqueItems() {
    const check = (items) => {
        const seen = new Map();
        for (const [i, item] of items.entries()) {
            const text = textOf(item);
            const earlier = seen.get(text);
            if (earlier !== undefined) {
                const message = `must NOT have duplicate items (items ## ${earlier} and ${i} are identical)`;
                check.errors = [{ keyword: 'uniqueItems', message, params: { i, j: earlier } }];
                return false;
            }
            seen.set(text, i);
        }
        return true;
    };
    return check;
}
/** The same for equal JSON values and for no others: members in one order; numbers by value, 1e999 (Infinity) among them. */
function textOf(value) {
    if (Array.isArray(value))
        return `[${value.map(textOf).join()}]`;
    if (typeof value !== 'object' || value === null) {
        return typeof value === 'string' ? JSON.stringify(value) : String(value);
    }
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${textOf(member)}`).join()}}`;
}

;// CONCATENATED MODULE: ./.build/metrics/schema_check.js





/** Paths and names come from outputs; a note is one line of rows.jsonl. */
const MAX_NOTE = 300;
/** Keywords of OpenAPI and of editors that say nothing of what is allowed. All other unknown ones are refused as misspelt. */
const ANNOTATIONS = ['example', 'discriminator', 'externalDocs', 'xml', 'markdownDescription'];
/**
 * Compiles a JSON Schema: 2020-12, or draft-07 where its `$schema` says so. References stay inside the schema, patterns
 * are RE2's, `format` is an annotation as 2020-12 has it by default.
 * @throws Error that says what is wrong with the schema
 */
function compileSchema(schema) {
    const draft = draftOf(schema);
    const ajv = draft === '2020-12' ? new _2020.Ajv2020(OPTIONS) : new dist_ajv.Ajv(OPTIONS);
    compareByText(ajv);
    ajv.addVocabulary([...ANNOTATIONS, ...extensionsIn(schema)]);
    const validate = ajv.compile(schema);
    // An asynchronous schema answers with a promise, which would look like a yes.
    if ('$async' in validate)
        throw new Error('"$async" is not JSON Schema; leave it out');
    return { draft, failureOf: (value) => failureOf(validate, value) };
}
const OPTIONS = {
    strictSchema: true, // an unknown keyword is an error, since it would check nothing
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    validateFormats: false,
    ownProperties: true, // `required: [toString]` must not find Object's own
    logger: false,
    code: { regExp: Object.assign(linearPattern, { code: 'linearPattern' }) },
};
/** What ajv asks of a pattern; it tells patterns apart by their text. */
function linearPattern(source) {
    const pattern = (0,metrics_pattern/* compilePattern */.E)(build/* RE2JS */.L3.translateRegExp(source), false);
    if (typeof pattern === 'string')
        throw new Error(`the pattern ${JSON.stringify(source)} ${pattern}`);
    return { test: (text) => pattern.found(text), toString: () => source };
}
function draftOf(schema) {
    const named = schema?.$schema;
    if (named === undefined || named === 'https://json-schema.org/draft/2020-12/schema')
        return '2020-12';
    if (typeof named === 'string' && /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/u.test(named))
        return 'draft-07';
    throw new Error(`its "$schema" is ${JSON.stringify(named)}; known are https://json-schema.org/draft/2020-12/schema and http://json-schema.org/draft-07/schema#`);
}
/** Keywords that start with `x-`, which by custom belong to tools. */
function extensionsIn(schema) {
    const found = new Set();
    JSON.stringify(schema, (key, value) => {
        if (key.startsWith('x-'))
            found.add(key);
        return value;
    });
    return [...found];
}
function failureOf(validate, value) {
    try {
        if (validate(value))
            return null;
    }
    catch (error) {
        if (error instanceof RangeError)
            return failure('the value is nested too deeply');
        throw error;
    }
    // The last error is the outermost: the choice that failed rather than one of its branches. `if` only repeats.
    const error = validate.errors?.filter(({ keyword }) => keyword !== 'if').at(-1);
    if (error === undefined)
        return failure('the schema does not allow it');
    const { instancePath: path } = error;
    return failure(describe(error, path), describe(error, withoutPositions(path, value)));
}
function failure(text, kind = text) {
    return { text: text.slice(0, MAX_NOTE), kind: kind.slice(0, MAX_NOTE) };
}
function describe({ message = 'is not allowed', params }, path) {
    const extra = params.additionalProperty;
    const name = typeof extra === 'string' ? ` (${JSON.stringify(extra)})` : '';
    return `${path === '' ? 'the value' : path} ${message}${name}`;
}
/** A JSON pointer into a value with `*` for positions in lists. */
function withoutPositions(path, value) {
    let at = value;
    const parts = path
        .split('/')
        .slice(1)
        .map((part) => {
        const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
        const isList = Array.isArray(at);
        at = at?.[key];
        return isList ? '*' : part;
    });
    return parts.map((part) => `/${part}`).join('');
}

;// CONCATENATED MODULE: ./.build/metrics/json_schema.js









const schema = schemas/* custom */.IeY((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'give the path of a JSON Schema, or the schema itself')
    .meta({
    type: ['string', 'object'],
    description: 'path of a JSON Schema, relative to the config, or the schema itself',
});
/** 1 where the whole output is one JSON value that the schema allows; where not, the row says at which path. */
const jsonSchema = (0,metrics_define/* define */.E)({
    name: 'json_schema',
    about: '1 where the output is JSON that a JSON Schema allows',
    example: { schema: { type: 'object' } },
}, { schema }, (id, options) => {
    const [value, file] = options.schema instanceof json_document/* JsonDocument */.q
        ? [options.schema.value, options.schema.file]
        : [options.schema, undefined];
    const check = checkOf(value, file);
    const sha256 = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
    return (0,samples/* meanMetric */.y8)({ id, recipe: (0,recipe/* recipe */.D)('json_schema', { draft: check.draft, schema: `sha256:${sha256}` }, 'ajv:8.20.0') }, (row) => (0,samples/* overSamples */.qT)(row, (text) => {
        const parsed = (0,json/* parseJson */.q)(text);
        if (parsed === null)
            return { ...(0,samples/* scored */.lD)(0, true), note: 'the output is not JSON' };
        const failure = check.failureOf(parsed.value);
        return failure === null ? (0,samples/* scored */.lD)(1) : { ...(0,samples/* scored */.lD)(0), note: failure.text, noteKind: failure.kind };
    }));
});
function checkOf(value, file) {
    try {
        return compileSchema(value);
    }
    catch (cause) {
        const what = `option "schema" of json_schema is no schema to check by: ${(0,errors/* messageOf */.bD)(cause)}`;
        throw new errors/* GateError */.ue(what, file === undefined ? { key: 'metrics.schema' } : { file }, { cause });
    }
}


/***/ })

};
