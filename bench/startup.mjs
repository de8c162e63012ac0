import assert from 'node:assert/strict';
import { alternate, print, run } from './measure.mjs';
import { cli } from './places.mjs';

export const about = 'the command beside a bare node; it should take less than three times as long';

export async function bench({ smoke, runs = 15 }) {
  const ours = { name: 'eval-gate --version', command: [process.execPath, cli, '--version'] };
  if (smoke) {
    const { stdout } = await run(ours);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/u);
    console.log(`  ok: ${stdout.trim()}`);
    return;
  }
  print(await alternate([{ name: 'node -e 0', command: [process.execPath, '-e', '0'] }, ours], runs));
}
