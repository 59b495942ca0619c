import * as followUpNeeds from '../../src/lifecycle/follow-up-needs';
import * as meetingNeeds from '../../src/lifecycle/meeting-needs';
import * as urgingNeeds from '../../src/lifecycle/urging-needs';
import * as needs from '../../src/lifecycle/needs';
import { CLOCK_NAMES } from '../../src/lifecycle/clocks';
import * as facts from '../../src/lifecycle/facts';
import { AUDIENCES, HATS } from '../../src/lifecycle/people';
import { MACHINES } from '../../src/lifecycle/rule';
import * as actions from '../../src/lifecycle/words/actions';
import { isRefusalCode, refusals } from '../../src/lifecycle/words/refusals';
import * as stages from '../../src/lifecycle/words/stages';
import * as terms from '../../src/lifecycle/words/terms';
import { machines, rowsOf } from './tables';

/** Every list of the rulebook with the words for it. */
const CATALOGUES: [string, readonly string[], Record<string, string>][] = [
  ['machines', MACHINES, stages.machines],
  ['stages of a proposal', facts.PROPOSAL_STAGES, stages.proposalStages],
  ['stages of an assignment', facts.ASSIGNMENT_STAGES, stages.assignmentStages],
  ['stages of an evaluation', facts.EVALUATION_STAGES, stages.evaluationStages],
  ['stages of a notice', facts.PUBLICATION_STAGES, stages.publicationStages],
  ['hats', HATS, terms.hats],
  ['clocks', CLOCK_NAMES, terms.clockWords],
  ['audiences', AUDIENCES, terms.audienceWords],
  ['modes', facts.MODES, terms.modes],
  ['roles of units', facts.ROLES_OF_UNITS, terms.unitRoles],
  ['outcomes', facts.OUTCOMES, terms.outcomes],
  ['ratings', facts.RATINGS, terms.ratings],
  ['signatures', facts.SIGNATURES, terms.signatures],
  ['classes', facts.CLASSES, terms.classWords],
  ['what an item lacks', facts.LACKS, terms.lackWords],
  ...machines.map((machine): [string, readonly string[], Record<string, string>] => [
    `actions of ${machine.name}`,
    Object.keys(machine.actions),
    actions[`${machine.name}Actions`],
  ]),
];

/** What `decide` says itself, before any need is asked. */
const OF_DECIDE = ['notYours', 'wrongStage', 'unknownAction'];

const usedNeeds = machines.flatMap((machine) =>
  rowsOf(machine).flatMap(([, rule]) => [...(rule.needs ?? [])]),
);

describe.each(CATALOGUES)('%s', (_, names, words) => {
  it('have Chinese words, each its own, and no word is left over', () => {
    expect(Object.keys(words).sort()).toEqual([...names].sort());
    for (const name of names) expect(words[name]).toMatch(/\p{Script=Han}/u);
    expect(new Set(Object.values(words)).size).toBe(names.length);
  });
});

describe('refusals', () => {
  it('are exactly what the rows can refuse with', () => {
    const codes = new Set([...usedNeeds.map(({ code }) => code), ...OF_DECIDE]);
    expect(Object.keys(refusals).sort()).toEqual([...codes].sort());
  });

  it('say in whole Chinese sentences why, each in its own', () => {
    for (const words of Object.values(refusals))
      expect(words).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*。$/u);
    expect(new Set(Object.values(refusals)).size).toBe(Object.keys(refusals).length);
  });

  it('know no code by inheritance', () => {
    for (const name of ['__proto__', 'constructor', 'toString', '']) expect(isRefusalCode(name)).toBe(false);
  });
});

it('every need is asked by some row', () => {
  const unused = Object.entries({ ...needs, ...followUpNeeds, ...meetingNeeds, ...urgingNeeds }).filter(
    ([, need]) => !(usedNeeds as unknown[]).includes(need),
  );
  expect(unused.map(([name]) => name)).toEqual([]);
});
