import { dayOf } from '../platform/clock/calendar';
import type { Tombstone } from './notice-pages';
import { PublicDay as Day, publicPage as page } from './public-page';
import type { Site } from './site';

/** What was taken down, when and why: what is gone is not gone in silence. */
export const takeDownLogHtml = (entries: readonly Tombstone[], site?: Site): string =>
  page(
    '公示撤下记录',
    <>
      <h1>公示撤下记录</h1>
      {entries.length === 0 && <p>没有撤下过公示。</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(({ id, title, takenDownAt, reason }) => (
            <li>
              <a href={`/notices/${id}`}>{title}</a>（
              <Day day={dayOf(takenDownAt)} />
              撤下）：{reason}
            </li>
          ))}
        </ul>
      )}
    </>,
    { site, place: '/notices/log' },
  );
