import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import { anAssignedProposal, JOINT } from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const WEEKS = 7 * 86_400_000;

eachDatabase('A list narrowed by who owes what by when', (open) => {
  let app: RunningApp;
  let world: World;
  let ids: { submitted: number; filed: number; assigned: number };

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ids = {
      submitted: (await submitProposal(app, world)).id,
      filed: (await aFiledProposal(app, world)).id,
      assigned: (await anAssignedProposal(app, world, JOINT)).id,
    };
  });

  const found = async (query: string, by = world.by.clerk): Promise<string[]> => {
    const { items } = await must(app, by, 'GET', `/api/proposals?${query}`);
    const names = Object.entries(ids).map(([name, id]) => [id, name] as const);
    return items.map(({ id }: { id: number }) => new Map(names).get(id)).sort();
  };

  it('finds what each side owes, and no other', async () => {
    expect(await found('owedBy=committee')).toEqual(['filed', 'submitted']);
    expect(await found('owedBy=units')).toEqual(['assigned']);
    expect(await found('owedBy=sponsors')).toEqual([]);
  });

  it('finds what one unit owes', async () => {
    expect(await found(`owedByUnitId=${world.units.housing}`)).toEqual(['assigned']);
    expect(await found(`owedByUnitId=${world.units.publicity}`)).toEqual([]);
  });

  it('means one and the same step when day and ower are both given', async () => {
    const days = async (by: string) =>
      (await must(app, world.by.clerk, 'GET', `/api/proposals/${ids[by as never]}`)).clocks
        .filter(({ debt, state }: { debt: boolean; state: string }) => debt && state === 'running')
        .map(({ dueOn }: { dueOn: string }) => dueOn)
        .sort();
    const [examined] = await days('submitted');
    const range = (from: string, to: string) => `dueFrom=${from}&dueTo=${to}`;
    expect(await found(range(examined, examined))).toContain('submitted');
    expect(await found(`${range(examined, examined)}&owedBy=units`)).not.toContain('submitted');
    expect(await found(range('2030-01-01', '2030-01-31'))).toEqual([]);
    expect(await found('dueTo=2026-03-01')).toEqual([]);
  });

  it('finds what is late, of whoever is asked about, once it is', async () => {
    expect(await found('overdue=true')).toEqual([]);
    expect(await found('overdue=false')).toEqual(['assigned', 'filed', 'submitted']);
    app.clock.advance(4 * WEEKS);
    expect(await found('overdue=true&owedBy=committee')).toContain('submitted');
    expect(await found(`overdue=true&owedByUnitId=${world.units.publicity}`)).toEqual([]);
    expect(await found(`overdue=false&owedByUnitId=${world.units.publicity}`)).toHaveLength(3);
  });

  it('counts as reports count, and finds what nobody has given a category', async () => {
    expect(await found('counted=received')).toEqual(['assigned', 'filed', 'submitted']);
    expect(await found('counted=cases')).toEqual(['assigned', 'filed']);
    expect(await found('counted=replied')).toEqual([]);
    expect(await found('category=未分类')).toEqual([]);
    expect(await found('category=社会')).toHaveLength(3);
    expect(await found('counted=cases&met=false')).toEqual(['assigned', 'filed']);
  });

  it('refuses what is no day, no side and no class, naming the field', async () => {
    const faults = async (query: string) =>
      (await send(app, world.by.clerk, 'GET', `/api/proposals?${query}`)).body.errors.map(
        ({ field }: { field: string }) => field,
      );
    expect(await faults('dueFrom=2026-02-30&owedBy=nobody&class=D&met=maybe&counted=all')).toEqual(
      expect.arrayContaining(['dueFrom', 'owedBy', 'class', 'met', 'counted']),
    );
  });

  it('is sorted by the next step that the reader may know of, what nobody owes last', async () => {
    const { id: ended } = await submitProposal(app, world);
    await must(app, world.by.first, 'POST', `/api/proposals/${ended}/withdraw`, { reason: '重复提交。' });
    const order = async (by = world.by.clerk) => {
      const { items } = await must(app, by, 'GET', '/api/proposals?sort=due');
      return items.map(({ id, dueOn }: { id: number; dueOn: string | null }) => ({ id, dueOn }));
    };
    const lines = await order();
    const days = lines.map(({ dueOn }: { dueOn: string | null }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    expect(new Set(days).size).toBeGreaterThan(1);
    const own = await order(world.by.first);
    expect(own.at(-1)).toEqual({ id: ended, dueOn: null });
    expect(own.length).toBe(4);
    // The same where words are looked for.
    const { items } = await must(app, world.by.clerk, 'GET', '/api/search?sort=due&q=停车');
    expect(items.map(({ id }: { id: number }) => id)).toEqual(lines.map(({ id }: { id: number }) => id));
  });
});
