// Compiles src/ with tsc, then bundles the entries into dist/ with ncc: index.js (the Action), cli.js (the command) and
// scan-worker.js (a thread of the training scan, which the other two start), with their lazy chunks.
// `--check` builds into memory and fails where dist/ differs from it, which is how CI keeps dist/ fresh.
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ncc from '@vercel/ncc';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const entries = {
  'index.js': '.build/action.js',
  'cli.js': '.build/cli.js',
  'scan-worker.js': '.build/contamination/engine/worker.js',
};

/** ncc would compile TypeScript itself, but through a loader that is slower and checks the tests' types too. */
async function compile() {
  await rm(join(root, '.build'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** @returns {Promise<Map<string, Buffer>>} file name -> content */
async function bundle() {
  const files = new Map();
  for (const [filename, source] of Object.entries(entries)) {
    const { code, assets } = await ncc(join(root, source), {
      filename,
      minify: false, // reviewers read dist, and minified code starts no faster
      sourceMap: false,
      license: 'licenses.txt',
      // ncc takes a path such as resolve(folder, 'report.json') for an asset where such a file happens to lie about: it
      // would copy it and rewrite our code. Nothing that we bundle has assets.
      customEmit: (_path, how) => (how?.isRequire === true ? undefined : false),
      quiet: true,
    });
    files.set(filename, Buffer.from(code));
    for (const [name, asset] of Object.entries(assets)) files.set(name, Buffer.from(asset.source));
  }
  return files;
}

async function stale(files) {
  const present = await readdir(dist).catch(() => []);
  const problems = present.filter((name) => !files.has(name)).map((name) => `${name} is left over`);
  for (const [name, content] of files) {
    const committed = await readFile(join(dist, name)).catch(() => null);
    if (committed === null) problems.push(`${name} is missing`);
    else if (!committed.equals(content)) problems.push(`${name} differs`);
  }
  return problems;
}

await compile();
const files = await bundle().catch((error) => {
  console.error(String(error.message ?? error).slice(0, 2000)); // ncc's own source line would be megabytes
  process.exit(1);
});
if (process.argv.includes('--check')) {
  const problems = await stale(files);
  if (problems.length > 0) {
    console.error(`dist/ does not match src/: ${problems.join(', ')}. Run npm run build and commit dist/.`);
    process.exitCode = 1;
  }
} else {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const [name, content] of files) await writeFile(join(dist, name), content);
}
