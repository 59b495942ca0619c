import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { Door } from '../door';
import { type CaseRows, caseRows } from '../facts/case-rows';
import { subjectFrom } from '../facts/proposal-facts';
import { Rules } from '../rules';
import { sidesOf, visibleTo } from '../visibility';
import { clocksFor } from './clocks';
import { openActions } from './open-actions';
import { filesOf } from './files';
import { figuresOf, happeningsFor, happeningsOf } from './happenings';
import { publicityOf } from './publicity';
import { assignmentsFor, formsFor, headOf, sponsorsFor, textOf } from './sections';
import { timelineOf, type TimelineEntry } from './timeline';

const ENTRIES_SHOWN = 20;

/** A case with its whole dossier, as one reader may see it. */
@Injectable()
export class DossierService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
  ) {}

  /** Twelve queries at most, however long the history is. Throws NotFound for what the reader may not know of. */
  async read(actor: Actor, id: number) {
    const em = this.database.reader;
    const now = this.door.now();
    const rows = await caseRows(this.database, em, id, visibleTo(actor));
    if (!rows) throw new NotFound();
    return { ...this.compose(rows, actor, now), ...(await this.sections(em, rows, actor)) };
  }

  private async sections(em: EntityManager, { core }: CaseRows, actor: Actor) {
    const sides = sidesOf(actor);
    const happenings = await happeningsOf(this.database, em, core.id);
    return {
      happenings: happeningsFor(sides, happenings),
      figures: await figuresOf(this.database, em, core.id),
      attachments: await filesOf(this.database, em, core, sides),
      publicity: await publicityOf(this.database, em, core.id, sides),
      history: await this.timeline(actor, core.id, null, ENTRIES_SHOWN, em),
    };
  }

  /** A page of the history of a case; `before` is the id of the oldest entry seen. */
  async history(actor: Actor, id: number, before: number | null, size: number): Promise<TimelineEntry[]> {
    const gate = visibleTo(actor);
    const sql = `SELECT 1 FROM "proposal" p WHERE p."id" = ? AND ${gate.sql}`;
    if ((await this.database.rows(sql, [id, ...gate.params])).length === 0) throw new NotFound();
    return this.timeline(actor, id, before, size, this.database.reader);
  }

  private compose(rows: CaseRows, actor: Actor, now: Moment) {
    const subject = subjectFrom(rows, now, this.rules);
    const sides = sidesOf(actor);
    return {
      ...headOf(rows, sides),
      text: textOf(rows.core),
      sponsors: sponsorsFor(rows),
      family: { principalId: rows.core.principalId, followers: rows.followers, consents: rows.answers },
      assignments: assignmentsFor(rows, actor, sides),
      feedback: formsFor(rows, actor, sides),
      clocks: clocksFor(rows, actor, now),
      actions: openActions(rows, subject, actor, now),
    };
  }

  private timeline(actor: Actor, id: number, before: number | null, size: number, em: EntityManager) {
    const reader = { accountId: actor.accountId, sides: sidesOf(actor) };
    return timelineOf(this.database, em, id, reader, { size, before });
  }
}
