import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { ProposalAction } from '../lifecycle/proposal';
import { Names } from '../people/names.service';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { onBehalfOf } from '../proposals/on-behalf';

type Work<T extends object> = (act: Act<ProposalFacts>) => Promise<T | void> | T | void;

/** What the first sponsor of a proposal does, or staff for that sponsor: then it is recorded for whom. */
@Injectable()
export class Writer {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly names: Names,
  ) {}

  async perform<T extends object = object>(
    actor: Actor,
    id: number,
    action: ProposalAction,
    { version }: DeedDto,
    work?: Work<T>,
  ): Promise<Done & T> {
    const deed = { machine: 'proposal', action, id, actor, version } as const;
    return this.door.perform<ProposalFacts, T>({ ...deed, onBehalfOf: await this.behalf(actor, id) }, work);
  }

  private async behalf(actor: Actor, id: number): Promise<string | null> {
    const sql = 'SELECT "leadSponsorId" FROM "proposal" WHERE "id" = ?';
    const [proposal] = await this.database.rows<{ leadSponsorId: number }>(sql, [id]);
    return proposal ? onBehalfOf(this.names, actor, proposal.leadSponsorId) : null;
  }
}
