import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import type { Page } from '../../platform/web/page.dto';
import { Directory } from '../directory';
import { accept, fault } from '../faults';
import { pageOfNames } from '../listing';
import { plainName } from '../plain-name';
import type { Register } from '../register';
import { AssigningOffice } from './assigning-office.entity';
import type { OfficeChange, OfficeDraft, OfficesQuery } from './offices.dto';

@Injectable()
export class OfficesService {
  constructor(private readonly directory: Directory) {}

  async list(query: OfficesQuery): Promise<Page<AssigningOffice>> {
    return pageOfNames(await this.directory.reader.find(AssigningOffice), query);
  }

  get(id: number): Promise<AssigningOffice> {
    return this.directory.find(AssigningOffice, id);
  }

  create(actor: Actor, { name, kind }: OfficeDraft): Promise<AssigningOffice> {
    return this.directory.keep(actor, 'assigningOffice', async (register) => {
      await refuseTakenName(register, name);
      return register.add(AssigningOffice, { name, kind });
    });
  }

  update(actor: Actor, id: number, { version, name, kind }: OfficeChange): Promise<AssigningOffice> {
    return this.directory.keep(actor, 'assigningOffice', async (register) => {
      await refuseTakenName(register, name, id);
      return register.change(AssigningOffice, { id, version }, { name, kind });
    });
  }
}

async function refuseTakenName(register: Register, name: string, except?: number): Promise<void> {
  const offices = await register.em.find(AssigningOffice);
  const taken = offices.some((office) => office.id !== except && plainName(office.name) === plainName(name));
  if (taken) accept([fault('name', 'duplicate', `“${name}”已在名录中，请核对，不要重复登记。`)]);
}
