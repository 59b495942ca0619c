import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { Gate } from '../proposals/gate';
import { differenceOf } from './difference';
import type { VersionDto } from './drafts.dto';

type Row = Omit<VersionDto, 'recommendations' | 'changes'> & { recommendations: string };

const VERSIONS = `SELECT t."version", t."kind", t."at", a."displayName" AS "by", t."note", t."subject", t."situation",
    t."analysis", t."recommendations"
  FROM "proposalText" t LEFT JOIN "account" a ON a."id" = t."byAccountId"
  WHERE t."proposalId" = ? ORDER BY t."version"`;

/** All versions of a text with what changed from each to the next: for those who sign it and those who examine it. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
  ) {}

  async list(actor: Actor, proposalId: number): Promise<VersionDto[]> {
    await this.gate.passInside(actor, proposalId);
    const rows = await this.database.rows<Row>(VERSIONS, [proposalId]);
    const texts = rows.map((row) => ({
      ...row,
      recommendations: JSON.parse(row.recommendations) as string[],
    }));
    return texts.map((text, at) => ({ ...text, changes: at === 0 ? [] : differenceOf(texts[at - 1], text) }));
  }
}
