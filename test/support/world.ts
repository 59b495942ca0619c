import { SYSTEM } from '../../src/lifecycle/people';
import { MembersService } from '../../src/people/members/members.service';
import { OfficesService } from '../../src/people/offices/offices.service';
import { SponsorsService } from '../../src/people/sponsors/sponsors.service';
import { SessionsService } from '../../src/people/terms/sessions.service';
import { TermsService } from '../../src/people/terms/terms.service';
import { UnitsService } from '../../src/people/units/units.service';
import type { RunningApp } from './harness';
import { type Person, signInAs } from './people';

type App = Pick<RunningApp, 'get' | 'database'>;

/** Since long before any spec begins. */
const SINCE = '2022-01-01';

/** The session that sits when the clock of the specs begins; its submission deadline is two days ahead. */
export const SESSION = {
  number: 1,
  opensOn: '2026-03-01',
  closesOn: '2026-03-06',
  submissionDeadline: '2026-03-04T09:00:00.000Z',
};

/** A small committee: who proposes, who assigns, who handles, and somebody for every hat. */
export type World = Awaited<ReturnType<typeof aWorld>>;

export async function aWorld(app: App, session: Partial<typeof SESSION> & { replyBy?: string } = {}) {
  const term = { number: 15, name: '第十五届', fromDay: SINCE };
  const { id: termId } = await app.get(TermsService).create(SYSTEM, term);
  const { id: sessionId } = await app.get(SessionsService).create(SYSTEM, { termId, ...SESSION, ...session });
  const { members, ...sponsors } = await aFewSponsors(app, termId);
  const offices = {
    government: await anOffice(app, '市府办督查室', '政府系统'),
    party: await anOffice(app, '市委办督查室', '党委系统'),
  };
  const units = {
    transport: await aUnit(app, '市交通运输局', offices.government),
    housing: await aUnit(app, '市住房和城乡建设局', offices.government),
    publicity: await aUnit(app, '市委宣传部', offices.party),
  };
  const by = { ...(await staff(app)), ...(await bodiesPeople(app, { sponsors, offices, units, members })) };
  return { termId, sessionId, sponsors, members, offices, units, by };
}

/** Two members, one of them of the Standing Committee, and a sector with its convener. */
async function aFewSponsors(app: App, termId: number) {
  const sector = await app.get(SponsorsService).create(SYSTEM, {
    kindCode: 'sector',
    name: '经济界',
    contactName: '周召集',
    contactPost: '召集人',
    contactPhone: '0576-86110001',
    validFrom: SINCE,
  });
  const member = (name: string, standingCommittee: boolean) => {
    const seat = { termId, sectorSponsorId: sector.id, standingCommittee, validFrom: SINCE };
    return app.get(MembersService).create(SYSTEM, { name, phone: '13800000001', ...seat });
  };
  const [first, second] = [await member('王一文', false), await member('李二平', true)];
  const members = { first: first.id, second: second.id };
  return { first: first.sponsorId, second: second.sponsorId, sector: sector.id, members };
}

async function anOffice(app: App, name: string, kind: string): Promise<number> {
  return (await app.get(OfficesService).create(SYSTEM, { name, kind })).id;
}

async function aUnit(app: App, name: string, officeId: number): Promise<number> {
  const unit = { name, kind: '部门', officeId, validFrom: SINCE };
  return (await app.get(UnitsService).create(SYSTEM, unit)).id;
}

/** Hats without a body: one person each, two where four eyes are asked for. */
async function staff(app: App) {
  const one = (hat: string, name: string): Promise<Person> => signInAs(app, { hats: [hat], name });
  return {
    clerk: await one('committee', '提案委经办甲'),
    otherClerk: await one('committee', '提案委经办乙'),
    director: await one('director', '提案委主任'),
    office: await one('office', '办公室甲'),
    otherOffice: await one('office', '办公室乙'),
    teller: await one('teller', '监票人甲'),
    otherTeller: await one('teller', '监票人乙'),
    administrator: await one('administrator', '管理员'),
    auditor: await one('auditor', '审计员'),
  };
}

interface Bodies {
  sponsors: { first: number; second: number; sector: number };
  members: { first: number; second: number };
  offices: { government: number; party: number };
  units: { transport: number; housing: number; publicity: number };
}

/** One person for each body; each unit has a handler and a leader. */
async function bodiesPeople(app: App, { sponsors, members, offices, units }: Bodies) {
  const one = (hat: string, scopeId: number, name: string): Promise<Person> =>
    signInAs(app, { hats: [{ hat, scopeId }], name });
  const ofUnit = async (unitId: number, name: string) => ({
    handler: await one('unitHandler', unitId, `${name}经办`),
    leader: await one('unitLeader', unitId, `${name}领导`),
  });
  return {
    first: await one('sponsor', sponsors.first, '王一文'),
    second: await one('sponsor', sponsors.second, '李二平'),
    sector: await one('sponsor', sponsors.sector, '经济界联系人'),
    standing: await one('standingCommittee', members.second, '常委李二平'),
    government: await one('assigningOffice', offices.government, '督查室甲'),
    party: await one('assigningOffice', offices.party, '督查室乙'),
    transport: await ofUnit(units.transport, '交通局'),
    housing: await ofUnit(units.housing, '住建局'),
    publicity: await ofUnit(units.publicity, '宣传部'),
  };
}
