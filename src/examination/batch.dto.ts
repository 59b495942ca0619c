import type { Reason } from '../platform/web/errors';
import { ListOf } from '../platform/web/fields';
import { OutcomeDto } from './examination.dto';

export const LARGEST_BATCH = 200;

export class FileManyDto {
  @ListOf('提案', 'id', { max: LARGEST_BATCH })
  ids: number[];
}

export class RecommendManyDto extends OutcomeDto {
  @ListOf('提案', 'id', { max: LARGEST_BATCH })
  ids: number[];
}

/** What became of one of the proposals: done, or why not. */
export class ExaminedDto {
  id: number;
  ok: boolean;
  stage?: string;
  version?: number;
  caseNo?: number;
  reasons?: Reason[];
}
