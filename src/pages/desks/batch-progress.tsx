import { CSRF_FIELD } from '../../platform/web/form-token';
import type { Each } from './batch-results';

interface Props {
  /** What became of those that are done. */
  readonly results: readonly Each[];
  /** Ids of the others. */
  readonly later: readonly string[];
  readonly action: string;
  /** What was filled in for all, and for each of the others. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly csrf: string;
}

/** How far a long batch has come: it goes on by itself, and without script by its button. */
export function BatchProgress({ results, later, action, fields, csrf }: Props) {
  const total = results.length + later.length;
  const hidden = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== '');
  return (
    <form method="post" action={action} data-continue>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_done" value={JSON.stringify(results)} />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value as string} />
      ))}
      {later.map((id) => (
        <input type="hidden" name="ids" value={id} />
      ))}
      <p role="status">
        已处理 {results.length} 件，还有 {later.length} 件。已处理的不会因为离开本页而丢失。
      </p>
      <progress class="bar" max={total} value={results.length} aria-label="批量办理的进度">
        {results.length} / {total}
      </progress>
      <p class="mt-3">
        <button class="btn btn-primary" type="submit">
          继续办理余下 {later.length} 件
        </button>
      </p>
    </form>
  );
}
