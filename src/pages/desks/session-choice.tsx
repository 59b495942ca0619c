import type { Option } from '../../platform/pages/form-state';

interface Props {
  readonly action: string;
  readonly sessions: readonly Option[];
  readonly chosen: number | null;
  /** Where all may be shown at once. */
  readonly all?: boolean;
}

/** Which session's cases a page shows. */
export const SessionChoice = ({ action, sessions, chosen, all }: Props) => (
  <form class="filters" method="get" action={action} data-auto>
    <div>
      <label class="form-label" for="sessionId">
        会议
      </label>
      <select class="form-select" id="sessionId" name="sessionId">
        {all && <option value="">全部</option>}
        {sessions.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
    <div class="btn-list">
      <button class="btn" type="submit">
        查看
      </button>
    </div>
  </form>
);
