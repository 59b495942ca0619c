import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { citationOf } from '../proposals/citation';
import type { Proposal } from '../proposals/entities/proposal.entity';
import { familySponsors } from '../proposals/family';
import { Rules } from '../proposals/rules';
import { visibleTo } from '../proposals/visibility';
import type { FamilyDto, FamilySponsorDto, MemberDto } from './family.dto';
import { pastMergings } from './past-mergings';

type MemberRow = Pick<Proposal, 'id' | 'subject' | 'stage' | 'caseNo' | 'principalId' | 'jointSubject'> & {
  jointOrder: string | null;
  session: number;
  term: number;
};

interface SponsorRow {
  proposalId: number;
  sponsorId: number;
  name: string;
  place: number;
}

const MEMBERS = `SELECT p."id", p."subject", p."stage", p."caseNo", p."principalId", p."jointSubject", p."jointOrder",
    s."number" AS "session", t."number" AS "term"
  FROM "proposal" p JOIN "plenarySession" s ON s."id" = p."sessionId" JOIN "term" t ON t."id" = s."termId"
  WHERE (p."id" = ? OR p."principalId" = ?) AND`;

/** A principal with all that follows it, as one reader may see them. */
@Injectable()
export class FamilyService {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
  ) {}

  /** From any of its cases. Throws NotFound for a case the reader may not know of. */
  async read(actor: Actor, id: number): Promise<FamilyDto> {
    const gate = visibleTo(actor);
    const sql = `SELECT p."principalId" FROM "proposal" p WHERE p."id" = ? AND ${gate.sql}`;
    const [found] = await this.database.rows<{ principalId: number | null }>(sql, [id, ...gate.params]);
    if (!found) throw new NotFound();
    const principalId = found.principalId ?? id;
    const order = 'ORDER BY p."filedAt", p."caseNo", p."id"';
    const params = [principalId, principalId, ...gate.params];
    const members = await this.database.rows<MemberRow>(`${MEMBERS} ${gate.sql} ${order}`, params);
    const principal = members.find((member) => member.id === principalId);
    return {
      principal: principal ? { ...this.shown(principal), jointSubject: principal.jointSubject } : null,
      followers: members.filter((member) => member !== principal).map((member) => this.shown(member)),
      sponsors: await this.sponsors(members, principalId),
      mergings: await pastMergings(
        this.database,
        actor,
        members.map((member) => member.id),
      ),
    };
  }

  private shown({ id, subject, stage, caseNo, term, session }: MemberRow): MemberDto {
    const committeeName = this.rules.handling.committee.name;
    const citation = caseNo === null ? null : citationOf({ committeeName, term, session, caseNo });
    return { id, subject, stage, citation };
  }

  private async sponsors(members: MemberRow[], principalId: number): Promise<FamilySponsorDto[]> {
    const marks = members.map(() => '?').join(', ');
    const rows = await this.database.rows<SponsorRow>(
      `SELECT "proposalId", "sponsorId", "name", "place" FROM "sponsorship"
        WHERE "signature" = 'agreed' AND "proposalId" IN (${marks}) ORDER BY "place"`,
      members.map((member) => member.id),
    );
    const of = (proposalId: number) => rows.filter((row) => row.proposalId === proposalId);
    const first = new Set(rows.filter((row) => row.place === 1).map((row) => row.sponsorId));
    const order = members.find((member) => member.id === principalId)?.jointOrder;
    const inOrder = familySponsors({
      jointOrder: order ? (JSON.parse(order) as number[]) : null,
      principal: of(principalId),
      followers: members.filter((member) => member.id !== principalId).map((member) => of(member.id)),
    });
    return inOrder.map(({ sponsorId, name }) => ({ sponsorId, name, first: first.has(sponsorId) }));
  }
}
