import { fault } from '../../people/faults';
import type { FieldFault } from '../../platform/web/errors';
import type { OldNoticeDto } from './old-notices.dto';
import type { Understanding } from './understanding';

/** Numbers that are in the directory. */
export interface Known {
  readonly sponsors: ReadonlySet<number>;
  readonly units: ReadonlySet<number>;
}

/** Answers to what the text does not ask, or that name what is not there. */
export function wrongAnswers(read: Understanding, dto: OldNoticeDto, known: Known): FieldFault[] {
  const notUnderstood = read.pieces.filter(({ as }) => as === 'notUnderstood').map(({ line }) => line);
  const lacking = read.items.filter(({ lacks }) => lacks.length > 0).map(({ place }) => place);
  const sponsors = (dto.sponsors ?? []).map(({ name, sponsorId }) => ({ name, id: sponsorId ?? null }));
  const units = (dto.units ?? []).map(({ name, unitId }) => ({ name, id: unitId ?? null }));
  const printed = (field: 'sponsors' | 'leadUnits') =>
    new Set(read.items.flatMap((item) => item[field].map(({ name }) => name)));
  return [
    ...namesNotThere('sponsors', 'sponsorId', '提案者', sponsors, printed('sponsors'), known.sponsors),
    ...namesNotThere('units', 'unitId', '承办单位', units, printed('leadUnits'), known.units),
    ...numbersNotThere('join', '行不是可以接到上一段的段落', dto.join, read.joinable),
    ...numbersNotThere('leftOut', '行没有读不懂的内容', dto.leftOut, new Set(notUnderstood)),
    ...numbersNotThere('incomplete', '条没有缺项', dto.incomplete, new Set(lacking)),
  ];
}

interface Said {
  readonly name: string;
  readonly id: number | null;
}

function namesNotThere(
  field: string,
  idField: string,
  kind: string,
  answers: readonly Said[],
  printed: ReadonlySet<string>,
  known: ReadonlySet<number>,
): FieldFault[] {
  return answers.flatMap(({ name, id }, at) => {
    const repeated = answers.findIndex((other) => other.name === name) !== at;
    const path = `${field}.${at}`;
    if (!printed.has(name)) return [fault(`${path}.name`, 'notInText', `文中没有这个${kind}名称，请核对。`)];
    if (repeated) return [fault(`${path}.name`, 'repeated', `同一个${kind}名称只能对应一次，请删去一个。`)];
    if (id === null || known.has(id)) return [];
    return [fault(`${path}.${idField}`, 'unknown', `所选的${kind}不在名录中，请重新选择。`)];
  });
}

function numbersNotThere(
  field: string,
  why: string,
  numbers: readonly number[] | null | undefined,
  there: ReadonlySet<number>,
): FieldFault[] {
  return (numbers ?? [])
    .filter((number) => !there.has(number))
    .slice(0, 20)
    .map((number) => fault(field, 'notInText', `第 ${number} ${why}，请核对。`));
}
