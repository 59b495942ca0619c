import { outcomes } from '../lifecycle/words/terms';
import { OUTCOMES, type Outcome } from '../lifecycle/facts';
import { Choice, ListOf, Text, WholeNumber } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

const REASON = { max: 2000, lines: true };

/** What the preliminary examination finds. */
export class OutcomeDto {
  @Choice('审查意见', OUTCOMES, { words: outcomes })
  outcome: Outcome;

  /** Of the reasons not to file; only with that outcome. */
  @Text('不予立案情形', { max: 40, optional: true })
  reasonCode?: string | null;

  /** What becomes of a proposal that is not filed. */
  @Text('处理方式', { max: 40, optional: true })
  disposition?: string | null;

  /** Needed to return a proposal. */
  @Text('理由', { ...REASON, optional: true })
  reason?: string | null;

  /** Corrects the sponsor's own. */
  @Text('类别', { max: 20, optional: true })
  category?: string | null;
}

export class RecommendDto extends OutcomeDto {
  @WholeNumber('版本', { min: 1, optional: true })
  version?: number | null;
}

export class ReexamineDto extends DeedDto {
  @Text('发回意见', REASON)
  note: string;
}

/** What is left out is taken from the recommendation. */
export class ReturnDto extends DeedDto {
  @Text('退回理由', { ...REASON, optional: true })
  reason?: string | null;
}

/** What is left out is taken from the recommendation. */
export class NotFileDto extends ReturnDto {
  @Text('不予立案情形', { max: 40, optional: true })
  reasonCode?: string | null;

  @Text('处理方式', { max: 40, optional: true })
  disposition?: string | null;
}

export class DesignateKeyDto extends DeedDto {
  @Text('领办领导', { max: 100 })
  leader: string;
}

export class UndesignateKeyDto extends DeedDto {
  @Text('取消理由', REASON)
  reason: string;
}

/** Parts left out stay as they are. */
export class CorrectTextDto extends DeedDto {
  @Text('案由', { max: 200, optional: true })
  subject?: string | null;

  @Text('情况', { max: 20_000, lines: true, optional: true })
  situation?: string | null;

  @Text('分析', { max: 20_000, lines: true, optional: true })
  analysis?: string | null;

  @ListOf('建议', 'text', { min: 1, max: 30, textMax: 2000, lines: true, optional: true })
  recommendations?: string[] | null;

  @Text('校订说明', REASON)
  note: string;
}

export class ObjectDto extends DeedDto {
  @Text('异议理由', REASON)
  reason: string;
}

export class FiledDto extends DoneDto {
  caseNo: number;
}
