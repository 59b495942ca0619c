import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { REPLIED_STAGES } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { FieldFault } from '../platform/web/errors';
import { Dossier } from '../proposals/entities/dossier.entity';
import { NoticeFile } from '../proposals/entities/notice-file.entity';
import { NoticeItem } from '../proposals/entities/notice-item.entity';
import { visibleTo } from '../proposals/visibility';
import { faultOf } from './clearance';
import { HitBook } from './hit-book';
import { NoticeFiles } from './notice-files';
import { PublicTexts } from './public-text';
import type { ItemDto } from './publication.dto';
import { publishable } from './publishable';
import { sponsorNamesOf } from './sponsor-names';

const LEADS = `SELECT u."name", MIN(a."id") AS "first" FROM "assignment" a
  JOIN "handlingUnit" u ON u."id" = a."unitId" JOIN "proposal" p ON p."id" = a."proposalId"
  WHERE a."proposalId" = ? AND a."round" = p."round" AND a."role" = 'lead' AND a."stage" <> 'released'
  GROUP BY u."name" ORDER BY 2`;

/** The items of a notice: four public fields each, copied from the case. */
@Injectable()
export class NoticeItems {
  constructor(
    private readonly database: Database,
    private readonly texts: PublicTexts,
    private readonly hits: HitBook,
    private readonly files: NoticeFiles,
  ) {}

  /** Puts these cases into the notice, in this order. */
  async replace(em: EntityManager, actor: Actor, noticeId: number, items: ItemDto[]): Promise<void> {
    await this.check(em, actor, items);
    await em.delete(NoticeFile, { noticeId });
    await em.delete(NoticeItem, { noticeId });
    for (const [at, { proposalId, tag = null }] of items.entries()) {
      const copied = await this.copy(em, proposalId);
      const row = { noticeId, place: at + 1, proposalId, tag, ...copied.values };
      const { identifiers } = await em.insert(NoticeItem, row);
      await this.files.fill(em, { id: identifiers[0].id as number, noticeId, proposalId });
    }
  }

  /** Copies the texts and files anew, as they are now. Throws Invalid for what nobody has decided about. */
  async refresh(em: EntityManager, noticeId: number): Promise<void> {
    const faults: FieldFault[] = [];
    for (const { id, proposalId, place } of await em.find(NoticeItem, {
      where: { noticeId },
      order: { place: 'ASC' },
    })) {
      if (proposalId === null) continue;
      const { values, open } = await this.copy(em, proposalId);
      faults.push(...open.map((hit) => faultOf(hit, `items.${place - 1}`)));
      await em.update(NoticeItem, id, values);
      await this.files.fill(em, { id, noticeId, proposalId });
    }
    accept(faults);
  }

  private async copy(em: EntityManager, proposalId: number) {
    const dossier = await em.findOneBy(Dossier, { proposalId });
    const leads = await this.database.rows<{ name: string }>(LEADS, [proposalId], em);
    const decisions = await this.hits.decisions({ proposalId, attachmentId: 0 }, em);
    const { subject, document, text, open } = publishable(await this.texts.of(em, proposalId), decisions);
    const values = {
      ...{ subject, document, summary: text },
      sponsors: await sponsorNamesOf(this.database, em, proposalId),
      leadUnits: leads.map((lead) => lead.name),
      dossierVersion: dossier?.version ?? null,
    };
    return { values, open };
  }

  /** What the actor may not see cannot be told from what does not exist. */
  private async check(em: EntityManager, actor: Actor, items: ItemDto[]): Promise<void> {
    const ids = items.map((item) => item.proposalId);
    const known = await this.publishable(em, actor, ids);
    accept(
      ids.flatMap((id, at) => {
        if (ids.indexOf(id) !== at) return [faultAt(at, 'repeated', '重复列入，请删去一条')];
        return known.has(id) ? [] : [faultAt(at, 'notPublishable', '不存在或尚未答复，不能列入公示，请改选')];
      }),
    );
  }

  private async publishable(em: EntityManager, actor: Actor, ids: number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const gate = visibleTo(actor);
    const sql = `SELECT p."id" FROM "proposal" p WHERE p."id" IN (${marks(ids)}) AND ${gate.sql}
      AND p."stage" IN (${marks(REPLIED_STAGES)})`;
    const params = [...ids, ...gate.params, ...REPLIED_STAGES];
    const rows = await this.database.rows<{ id: number }>(sql, params, em);
    return new Set(rows.map((row) => row.id));
  }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const faultAt = (at: number, code: string, why: string) =>
  fault(`items.${at}.proposalId`, code, `公示内容第${at + 1}条的提案${why}。`);
