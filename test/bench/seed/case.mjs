import { CASES_PER_SESSION, OFFICES, SPONSORS, UNITS } from './people.mjs';
import { into } from './rows.mjs';

// Of twenty cases twelve are in handling.
const STAGES = [
  ...Array(12).fill('handling'),
  ...['submitted', 'filed', 'handedOver', 'replied', 'concluded', 'concluded', 'archived', 'archived'],
];
const ASSIGNED = ['handling', 'replied', 'concluded', 'archived'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const stageOf = (number) => STAGES[number % STAGES.length];

/** Inserts ordinary cases, each with text, sponsors, units, clocks and history. */
export function caseSeeder(db, history, { random, write, now }) {
  const tables = ['proposal', 'proposalText', 'sponsorship', 'assignment', 'deadline', 'deadlineEvent'];
  const insert = Object.fromEntries(tables.map((table) => [table, into(db, table)]));
  const calendarRevision = db.prepare('SELECT "revision" FROM "calendarHead"').pluck().get();
  return (number, given = {}) => {
    const at = new Date(now - (number % 300) * DAY - MINUTE).toISOString();
    const unitId = 1 + Math.floor(random() * UNITS);
    const proposal = { ...proposalOf(number, at, write), ...given };
    const id = insert.proposal(proposal);
    insert.proposalText({ ...textOf(proposal, write), proposalId: id });
    seedSponsors(insert, id, proposal, random);
    if (ASSIGNED.includes(proposal.stage)) seedAssignments(insert, id, proposal, unitId, random);
    seedHistory(history, id, proposal);
    seedClocks(insert, id, proposal, unitId, { now, calendarRevision });
    return { id, unitId, ...proposal };
  };
}

function proposalOf(number, at, { subject }) {
  const stage = stageOf(number);
  const caseNo = stage === 'submitted' ? null : 1 + (number % CASES_PER_SESSION);
  return {
    ...{ sessionId: 1 + Math.floor(number / CASES_PER_SESSION), stage, version: 4, round: 1 },
    ...{
      subject: subject(number),
      category: '城建',
      collective: false,
      leadSponsorId: 1 + (number % SPONSORS),
    },
    ...{ enteredOnBehalf: false, suggestedUnits: [1], publicityWish: 'open', textVersion: 1, isKey: false },
    ...{ receiptNo: 1 + (number % CASES_PER_SESSION), caseNo, origin: 'between', mode: 'sole' },
    officeId: ['submitted', 'filed'].includes(stage) ? null : 1 + (number % OFFICES),
    ...{ draftedAt: at, submittedAt: at, filedAt: caseNo && at, handedOverAt: at },
  };
}

const textOf = ({ subject, submittedAt: at }, { text }) => ({
  ...{ version: 1, kind: 'sponsor', subject, situation: text(270), analysis: text(250), at },
  recommendations: [text(80), text(80), text(80)],
});

function seedSponsors(insert, proposalId, { leadSponsorId, submittedAt: at }, random) {
  const many = 1 + Math.floor(random() * 3);
  for (let place = 1; place <= many; place += 1) {
    const sponsorId = 1 + ((leadSponsorId + place - 2) % SPONSORS);
    const signed = { signature: 'agreed', signedVersion: 1, answeredAt: at };
    insert.sponsorship({ proposalId, sponsorId, place, name: `委员${sponsorId}`, ...signed });
  }
}

function seedAssignments(insert, proposalId, { stage, handedOverAt: at }, unitId, random) {
  const own = { proposalId, version: 1, round: 1, assignedAt: at, acknowledgedAt: at };
  const [leads, helps] = stage === 'handling' ? ['accepted', 'accepted'] : ['issued', 'opinionGiven'];
  insert.assignment({ ...own, unitId, role: 'lead', stage: leads });
  if (random() < 0.3)
    insert.assignment({ ...own, unitId: 1 + (unitId % UNITS), role: 'coHandler', stage: helps });
}

function seedHistory(history, proposalId, { stage, submittedAt: at }) {
  const row = { at, kind: 'proposal', subjectId: proposalId, proposalId };
  history.append({ ...row, action: 'submit', stageFrom: 'draft', stageTo: 'submitted' });
  if (stage !== 'submitted')
    history.append({ ...row, action: 'file', stageFrom: 'submitted', stageTo: 'filed' });
  if (ASSIGNED.includes(stage))
    history.append({ ...row, action: 'assign', stageFrom: 'handedOver', stageTo: 'handling' });
}

const RUNNING = {
  submitted: ['examine', 'committee'],
  handling: ['reply', 'unitHandler'],
  concluded: ['archive', 'committee'],
};

/** A clock that is over for every case, and one that runs for most; a quarter of these are overdue. */
function seedClocks(insert, proposalId, { stage, submittedAt: at }, unitId, { now, calendarRevision }) {
  const day = (days) => new Date(now + days * DAY).toISOString().slice(0, 10);
  const clock = (kind, owerHat, state) => {
    const subject = { subjectKind: 'proposal', subjectId: proposalId, proposalId };
    const ower = { owerHat, owerScope: owerHat === 'unitHandler' ? unitId : null };
    const due = { startedOn: at.slice(0, 10), dueOn: day((proposalId % 80) - 20), length: { days: 80 } };
    const row = {
      clock: kind,
      state,
      ...subject,
      ...ower,
      ...due,
      provisional: false,
      late: false,
      calendarRevision,
    };
    insert.deadlineEvent({ deadlineId: insert.deadline(row), kind: 'start', onDay: row.startedOn, at });
  };
  clock('submit', 'sponsor', 'met');
  const running = RUNNING[stage];
  if (running) clock(...running, 'running');
}
