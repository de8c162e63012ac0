import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { stat as statCallback, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type FastGlob from 'fast-glob';
import { GateError, messageOf } from '../errors.js';
import { isInside } from '../inside.js';
import { nearest } from '../nearest.js';
import { compareCodePoints } from './order.js';
import type { FileAccess, PathPattern } from './types.js';

/** A file that may be read. */
export interface ResolvedFile {
  /** Absolute. */
  readonly path: string;
  /** As shown to the user: relative to the working directory, with `/`. */
  readonly shown: string;
}

/** The standard input, as training data. */
export const STDIN: ResolvedFile = { path: '-', shown: 'stdin' };

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
export async function resolveFiles(patterns: readonly PathPattern[], access: FileAccess): Promise<ResolvedFile[]> {
  const root = access.root === null ? null : await realpath(access.root);
  const found: ResolvedFile[] = [];
  for (const pattern of patterns) {
    for (const path of await resolvePattern(pattern, access.root, root)) {
      found.push({ path, shown: shownPath(path, access.workingDirectory) });
    }
  }
  found.sort((a, b) => compareCodePoints(a.shown, b.shown));
  const real = new Map<string, ResolvedFile>();
  for (const file of found) {
    const key = await realpath(file.path);
    if (!real.has(key)) real.set(key, file);
  }
  return [...real.values()];
}

/** A path as users see it: relative to the working directory where that is shorter to read, with `/`. */
function shownPath(path: string, workingDirectory: string): string {
  const inside = relative(workingDirectory, path);
  return (inside === '' ? path : inside).split(sep).join('/');
}

async function resolvePattern(pattern: PathPattern, root: string | null, realRoot: string | null): Promise<string[]> {
  const text = pattern.pattern;
  if (text.trim() === '') throw new GateError('is an empty path', pattern.place);
  if (text.includes('\0')) throw new GateError('holds a NUL character, which no path can', pattern.place);
  const literal = resolve(pattern.baseDir, text);
  const fastGlob = MAYBE_GLOB.test(text) ? (await import('fast-glob')).default : null;
  const base = literalFolder(pattern, literal, fastGlob);
  if (root !== null && realRoot !== null && !pattern.trusted && !isInside(base, root) && !isInside(base, realRoot)) {
    throw new GateError(`"${text}" lies outside the workspace; a config may only name files inside it`, pattern.place);
  }
  const paths = (await exists(literal)) ? [literal] : fastGlob === null ? [] : await matchGlob(pattern, fastGlob);
  if (paths.length === 0) {
    throw new GateError(`no file matches "${text}"${await closeFile(literal, base)}`, pattern.place);
  }
  const allowed = realRoot === null ? null : [realRoot, ...(pattern.trusted ? [await realFolder(base)] : [])];
  for (const path of paths) await assertReadable(path, pattern, allowed);
  return paths;
}

/** The folder that a pattern certainly stays below: all its parts before the first glob character, or a file's folder. */
function literalFolder(pattern: PathPattern, literal: string, fastGlob: typeof FastGlob | null): string {
  if (fastGlob?.isDynamicPattern(pattern.pattern) !== true) return dirname(literal);
  const parts: string[] = [];
  for (const part of withSlashes(pattern.pattern).split('/')) {
    if (part !== '' && fastGlob.isDynamicPattern(part)) break;
    parts.push(part);
  }
  const prefix = parts.join('/');
  return resolve(pattern.baseDir, prefix === '' && isAbsolute(pattern.pattern) ? '/' : prefix);
}

async function matchGlob(pattern: PathPattern, fastGlob: typeof FastGlob): Promise<string[]> {
  const { pattern: text, baseDir, place } = pattern;
  if (!fastGlob.isDynamicPattern(text)) return [];
  if (text.split('{').length - 1 > MAX_BRACE_GROUPS) {
    throw new GateError(`"${text}" has more than ${MAX_BRACE_GROUPS} {…} groups; write several patterns`, place);
  }
  try {
    const matches = await fastGlob(withSlashes(text), {
      cwd: baseDir,
      absolute: true,
      onlyFiles: false,
      extglob: false,
      fs: { stat: statOnce() as typeof statCallback },
    });
    const kinds = await Promise.all(matches.map((match) => stat(match).catch(() => null)));
    return matches.filter((_, i) => kinds[i]?.isDirectory() !== true).map((match) => resolve(match));
  } catch (error) {
    throw new GateError(`"${text}" can't be matched (${messageOf(error)})`, place, { cause: error });
  }
}

/**
 * A `stat` for following links that lets each linked folder be entered once: links that lead to each other would
 * otherwise be followed in every combination.
 */
function statOnce() {
  const entered = new Set<string>();
  return (path: string, done: (error: NodeJS.ErrnoException | null, stats?: unknown) => void): void => {
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

async function assertReadable(path: string, pattern: PathPattern, allowed: readonly string[] | null): Promise<void> {
  const what = `"${pattern.pattern}"${resolve(pattern.baseDir, pattern.pattern) === path ? '' : ` matches ${basename(path)}, which`}`;
  const real = await realpath(path).catch(() => null);
  if (real === null) throw new GateError(`${what} is a link to a file that is not there`, pattern.place);
  if (allowed !== null && !allowed.some((folder) => isInside(real, folder))) {
    throw new GateError(`${what} is a link that leads outside the workspace`, pattern.place);
  }
  const stats = await stat(real);
  if (stats.isDirectory()) {
    throw new GateError(`${what} is a folder; write a glob such as "${pattern.pattern}/*.jsonl"`, pattern.place);
  }
  if (!stats.isFile()) throw new GateError(`${what} is not a regular file`, pattern.place);
}

/** Which name in the pattern's folder comes closest, as the end of a message. */
async function closeFile(literal: string, folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return '; its folder does not exist';
  const close = dirname(literal) === folder ? nearest(basename(literal), names.sort(compareCodePoints)) : null;
  return close === null ? '' : `; did you mean "${close}"?`;
}

function withSlashes(pattern: string): string {
  return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
