import type { Log } from '../log.js';

/** The pull request that a comment goes to. */
export interface PullRequestTarget {
  readonly kind: 'pull_request';
  readonly number: number;
  /** The commit that this run evaluated; null where the event does not say (then staleness can't be checked). */
  readonly headSha: string | null;
  readonly isFork: boolean;
}

/** No pull request is named by the event: the open one whose head is this commit, if there is one. */
export interface CommitTarget {
  readonly kind: 'commit';
  readonly headSha: string;
  /** Where the branch lives; a fork's commits can only be found through their branch. */
  readonly head: { readonly owner: string; readonly repo: string; readonly branch: string } | null;
  readonly isFork: boolean;
  /** True where another run of a pull request led here, so that finding none is worth a warning. */
  readonly expected: boolean;
}

/** No comment can be written; the step summary says everything. */
export interface NoTarget {
  readonly kind: 'none';
}

export type CommentTarget = PullRequestTarget | CommitTarget | NoTarget;

/** What GitHub says about the run that we are in. */
export interface EventContext {
  readonly eventName: string;
  readonly owner: string;
  readonly repo: string;
  readonly workflow: string;
  readonly job: string;
  readonly runId: number;
  readonly attempt: number;
  /** Address of this attempt's page, on the server that runs it. */
  readonly runUrl: string;
  readonly apiUrl: string;
  /** Absolute path of the checkout; annotations name files inside it. */
  readonly workspace: string;
  /** Dependabot started the run: GitHub gives it a read-only token unless the workflow grants more. */
  readonly isDependabot: boolean;
  readonly target: CommentTarget;
}

export type CommentMode = 'always' | 'on-failure' | 'never';
export type PublishedVerdict = 'pass' | 'fail' | 'inconclusive' | 'error';

/** A line in the check's annotations. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  /** Absolute, or relative to the workspace; dropped (with its line) where it lies outside. */
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
}

export interface PublishInput {
  readonly context: EventContext;
  /** '' where there is none: then nothing is asked of GitHub. */
  readonly token: string;
  readonly comment: CommentMode;
  /** Tells the comments of several gates on one pull request apart (`commentKey`). */
  readonly key: string;
  readonly verdict: PublishedVerdict;
  /** Renders the comment, beginning with `marker`, in at most `maxBytes` of UTF-8. */
  readonly body: (marker: string, maxBytes: number) => string;
  /** Renders what replaces an earlier comment when the gate passes again (`on-failure`). */
  readonly resolvedBody: (marker: string) => string;
  /** Renders the step summary in at most `maxBytes` of UTF-8; it says everything that the comment says. */
  readonly summary: (maxBytes: number) => string;
  /** The most useful first: the runner shows ten of each level. */
  readonly annotations: readonly Annotation[];
  readonly log: Log;
}

export interface PublishResult {
  /** The comment of this gate that now stands on the pull request, written by this run or by a newer one. */
  readonly commentUrl: string | null;
  /** What could not be published, one plain sentence each; already shown as annotations. */
  readonly warnings: readonly string[];
}

/** How waiting is done; tests hand in their own. */
export interface Timing {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** After this long without an answer a request is given up. */
  readonly requestTimeout: number;
}
