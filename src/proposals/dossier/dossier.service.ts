import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Side } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { Door } from '../door';
import { Gate } from '../gate';
import { type CaseRows, caseRows } from '../facts/case-rows';
import { subjectFrom } from '../facts/proposal-facts';
import { Rules } from '../rules';
import { visibleTo } from '../visibility';
import { clocksFor } from './clocks';
import { openActions } from './open-actions';
import { filesOf } from './files';
import { figuresOf, happeningsFor, happeningsOf } from './happenings';
import { publicityOf } from './publicity';
import { assignmentsFor, formsFor, headOf, sponsorsFor, textOf } from './sections';
import { timelineOf, type TimelineEntry } from './timeline';

const ENTRIES_SHOWN = 20;

type Sides = readonly Side[] | 'all';

/** A case with its whole dossier, as one reader may see it. */
@Injectable()
export class DossierService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
    private readonly gate: Gate,
  ) {}

  /** Thirteen queries at most, however long the history is. Throws NotFound for what the reader may not know of. */
  async read(actor: Actor, id: number) {
    const em = this.database.reader;
    const now = this.door.now();
    const rows = await caseRows(this.database, em, id, visibleTo(actor));
    if (!rows) throw new NotFound();
    const sides = await this.gate.sidesOn(actor, id);
    return { ...this.compose(rows, actor, sides, now), ...(await this.sections(em, rows, actor, sides)) };
  }

  private async sections(em: EntityManager, { core }: CaseRows, actor: Actor, sides: Sides) {
    const happenings = await happeningsOf(this.database, em, core.id);
    return {
      happenings: happeningsFor(sides, happenings),
      figures: await figuresOf(this.database, em, core.id),
      attachments: await filesOf(this.database, em, core, actor),
      publicity: await publicityOf(this.database, em, core.id, sides),
      history: await this.timeline({ actor, sides }, core.id, null, ENTRIES_SHOWN),
    };
  }

  /** A page of the history of a case; `before` is the id of the oldest entry seen. */
  async history(actor: Actor, id: number, before: number | null, size: number): Promise<TimelineEntry[]> {
    const gate = visibleTo(actor);
    const sql = `SELECT 1 FROM "proposal" p WHERE p."id" = ? AND ${gate.sql}`;
    if ((await this.database.rows(sql, [id, ...gate.params])).length === 0) throw new NotFound();
    const sides = await this.gate.sidesOn(actor, id);
    return this.timeline({ actor, sides }, id, before, size);
  }

  private compose(rows: CaseRows, actor: Actor, sides: Sides, now: Moment) {
    const subject = subjectFrom(rows, now, this.rules);
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

  private timeline(by: { actor: Actor; sides: Sides }, id: number, before: number | null, size: number) {
    const reader = { accountId: by.actor.accountId, sides: by.sides };
    return timelineOf(this.database, this.database.reader, id, reader, { size, before });
  }
}
