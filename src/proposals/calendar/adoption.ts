import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { changeOfYear } from '../../lifecycle/calendar-changes';
import { SYSTEM } from '../../lifecycle/people';
import type { CalendarYear } from '../../lifecycle/working-days';
import { Database } from '../../platform/database/database';
import { Conflict } from '../../platform/web/errors';
import { Rules } from '../rules';
import { CalendarChanges } from './calendar-changes';
import { Ladder } from './ladder';

const TRIES = 5;

/** Brings the record in line with settings that have changed while nobody was serving. */
@Injectable()
export class Adoption implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly changes: CalendarChanges,
    private readonly rules: Rules,
    private readonly ladder: Ladder,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.adopt();
    await this.ladder.follow();
  }

  /** Takes over the years of the settings that are new, or whose file has changed since it was last taken over. */
  private async adopt(left = TRIES): Promise<void> {
    const news = await this.news(this.database.reader);
    if (news.length === 0) return;
    const sources = news.map(({ source }) => source);
    const occasion = { actor: SYSTEM, action: 'adoptYear', origin: 'file', sources } as const;
    try {
      // Another process may have been faster: what is new is asked again once nobody else can be.
      const wanted = async (em: EntityManager) => (await this.news(em)).map(changeOfYear);
      await this.database.transaction((em) => this.changes.applyIn(em, wanted, occasion));
    } catch (error) {
      // Somebody served by another process is at work on a case: they are done in a moment.
      if (!(error instanceof Conflict) || left <= 1) throw error;
      await this.adopt(left - 1);
    }
  }

  private async news(em: EntityManager): Promise<readonly CalendarYear[]> {
    const rows = await this.database.rows<{ year: number; entries: string; source: string }>(
      `SELECT "year", "entries", "source" FROM "calendarChange" WHERE "origin" = 'file' ORDER BY "id"`,
      [],
      em,
    );
    const taken = new Map(rows.map(({ year, entries, source }) => [year, source + entries]));
    return this.rules.years.filter(
      (year) => taken.get(year.year) !== year.source + JSON.stringify(changeOfYear(year).entries),
    );
  }
}
