import { createHash } from 'node:crypto';

/** Who wrote a comment: the first line of its body, invisible to readers. */
export interface Marker {
  /** The comment key; only its hash is written. */
  readonly key: string;
  readonly sha: string | null;
  readonly runId: number;
  readonly attempt: number;
}

/** A marker as read back from a comment. */
export interface FoundMarker {
  readonly keyHash: string;
  readonly runId: number;
  readonly attempt: number;
}

const MARKER_LINE =
  /^<!-- eval-gate key=([0-9a-f]{32}) sha=[0-9A-Za-z]* run=([0-9]{1,15}) attempt=([0-9]{1,9}) -->(?=\r?\n|$)/u;

/** The marker's line. Nothing in it can end the HTML comment: hashes, letters and digits only. */
export function renderMarker({ key, sha, runId, attempt }: Marker): string {
  const commit = (sha ?? '').replace(/[^0-9A-Za-z]/gu, '');
  return `<!-- eval-gate key=${hashKey(key)} sha=${commit} run=${String(runId)} attempt=${String(attempt)} -->`;
}

/**
 * The marker of a comment, or null. It counts only as the very first line, so that a bot which quotes somebody's text
 * does not become us.
 */
export function parseMarker(body: string): FoundMarker | null {
  const match = MARKER_LINE.exec(body);
  if (match === null) return null;
  return { keyHash: match[1]!, runId: Number(match[2]), attempt: Number(match[3]) };
}

/** Below 0 where `a` was written by an older run than `b`, 0 for the same attempt of the same run. */
export function compareRuns(a: Pick<Marker, 'runId' | 'attempt'>, b: Pick<Marker, 'runId' | 'attempt'>): number {
  return a.runId - b.runId || a.attempt - b.attempt;
}

/** What stands for a key in a marker: 32 hexadecimal digits. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32);
}

/** What tells one gate of a pull request from another. */
export interface CommentKeyParts {
  /** The input `comment-key`; blank counts as not given. */
  readonly explicit?: string | undefined;
  readonly workflow: string;
  readonly job: string;
  readonly configPath: string;
  readonly workingDirectory: string;
  /** The prediction paths or globs as the user wrote them: what differs between the legs of a matrix. */
  readonly predictions: readonly string[];
}

/**
 * The key of this gate's comment: the user's own, else one derived from everything that tells gates apart, so that the
 * legs of a matrix (which share workflow and job) never overwrite each other. The same set-up gives the same key.
 */
export function commentKey({ explicit, ...parts }: CommentKeyParts): string {
  const given = explicit?.trim() ?? '';
  if (given !== '') return given;
  const identity = [parts.workflow, parts.job, parts.configPath, parts.workingDirectory, ...parts.predictions];
  const readable = parts.job.replace(/[^0-9A-Za-z]+/gu, '-').slice(0, 20);
  return `${readable}-${hashKey(JSON.stringify(identity)).slice(0, 12)}`;
}
