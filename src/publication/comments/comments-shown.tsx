import { dayOf } from '../../platform/clock/calendar';
import type { IssuedNotice, PublicComment, PublicItem } from '../notice-pages';
import { inBookMarks } from '../../proposals/book-marks';
import { paragraphs, PublicDay } from '../public-page';

/** What the public wrote about a notice or one of its items, as far as it was released, and the way to write more. */
export function CommentsOf({ notice, item }: { notice: IssuedNotice; item: PublicItem | null }) {
  const comments = notice.comments.filter(({ itemId }) => itemId === (item?.id ?? null));
  const path = `/notices/${notice.id}/comment${item ? `?item=${item.id}` : ''}`;
  const Heading = item ? 'h3' : 'h2';
  return (
    <>
      {comments.length > 0 && <Heading>公众留言</Heading>}
      {comments.map((comment) => (
        <Comment {...comment} />
      ))}
      {notice.commentsUntil && (
        <p>
          <a href={path}>
            {item ? '对此条留言' : '对本公示留言'}
            {item && <span class="visually-hidden">：{inBookMarks(item.subject)}</span>}
          </a>
        </p>
      )}
    </>
  );
}

// Whatever direction a writer's signs have, it ends with the quotation.
const Comment = ({ id, at, text, answer, answeredAt }: PublicComment) => (
  <article id={`comment-${id}`}>
    <p>
      <PublicDay day={dayOf(at)} />
      公众留言：
    </p>
    <blockquote dir="auto">{paragraphs(text)}</blockquote>
    {answer && (
      <>
        <p>
          <strong>
            提案委回复（
            <PublicDay day={dayOf(answeredAt ?? at)} />
            ）：
          </strong>
        </p>
        {paragraphs(answer)}
      </>
    )}
  </article>
);
