import { SYSTEM } from '../../src/lifecycle/people';
import { MembersService } from '../../src/people/members/members.service';
import { SponsorsService } from '../../src/people/sponsors/sponsors.service';
import type { RunningApp } from './harness';
import { type Person, signInAs } from './people';
import { draftProposal, signAsConvener, submit } from './steps/submission';
import type { World } from './world';

const SINCE = '2022-01-01';

export interface SponsorBody {
  id: number;
  name: string;
  by: Person;
  needsConvener: boolean;
}

/** 青联、科技界、王云安, as in the notice of 2022: an organisation, a sector and a member. */
export async function threeSponsors(app: RunningApp, { termId }: World): Promise<SponsorBody[]> {
  const youth = await aBody(app, 'organisation', '青联');
  const science = await aBody(app, 'sector', '科技界');
  const seat = { termId, sectorSponsorId: science.id, standingCommittee: false, validFrom: SINCE };
  const member = await app
    .get(MembersService)
    .create(SYSTEM, { name: '王云安', phone: '13800000002', ...seat });
  return [youth, science, await standingFor(app, member.sponsorId, '王云安', false)];
}

async function aBody(app: RunningApp, kindCode: string, name: string): Promise<SponsorBody> {
  const { id } = await app.get(SponsorsService).create(SYSTEM, { kindCode, name, validFrom: SINCE });
  return standingFor(app, id, name, true);
}

async function standingFor(
  app: RunningApp,
  id: number,
  name: string,
  needsConvener: boolean,
): Promise<SponsorBody> {
  const by = await signInAs(app, { hats: [{ hat: 'sponsor', scopeId: id }], name });
  return { id, name, by, needsConvener };
}

/** A submitted proposal of one of them. */
export async function submitFor(
  app: RunningApp,
  { id, by, needsConvener }: SponsorBody,
  subject: string,
): Promise<number> {
  const draft = await draftProposal(app, by, id, { subject });
  if (needsConvener) await signAsConvener(app, by, draft.id);
  await submit(app, by, draft.id);
  return draft.id;
}
