import { machineOf } from '../../../src/lifecycle/rulebook';
import { hrefOf, IN_PLACE } from '../../../src/pages/case/open-deeds';
import { stepsOf } from '../../../src/pages/case/case-steps';
import { DeedCatalogue } from '../../../src/pages/deeds/deed-catalogue';
import { type RunningApp, startApp } from '../../support/harness';

describe('What a case offers', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('has an address for every deed of the tables that a person may do', () => {
    const catalogue = app.get(DeedCatalogue);
    const without = (['proposal', 'assignment'] as const).flatMap((machine) =>
      Object.entries(machineOf(machine).actions)
        .filter(
          ([action, { from, by }]) =>
            from !== 'nothing' && by.some(({ name }) => name !== 'system') && !IN_PLACE.includes(action),
        )
        .map(([action]) => hrefOf(machine, 1, action))
        .filter((href) => !catalogue.find(href.slice('/do/'.length))),
    );
    // What has a desk of its own leads there.
    expect(without).toEqual(['/desk/routing/1']);
  });

  it('shows how far it came, also where it left the way', () => {
    const none = { draftedAt: 'x', submittedAt: null, filedAt: null, handedOverAt: null };
    const moments = { ...none, repliedAt: null, concludedAt: null, archivedAt: null };
    const words = (...steps: ReturnType<typeof stepsOf>) =>
      steps.map(({ word, state }) => `${word}${{ done: '+', current: '*', ahead: '' }[state]}`).join(' ');
    expect(words(...stepsOf('submitted', moments))).toMatch(/^草稿\+ 待审查\* 已立案 /);
    expect(words(...stepsOf('returned', { ...moments, submittedAt: 'x' }))).toMatch(
      /^草稿\+ 退回修改\* 待审查 /,
    );
    const filed = { ...moments, submittedAt: 'x', filedAt: 'x' };
    expect(words(...stepsOf('withdrawn', filed))).toBe('草稿+ 待审查+ 已立案+ 已撤案*');
  });
});
