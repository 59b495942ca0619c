import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isoOf, millisecondsBetween } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Metrics } from '../../platform/metrics/metrics';

// What is sent, withheld or cancelled only grows; open and failed ones are what somebody has to see to.
const STATES = ['waiting', 'sending', 'failed'];
// One after the other, so that each goes over its own partial index and none over the whole table.
const COUNTED = STATES.map(
  (state) => `SELECT "channel", '${state}' AS "state", COUNT(*) AS "number", MIN("nextAt") AS "oldest"
    FROM "delivery" WHERE "state" = '${state}' GROUP BY "channel"`,
).join(' UNION ALL ');

interface Row {
  channel: string;
  state: string;
  number: number;
  oldest: string;
}

/** What goes out beside the inbox: how much is open or has failed, and for how long the oldest could have gone. */
@Injectable()
export class DeliveryGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const labels = ['channel', 'state'];
    this.metrics.add(
      {
        name: 'tiban_deliveries',
        help: `Mails and messages by channel and state (${STATES.join(', ')})`,
        labels,
        measure: async () => (await this.rows()).map(({ number, ...row }) => measured(row, number)),
      },
      {
        name: 'tiban_deliveries_overdue_seconds',
        help: 'For how long the oldest delivery of each channel and state has been due',
        labels,
        measure: () => this.overdue(),
      },
    );
  }

  private rows(): Promise<Row[]> {
    return this.database.rows<Row>(COUNTED);
  }

  // Quiet hours let deliveries wait; only what could have gone counts.
  private async overdue() {
    const now = isoOf(this.clock.now());
    return (await this.rows()).map((row) =>
      measured(row, Math.max(0, millisecondsBetween(row.oldest, now) / 1000)),
    );
  }
}

const measured = ({ channel, state }: Pick<Row, 'channel' | 'state'>, value: number) => ({
  labels: { channel, state },
  value,
});
