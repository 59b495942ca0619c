import { Injectable } from '@nestjs/common';
import type { PublicationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import type { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { Notice } from '../proposals/entities/notice.entity';
import { NoticeCorrection } from '../proposals/entities/notice-correction.entity';
import { NoticeItem } from '../proposals/entities/notice-item.entity';
import type { Subject } from '../proposals/facts/subject';
import { clear, foundIn, HIT_WORDS } from './clearance';
import { NoticeItems } from './notice-items';
import { strangersTo } from './people-names';
import type { Hit } from './personal-data';
import type { ArrangeDto, ComposeDto, CorrectDto } from './publication.dto';

type OnNotice = Act<PublicationFacts>;

/** The way of a notice, from the first draft to the tombstone. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly door: Door,
    private readonly items: NoticeItems,
    private readonly database: Database,
  ) {}

  compose(actor: Actor, head: ComposeDto) {
    return this.door.perform(
      { machine: 'publication', action: 'compose', id: null, actor },
      async (act: OnNotice) => {
        const row = { ...headOf(head), stage: 'composing', version: 1 } as const;
        const inserted = await act.em.insert(Notice, row);
        const id = inserted.identifiers[0].id as number;
        act.created(newSubject(id, row.stage));
        act.note({ title: head.title });
      },
    );
  }

  /** Header, choice and order of the items; the texts are copied in anew. */
  arrange(actor: Actor, id: number, { version, items, ...head }: ArrangeDto) {
    return this.perform(actor, 'arrange', id, version, async (act) => {
      act.set(headOf(head));
      await this.items.replace(act.em, actor, id, items);
      act.note({ title: head.title, items: items.map((item) => item.proposalId) });
    });
  }

  /** What is prepared is what readers will get: the texts as they are now. */
  prepare(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'prepare', id, version, async (act) => {
      await this.items.refresh(act.em, id);
      act.set({ preparedBy: actor.accountId });
    });
  }

  /** Whoever prepares and approves it then may be others. */
  sendBack(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'sendBack', id, version, (act) => {
      act.set({ preparedBy: null, approvedBy: null, ...UNSCHEDULED });
      act.note({ reason });
    });
  }

  approve(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'approve', id, version, (act) => act.set({ approvedBy: actor.accountId }));
  }

  issue(actor: Actor, id: number, { version }: DeedDto) {
    return this.perform(actor, 'issue', id, version, (act) => {
      act.set({ issuedBy: actor.accountId, issuedAt: act.now.at, ...UNSCHEDULED });
      if (act.facts.scheduledFor) act.note({ scheduledFor: act.facts.scheduledFor });
    });
  }

  /** Readers see that something was corrected, when and why. */
  correct(actor: Actor, id: number, { version, itemId, summary, note, accepted }: CorrectDto) {
    return this.perform(actor, 'correct', id, version, async (act) => {
      const item = await act.em.findOneBy(NoticeItem, { id: itemId, noticeId: id });
      if (!item) throw new Invalid([NOT_IN_IT]);
      const strangers =
        item.proposalId === null ? [] : await strangersTo(this.database, act.em, item.proposalId);
      const hits = clear(`${summary}\n${note}`, accepted, strangers);
      const change = { itemId, note, before: item.summary, after: summary };
      const by = { byAccountId: actor.accountId, at: act.now.at };
      await act.em.insert(NoticeCorrection, { noticeId: id, ...change, ...by });
      await act.em.update(NoticeItem, itemId, { summary });
      act.set({ correctedAt: act.now.at });
      act.note({ ...change, accepted: hits });
    });
  }

  takeDown(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'takeDown', id, version, (act) => {
      refusePersonalData(reason);
      act.set({ takenDownAt: act.now.at, takenDownReason: reason });
      act.note({ reason });
    });
  }

  discard(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(actor, 'discard', id, version, (act) => {
      act.set(UNSCHEDULED);
      act.note({ reason });
    });
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

const UNSCHEDULED = { scheduledFor: null, scheduledBy: null };

/** The reason stands on the tombstone and in the public log. */
function refusePersonalData(reason: string): void {
  const hits = foundIn(reason, []);
  if (hits.length > 0) throw new Invalid(hits.map((hit) => inReason(hit)));
}

const inReason = ({ kind, text }: Hit) =>
  fault('reason', kind, `“${text}”疑似${HIT_WORDS[kind]}，撤下的理由将公开，请从中删去。`);

const NOT_IN_IT = fault('itemId', 'unknown', '「公示条目」不在这份公示中，请重新选择。');

function newSubject(id: number, stage: PublicationFacts['stage']): Subject<PublicationFacts> {
  const nobody = { proposalId: null, officeId: null, unitId: null, leadSponsorId: null };
  const people = { preparedBy: null, approvedBy: null, scheduledFor: null };
  const facts = { stage, items: 0, unready: [], outdated: [], ...people };
  return { machine: 'publication', table: 'notice', id, version: 1, stage, ...nobody, facts };
}

function headOf({ title, preface, issuer, contactAddress, contactPhone, datedOn }: ComposeDto) {
  return { title, preface, issuer, contactAddress, contactPhone, datedOn };
}
