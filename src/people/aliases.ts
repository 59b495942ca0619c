import type { EntityManager } from 'typeorm';
import { type FieldFault, NotFound } from '../platform/web/errors';
import type { AliasView } from './bodies.dto';
import { accept, fault } from './faults';
import { plainName } from './plain-name';
import type { Listing, Register } from './register';

/** Where the other names of one sort of bodies are kept; `owner` is the column that names the body. */
export class Aliases {
  constructor(
    private readonly table: string,
    private readonly listing: Listing<AliasView>,
    private readonly owner: 'sponsorId' | 'unitId',
  ) {}

  /** By body; of one body alone when `id` is given. */
  async byBody(em: EntityManager, id?: number): Promise<Map<number, AliasView[]>> {
    const aliases = new Map<number, AliasView[]>();
    const where = id === undefined ? {} : { [this.owner]: id };
    for (const alias of await em.find(this.listing, { where, order: { id: 'ASC' } })) {
      const owner: number = (alias as never)[this.owner];
      aliases.set(owner, [...(aliases.get(owner) ?? []), { id: alias.id, name: alias.name }]);
    }
    return aliases;
  }

  async add(register: Register, body: { id: number; name: string }, names: string[]): Promise<void> {
    if (names.length === 0) return;
    const known = (await this.byBody(register.em, body.id)).get(body.id) ?? [];
    accept(
      aliasFaults(
        'name',
        [body, ...known].map(({ name }) => name),
        names,
      ),
    );
    for (const name of names) {
      await register.em.insert(this.listing, { name, [this.owner]: body.id });
      register.note(this.table, body.id, 'aliasAdded', { after: { alias: name } });
    }
  }

  async remove(register: Register, bodyId: number, id: number): Promise<void> {
    const alias = (await this.byBody(register.em, bodyId)).get(bodyId)?.find((each) => each.id === id);
    if (!alias) throw new NotFound();
    await register.em.delete(this.listing, { id });
    register.note(this.table, bodyId, 'aliasRemoved', { before: { alias: alias.name } });
  }
}

/** An alias must differ from the name and from every other alias of the same body. */
export function aliasFaults(field: string, known: string[], names: string[]): FieldFault[] {
  const taken = new Set(known.map(plainName));
  return names.flatMap((name) => {
    const repeated = taken.has(plainName(name));
    taken.add(plainName(name));
    return repeated ? [fault(field, 'duplicate', `“${name}”已是其名称或别名，请去掉。`)] : [];
  });
}
