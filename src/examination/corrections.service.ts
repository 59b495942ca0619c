import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Names } from '../people/names.service';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import { Door } from '../proposals/door';
import { ProposalText } from '../proposals/entities/proposal-text.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import type { CorrectTextDto, ObjectDto } from './examination.dto';

const PARTS = ['subject', 'situation', 'analysis', 'recommendations'] as const;
type Parts = Pick<ProposalText, (typeof PARTS)[number]>;

/** Corrections of staff (文字校订): versions of their own, beside what the sponsor signed, and the sponsor may object. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly names: Names,
  ) {}

  correct(actor: Actor, id: number, { version, note, ...given }: CorrectTextDto): Promise<Done> {
    const deed = { machine: 'proposal', action: 'correct', id, actor, version } as const;
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const before = await newest(act.em, act.id);
      const after = { ...before, ...withoutBlanks(given) };
      const changed = PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
      accept(changed.length > 0 ? [] : [fault('', 'nothingChanged', '文字没有改动，请修改后再保存。')]);
      await write(act, after, before.version + 1, 'correction', note);
      act.note({ parts: changed, before: before.version, after: before.version + 1, note });
    });
  }

  /** Brings back the sponsor's own words, however many corrections came after them. */
  async object(actor: Actor, id: number, { version, reason }: ObjectDto): Promise<Done> {
    const behalf = await this.behalf(actor, id);
    const deed = { machine: 'proposal', action: 'objectToCorrection', id, actor, version } as const;
    return this.door.perform<ProposalFacts>({ ...deed, onBehalfOf: behalf }, async (act) => {
      const { version: before } = await newest(act.em, act.id);
      const own = { proposalId: act.id, kind: Not('correction' as const) };
      const restored = await act.em.findOneOrFail(ProposalText, { where: own, order: { version: 'DESC' } });
      await write(act, restored, before + 1, 'restored', reason);
      act.note({ restored: restored.version, before, after: before + 1, reason });
    });
  }

  private async behalf(actor: Actor, id: number): Promise<string | null> {
    const sql = 'SELECT "leadSponsorId" FROM "proposal" WHERE "id" = ?';
    const [proposal] = await this.database.rows<{ leadSponsorId: number }>(sql, [id]);
    return proposal ? onBehalfOf(this.names, actor, proposal.leadSponsorId) : null;
  }
}

function newest(em: EntityManager, proposalId: number): Promise<ProposalText> {
  return em.findOneOrFail(ProposalText, { where: { proposalId }, order: { version: 'DESC' } });
}

async function write(
  act: Act<ProposalFacts>,
  { subject, situation, analysis, recommendations }: Parts,
  version: number,
  kind: ProposalText['kind'],
  note: string,
): Promise<void> {
  const parts = { subject, situation, analysis, recommendations };
  const by = { byAccountId: act.actor.accountId, at: act.now.at };
  await act.em.insert(ProposalText, { ...parts, ...by, proposalId: act.id, version, kind, note });
  act.set({ subject, textVersion: version });
}

/** What was left out or left blank stays as it was. */
function withoutBlanks(given: { [part in keyof Parts]?: Parts[part] | null }): Partial<Parts> {
  const said = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said);
}
