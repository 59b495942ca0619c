import type { ComponentChildren } from 'preact';
import { htmlDocument } from '../platform/pages/document';
import { linesOf } from '../platform/documents/blocks';
import { dayWords } from '../platform/pages/day-words';
import { NO_SITE, type Site } from './site';

const PLACES = [
  { href: '/notices', label: '公示' },
  { href: '/promises', label: '承诺事项' },
  { href: '/notices/how', label: '提案怎样办理' },
  { href: '/notices/log', label: '撤下记录' },
] as const;
type Place = (typeof PLACES)[number]['href'];

interface Around {
  readonly site?: Site;
  /** The place of the site it is, when it is one of them. */
  readonly place?: Place;
}

/** A page for everybody: semantic, printable, without script, cookie or outside resource. */
export function publicPage(
  title: string,
  content: ComponentChildren,
  { site = NO_SITE, place }: Around = {},
): string {
  return htmlDocument(
    { title: `${title} – ${site.name}`, bodyClass: 'public', scripts: false, head: <Feed /> },
    <>
      <a class="skip-link" href="#content">
        跳到正文
      </a>
      <Header site={site} place={place} />
      <main id="content" tabIndex={-1}>
        {content}
      </main>
      <Footer site={site} />
    </>,
  );
}

const Feed = () => (
  <link rel="alternate" type="application/atom+xml" title="提案办理公示" href="/notices/feed.atom" />
);

const Header = ({ site, place }: { site: Site; place?: Place }) => (
  <header>
    <p class="site-name">
      <a href="/notices" class="brand">
        {site.name}
      </a>{' '}
      提案办理公开
    </p>
    <nav aria-label="栏目">
      {PLACES.map(({ href, label }) => (
        <a href={href} aria-current={href === place ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  </header>
);

const Footer = ({ site }: { site: Site }) => (
  <footer>
    <p>主办：{site.issuer}</p>
    <nav aria-label="订阅和开放数据" class="no-print">
      <a href="/notices/feed.atom">订阅公示（Atom）</a>
      <a href="/notices/items.csv">全部条目（CSV）</a>
      <a href="/promises.json">承诺事项（JSON）</a>
      <a href="/sign-in">工作人员和委员登录</a>
    </nav>
  </footer>
);

export const PublicDay = ({ day }: { day: string }) => <time dateTime={day}>{dayWords(day)}</time>;

export const paragraphs = (text: string) => linesOf(text).map((line) => <p>{line}</p>);
