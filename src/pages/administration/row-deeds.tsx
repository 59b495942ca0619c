import type { DirectoryRow, RegisterName } from './directory-rows';
import { REGISTER_VIEWS } from './registers';

/** What can be done to a row of the directory. */
export function RowDeeds({
  register,
  row,
  here,
}: {
  register: RegisterName;
  row: DirectoryRow;
  here: string;
}) {
  const view = REGISTER_VIEWS[register];
  const key = String(row.id ?? row.code);
  const name = String(row.name ?? row.number ?? key);
  const link = (path: string, word: string) => (
    <a href={`/do/${register}/${key}${path}?back=${encodeURIComponent(here)}`}>
      {word}
      <span class="visually-hidden">：{name}</span>
    </a>
  );
  const aliases = (row.aliases ?? []) as { id: number; name: string }[];
  return (
    <div class="btn-list">
      {link('', '修改')}
      {view.aliases && link('/aliases', '加别名')}
      {aliases.map((alias) => (
        <a href={`/undo/${register}/${key}/aliases/${alias.id}?back=${encodeURIComponent(here)}`}>
          删别名“{alias.name}”
        </a>
      ))}
      {view.ends && (row.validTo === null ? link('/end', '终止') : link('/reopen', '撤销终止'))}
    </div>
  );
}
