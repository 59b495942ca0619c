import { classWords, publicities } from '../lifecycle/words/terms';
import { CLASSES, type ReplyClass } from '../lifecycle/facts';
import { Choice, Day, Flag, Id, ListOf, Text, WholeNumber } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

export const PUBLICITIES = ['full', 'summary', 'none'] as const;
export type Publicity = (typeof PUBLICITIES)[number];

const NOTE = { max: 1000, lines: true };

export class PromiseDto {
  @Text('承诺事项', { max: 1000, lines: true })
  text: string;

  @Day('完成日期')
  dueOn: string;
}

/** What is left out stays as it was: drafts are saved as they are written. */
export class DraftReplyDto {
  /** Nobody saves over what they have not seen. */
  @WholeNumber('版本', { min: 1 })
  version: number;

  @Text('答复正文', { max: 50_000, lines: true, optional: true })
  body?: string | null;

  @Choice('答复分类', CLASSES, { words: classWords, optional: true })
  class?: ReplyClass | null;

  @ListOf('承诺事项', () => PromiseDto, { max: 30, optional: true })
  promises?: PromiseDto[] | null;

  @Text('联系人', { max: 60, optional: true })
  contactPerson?: string | null;

  @Text('联系电话', { max: 40, optional: true })
  contactPhone?: string | null;

  @Choice('公开意见', PUBLICITIES, { words: publicities, optional: true })
  publicity?: Publicity | null;

  /** Needed unless the whole reply may be public. */
  @Text('不全文公开的理由', { ...NOTE, optional: true })
  publicityReason?: string | null;
}

export class RemarkDto extends DeedDto {
  @Text('意见', { ...NOTE, optional: true })
  note?: string | null;
}

export class ExplainMissingDto extends DeedDto {
  @Id('会办任务')
  coAssignmentId: number;

  @Text('缺签原因', NOTE)
  reason: string;
}

export class CorrectClassDto extends DeedDto {
  @Choice('答复分类', CLASSES, { words: classWords })
  class: ReplyClass;

  @Text('调整理由', NOTE)
  note: string;
}

export class SendBackDto extends DeedDto {
  @Text('退回理由', NOTE)
  reason: string;
}

export class IssueReplyDto extends DeedDto {
  @Text('文号', { max: 60 })
  docNo: string;

  @Text('签发人', { max: 60 })
  signer: string;

  /** Collective and key proposals need the signature of the unit's principal leader. */
  @Flag('主要领导签发')
  principalLeader: boolean;
}

/** A co-handler's opinion as the reply cites it: by unit and number, never by its words. */
export class CitedOpinionDto {
  unitName: string;
  docNo: string;
}

/** A promise that has become one with the reply. */
export class MadePromiseDto extends PromiseDto {
  id: number;
}

export class IssuedDto extends DoneDto {
  replyId: number;
  docNo: string;
  class: ReplyClass;
  citedOpinions: CitedOpinionDto[];
  promises: MadePromiseDto[];
}

export class KeepPromiseDto extends DeedDto {
  @Id('承诺事项')
  promiseId: number;

  @Text('兑现情况', { max: 5000, lines: true })
  evidence: string;

  @Day('兑现日期')
  keptOn: string;
}

export class KeptDto extends DoneDto {
  /** A once all promises are kept. */
  class: ReplyClass;
  firstClass: ReplyClass;
}
