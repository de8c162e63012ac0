/** Long enough to be rare in text, short enough that most prompts hold one. */
const WINDOW = 16;

/**
 * Finds which of many prompts stand inside a text that wraps one of them, such as a prompt in a chat template. Each prompt
 * is looked for by its rarest window of three, so that a set whose prompts all begin alike costs no more than another.
 */
export class ContainedPrompts {
  private readonly windows = new Map<string, { prompt: number; offset: number; turn: string }[]>();
  private readonly lengths: number[];

  /** @param prompts each as the texts that it is made of (the user's turns of a chat), which must all be contained */
  constructor(private readonly prompts: readonly (readonly string[])[]) {
    const turns = prompts.map((texts) => texts.reduce((a, b) => (b.length > a.length ? b : a), ''));
    const counts = new Map<string, number>();
    for (const turn of turns) {
      for (const offset of windowOffsets(turn)) {
        const window = turn.slice(offset, offset + WINDOW);
        counts.set(window, (counts.get(window) ?? 0) + 1);
      }
    }
    const lengths = new Set<number>();
    turns.forEach((turn, prompt) => {
      if (turn === '') return;
      const count = (at: number): number => counts.get(turn.slice(at, at + WINDOW))!;
      const offset = windowOffsets(turn).reduce((a, b) => (count(b) < count(a) ? b : a));
      const window = turn.slice(offset, offset + WINDOW);
      lengths.add(window.length);
      const entries = this.windows.get(window);
      if (entries === undefined) this.windows.set(window, [{ prompt, offset, turn }]);
      else entries.push({ prompt, offset, turn });
    });
    this.lengths = [...lengths];
  }

  /**
   * The prompts in a text, but for those that stand inside another of them.
   * @returns indices into the prompts, in ascending order
   */
  find(text: string): number[] {
    const found = new Set<number>();
    for (let at = 0; at < text.length; at++) {
      for (const length of this.lengths) {
        for (const { prompt, offset, turn } of this.windows.get(text.slice(at, at + length)) ?? []) {
          if (found.has(prompt) || !text.startsWith(turn, at - offset)) continue;
          if (contains(text, this.prompts[prompt]!)) found.add(prompt);
        }
      }
    }
    const all = [...found].sort((a, b) => a - b);
    return all.filter((a) => !all.some((b) => a !== b && contains(this.prompts[b]!.join('\n'), this.prompts[a]!)));
  }
}

/** True where a text holds all of some texts. */
export function contains(text: string, parts: readonly string[]): boolean {
  return parts.every((part) => text.includes(part));
}

function windowOffsets(text: string): number[] {
  const last = Math.max(0, text.length - WINDOW);
  return [0, Math.floor(last / 2), last];
}
