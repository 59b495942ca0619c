import { commentStages } from '../../lifecycle/words/stages';
import { Choice, Id, ListOf, Text } from '../../platform/web/fields';
import { PageQuery } from '../../platform/web/page.dto';
import { DeedDto } from '../../proposals/deed.dto';
import { COMMENT_STATES, type CommentState } from '../../proposals/entities/notice-comment.entity';

/** What the public form sends. How long the text may be is a setting besides. */
export class SendCommentDto {
  @Text('留言', { max: 5000, lines: true })
  text: string;

  /** Left out: about the notice as a whole. */
  @Id('留言对象', { optional: true })
  item?: number | null;

  /** What the form was given when it was shown. */
  @Text('表单凭证', { max: 100 })
  token: string;

  /** Nobody sees this field; programs fill it in. */
  @Text('网址', { max: 1000, optional: true })
  website?: string | null;
}

export class CommentsQuery extends PageQuery {
  @Id('公示', { optional: true })
  notice?: number | null;

  @Choice('状态', COMMENT_STATES, { words: commentStages, optional: true })
  state?: CommentState | null;
}

export class ReleaseCommentDto extends DeedDto {
  /** Places that look like personal data and may stay, word for word. */
  @ListOf('可以公开的内容', 'text', { min: 0, max: 100, optional: true })
  accepted?: string[] | null;
}

export class AnswerCommentDto extends ReleaseCommentDto {
  @Text('回复', { max: 2000, lines: true })
  text: string;
}
