import { Injectable } from '@nestjs/common';
import { Environment } from '../../../config/environment';
import { accept, fault } from '../../people/faults';
import { Clock } from '../../platform/clock/clock';
import { textChecks } from '../../platform/web/checks';
import { type FieldFault, Invalid, TryLater } from '../../platform/web/errors';
import { DtoPipe } from '../../platform/web/validation.pipe';
import { Rules } from '../../proposals/rules';
import { tombstoneHtml } from '../notice.page';
import { type IssuedNotice, isTombstone, NoticePages } from '../notice-pages';
import { siteOf } from '../site';
import { closedHtml, thanksHtml } from './comment-answers.page';
import { commentFormHtml } from './comment-form.page';
import { linksIn, tidied } from './comment-text';
import { SendCommentDto } from './comments.dto';
import { formToken, nonceOf, type TokenFault } from './form-token';
import { CommentReceiving } from './receiving.service';
import { type Typed, typedIn } from './typed';

/** What a page without script gets: a page, or where to go. */
export type FormAnswer =
  | { readonly status: number; readonly html: string; readonly retryAfter?: number }
  | { readonly location: string };

const TOKEN_FAULTS: Record<TokenFault, string> = {
  forged: '表单已失效，请核对后重新提交。',
  early: '提交得太快了，请过几秒再提交一次。',
  expired: '页面打开的时间过长，请核对后重新提交。',
};

/** The form by which the public writes, from the empty one to thanks. */
@Injectable()
export class CommentForms {
  private readonly pipe = new DtoPipe();

  constructor(
    private readonly pages: NoticePages,
    private readonly receiving: CommentReceiving,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly rules: Rules,
  ) {}

  show(noticeId: number, item: unknown): Promise<FormAnswer> {
    return this.onOpen(noticeId, 200, (notice) => this.form(notice, typedIn({ item })));
  }

  /** The page it goes on to when all is well; else the same form, with what was typed and what is wrong with it. */
  submit(noticeId: number, body: unknown, address: string): Promise<FormAnswer> {
    return this.onOpen(noticeId, 409, async (notice) => {
      const typed = typedIn(body);
      try {
        const { text, item, token } = this.read(body, typed);
        const nonce = this.nonce(token, noticeId);
        await this.receiving.receive({ noticeId, itemId: item ?? null, text, nonce, address });
        return { location: `/notices/${noticeId}/comment/thanks` };
      } catch (error) {
        return this.again(notice, typed, error);
      }
    });
  }

  async thanks(noticeId: number): Promise<FormAnswer> {
    const notice = await this.pages.issued(noticeId);
    if (isTombstone(notice)) return { status: 410, html: tombstoneHtml(notice, siteOf(this.rules)) };
    return { status: 200, html: thanksHtml(notice, siteOf(this.rules)) };
  }

  private async onOpen(
    noticeId: number,
    closed: number,
    answer: (notice: IssuedNotice) => FormAnswer | Promise<FormAnswer>,
  ): Promise<FormAnswer> {
    const notice = await this.pages.issued(noticeId);
    if (isTombstone(notice)) return { status: 410, html: tombstoneHtml(notice, siteOf(this.rules)) };
    if (notice.commentsUntil === null)
      return { status: closed, html: closedHtml(notice, siteOf(this.rules)) };
    return answer(notice);
  }

  /** The length first: the DTO knows only how long a text can be at most anywhere. */
  private read(body: unknown, typed: Typed): SendCommentDto {
    const { minLength, maxLength, maxLinks } = this.rules.handling.comments;
    const text = tidied(typed.text);
    if (text !== '') accept(faultsIn(text, { min: minLength, max: maxLength }));
    const dto = this.pipe.transform(body, { type: 'body', metatype: SendCommentDto }) as SendCommentDto;
    if (dto.website) accept([fault('website', 'filled', '请不要填写隐藏的「网址」一栏，然后重新提交。')]);
    if (text === '') accept([fault('text', 'required', '「留言」不能为空，请填写。')]);
    if (linksIn(text) > maxLinks)
      accept([fault('text', 'tooManyLinks', `「留言」最多可以有 ${maxLinks} 个网址，请删去多余的。`)]);
    return { ...dto, text };
  }

  private nonce(token: string, noticeId: number): string {
    const read = nonceOf(token, noticeId, this.clock.now().getTime(), this.environment.sessionSecret);
    if ('nonce' in read) return read.nonce;
    throw new Invalid([fault('token', read.fault, TOKEN_FAULTS[read.fault])]);
  }

  private again(notice: IssuedNotice, typed: Typed, error: unknown): FormAnswer {
    if (error instanceof Invalid) return { ...this.form(notice, typed, error.faults), status: 422 };
    if (!(error instanceof TryLater)) throw error;
    const told = [fault('text', 'tryLater', error.message)];
    return { ...this.form(notice, typed, told), status: 429, retryAfter: error.seconds };
  }

  /** Who was too fast keeps the form they have: with a new one they would be too fast again. */
  private form(notice: IssuedNotice, { text, item, token }: Typed, faults: readonly FieldFault[] = []) {
    const { comments } = this.rules.handling;
    const lengths = { minLength: comments.minLength, maxLength: comments.maxLength };
    const lastDay = notice.commentsUntil!;
    const itemId = item;
    const still = this.isUsable(token, notice.id, faults);
    const next = still ? token : this.newToken(notice.id);
    const site = siteOf(this.rules);
    const html = commentFormHtml({ notice, site, token: next, lastDay, lengths, text, itemId, faults });
    return { status: 200, html };
  }

  private isUsable(token: string, noticeId: number, faults: readonly FieldFault[]): boolean {
    if (faults.some(({ field, code }) => field === 'token' && code === 'used')) return false;
    const read = nonceOf(token, noticeId, this.clock.now().getTime(), this.environment.sessionSecret);
    return 'nonce' in read || read.fault === 'early';
  }

  private newToken(noticeId: number): string {
    return formToken(noticeId, this.clock.now().getTime(), this.environment.sessionSecret);
  }
}

function faultsIn(text: string, range: { min: number; max: number }): FieldFault[] {
  const wrong = textChecks('「留言」', { ...range, lines: true }).find((check) => !check.passes(text));
  return wrong ? [fault('text', wrong.code, wrong.message(text))] : [];
}
