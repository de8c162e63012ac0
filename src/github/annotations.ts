import { isAbsolute, relative, resolve, sep } from 'node:path';
import { error, warning, type AnnotationProperties } from '@actions/core';
import { harmless } from '../log.js';
import type { Annotation } from './types.js';

/** The runner shows ten of each level and drops the rest without a word. */
const PER_LEVEL = 10;
/** The runner cuts a message at 4,096 characters. */
const MESSAGE_CHARACTERS = 4000;

/** Shows the first ten of each level on the run's page and on the lines that they name. */
export function annotate(annotations: readonly Annotation[], workspace: string): void {
  for (const [level, write] of [['error', error] as const, ['warning', warning] as const]) {
    for (const annotation of annotations.filter((each) => each.level === level).slice(0, PER_LEVEL)) {
      write(harmless(annotation.message).slice(0, MESSAGE_CHARACTERS), properties(annotation, workspace));
    }
  }
}

function properties({ title, file, line }: Annotation, workspace: string): AnnotationProperties {
  const shown = harmless(title).replaceAll('\n', ' ').slice(0, 200);
  const inside = file === undefined ? null : insideWorkspace(file, workspace);
  if (inside === null) return { title: shown };
  return line === undefined ? { title: shown, file: inside } : { title: shown, file: inside, startLine: line };
}

/** The path as GitHub names it in a repository, or null where it is not in the checkout. */
function insideWorkspace(file: string, workspace: string): string | null {
  const path = relative(workspace, resolve(workspace, file));
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return null;
  return harmless(path.split(sep).join('/')).replaceAll('\n', ' ');
}
