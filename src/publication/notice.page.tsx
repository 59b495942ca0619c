import { dayOf } from '../platform/clock/calendar';
import type { IssuedNotice, ListedNotice, PublicCorrection, PublicItem, Tombstone } from './notice-pages';
import { CommentsOf } from './comments/comments-shown';
import { inBookMarks } from '../proposals/book-marks';
import { documentWords, inBrackets } from './notice-words';
import { paragraphs, PublicDay as Day, publicPage as page } from './public-page';
import type { Site } from './site';

/** A notice as a page of its own: semantic, printable, without script or outside resource. */
export const noticeHtml = (notice: IssuedNotice, site?: Site): string =>
  page(
    notice.title,
    <article>
      <h1>{notice.title}</h1>
      {paragraphs(notice.preface)}
      {notice.contactAddress && <p>来信地址：{notice.contactAddress}</p>}
      {notice.contactPhone && <p>联系电话：{notice.contactPhone}</p>}
      <p class="text-end">
        {notice.issuer}
        <br />
        <Day day={notice.datedOn} />
      </p>
      {notice.items.length > 1 && <Contents items={notice.items} />}
      {notice.items.map((item) => (
        <Item item={item} notice={notice} />
      ))}
      <CommentsOf notice={notice} item={null} />
      <Forms id={notice.id} />
    </article>,
    { site },
  );

/** What there is on the page: a long one is seldom read from its beginning. */
const Contents = ({ items }: { items: readonly PublicItem[] }) => (
  <ol aria-label="本公示的条目" class="no-print">
    {items.map(({ id, subject, tag }) => (
      <li>
        <a href={`#item-${id}`}>{inBookMarks(subject) + inBrackets(tag)}</a>
      </li>
    ))}
  </ol>
);

const FORMS = [
  { ending: '.docx', label: 'DOCX 文档' },
  { ending: '.md', label: 'Markdown' },
  { ending: '.json', label: 'JSON' },
];

const Forms = ({ id }: { id: number }) => (
  <p class="no-print text-secondary">
    本公示的其他格式：
    {FORMS.map(({ ending, label }, at) => (
      <>
        {at > 0 && '、'}
        <a href={`/notices/${id}${ending}`}>{label}</a>
      </>
    ))}
  </p>
);

export const tombstoneHtml = ({ title, takenDownAt, reason }: Tombstone, site?: Site): string =>
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
      <p>
        <a href="/notices">全部公示</a>
      </p>
    </article>,
    { site },
  );

export const noticesHtml = (notices: ListedNotice[], site?: Site): string =>
  page(
    '公示',
    <>
      <h1>公示</h1>
      <p>
        这里公布提案办理的落实情况，欢迎监督、留言。一件提案从提出到办结要经过哪些环节，见
        <a href="/notices/how">提案怎样办理</a>；承办单位答应过什么、兑现没有，见
        <a href="/promises">承诺事项</a>。
      </p>
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
    </>,
    { site, place: '/notices' },
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
