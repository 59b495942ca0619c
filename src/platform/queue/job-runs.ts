import { Injectable, Logger } from '@nestjs/common';
import { isoOf, millisecondsBetween } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import type { JobRunRow } from './job-run.entity';
import { JobRegister } from './job-register';

// A success is written down this often at most: nudges come with every request, and a write waits for the disk.
const WRITTEN_EVERY_MS = 10_000;

const SUCCEEDED = `INSERT INTO "jobRun" ("name", "succeededAt", "failing", "failures") VALUES (?, ?, 0, 0)
  ON CONFLICT ("name") DO UPDATE SET "succeededAt" = excluded."succeededAt", "failing" = 0`;
const FAILED = `INSERT INTO "jobRun" ("name", "failedAt", "failing", "failures") VALUES (?, ?, 1, 1)
  ON CONFLICT ("name") DO UPDATE SET "failedAt" = excluded."failedAt",
  "failing" = "jobRun"."failing" + 1, "failures" = "jobRun"."failures" + 1`;

/** Runs jobs, whoever asked for them, and keeps how that went where every process can see it. */
@Injectable()
export class JobRuns {
  private readonly logger = new Logger('Jobs');
  private readonly writtenAt = new Map<string, string>();

  constructor(
    private readonly register: JobRegister,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Does the work; throws what went wrong, for the queue to try again. */
  async run(name: string, id: number | null): Promise<void> {
    try {
      await this.register.of(name).run(id);
    } catch (error) {
      this.logger.error(error);
      await this.failed(name);
      throw error;
    }
    await this.succeeded(name);
  }

  /** How each job fares; one that never ran has no row. */
  all(): Promise<JobRunRow[]> {
    return this.database.rows<JobRunRow>('SELECT * FROM "jobRun" ORDER BY "name"');
  }

  /**
   * The jobs that have not succeeded for longer than they may: their own interval and `lateMs`. `since`: a moment that
   * counts as a success of all. A success that lies ahead is none, the clock has been put back.
   */
  async overdue(lateMs: number, since?: string): Promise<string[]> {
    const now = isoOf(this.clock.now());
    const rows = new Map((await this.all()).map((row) => [row.name, row.succeededAt]));
    const recent = (at: string | null | undefined, everyMs: number) =>
      !!at && Math.abs(millisecondsBetween(at, now)) <= everyMs + lateMs;
    return this.register
      .all()
      .filter(([name, { everyMs }]) => !recent(rows.get(name), everyMs) && !recent(since, everyMs))
      .map(([name]) => name);
  }

  private async succeeded(name: string): Promise<void> {
    const now = isoOf(this.clock.now());
    const last = this.writtenAt.get(name);
    if (last && Math.abs(millisecondsBetween(last, now)) < WRITTEN_EVERY_MS) return;
    if (await this.write(SUCCEEDED, name, now)) this.writtenAt.set(name, now);
  }

  private async failed(name: string): Promise<void> {
    this.writtenAt.delete(name);
    await this.write(FAILED, name, isoOf(this.clock.now()));
  }

  // The trace must not decide about the work: with the database down the work fails by itself.
  private async write(sql: string, name: string, at: string): Promise<boolean> {
    try {
      await this.database.transaction((em) => this.database.change(sql, [name, at], em));
      return true;
    } catch (error) {
      this.logger.warn(`The trace of ${name} could not be written: ${(error as Error).message}`);
      return false;
    }
  }
}
