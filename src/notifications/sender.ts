import { Injectable, Logger } from '@nestjs/common';
import { isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { type Channel, PermanentFailure, TemporaryFailure } from './channels/channel';
import { DeliveryRows, type Outcome } from './delivery-rows';
import { type Due, Letters } from './letters/letters';
import { Ringing } from './ringing';

// Sent at once and recorded in one commit: what a crash may repeat is never more than this.
const BATCH = 10;
// However slowly the other side talks; far less than a row is ours.
const LONGEST_MS = 45_000;

/** Works off what is due on a channel. The network is never waited for inside a transaction. */
@Injectable()
export class Sender {
  private readonly logger = new Logger('Deliveries');

  constructor(
    private readonly clock: Clock,
    private readonly rows: DeliveryRows,
    private readonly letters: Letters,
    private readonly ringing: Ringing,
  ) {}

  /** Sends until nothing is due, or until nothing works: then the other side is down, and the rest need not find out. */
  async drain(channel: Channel): Promise<number> {
    let settled = 0;
    await this.rows.heal(channel.name);
    for (;;) {
      const now = isoOf(this.clock.now());
      const quiet = (await this.ringing.from(now)) !== now;
      const due = await this.rows.take(channel.name, { size: BATCH, quiet });
      if (due.length === 0) return settled;
      const outcomes = await Promise.all(due.map((row) => this.deliver(channel, row)));
      settled += await this.rows.record(due, outcomes);
      if (outcomes.every(({ state }) => state === 'waiting')) return settled;
    }
  }

  private async deliver(channel: Channel, due: Due): Promise<Outcome> {
    try {
      const composed = await this.letters.compose(due);
      if ('withheld' in composed) return { state: 'withheld', lastError: composed.withheld };
      const at = isoOf(this.clock.now());
      const { letter, to } = composed;
      const receipt = await inTime(channel.send({ deliveryId: due.id, to, letter, at }));
      return { state: 'sent', receipt: receipt.slice(0, 200) };
    } catch (error) {
      return this.failed(error);
    }
  }

  // A bug in one letter must not hold up the others: it is logged, and tried again like a failure outside.
  private failed(error: unknown): Outcome {
    if (error instanceof PermanentFailure) return { state: 'failed', lastError: error.message };
    if (error instanceof TemporaryFailure) return { state: 'waiting', lastError: error.message };
    this.logger.error(error);
    return { state: 'waiting', lastError: 'fault' };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TemporaryFailure('timeout')), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
