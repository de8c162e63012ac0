export const id = 777;
export const ids = [777];
export const modules = {

/***/ 3777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportJsonSchema: () => (/* binding */ reportJsonSchema)
});

// UNUSED EXPORTS: reportSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
;// CONCATENATED MODULE: ./.build/report/judge-schema.js

/** `judge` of a suite in report.json. Null: not measurable. */
const count = schemas/* int */.Whr().min(0);
const maybe = schemas/* number */.aig().nullable();
const share = schemas/* number */.aig().min(0).max(1).nullable();
const interval = schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]).readonly().nullable();
const byKind = schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['refused', 'filtered', 'truncated', 'empty', 'unparsed', 'rejected', 'unreachable', 'stopped']), count);
const judgments = schemas/* looseObject */._H3({ answered: count, failed: count, by_kind: byKind })
    .describe('single judgments: with a verdict, and without, by kind');
const stability = schemas/* looseObject */._H3({ questions: count, rate: share })
    .describe('the share of the most frequent answer, over questions that were asked more than once');
const modelScores = schemas/* looseObject */._H3({
    n: count,
    failed: count,
    unjudged: count,
    mean: maybe,
    ci: interval,
    criteria: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), mean: schemas/* number */.aig() })),
    at_ceiling: share,
});
const score = schemas/* looseObject */._H3({
    n: count.describe("the candidate's scored examples"),
    mean_candidate: maybe,
    mean_base: maybe,
    failed: count.describe('answers of either model whose judgments failed'),
    candidate: modelScores,
    base: modelScores.nullable(),
    saturation: schemas/* looseObject */._H3({ scores: count, distinct: count, at_top: share, most_frequent: share }),
    repetition_stability: stability,
    judgments,
});
const preferred = schemas/* looseObject */._H3({ n: count, preferred: count, ties: count, rate: share, ci: interval });
const lengthControl = schemas/* looseObject */._H3({
    n: count,
    share_longer: share.describe("of the candidate's answers"),
    share_shorter: share,
    length_sd: maybe,
    intercept: maybe,
    slope: maybe.describe('above 0: longer answers win'),
    intercept_standard_error: maybe,
    slope_standard_error: maybe,
    win_rate: share,
    ci: interval,
    not_estimable: schemas/* string */.YjP().nullable(),
    unreliable: schemas/* string */.YjP().nullable(),
});
const compare = schemas/* looseObject */._H3({
    by: schemas/* string */.YjP().nullable().describe('the metric that decided; null for a judge'),
    n: count,
    wins: count,
    losses: count,
    ties: count,
    failed: count.describe('pairs that a judge was asked about in vain'),
    unjudged: count,
    win_rate: share.describe('ties count half'),
    win_rate_ci: interval,
    win_rate_standard_error: maybe,
    p_value: share.describe('exact sign test, two-sided'),
    lc_win_rate: share.describe('at equal length; null where it can not be estimated'),
    length_control: lengthControl,
    tie_rate: share,
    position_consistency: share.describe('of pairs with a verdict in both orders'),
    first_position_rate: share.describe('of calls in those pairs'),
    position: schemas/* looseObject */._H3({
        pairs: count,
        calls: count,
        consistent: count,
        primacy: count,
        recency: count,
        consistency_ci: interval,
        preference_fairness: maybe,
        second_position_rate: share,
    }),
    longer_preferred_rate: share,
    preferred: schemas/* looseObject */._H3({ longer: preferred, bullets: preferred, markdown: preferred }),
    repetition_stability: stability,
    judgments,
    self_preference: schemas/* looseObject */._H3({ rate: schemas/* null */.chJ(), reason: schemas/* string */.YjP() }),
})
    .describe("from the candidate's side, an example being the unit");
const judge = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP().nullable().describe('as configured; null for records, or wins by a metric'),
    models: schemas/* array */.YOg(schemas/* string */.YjP()).describe('as the server, or a record, names them'),
    score: score.nullable(),
    compare: compare.nullable(),
    injections: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* string */.YjP(),
        model: schemas/* enum */.k5n(['candidate', 'base']),
        flags: schemas/* array */.YOg(schemas/* enum */.k5n(['override', 'address', 'demand', 'verdict', 'markup', 'boundary', 'hidden'])),
    }))
        .describe('answers that try to instruct the judge'),
    injections_total: count,
});

;// CONCATENATED MODULE: ./.build/report/meaning-schema.js

/** `contamination.semantic` in report.json. */
const meaning_schema_count = schemas/* int */.Whr().min(0);
const cost = schemas/* number */.aig().nullable().describe('in the currency of the prices; null where there are none');
const models = schemas/* array */.YOg(schemas/* string */.YjP()).describe('as the server named it');
const taken = { calls: meaning_schema_count, input_tokens: meaning_schema_count, untold: meaning_schema_count.describe('calls whose tokens are not known'), cost };
const meaning = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    models,
    examples: meaning_schema_count.describe('that were looked for: decidable, and not leaked by their text'),
    rows: schemas/* looseObject */._H3({ total: meaning_schema_count, embedded: meaning_schema_count, left_out: meaning_schema_count }),
    failed: schemas/* looseObject */._H3({ examples: meaning_schema_count, rows: meaning_schema_count }).describe('whose texts could not be embedded'),
    min_similarity: schemas/* number */.aig(),
    embedding: schemas/* looseObject */._H3({ ...taken, cached: meaning_schema_count.describe('texts found in the cache') }),
    confirmation: schemas/* looseObject */._H3({
        model: schemas/* string */.YjP(),
        models,
        pairs: meaning_schema_count.describe('that the judge was asked about, or had been before'),
        confirmed: meaning_schema_count,
        failed: meaning_schema_count,
        ...taken,
        output_tokens: meaning_schema_count,
        cached: meaning_schema_count,
    })
        .nullable()
        .describe('null where no judge was asked'),
    stopped: schemas/* string */.YjP().nullable().describe('why it ended early'),
    similar_total: meaning_schema_count,
    similar: schemas/* array */.YOg(schemas/* looseObject */._H3({
        suite: schemas/* string */.YjP(),
        id: schemas/* string */.YjP(),
        file: schemas/* string */.YjP(),
        line: schemas/* int */.Whr().min(1),
        row_group: schemas/* exactOptional */.yqP(schemas/* int */.Whr().min(1)),
        field: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
        row: schemas/* string */.YjP().describe('what the pair is known by; contamination.allow takes it'),
        similarity: schemas/* number */.aig().describe('cosine'),
        verdict: schemas/* enum */.k5n(['same', 'different', 'failed', 'not_asked']).describe('what the judge said'),
        text: schemas/* string */.YjP(),
        row_text: schemas/* string */.YjP(),
    })),
})
    .describe('what a search by meaning found and took; left out where none is configured');

;// CONCATENATED MODULE: ./.build/report/schema.js



/** report.json, for those who read it. Objects may hold more keys than these: fields are added, none is renamed. */
const schema_count = schemas/* int */.Whr().min(0);
const schema_maybe = schemas/* number */.aig().nullable();
const schema_share = schemas/* number */.aig().min(0).max(1);
const schema_interval = schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig()]).readonly().nullable();
const schema_status = schemas/* enum */.k5n(['pass', 'fail', 'inconclusive', 'error']);
const slice = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
    .nullable()
    .describe('null, or an object such as {"category": "math"}; {"subset": "clean"} is the examples without contamination');
const estimate = { value: schema_maybe, ci: schema_interval };
const delta = schemas/* looseObject */._H3({
    ...estimate,
    p_value: schema_share.nullable().describe('two-sided, never corrected for other checks'),
    method: schemas/* string */.YjP(),
    mde: schema_maybe.describe('the smallest true drop found with 80% power'),
    n: schema_count.describe('pairs scored on both sides'),
    units: schema_count.describe('independent units: pairs, or clusters'),
    strata: schemas/* exactOptional */.yqP(schema_count.describe('strata within which intervals were resampled, where there are any')),
    lost: schema_count,
    gained: schema_count,
    identical: schemas/* boolean */.zMY(),
})
    .describe("candidate - base, in the metric's unit");
const measureDetails = schemas/* looseObject */._H3({
    samples: schemas/* exactOptional */.yqP(schemas/* looseObject */._H3({ mean_per_example: schemas/* number */.aig(), within_variance: schemas/* number */.aig(), between_variance: schema_maybe })
        .describe('where prompts have several samples: the variance of their scores within and between prompts')),
    values: schemas/* exactOptional */.yqP(schemas/* record */.g1P(schemas/* string */.YjP(), schema_maybe)),
    text: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
});
const measure = schemas/* looseObject */._H3({
    metric: schemas/* string */.YjP(),
    slice,
    direction: schemas/* enum */.k5n(['higher', 'lower']),
    unit: schemas/* enum */.k5n(['fraction', 'percent', 'points10', 'number']),
    range: schemas/* tuple */.PVZ([schema_maybe, schema_maybe]).readonly().describe('the least and largest value; null where there is none'),
    n: schema_count.describe("the candidate's scored examples"),
    unscored: schema_count,
    unparsed: schema_count,
    candidate: schemas/* looseObject */._H3(estimate),
    base: schemas/* looseObject */._H3({ ...estimate, n: schema_count, unscored: schema_count, unparsed: schema_count }).nullable(),
    delta: delta.nullable(),
    recipe: schemas/* string */.YjP(),
    caution: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
    doubt: schemas/* exactOptional */.yqP(schemas/* looseObject */._H3({
        status: schemas/* enum */.k5n(['inconclusive', 'fail', 'error']),
        why: schemas/* string */.YjP(),
        of_pass: schemas/* exactOptional */.yqP(schemas/* literal */.euz(true).describe('only a check that would pass becomes that')),
    })
        .describe('why no check may rest on this measure, and what such a check becomes')),
    notes: schemas/* exactOptional */.yqP(schemas/* array */.YOg(schemas/* looseObject */._H3({ note: schemas/* string */.YjP(), candidate: schema_count, base: schema_count.nullable() })))
        .describe('why rows are wrong, the most frequent first: rows of each model'),
    details: schemas/* exactOptional */.yqP(schemas/* looseObject */._H3({ candidate: measureDetails, base: measureDetails.nullable() })),
});
const modelRows = schemas/* looseObject */._H3({
    label: schemas/* string */.YjP().nullable(),
    predictions: schema_count,
    missing: schema_count,
    extra: schema_count,
    missing_ids: schemas/* array */.YOg(schemas/* string */.YjP()),
    extra_ids: schemas/* array */.YOg(schemas/* string */.YjP()),
    paired_by: schemas/* enum */.k5n(['id', 'prompt', 'order']),
});
const flip = schemas/* looseObject */._H3({
    metric: schemas/* string */.YjP(),
    id: schemas/* string */.YjP(),
    base_score: schemas/* number */.aig(),
    candidate_score: schemas/* number */.aig(),
    prompt: schemas/* string */.YjP().nullable(),
    reference: schemas/* string */.YjP().nullable(),
    base_output: schemas/* string */.YjP(),
    candidate_output: schemas/* string */.YjP(),
    slice,
});
const localBreak = schemas/* looseObject */._H3({
    metric: schemas/* string */.YjP(),
    slice,
    examples: schemas/* array */.YOg(schemas/* string */.YjP()).nullable().describe('the first ids of a cluster; null for a slice'),
    right: schema_count.describe('examples that the base had right'),
    lost: schema_count.describe('of those: wrong now'),
    now: schema_count.describe('right now, gained ones included'),
    rest_right: schema_count.describe('the same outside of the group'),
    rest_lost: schema_count,
    p_adjusted: schema_share,
})
    .describe('a slice or a cluster that lost most of what it had right, even where the total rose');
const groupDifference = schemas/* looseObject */._H3({
    value: schemas/* number */.aig(),
    ci: schema_interval,
    p_value: schema_share.nullable().describe('two-sided, never corrected'),
    method: schemas/* enum */.k5n(['fisher_exact', 'permutation']),
});
const subsetDifference = schemas/* looseObject */._H3({ metric: schemas/* string */.YjP(), candidate: groupDifference.nullable(), base: groupDifference.nullable() })
    .describe("contaminated - clean examples, in the metric's unit: two independent groups");
const suite = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(['custom', 'standard']),
    examples: schema_count,
    candidate: modelRows,
    base: modelRows.nullable(),
    measures: schemas/* array */.YOg(measure),
    breaks: schemas/* array */.YOg(localBreak),
    subset_differences: schemas/* array */.YOg(subsetDifference).describe('empty where nothing leaked'),
    broke: schemas/* array */.YOg(flip),
    fixed: schemas/* array */.YOg(flip),
    broke_total: schema_count,
    fixed_total: schema_count,
    unscored: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* string */.YjP(),
        model: schemas/* enum */.k5n(['candidate', 'base']),
        metric: schemas/* string */.YjP().nullable(),
        reason: schemas/* string */.YjP(),
    })),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    judge: judge.nullable(),
    human: schemas/* null */.chJ(),
});
const LEVELS = ['identical', 'near_identical', 'substantial', 'partial', 'template'];
const contamination = schemas/* looseObject */._H3({
    definition: schemas/* enum */.k5n(['robust', 'ngram']),
    n: schemas/* int */.Whr().min(1).nullable().describe('words in an n-gram; null in robust mode'),
    thresholds: schemas/* exactOptional */.yqP(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig()).describe('where the levels of robust mode begin')),
    level: schemas/* enum */.k5n(LEVELS),
    training: schemas/* looseObject */._H3({ files: schema_count, rows: schema_count, bytes: schema_count, broken_rows: schema_count, not_utf8_rows: schema_count }),
    examples: schemas/* array */.YOg(schemas/* looseObject */._H3({
        suite: schemas/* string */.YjP(),
        id: schemas/* string */.YjP(),
        level: schemas/* enum */.k5n(LEVELS),
        score: schema_share,
        part: schemas/* exactOptional */.yqP(schemas/* enum */.k5n(['question', 'answer', 'both', 'template'])),
        longest_span: schemas/* exactOptional */.yqP(schema_count.describe('in words')),
        known: schemas/* exactOptional */.yqP(schemas/* literal */.euz(true).describe('it leaked through rows that an earlier scan had, and through no other')),
        found_by: schemas/* exactOptional */.yqP(schemas/* literal */.euz('meaning').describe('a judge confirmed it; the share is that of its text')),
        text: schemas/* string */.YjP(),
        evidence: schemas/* array */.YOg(schemas/* looseObject */._H3({
            file: schemas/* string */.YjP(),
            line: schemas/* int */.Whr().min(1),
            row_group: schemas/* exactOptional */.yqP(schemas/* int */.Whr().min(1)),
            field: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
            row: schemas/* string */.YjP().describe('what the pair is known by; contamination.allow takes it'),
            known: schemas/* exactOptional */.yqP(schemas/* literal */.euz(true)),
            text: schemas/* string */.YjP(),
            span: schemas/* string */.YjP(),
            found_by: schemas/* exactOptional */.yqP(schemas/* literal */.euz('meaning')),
            similarity: schemas/* exactOptional */.yqP(schemas/* number */.aig().describe('cosine, where it was found by meaning')),
        })),
    })),
    counts: schemas/* looseObject */._H3({ new: schema_count, known: schema_count, allowed: schema_count })
        .describe('examples at or above the level: with a new leak, with known ones only, and with an allowed one'),
    allowed: schemas/* array */.YOg(schemas/* looseObject */._H3({
        ...{ suite: schemas/* string */.YjP(), id: schemas/* string */.YjP(), row: schemas/* string */.YjP(), reason: schemas/* string */.YjP(), file: schemas/* string */.YjP() },
        ...{ line: schemas/* int */.Whr().min(1), level: schemas/* enum */.k5n(LEVELS), score: schema_share },
    })),
    undecidable: schemas/* array */.YOg(schemas/* looseObject */._H3({ suite: schemas/* string */.YjP(), id: schemas/* string */.YjP() })),
    pairs: schema_count,
    shared_text: schemas/* array */.YOg(schemas/* looseObject */._H3({ text: schemas/* string */.YjP(), examples: schema_count, rows: schema_count })),
    semantic: schemas/* exactOptional */.yqP(meaning),
});
const check = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP().describe('[suite/]metric[{key=value}]:rule, the suite only where there are several'),
    suite: schemas/* string */.YjP(),
    metric: schemas/* string */.YjP(),
    slice,
    rule: schemas/* enum */.k5n(['min', 'max', 'max_regression', 'must_not_regress']),
    limit: schema_maybe.describe("in the metric's unit"),
    limit_text: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
    value: schema_maybe.describe("the candidate's value, or the change turned so that more is better"),
    status: schema_status,
    reason: schemas/* string */.YjP(),
    p_adjusted: schemas/* exactOptional */.yqP(schema_share.nullable()),
    n_needed: schemas/* exactOptional */.yqP(schema_count.nullable()),
    fallen: schemas/* exactOptional */.yqP(schemas/* array */.YOg(schemas/* string */.YjP())),
    strict: schemas/* exactOptional */.yqP(schemas/* boolean */.zMY()),
});
const reportSchema = schemas/* looseObject */._H3({
    schema_version: schemas/* literal */.euz(1),
    tool: schemas/* looseObject */._H3({ name: schemas/* literal */.euz('eval-gate'), version: schemas/* string */.YjP() }),
    verdict: schema_status,
    summary: schemas/* string */.YjP().describe('one line'),
    errors: schemas/* array */.YOg(schemas/* looseObject */._H3({
        suite: schemas/* string */.YjP().nullable(),
        message: schemas/* string */.YjP(),
        file: schemas/* exactOptional */.yqP(schemas/* string */.YjP()),
        line: schemas/* exactOptional */.yqP(schemas/* int */.Whr().min(1)),
    })),
    suites: schemas/* array */.YOg(suite),
    contamination: contamination.nullable(),
    checks: schemas/* array */.YOg(check),
    gate: schemas/* looseObject */._H3({
        confidence: schema_share,
        resamples: schema_count,
        correction: schemas/* enum */.k5n(['holm', 'none']),
        on_inconclusive: schemas/* enum */.k5n(['pass', 'warn', 'fail']),
        mode: schemas/* enum */.k5n(['enforce', 'warn']),
    }),
    notes: schemas/* array */.YOg(schemas/* string */.YjP()),
    provenance: schemas/* looseObject */._H3({
        seed: schema_count,
        config_sha256: schemas/* string */.YjP().nullable(),
        eval_set_sha256: schemas/* string */.YjP().nullable(),
    }),
});
/** The JSON Schema (draft 2020-12) of report.json. */
function reportJsonSchema() {
    return json_schema_processors/* toJSONSchema */.bl(reportSchema, { target: 'draft-2020-12' });
}


/***/ })

};
