import { Injectable } from '@nestjs/common';
import { isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { JobRuns } from '../queue/job-runs';
import { Jobs } from '../queue/jobs';

/** `degraded`: something is wrong that an operator should see to, yet requests are answered. */
export type Condition = 'ok' | 'degraded' | 'down';

export interface Part {
  readonly status: Condition;
  readonly message?: string;
}

export interface Report {
  readonly status: Condition;
  readonly database: Database['kind'];
  readonly parts: { readonly database: Part; readonly queue: Part; readonly jobs: Part };
}

// A sweep may be long or have waited for the one before; after this much more than its interval it is no longer that.
const LATE_MS = 2 * 60_000;
const FAILING = 3;

const OK: Part = { status: 'ok' };

/** How this process is, in parts; nothing in it that strangers should not read. */
@Injectable()
export class Health {
  private readonly since: string;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    clock: Clock,
  ) {
    this.since = isoOf(clock.now());
  }

  async report(): Promise<Report> {
    const database = await this.ofDatabase();
    const trouble = this.jobs.trouble();
    const queue: Part = trouble ? { status: 'degraded', message: trouble } : OK;
    // Without a database nobody can say how the jobs fare.
    const jobs = database.status === 'ok' ? await this.ofJobs() : OK;
    const parts = { database, queue, jobs };
    return { status: worst(Object.values(parts)), database: this.database.kind, parts };
  }

  private async ofDatabase(): Promise<Part> {
    try {
      if (await this.database.isReady()) return OK;
      return { status: 'down', message: '数据库结构不是最新，请运行 migrate (migrations are missing)' };
    } catch {
      return {
        status: 'down',
        message: '数据库连接不上，请检查服务与 DATABASE_URL (database cannot be reached)',
      };
    }
  }

  private async ofJobs(): Promise<Part> {
    const late = await this.runs.overdue(LATE_MS, this.since);
    const failing = (await this.runs.all()).filter((row) => row.failing >= FAILING).map((row) => row.name);
    const names = [...new Set([...late, ...failing])];
    if (names.length === 0) return OK;
    const list = names.join('、');
    return { status: 'degraded', message: `后台工作未按时完成：${list}，请查看日志 (jobs late or failing)` };
  }
}

const worst = (parts: readonly Part[]): Condition =>
  (['down', 'degraded'] as const).find((status) => parts.some((part) => part.status === status)) ?? 'ok';
