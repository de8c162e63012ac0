import type { FileAccess } from './data/types.js';
import { isInside } from './inside.js';

/**
 * What a run may read. On a terminal everything that the user may; in a workflow, where a pull request can change the
 * config and add symlinks, nothing outside the workspace (or outside the working directory, where that lies elsewhere).
 */
export function fileAccess(workingDirectory: string, env: NodeJS.ProcessEnv): FileAccess {
  if (env['GITHUB_ACTIONS'] !== 'true') return { workingDirectory, root: null };
  const workspace = env['GITHUB_WORKSPACE'];
  const inside = workspace !== undefined && isInside(workingDirectory, workspace);
  return { workingDirectory, root: inside ? workspace : workingDirectory };
}
