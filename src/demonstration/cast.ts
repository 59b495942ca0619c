import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { SYSTEM } from '../lifecycle/people';
import { MembersService } from '../people/members/members.service';
import { OfficesService } from '../people/offices/offices.service';
import { SponsorsService } from '../people/sponsors/sponsors.service';
import { SessionsService } from '../people/terms/sessions.service';
import { TermsService } from '../people/terms/terms.service';
import { UnitsService } from '../people/units/units.service';
import { Accounts } from '../platform/accounts/accounts.service';
import type { Bodies } from './material';

export const PASSWORD = 'tiban-demo-2022';

const SINCE = '2022-02-21';
const KINDS = {
  sectors: 'sector',
  sectorGroups: 'sectorGroup',
  organisations: 'organisation',
  liaisonGroups: 'liaisonGroup',
  parties: 'party',
  specialCommittees: 'specialCommittee',
} as const;

/** Everybody who acts in the demonstration, found by name. */
export class Cast {
  readonly actors = new Map<string, Actor>();
  readonly sponsors = new Map<string, number>();
  readonly units = new Map<string, number>();
  readonly offices = new Map<string, number>();
  readonly voters: { memberId: number; name: string }[] = [];

  constructor(readonly bodies: Bodies) {}

  actor(name: string): Actor {
    return found(this.actors, name);
  }

  /** The person who acts for a sponsor: the member, or the body's contact. */
  sponsor(name: string): Actor {
    const owner = this.bodies.people.find(
      (person) => person.hat === 'sponsor' && person.of === this.properName(name),
    );
    return this.actor(owner?.name ?? name);
  }

  sponsorId = (name: string): number => found(this.sponsors, this.properName(name));
  unitId = (name: string): number => found(this.units, name);
  officeId = (code: string): number => found(this.offices, code);
  handler = (unit: string): Actor => this.actor(`${unit}经办`);
  leader = (unit: string): Actor => this.actor(`${unit}分管领导`);
  officeActor = (code: string): Actor => this.actor(OFFICE_ACTORS[code]);

  officeOf(unit: string): string {
    return this.bodies.units.find((each) => each.name === unit)?.office ?? '市府办';
  }

  phoneOf(person: string): string {
    return this.bodies.people.find((each) => each.name === person)?.phone ?? '';
  }

  /** A sector goes by two names in the notice. */
  private properName(name: string): string {
    const bodies = Object.keys(KINDS).flatMap((kind) => this.bodies[kind as keyof typeof KINDS]);
    return bodies.find((body) => body.aliases.includes(name))?.name ?? name;
  }
}

const OFFICE_ACTORS: Record<string, string> = {
  市委办: '市委办经办',
  市府办: '市府办督查室经办',
  其他: '其他交办单位经办',
};

function found<T>(map: Map<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`The demonstration knows no ${name}.`);
  return value;
}

/** Creates term, sessions, bodies, members, units and an account for everybody. */
export async function assemble(app: INestApplicationContext, bodies: Bodies): Promise<Cast> {
  const cast = new Cast(bodies);
  const term = await app.get(TermsService).create(SYSTEM, { number: 15, name: '第十五届', fromDay: SINCE });
  await addBodies(app, cast);
  await addMembers(app, cast, term.id);
  await addUnits(app, cast);
  await addSessions(app, term.id);
  await addAccounts(app, cast);
  return cast;
}

async function addBodies(app: INestApplicationContext, cast: Cast): Promise<void> {
  for (const [group, kindCode] of Object.entries(KINDS)) {
    for (const { name, aliases } of cast.bodies[group as keyof typeof KINDS]) {
      const contact = cast.bodies.people.find((person) => person.of === name);
      const whom = { contactName: contact?.name, contactPost: '联系人', contactPhone: contact?.phone };
      const draft = { kindCode, name, aliases, validFrom: SINCE, ...(contact ? whom : {}) };
      cast.sponsors.set(name, (await app.get(SponsorsService).create(SYSTEM, draft)).id);
    }
  }
}

async function addMembers(app: INestApplicationContext, cast: Cast, termId: number): Promise<void> {
  for (const { name, sector, standingCommittee } of cast.bodies.members) {
    const seat = { termId, sectorSponsorId: cast.sponsors.get(sector), standingCommittee, validFrom: SINCE };
    const member = await app.get(MembersService).create(SYSTEM, { name, ...seat });
    cast.sponsors.set(name, member.sponsorId);
    if (standingCommittee) cast.voters.push({ memberId: member.id, name });
  }
}

async function addUnits(app: INestApplicationContext, cast: Cast): Promise<void> {
  for (const { code, name, kind } of cast.bodies.offices) {
    cast.offices.set(code, (await app.get(OfficesService).create(SYSTEM, { name, kind })).id);
  }
  for (const { name, kind, office, aliases } of cast.bodies.units) {
    const contact = { contactName: `${name}经办`, contactPhone: cast.phoneOf(`${name}经办`) };
    const draft = { name, kind, aliases, officeId: cast.officeId(office), validFrom: SINCE, ...contact };
    cast.units.set(name, (await app.get(UnitsService).create(SYSTEM, draft)).id);
  }
}

/** The session of the fourteen, and the newest one, between which and the next the other twelve are proposed. */
async function addSessions(app: INestApplicationContext, termId: number): Promise<void> {
  const first = { number: 1, opensOn: '2022-02-21', closesOn: '2022-02-25', replyBy: '2022-08-31' };
  await app
    .get(SessionsService)
    .create(SYSTEM, { termId, ...first, submissionDeadline: '2022-02-23T09:00:00.000Z' });
  const newest = { number: 5, opensOn: '2026-02-03', closesOn: '2026-02-06' };
  await app
    .get(SessionsService)
    .create(SYSTEM, { termId, ...newest, submissionDeadline: '2026-02-05T09:00:00.000Z' });
}

async function addAccounts(app: INestApplicationContext, cast: Cast): Promise<void> {
  const members = new Map(cast.voters.map((voter) => [voter.name, voter.memberId]));
  const scopes: Record<string, (of: string) => number | undefined> = {
    sponsor: (of) => cast.sponsors.get(of),
    assigningOffice: (of) => cast.offices.get(of),
    unitHandler: (of) => cast.units.get(of),
    unitLeader: (of) => cast.units.get(of),
    standingCommittee: (of) => members.get(of),
  };
  const accounts = app.get(Accounts);
  // Hashing a password is slow on purpose; it runs beside the other hashes, the writing takes turns anyway.
  await Promise.all(
    cast.bodies.people.map(async ({ name, hat, of }) => {
      const scopeId = (scopes[hat]?.(of ?? name) ?? null) as number | null;
      const worn = { hat, scopeId };
      const account = {
        username: name,
        displayName: name,
        password: PASSWORD,
        mustChange: false,
        hats: [worn],
      };
      const { id } = await accounts.create(account);
      cast.actors.set(name, { accountId: id, name, hats: [worn] });
    }),
  );
}
