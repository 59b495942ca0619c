import { Id, ListOf } from '../platform/web/fields';
import { AssignDto, BegunDto, HandOverDto } from './hand-over.dto';

/** A session's proposals are handed over in one meeting. */
const LARGEST_BATCH = 200;

export class HandOverItemDto extends HandOverDto {
  @Id('提案')
  proposalId: number;
}

export class HandOverManyDto {
  @ListOf('提案', () => HandOverItemDto, { max: LARGEST_BATCH })
  items: HandOverItemDto[];
}

export class AssignItemDto extends AssignDto {
  @Id('提案')
  proposalId: number;
}

export class AssignManyDto {
  @ListOf('提案', () => AssignItemDto, { max: LARGEST_BATCH })
  items: AssignItemDto[];
}

export class RefusedDto {
  code: string;
  message: string;
}

/** What became of one of the proposals: done, or why not. */
export class EachDto {
  id: number;
  ok: boolean;
  stage?: string;
  version?: number;
  assignments?: BegunDto[];
  reasons?: RefusedDto[];
}
