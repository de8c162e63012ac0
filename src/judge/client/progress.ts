import { count } from './estimate.js';

/** The rate of the last minute tells more of what is left than that of the whole run, which cached judgments begin. */
const WINDOW = 60_000;

/** How far a run has come, and how long it will still take. Times are in milliseconds on any one clock. */
export class Progress {
  private readonly total: number;
  private readonly started: number;
  private done = 0;
  private failed = 0;
  /** How many were done at which time, the oldest first. */
  private readonly marks: { readonly at: number; readonly done: number }[];

  constructor(total: number, now: number) {
    this.total = total;
    this.started = now;
    this.marks = [{ at: now, done: 0 }];
  }

  add(failed: boolean): void {
    this.done++;
    if (failed) this.failed++;
  }

  lasted(now: number): number {
    return (now - this.started) / 1000;
  }

  /** One line: how many are done, how many of them failed, and the time left where it can be known. */
  line(now: number): string {
    while (this.marks.length > 1 && now - this.marks[0]!.at > WINDOW) this.marks.shift();
    const { at, done } = this.marks[0]!;
    const rate = now > at ? (this.done - done) / (now - at) : 0;
    this.marks.push({ at: now, done: this.done });
    const left = this.total - this.done;
    const time = left <= 0 || rate <= 0 ? '' : `, about ${timeText(left / rate)} left`;
    const failed = this.failed === 0 ? '' : `, ${count(this.failed)} failed`;
    return `${count(this.done)} of ${count(this.total)} done${failed}${time}`;
  }
}

/** A time to come, in words, rounded as people do: 40 seconds, 5 minutes, 2 hours 10 minutes. */
export function timeText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1.5) return '1 second';
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} minutes`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours} hour${hours === 1 ? '' : 's'} ${rest} minutes`;
}
