import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { type FieldFault, NotFound } from '../platform/web/errors';
import type { Page } from '../platform/web/page.dto';
import { shownTo } from './access';
import { aliasFaults, type Aliases } from './aliases';
import type { AliasDraft, AliasView, Ending, Version } from './bodies.dto';
import type { Directory } from './directory';
import { accept, spanFaults } from './faults';
import { type NamesQuery, pageOfNames } from './listing';
import type { Listed, Listing, Register } from './register';
import { lastDayFaults, successorFaults } from './succession';
import { TakenNames } from './taken-names';
import type { Dated } from './validity';

/** A row of the directory that has a name for a time and perhaps a successor. */
export interface Body extends Listed, Dated {
  name: string;
  successorId: number | null;
}

/** What people enter of a body; the rest is written by what they do with it. */
export type Entered<T extends Body> = Omit<T, 'id' | 'version' | 'validTo' | 'successorId'>;

type Draft<Fields> = Fields & { aliases?: string[] | null };

export type WithAliases<T> = T & { aliases: AliasView[] };

const OPEN = { validTo: null, successorId: null };

/** What sponsors and handling units have in common: a name of their own, other names, an end, a successor. */
export abstract class Bodies<T extends Body, Fields extends object> {
  constructor(
    protected readonly directory: Directory,
    private readonly table: string,
    private readonly listing: Listing<T>,
    private readonly aliases: Aliases,
  ) {}

  async get(actor: Actor, id: number): Promise<WithAliases<T>> {
    const row = await this.directory.reader.findOneBy(this.listing, { id } as never);
    if (!row) throw new NotFound();
    const aliases = await this.aliases.byBody(this.directory.reader, id);
    return shownTo(actor, { ...row, aliases: aliases.get(id) ?? [] });
  }

  async create(actor: Actor, draft: Draft<Fields>): Promise<WithAliases<T>> {
    const { id } = await this.keep(actor, async (register) => {
      const body = { ...this.valuesOf(draft), ...OPEN };
      const aliases = aliasFaults('aliases', [body.name], draft.aliases ?? []);
      accept([...(await this.allFaultsOf(register.em, body)), ...aliases]);
      return (await this.addAll(register, [draft]))[0];
    });
    return this.get(actor, id);
  }

  async update(actor: Actor, id: number, change: Fields & Version): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      const values = this.valuesOf(change);
      const body = { ...(await this.changeable(register, id)), ...values };
      accept([...spanFaults(body), ...(await this.allFaultsOf(register.em, body))]);
      await register.change(this.listing, { id, version: change.version }, values as unknown as Partial<T>);
    });
    return this.get(actor, id);
  }

  /** Ends the body on a day, for good or in favour of a successor. Its cases keep it and its name. */
  async end(actor: Actor, id: number, ending: Ending): Promise<WithAliases<T>> {
    const { validTo, successorId = null, version } = ending;
    await this.keep(actor, async (register) => {
      const body = await this.changeable(register, id);
      accept([
        ...lastDayFaults(body, validTo),
        ...(await successorFaults(register, this.listing, id, ending)),
      ]);
      await register.change(this.listing, { id, version }, { validTo, successorId } as Partial<T>, 'ended');
    });
    return this.get(actor, id);
  }

  /** Takes back an end that was entered by mistake. */
  async reopen(actor: Actor, id: number, { version }: Version): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      accept(await this.allFaultsOf(register.em, { ...(await this.changeable(register, id)), ...OPEN }));
      await register.change(this.listing, { id, version }, OPEN as Partial<T>, 'reopened');
    });
    return this.get(actor, id);
  }

  async addAlias(actor: Actor, id: number, { name }: AliasDraft): Promise<WithAliases<T>> {
    await this.keep(actor, async (register) => {
      await this.aliases.add(register, await register.find(this.listing, id), [name]);
    });
    return this.get(actor, id);
  }

  async removeAlias(actor: Actor, id: number, aliasId: number): Promise<WithAliases<T>> {
    await this.keep(actor, (register) => this.aliases.remove(register, id, aliasId));
    return this.get(actor, id);
  }

  /** Adds bodies that have been found free of faults. */
  async addAll(register: Register, drafts: Draft<Fields>[]): Promise<T[]> {
    const rows = await register.addAll(
      this.listing,
      drafts.map((draft) => ({ ...this.valuesOf(draft), ...OPEN }) as never),
    );
    for (const [at, row] of rows.entries()) await this.aliases.add(register, row, drafts[at].aliases ?? []);
    return rows;
  }

  /** The names in use among the bodies this one would stand beside. */
  async takenNames(em: EntityManager, beside: Partial<T> = {}): Promise<TakenNames> {
    return new TakenNames(await em.find(this.listing, { where: this.rivalsOf(beside) as never }));
  }

  /** What is wrong with a body apart from its name. */
  abstract faultsOf(em: EntityManager, body: Entered<T>): Promise<FieldFault[]>;

  protected abstract valuesOf(fields: Fields): Entered<T>;

  /** Among which bodies a name must be unique. */
  protected rivalsOf(_body: Partial<T>): Partial<T> {
    return {};
  }

  protected changeable(register: Register, id: number): Promise<T> {
    return register.find(this.listing, id);
  }

  protected async pageOf(
    actor: Actor,
    query: NamesQuery,
    where: Partial<T>,
    alsoKnownAs?: (row: T) => (string | null)[],
  ): Promise<Page<WithAliases<T>>> {
    const rows = await this.directory.reader.find(this.listing, { where: where as never });
    const aliases = await this.aliases.byBody(this.directory.reader);
    const named = rows.map((row) => ({ ...row, aliases: aliases.get(row.id) ?? [] }));
    const page = pageOfNames(named, query, alsoKnownAs);
    return { ...page, items: page.items.map((row) => shownTo(actor, row)) };
  }

  private async allFaultsOf(em: EntityManager, body: Entered<T> & Dated): Promise<FieldFault[]> {
    const name = (await this.takenNames(em, body as unknown as T)).faultsOf(body as unknown as T);
    return [...(await this.faultsOf(em, body)), ...name];
  }

  private keep<A>(actor: Actor, work: (register: Register) => Promise<A>): Promise<A> {
    return this.directory.keep(actor, this.table, work);
  }
}
