// Renders a report as GitHub-flavoured markdown; escape.ts is the one place where foreign text becomes markup.
export { renderComment, renderMarkdownReport, renderSummary, type CommentOptions, type Links } from './render.js';
export { renderResolved } from './resolved.js';
