/** What a long run says while it works. Everything goes to stderr; stdout belongs to `--json`. */
export interface Log {
  info(line: string): void;
  warn(line: string): void;
  /** Opens a section: a heading on a terminal, a folded group in an Actions log. */
  group(title: string): void;
  endGroup(): void;
}

/**
 * Makes untrusted text harmless in an Actions log, where a line that starts with `::name::` after trimming, or holds
 * `##[name]`, is a command to the runner. Control characters go too, so that a terminal can't be driven either.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '�')
    .replace(/##\[/gu, '#\u200b#[')
    .replace(/^(\s*):(?=:)/gmu, '$1:\u200b');
}

/** A log on stderr; in a GitHub Actions step sections are folded groups. */
export function stderrLog(
  inActions: boolean,
  write: (text: string) => void = (text) => process.stderr.write(text),
): Log {
  return {
    info: (line) => write(`${harmless(line)}\n`),
    warn: (line) => write(`warning: ${harmless(line)}\n`),
    group: (title) => write(inActions ? `::group::${harmless(title).replaceAll('\n', ' ')}\n` : `${harmless(title)}\n`),
    endGroup: () => {
      if (inActions) write('::endgroup::\n');
    },
  };
}
