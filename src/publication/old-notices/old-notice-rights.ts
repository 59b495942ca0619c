import { type Actor, wears } from '../../lifecycle/people';
import { Refused } from '../../platform/web/errors';
import type { OldNotice } from '../../proposals/entities/old-notice.entity';

const refused = (code: string, message: string, status: 403 | 409) =>
  new Refused([{ code, message }], status);
const notYours = (message: string) => refused('notYours', message, 403);

export function mayImport(actor: Actor): void {
  if (!wears(actor, 'committee')) throw notYours('只有提案委工作人员可以导入旧公示。');
}

/** Somebody of the office other than whoever read it in. */
export function mayConfirm(actor: Actor, row: OldNotice): void {
  if (!wears(actor, 'office')) throw notYours('只有政协办公室可以确认旧公示。');
  if (row.importedBy === actor.accountId)
    throw refused('fourEyes', '导入和确认须由不同的人办理，请由另一位同事确认。', 403);
  mustWait(row);
}

/** The office, or whoever read it in and found a mistake. */
export function mayReject(actor: Actor, row: OldNotice): void {
  const isImporter = wears(actor, 'committee') && row.importedBy === actor.accountId;
  if (!wears(actor, 'office') && !isImporter) throw notYours('只有政协办公室或导入人可以退回旧公示。');
  mustWait(row);
}

function mustWait({ stage }: OldNotice): void {
  if (stage === 'confirmed') throw refused('wrongStage', '这份旧公示已经确认，不能再次办理。', 409);
  if (stage === 'rejected') throw refused('wrongStage', '这份旧公示已经退回，请重新导入。', 409);
}
