import { Injectable } from '@nestjs/common';
import { type Actor, wears } from '../lifecycle/people';
import { Database } from '../platform/database/database';

/** Whom staff act for. Derived from hats, never typed: who wears the sponsor's hat acts as that sponsor. */
@Injectable()
export class Behalf {
  constructor(private readonly database: Database) {}

  /** The sponsor's name when the actor is staff and not that sponsor, else null. */
  async of(actor: Actor, sponsorId: number | undefined): Promise<string | null> {
    if (sponsorId === undefined || wears(actor, 'sponsor', sponsorId) || !wears(actor, 'committee'))
      return null;
    const sql = 'SELECT "name" FROM "sponsor" WHERE "id" = ?';
    const [sponsor] = await this.database.rows<{ name: string }>(sql, [sponsorId]);
    return sponsor?.name ?? null;
  }

  /** The same for the first sponsor of a case. */
  async ofLead(actor: Actor, proposalId: number): Promise<string | null> {
    if (!wears(actor, 'committee')) return null;
    const sql = 'SELECT "leadSponsorId" FROM "proposal" WHERE "id" = ?';
    const [proposal] = await this.database.rows<{ leadSponsorId: number }>(sql, [proposalId]);
    return this.of(actor, proposal?.leadSponsorId);
  }
}
