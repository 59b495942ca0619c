import { Injectable } from '@nestjs/common';
import { exceedsIssued } from '../lifecycle/paper-counts';
import type { Actor } from '../lifecycle/people';
import { stageWord } from '../lifecycle/words/words';
import { Database } from '../platform/database/database';
import { refusal } from '../proposals/door';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import { Rules } from '../proposals/rules';
import { materialsOf } from './agenda-rows';
import { Meetings } from './meetings';
import { type CountSheet, countSheetOf, sealedText, sealOf } from './results';

export type Announcement = Awaited<ReturnType<Announcements['read']>>;

const CLOSING = `SELECT "id", "change" FROM "history"
  WHERE "kind" = 'evaluation' AND "subjectId" = ? AND "action" = 'close' ORDER BY "id" DESC LIMIT 1`;

/** What is read out on the spot (当场宣布), with the seal by which everybody can check it. */
@Injectable()
export class Announcements {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly rules: Rules,
  ) {}

  /** From closing on, so that it lies ready when the result is announced. Throws Refused before, and for a void round. */
  async read(actor: Actor, id: number) {
    const { meeting, facts } = await this.meetings.read(actor, id);
    if (!['closed', 'announced'].includes(meeting.stage)) throw refusal(['wrongStage']);
    if (exceedsIssued(facts)) throw refusal(['collectedExceedsIssued']);
    const em = this.database.reader;
    const rows = await em.find(EvaluationItem, { where: { evaluationId: id }, order: { place: 'ASC' } });
    const { title, heldOn, stage, round, announcedAt, objects, ballots } = meeting;
    return {
      ...{ id, title, heldOn, stage, stageWord: stageWord('evaluation', stage), round, announcedAt },
      ...{ objects, ballots, dimensions: meeting.dimensions, issuer: this.rules.handling.committee.issuer },
      ...{ due: facts.eligible.length, present: facts.present.length },
      ...{ issued: facts.issued, collected: facts.collected },
      items: (await materialsOf(this.database, em, meeting)).map(({ cases: _, ...item }) => item),
      seal: await this.sealOn(id, countSheetOf(meeting, facts, rows)),
    };
  }

  /** `intact`: the rows of today still give what was sealed into the history when the box was closed. */
  private async sealOn(id: number, sheet: CountSheet) {
    const [{ id: historyId, change }] = await this.database.rows<{ id: number; change: string }>(CLOSING, [
      id,
    ]);
    const { hash } = JSON.parse(change) as { hash?: string };
    const text = sealedText(sheet);
    // A meeting from before there were seals has none to compare with.
    const intact = hash === undefined ? null : hash === sealOf(text);
    return { algorithm: 'SHA-256', hash: hash ?? null, text, intact, historyId };
  }
}
