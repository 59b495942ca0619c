import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor, Hat, Side } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import type { Subject } from './facts/subject';
import { hatsOf, seesMeetings, seesNotices, sidesOf, visibleTo } from './visibility';

const INSIDE: readonly Hat[] = ['sponsor', 'committee', 'director', 'office', 'auditor'];

/** The actor without the hats worn for a unit or an office. */
export const asInsider = (actor: Actor): Actor => ({
  ...actor,
  hats: actor.hats.filter(({ hat }) => INSIDE.includes(hat as Hat)),
});

/** Lets through to a subject, or says that it does not exist. */
@Injectable()
export class Gate {
  constructor(private readonly database: Database) {}

  /** Throws NotFound when the actor may not know of the subject. */
  async pass(
    actor: Actor,
    subject: Pick<Subject, 'table' | 'proposalId'>,
    em?: EntityManager,
  ): Promise<void> {
    if (!(await this.sees(actor, subject, em))) throw new NotFound();
  }

  /**
   * Lets only those through who see the case as one of its sponsors or as the committee: what units and offices must not
   * read stays closed to somebody who works for one of them, whatever hats they wear for other cases.
   */
  async passInside(actor: Actor, proposalId: number): Promise<void> {
    await this.pass(asInsider(actor), { table: 'proposal', proposalId });
  }

  /**
   * The sides an actor sits on in this case: a handler of a unit who is a sponsor elsewhere reads it as a unit. Of those
   * who see every case all sides hold.
   */
  async sidesOn(actor: Actor, proposalId: number): Promise<readonly Side[] | 'all'> {
    const sides = sidesOf(actor);
    if (sides === 'all' || sides.includes('committee')) return sides;
    const seats = sides.map((side) => ({ side, gate: visibleTo({ ...actor, hats: hatsOf(actor, side) }) }));
    const columns = seats.map(({ side, gate }) => `CASE WHEN ${gate.sql} THEN 1 ELSE 0 END AS "${side}"`);
    const params = [...seats.flatMap(({ gate }) => gate.params), proposalId];
    const sql = `SELECT ${['p."id"', ...columns].join(', ')} FROM "proposal" p WHERE p."id" = ?`;
    const [row] = await this.database.rows<Record<Side, number> | undefined>(sql, params);
    return sides.filter((side) => row?.[side]);
  }

  private async sees(
    actor: Actor,
    subject: Pick<Subject, 'table' | 'proposalId'>,
    em?: EntityManager,
  ): Promise<boolean> {
    if (subject.table === 'evaluation') return seesMeetings(actor);
    if (subject.table === 'notice') return seesNotices(actor);
    return subject.proposalId !== null && this.seesProposal(actor, subject.proposalId, em);
  }

  async seesProposal(actor: Actor, id: number, em?: EntityManager): Promise<boolean> {
    const gate = visibleTo(actor);
    const sql = `SELECT 1 FROM "proposal" p WHERE p."id" = ? AND ${gate.sql}`;
    return (await this.database.rows(sql, [id, ...gate.params], em)).length > 0;
  }
}
