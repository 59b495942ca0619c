import { publicityWishes } from '../lifecycle/words/terms';
import { Choice, Id, ListOf, Text, WholeNumber } from '../platform/web/fields';
import { DoneDto } from '../proposals/done.dto';

export const WISHES = ['open', 'summary', 'none'] as const;
export type Wish = (typeof WISHES)[number];

const LONG_TEXT = { max: 20_000, lines: true, optional: true };

/** What is written of a proposal. A draft may lack anything; what is left out stays, what is null is cleared. */
export class WritingDto {
  @Text('案由', { max: 200, optional: true })
  subject?: string | null;

  @Text('情况', LONG_TEXT)
  situation?: string | null;

  @Text('分析', LONG_TEXT)
  analysis?: string | null;

  /** One recommendation each, in their order. */
  @ListOf('建议', 'text', { max: 30, textMax: 2000, lines: true, optional: true })
  recommendations?: string[] | null;

  @Text('类别', { max: 20, optional: true })
  category?: string | null;

  /** The units the sponsor thinks right; the assigning office decides. */
  @ListOf('建议承办单位', 'id', { max: 10, optional: true })
  suggestedUnits?: number[] | null;

  /** Whether proposal and reply may be published. */
  @Choice('公开意愿', WISHES, { words: publicityWishes, optional: true })
  publicityWish?: Wish | null;

  /** Needed before submission unless everything may be published. */
  @Text('不全文公开的理由', { max: 500, lines: true, optional: true })
  publicityReason?: string | null;
}

export class DraftDto extends WritingDto {
  /** One of the writer's own, or for staff any that exists: then the draft is recorded as entered on behalf. */
  @Id('提案者')
  sponsorId: number;

  /** Another name the sponsor goes by, to be shown on this case instead of its own. */
  @Text('署名', { max: 100, optional: true })
  signedAs?: string | null;

  /** When left out, the session whose submission deadline comes next. */
  @Id('会议', { optional: true })
  sessionId?: number | null;
}

export class TextDto extends WritingDto {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class SavedDto extends DoneDto {
  textVersion: number;
  /** How many who had signed were asked again, because the text has changed. */
  askedAgain: number;
}

export class ChangeDto {
  part: string;
  before: string;
  after: string;
}

export class VersionDto {
  version: number;
  /** `sponsor`: the sponsor's own; `correction`: by staff; `restored`: after an objection. */
  kind: string;
  at: string;
  by: string | null;
  note: string | null;
  subject: string;
  situation: string;
  analysis: string;
  recommendations: string[];
  /** What is different from the version before, without the lines that are the same at both ends. */
  changes: ChangeDto[];
}
