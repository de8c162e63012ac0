/**
 * What a program needs to start and to find its libraries. Everything else stays here, above all what the runner and the
 * workflow hand to an action: `INPUT_*`, `GITHUB_*`, `ACTIONS_*`, `RUNNER_*` and secrets of any name.
 */
const PASSED = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR', 'TEMP', 'TMP'],
  ...['PYTHONPATH', 'PYTHONHOME', 'VIRTUAL_ENV', 'CONDA_PREFIX', 'NODE_PATH', 'JAVA_HOME', 'LD_LIBRARY_PATH'],
  ...['SYSTEMROOT', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
]);

/** The variables of `env` that the program may see. Names are compared without case, as Windows has them. */
export function scrubbed(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => PASSED.has(name.toUpperCase()) || name.startsWith('LC_')),
  );
}
