import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import { dayOf } from '../platform/clock/calendar';
import type { IssuedNotice, ListedNotice, PublicCorrection, PublicItem, Tombstone } from './notice-pages';
import { dayWords, inBookMarks, inBrackets, paragraphsOf } from './notice-words';

/** A notice as a page of its own: semantic, printable, without script or outside resource. */
export const noticeHtml = (notice: IssuedNotice): string =>
  page(
    notice.title,
    <article>
      <h1>{notice.title}</h1>
      {paragraphs(notice.preface)}
      <p>来信地址：{notice.contactAddress}</p>
      <p>联系电话：{notice.contactPhone}</p>
      <p>
        {notice.issuer}
        <br />
        <Day day={notice.datedOn} />
      </p>
      {notice.items.map((item) => (
        <Item item={item} notice={notice} />
      ))}
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
    </>,
  );

function Item({ item, notice }: { item: PublicItem; notice: IssuedNotice }) {
  return (
    <section id={`item-${item.id}`} aria-labelledby={`subject-${item.id}`}>
      <h2 id={`subject-${item.id}`}>案由：{inBookMarks(item.subject) + inBrackets(item.tag)}</h2>
      <p>
        <strong>提案领衔者：</strong>
        {item.sponsors.join('、')}
      </p>
      <p>
        <strong>主办单位：</strong>
        {item.leadUnits.join('、')}
      </p>
      <h3>办理落实情况摘要：</h3>
      {paragraphs(item.summary)}
      {notice.corrections
        .filter((correction) => correction.itemId === item.id)
        .map((correction) => (
          <Correction {...correction} />
        ))}
    </section>
  );
}

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

const Day = ({ day }: { day: string }) => <time dateTime={day}>{dayWords(day)}</time>;

const BackToList = () => (
  <nav aria-label="公示">
    <a href="/notices">全部公示</a>
  </nav>
);

const paragraphs = (text: string) => paragraphsOf(text).map((line) => <p>{line}</p>);

function page(title: string, content: ComponentChildren, navigation: ComponentChildren = null): string {
  const html = renderToString(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        {navigation}
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
