import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { JobRegister } from './job-register';
import { Jobs } from './jobs';

// Long enough that what many people do in the same moment is worked off in one go.
const SOON_MS = 200;

/** Works in the process that serves: one job after another, so that a slow one is never overtaken by itself. */
@Injectable()
export class InProcessJobs extends Jobs implements OnModuleDestroy {
  private readonly logger = new Logger('Jobs');
  private readonly waiting = new Map<string, { name: string; id: number | null }>();
  private readonly timers: NodeJS.Timeout[] = [];
  private soon?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private started = false;

  constructor(private readonly register: JobRegister) {
    super();
  }

  nudge(name: string, id?: number): void {
    if (!this.started) return;
    this.waiting.set(`${name} ${id ?? ''}`, { name, id: id ?? null });
    this.soon ??= setTimeout(() => this.work(), SOON_MS).unref();
  }

  start(): void {
    this.started = true;
    for (const [name, { everyMs }] of this.register.all())
      this.timers.push(setInterval(() => this.nudge(name), everyMs).unref());
  }

  async onModuleDestroy(): Promise<void> {
    this.started = false;
    clearTimeout(this.soon);
    this.timers.forEach(clearInterval);
    await this.running;
  }

  private work(): void {
    this.soon = undefined;
    const jobs = [...this.waiting.values()];
    this.waiting.clear();
    this.running = this.running.then(async () => {
      for (const { name, id } of jobs) await this.run(name, id);
    });
  }

  private async run(name: string, id: number | null): Promise<void> {
    try {
      await this.register.of(name).run(id);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
