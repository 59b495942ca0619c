import { SYSTEM } from '../../src/lifecycle/people';
import { UnitsService } from '../../src/people/units/units.service';
import { check, reindex } from '../../src/commands/reindex';
import { Jobs } from '../../src/platform/queue/jobs';
import { IndexBuilding } from '../../src/search/indexing/index-building';
import { IndexChecking } from '../../src/search/indexing/index-checking';
import { eachDatabase, type RunningApp, startApp } from '../support/harness';
import { must } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The index', (open, kind) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(() => jest.restoreAllMocks());

  const found = async (q: string) =>
    (await must(app, world.by.clerk, 'GET', `/api/search?q=${encodeURIComponent(q)}`)).total as number;
  const faults = () => app.get(IndexChecking).check();
  const forget = (id: number) =>
    app.database.transaction((em) => em.query(`DELETE FROM "searchEntry" WHERE "proposalId" = ${id}`));

  it('changes with the record or not at all: what is rolled back is not found', async () => {
    await submitProposal(app, world, { subject: '关于修缮古桥的建议' });
    expect(await found('古桥')).toBe(1);
    const failing = jest.spyOn(app.database, 'beforeCommit').mockImplementationOnce((em, callback) => {
      jest.restoreAllMocks();
      app.database.beforeCommit(em, async () => {
        await callback();
        throw new Error('The disk is full.');
      });
    });
    await expect(submitProposal(app, world, { subject: '关于修缮古塔的建议' })).rejects.toThrow('500');
    expect(failing).toBeDefined();
    expect(await found('古塔')).toBe(0);
    expect(await faults()).toEqual([]);
  });

  it('follows a unit to its new name', async () => {
    const { id } = await aFiledProposal(app, world, { subject: '关于港口的建议' });
    await assignment.handOver(app, world, id);
    await assignment.assign(app, world, id);
    const units = app.get(UnitsService);
    const {
      successorId: _,
      validTo: __,
      aliases: ___,
      ...unit
    } = await units.get(SYSTEM, world.units.transport);
    await units.update(SYSTEM, unit.id, { ...unit, name: '市港航管理局' });
    expect(await found('港航管理')).toBe(1);
    expect(await found('交通运输局')).toBe(0);
    expect(await faults()).toEqual([]);
  });

  it('is read in when an installation comes from before it, and read anew by command', async () => {
    const { id } = await submitProposal(app, world, { subject: '关于古道的建议' });
    await forget(id);
    expect(await faults()).toEqual([{ proposalId: id, fault: 'missing' }]);
    const told = jest.spyOn(console, 'log').mockImplementation();
    expect(await check(app.app)).toBe(1);
    expect(await app.get(IndexBuilding).readMissing()).toBe(1);
    expect(await app.get(IndexBuilding).readMissing()).toBe(0);
    expect(await check(app.app)).toBe(0);
    await app.database.transaction((em) => em.query(`UPDATE "searchEntry" SET "fingerprint" = 'x'`));
    expect((await faults())[0]).toMatchObject({ fault: 'stale' });
    expect(await reindex(app.app)).toBe(0);
    expect(await faults()).toEqual([]);
    expect(told.mock.calls.flat().join('\n')).toMatch(/索引中没有[^]*不一致[^]*索引与记录一致[^]*已重建/);
  });

  it('is read in behind a start', async () => {
    if (kind === 'postgres') return; // the same job
    const id = 1;
    await forget(id);
    const again = await startApp({ environment: app.environment });
    again.get(Jobs).start();
    for (let waited = 0; (await again.get(IndexChecking).check()).length > 0 && waited < 100; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await again.get(IndexChecking).check()).toEqual([]);
    await again.app.close();
  });
});
