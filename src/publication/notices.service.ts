import { Injectable } from '@nestjs/common';
import type { PublicationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import type { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { Notice } from '../proposals/entities/notice.entity';
import { NoticeCorrection } from '../proposals/entities/notice-correction.entity';
import { NoticeItem } from '../proposals/entities/notice-item.entity';
import { NoticeItems } from './notice-items';
import type { ArrangeDto, ComposeDto, CorrectDto } from './publication.dto';

type OnNotice = Act<PublicationFacts>;

/** The way of a notice, from the first draft to the tombstone. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly door: Door,
    private readonly items: NoticeItems,
  ) {}

  compose(actor: Actor, head: ComposeDto) {
    return this.door.perform(
      { machine: 'publication', action: 'compose', id: null, actor },
      async (act: OnNotice) => {
        const row = { ...headOf(head), stage: 'composing', version: 1 } as const;
        const inserted = await act.em.insert(Notice, row);
        const nobody = { proposalId: null, officeId: null, unitId: null, leadSponsorId: null };
        const place = {
          machine: 'publication',
          table: 'notice',
          id: inserted.identifiers[0].id as number,
        } as const;
        const facts = { stage: row.stage, items: 0, unready: [], preparedBy: null, approvedBy: null };
        act.created({ ...place, ...nobody, version: 1, stage: row.stage, facts });
        act.note({ title: head.title });
      },
    );
  }

  /** Header, choice and order of the items; the texts are copied in anew. */
  arrange(actor: Actor, id: number, { version, items, ...head }: ArrangeDto) {
    return this.perform(actor, 'arrange', id, version, async (act) => {
      act.set(headOf(head));
      await this.items.replace(act.em, actor, id, items);
      act.note({ items: items.map((item) => item.proposalId) });
    });
  }

  /** What is prepared is what readers will get: the texts as they are now. */
  prepare(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'prepare', id, version, async (act) => {
      await this.items.refresh(act.em, id);
      act.set({ preparedBy: actor.accountId });
    });
  }

  sendBack(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'sendBack', id, version, (act) => {
      act.set({ preparedBy: null });
      act.note({ reason });
    });
  }

  approve(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'approve', id, version, (act) => act.set({ approvedBy: actor.accountId }));
  }

  issue(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'issue', id, version, (act) =>
      act.set({ issuedBy: actor.accountId, issuedAt: act.now.at }),
    );
  }

  /** Readers see that something was corrected, what it was, and why. */
  correct(actor: Actor, id: number, { version, itemId, summary, note }: CorrectDto) {
    return this.perform(actor, 'correct', id, version, async (act) => {
      const item = await act.em.findOneBy(NoticeItem, { id: itemId, noticeId: id });
      if (!item)
        throw new Invalid([
          { field: 'itemId', code: 'unknown', message: '「公示条目」不在这份公示中，请重新选择。' },
        ]);
      const row = { noticeId: id, itemId, note, before: item.summary, after: summary };
      await act.em.insert(NoticeCorrection, { ...row, byAccountId: actor.accountId, at: act.now.at });
      await act.em.update(NoticeItem, itemId, { summary });
      act.set({ correctedAt: act.now.at });
      act.note({ itemId, note, before: item.summary, after: summary });
    });
  }

  takeDown(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'takeDown', id, version, (act) => {
      act.set({ takenDownAt: act.now.at, takenDownReason: reason });
      act.note({ reason });
    });
  }

  discard(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'discard', id, version, (act) => act.note({ reason }));
  }

  private perform(
    actor: Actor,
    action: string,
    id: number,
    version: number | null | undefined,
    work: (act: OnNotice) => Promise<void> | void,
  ) {
    return this.door.perform<PublicationFacts>({ machine: 'publication', action, id, actor, version }, work);
  }
}

function headOf({ title, preface, issuer, contactAddress, contactPhone, datedOn }: ComposeDto) {
  return { title, preface, issuer, contactAddress, contactPhone, datedOn };
}
