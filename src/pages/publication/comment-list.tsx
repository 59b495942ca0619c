import type { CommentState } from '../../proposals/entities/notice-comment.entity';
import { Moment } from '../../platform/pages/day-words';
import { listHref, Pager } from '../../platform/pages/table';
import { withQuery } from '../../platform/pages/local-path';
import { HIT_WORDS } from '../../publication/clearance';
import type { CommentsDesk } from '../../publication/comments/comments-desk.service';
import { DeedButton } from '../desks/deed-button';

export type CommentPage = Awaited<ReturnType<CommentsDesk['list']>>;
type Comment = CommentPage['items'][number];

interface Props {
  readonly page: CommentPage;
  readonly query: Readonly<Record<string, unknown>>;
  readonly decides: boolean;
  readonly csrf: string;
}

const TONES: Record<CommentState, string> = {
  held: 'bg-yellow-lt',
  released: 'bg-green-lt',
  refused: 'bg-red-lt',
};

/** Comments with what can be decided about each, where one stands. */
export function CommentList({ page, query, decides, csrf }: Props) {
  const back = listHref('/desk/comments', query, {});
  return (
    <>
      {page.items.length === 0 && (
        <div class="empty">
          <p class="empty-title">没有这样的留言</p>
          <p>公示发布后，公众可以在公示页面留言；新的留言先到这里，审核后公开。</p>
        </div>
      )}
      {page.items.map((comment) => (
        <CommentCard {...{ comment, decides, csrf, back }} />
      ))}
      {page.total > page.size && (
        <Pager {...page} href={(to) => listHref('/desk/comments', query, { page: to })} />
      )}
    </>
  );
}

interface CardProps extends Pick<Props, 'decides' | 'csrf'> {
  readonly comment: Comment;
  readonly back: string;
}

const CommentCard = ({ comment, decides, csrf, back }: CardProps) => (
  <article class="card" id={`comment-${comment.id}`} aria-labelledby={`about-${comment.id}`}>
    <div class="card-body">
      <h2 class="card-title" id={`about-${comment.id}`}>
        对
        <a href={`/desk/notices/${comment.notice.id}`}>
          {comment.item ? `《${comment.item.subject}》` : comment.notice.title}
        </a>
        的留言
      </h2>
      <p>
        <span class={`badge ${TONES[comment.state]}`}>{comment.stateWord}</span>{' '}
        <Moment at={comment.receivedAt} />
      </p>
      <blockquote dir="auto">
        {comment.text.split('\n').map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      {comment.findings.length > 0 && (
        <p class="alert alert-warning">
          有疑似个人信息：
          {comment.findings.map(({ kind, text }) => `${HIT_WORDS[kind]}“${text}”`).join('，')}。
          公开之前须逐处确认。
        </p>
      )}
      {comment.refusedReason && <p>不予公开的理由：{comment.refusedReason}</p>}
      {comment.answer && <p>回复：{comment.answer}</p>}
      {decides && <Decisions {...{ comment, csrf, back }} />}
    </div>
  </article>
);

function Decisions({ comment, csrf, back }: Omit<CardProps, 'decides'>) {
  const { id, state, findings, version } = comment;
  const to = (verb: string) => withQuery(`/do/comments/${id}/${verb}`, 'back', back);
  const about = `第 ${id} 号留言`;
  return (
    <div class="btn-list">
      {state !== 'released' &&
        (findings.length === 0 ? (
          <DeedButton
            action={`/do/comments/${id}/release`}
            label="公开"
            size="normal"
            primary
            {...{ csrf, back, about, version }}
          />
        ) : (
          <Link href={to('release')} label="核对后公开" about={about} />
        ))}
      <Link href={to('answer')} label={comment.answer ? '修改回复' : '回复'} about={about} />
      {state !== 'refused' && (
        <Link href={to('refuse')} label={state === 'released' ? '收回' : '不予公开'} about={about} />
      )}
    </div>
  );
}

const Link = ({ href, label, about }: { href: string; label: string; about: string }) => (
  <a class="btn" href={href}>
    {label}
    <span class="visually-hidden">：{about}</span>
  </a>
);
