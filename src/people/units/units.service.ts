import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import type { FieldFault } from '../../platform/web/errors';
import type { Page } from '../../platform/web/page.dto';
import { Bodies } from '../bodies';
import { Directory } from '../directory';
import { accept, fault, phoneFaults, spanFaults } from '../faults';
import { AssigningOffice } from '../offices/assigning-office.entity';
import type { Register } from '../register';
import { HandlingUnit } from './handling-unit.entity';
import { UnitAlias } from './unit-alias.entity';
import type { UnitChange, UnitDraft, UnitFields, UnitsQuery, UnitView } from './units.dto';

@Injectable()
export class UnitsService extends Bodies<HandlingUnit> {
  constructor(directory: Directory) {
    super(directory, { table: 'handlingUnit', listing: HandlingUnit, aliases: UnitAlias, owner: 'unitId' });
  }

  list(actor: Actor, query: UnitsQuery): Promise<Page<UnitView>> {
    const { kind, officeId } = query;
    const where = { ...(kind && { kind }), ...(officeId && { officeId }) };
    return this.pageOf(actor, query, where, (unit) => [unit.shortName]);
  }

  async create(actor: Actor, draft: UnitDraft): Promise<UnitView> {
    const { id } = await this.keep(actor, async (register) => {
      const unit = { ...draft, validTo: null };
      accept([...(await this.faultsOf(register.em, unit)), ...(await this.nameFaults(register.em, unit))]);
      return this.add(register, draft);
    });
    return this.get(actor, id);
  }

  async update(actor: Actor, id: number, { version, ...change }: UnitChange): Promise<UnitView> {
    await this.keep(actor, async (register) => {
      const values = valuesOf(change);
      const unit = { ...(await this.changeable(register, id)), ...values };
      accept([...(await this.faultsOf(register.em, unit)), ...(await this.nameFaults(register.em, unit))]);
      await register.change(HandlingUnit, { id, version }, values);
    });
    return this.get(actor, id);
  }

  /** Adds a unit that has been checked. */
  async add(register: Register, { aliases, ...fields }: UnitDraft): Promise<HandlingUnit> {
    const unit = await register.add(HandlingUnit, { ...valuesOf(fields), validTo: null, successorId: null });
    await this.insertAliases(register, unit, aliases ?? []);
    return unit;
  }
}
