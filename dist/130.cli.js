export const id = 130;
export const ids = [130];
export const modules = {

/***/ 6130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* reexport */ runInit)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/errors.js
var errors = __webpack_require__(9243);
// EXTERNAL MODULE: ./.build/data/index.js + 35 modules
var data = __webpack_require__(4442);
// EXTERNAL MODULE: ./.build/metrics/index.js + 43 modules
var metrics = __webpack_require__(6612);
;// CONCATENATED MODULE: ./.build/init/find.js



const DATA_FILE = /\.(?:jsonl|ndjson|json|csv|tsv)(?:\.gz)?$/iu;
/** Folders that hold no data of the user's, or our own reports. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'build', 'venv', 'wandb', 'eval-gate-report']);
const MAX_DEPTH = 5;
const MAX_FILES = 500;
/** A JSON document is read whole; training data this large is nearly always JSON Lines. */
const MAX_JSON_BYTES = 50_000_000;
const TRAINING_WORDS = words('train training trainset');
const EVAL_WORDS = words('eval evals evaluation test tests testset valid validation val dev bench benchmark heldout gold');
const PREDICTION_WORDS = words('pred preds prediction predictions out output outputs generated generations responses');
/** Names under which models' outputs are known (the contract's "Rows"), and those of files that tools write. */
const OUTPUT_KEYS = ['output', 'outputs', 'prediction', 'predict', 'response', 'completion', 'generated_text'];
/**
 * The data files below a folder with what each of them holds, sorted by path. Files without rows of a known kind are
 * left out, and so are hidden folders and files that can't be read.
 */
async function findDataFiles(folder) {
    const found = [];
    for (const path of await listFiles(folder, MAX_DEPTH)) {
        const file = { path, shown: (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/') };
        const row = await firstRow(file);
        const content = row === null ? null : contentOf(row, pathWords(file.shown));
        if (content !== null)
            found.push({ ...file, content });
    }
    return found;
}
/** The lower-case words that a path is made of: `out/base-model.jsonl` has out, base, model and jsonl. */
function pathWords(path) {
    return new Set(path.toLowerCase().split(/[^\p{L}\p{N}]+/u));
}
/** The words of a list that is written as one text. */
function words(list) {
    return new Set(list.split(' '));
}
/** Whether two sets have a word in common. */
function overlap(one, other) {
    for (const word of one)
        if (other.has(word))
            return true;
    return false;
}
async function listFiles(folder, depth) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = [];
    for (const entry of entries) {
        if (files.length >= MAX_FILES)
            break;
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory()) {
            const skipped = entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name) || depth === 0;
            if (!skipped)
                files.push(...(await listFiles(path, depth - 1)));
        }
        else if (entry.isFile() && DATA_FILE.test(entry.name))
            files.push(path);
    }
    return files.slice(0, MAX_FILES);
}
/** A file that can't be read as rows (package.json, say) is none of ours, so it is no error either. */
async function firstRow(file) {
    if (/\.json(?:\.gz)?$/iu.test(file.shown) && (await (0,promises_.stat)(file.path)).size > MAX_JSON_BYTES)
        return null;
    try {
        for await (const { row } of (0,data/* readRows */.aK)(file))
            return row;
        return null;
    }
    catch {
        return null;
    }
}
function contentOf(row, path) {
    const has = (...keys) => keys.every((key) => Object.hasOwn(row, key));
    const written = overlap(path, PREDICTION_WORDS);
    // OpenAI and vLLM batches, lm-evaluation-harness samples, LLaMA-Factory's generated_predictions.
    if (has('custom_id', 'response') || has('doc_id', 'filter') || has('predict'))
        return 'predictions';
    // Here an output key holds the reference answer, unless the file's name says that a model wrote it.
    if (has('instruction', 'output') || has('prompt', 'completion'))
        return written ? 'predictions' : purpose(row, path);
    if (OUTPUT_KEYS.some((key) => has(key)))
        return 'predictions';
    const answered = [['reference'], ['references'], ['messages'], ['conversations'], ['question', 'answer']];
    return answered.some((keys) => has(...keys)) ? purpose(row, path) : null;
}
function purpose(row, path) {
    if (overlap(path, TRAINING_WORDS))
        return 'training';
    if (overlap(path, EVAL_WORDS))
        return 'eval';
    return Object.hasOwn(row, 'reference') || Object.hasOwn(row, 'references') ? 'eval' : 'questions';
}

;// CONCATENATED MODULE: ./.build/init/choose.js




const BASE_WORDS = words('base baseline before pretrained original old previous');
/** Likely in the name of a model as it was published, but a fine-tune may keep them: a guess. */
const PUBLISHED_WORDS = words('instruct chat vanilla zeroshot');
const CANDIDATE_WORDS = words('candidate finetuned finetune tuned ft sft dpo grpo lora qlora adapter merged checkpoint ckpt epoch step after new');
/** A file that is taken for the outputs of a model on this eval set lacks at most this share of its examples. */
const MAX_MISSING = 0.05;
/** Pairing every eval set with every file of outputs takes time; more than this is not a training repo. */
const MAX_TRIED = 20;
/** Decides which of the files found are the eval set, the candidate's and the base's outputs, and the training data. */
async function choose(files, access) {
    const evalFiles = files.filter(({ content }) => content === 'eval');
    const unnamed = files.filter(({ content }) => content === 'questions');
    // Questions whose purpose no name tells are the eval set if there is no other, and else training data.
    const questions = evalFiles.length > 0 ? evalFiles : unnamed;
    const evalSets = grouped(questions, files);
    const single = questions.map(({ shown }) => [shown]);
    const training = files.filter(({ content }) => content === 'training' || (content === 'questions' && evalFiles.length > 0));
    const outputs = files.filter(({ content }) => content === 'predictions').map(({ shown }) => shown);
    // Files of one folder are usually one eval set, but they may be several.
    const tried = [...evalSets, ...single.filter(([path]) => !evalSets.some(([other]) => other === path))];
    const best = await bestPairing(tried.slice(0, MAX_TRIED), outputs.slice(0, MAX_TRIED), access);
    const roles = assignRoles(best?.outputs ?? []);
    const evalSet = best?.evalSet ?? evalSets[0] ?? [];
    return {
        evalSet,
        ...roles,
        trainingData: grouped(training, files).flat(),
        slices: best === null ? [] : slicesOf(best.rows),
        metrics: best === null ? [] : (0,metrics/* inferMetrics */.oR)(best.rows.examples).specs.map(({ name }) => name),
        examples: best?.rows.examples.length ?? null,
        others: [
            ...(best?.outputs ?? []).filter((path) => path !== roles.candidate && path !== roles.base),
            ...(single.includes(evalSet) ? single : evalSets).filter((set) => set !== evalSet).flat(),
        ],
    };
}
/** Files of one folder and format as a glob, where the glob means exactly them; other files one by one. */
function grouped(files, all) {
    const globs = new Map();
    for (const { shown } of files) {
        const glob = globOf(shown);
        globs.set(glob, [...(globs.get(glob) ?? []), shown]);
    }
    return [...globs].flatMap(([glob, paths]) => {
        const matched = all.filter(({ shown }) => globOf(shown) === glob).length;
        return paths.length > 1 && matched === paths.length ? [[glob]] : paths.map((path) => [path]);
    });
}
function globOf(path) {
    const extension = path.endsWith('.gz') ? `${(0,external_node_path_.extname)(path.slice(0, -3))}.gz` : (0,external_node_path_.extname)(path);
    const folder = (0,external_node_path_.dirname)(path);
    return `${folder === '.' ? '' : `${folder}/`}*${extension}`;
}
/** The eval set that most files of outputs belong to, found by really pairing them. */
async function bestPairing(evalSets, outputs, access) {
    let best = null;
    for (const evalSet of evalSets) {
        const paired = [];
        let rows = null;
        for (const output of outputs) {
            const suite = await pair(evalSet, output, access);
            if (suite === null)
                continue;
            rows = suite;
            paired.push(output);
        }
        if (rows !== null && paired.length > (best?.outputs.length ?? 0))
            best = { evalSet, outputs: paired, rows };
    }
    return best;
}
/** The paired rows, or null where these two files don't belong together. */
async function pair(evalSet, output, access) {
    const pattern = (path) => ({
        pattern: path,
        baseDir: access.workingDirectory,
        place: { file: path },
        trusted: true,
    });
    try {
        const source = { name: 'default', evalSet: evalSet.map(pattern), predictions: [pattern(output)] };
        const rows = await (0,data/* loadSuite */.bu)({ ...source, basePredictions: null, fields: {}, stripReasoning: true }, access);
        const { examples, candidate } = rows;
        return examples.length > 0 && candidate.missing <= MAX_MISSING * examples.length ? rows : null;
    }
    catch {
        return null;
    }
}
function assignRoles(outputs) {
    const named = (path, known) => overlap(pathWords(path), known);
    if (outputs.length < 2)
        return { candidate: outputs[0] ?? null, base: null, guessed: false };
    const namedBase = outputs.find((path) => named(path, BASE_WORDS) && !named(path, CANDIDATE_WORDS));
    const unclaimed = outputs.filter((path) => !named(path, CANDIDATE_WORDS));
    const base = namedBase ?? unclaimed.find((path) => named(path, PUBLISHED_WORDS)) ?? unclaimed[0] ?? outputs[0];
    const rest = outputs.filter((path) => path !== base);
    const candidate = rest.find((path) => named(path, CANDIDATE_WORDS)) ?? rest[0];
    return { candidate, base, guessed: namedBase === undefined };
}
function slicesOf({ examples }) {
    return [...(0,data/* usualSlices */.ge)(examples)].flatMap(([field, [value]]) => typeof value === 'string' ? [{ field, value }] : []);
}

;// CONCATENATED MODULE: ./.build/init/yaml-text.js
/** Text that is the same text as an unquoted YAML scalar: no syntax, no number, no `true`. */
const PLAIN = /^[A-Za-z_][\w./-]*(?:\*[\w./-]*)?$/u;
const WORDS_WITH_A_MEANING = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;
/** A text as a YAML scalar on one line, quoted only where it must be. JSON's escapes are YAML's too. */
function scalar(text) {
    return PLAIN.test(text) && !WORDS_WITH_A_MEANING.test(text) ? text : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./.build/init/config-text.js

/** Where a starter expects the files that were not found. */
const EXPECTED = {
    evalSet: 'eval/*.jsonl',
    candidate: 'out/candidate.jsonl',
    base: 'out/base.jsonl',
};
/** A commented eval-gate.yml for these files. It names what exists, and explains the rest in comments. */
function configText(choice) {
    const sections = [header(choice), suiteText(choice), contaminationText(choice), gateText(choice)];
    return `${sections.join('\n\n')}\n`;
}
function header({ others }) {
    const lines = ['# What eval-gate compares, and what it checks. Paths are relative to this file.', 'version: 1'];
    if (others.length === 0)
        return lines.join('\n');
    // A comment ends with its line, and a file name may hold a line break.
    const names = others.map((path) => scalar(path)).join(', ');
    return [lines[0], `# Found too, and not named here: ${names}`, lines[1]].join('\n');
}
function suiteText(choice) {
    const { evalSet, candidate, base, guessed, slices } = choice;
    const rows = choice.examples === null ? ', with "id", "prompt" and "reference"' : ` (${choice.examples} here)`;
    return [
        `# The eval set: one row an example${rows}.`,
        paths('eval_set', evalSet.length > 0 ? evalSet : [EXPECTED.evalSet]),
        '',
        `# What the fine-tuned model answered${candidate === null ? ': rows with "id" and "output"' : ''}.`,
        ...(guessed
            ? ['# The file names do not say which model is the base: swap the two lines if they are the wrong way round.']
            : []),
        `predictions: ${scalar(candidate ?? EXPECTED.candidate)}`,
        ...baseText(candidate, base),
        '',
        '# Without this line metrics are chosen from the references, and the report says which.',
        choice.metrics.length === 0 ? '# metrics: [exact_match]' : `metrics: [${choice.metrics.join(', ')}]`,
        ...(slices.length === 0
            ? []
            : [
                '',
                '# Every metric is shown for each value of these fields as well.',
                `slices: [${slices.map(({ field }) => field).join(', ')}]`,
            ]),
    ].join('\n');
}
function baseText(candidate, base) {
    // Without any predictions the workflow's predict job writes both files.
    if (base !== null || candidate === null)
        return [`base_predictions: ${scalar(base ?? EXPECTED.base)}`];
    return [
        '# What the model that it was fine-tuned from answered. Without it nothing can be called a regression.',
        `# base_predictions: ${EXPECTED.base}`,
    ];
}
function contaminationText({ trainingData }) {
    const why = '# Are rows of the eval set in the data that the model was trained on?';
    if (trainingData.length > 0)
        return [why, 'contamination:', indent(paths('training_data', trainingData))].join('\n');
    return [why, '# contamination:', '#   training_data: data/train/*.jsonl'].join('\n');
}
function gateText({ slices: [slice], metrics: [metric = 'exact_match'] }) {
    return [
        'gate:',
        '  # The same inputs and seed give the same report.',
        '  seed: 0',
        '  # Without checks no headline metric may drop by more than 0.02 (2 on a scale of 100) beyond what noise explains,',
        '  # and no eval row may stand in the training data. Checks of your own replace both:',
        '  # checks:',
        `  #   - { metric: ${metric}, max_regression: "2%" } # 2% of the base's value`,
        ...(slice === undefined
            ? []
            : [`  #   - { metric: ${metric}, slice: { ${slice.field}: ${scalar(slice.value)} }, max_regression: "5%" }`]),
        '  #   - { metric: contamination_rate, max: 0 }',
    ].join('\n');
}
function paths(key, values) {
    return values.length === 1
        ? `${key}: ${scalar(values[0])}`
        : [`${key}:`, ...values.map((value) => `  - ${scalar(value)}`)].join('\n');
}
function indent(text) {
    return text.replace(/^/gmu, '  ');
}

;// CONCATENATED MODULE: ./.build/init/workflow-text.js


/** A commented workflow that runs the gate on every pull request. */
function workflowText({ folder, toPredict }) {
    const head = `# Asks on every pull request: is the fine-tuned model really better than its base?
name: eval-gate
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment; a pull request from a fork gets the verdict without it
jobs:
`;
    const outputs = toPredict.map((path) => external_node_path_.posix.join(folder, path));
    return `${head}${outputs.length === 0 ? '' : predictJob(outputs)}${gateJob(folder, outputs)}`;
}
function predictJob(outputs) {
    const list = outputs.map((path) => `            ${path}\n`).join('');
    return `  predict:
    runs-on: ubuntu-latest # or your own machine with a GPU: [self-hosted, gpu]
    steps:
      - uses: actions/checkout@v6
      - name: Predict
        # Put your command here. It must write ${outputs.map((path) => scalar(path)).join(' and ')}.
        run: |
          echo "::error::eval-gate.yml (the workflow) has no command yet that writes the predictions"
          exit 1
      - uses: actions/upload-artifact@v6
        with:
          name: predictions
          path: |
${list}          if-no-files-found: error

`;
}
function gateJob(folder, outputs) {
    const directory = folder === '' ? '' : `        with:\n          working-directory: ${scalar(folder)}\n`;
    const use = `      - uses: owner/eval-gate@v1 # owner: the account that eval-gate lives in\n${directory}`;
    if (outputs.length === 0) {
        return `  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
${use}`;
    }
    return `  gate:
    needs: predict
    # A job that is skipped because the one it needs failed counts as green for a required check. This one runs all the
    # same, finds no predictions, and is red.
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/download-artifact@v7
        # Without predictions the gate says so, in the comment too.
        continue-on-error: true
        with:
          name: predictions
          path: ${scalar(commonFolder(outputs))}
${use}`;
}
/** Where the artifact is unpacked: upload-artifact stores paths relative to the folder that all files have in common. */
function commonFolder(paths) {
    const folders = paths.map((path) => external_node_path_.posix.dirname(path).split('/'));
    const shared = folders[0].filter((_, i) => folders.every((parts) => parts.slice(0, i + 1).join('/') === folders[0].slice(0, i + 1).join('/')));
    return shared.length === 0 ? '.' : shared.join('/');
}

;// CONCATENATED MODULE: ./.build/init/init.js









/**
 * Looks at the data files below a folder and writes eval-gate.yml and .github/workflows/eval-gate.yml (at the root of the
 * git repository) for them. A file that is there already is left as it is. Says what it took for what, and what is still
 * missing before the gate can run.
 * @throws GateError where a file can't be written
 */
async function runInit({ workingDirectory, log }) {
    const files = await findDataFiles(workingDirectory);
    const found = await choose(files, { workingDirectory, root: null });
    const repository = repositoryRoot(workingDirectory);
    const toPredict = [found.candidate ?? EXPECTED.candidate, found.candidate === null ? EXPECTED.base : found.base]
        .filter((path) => path !== null)
        .filter((path) => found.candidate === null || isIgnored(path, workingDirectory));
    const folder = (0,external_node_path_.relative)(repository, workingDirectory).split(external_node_path_.sep).join('/');
    const starters = [
        { path: (0,external_node_path_.join)(workingDirectory, 'eval-gate.yml'), text: configText(found) },
        { path: (0,external_node_path_.join)(repository, '.github', 'workflows', 'eval-gate.yml'), text: workflowText({ folder, toPredict }) },
    ];
    const written = [];
    for (const { path, text } of starters) {
        const shown = (0,external_node_path_.relative)(workingDirectory, path).split(external_node_path_.sep).join('/');
        if (await writeNew(path, text, shown))
            written.push(shown);
        else
            log.warn(`${shown} is there already and was left as it is${unlessRun(shown, folder)}`);
    }
    if (written.length > 0)
        log.info(`Wrote ${written.join(' and ')}.`);
    explain(found, toPredict, log);
    return { written, found };
}
/** One workflow is for one folder: that of a sibling does not run this folder's gate. */
function unlessRun(shown, folder) {
    if (folder === '' || !shown.startsWith('../'))
        return '';
    return `; give it a job whose eval-gate step has working-directory: ${folder}, if it has none`;
}
function explain(found, toPredict, log) {
    const { evalSet, candidate, base, trainingData, guessed, examples, others } = found;
    const say = (what, paths) => log.info(`${what}: ${paths.length === 0 ? 'none found' : paths.join(', ')}`);
    say(`Eval set${examples === null ? '' : ` (${examples} examples)`}`, evalSet);
    say('Candidate predictions', candidate === null ? [] : [candidate]);
    say('Base predictions', base === null ? [] : [base]);
    say('Training data', trainingData);
    if (others.length > 0)
        log.warn(`found too, and not gated yet: ${others.join(', ')}; several eval sets are several suites (docs/config.md)`);
    if (guessed)
        log.warn('the file names do not say which model is the base: check predictions and base_predictions in eval-gate.yml');
    const missing = missingSentence(found);
    if (missing !== null)
        log.warn(missing);
    else
        log.info('Try it now: the same command with run in place of init.');
    log.info('In the workflow, put the account that your eval-gate lives in where it says owner.');
    if (toPredict.length > 0) {
        log.warn(`the workflow can't pass yet: put the command that writes ${toPredict.join(' and ')} into its predict job`);
    }
}
function missingSentence({ evalSet, candidate, base, trainingData }) {
    const evalRows = `an eval set with rows of "id", "prompt" and "reference" (such as ${EXPECTED.evalSet})`;
    const outputs = `the model's outputs with rows of "id" and "output" (such as ${EXPECTED.candidate})`;
    if (evalSet.length === 0)
        return `the gate can't run yet: it needs ${candidate === null ? `${evalRows}, and ${outputs}` : evalRows}`;
    if (candidate === null)
        return `the gate can't run yet: no file has outputs for these examples; it needs ${outputs}`;
    if (base === null && trainingData.length === 0)
        return `nothing would be gated yet: name base_predictions or training data in eval-gate.yml, or a check with a min`;
    return null;
}
/** Writes a file that is not there yet. */
async function writeNew(path, text, shown) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, { flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST' && (0,external_node_fs_.existsSync)(path))
            return false;
        throw new errors/* GateError */.ue(`can't be written (${(0,errors/* messageOf */.bD)(error)})`, { file: shown }, { cause: error });
    }
}
/** The nearest folder upwards that holds a .git, since GitHub reads workflows only there; else the folder itself. */
function repositoryRoot(folder) {
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(at, '.git')))
            return at;
        if (at === (0,external_node_path_.dirname)(at))
            return folder;
    }
}
/** Whether git ignores a path, so that a checkout on GitHub has no such file. Without git nothing is ignored. */
function isIgnored(path, folder) {
    return (0,external_node_child_process_.spawnSync)('git', ['check-ignore', '--quiet', '--', path], { cwd: folder, stdio: 'ignore' }).status === 0;
}

;// CONCATENATED MODULE: ./.build/init/index.js
/** Writes a starter config and workflow from the files that are there (`eval-gate init`). */



/***/ })

};
