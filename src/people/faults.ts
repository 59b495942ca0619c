import { type FieldFault, Invalid } from '../platform/web/errors';
import type { Dated } from './validity';

/** @throws Invalid when there is any fault. */
export function accept(faults: FieldFault[]): void {
  if (faults.length > 0) throw new Invalid(faults);
}

export function fault(field: string, code: string, message: string): FieldFault {
  return { field, code, message };
}

// Landlines with extensions, several numbers, foreign prefixes: offices write all of these.
const PHONE = /^[\d+\-() （）转,，、;；/]{5,40}$/;

export function phoneFaults(field: string, label: string, phone: string | null | undefined): FieldFault[] {
  if (!phone || PHONE.test(phone)) return [];
  return [fault(field, 'notAPhone', `「${label}」应当是电话号码，如 13800000000 或 0576-86111970。`)];
}

/** Where a name is taken already: in the directory, or in a row further up in the sheet. */
export interface Taken extends Dated {
  row?: number;
}

export function nameTaken(field: string, name: string, by: Taken): FieldFault {
  if (by.row) return fault(field, 'repeated', `“${name}”与第 ${by.row} 行重复，请只留一行。`);
  const until = by.validTo ? `，有效期至 ${by.validTo}` : '';
  return fault(
    field,
    'duplicate',
    `“${name}”已在名录中（自 ${by.validFrom} 起${until}），请核对，不要重复登记。`,
  );
}

/** For a row that has ended and is now said to have begun later. */
export function spanFaults({ validFrom, validTo }: Dated): FieldFault[] {
  if (validTo === null || validFrom <= validTo) return [];
  return [fault('validFrom', 'afterEnd', `「生效日期」不能晚于最后有效日 ${validTo}。`)];
}
