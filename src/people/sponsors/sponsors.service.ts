import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import { type FieldFault, Refused } from '../../platform/web/errors';
import type { Page } from '../../platform/web/page.dto';
import { Aliases } from '../aliases';
import { Bodies, type Entered } from '../bodies';
import { Directory } from '../directory';
import { fault, phoneFaults } from '../faults';
import type { Register } from '../register';
import { SponsorAlias } from './sponsor-alias.entity';
import { MEMBER, SponsorKind } from './sponsor-kind.entity';
import { Sponsor } from './sponsor.entity';
import type { SponsorFields, SponsorsQuery, SponsorView } from './sponsors.dto';

@Injectable()
export class SponsorsService extends Bodies<Sponsor, SponsorFields> {
  constructor(directory: Directory) {
    super(directory, 'sponsor', Sponsor, new Aliases('sponsor', SponsorAlias, 'sponsorId'));
  }

  list(actor: Actor, query: SponsorsQuery): Promise<Page<SponsorView>> {
    return this.pageOf(actor, query, query.kind ? { kindCode: query.kind } : {});
  }

  async faultsOf(em: EntityManager, { kindCode, contactPhone }: Entered<Sponsor>): Promise<FieldFault[]> {
    const phone = phoneFaults('contactPhone', '联系电话', contactPhone);
    if (kindCode === MEMBER) return [...phone, fault('kindCode', 'isMember', '委员请在委员名录中登记。')];
    if (await em.existsBy(SponsorKind, { code: kindCode })) return phone;
    return [...phone, fault('kindCode', 'unknown', '「提案者类别」不存在，请重新选择。')];
  }

  protected valuesOf(fields: SponsorFields): Entered<Sponsor> {
    const { kindCode, name, contactName = null, contactPost = null, contactPhone = null, validFrom } = fields;
    return { kindCode, name, contactName, contactPost, contactPhone, validFrom };
  }

  // A sector and its sector group, or two members, may well bear one name.
  protected override rivalsOf({ kindCode }: Partial<Sponsor>): Partial<Sponsor> {
    return { kindCode };
  }

  protected override async changeable(register: Register, id: number): Promise<Sponsor> {
    const sponsor = await super.changeable(register, id);
    if (sponsor.kindCode !== MEMBER) return sponsor;
    throw new Refused([{ code: 'isMember', message: '该提案者是委员，请在委员名录中办理。' }]);
  }
}
