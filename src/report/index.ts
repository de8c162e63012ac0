// Makes one value of a run, and every rendering from that value alone.
export { buildReport, type ReportParts, type SuiteParts } from './build.js';
export { listFlips, type FlipLists, type FlipTexts } from './flips.js';
export { serializeReport } from './serialize.js';
export { renderTerminal } from './terminal.js';
export { annotations, failedChecks, type Annotation } from './annotations.js';
export {
  renderComment,
  renderMarkdownReport,
  renderResolved,
  renderSummary,
  type CommentOptions,
  type Links,
} from './markdown/index.js';
