import { dayOf } from '../platform/clock/calendar';
import type { IssuedNotice, ListedNotice, PublicCorrection, PublicItem, Tombstone } from './notice-pages';
import { CommentsOf } from './comments/comments-shown';
import { documentWords, inBookMarks, inBrackets } from './notice-words';
import { paragraphs, PublicDay as Day, publicPage as page } from './public-page';

/** A notice as a page of its own: semantic, printable, without script or outside resource. */
export const noticeHtml = (notice: IssuedNotice): string =>
  page(
    notice.title,
    <article>
      <h1>{notice.title}</h1>
      {paragraphs(notice.preface)}
      {notice.contactAddress && <p>来信地址：{notice.contactAddress}</p>}
      {notice.contactPhone && <p>联系电话：{notice.contactPhone}</p>}
      <p>
        {notice.issuer}
        <br />
        <Day day={notice.datedOn} />
      </p>
      {notice.items.map((item) => (
        <Item item={item} notice={notice} />
      ))}
      <CommentsOf notice={notice} item={null} />
    </article>,
    <BackToList />,
  );

export const tombstoneHtml = ({ title, takenDownAt, reason }: Tombstone): string =>
  page(
    `${title}（已撤下）`,
    <article>
      <h1>{title}</h1>
      <p>
        本公示已于
        <Day day={dayOf(takenDownAt)} />
        撤下。
      </p>
      <p>原因：{reason}</p>
    </article>,
    <BackToList />,
  );

export const noticesHtml = (notices: ListedNotice[]): string =>
  page(
    '公示',
    <>
      <h1>公示</h1>
      {notices.length === 0 && <p>目前没有公示。</p>}
      {notices.length > 0 && (
        <ul>
          {notices.map(({ id, title, issuer, datedOn, takenDown }) => (
            <li>
              <a href={`/notices/${id}`}>{title}</a>（{issuer}，<Day day={datedOn} />
              {takenDown && '，已撤下'}）
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/notices/log">公示撤下记录</a>
      </p>
    </>,
  );

function Item({ item, notice }: { item: PublicItem; notice: IssuedNotice }) {
  return (
    <section id={`item-${item.id}`} aria-labelledby={`subject-${item.id}`}>
      <h2 id={`subject-${item.id}`}>案由：{inBookMarks(item.subject) + inBrackets(item.tag)}</h2>
      <Names label="提案领衔者" names={item.sponsors} />
      <Names label="主办单位" names={item.leadUnits} />
      {item.summary && <h3>{documentWords[item.document]}：</h3>}
      {paragraphs(item.summary)}
      <Files item={item} noticeId={notice.id} />
      {notice.corrections
        .filter((correction) => correction.itemId === item.id)
        .map((correction) => (
          <Correction {...correction} />
        ))}
      <CommentsOf notice={notice} item={item} />
    </section>
  );
}

const Files = ({ item, noticeId }: { item: PublicItem; noticeId: number }) =>
  item.files.length === 0 ? null : (
    <>
      <h3>附件：</h3>
      <ul>
        {item.files.map(({ id, name }) => (
          <li>
            <a href={`/notices/${noticeId}/files/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );

/** Old notices of other committees lack one or the other. */
const Names = ({ label, names }: { label: string; names: readonly string[] }) =>
  names.length === 0 ? null : (
    <p>
      <strong>{label}：</strong>
      {names.join('、')}
    </p>
  );

const Correction = ({ at, note }: PublicCorrection) => (
  <p role="note">
    <strong>
      更正（
      <Day day={dayOf(at)} />
      ）：
    </strong>
    {note}
  </p>
);

const BackToList = () => (
  <nav aria-label="公示">
    <a href="/notices">全部公示</a>
  </nav>
);
