import { posix } from 'node:path';
import { scalar } from './yaml-text.js';

export interface WorkflowFacts {
  /** The folder of eval-gate.yml below the repository's root; '' for the root itself. */
  readonly folder: string;
  /** Files that a predict job must write, relative to `folder`; none where the predictions are committed. */
  readonly toPredict: readonly string[];
}

/** A commented workflow that runs the gate on every pull request. */
export function workflowText({ folder, toPredict }: WorkflowFacts): string {
  const head = `# Asks on every pull request: is the fine-tuned model really better than its base?
name: eval-gate
on: pull_request
permissions:
  contents: read
  pull-requests: write # for the comment; a pull request from a fork gets the verdict without it
jobs:
`;
  const outputs = toPredict.map((path) => posix.join(folder, path));
  return `${head}${outputs.length === 0 ? '' : predictJob(outputs)}${gateJob(folder, outputs)}`;
}

function predictJob(outputs: readonly string[]): string {
  const list = outputs.map((path) => `            ${path}\n`).join('');
  return `  predict:
    runs-on: ubuntu-latest # or your own machine with a GPU: [self-hosted, gpu]
    steps:
      - uses: actions/checkout@v6
      - name: Predict
        # Put your command here. It must write ${outputs.map((path) => scalar(path)).join(' and ')}.
        run: |
          echo "::error::eval-gate.yml (the workflow) has no command yet that writes the predictions"
          exit 1
      - uses: actions/upload-artifact@v6
        with:
          name: predictions
          path: |
${list}          if-no-files-found: error

`;
}

function gateJob(folder: string, outputs: readonly string[]): string {
  const directory = folder === '' ? '' : `        with:\n          working-directory: ${scalar(folder)}\n`;
  const use = `      - uses: owner/eval-gate@v1 # owner: the account that eval-gate lives in\n${directory}`;
  if (outputs.length === 0) {
    return `  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
${use}`;
  }
  return `  gate:
    needs: predict
    # A job that is skipped because the one it needs failed counts as green for a required check. This one runs all the
    # same, finds no predictions, and is red.
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: actions/download-artifact@v7
        # Without predictions the gate says so, in the comment too.
        continue-on-error: true
        with:
          name: predictions
          path: ${scalar(commonFolder(outputs))}
${use}`;
}

/** Where the artifact is unpacked: upload-artifact stores paths relative to the folder that all files have in common. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => posix.dirname(path).split('/'));
  const shared = folders[0]!.filter((_, i) =>
    folders.every((parts) => parts.slice(0, i + 1).join('/') === folders[0]!.slice(0, i + 1).join('/')),
  );
  return shared.length === 0 ? '.' : shared.join('/');
}
