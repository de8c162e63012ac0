import type { Log } from '../../log.js';

/** How often a long scan says how far it is. */
const SECONDS = 5;

/** Says every few seconds how far the scan is. */
export class Progress {
  rows = 0;
  bytes = 0;
  readonly #start = performance.now();
  #next = this.#start + SECONDS * 1000;
  readonly #total: number | null;
  readonly #log: Log;

  /** @param total bytes, as many as `add` will be told; null where that is not known */
  constructor(total: number | null, log: Log) {
    this.#total = total;
    this.#log = log;
  }

  add(rows: number, bytes: number): void {
    this.rows += rows;
    this.bytes += bytes;
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + SECONDS * 1000;
    const seconds = (now - this.#start) / 1000;
    const speed = this.bytes / seconds;
    const left = this.#total === null || speed === 0 ? '' : `, ${timeText((this.#total - this.bytes) / speed)} left`;
    this.#log.info(
      `scanning training data: ${this.rows} rows, ${megabytes(this.bytes)} MB${this.#total === null ? '' : ` of ${megabytes(this.#total)} MB`}, ${megabytes(speed)} MB/s${left}`,
    );
  }
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / 1e6));
}

function timeText(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(Math.max(0, seconds))} s` : `${Math.ceil(seconds / 60)} min`;
}
