import { documentsOf } from '../../src/documents/case-documents';
import { DossierService } from '../../src/proposals/dossier/dossier.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { aWorld, type World } from '../support/world';
import { aDocumentedCase, type DocumentedCase, drafted, placesOf, replied } from './documented-case';
import { fileOf, pageOf } from './opened';

type Place = keyof ReturnType<typeof placesOf>;

eachDatabase('Who may open a document', (open) => {
  let app: RunningApp;
  let world: World;
  let all: DocumentedCase;
  let at: ReturnType<typeof placesOf>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    all = await aDocumentedCase(app, world);
    at = placesOf(all);
  });

  const statusesOf = async (by: Person, url: string) => [
    (await pageOf(app, by, url)).status,
    (await fileOf(app, by, url)).status,
  ];
  /** Everybody, with whether they belong to the case. */
  const people = () => {
    const { by } = world;
    return {
      sponsors: [by.first, by.second, by.sector],
      committee: [by.clerk, by.director, by.office],
      units: [by.transport.handler, by.transport.leader, by.housing.handler],
      office: [by.government],
      auditor: [by.auditor],
      outside: [
        by.party,
        by.publicity.handler,
        by.publicity.leader,
        by.standing,
        by.teller,
        by.administrator,
      ],
    };
  };
  type Group = keyof ReturnType<typeof people>;
  const INSIDE: Group[] = ['sponsors', 'committee', 'units', 'office', 'auditor'];
  const AT_WORK: Group[] = ['committee', 'units', 'office', 'auditor'];

  const opens = async (expected: Partial<Record<Place, Group[]>>) => {
    for (const [place, groups] of Object.entries(expected) as [Place, Group[]][])
      for (const [group, members] of Object.entries(people()) as [Group, Person[]][])
        for (const person of members) {
          const wanted = groups.includes(group) ? 200 : 404;
          const said = [place, group, person.name];
          expect([...said, (await pageOf(app, person, at[place])).status]).toEqual([...said, wanted]);
        }
  };

  it('while it is handled: what units and office settle is not for sponsors, drafts are for units and office alone', async () => {
    await drafted(app, world, all);
    await opens({
      ...{ sheet: INSIDE, extension: INSIDE, form: [] },
      ...{ opinion: AT_WORK, returning: AT_WORK, urging: AT_WORK },
      reply: ['units', 'office', 'auditor'],
    });
  });

  it('once it is replied everybody of the case has the letter, and only sponsors and committee the opinion form', async () => {
    await replied(app, world, all);
    await opens({
      ...{ sheet: INSIDE, extension: INSIDE, reply: INSIDE },
      ...{ opinion: AT_WORK, returning: AT_WORK, urging: AT_WORK },
      form: ['sponsors', 'committee', 'auditor'],
    });
  });

  it('the list of a case names what its reader can open, and nothing else', async () => {
    const everything = Object.values(at);
    for (const person of Object.values(people()).flat()) {
      const dossier = await app
        .get(DossierService)
        .read(person.actor, all.id)
        .catch(() => null);
      const listed = dossier ? documentsOf(dossier, person.actor) : [];
      for (const { href, docx, name } of listed) {
        expect([name, href, ...(await statusesOf(person, href))]).toEqual([name, href, 200, 200]);
        expect(docx).toBe(`${href}.docx`);
      }
      const others = everything.filter((url) => !listed.some(({ href }) => href === url));
      for (const url of others) expect([url, ...(await statusesOf(person, url))]).toEqual([url, 404, 404]);
    }
  });

  it('says in Chinese what is missing to whoever may know of the case, and nothing to others', async () => {
    const told = async (by: Person, url: string) =>
      (await app.inject({ url, headers: { ...by.headers, accept: 'text/html' } })).body;
    expect(await told(world.by.first, at.opinion)).toContain('没有可以打印的会办意见');
    expect(await told(world.by.clerk, `/proposals/${all.id}/urgings/2`)).toContain('没有这一号催办函');
    expect(await told(world.by.publicity.handler, at.opinion)).not.toContain('会办意见');
    expect(await told(world.by.clerk, `/assignments/${all.lead.id}/opinion`)).toContain('会办意见');
  });

  it('asks for a sign-in, keeps nothing in caches, and calls what cannot be a number unknown', async () => {
    for (const url of Object.values(at)) {
      expect((await app.inject(url)).statusCode).toBe(401);
      expect((await app.inject(`${url}.docx`)).statusCode).toBe(401);
      const { headers } = await pageOf(app, world.by.auditor, url);
      expect(headers['cache-control']).toBe('private, no-store');
    }
    for (const url of ['/proposals/0/sheet', '/proposals/abc/sheet', '/assignments/999999/reply'])
      expect(await statusesOf(world.by.clerk, url)).toEqual([404, 404]);
    for (const number of ['0', '-1', 'x', '1e3', '99999999999'])
      expect(await statusesOf(world.by.clerk, `/proposals/${all.id}/urgings/${number}`)).toEqual([404, 404]);
  });
});
