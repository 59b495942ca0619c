import { clocks, clockOf, CLOCK_NAMES } from '../../src/lifecycle/clocks';
import { AUDIENCES } from '../../src/lifecycle/people';
import { machineOf, type AnyMachine } from '../../src/lifecycle/rulebook';
import { isFinal, isSystems, leaves, machines, named, rowsOf, sourcesOf } from './tables';

/** The only rows that lead out of an end: un-merging, and taking an issued notice down. */
const OUT_OF_AN_END = ['proposal.unmerge', 'publication.takeDown'];

/** What may still be done where nothing moves any more. */
const AT_AN_END = [
  'proposal.archived.checkPersonalData',
  'proposal.archived.consentToPublication',
  'proposal.archived.decidePersonalData',
  'proposal.archived.releaseAttachment',
  'proposal.archived.reviewSecrecy',
  'proposal.archived.withdrawAttachment',
  'proposal.archived.summarise',
  'proposal.archived.openSecondRating',
  'proposal.archived.rateAgain',
  'proposal.archived.dissatisfiedAgain',
  'proposal.archived.closeSecondRating',
  'proposal.archived.recount',
  'assignment.issued.keepPromise',
  'assignment.issued.attachEvidence',
  'assignment.issued.confirmEvidence',
  'assignment.issued.rejectEvidence',
  'assignment.issued.askCarryOver',
  'assignment.issued.grantCarryOver',
  'assignment.issued.refuseCarryOver',
  'assignment.issued.showPromise',
  'assignment.issued.hidePromise',
  'assignment.issued.askFollowUp',
  'assignment.issued.answerFollowUp',
  'assignment.issued.endFollowUp',
  'assignment.issued.reportProgress',
  'assignment.opinionGiven.countersign',
  'assignment.opinionGiven.reportProgress',
  'publication.issued.correct',
];

/**
 * What the system does as part of another deed: a unit is assigned or added, a result is announced, days off change;
 * or on a day of its own: sponsors are asked again.
 */
const PART_OF_ANOTHER_DEED = [
  'assignment.begin',
  'proposal.dissatisfiedAgain',
  'proposal.evaluated',
  'proposal.joined',
  'proposal.openSecondRating',
  'proposal.parted',
  'proposal.recount',
  'proposal.urgingGranted',
  'publication.dropSchedule',
  'publication.recount',
];

const SIDES = ['sponsors', 'committee', 'assigningOffice', 'units'];

/** Audiences that mean something for each table. */
const AUDIENCES_OF: Record<string, readonly string[]> = {
  proposal: [
    'sponsors',
    'leadSponsor',
    'asked',
    'urger',
    'committee',
    'director',
    'assigningOffice',
    'units',
    'owers',
  ],
  assignment: ['sponsors', 'committee', 'assigningOffice', 'unit', 'units', 'leadUnits'],
  evaluation: ['committee', 'voters', 'tellers'],
  publication: ['committee', 'office', 'owers'],
};

function reachable(machine: AnyMachine): Set<string> {
  const found = new Set(
    rowsOf(machine).flatMap(([, rule]) => (rule.from === 'nothing' ? [rule.to ?? ''] : [])),
  );
  for (const stage of found) {
    for (const [, rule] of rowsOf(machine))
      if (rule.to && sourcesOf(rule).includes(stage)) found.add(rule.to);
  }
  return found;
}

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  'the table of %s',
  (_, machine) => {
    const rows = rowsOf(machine);

    it('reaches every stage from the beginning', () => {
      expect([...reachable(machine)].sort()).toEqual([...machine.stages].sort());
    });

    it('names only stages it declares', () => {
      const used = rows.flatMap(([, rule]) => [...sourcesOf(rule), ...(rule.to ? [rule.to] : [])]);
      expect(used.filter((stage) => !machine.stages.includes(stage))).toEqual([]);
      expect(machine.finals.filter((stage) => !machine.stages.includes(stage))).toEqual([]);
    });

    it('has a way out of every stage that is no end', () => {
      const open = machine.stages.filter((stage) => !isFinal(machine, stage));
      const stuck = open.filter(
        (stage) => !rows.some(([, rule]) => sourcesOf(rule).includes(stage) && leaves(rule, stage)),
      );
      expect(stuck).toEqual([]);
    });

    it('leads from every stage to an end', () => {
      const ending = new Set(machine.finals);
      const leadsOn = (stage: string) =>
        rows.some(([, rule]) => rule.to && ending.has(rule.to) && sourcesOf(rule).includes(stage));
      for (let size = 0; size < ending.size;) {
        size = ending.size;
        machine.stages.filter(leadsOn).forEach((stage) => ending.add(stage));
      }
      expect([...ending].sort()).toEqual([...machine.stages].sort());
    });

    it('has no row without somebody who may use it, and no row that can never be used', () => {
      const dead = rows.filter(
        ([, rule]) => rule.by.length === 0 || (rule.from !== 'nothing' && rule.from.length === 0),
      );
      expect(dead).toEqual([]);
    });

    it('tells only audiences that it has, and shows entries to sides that exist', () => {
      for (const [action, rule] of rows) {
        const strangers = (rule.tells ?? []).filter((told) => !AUDIENCES_OF[machine.name].includes(told));
        expect([action, strangers]).toEqual([action, []]);
        expect([action, (rule.seenBy ?? []).filter((side) => !SIDES.includes(side))]).toEqual([action, []]);
        expect([action, new Set(rule.tells).size]).toEqual([action, (rule.tells ?? []).length]);
      }
    });

    it('lets what the row itself tells somebody be seen by them', () => {
      const side: Record<string, string> = {
        leadSponsor: 'sponsors',
        asked: 'sponsors',
        urger: 'sponsors',
        director: 'committee',
      };
      Object.assign(side, { unit: 'units', leadUnits: 'units' });
      for (const [action, { tells = [], seenBy }] of rows) {
        const kept = tells.filter((told) => seenBy && !seenBy.includes((side[told] ?? told) as never));
        expect([action, kept]).toEqual([action, []]);
      }
    });
  },
);

describe('the ends', () => {
  it('are left by the rows named here alone', () => {
    const out = machines.flatMap((machine) =>
      rowsOf(machine)
        .filter(([, rule]) => sourcesOf(rule).some((stage) => isFinal(machine, stage) && leaves(rule, stage)))
        .map(([action]) => named(machine, action)),
    );
    expect(out).toEqual(OUT_OF_AN_END);
  });

  it('allow only the work named here', () => {
    const work = machines.flatMap((machine) =>
      machine.finals.flatMap((stage) =>
        rowsOf(machine)
          .filter(([, rule]) => sourcesOf(rule).includes(stage) && !leaves(rule, stage))
          .map(([action]) => `${machine.name}.${stage}.${action}`),
      ),
    );
    expect(work.sort()).toEqual([...AT_AN_END].sort());
  });
});

describe('what the system does by itself', () => {
  const systems = machines.flatMap((machine) =>
    rowsOf(machine)
      .filter(([, rule]) => isSystems(rule))
      .map(([action]) => named(machine, action)),
  );
  /** An assignment's `then` speaks of its proposal, a proposal's of its assignments. */
  const consequences = machines.flatMap((machine) =>
    rowsOf(machine).flatMap(([, rule]) =>
      (rule.then ?? []).map(
        (action) => `${machine.name === 'assignment' ? 'proposal' : 'assignment'}.${action}`,
      ),
    ),
  );
  const lapses = CLOCK_NAMES.flatMap((name) => {
    const { lapses: lapse } = clockOf(name);
    return lapse ? [`${lapse.machine}.${lapse.action}`] : [];
  });

  it('is named by `then` only where it is the system’s to do', () => {
    expect(consequences.filter((action) => !systems.includes(action))).toEqual([]);
  });

  it('is named by a lapsing clock only where it is the system’s to do, and ends that clock', () => {
    expect(lapses.filter((action) => !systems.includes(action))).toEqual([]);
    for (const name of CLOCK_NAMES) {
      const { lapses: lapse } = clockOf(name);
      if (lapse) expect(machineOf(lapse.machine).actions[lapse.action].stops).toContain(name);
    }
  });

  it('is never a row that nothing sets off', () => {
    const caused = new Set([...consequences, ...lapses, ...PART_OF_ANOTHER_DEED]);
    expect(systems.filter((action) => !caused.has(action))).toEqual([]);
  });

  it('follows only deeds on a proposal or an assignment', () => {
    for (const machine of [machineOf('evaluation'), machineOf('publication')]) {
      expect(rowsOf(machine).filter(([, rule]) => rule.then)).toEqual([]);
    }
  });

  it('lets the units go whenever a case leaves their hands unanswered', () => {
    const rows = rowsOf(machineOf('proposal')).filter(
      ([, rule]) =>
        sourcesOf(rule).some((stage) => ['handling', 'replied'].includes(stage)) &&
        rule.to &&
        rule.to !== 'replied',
    );
    expect(rows.map(([action]) => action)).toEqual([
      'consentToWithdrawal',
      'reroute',
      'rehandle',
      'conclude',
    ]);
    for (const [, rule] of rows) expect(rule.then).toContain('letGo');
  });
});

it('knows every audience it declares from some table', () => {
  const told = new Set(
    machines.flatMap((machine) => rowsOf(machine).flatMap(([, rule]) => [...(rule.tells ?? [])])),
  );
  // Told of the calendar, which no table moves.
  told.add('administrator');
  expect(AUDIENCES.filter((audience) => !told.has(audience))).toEqual([]);
  expect(Object.keys(clocks)).toEqual(CLOCK_NAMES);
});
