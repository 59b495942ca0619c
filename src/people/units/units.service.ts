import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import type { FieldFault } from '../../platform/web/errors';
import type { Page } from '../../platform/web/page.dto';
import { Aliases } from '../aliases';
import { Bodies, type Entered } from '../bodies';
import { Directory } from '../directory';
import { fault, phoneFaults } from '../faults';
import { AssigningOffice } from '../offices/assigning-office.entity';
import { HandlingUnit } from './handling-unit.entity';
import { UnitAlias } from './unit-alias.entity';
import type { UnitFields, UnitsQuery, UnitView } from './units.dto';

@Injectable()
export class UnitsService extends Bodies<HandlingUnit, UnitFields> {
  constructor(directory: Directory) {
    super(directory, 'handlingUnit', HandlingUnit, new Aliases('handlingUnit', UnitAlias, 'unitId'));
  }

  list(actor: Actor, query: UnitsQuery): Promise<Page<UnitView>> {
    const { kind, officeId } = query;
    const where = { ...(kind && { kind }), ...(officeId && { officeId }) };
    return this.pageOf(actor, query, where, (unit) => [unit.shortName]);
  }

  async faultsOf(
    em: EntityManager,
    { officeId, contactPhone }: Entered<HandlingUnit>,
  ): Promise<FieldFault[]> {
    const phone = phoneFaults('contactPhone', '联系电话', contactPhone);
    if (await em.existsBy(AssigningOffice, { id: officeId })) return phone;
    return [...phone, fault('officeId', 'unknown', '「交办单位」不存在，请重新选择。')];
  }

  protected valuesOf(fields: UnitFields): Entered<HandlingUnit> {
    const {
      name,
      shortName = null,
      kind,
      officeId,
      contactName = null,
      contactPhone = null,
      validFrom,
    } = fields;
    return { name, shortName, kind, officeId, contactName, contactPhone, validFrom };
  }
}
