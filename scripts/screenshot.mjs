// Takes a picture of a report as a reader of a pull request sees it, for the README and for looking at it while working:
//   node scripts/screenshot.mjs REPORT.md OUT.png [--open] [--dark]
// `--open` unfolds every section. Needs Debian's chromium (or CHROMIUM=/path/to/it).
import { readFile } from 'node:fs/promises';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium } from 'playwright-core';

/** The width of a comment on github.com on a common screen. */
const COMMENT_WIDTH = 800;

const css = `
  :root { --text: #1f2328; --muted: #59636e; --border: #d1d9e0; --faint: #d1d9e0b3; --page: #fff; --code: #818b981f;
    --stripe: #f6f8fa; --head: #f6f8fa; --link: #0969da }
  :root.dark { --text: #f0f6fc; --muted: #9198a1; --border: #3d444d; --faint: #3d444db3; --page: #0d1117;
    --code: #656c7633; --stripe: #151b23; --head: #151b23; --link: #4493f8 }
  * { box-sizing: border-box }
  body { margin: 0; padding: 16px; width: ${COMMENT_WIDTH + 32}px; background: var(--page); color: var(--text);
    font: 14px/1.5 'Liberation Sans', Arial, 'Noto Color Emoji', sans-serif }
  .comment { border: 1px solid var(--border); border-radius: 6px }
  .head { padding: 8px 16px; background: var(--head); color: var(--muted); border-bottom: 1px solid var(--border);
    border-radius: 6px 6px 0 0 }
  .head b { color: var(--text) }
  .head i { border: 1px solid var(--border); border-radius: 2em; padding: 0 7px; font: 12px/18px inherit; font-style: normal }
  .body { padding: 16px; overflow-wrap: break-word }
  .body > :last-child { margin-bottom: 0 } .body > :first-child { margin-top: 0 }
  h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25 }
  h1, h2 { padding-bottom: .3em; border-bottom: 1px solid var(--faint) } h1 { font-size: 2em } h2 { font-size: 1.5em }
  h3 { font-size: 1.25em } h4 { font-size: 1em }
  p, ul, ol, table, pre, blockquote, details { margin: 0 0 16px }
  ul, ol { padding-left: 2em }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto }
  th, td { padding: 6px 13px; border: 1px solid var(--border) }
  tr:nth-child(2n) td { background: var(--stripe) }
  code { padding: .2em .4em; font: 85%/1.45 'DejaVu Sans Mono', monospace; background: var(--code); border-radius: 6px }
  pre { padding: 16px; overflow: auto; background: var(--stripe); border-radius: 6px }
  pre code { padding: 0; background: none }
  blockquote { padding: 0 1em; color: var(--muted); border-left: .25em solid var(--border) }
  sub { line-height: 1.4 } a { color: var(--link); text-decoration: none } summary { cursor: pointer }
  img { max-width: 100% }`;

const [source, target, ...flags] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error('Usage: node scripts/screenshot.mjs REPORT.md OUT.png [--open] [--dark]');
  process.exit(2);
}
const html = micromark(await readFile(source, 'utf8'), {
  extensions: [gfm()],
  htmlExtensions: [gfmHtml()],
  allowDangerousHtml: true, // <details> and <sub>, as on GitHub; reports escape everything that is not theirs
});
const page = `<!doctype html><meta charset="utf-8"><html class="${flags.includes('--dark') ? 'dark' : ''}">
<style>${css}</style><div class="comment"><div class="head"><b>github-actions</b> <i>bot</i> commented</div>
<div class="body">${flags.includes('--open') ? html.replaceAll('<details>', '<details open>') : html}</div></div>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const tab = await browser.newPage({ viewport: { width: COMMENT_WIDTH + 32, height: 200 }, deviceScaleFactor: 2 });
  // A report must not fetch anything; a picture of one must not either.
  await tab.route('**/*', (route) => route.abort());
  await tab.setContent(page);
  await tab.screenshot({ path: target, fullPage: true });
} finally {
  await browser.close();
}
