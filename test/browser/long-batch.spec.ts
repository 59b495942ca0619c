import { PORTION } from '../../src/pages/desks/batch-portions';
import { inBrowser, Site } from '../support/site';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MANY = PORTION + 2;

inBrowser('A long batch, in a browser', () => {
  let site: Site;
  let world: World;
  beforeAll(async () => {
    site = await Site.open();
    world = await aWorld(site.running);
    for (let number = 1; number <= MANY; number += 1)
      await submitProposal(site.running, world, { subject: `关于第${number}件事的建议` });
    await site.givePasswords();
  }, 120_000);
  afterAll(() => site?.close());

  it('goes on by itself to the end', async () => {
    const clerk = await site.screen(world.by.clerk);
    await clerk.open('/proposals?stage=submitted&size=50');
    await clerk.tick('全选本页');
    await clerk.press('初审：建议立案');
    await clerk.page.getByRole('heading', { name: '批量初审的结果' }).waitFor();
    expect(await clerk.text).toContain(`办成 ${MANY} 件。`);
    expect(clerk.complaints).toEqual([]);
    await clerk.close();
  });
});
