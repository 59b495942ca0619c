import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import { accept, fault } from '../../people/faults';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import { Conflict, NotFound } from '../../platform/web/errors';
import type { DeedDto, ReasonDto } from '../../proposals/deed.dto';
import type { DoneDto } from '../../proposals/done.dto';
import { OldNotice } from '../../proposals/entities/old-notice.entity';
import { seesNotices } from '../../proposals/visibility';
import { draftOf, type OldNoticeDraft, publish } from './draft';
import { mayConfirm, mayImport, mayReject } from './old-notice-rights';
import { OldNoticeReading } from './old-notice-reading.service';
import type { OldNoticeDto } from './old-notices.dto';
import { previewOf } from './preview';

/** Takes in what was published before this record began: read by one person, confirmed by another. */
@Injectable()
export class OldNoticesService {
  constructor(
    private readonly database: Database,
    private readonly history: History,
    private readonly clock: Clock,
    private readonly reading: OldNoticeReading,
  ) {}

  async preview(actor: Actor, dto: OldNoticeDto) {
    mayImport(actor);
    return previewOf(await this.reading.read(dto));
  }

  /** @throws Invalid with every question that is still open; then nothing has been taken in. */
  async import(actor: Actor, dto: OldNoticeDto): Promise<DoneDto> {
    mayImport(actor);
    return this.database.transaction(async (em) => {
      const { understood, questions } = await this.reading.read(dto, em);
      accept(questions);
      const textHash = createHash('sha256').update(dto.text.replace(/\s/g, '')).digest('hex');
      await this.refuseTwice(em, textHash);
      const draft = draftOf(understood);
      const [id] = await this.database.insert(
        OldNotice,
        [
          {
            ...{ stage: 'waiting', version: 1, title: draft.title, datedOn: draft.datedOn },
            ...{ text: dto.text, textHash, reading: draft },
            ...{ importedBy: actor.accountId, importedAt: isoOf(this.clock.now()) },
          },
        ],
        em,
      );
      const { text: _, ...answers } = dto;
      const change = { title: draft.title, datedOn: draft.datedOn, items: draft.items.length, answers };
      await this.note(em, actor, id, 'import', null, 'waiting', change);
      return { id, stage: 'waiting', version: 1 };
    });
  }

  /** What one person read in another has compared with the paper: now readers get it. */
  confirm(actor: Actor, id: number, dto: DeedDto): Promise<DoneDto> {
    return this.decide(actor, id, dto, async (em, row) => {
      mayConfirm(actor, row);
      const people = { importedBy: row.importedBy, confirmedBy: actor.accountId };
      const noticeId = await publish(this.database, em, row.reading as OldNoticeDraft, people);
      await this.close(em, actor, row, { stage: 'confirmed', noticeId });
      await this.note(em, actor, id, 'confirm', 'waiting', 'confirmed', { title: row.title, noticeId });
      return { id, stage: 'confirmed', version: row.version + 1, noticeId };
    });
  }

  reject(actor: Actor, id: number, { reason, ...dto }: ReasonDto): Promise<DoneDto> {
    return this.decide(actor, id, dto, async (em, row) => {
      mayReject(actor, row);
      await this.close(em, actor, row, { stage: 'rejected', reason });
      await this.note(em, actor, id, 'reject', 'waiting', 'rejected', { title: row.title, reason });
      return { id, stage: 'rejected', version: row.version + 1 };
    });
  }

  private decide<T>(
    actor: Actor,
    id: number,
    { version }: DeedDto,
    work: (em: EntityManager, row: OldNotice) => Promise<T>,
  ) {
    return this.database.transaction(async (em) => {
      await this.database.hold('oldNotice', [id], em);
      const row = await em.findOneBy(OldNotice, { id });
      // Whoever may not see it learns nothing of it, not even its version.
      if (!row || !seesNotices(actor)) throw new NotFound();
      if (version && version !== row.version) throw new Conflict();
      return work(em, row);
    });
  }

  private async close(
    em: EntityManager,
    actor: Actor,
    { id, version }: OldNotice,
    values: Partial<OldNotice>,
  ): Promise<void> {
    const decided = { decidedBy: actor.accountId, decidedAt: isoOf(this.clock.now()), version: version + 1 };
    const changed = await this.database.update(OldNotice, { id, version }, { ...values, ...decided }, em);
    if (changed === 0) throw new Conflict();
  }

  private async refuseTwice(em: EntityManager, textHash: string): Promise<void> {
    const sql = `SELECT "id", "title" FROM "oldNotice" WHERE "textHash" = ? AND "stage" <> 'rejected'`;
    const [twin] = await this.database.rows<{ id: number; title: string }>(sql, [textHash], em);
    if (twin)
      accept([fault('text', 'duplicate', `《${twin.title}》已经导入（第 ${twin.id} 号），不能重复导入。`)]);
  }

  private async note(
    em: EntityManager,
    actor: Actor,
    subjectId: number,
    action: string,
    stageFrom: string | null,
    stageTo: string,
    change: object,
  ): Promise<void> {
    const by = { at: isoOf(this.clock.now()), accountId: actor.accountId, actorName: actor.name };
    await this.history.append(em, {
      ...by,
      kind: 'oldNotice',
      subjectId,
      action,
      stageFrom,
      stageTo,
      change,
    });
  }
}
