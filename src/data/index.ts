/** Reads rows from files (formats/), says what a row means (shapes/), and lays predictions beside examples (pairing/). */
export { readDocument } from './document.js';
export { resolveFiles, type ResolvedFile, STDIN } from './files.js';
export {
  isJsonLines,
  LongText,
  MAX_ROW_BYTES,
  parseTrainingLine,
  readBytes,
  readRows,
  readTrainingRows,
  type Row,
  type TextObject,
  type TextTree,
  type TrainingLine,
  withoutMark,
} from './formats/index.js';
export { sha256OfFiles } from './hash.js';
export { JsonDocument } from './json-document.js';
export { promptKey } from './pairing/index.js';
export { stripReasoning } from './reasoning.js';
export { idOf, scoreOf, textOf, valueOf } from './shapes/index.js';
export { shorten } from './shorten.js';
export { loadSuite } from './suite.js';
export type * from './types.js';
export { usualSlices } from './usual-slices.js';
