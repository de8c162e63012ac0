import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAccess } from '../../src/workspace.js';
import { VERSION } from '../../src/version.js';

test.each([
  ['a terminal', {}, null],
  ['a workflow', { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/w' }, '/w'],
  ['a folder of the workspace', { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/' }, '/'],
  ['a folder elsewhere', { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/workspace' }, '/w'],
  ['no workspace', { GITHUB_ACTIONS: 'true' }, '/w'],
])('%s', (_, env, root) => {
  expect(fileAccess('/w', env)).toEqual({ workingDirectory: '/w', root });
});

test('the version is that of package.json', async () => {
  const manifest = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(manifest.version);
});
