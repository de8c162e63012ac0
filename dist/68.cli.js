export const id = 68;
export const ids = [68];
export const modules = {

/***/ 3068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  selftest: () => (/* reexport */ selftest),
  selftestText: () => (/* reexport */ selftestText)
});

// EXTERNAL MODULE: ./.build/config/index.js + 10 modules
var _build_config = __webpack_require__(7302);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
// EXTERNAL MODULE: ./.build/gate/index.js + 11 modules
var _build_gate = __webpack_require__(9165);
// EXTERNAL MODULE: ./.build/measures/index.js + 19 modules
var measures = __webpack_require__(3866);
// EXTERNAL MODULE: ./.build/steps/index.js + 29 modules
var steps = __webpack_require__(6663);
// EXTERNAL MODULE: ./.build/stats/index.js + 37 modules
var stats = __webpack_require__(9699);
;// CONCATENATED MODULE: ./.build/selftest/failed.js


/**
 * What each of the candidate's rows would score if its answer failed. For a mean of per-row scores that is the metric's
 * worst value (where its range is open, the worst that was seen). For a corpus metric it is another example's answer,
 * drawn at random: of a wrong answer's matches and lengths nobody can say what they are, but this one has some.
 */
function failedAnswers(scored, rows, seed) {
    if (scored.metric.linear)
        return worstScores(scored);
    const { candidate } = rows;
    const exchanged = shuffled(candidate.predictions, new stats/* Random */.o8(`${String(seed)} failed answers`));
    return (0,measures/* scoreSide */.iB)(scored, rows, { ...candidate, predictions: exchanged });
}
function worstScores({ metric, candidate, base }) {
    const [least, most] = metric.range;
    const higher = metric.direction === 'higher';
    const seen = [...candidate.score, ...(base?.score ?? [])].filter(Number.isFinite);
    const worst = (higher ? least : most) ?? seen.reduce((a, b) => (higher ? Math.min(a, b) : Math.max(a, b)), seen[0] ?? 0);
    const rows = candidate.score.length;
    return {
        offsets: Int32Array.from({ length: rows + 1 }, (_, i) => i),
        columns: new Int32Array(rows),
        values: new Float64Array(rows).fill(worst),
        score: new Float64Array(rows).fill(worst),
        unparsed: new Uint8Array(rows),
        reasons: new Array(rows).fill(null),
    };
}
/** The answers that are there, dealt out anew (Fisher and Yates); rows without one stay without one. */
function shuffled(predictions, random) {
    const places = [...predictions.keys()].filter((i) => predictions[i] !== null);
    const dealt = places.map((i) => predictions[i]);
    for (let i = dealt.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        [dealt[i], dealt[j]] = [dealt[j], dealt[i]];
    }
    const result = predictions.map(() => null);
    places.forEach((place, i) => (result[place] = dealt[i]));
    return result;
}

;// CONCATENATED MODULE: ./.build/selftest/subject.js

/** Where a row of the pretended candidate, and of the pretended base, comes from. */
const [CANDIDATE, BASE, FAILED] = [0, 1, 2];
/** A coin flip a unit of a suite: 1 where candidate and base change places. */
function swaps(examples, clusters, random) {
    const coins = new Map();
    return Uint8Array.from({ length: examples }, (_, i) => {
        if (clusters === null)
            return random.uint32() & 1;
        const cluster = clusters.ids[i];
        const coin = coins.get(cluster) ?? random.uint32() & 1;
        coins.set(cluster, coin);
        return coin;
    });
}
/**
 * A check's measure in a world where candidate and base changed places in some units, so that the true change is 0, and
 * where the candidate's answer failed in others.
 * @param failing 1 where the candidate fails; null for nowhere
 */
function pretend({ subject, slice, members }, swapped, failing, options) {
    const { suite, rows, clusters, strata, failed } = subject;
    const { metric, layout, candidate, base } = subject.scored;
    const tables = [candidate, base, failed];
    const own = swapped.map((coin, i) => 
    // A row without a score stays without one: its failure could not be seen.
    failing?.[i] === 1 && tables[coin].reasons[i] === null ? FAILED : coin === 1 ? BASE : CANDIDATE);
    const scored = {
        metric,
        layout,
        candidate: (0,measures/* mixTables */.M7)(tables, own),
        base: (0,measures/* mixTables */.M7)(tables, swapped.map((coin) => (coin === 1 ? CANDIDATE : BASE))),
    };
    const measure = (0,measures/* measureSelection */.tf)({ suite, rows, scored, slice, members, clusters, strata, options });
    // The outputs on file say nothing of an answer that was made to fail.
    return failing === null || measure.delta === null
        ? measure
        : { ...measure, delta: { ...measure.delta, identical: false } };
}
/**
 * The share of answers that must fail so that the expected loss, from the mean of both models, is `loss`; found by
 * bisection on the expected sums.
 * @param loss in the metric's unit, above 0
 * @returns 0-1; null where failing every answer loses less
 */
function failingShare({ subject, members }, loss) {
    const { scored, failed } = subject;
    const { metric, layout, candidate, base } = scored;
    const rows = members.filter((row) => candidate.reasons[row] === null && base.reasons[row] === null);
    if (rows.length === 0)
        return null;
    const sums = [candidate, base, failed].map((table) => sumOf(table, rows, layout.columns.length));
    const value = (share) => {
        const mixed = sums[0].map((sum, c) => ((1 - share) * (sum + sums[1][c])) / 2 + share * sums[2][c]);
        return metric.aggregate(mixed, rows.length, layout) ?? NaN;
    };
    const turn = metric.direction === 'higher' ? 1 : -1;
    const lost = (share) => turn * (value(0) - value(share));
    if (!(lost(1) >= loss))
        return null;
    let [low, high] = [0, 1];
    for (let i = 0; i < 50; i++) {
        const middle = (low + high) / 2;
        if (lost(middle) < loss)
            low = middle;
        else
            high = middle;
    }
    return high;
}
/** 1 in a random share of a suite's units. */
function failures(examples, clusters, share, random) {
    const drawn = new Map();
    const draw = () => (random.uniform() < share ? 1 : 0);
    return Uint8Array.from({ length: examples }, (_, i) => {
        if (clusters === null)
            return draw();
        const cluster = clusters.ids[i];
        const failing = drawn.get(cluster) ?? draw();
        drawn.set(cluster, failing);
        return failing;
    });
}
function sumOf({ offsets, columns, values }, rows, width) {
    const sum = new Float64Array(width);
    for (const row of rows)
        for (let k = offsets[row]; k < offsets[row + 1]; k++)
            sum[columns[k]] += values[k];
    return sum;
}

;// CONCATENATED MODULE: ./.build/selftest/simulate.js



/** True losses that are planted, as multiples of a check's limit (or of its MDE, where no drop is allowed). */
const MULTIPLES = [0.5, 1, 2, 3];
/** A self-test that cries wolf in more than one of so many uses would be no help. */
const CHANCE = 0.001;
/** Fewer units can't fail a check (docs/statistics.md). */
const LEAST_UNITS = 6;
/**
 * Runs the gate many times over data whose true change is known: once with candidate and base exchanged in random units
 * (true change 0), and once more per check and planted loss, all other checks left as they were.
 */
function simulate(spec) {
    const { targets, policy, runs, onRun } = spec;
    const tallies = targets.map((target) => tallyOf(target, policy));
    let anyRed = 0;
    let anyOpen = 0;
    for (let run = 0; run < runs; run++) {
        const random = new stats/* Random */.o8(`${String(policy.seed)} selftest ${String(run)}`);
        const options = { ...policy, seed: run };
        const swapped = coins(targets, random);
        const measures = targets.map((target) => pretend(target, swapped.get(target.subject.suite), null, options));
        const statuses = judged(spec, measures);
        for (const tally of tallies) {
            const status = statuses.get(tally.target.check.id);
            if (status === 'fail')
                tally.red++;
            if (status === 'inconclusive')
                tally.open++;
        }
        if ([...statuses.values()].includes('fail'))
            anyRed++;
        else if ([...statuses.values()].includes('inconclusive'))
            anyOpen++;
        for (const [t, { target, planted }] of tallies.entries()) {
            const { suite, rows, clusters } = target.subject;
            for (const plant of planted) {
                const failing = failures(rows.examples.length, clusters, plant.share, random);
                const measure = pretend(target, swapped.get(suite), failing, options);
                const others = measures.map((other, i) => (i === t ? measure : other));
                if (judged(spec, others).get(target.check.id) === 'fail')
                    plant.red++;
                plant.expected += expectedRed(plant.loss, target.check.limit, measure, policy, targets.length);
            }
        }
        onRun(run + 1);
    }
    const nominal = Number(((1 - policy.confidence) / 2).toPrecision(12)); // 0.025, without the rounding of 1 - 0.95
    const family = policy.correction === 'holm' ? nominal : Math.min(1, nominal * targets.length);
    return {
        checks: tallies.map((tally) => testedCheck(tally, runs, nominal)),
        gate: falseAlarms(anyRed, anyOpen, runs, family),
    };
}
/** One set of coin flips a suite: a pair changes places in all of its metrics. */
function coins(targets, random) {
    const flips = new Map();
    for (const { subject } of targets) {
        if (!flips.has(subject.suite))
            flips.set(subject.suite, swaps(subject.rows.examples.length, subject.clusters, random));
    }
    return flips;
}
function judged({ policy, suites }, measures) {
    const { checks } = (0,_build_gate/* decide */.LD)({ policy, measures, paired: [], suites, hasTraining: false });
    return new Map(checks.map(({ id, status }) => [id, status]));
}
function tallyOf(target, policy) {
    const { rows } = target.subject;
    const measure = pretend(target, new Uint8Array(rows.examples.length), null, policy);
    const limit = target.check.limit ?? 0;
    const mde = measure.delta?.mde ?? null;
    const sizes = [
        ...MULTIPLES.map((times) => ({ times, of: limit > 0 ? 'limit' : 'mde' })),
        ...(limit > 0 ? [{ times: 1, of: 'mde' }] : []),
    ];
    const planted = sizes.flatMap(({ times, of }) => {
        const loss = times * (of === 'limit' ? limit : (mde ?? 0));
        const share = loss > 0 ? failingShare(target, loss) : null;
        return share === null ? [] : [{ loss, times, of, share, red: 0, expected: 0 }];
    });
    return { target, unit: measure.unit, mde, planted, red: 0, open: 0 };
}
/**
 * The chance that a drop beyond the limit and significant is seen, from a normal distribution with the measure's own
 * standard error around the true loss. Where nothing else changed, Holm asks for the level of the first of all checks.
 */
function expectedRed(loss, limit, { delta }, { confidence, correction }, checks) {
    if (delta === null || delta.mde === null || delta.units < LEAST_UNITS)
        return 0;
    const error = (0,stats/* standardErrorOfMde */.pk)(delta.mde, delta.units, confidence);
    const tail = (1 - confidence) / 2 / (correction === 'holm' ? checks : 1);
    const significant = -(0,stats/* tQuantile */.YW)(tail, delta.units - 1) * error;
    return (0,stats/* normalCdf */.vr)((loss - Math.max(limit, significant)) / error);
}
function testedCheck({ target, unit, mde, planted, red, open }, runs, nominal) {
    const { id, suite, metric, slice, limit } = target.check;
    return {
        ...{ id, suite, metric, slice, unit, mde },
        limit: limit ?? 0,
        false_alarms: falseAlarms(red, open, runs, nominal),
        power: planted.map((plant) => ({
            ...{ loss: plant.loss, times: plant.times, of: plant.of },
            red: plant.red / runs,
            expected: plant.expected / runs,
            simulation_error: 2 * Math.sqrt(((plant.red / runs) * (1 - plant.red / runs)) / runs),
        })),
    };
}
function falseAlarms(red, open, runs, nominal) {
    let most = Math.floor(nominal * runs);
    while (1 - (0,stats/* binomialCdf */.HU)(most, runs, nominal) > CHANCE)
        most++;
    return {
        red: red / runs,
        nominal,
        chance_up_to: most / runs,
        inconclusive: open / runs,
        exceeded: red > most,
    };
}

;// CONCATENATED MODULE: ./.build/selftest/run.js







/** Resamples of a test inside a simulated run: p-values then have steps of 0.001. */
const RESAMPLES = 1000;
/** Holm's adjustment divides the level by the number of checks; this many checks can share those steps. */
const CHECKS_A_STEP = 20;
/**
 * The gate's false alarms and power on the user's own rows. Suites are loaded and scored once; every simulated run then
 * works on the rows' statistics.
 * @throws GateError where a suite can't be evaluated, or where no max_regression check is there to be tested
 */
async function selftest({ request, access, runs, log }) {
    const config = await (0,_build_config/* loadConfig */.Z9)(request, access, true);
    const loaded = await (0,steps/* loadSuites */._k)(config, access, log);
    const measured = await (0,steps/* measureSuites */.s)(loaded, config, log);
    for (const { failed } of measured)
        if (failed !== null)
            throw new errors/* GateError */.ue(failed.message);
    const policy = regressionsOnly(config.gate);
    const targets = targetsOf(measured, policy);
    if (targets.length === 0) {
        throw new errors/* GateError */.ue('there is no max_regression check to test; it takes base predictions, and a max_regression in gate.checks (not of a judge, who is not asked here) or no checks at all');
    }
    const resamples = Math.min(policy.resamples, RESAMPLES * Math.ceil(targets.length / CHECKS_A_STEP));
    const step = Math.ceil(runs / 10);
    const found = simulate({
        targets,
        policy: { ...policy, resamples },
        suites: measured.map((suite) => gateSuite(suite, targets)),
        runs,
        onRun: (done) => {
            if (done % step === 0 || done === runs)
                log.info(`selftest: ${String(done)} of ${String(runs)} runs`);
        },
    });
    const exceeded = found.gate.exceeded || found.checks.some(({ false_alarms: alarms }) => alarms.exceeded);
    return {
        ...{ runs, resamples, seed: policy.seed, confidence: policy.confidence, correction: policy.correction },
        suites: measured.map(suiteLine),
        ...found,
        verdict: exceeded ? 'fail' : 'pass',
    };
}
/**
 * The gate's comparisons with the base: limits on a value know no false alarm, no judge is asked here, and no training data
 * is searched.
 */
function regressionsOnly(policy) {
    const checks = policy.checks
        ?.filter((spec) => spec.max_regression !== undefined && !(0,steps/* isJudged */.sL)(spec.metric) && !(0,measures/* isSubset */.HS)(spec.slice ?? null))
        .map((spec) => ({ ...spec, min: undefined, max: undefined }));
    return { ...policy, checks: checks ?? null, must_not_regress: null };
}
function targetsOf(measured, policy) {
    const { checks } = (0,_build_gate/* decide */.LD)({
        policy,
        measures: measured.flatMap(({ measures }) => measures),
        paired: [],
        suites: measured.map((suite) => gateSuite(suite, null)),
        hasTraining: false,
    });
    const subjects = new Map();
    return checks.flatMap((check) => {
        const { suite: name, metric, slice } = check;
        const suite = measured.find((one) => one.name === name);
        const scored = suite.scored.find((one) => one.metric.id === metric);
        const { rows } = suite.loaded;
        if (check.status === 'error')
            throw new errors/* GateError */.ue(check.reason.replace(/\.$/u, ''), { key: check.id });
        if (scored === undefined || rows === null || scored.base === null)
            return [];
        const key = JSON.stringify([name, metric]);
        const subject = subjects.get(key) ?? {
            ...{ suite: name, rows, scored },
            failed: failedAnswers(scored, rows, policy.seed),
            ...designOfSuite(suite),
        };
        subjects.set(key, subject);
        const everything = Int32Array.from(rows.examples.keys());
        const members = slice === null
            ? everything
            : (0,measures/* slicesOf */.nu)(rows, [], [slice]).find((found) => (0,measures/* sliceKey */.Q1)(found.slice) === (0,measures/* sliceKey */.Q1)(slice)).members;
        return [{ check, subject, slice, members }];
    });
}
/** A suite as the gate knows it, with only those metrics that are tested. */
function gateSuite({ name, scored, loaded }, targets) {
    const tested = targets?.filter(({ subject }) => subject.suite === name).map(({ check }) => check.metric);
    const metrics = scored.map(({ metric }) => metric.id);
    return {
        name,
        failed: null,
        headline: metrics.filter((metric) => tested?.includes(metric) ?? true),
        hasBase: (loaded.rows?.base ?? null) !== null,
    };
}
function designOfSuite({ loaded }) {
    const { rows, config } = loaded;
    if (rows === null)
        return { clusters: null, strata: null };
    const clusters = config.clusterBy === null ? null : (0,measures/* clustersOf */.Dg)(rows, config.clusterBy);
    return { clusters, strata: config.stratifyBy === null ? null : (0,measures/* strataOf */.T$)(rows, config.stratifyBy, clusters) };
}
function suiteLine(suite) {
    const { clusters } = designOfSuite(suite);
    return {
        name: suite.name,
        examples: suite.loaded.rows?.examples.length ?? 0,
        clusters: clusters === null ? null : new Set(clusters.ids).size,
    };
}

;// CONCATENATED MODULE: ./.build/selftest/text.js

/** The self-test's tables as plain text for a terminal. No line break at the end. */
function selftestText(found) {
    const { runs, resamples, checks, gate, suites, verdict } = found;
    const rows = suites.map(({ name, examples, clusters }) => `${name}: ${(0,_build_gate/* counted */.hS)(examples, 'example')}${clusters === null ? '' : ` in ${(0,_build_gate/* counted */.hS)(clusters, 'cluster')}`}`);
    const alarms = [
        ['nothing changed', 'red', 'at most', 'chance up to', 'inconclusive'],
        ...checks.map(({ id, false_alarms: own }) => [id, ...alarmCells(own)]),
        ...(checks.length > 1 ? [['any of them', ...alarmCells(gate)]] : []),
    ];
    const power = [['true loss', 'of', 'red', 'expected'], ...checks.flatMap((check) => powerRows(check))];
    return [
        `eval-gate selftest: ${verdict} (${(0,_build_gate/* counted */.hS)(runs, 'run')} of ${(0,_build_gate/* counted */.hS)(resamples, 'resample')}; ${rows.join('; ')})`,
        '',
        'False alarms: candidate and base changed places in random pairs, so that nothing is really worse.',
        ...aligned(alarms),
        '',
        'Power: randomly chosen answers of the candidate were made to fail, so that it is really worse by so much.',
        ...aligned(power),
        ...checks
            .filter((check) => check.power.length === 0)
            .map(({ id }) => `  ${id}: even if every answer failed, less would be lost than the losses to be planted.`),
        '',
        verdict === 'pass'
            ? 'The gate does not cry wolf on these rows: no share of false alarms is above what chance explains.'
            : 'The gate cries wolf on these rows: a share of false alarms is above what chance explains. Please report it.',
    ].join('\n');
}
function alarmCells({ red, nominal, chance_up_to: chance, inconclusive }) {
    return [percent(red), percent(nominal), percent(chance), percent(inconclusive)];
}
function powerRows({ id, unit, power }) {
    return power.map(({ loss, times, of, red, expected, simulation_error: error }) => [
        `${id}, ${(0,_build_gate/* sizeText */.lP)(loss, unit)}`,
        `${String(times)} × ${of === 'limit' ? 'limit' : 'MDE'}`,
        `${percent(red)} ± ${percent(error)}`,
        percent(expected),
    ]);
}
function percent(share) {
    return `${(100 * share).toFixed(1)}%`;
}
/** Columns padded to their widest cell, the first to the left and the others to the right. */
function aligned(rows) {
    const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => row[c].length)));
    return rows.map((row) => `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  ')}`);
}

;// CONCATENATED MODULE: ./.build/selftest/index.js
/** The gate tried on the user's own rows: false alarms where nothing changed, power where a known loss was planted. */




/***/ })

};
