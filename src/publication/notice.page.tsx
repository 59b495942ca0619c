import { renderToString } from 'preact-render-to-string';
import type { ComponentChildren } from 'preact';
import { dayOf } from '../platform/clock/calendar';
import type { IssuedNotice, PublicItem, Tombstone } from './notice-pages';
import { dayWords, inBookMarks } from './notice-words';

/** A notice as a page of its own: semantic, printable, without script or outside resource. */
export const noticeHtml = (notice: IssuedNotice): string =>
  page(
    notice.title,
    <article>
      <h1>{notice.title}</h1>
      {paragraphs(notice.preface)}
      <p>来信地址：{notice.contactAddress}</p>
      <p>联系电话：{notice.contactPhone}</p>
      <p class="signed">
        {notice.issuer}
        <br />
        <time dateTime={notice.datedOn}>{dayWords(notice.datedOn)}</time>
      </p>
      {notice.items.map((item) => (
        <Item item={item} notice={notice} />
      ))}
    </article>,
  );

export const tombstoneHtml = ({ title, takenDownAt, reason }: Tombstone): string =>
  page(
    title,
    <article>
      <h1>{title}</h1>
      <p>本公示已于{dayWords(dayOf(takenDownAt))}撤下。</p>
      <p>原因：{reason}</p>
    </article>,
  );

export const noticesHtml = (
  notices: { id: number; title: string; issuer: string; datedOn: string; takenDown: boolean }[],
): string =>
  page(
    '公示',
    <article>
      <h1>公示</h1>
      {notices.length === 0 && <p>目前没有公示。</p>}
      <ul>
        {notices.map((notice) => (
          <li>
            <a href={`/notices/${notice.id}`}>{notice.title}</a>（{notice.issuer}，{dayWords(notice.datedOn)}
            {notice.takenDown && '，已撤下'}）
          </li>
        ))}
      </ul>
    </article>,
  );

function Item({ item, notice }: { item: PublicItem; notice: IssuedNotice }) {
  return (
    <section id={`item-${item.id}`}>
      <h2>
        <span class="label">案由：</span>
        {inBookMarks(item.subject)}
        {item.tag && `（${item.tag}）`}
      </h2>
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
        .map(({ at, note }) => (
          <p role="note">
            <strong>更正（{dayWords(dayOf(at))}）：</strong>
            {note}
          </p>
        ))}
    </section>
  );
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => <p>{line}</p>);

function page(title: string, content: ComponentChildren): string {
  const html = renderToString(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
