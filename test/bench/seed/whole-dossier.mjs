import { range } from './people.mjs';
import { into } from './rows.mjs';

const HISTORY_ROWS = 200;
const DAY = '2026-06-01';
const AT = '2026-06-01T02:00:00.000Z';
const SPONSORED = [1, 2, 3, 4, 5, 6];

/** A key case that has been through everything: units, meetings, figures, files, forms, consents, a long history. */
export function wholeDossier(db, history, seedCase, { write }, number) {
  const stage = { stage: 'concluded', isKey: true, keyLeader: '领办领导', mode: 'joint' };
  const { id } = seedCase(number, {
    ...stage,
    repliedAt: AT,
    concludedAt: AT,
    jointSubject: write.subject(number),
  });
  for (const at of [1, 2]) seedCase(number + at, { stage: 'merged', principalId: id });
  const add = (table, row) => into(db, table)({ proposalId: id, round: 1, ...row });
  const [lead, ...others] = assignments(db, id);
  seedReplies(add, lead, others, write);
  seedCasework(add, lead, write);
  seedPublicity(add, write);
  for (const at of range(HISTORY_ROWS))
    history.append({
      ...{
        at: AT,
        kind: 'proposal',
        subjectId: id,
        proposalId: id,
        action: at % 2 ? 'urge' : 'designateKey',
      },
      ...{
        stageFrom: 'handling',
        stageTo: 'handling',
        change: JSON.stringify({ note: write.text(60), number: at }),
      },
    });
  return id;
}

/** The lead it has, and two co-handlers. */
function assignments(db, proposalId) {
  db.prepare(`DELETE FROM "assignment" WHERE "proposalId" = ? AND "role" = 'coHandler'`).run(proposalId);
  const own = { proposalId, role: 'coHandler', stage: 'opinionGiven', version: 2, round: 1, assignedAt: AT };
  for (const unitId of [97, 98]) into(db, 'assignment')({ ...own, unitId, acknowledgedAt: AT });
  const rows = db
    .prepare('SELECT "id" FROM "assignment" WHERE "proposalId" = ? ORDER BY "id"')
    .all(proposalId);
  return rows.map((row) => row.id);
}

function seedReplies(add, assignmentId, others, { text }) {
  const contact = { contactPerson: '联系人', contactPhone: '0576-00000000', publicity: 'full' };
  const issued = {
    docNo: '〔2026〕1号',
    signer: '签发人',
    principalLeaderSigned: true,
    draftedAt: AT,
    issuedAt: AT,
  };
  const promises = [{ text: text(40), dueOn: '2026-12-01' }];
  const reply = {
    assignmentId,
    body: text(1500),
    class: 'B',
    firstClass: 'B',
    promises,
    ...contact,
    ...issued,
  };
  const replyId = add('reply', reply);
  add('promise', {
    assignmentId,
    replyId,
    text: promises[0].text,
    dueOn: '2026-12-01',
    firstDueOn: '2026-12-01',
  });
  for (const id of others) {
    add('coOpinion', {
      assignmentId: id,
      docNo: '会办〔2026〕1号',
      body: text(400),
      signer: '签发人',
      givenAt: AT,
    });
    add('countersignature', { assignmentId, coAssignmentId: id, state: 'signed', at: AT });
  }
}

function seedCasework(add, assignmentId, { text }) {
  const own = { assignmentId, recordedAt: AT, reportedAt: AT, reportedOn: DAY, heldOn: DAY };
  for (const at of range(3)) {
    add('consultation', {
      ...own,
      mode: 'meeting',
      people: '提案者与承办单位',
      outcome: text(120),
      declined: false,
    });
    const reportId = add('progressReport', { ...own, text: text(200) });
    for (const part of range(3))
      add('progressFigure', {
        reportId,
        indicator: `指标${part}`,
        value: at * 10,
        unit: '个',
        period: '上半年',
        target: 100,
      });
    add('supervision', { ...own, leader: '领办领导', note: text(100) });
  }
  add('unitRequest', { assignmentId, kind: 'extension', reason: text(60), askedAt: AT, decision: 'granted' });
  for (const at of range(5)) {
    const owner = {
      ownerKind: 'proposal',
      ownerId: 1,
      name: `附件${at}.pdf`,
      mime: 'application/pdf',
      size: 100_000,
    };
    add('attachment', { ...owner, hash: String(at).repeat(64), addedAt: AT });
  }
}

function seedPublicity(add, { text }) {
  const rated = {
    attitude: 'satisfied',
    result: 'satisfied',
    met: true,
    answersPoints: true,
    onBehalf: false,
  };
  for (const sponsorId of SPONSORED)
    add('feedbackForm', { sponsorId, ...rated, text: text(80), enteredAt: AT });
  add('dossier', { version: 1, summary: text(300), extent: 'full', summarisedAt: AT, checkedAt: AT });
  for (const party of ['sponsor', 'unit', 'committee'])
    add('publicationConsent', { party, partyId: 1, answer: 'agreed', onBehalf: false, at: AT });
}
