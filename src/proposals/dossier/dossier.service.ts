import { Injectable } from '@nestjs/common';
import type { Actor, Side } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { Door } from '../door';
import { Gate } from '../gate';
import { assignmentFacts } from '../facts/assignment-facts';
import { type AssignmentRow, type CaseRows, caseRows } from '../facts/case-rows';
import { type PromiseRow, promisesOf } from '../facts/promise-facts';
import { subjectFrom } from '../facts/proposal-facts';
import { Rules } from '../rules';
import { visibleTo } from '../visibility';
import { clocksFor } from './clocks';
import { openActions } from './open-actions';
import { filesOf } from './files';
import { figuresOf, type Happening, happeningsFor, happeningsOf } from '../facts/happenings';
import { publicityOf } from './publicity';
import { assignmentsFor, familyFor, formsFor, headOf, sponsorsFor, textOf } from './sections';
import { timelineOf, type TimelineEntry } from './timeline';

const ENTRIES_SHOWN = 20;

interface CaseReader {
  readonly actor: Actor;
  readonly sides: readonly Side[] | 'all';
}

interface Material {
  readonly rows: CaseRows;
  readonly happenings: readonly Happening[];
  readonly promises: readonly PromiseRow[];
}

/** A case with its whole dossier, as one reader may see it. */
@Injectable()
export class DossierService {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
    private readonly gate: Gate,
  ) {}

  /**
   * Twelve queries at most, however long the history is: where a merge is being asked about, no reply has promised
   * anything yet. Throws NotFound for what the reader may not know of.
   */
  async read(actor: Actor, id: number) {
    const em = this.database.reader;
    const now = this.door.now();
    const rows = await caseRows(this.database, em, id, visibleTo(actor));
    if (!rows) throw new NotFound();
    const happenings = await happeningsOf(this.database, em, id);
    const promises = await promisesOf(this.database, em, rows);
    const reader = { actor, sides: await this.gate.sidesOn(actor, id) };
    return {
      ...this.compose({ rows, happenings, promises }, reader, now),
      figures: await figuresOf(this.database, em, id),
      attachments: await filesOf(this.database, em, rows.core, actor),
      publicity: await publicityOf(this.database, em, id, reader.sides),
      history: await this.timeline(reader, id, null, ENTRIES_SHOWN),
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

  private compose({ rows, happenings, promises }: Material, { actor, sides }: CaseReader, now: Moment) {
    const subject = subjectFrom(rows, now, this.rules);
    const actionsOf = (row: AssignmentRow) => {
      const facts = assignmentFacts(
        { row, rows, happenings, promises, proposal: subject.facts },
        now,
        this.rules,
      );
      return openActions('assignment', facts, actor, now);
    };
    return {
      ...headOf(rows, sides),
      text: textOf(rows.core),
      sponsors: sponsorsFor(rows, sides),
      family: familyFor(rows, sides),
      assignments: assignmentsFor(rows, actor, sides, actionsOf),
      feedback: formsFor(rows, actor, sides),
      happenings: happeningsFor(sides, happenings),
      clocks: clocksFor(rows, actor, now),
      actions: openActions('proposal', subject.facts, actor, now),
    };
  }

  private timeline(by: CaseReader, id: number, before: number | null, size: number) {
    const reader = { accountId: by.actor.accountId, sides: by.sides };
    return timelineOf(this.database, this.database.reader, id, reader, { size, before });
  }
}
