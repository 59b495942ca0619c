import { ATTEMPTS, FIRST_RETRY_MS } from '../../../config/queue';

// What is left from before a start is not what somebody waits for: it lets the start end first.
const STARTING_MS = 200;

/** How long what is asked for after a quiet time waits, and how long the next run waits after one. */
export interface Pace {
  readonly firstMs: number;
  readonly restMs: number;
}

type Id = number | null;

/**
 * The work of one name in this process: one run after another, so that a slow one is never overtaken by itself. What is
 * asked for twice before it begins is done once; what is asked for while it runs is done once more.
 */
export class Lane {
  private readonly waiting = new Set<Id>();
  private readonly attempts = new Map<Id, number>();
  private readonly retries = new Set<NodeJS.Timeout>();
  private soon?: NodeJS.Timeout;
  private running?: Promise<void>;
  private restedAt = performance.now() + STARTING_MS;
  private closed = false;

  /** `run` throws to be tried again; it has told whoever has to know by then. */
  constructor(
    private readonly run: (id: Id) => Promise<void>,
    private readonly pace: Pace,
  ) {}

  nudge(id: Id): void {
    if (this.closed) return;
    this.waiting.add(id);
    if (!this.running) this.workSoon();
  }

  /** Takes no new work, and gives what is still being done. */
  async close(): Promise<void> {
    this.closed = true;
    this.waiting.clear();
    clearTimeout(this.soon);
    this.retries.forEach(clearTimeout);
    await this.running;
  }

  private workSoon(): void {
    const wait = Math.max(this.pace.firstMs, this.restedAt - performance.now());
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      this.running = this.workOff().finally(() => {
        this.running = undefined;
        this.restedAt = performance.now() + this.pace.restMs;
        // Asked for between the last look and this moment.
        if (this.waiting.size > 0) this.workSoon();
      });
    }, wait).unref();
  }

  private async workOff(): Promise<void> {
    // A set that grows while it is walked is walked to its new end, so a nudge during a run is not lost.
    for (const id of this.waiting) {
      this.waiting.delete(id);
      await this.run(id).then(
        () => this.attempts.delete(id),
        () => this.retry(id),
      );
    }
  }

  private retry(id: Id): void {
    const attempt = (this.attempts.get(id) ?? 0) + 1;
    if (this.closed || attempt >= ATTEMPTS) return void this.attempts.delete(id);
    this.attempts.set(id, attempt);
    const timer = setTimeout(
      () => {
        this.retries.delete(timer);
        this.nudge(id);
      },
      FIRST_RETRY_MS * 2 ** (attempt - 1),
    ).unref();
    this.retries.add(timer);
  }
}
