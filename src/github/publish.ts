import { setSecret } from '@actions/core';
import { annotate } from './annotations.js';
import { connect, realTiming, type Client } from './client.js';
import { writeSticky, type StickyResult } from './comments.js';
import { explainFault } from './faults.js';
import { renderMarker, type Marker } from './marker.js';
import { findPullRequest } from './pulls.js';
import { writeSummary } from './summary.js';
import { fitText } from './text.js';
import type { Annotation, CommitTarget, PublishInput, PublishResult, Timing } from './types.js';

/** GitHub rejects a comment above 65,536 characters; bytes are never fewer than characters. */
const COMMENT_BYTES = 60_000;

/**
 * Writes the comment, the step summary and the annotations. A fault of GitHub's never throws: it becomes a warning,
 * and the verdict and the summary stand.
 */
export async function publish(input: PublishInput, timing: Timing = realTiming): Promise<PublishResult> {
  const token = input.token.trim();
  if (token !== '') setSecret(token);
  const { url, warning } = await publishComment({ ...input, token }, timing);
  const warnings = warning === null ? [] : [warning];
  const unwritten = writeSummary(process.env['GITHUB_STEP_SUMMARY'], input.summary, warnings);
  if (unwritten !== null) warnings.push(unwritten);
  const ours = warnings.map((message): Annotation => ({ level: 'warning', title: 'eval-gate', message }));
  annotate([...ours, ...input.annotations], input.context.workspace);
  return { commentUrl: url, warnings };
}

interface CommentOutcome {
  readonly url: string | null;
  readonly warning: string | null;
}

const nothing: CommentOutcome = { url: null, warning: null };

async function publishComment(input: PublishInput, timing: Timing): Promise<CommentOutcome> {
  const { context, token, log } = input;
  const { target } = context;
  if (input.comment === 'never') return nothing;
  if (target.kind === 'none') {
    log.info(`No comment: a ${context.eventName} event has no pull request. The result is in the step summary.`);
    return nothing;
  }
  if (token === '') {
    return { url: null, warning: 'no comment is written: the input github-token is empty; the verdict stands' };
  }
  let pullRequest = target.kind === 'pull_request' ? target.number : null;
  try {
    const client = await connect(context, token, timing);
    if (target.kind === 'commit') pullRequest = await resolvePullRequest(client, input, target);
    if (pullRequest === null) return nothing;
    const marker: Marker = { key: input.key, sha: target.headSha, runId: context.runId, attempt: context.attempt };
    const comment = { pullRequest, marker, ...renderComment(input, renderMarker(marker)) };
    return tell(input, pullRequest, await writeSticky(client, context, comment, timing));
  } catch (error) {
    return { url: null, warning: explainFault(error, input, pullRequest) };
  }
}

async function resolvePullRequest(
  client: Client,
  { context, token, log }: PublishInput,
  target: CommitTarget,
): Promise<number | null> {
  try {
    const found = await findPullRequest(client, context, target);
    if (found === null) log.info(`No comment: no open pull request has the commit ${target.headSha} at its head.`);
    return found;
  } catch (error) {
    if (target.expected) throw error;
    // A push need not belong to a pull request, and its token need not be able to read them.
    log.info(`No comment: ${explainFault(error, { context, token }, null)}.`);
    return null;
  }
}

/** What is written for this verdict, and whether it is worth a comment where there is none yet. */
function renderComment(input: PublishInput, marker: string): { body: string; create: boolean } {
  const { comment, verdict } = input;
  const wanted = comment === 'always' || verdict === 'fail' || verdict === 'error';
  // An inconclusive run resolves nothing, but an earlier failure must not stand for it either: it is updated.
  const text = !wanted && verdict === 'pass' ? input.resolvedBody(marker) : input.body(marker, COMMENT_BYTES);
  // A comment without its marker would never be found again: every run would add one.
  const marked = text.startsWith(`${marker}\n`) ? text : `${marker}\n${text}`;
  return { body: fitText(marked, COMMENT_BYTES), create: wanted };
}

function tell({ context, log }: PublishInput, pullRequest: number, { url, outcome }: StickyResult): CommentOutcome {
  const where = `pull request ${String(pullRequest)}`;
  switch (outcome) {
    case 'written':
      log.info(`Comment on ${where}: ${url ?? ''}`);
      break;
    case 'nothing to update':
      log.info(`No comment on ${where}: nothing failed, and there is none to resolve.`);
      break;
    case 'newer run':
      log.info(`The comment on ${where} is from a newer run than ${context.runUrl} and is left alone.`);
      break;
    case 'newer head':
      log.info(`${where} has newer commits than the one that was evaluated: its comment is left alone.`);
      break;
    case 'contended':
      return {
        url,
        warning: `other runs kept changing the comment on ${where} while it was written; check that it is from ${context.runUrl}`,
      };
  }
  return { url, warning: null };
}
