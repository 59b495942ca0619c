import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { type FieldFault, Refused } from '../../platform/web/errors';
import type { Page } from '../../platform/web/page.dto';
import { Bodies } from '../bodies';
import { Directory } from '../directory';
import { accept, fault, phoneFaults, spanFaults } from '../faults';
import type { Register } from '../register';
import type { Dated } from '../validity';
import { SponsorAlias } from './sponsor-alias.entity';
import { MEMBER, SponsorKind } from './sponsor-kind.entity';
import { Sponsor } from './sponsor.entity';
import type { SponsorChange, SponsorDraft, SponsorFields, SponsorsQuery, SponsorView } from './sponsors.dto';

@Injectable()
export class SponsorsService extends Bodies<Sponsor> {
  constructor(directory: Directory) {
    super(directory, { table: 'sponsor', listing: Sponsor, aliases: SponsorAlias, owner: 'sponsorId' });
  }

  list(actor: Actor, query: SponsorsQuery): Promise<Page<SponsorView>> {
    return this.pageOf(actor, query, query.kind ? { kindCode: query.kind } : {});
  }

  async create(actor: Actor, { aliases, ...draft }: SponsorDraft): Promise<SponsorView> {
    const { id } = await this.keep(actor, async (register) => {
      const body = { ...valuesOf(draft), kindCode: draft.kindCode, validTo: null, successorId: null };
      accept([...(await kindFaults(register, body.kindCode)), ...(await this.faultsOf(register, body))]);
      const sponsor = await register.add(Sponsor, body);
      await this.insertAliases(register, sponsor, aliases ?? []);
      return sponsor;
    });
    return this.get(actor, id);
  }

  async update(actor: Actor, id: number, { version, ...change }: SponsorChange): Promise<SponsorView> {
    await this.keep(actor, async (register) => {
      const values = valuesOf(change);
      accept(await this.faultsOf(register, { ...(await this.changeable(register, id)), ...values }));
      await register.change(Sponsor, { id, version }, values);
    });
    return this.get(actor, id);
  }

  protected override async changeable(register: Register, id: number): Promise<Sponsor> {
    const sponsor = await super.changeable(register, id);
    if (sponsor.kindCode !== MEMBER) return sponsor;
    throw new Refused([{ code: 'isMember', message: '该提案者是委员，请在委员名录中办理。' }]);
  }

  protected override rivalsOf({ kindCode }: Partial<Sponsor>): Partial<Sponsor> {
    return { kindCode };
  }

  private async faultsOf(register: Register, sponsor: Partial<Sponsor> & Dated & { name: string }): Promise<FieldFault[]> {
    const phone = phoneFaults('contactPhone', '联系电话', sponsor.contactPhone);
    return [...phone, ...spanFaults(sponsor), ...(await this.nameFaults(register.em, sponsor))];
  }
}

function valuesOf(fields: SponsorFields) {
  const { name, contactName = null, contactPost = null, contactPhone = null, validFrom } = fields;
  return { name, contactName, contactPost, contactPhone, validFrom };
}

async function kindFaults(register: Register, code: string): Promise<FieldFault[]> {
  if (code === MEMBER) return [fault('kindCode', 'isMember', '委员请在委员名录中登记。')];
  if (await register.em.existsBy(SponsorKind, { code })) return [];
  return [fault('kindCode', 'unknown', '「提案者类别」不存在，请重新选择。')];
}
