import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Moment } from '../lifecycle/rule';
import { fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Invalid } from '../platform/web/errors';
import { type HitDecision, PublicationHit } from '../proposals/entities/publication-hit.entity';
import type { Hit } from './personal-data';
import type { Decisions } from './redaction';
import { asSearched, keyOf } from './searched-text';

/** The text of a case, or one of its files. */
export interface Looked {
  readonly proposalId: number;
  /** 0: the text. */
  readonly attachmentId: number;
}

export interface Decided {
  readonly text: string;
  readonly decision: HitDecision;
}

interface Decider {
  readonly now: Moment;
  readonly actor: { readonly accountId: number | null };
}

/** What was found that looks like personal data, and what a person decided about each. */
@Injectable()
export class HitBook {
  constructor(private readonly database: Database) {}

  /** Writes down what is found now; what was decided about it before holds, what is not there any more is forgotten. */
  async keep(em: EntityManager, looked: Looked, found: readonly Hit[]): Promise<void> {
    const known = await em.findBy(PublicationHit, looked);
    const texts = new Set(found.map(({ text }) => keyOf(text)));
    const gone = known.filter(({ text }) => !texts.has(text)).map(({ id }) => id);
    if (gone.length > 0) await em.delete(PublicationHit, { id: In(gone) });
    const there = new Set(known.map(({ text }) => text));
    for (const { kind, text } of uniqueByKey(found)) {
      if (there.has(keyOf(text))) continue;
      const open = { decision: null, decidedBy: null, decidedAt: null };
      await em.insert(PublicationHit, { ...looked, kind, text: keyOf(text), ...open });
    }
  }

  async decisions(looked: Looked, em: EntityManager = this.database.reader): Promise<Decisions> {
    const rows = await em.findBy(PublicationHit, looked);
    return new Map(rows.flatMap(({ text, decision }) => (decision ? [[text, decision] as const] : [])));
  }

  /** Gives whether anything is other than before. Throws Invalid for what does not stand there. */
  async decide(
    em: EntityManager,
    looked: Looked,
    decided: readonly Decided[],
    by: Decider,
  ): Promise<boolean> {
    const rows = await em.findBy(PublicationHit, looked);
    const byText = new Map(rows.map((row) => [row.text, row]));
    const faults = decided.flatMap(({ text }, at) =>
      byText.has(keyOf(asSearched(text))) ? [] : [fault(`decisions.${at}.text`, 'unknown', NOT_THERE)],
    );
    if (faults.length > 0) throw new Invalid(faults);
    let changed = false;
    for (const { text, decision } of decided) {
      const row = byText.get(keyOf(asSearched(text)));
      if (!row || row.decision === decision) continue;
      const who = { decidedBy: by.actor.accountId, decidedAt: by.now.at };
      await em.update(PublicationHit, row.id, { decision, ...who });
      changed = true;
    }
    return changed;
  }
}

const uniqueByKey = (hits: readonly Hit[]): Hit[] => [
  ...new Map(hits.map((hit) => [keyOf(hit.text), hit])).values(),
];

const NOT_THERE = '公开的内容中没有这一处，请刷新后重新决定。';
