import { eachDatabase, type RunningApp } from '../support/harness';
import { PDF, upload } from '../support/files';
import { send } from '../support/requests';
import * as steps from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

const NONSENSE = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  '__proto__',
  1e99,
];

eachDatabase('What is sent about feedback', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ id } = await aRepliedProposal(app, world));
  });

  const post = (verb: string, payload: unknown, by = world.by.first) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload as object);
  const state = () => app.database.rows('SELECT "version", "stage" FROM "proposal" WHERE "id" = ?', [id]);

  it('is refused with the field that is wrong, and changes nothing', async () => {
    const before = await state();
    for (const field of Object.keys(steps.SATISFIED))
      for (const value of NONSENSE.filter(
        (each) => each !== true && !(field === 'metHow' && isBlank(each)),
      )) {
        const { status, body } = await post('rate', { ...steps.SATISFIED, [field]: value });
        expect([field, value, status]).toEqual([field, value, 422]);
        expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
      }
    expect(await state()).toEqual(before);
  });

  it('is refused where it names what nobody knows', async () => {
    const before = await state();
    for (const more of [{ onBehalf: true }, { round: 1 }, { enteredBy: 1 }, { stage: 'concluded' }])
      expect((await post('rate', { ...steps.SATISFIED, ...more })).status).toBe(422);
    for (const verb of ['rehandle', 'decline-rehandling', 'rehandle-after-evaluation'])
      for (const reason of NONSENSE.filter((each) => each !== '__proto__'))
        expect((await post(verb, { reason }, world.by.director)).status).toBe(422);
    for (const unknown of ['0', '-1', 'abc', '99999999999', '1;DROP'])
      for (const verb of ['feedback', 'rate'])
        expect(
          (
            await send(
              app,
              world.by.first,
              verb === 'rate' ? 'POST' : 'GET',
              `/api/proposals/${unknown}/${verb}`,
              verb === 'rate' ? steps.SATISFIED : undefined,
            )
          ).status,
        ).toBe(404);
    expect(await state()).toEqual(before);
  });

  it('is refused as a scan that is none, or of somebody who is not asked', async () => {
    const url = `/api/proposals/${id}/feedback-scans`;
    const pdf = { name: '表.pdf', content: PDF };
    const sponsorId = String(world.sponsors.first);
    const scan = (file: typeof pdf, fields: Record<string, string>, by = world.by.clerk) =>
      upload(app, by, url, file, fields);
    expect((await scan(pdf, {})).body.errors).toMatchObject([{ field: 'sponsorId', code: 'required' }]);
    expect((await scan({ name: '表.exe', content: Buffer.from('MZ') }, { sponsorId })).status).toBe(422);
    expect((await scan(pdf, { sponsorId: String(world.sponsors.second) })).status).toBe(409);
    for (const by of [world.by.first, world.by.transport.handler, world.by.director])
      expect((await scan(pdf, { sponsorId }, by)).status).toBe(403);
    expect((await scan(pdf, { sponsorId }, world.by.second)).status).toBe(404);
    expect((await send(app, world.by.clerk, 'POST', url, { sponsorId: 1 })).status).toBe(422);
    expect(await app.database.rows('SELECT 1 FROM "attachment"')).toEqual([]);
  });

  it('is refused with an old version: somebody has acted meanwhile', async () => {
    const [{ version }] = (await state()) as { version: number }[];
    await steps.rate(app, world.by.first, id);
    const stale = { ...steps.DISSATISFIED, version };
    expect(await post('rate', stale)).toMatchObject({
      status: 409,
      body: { what: { version: version + 1 } },
    });
  });
});

const isBlank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');
