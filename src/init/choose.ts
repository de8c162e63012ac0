import { dirname, extname } from 'node:path';
import { loadSuite, usualSlices } from '../data/index.js';
import { inferMetrics } from '../metrics/index.js';
import type { FileAccess, PathPattern, SuiteRows } from '../data/types.js';
import { overlap, pathWords, words, type DataFile } from './find.js';

/** What a starter config names. Paths and globs are relative to the folder that was looked at. */
export interface Choice {
  readonly evalSet: readonly string[];
  readonly candidate: string | null;
  readonly base: string | null;
  /** True where no file's name says which model is the base. */
  readonly guessed: boolean;
  readonly trainingData: readonly string[];
  /** Fields of the eval set that are worth a slice each, with one of their values. */
  readonly slices: readonly { readonly field: string; readonly value: string }[];
  /** Metrics that fit the references; none where nothing could be loaded. */
  readonly metrics: readonly string[];
  /** Examples of the eval set; null where nothing could be loaded. */
  readonly examples: number | null;
  /** Files with predictions for this eval set, and further eval sets, that the starter does not name. */
  readonly others: readonly string[];
}

const BASE_WORDS = words('base baseline before pretrained original old previous');
/** Likely in the name of a model as it was published, but a fine-tune may keep them: a guess. */
const PUBLISHED_WORDS = words('instruct chat vanilla zeroshot');
const CANDIDATE_WORDS = words(
  'candidate finetuned finetune tuned ft sft dpo grpo lora qlora adapter merged checkpoint ckpt epoch step after new',
);
/** A file that is taken for the outputs of a model on this eval set lacks at most this share of its examples. */
const MAX_MISSING = 0.05;
/** Pairing every eval set with every file of outputs takes time; more than this is not a training repo. */
const MAX_TRIED = 20;

/** Decides which of the files found are the eval set, the candidate's and the base's outputs, and the training data. */
export async function choose(files: readonly DataFile[], access: FileAccess): Promise<Choice> {
  const evalFiles = files.filter(({ content }) => content === 'eval');
  const unnamed = files.filter(({ content }) => content === 'questions');
  // Questions whose purpose no name tells are the eval set if there is no other, and else training data.
  const questions = evalFiles.length > 0 ? evalFiles : unnamed;
  const evalSets = grouped(questions, files);
  const single = questions.map(({ shown }) => [shown]);
  const training = files.filter(
    ({ content }) => content === 'training' || (content === 'questions' && evalFiles.length > 0),
  );
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
    metrics: best === null ? [] : inferMetrics(best.rows.examples).specs.map(({ name }) => name),
    examples: best?.rows.examples.length ?? null,
    others: [
      ...(best?.outputs ?? []).filter((path) => path !== roles.candidate && path !== roles.base),
      ...(single.includes(evalSet) ? single : evalSets).filter((set) => set !== evalSet).flat(),
    ],
  };
}

/** Files of one folder and format as a glob, where the glob means exactly them; other files one by one. */
function grouped(files: readonly DataFile[], all: readonly DataFile[]): string[][] {
  const globs = new Map<string, string[]>();
  for (const { shown } of files) {
    const glob = globOf(shown);
    globs.set(glob, [...(globs.get(glob) ?? []), shown]);
  }
  return [...globs].flatMap(([glob, paths]) => {
    const matched = all.filter(({ shown }) => globOf(shown) === glob).length;
    return paths.length > 1 && matched === paths.length ? [[glob]] : paths.map((path) => [path]);
  });
}

function globOf(path: string): string {
  const extension = path.endsWith('.gz') ? `${extname(path.slice(0, -3))}.gz` : extname(path);
  const folder = dirname(path);
  return `${folder === '.' ? '' : `${folder}/`}*${extension}`;
}

interface Pairing {
  readonly evalSet: string[];
  readonly outputs: readonly string[];
  readonly rows: SuiteRows;
}

/** The eval set that most files of outputs belong to, found by really pairing them. */
async function bestPairing(evalSets: readonly string[][], outputs: readonly string[], access: FileAccess) {
  let best: Pairing | null = null;
  for (const evalSet of evalSets) {
    const paired: string[] = [];
    let rows: SuiteRows | null = null;
    for (const output of outputs) {
      const suite = await pair(evalSet, output, access);
      if (suite === null) continue;
      rows = suite;
      paired.push(output);
    }
    if (rows !== null && paired.length > (best?.outputs.length ?? 0)) best = { evalSet, outputs: paired, rows };
  }
  return best;
}

/** The paired rows, or null where these two files don't belong together. */
async function pair(evalSet: readonly string[], output: string, access: FileAccess): Promise<SuiteRows | null> {
  const pattern = (path: string): PathPattern => ({
    pattern: path,
    baseDir: access.workingDirectory,
    place: { file: path },
    trusted: true,
  });
  try {
    const source = { name: 'default', evalSet: evalSet.map(pattern), predictions: [pattern(output)] };
    const rows = await loadSuite({ ...source, basePredictions: null, fields: {}, stripReasoning: true }, access);
    const { examples, candidate } = rows;
    return examples.length > 0 && candidate.missing <= MAX_MISSING * examples.length ? rows : null;
  } catch {
    return null;
  }
}

function assignRoles(outputs: readonly string[]): Pick<Choice, 'candidate' | 'base' | 'guessed'> {
  const named = (path: string, known: ReadonlySet<string>) => overlap(pathWords(path), known);
  if (outputs.length < 2) return { candidate: outputs[0] ?? null, base: null, guessed: false };
  const namedBase = outputs.find((path) => named(path, BASE_WORDS) && !named(path, CANDIDATE_WORDS));
  const unclaimed = outputs.filter((path) => !named(path, CANDIDATE_WORDS));
  const base = namedBase ?? unclaimed.find((path) => named(path, PUBLISHED_WORDS)) ?? unclaimed[0] ?? outputs[0]!;
  const rest = outputs.filter((path) => path !== base);
  const candidate = rest.find((path) => named(path, CANDIDATE_WORDS)) ?? rest[0]!;
  return { candidate, base, guessed: namedBase === undefined };
}

function slicesOf({ examples }: SuiteRows): Choice['slices'] {
  return [...usualSlices(examples)].flatMap(([field, [value]]) =>
    typeof value === 'string' ? [{ field, value }] : [],
  );
}
