import { CSRF_FIELD } from '../../platform/web/form-token';
import type { SavedViewDto } from './saved-views.dto';
import { filtersIn } from './saved-views.service';

interface Props {
  readonly views: readonly SavedViewDto[];
  /** The query of the page as it stands. */
  readonly query: string;
  readonly csrf: string;
}

const LIST = '/proposals';

/** What one has kept, one press away; and what one looks at now, to be kept. */
export function ViewChips({ views, query, csrf }: Props) {
  const now = filtersIn(query);
  const current = views.find((view) => view.query === now);
  if (views.length === 0 && now === '') return null;
  return (
    <div class="btn-list mb-2 no-print">
      {views.length > 0 && <span class="text-secondary">常用筛选：</span>}
      {views.map((view) => (
        <a
          class={view === current ? 'btn btn-sm active' : 'btn btn-sm'}
          href={view.query ? `${LIST}?${view.query}` : LIST}
          aria-current={view === current ? 'true' : undefined}
        >
          {view.name}
        </a>
      ))}
      {current ? (
        <Own view={current} back={`${LIST}?${now}`} />
      ) : (
        now !== '' && <Keep now={now} csrf={csrf} />
      )}
    </div>
  );
}

const Own = ({ view, back }: { view: SavedViewDto; back: string }) => (
  <>
    <a href={`/do/me/views/${view.id}?${new URLSearchParams({ back, name: view.name })}`}>
      改名<span class="visually-hidden">：{view.name}</span>
    </a>
    <a href={`/undo/me/views/${view.id}?${new URLSearchParams({ back: LIST })}`}>
      删除<span class="visually-hidden">：{view.name}</span>
    </a>
  </>
);

const Keep = ({ now, csrf }: { now: string; csrf: string }) => (
  <details class="deed">
    <summary class="btn btn-sm">保存这组条件</summary>
    <form class="filters" method="post" action="/do/me/views">
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_back" value={`${LIST}?${now}`} />
      <input type="hidden" name="query" value={now} />
      <div>
        <label class="form-label" for="view-name">
          名称
        </label>
        <input class="form-control" id="view-name" name="name" maxLength={30} autocomplete="off" />
      </div>
      <button class="btn" type="submit">
        保存
      </button>
    </form>
  </details>
);
