/** GitHub: reads the event of this run, and writes the comment, step summary, annotations and outputs. Knows strings and numbers only. */
export { readEvent } from './event.js';
export { commentKey, type CommentKeyParts } from './marker.js';
export { setOutputs, type OutputValue } from './outputs.js';
export { publish } from './publish.js';
export { writeSummary } from './summary.js';
export type {
  Annotation,
  CommentMode,
  CommentTarget,
  EventContext,
  PublishedVerdict,
  PublishInput,
  PublishResult,
  Timing,
} from './types.js';
