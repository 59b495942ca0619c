import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import type { FieldFault } from '../../platform/web/errors';
import type { Page } from '../../platform/web/page.dto';
import { shownTo } from '../access';
import type { LastDay, Version } from '../bodies.dto';
import { Directory } from '../directory';
import { accept, fault, phoneFaults, spanFaults } from '../faults';
import { pageOfNames } from '../listing';
import { insertAll, type Register } from '../register';
import { MEMBER } from '../sponsors/sponsor-kind.entity';
import { Sponsor } from '../sponsors/sponsor.entity';
import { lastDayFaults } from '../succession';
import { Term } from '../terms/term.entity';
import { type Enrolled, MemberRoll } from './member-roll';
import { Member } from './member.entity';
import type { MemberChange, MemberDraft, MembersQuery, MemberView } from './members.dto';

type Entered = Omit<Member, 'id' | 'version' | 'sponsorId' | 'validTo'>;

/** Members. Each is a sponsor as well, whose row follows the member's; the history tells it once, of the member. */
@Injectable()
export class MembersService {
  constructor(private readonly directory: Directory) {}

  async list(actor: Actor, query: MembersQuery): Promise<Page<MemberView>> {
    const filters = {
      termId: query.termId,
      sectorSponsorId: query.sectorSponsorId,
      standingCommittee: query.standingCommittee,
    };
    const where = Object.fromEntries(
      Object.entries(filters).filter(([, value]) => value !== undefined && value !== null),
    );
    const members = await this.directory.reader.find(Member, { where });
    const page = pageOfNames(members, query, (member) => [member.number]);
    return { ...page, items: page.items.map((member) => shownTo(actor, member)) };
  }

  async get(actor: Actor, id: number): Promise<MemberView> {
    return shownTo(actor, await this.directory.find(Member, id));
  }

  create(actor: Actor, draft: MemberDraft): Promise<MemberView> {
    return this.keep(actor, async (register) => {
      accept([
        ...(await faultsOf(register.em, draft)),
        ...(await rollFaults(register, { ...valuesOf(draft), validTo: null })),
      ]);
      return (await this.addAll(register, [draft]))[0];
    });
  }

  update(actor: Actor, id: number, { version, ...change }: MemberChange): Promise<MemberView> {
    return this.keep(actor, async (register) => {
      const member = { ...(await register.find(Member, id)), ...valuesOf(change) };
      const faults = [...(await faultsOf(register.em, change)), ...(await rollFaults(register, member))];
      accept([...spanFaults(member), ...faults]);
      return changeBoth(register, { ...member, version }, valuesOf(change));
    });
  }

  /** The member leaves; what was proposed before stays under the name. */
  end(actor: Actor, id: number, { version, validTo }: LastDay): Promise<MemberView> {
    return this.keep(actor, async (register) => {
      const member = await register.find(Member, id);
      accept(lastDayFaults(member, validTo));
      return changeBoth(register, { ...member, version }, { validTo }, 'ended');
    });
  }

  /** Takes back an end that was entered by mistake. */
  reopen(actor: Actor, id: number, { version }: Version): Promise<MemberView> {
    return this.keep(actor, async (register) => {
      const member = { ...(await register.find(Member, id)), validTo: null };
      accept(await rollFaults(register, member));
      return changeBoth(register, { ...member, version }, { validTo: null }, 'reopened');
    });
  }

  /** Adds members who have been found free of faults. */
  async addAll(register: Register, drafts: MemberDraft[]): Promise<Member[]> {
    const members = drafts.map(valuesOf);
    const rest = { kindCode: MEMBER, validTo: null, successorId: null, version: 1 };
    const sponsors = await insertAll(
      register.em,
      Sponsor,
      members.map((member) => ({ ...asSponsor(member), ...rest })),
    );
    return register.addAll(
      Member,
      members.map((member, at) => ({ ...member, sponsorId: sponsors[at].id, validTo: null })),
    );
  }

  private async keep(actor: Actor, work: (register: Register) => Promise<Member>): Promise<MemberView> {
    return shownTo(actor, await this.directory.keep(actor, 'sponsor', work));
  }
}

function valuesOf(draft: MemberDraft): Entered {
  const {
    name,
    number = null,
    termId,
    sectorSponsorId = null,
    standingCommittee,
    phone = null,
    validFrom,
  } = draft;
  return {
    name,
    number,
    termId,
    sectorSponsorId,
    standingCommittee: standingCommittee ?? false,
    phone,
    validFrom,
  };
}

function asSponsor({ name, phone, validFrom }: Entered) {
  return { name, contactName: name, contactPost: null, contactPhone: phone, validFrom };
}

async function rollFaults(register: Register, member: Enrolled): Promise<FieldFault[]> {
  return new MemberRoll(await register.em.find(Member)).faultsOf(member);
}

async function changeBoth(
  register: Register,
  asRead: Member,
  values: Partial<Member>,
  action?: string,
): Promise<Member> {
  const member = await register.change(Member, asRead, values, action);
  const sponsor = { ...asSponsor(member), validTo: member.validTo };
  await register.em.update(Sponsor, { id: member.sponsorId }, sponsor);
  return member;
}

/** What is wrong with a member apart from being there already. */
async function faultsOf(
  em: EntityManager,
  { termId, sectorSponsorId, phone }: MemberDraft,
): Promise<FieldFault[]> {
  const faults = phoneFaults('phone', '联系电话', phone);
  if (!(await em.existsBy(Term, { id: termId })))
    faults.push(fault('termId', 'unknown', '「届」不存在，请重新选择。'));
  const sector = sectorSponsorId ? await em.findOneBy(Sponsor, { id: sectorSponsorId }) : undefined;
  const isNoSector = sector === null || sector?.kindCode === MEMBER;
  if (isNoSector) faults.push(fault('sectorSponsorId', 'unknown', '「界别」不在名录中，请重新选择。'));
  return faults;
}
