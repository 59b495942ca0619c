import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { type FieldFault, NotFound } from '../platform/web/errors';
import type { Page } from '../platform/web/page.dto';
import { shownTo } from './access';
import type { AliasDraft, AliasView, Ending, Version } from './bodies.dto';
import type { Directory } from './directory';
import { accept, fault } from './faults';
import { type NamesQuery, pageOfNames } from './listing';
import { plainName } from './plain-name';
import type { Listed, Listing, Register } from './register';
import { lastDayFaults, successorFaults } from './succession';
import { TakenNames } from './taken-names';
import type { Dated } from './validity';

/** A row of the directory that has a name for a time and perhaps a successor. */
export interface Body extends Listed, Dated {
  name: string;
  successorId: number | null;
}

export type WithAliases<T> = T & { aliases: AliasView[] };

/** Where one sort of bodies is kept. */
export interface Place<T extends Body> {
  table: string;
  listing: Listing<T>;
  aliases: Listing<AliasView>;
  /** The column of an alias that names its body. */
  owner: 'sponsorId' | 'unitId';
}

/** What sponsors and handling units have in common: a name of their own, aliases, an end and a successor. */
export abstract class Bodies<T extends Body> {
  constructor(
    protected readonly directory: Directory,
    private readonly place: Place<T>,
  ) {}

  async get(actor: Actor, id: number): Promise<WithAliases<T>> {
    const [row] = await this.withAliases({ id } as Partial<T>, { [this.place.owner]: id });
    if (!row) throw new NotFound();
    return shownTo(actor, row);
  }

  async addAlias(actor: Actor, id: number, { name }: AliasDraft): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      const row = await register.find(this.place.listing, id);
      await this.insertAliases(register, row, [name]);
    });
    return this.get(actor, id);
  }

  async removeAlias(actor: Actor, id: number, aliasId: number): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      const which = { id: aliasId, [this.place.owner]: id };
      const alias = await register.em.findOneBy(this.place.aliases, which);
      if (!alias) throw new NotFound();
      await register.em.delete(this.place.aliases, which);
      register.note(this.place.table, id, 'aliasRemoved', { before: { alias: alias.name } });
    });
    return this.get(actor, id);
  }

  /** Ends the body on a day, for good or in favour of a successor. Its cases keep it and its name. */
  async end(actor: Actor, id: number, ending: Ending): Promise<WithAliases<T>> {
    const { validTo, successorId = null, version } = ending;
    await this.keep(actor, async (register) => {
      const row = await this.changeable(register, id);
      const heir = await successorFaults(register, this.place.listing, id, ending);
      accept([...lastDayFaults(row, validTo), ...heir]);
      await register.change(this.place.listing, { id, version }, { validTo, successorId } as Partial<T>, 'ended');
    });
    return this.get(actor, id);
  }

  /** Takes an end back that was entered by mistake. */
  async reopen(actor: Actor, id: number, { version }: Version): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      const open = { ...(await this.changeable(register, id)), validTo: null, successorId: null };
      accept(await this.nameFaults(register.em, open));
      const values = { validTo: null, successorId: null } as Partial<T>;
      await register.change(this.place.listing, { id, version }, values, 'reopened');
    });
    return this.get(actor, id);
  }

  /** The names in use among those a body like this would stand beside. */
  async takenNames(em: EntityManager, like: Partial<T> = {}): Promise<TakenNames> {
    return new TakenNames(await em.find(this.place.listing, { where: this.rivalsOf(like) as never }));
  }

  protected keep<A>(actor: Actor, work: (register: Register) => Promise<A>): Promise<A> {
    return this.directory.keep(actor, this.place.table, work);
  }

  protected async nameFaults(em: EntityManager, body: Partial<T> & Dated & { name: string }): Promise<FieldFault[]> {
    return (await this.takenNames(em, body)).faultsOf(body);
  }

  protected async changeable(register: Register, id: number): Promise<T> {
    return register.find(this.place.listing, id);
  }

  /** Among which rows a name must be unique. */
  protected rivalsOf(_body: Partial<T>): Partial<T> {
    return {};
  }

  protected async insertAliases(register: Register, row: T, names: string[]): Promise<void> {
    const known = await register.em.find(this.place.aliases, { where: { [this.place.owner]: row.id } });
    const taken = new Set([row.name, ...known.map((alias) => alias.name)].map(plainName));
    for (const name of names) {
      if (taken.has(plainName(name))) accept([fault('name', 'duplicate', `“${name}”已是该单位的名称或别名。`)]);
      taken.add(plainName(name));
      await register.em.insert(this.place.aliases, { name, [this.place.owner]: row.id });
      register.note(this.place.table, row.id, 'aliasAdded', { after: { alias: name } });
    }
  }

  protected async pageOf(
    actor: Actor,
    query: NamesQuery,
    where: Partial<T>,
    alsoKnownAs?: (row: T) => (string | null)[],
  ): Promise<Page<WithAliases<T>>> {
    const page = pageOfNames(await this.withAliases(where), query, alsoKnownAs);
    return { ...page, items: page.items.map((row) => shownTo(actor, row)) };
  }

  private async withAliases(where: Partial<T>, of: object = {}): Promise<WithAliases<T>[]> {
    const rows = await this.directory.reader.find(this.place.listing, { where: where as never });
    const aliases = new Map<number, AliasView[]>();
    for (const alias of await this.directory.reader.find(this.place.aliases, { where: of })) {
      const owner = (alias as never)[this.place.owner];
      aliases.set(owner, [...(aliases.get(owner) ?? []), { id: alias.id, name: alias.name }]);
    }
    return rows.map((row) => ({ ...row, aliases: aliases.get(row.id) ?? [] }));
  }
}
