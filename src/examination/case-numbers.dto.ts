import { ApiProperty } from '../platform/web/documentation';
import { Flag, Id } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';

export const STANDINGS = ['active', 'withdrawn', 'merged', 'gap'] as const;

export class CaseNumbersQuery extends PageQuery {
  @Id('会议')
  sessionId: number;

  /** Those only that are no active case. */
  @Flag('只列缺号', { optional: true })
  missing?: boolean | null;
}

export class CaseNumberDto {
  caseNo: number;
  proposalId: number | null;
  subject: string | null;

  @ApiProperty({ enum: STANDINGS })
  standing: (typeof STANDINGS)[number];

  /** Why it is missing from the active cases. */
  reason: string | null;
}

export class CaseNumbersDto {
  items: CaseNumberDto[];
  total: number;
  page: number;
  size: number;
  withdrawn: number;
  merged: number;
  /** Numbers that were given and belong to nothing: there should be none. */
  gaps: number;
}
