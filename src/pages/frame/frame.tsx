import type { ComponentChildren } from 'preact';
import { Icon } from '../../platform/pages/icon';
import { CSRF_FIELD } from '../../platform/web/form-token';
import type { Place } from './navigation';

/** Counted no further: every page asks for it, and whoever has left hundreds unread knows enough. */
export const MOST_UNREAD = 100;

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** Who reads the page, and what stands around it. */
export interface Surroundings {
  readonly name: string;
  readonly hats: readonly string[];
  readonly places: readonly Place[];
  readonly path: string;
  readonly unread: number;
  readonly csrf: string;
  readonly message: string | null;
}

export interface FrameProps {
  readonly around: Surroundings;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** What one can do here, beside the heading. */
  readonly actions?: ComponentChildren;
  /** Under the heading, before everything else. */
  readonly lead?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The page around its content: where one is, where one can go, what was just done. */
export function Frame({ around, title, crumbs = [], actions, lead, children }: FrameProps) {
  return (
    <div class="frame">
      <a class="skip-link" href="#content">
        跳到正文
      </a>
      <Header around={around} />
      <div class="frame-body">
        <Navigation around={around} />
        <main id="content" tabIndex={-1}>
          <div class="page-head">
            <Breadcrumb crumbs={crumbs} title={title} />
            <div class="page-head-row">
              <h1 class="page-title">{title}</h1>
              {actions && <div class="page-actions btn-list">{actions}</div>}
            </div>
          </div>
          {around.message && (
            <div class="alert alert-success" role="status">
              {around.message}
            </div>
          )}
          {lead}
          {children}
        </main>
      </div>
    </div>
  );
}

const Breadcrumb = ({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) =>
  crumbs.length === 0 ? null : (
    <nav aria-label="当前位置">
      <ol class="breadcrumb">
        {crumbs.map(({ href, label }) => (
          <li class="breadcrumb-item">
            <a href={href}>{label}</a>
          </li>
        ))}
        <li class="breadcrumb-item active" aria-current="page">
          {title}
        </li>
      </ol>
    </nav>
  );

function Header({ around }: { around: Surroundings }) {
  return (
    <header class="frame-header">
      <a class="brand" href="/">
        提办
      </a>
      {around.places.some(({ href }) => href === '/search') && (
        <form class="frame-search" role="search" action="/search" method="get">
          <label class="visually-hidden" for="search-box">
            检索提案
          </label>
          <input
            id="search-box"
            class="form-control"
            type="search"
            name="q"
            placeholder="检索提案"
            maxLength={200}
          />
          <button class="btn" type="submit">
            <Icon name="search" />
            检索
          </button>
        </form>
      )}
      <a class="frame-inbox" href="/inbox">
        <Icon name="bell" />
        消息
        {around.unread > 0 && (
          <span class="badge bg-red text-red-fg">
            {around.unread < MOST_UNREAD ? around.unread : `${MOST_UNREAD - 1}+`}
            <span class="visually-hidden">条未读</span>
          </span>
        )}
      </a>
      <UserMenu around={around} />
    </header>
  );
}

function UserMenu({ around }: { around: Surroundings }) {
  return (
    <details class="frame-user">
      <summary>
        <Icon name="user" />
        {around.name}
      </summary>
      <div class="frame-menu">
        <p class="text-secondary">{around.hats.join('、') || '没有身份'}</p>
        <a href="/settings">设置</a>
        <a href="/help">帮助</a>
        <form method="post" action="/large-print">
          <input type="hidden" name={CSRF_FIELD} value={around.csrf} />
          <input type="hidden" name="back" value={around.path} />
          <button class="btn btn-link" type="submit">
            切换大字版
          </button>
        </form>
        <form method="post" action="/sign-out">
          <input type="hidden" name={CSRF_FIELD} value={around.csrf} />
          <button class="btn btn-link" type="submit">
            退出登录
          </button>
        </form>
      </div>
    </details>
  );
}

function Navigation({ around }: { around: Surroundings }) {
  const current = currentPlace(around);
  const links = (
    <ul>
      {around.places.map((place) => (
        <li>
          <a href={place.href} aria-current={place === current ? 'page' : undefined}>
            <Icon name={place.icon} />
            {place.label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="frame-nav" aria-label="主导航">
      <details class="frame-nav-menu" open>
        <summary>导航</summary>
        {links}
      </details>
    </nav>
  );
}

/** The place whose address the page's begins with; the deeds of one case are no part of beginning another. */
const currentPlace = ({ places, path }: Surroundings): Place | undefined =>
  places.find(
    ({ href }) => path === href || (href !== '/' && !href.startsWith('/do/') && path.startsWith(`${href}/`)),
  );
