import { decide } from '../../src/lifecycle/decide';
import type { Intent } from '../../src/lifecycle/rule';
import { lead, merge } from './model/homeward';
import { faultsIn } from './model/invariants';
import { factsOf, machineFor, newWorld, type On, play } from './model/play';
import { type Case, NOW, PEOPLE, type World } from './model/world';

/** Turns that chance takes too seldom: each was once a way to an impossible state. */
const named = (name: string) => PEOPLE.find((person) => person.name === name) ?? PEOPLE[0];

/** Done by whoever may; what is refused fails the test. */
function go(world: World, on: On, action: string, intent: Intent = {}, dice = 1): void {
  const facts = factsOf(world, on);
  const actor = PEOPLE.find((who) => decide(machineFor(on), action, facts, who, NOW, intent).rule);
  expect([action, actor !== undefined]).toEqual([action, true]);
  if (actor) expect(play(world, { ...on, action, actor, intent, dice })).toEqual([]);
  expect(faultsIn(world)).toEqual([]);
}

const refusalsOf = (world: World, on: On, action: string, name: string, intent: Intent = {}) =>
  decide(machineFor(on), action, factsOf(world, on), named(name), NOW, intent).refusals;

/** A case on somebody's desk, with these units. */
function handled(mode: string, ...units: [number, string][]): { world: World; one: Case } {
  const world = newWorld();
  const [one] = world.cases;
  lead(world, one, 'handedOver', 1);
  go(world, { one }, 'assign', { mode, units: units.map(([unitId, role]) => ({ unitId, role })) });
  one.tasks.forEach((task) => go(world, { one, task }, 'acknowledge'));
  return { world, one };
}

function reply(world: World, on: On): void {
  for (const action of ['draftReply', 'recordConsultation', 'submitForAudit', 'passAudit', 'issueReply']) {
    go(world, on, action, { principalLeaderSigns: true });
  }
}

describe('several leads', () => {
  const two = () => handled('separate', [1, 'lead'], [2, 'lead']);

  it('the case is replied when the last one that had not is released', () => {
    const { world, one } = two();
    const [first, second] = one.tasks;
    reply(world, { one, task: first });
    expect(one.stage).toBe('handling');
    go(world, { one, task: second }, 'requestReturn');
    go(world, { one, task: second }, 'grantReturn');
    expect(one.stage).toBe('replied');
  });

  it('the case goes back to the office only when no lead is left', () => {
    const { world, one } = two();
    for (const task of one.tasks) {
      expect(one.stage).toBe('handling');
      go(world, { one, task }, 'recall');
    }
    expect(one.stage).toBe('handedOver');
  });
});

describe('co-handlers', () => {
  it('one that joins during the audit has to countersign too, or the lead says why not', () => {
    const { world, one } = handled('sole', [1, 'lead']);
    const on = { one, task: one.tasks[0] };
    for (const action of ['draftReply', 'askToAdd', 'recordConsultation', 'submitForAudit'])
      go(world, on, action);
    go(world, on, 'grantAdd', { units: [{ unitId: 2, role: 'coHandler' }] });
    go(world, on, 'passAudit');
    expect(refusalsOf(world, on, 'issueReply', 'unitLeader')).toEqual(['countersignsMissing']);
    go(world, on, 'explainMissing', { countersignMissing: one.tasks[1].id });
    go(world, on, 'issueReply');
  });

  it('are let go when the lead is released, however far they were', () => {
    const { world, one } = handled('joint', [1, 'lead'], [2, 'coHandler'], [3, 'coHandler']);
    const [first, second, third] = one.tasks;
    go(world, { one, task: second }, 'requestReturn');
    go(world, { one, task: first }, 'recall');
    expect([second.stage, third.stage, one.stage]).toEqual(['released', 'released', 'handedOver']);
  });

  it('a unit that is at work already is not added again', () => {
    const { world, one } = handled('joint', [1, 'lead'], [2, 'coHandler']);
    const on = { one, task: one.tasks[0] };
    go(world, on, 'askToAdd', { units: [{ unitId: 3, role: 'coHandler' }] });
    const again = { units: [{ unitId: 2, role: 'coHandler' }] };
    expect(refusalsOf(world, on, 'grantAdd', 'assigningOffice', again)).toEqual(['leadIsCo']);
  });
});

describe('two in one', () => {
  const merged = () => {
    const world = newWorld();
    expect(merge(world, 1)).toBe(true);
    const [principal, follower] = world.cases;
    return { world, principal, follower };
  };

  it('a principal is neither withdrawn nor merged while others follow it', () => {
    const { world, principal } = merged();
    go(world, { one: principal }, 'askWithdrawal');
    expect(refusalsOf(world, { one: principal }, 'consentToWithdrawal', 'director')).toEqual([
      'hasFollowers',
    ]);
    expect(refusalsOf(world, { one: principal }, 'proposeMerge', 'committee')).toContain('hasFollowers');
  });

  it('both first sponsors rate', () => {
    const { world, principal } = merged();
    lead(world, principal, 'replied', 1);
    expect(principal.clocks.filter(({ clock }) => clock === 'feedback').map((row) => row.subjectId)).toEqual([
      1, 2,
    ]);
  });

  it('is undone only before the principal was replied, also when it is handled again', () => {
    const { world, principal, follower } = merged();
    lead(world, principal, 'replied', 1);
    expect(refusalsOf(world, { one: follower }, 'unmerge', 'committee')).toEqual(['principalReplied']);
    go(world, { one: principal }, 'rate', { rater: 1 }, 0);
    go(world, { one: principal }, 'rehandle');
    expect(principal).toMatchObject({ stage: 'handedOver', round: 2 });
    expect(refusalsOf(world, { one: follower }, 'unmerge', 'committee')).toEqual(['principalReplied']);
  });
});

it('a withdrawn case leaves no unit at work', () => {
  const { world, one } = handled('joint', [1, 'lead'], [2, 'coHandler']);
  go(world, { one }, 'askWithdrawal');
  go(world, { one }, 'consentToWithdrawal');
  expect(one.tasks.map(({ stage }) => stage)).toEqual(['released', 'released']);
});

it('a 不满意 that comes after the director declined another round asks again', () => {
  const world = newWorld();
  merge(world, 1);
  const [one] = world.cases;
  lead(world, one, 'replied', 1);
  go(world, { one }, 'rate', { rater: 1 }, 0);
  go(world, { one }, 'declineRehandling');
  go(world, { one }, 'rate', { rater: 2 }, 0);
  expect(refusalsOf(world, { one }, 'conclude', 'committee')).toEqual(['rehandlingUndecided']);
  go(world, { one }, 'rehandle');
});
