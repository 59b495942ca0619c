import { CSRF_FIELD } from '../../platform/web/form-token';
import { OldNoticeQuestions, type QuestionsProps } from './old-notice-questions';
import { UnderstoodItems } from './understood-items';

interface Props extends Omit<QuestionsProps, 'preview'> {
  /** What was understood so far; none before the first look. */
  readonly preview: QuestionsProps['preview'] | null;
  readonly csrf: string;
}

/** The text as it was printed, what was understood of it, and what a person still has to say. */
export const OldNoticeForm = ({ preview, answers, csrf, ...lists }: Props) => (
  <form class="deed-form" method="post" action="/desk/old-notices/new" data-guard noValidate>
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    {preview && <Open preview={preview} />}
    <div class="mb-3">
      <label class="form-label" for="f-text">
        公示全文
      </label>
      <div class="form-hint" id="f-text-hint">
        把往年公示的文字原样粘贴进来，包括标题、落款和每一条的案由、提案领衔者、主办单位、摘要。
      </div>
      <textarea
        class="form-control"
        id="f-text"
        name="text"
        rows={preview ? 8 : 20}
        aria-describedby="f-text-hint"
      >
        {answers.text}
      </textarea>
    </div>
    {preview && (
      <>
        <Head preview={preview} answers={answers} />
        <OldNoticeQuestions {...lists} preview={preview} answers={answers} />
      </>
    )}
    <div class="btn-list">
      <button class={preview?.ready ? 'btn' : 'btn btn-primary'} type="submit" name="step" value="preview">
        {preview ? '重新读一遍' : '读入'}
      </button>
      {preview?.ready && (
        <button class="btn btn-primary" type="submit" name="step" value="import">
          提交，送办公室确认
        </button>
      )}
      <a class="btn" href="/desk/old-notices">
        返回
      </a>
    </div>
    {preview && <UnderstoodItems items={preview.items} preface={preview.preface} />}
  </form>
);

const Open = ({ preview: { questions, ready, items } }: { preview: QuestionsProps['preview'] }) =>
  ready ? (
    <p class="alert alert-success" role="status">
      读出 {items.length} 条，没有疑问了。请与原件核对以下内容，然后提交。
    </p>
  ) : (
    <div class="alert alert-warning" role="status">
      <h2 class="alert-title">
        读出 {items.length} 条，还有 {questions.length} 个问题
      </h2>
      <ul>
        {questions.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
    </div>
  );

type HeadField = 'title' | 'issuer' | 'datedOn';
const HEAD: [HeadField, string, 'text' | 'date'][] = [
  ['title', '标题', 'text'],
  ['issuer', '发布单位', 'text'],
  ['datedOn', '落款日期', 'date'],
];

/** The text itself goes first: only what it does not say is asked for. */
const Head = ({ preview, answers }: Pick<QuestionsProps, 'preview' | 'answers'>) => (
  <>
    {HEAD.map(([field, label, type]) =>
      preview[field] !== null && !answers[field] ? (
        <p>
          {label}：{preview[field]}
        </p>
      ) : (
        <div class="mb-3">
          <label class="form-label" for={`f-${field}`}>
            {label}（文中没有读出）
          </label>
          <input
            {...({ type } as { type?: 'text' })}
            class="form-control"
            id={`f-${field}`}
            name={field}
            value={answers[field] ?? ''}
          />
        </div>
      ),
    )}
  </>
);
