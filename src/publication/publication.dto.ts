import {
  consentAnswers,
  consentParties,
  hitDecisions,
  publishedDocuments,
  secrecyResults,
} from '../lifecycle/words/publishing';
import { publicities } from '../lifecycle/words/terms';
import { Choice, Day, Flag, Id, ListOf, Moment, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { HIT_DECISIONS, type HitDecision } from '../proposals/entities/publication-hit.entity';

export const EXTENTS = ['full', 'summary', 'none'] as const;

export const DOCUMENTS = ['summary', 'reply'] as const;

export class SummariseDto extends DeedDto {
  @Text('办理落实情况摘要', { min: 10, max: 5000, lines: true })
  summary: string;

  @Choice('公开范围', EXTENTS, { words: publicities })
  extent: (typeof EXTENTS)[number];

  /** What is published in full: the summary, or the reply itself; of less than all the summary. */
  @Choice('公开的文件', DOCUMENTS, { words: publishedDocuments, optional: true })
  document?: (typeof DOCUMENTS)[number] | null;
}

export class SecrecyDto extends DeedDto {
  @Choice('审查结论', ['open', 'secret'], { words: secrecyResults })
  result: 'open' | 'secret';

  @Day('审查日期')
  reviewedOn: string;

  @Text('审查说明', { max: 1000, lines: true })
  note: string;
}

export const PARTIES = ['sponsor', 'unit', 'committee'] as const;
export type Party = (typeof PARTIES)[number];

export class ConsentDto extends DeedDto {
  @Choice('意见', ['agreed', 'objected'], { words: consentAnswers })
  answer: 'agreed' | 'objected';

  @Text('说明', { max: 1000, lines: true, optional: true })
  note?: string | null;

  /** In whose name, when one person may speak for several. */
  @Choice('答复方', PARTIES, { words: consentParties, optional: true })
  party?: Party | null;

  /** Of several sponsors one; for whom the committee enters what was said by telephone or on paper. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;
}

export class CheckDto extends DeedDto {
  /** Places that look like personal data and may stay, word for word. */
  @ListOf('可以公开的内容', 'text', { min: 0, max: 100, optional: true })
  accepted?: string[] | null;
}

export class HitDecisionDto {
  @Text('疑似个人信息', { max: 500 })
  text: string;

  @Choice('处理', HIT_DECISIONS, { words: hitDecisions })
  decision: HitDecision;
}

export class DecideDto extends DeedDto {
  /** Left out: in the text. */
  @Id('附件', { optional: true })
  attachmentId?: number | null;

  @ListOf('决定', () => HitDecisionDto)
  decisions: HitDecisionDto[];
}

export class ReleaseDto extends DeedDto {
  @Id('附件')
  attachmentId: number;

  /** Somebody has looked through what no program can look into. */
  @Flag('已人工核对', { optional: true })
  confirmed?: boolean | null;
}

export class WithdrawFileDto extends DeedDto {
  @Id('附件')
  attachmentId: number;

  @Text('理由', { max: 2000, lines: true })
  reason: string;
}

export class ScheduleDto extends DeedDto {
  @Moment('发布时间')
  moment: string;
}

export class NoticeHead extends DeedDto {
  @Text('标题', { max: 200 })
  title: string;

  @Text('前言', { max: 2000, lines: true })
  preface: string;

  @Text('发布单位', { max: 100 })
  issuer: string;

  @Text('来信地址', { max: 200 })
  contactAddress: string;

  @Text('联系电话', { max: 40 })
  contactPhone: string;

  @Day('落款日期')
  datedOn: string;
}

export class ComposeDto extends NoticeHead {}

export class ItemDto {
  @Id('提案')
  proposalId: number;

  /** Shown in brackets behind the subject, as 专题类 or 合并. */
  @Text('标注', { max: 20, optional: true })
  tag?: string | null;
}

export class ArrangeDto extends NoticeHead {
  @ListOf('公示内容', () => ItemDto, { min: 0, max: 100 })
  items: ItemDto[];
}

export class CorrectDto extends DeedDto {
  @Id('公示条目')
  itemId: number;

  @Text('更正后的摘要', { min: 10, max: 5000, lines: true })
  summary: string;

  /** Readers see it beside the corrected text. */
  @Text('更正说明', { max: 500, lines: true })
  note: string;

  /** Places that look like personal data and may stay, word for word. */
  @ListOf('可以公开的内容', 'text', { min: 0, max: 100, optional: true })
  accepted?: string[] | null;
}
