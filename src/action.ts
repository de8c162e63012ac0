// The Action's entry: inputs and environment -> evaluate -> publish. The step fails last, when everything is published.
import { resolve } from 'node:path';
import { getInput, getMultilineInput, setFailed, setSecret, warning } from '@actions/core';
import { DEFAULT_CONFIG } from './config/index.js';
import { GateError, messageOf } from './errors.js';
import {
  commentKey,
  publish,
  readEvent,
  setOutputs,
  writeSummary,
  type CommentMode,
  type EventContext,
} from './github/index.js';
import { harmless, stderrLog } from './log.js';
import { annotations, failedChecks, renderComment, renderResolved, renderSummary, type Links } from './report/index.js';
import { choose, evaluate, type Outcome, type Session } from './session.js';

const log = stderrLog(true);
try {
  await main();
} catch (error) {
  // Only a bug of ours can end here: evaluate() and publish() turn every other fault into a result.
  const sentence = error instanceof GateError ? error.message : `a fault in eval-gate itself: ${messageOf(error)}`;
  setOutputs({ verdict: 'error', summary: sentence, 'failed-checks': [] });
  setFailed(harmless(sentence));
}

async function main(): Promise<void> {
  const token = getInput('github-token');
  if (token !== '') setSecret(token);
  const faults: GateError[] = [];
  const comment = choose(getInput('comment'), ['always', 'on-failure', 'never'], 'comment', faults);
  const session = sessionFromInputs(faults);
  const context = eventOf(faults);
  const outcome = await evaluate(context === null ? session : labelled(session, context));
  log.info(outcome.terminal);
  const commentUrl =
    context === null ? showWithoutEvent(outcome) : await show(outcome, session, context, token, comment);
  const { report } = outcome;
  for (const sentence of setOutputs({
    verdict: report.verdict,
    summary: report.summary,
    'failed-checks': failedChecks(report),
    'report-dir': outcome.reportDir ?? '',
    'report-json': outcome.reportDir === null ? '' : resolve(outcome.reportDir, 'report.json'),
    'comment-url': commentUrl ?? '',
  })) {
    warning(sentence);
  }
  if (outcome.exitCode !== 0) setFailed(harmless(report.summary));
  else if (report.verdict === 'fail') warning(harmless(`mode warn: ${report.summary}`));
}

function sessionFromInputs(faults: GateError[]): Session {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  return {
    command: 'run',
    request: {
      workingDirectory: resolve(workspace, getInput('working-directory')),
      config: getInput('config') || null,
      evalSet: getMultilineInput('eval-set'),
      predictions: getMultilineInput('predictions'),
      basePredictions: getMultilineInput('base-predictions'),
      trainingData: getMultilineInput('training-data'),
      definition: null,
      n: null,
    },
    candidateLabel: getInput('candidate-label') || null,
    baseLabel: getInput('base-label') || null,
    mode: choose(getInput('mode'), ['enforce', 'warn'], 'mode', faults),
    allPairs: false,
    writeClean: null,
    reportDir: getInput('report-dir') || 'eval-gate-report',
    env: process.env,
    log,
    faults,
  };
}

/** Null where the run can't tell what it is about, which leaves no pull request to write to. */
function eventOf(faults: GateError[]): EventContext | null {
  try {
    return readEvent(process.env);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    faults.push(error);
    return null;
  }
}

function showWithoutEvent({ report }: Outcome): null {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  const unwritten = writeSummary(path, (maxBytes) => renderSummary(report, { links: {}, maxBytes }), []);
  if (unwritten !== null) warning(unwritten);
  return null;
}

/** Without a label the candidate is called by the commit that was evaluated. */
function labelled(session: Session, { target }: EventContext): Session {
  const sha = target.kind === 'none' ? process.env['GITHUB_SHA'] : target.headSha;
  return { ...session, candidateLabel: session.candidateLabel ?? sha?.slice(0, 7) ?? null };
}

async function show(outcome: Outcome, session: Session, context: EventContext, token: string, comment: CommentMode) {
  const { report } = outcome;
  const links: Links = { run: context.runUrl };
  const { commentUrl } = await publish({
    context,
    token,
    comment,
    key: keyOf(session, context),
    verdict: report.verdict,
    body: (marker, maxBytes) => renderComment(report, { marker, maxBytes, links }),
    resolvedBody: (marker) => renderResolved(report, { marker, links }),
    summary: (maxBytes) => renderSummary(report, { links, maxBytes }),
    // The report's paths are relative to the working directory, GitHub's to the workspace.
    annotations: annotations(report).map(({ file, ...rest }) => ({
      ...rest,
      file: file === undefined ? undefined : resolve(session.request.workingDirectory, file),
    })),
    log,
  });
  return commentUrl;
}

function keyOf({ request }: Session, { workflow, job }: EventContext): string {
  return commentKey({
    explicit: getInput('comment-key'),
    workflow,
    job,
    configPath: request.config ?? DEFAULT_CONFIG,
    workingDirectory: getInput('working-directory'),
    predictions: request.predictions,
  });
}
