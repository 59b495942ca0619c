import { Injectable } from '@nestjs/common';
import { YearsService } from '../../calendar/years.service';
import { Database } from '../../platform/database/database';
import { Health, type Report } from '../../platform/health/health';
import { outboxWaiting } from '../../platform/metrics/background-gauges';
import { Jobs } from '../../platform/queue/jobs';

export interface Operations {
  readonly report: Report;
  readonly outbox: { readonly depth: number; readonly oldest: string | null };
  /** Jobs by state; null without Redis. */
  readonly queue: Readonly<Record<string, number>> | null;
  readonly calendar: { readonly years: readonly number[]; readonly warning: string | null };
}

/** How the system itself fares, for whoever runs it. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly health: Health,
    private readonly jobs: Jobs,
    private readonly years: YearsService,
  ) {}

  async read(): Promise<Operations> {
    const { items, warning } = await this.years.list();
    const years = items.map(({ year }) => year);
    const queue = (await this.jobs.depth().catch(() => undefined)) ?? null;
    const outbox = await outboxWaiting(this.database);
    return { report: await this.health.report(), outbox, queue, calendar: { years, warning } };
  }
}
