import type { FieldAids, Option } from '../../platform/pages/form-state';
import { specsOf } from '../../platform/web/field-specs';
import type { OptionLists } from './option-lists';

type Dto = new () => object;
type List = (lists: OptionLists) => Promise<Option[]>;

// A field that names a row of the directory offers that directory, wherever it stands.
const BY_NAME: Readonly<Record<string, List>> = {
  unitId: (lists) => lists.units(),
  suggestedUnitId: (lists) => lists.units(),
  suggestedUnits: (lists) => lists.units(),
  unitIds: (lists) => lists.units(),
  officeId: (lists) => lists.offices(),
  sponsorId: (lists) => lists.sponsors(),
  sponsorIds: (lists) => lists.sponsors(),
  sponsors: (lists) => lists.sponsors(),
  sectorSponsorId: (lists) => lists.sponsors(),
  sessionId: (lists) => lists.sessions(),
  termId: (lists) => lists.terms(),
};
const CHOOSING = ['id', 'ids'];

/** Options for every field of a DTO, however deep, that names a row of the directory; `known` ones are left alone. */
export async function directoryOptions(dto: Dto, lists: OptionLists, known: FieldAids): Promise<FieldAids> {
  const wanted = pathsOf(dto).filter(({ path }) => !known[path]?.options && !known[path]?.hidden);
  const found = await Promise.all(
    wanted.map(async ({ path, list }) => [path, { ...known[path], options: await list(lists) }] as const),
  );
  return { ...known, ...Object.fromEntries(found) };
}

function pathsOf(dto: Dto, before = ''): { path: string; list: List }[] {
  return specsOf(dto).flatMap(({ name, kind, part }) => {
    if (kind === 'parts') return pathsOf(part!(), `${before}${name}.*.`);
    if (kind === 'part') return pathsOf(part!(), `${before}${name}.`);
    const list = CHOOSING.includes(kind) ? BY_NAME[name] : undefined;
    return list ? [{ path: before + name, list }] : [];
  });
}
