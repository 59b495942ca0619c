import type { EntityManager } from 'typeorm';
import { Conflict, NotFound } from '../platform/web/errors';

/** What every row of the directory has; `version` grows with each change. */
export interface Listed {
  id: number;
  version: number;
}

export type Listing<T> = new () => T;

export interface RegisterEntry {
  kind: string;
  subjectId: number | null;
  action: string;
  change: { before?: object; after?: object };
}

const BATCH = 200;
const PHONES = ['phone', 'contactPhone'];

/** The directory as one transaction changes it. Whatever goes through it is remembered for the history. */
export class Register {
  readonly entries: RegisterEntry[] = [];

  constructor(readonly em: EntityManager) {}

  async find<T extends Listed>(listing: Listing<T>, id: number): Promise<T> {
    const row = await this.em.findOneBy(listing, { id } as never);
    if (!row) throw new NotFound();
    return row;
  }

  async add<T extends Listed>(listing: Listing<T>, values: Omit<T, 'id' | 'version'>): Promise<T> {
    const [row] = await this.addAll(listing, [values]);
    return row;
  }

  async addAll<T extends Listed>(listing: Listing<T>, drafts: Omit<T, 'id' | 'version'>[]): Promise<T[]> {
    const rows = await insertAll(
      this.em,
      listing,
      drafts.map((draft) => ({ ...draft, version: 1 })),
    );
    rows.forEach((row, at) =>
      this.note(this.kindOf(listing), row.id, 'added', { after: recorded(drafts[at]) }),
    );
    return rows;
  }

  /** Changes the row as it was when the actor read it, in `version`. @throws Conflict when it has changed since. */
  async change<T extends Listed>(
    listing: Listing<T>,
    { id, version }: Listed,
    values: Partial<T>,
    action = 'changed',
  ): Promise<T> {
    const row = await this.find(listing, id);
    const [before, after] = difference(row, values);
    if (row.version !== version) throw new Conflict();
    if (Object.keys(after).length === 0) return row;
    const condition = { id, version } as never;
    const { affected } = await this.em.update(listing, condition, {
      ...after,
      version: version + 1,
    } as never);
    if (affected === 0) throw new Conflict();
    this.note(this.kindOf(listing), id, action, { before: recorded(before), after: recorded(after) });
    return { ...row, ...values, version: version + 1 };
  }

  note(kind: string, subjectId: number | null, action: string, change: RegisterEntry['change']): void {
    this.entries.push({ kind, subjectId, action, change });
  }

  private kindOf(listing: Listing<unknown>): string {
    return this.em.dataSource.getMetadata(listing).tableName;
  }
}

/** Inserts rows many at a time and gives them back with their ids. */
export async function insertAll<T>(em: EntityManager, listing: Listing<T>, drafts: object[]): Promise<T[]> {
  const rows = drafts.map((draft) => em.create(listing as never, draft as never) as T);
  for (let at = 0; at < rows.length; at += BATCH)
    await em.insert(listing, rows.slice(at, at + BATCH) as never);
  return rows;
}

function difference<T extends object>(row: T, values: Partial<T>): [Partial<T>, Partial<T>] {
  const changed = (Object.keys(values) as (keyof T)[]).filter((field) => row[field] !== values[field]);
  const only = (source: Partial<T>) =>
    Object.fromEntries(changed.map((field) => [field, source[field]])) as Partial<T>;
  return [only(row), only(values)];
}

/** The history can never be cleaned: of a phone number it keeps the end, enough to see that it changed. */
function recorded(values: object): object {
  const mask = (value: unknown) => (typeof value === 'string' ? value.replace(/.(?=.{4})/gu, '*') : value);
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, PHONES.includes(field) ? mask(value) : value]),
  );
}
