import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import type { Dossier } from '../proposals/entities/dossier.entity';
import { strangersTo } from './people-names';

/** What of a case is to be published, as it stands in the record: nothing is masked in it yet. */
export interface RawText {
  readonly subject: string;
  readonly document: Dossier['document'];
  readonly text: string;
  /** Names of members who have nothing to do with the case. */
  readonly strangers: readonly string[];
}

interface Row {
  subject: string;
  jointSubject: string | null;
  document: Dossier['document'] | null;
  extent: Dossier['extent'] | null;
  summary: string | null;
}

const CASE = `SELECT p."subject", p."jointSubject", d."document", d."extent", d."summary"
  FROM "proposal" p LEFT JOIN "dossier" d ON d."proposalId" = p."id" WHERE p."id" = ?`;
const REPLIES = `SELECT u."name", r."body" FROM "reply" r JOIN "assignment" a ON a."id" = r."assignmentId"
  JOIN "handlingUnit" u ON u."id" = a."unitId" JOIN "proposal" p ON p."id" = r."proposalId"
  WHERE r."proposalId" = ? AND r."round" = p."round" AND a."round" = p."round" AND r."issuedAt" IS NOT NULL
    AND a."role" = 'lead' AND a."stage" <> 'released' ORDER BY a."id"`;

/** Finds the text that was chosen: the public summary, or the replies themselves. */
@Injectable()
export class PublicTexts {
  constructor(private readonly database: Database) {}

  async of(em: EntityManager, proposalId: number): Promise<RawText> {
    const [row] = await this.database.rows<Row>(CASE, [proposalId], em);
    const document = row.document === 'reply' && row.extent === 'full' ? 'reply' : 'summary';
    return {
      subject: row.jointSubject ?? row.subject,
      document,
      text: document === 'reply' ? await this.replies(em, proposalId) : (row.summary ?? ''),
      strangers: await strangersTo(this.database, em, proposalId),
    };
  }

  /** Of several leads each reply under the name of its unit. */
  private async replies(em: EntityManager, proposalId: number): Promise<string> {
    const rows = await this.database.rows<{ name: string; body: string }>(REPLIES, [proposalId], em);
    if (rows.length === 1) return rows[0].body;
    return rows.map(({ name, body }) => `${name}：\n${body}`).join('\n');
  }
}
