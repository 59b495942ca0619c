import type { FieldFault } from '../../platform/web/errors';
import type { IssuedNotice } from '../notice-pages';
import { inBookMarks } from '../../proposals/book-marks';
import { dayWords } from '../../platform/pages/day-words';
import { publicPage } from '../public-page';
import type { Site } from '../site';

/** The form as somebody sees it: what they typed, what is wrong with it, and until when they may write. */
export interface CommentForm {
  readonly notice: IssuedNotice;
  readonly site?: Site;
  readonly token: string;
  readonly lastDay: string;
  readonly lengths: { readonly minLength: number; readonly maxLength: number };
  readonly text: string;
  readonly itemId: number | null;
  readonly faults: readonly FieldFault[];
}

/** Fields that are to be seen; a fault in another one is about the form. */
const SEEN = ['text', 'item'];

export function commentFormHtml(form: CommentForm): string {
  const { notice, site, faults, lastDay } = form;
  const title = `${faults.length > 0 ? '错误：' : ''}留言：${notice.title}`;
  return publicPage(
    title,
    <>
      <h1>对公示留言</h1>
      <p>
        公示：<a href={`/notices/${notice.id}`}>{notice.title}</a>
      </p>
      {faults.length > 0 && <Summary faults={faults} />}
      <p>
        留言经提案委审核后公开，接受至{dayWords(lastDay)}
        。请勿填写姓名、电话、住址等个人信息。无需登录；您的网络地址不作保存，只留一天无法还原的摘要，用来限制提交次数。
      </p>
      <Form {...form} />
    </>,
    { site },
  );
}

const Summary = ({ faults }: Pick<CommentForm, 'faults'>) => (
  <div class="error-summary alert alert-danger" role="alert" aria-labelledby="faults" tabIndex={-1}>
    <h2 class="alert-title" id="faults">
      留言没有提交，请更正以下内容
    </h2>
    <ul>
      {faults.map(({ field, message }) => (
        <li>
          <a href={`#${SEEN.includes(field) ? field : 'text'}`}>{message}</a>
        </li>
      ))}
    </ul>
  </div>
);

const Form = ({ notice, token, lengths, text, itemId, faults }: CommentForm) => (
  <form method="post" action={`/notices/${notice.id}/comment`}>
    <div class="mb-3">
      <label class="form-label" for="item">
        留言对象
      </label>
      <Fault faults={faults} field="item" />
      <select
        class={classOf(faults, 'item', 'form-select')}
        id="item"
        name="item"
        {...describing(faults, 'item')}
      >
        <option value="">整份公示</option>
        {notice.items.map(({ id, subject }) => (
          <option value={id} selected={id === itemId}>
            {inBookMarks(subject)}
          </option>
        ))}
      </select>
    </div>
    <div class="mb-3">
      <label class="form-label" for="text">
        留言（{lengths.minLength} 至 {lengths.maxLength} 个字，只能是文字）
      </label>
      <Fault faults={faults} field="text" />
      <textarea
        class={classOf(faults, 'text', 'form-control')}
        id="text"
        name="text"
        rows={8}
        maxLength={lengths.maxLength * 2}
        required
        {...describing(faults, 'text')}
        value={text}
      />
    </div>
    <p hidden>
      <label for="website">请勿填写此栏</label>
      <input id="website" name="website" autocomplete="off" tabIndex={-1} />
    </p>
    <input type="hidden" name="token" value={token} />
    <button class="btn btn-primary" type="submit">
      提交留言
    </button>
  </form>
);

const faultOf = (faults: CommentForm['faults'], field: string) => faults.find((each) => each.field === field);

const classOf = (faults: CommentForm['faults'], field: string, control: string) =>
  faultOf(faults, field) ? `${control} is-invalid` : control;

const describing = (faults: CommentForm['faults'], field: string) =>
  faultOf(faults, field) ? { 'aria-invalid': true, 'aria-describedby': `${field}-fault` } : {};

const Fault = ({ faults, field }: Pick<CommentForm, 'faults'> & { field: string }) => {
  const fault = faultOf(faults, field);
  return fault ? (
    <strong class="invalid-feedback d-block" id={`${field}-fault`}>
      错误：{fault.message}
    </strong>
  ) : null;
};
