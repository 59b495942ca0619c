import { Injectable } from '@nestjs/common';
import { isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { JobRuns } from '../queue/job-runs';
import { Jobs } from '../queue/jobs';
import { inTime } from './in-time';

/** `degraded`: something is wrong that an operator should see to, yet requests are answered. */
export type Condition = 'ok' | 'degraded' | 'down';

export interface Part {
  readonly status: Condition;
  readonly message?: string;
}

type Looked = Readonly<{ database: Part; jobs: Part } & Record<string, Part>>;
type Parts = Looked & { readonly queue: Part };

export interface Report {
  readonly status: Condition;
  readonly database: Database['kind'];
  readonly parts: Parts;
}

/** What is wrong, in words for an operator that strangers may read; undefined when nothing is. */
type Look = () => Promise<string | undefined>;

// A sweep may be long or have waited for the one before; after this much more than its interval it is no longer that.
const LATE_MS = 2 * 60_000;
const FAILING = 3;
// A database that stands still answers nothing at all, and whoever asks how we are has to be told that.
const PATIENCE_MS = 5000;

const OK: Part = { status: 'ok' };

/** How this process is, in parts; nothing in it that strangers should not read. */
@Injectable()
export class Health {
  private readonly since: string;
  private readonly looks = new Map<string, Look>([['jobs', () => this.ofJobs()]]);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    clock: Clock,
  ) {
    this.since = isoOf(clock.now());
  }

  /** Adds a part: something without which requests are answered all the same. It is asked while the database answers. */
  watch(name: string, look: Look): void {
    this.looks.set(name, look);
  }

  async report(): Promise<Report> {
    const queue = partOf(this.jobs.trouble());
    const looked = await inTime(this.look(), PATIENCE_MS).catch(() => UNREACHABLE);
    const parts: Parts = { ...looked, queue };
    return { status: worst(Object.values(parts)), database: this.database.kind, parts };
  }

  private async look(): Promise<Looked> {
    if (!(await this.database.isReady())) return { database: OUTDATED, jobs: OK };
    const looked = [...this.looks].map(async ([name, look]) => [name, partOf(await look())] as const);
    return { database: OK, jobs: OK, ...Object.fromEntries(await Promise.all(looked)) };
  }

  private async ofJobs(): Promise<string | undefined> {
    const late = await this.runs.overdue(LATE_MS, this.since);
    const failing = (await this.runs.all()).filter((row) => row.failing >= FAILING).map((row) => row.name);
    const names = [...new Set([...late, ...failing])];
    if (names.length === 0) return undefined;
    return `后台工作未按时完成：${names.join('、')}，请查看日志 (jobs late or failing)`;
  }
}

const partOf = (trouble: string | undefined): Part =>
  trouble === undefined ? OK : { status: 'degraded', message: trouble };

const down = (message: string): Part => ({ status: 'down', message });
const OUTDATED = down('数据库结构不是最新，请运行 migrate (migrations are missing)');
// Without a database nobody can say how the rest fares.
const UNREACHABLE: Looked = {
  database: down('数据库连接不上，请检查服务与 DATABASE_URL (database cannot be reached)'),
  jobs: OK,
};

const worst = (parts: readonly Part[]): Condition =>
  (['down', 'degraded'] as const).find((status) => parts.some((part) => part.status === status)) ?? 'ok';
