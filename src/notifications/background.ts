import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Lapses } from '../proposals/lapses';
import { Relay } from './relay';

const EVERY_MS = 5_000;

/** What happens without anybody asking: times run out, and what happened is told. Only a serving process starts it. */
@Injectable()
export class Background implements OnModuleDestroy {
  private readonly logger = new Logger(Background.name);
  private running: Promise<unknown> = Promise.resolve();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly lapses: Lapses,
    private readonly relay: Relay,
  ) {}

  start(): void {
    // One round after another: a slow one is never overtaken.
    this.timer = setInterval(() => (this.running = this.running.then(() => this.round())), EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.lapses.sweep();
      await this.relay.drain();
    } catch (error) {
      this.logger.error(error);
    }
  }
}
