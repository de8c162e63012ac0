/** The longest run of numbers that stands in both sequences: its length, and where it starts in the one searched. */
export interface LongestRun {
  readonly length: number;
  readonly start: number;
}

interface State {
  /** Length of the longest run that ends in this state. */
  readonly length: number;
  /** The state of its longest suffix that ends elsewhere too, -1 for the empty run. */
  link: number;
  readonly next: Map<number, number>;
}

/**
 * The longest common run by a suffix automaton (Blumer et al. 1985): time in proportion to the two lengths, also where one
 * number stands thousands of times in both. Among equals the first in `searched`.
 */
export function longestRun(pattern: Int32Array, searched: Int32Array): LongestRun {
  const states = automaton(pattern);
  let state = 0;
  let length = 0;
  let best: LongestRun = { length: 0, start: 0 };
  for (let i = 0; i < searched.length; i++) {
    const symbol = searched[i]!;
    while (state > 0 && !states[state]!.next.has(symbol)) {
      state = states[state]!.link;
      length = states[state]!.length;
    }
    const next = states[state]!.next.get(symbol);
    if (next === undefined) continue;
    state = next;
    length++;
    if (length > best.length) best = { length, start: i - length + 1 };
  }
  return best;
}

/** States that know every run of the sequence, the first being the empty run. */
function automaton(sequence: Int32Array): readonly State[] {
  const states: State[] = [{ length: 0, link: -1, next: new Map() }];
  let last = 0;
  for (const symbol of sequence) {
    const current = states.push({ length: states[last]!.length + 1, link: 0, next: new Map() }) - 1;
    let from = last;
    for (; from !== -1 && !states[from]!.next.has(symbol); from = states[from]!.link) {
      states[from]!.next.set(symbol, current);
    }
    last = current;
    if (from === -1) continue;
    const to = states[from]!.next.get(symbol)!;
    if (states[from]!.length + 1 === states[to]!.length) {
      states[current]!.link = to;
      continue;
    }
    const { link, next } = states[to]!;
    const clone = states.push({ length: states[from]!.length + 1, link, next: new Map(next) }) - 1;
    for (; from !== -1 && states[from]!.next.get(symbol) === to; from = states[from]!.link) {
      states[from]!.next.set(symbol, clone);
    }
    states[to]!.link = clone;
    states[current]!.link = clone;
  }
  return states;
}
