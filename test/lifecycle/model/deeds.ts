import type { AssignmentAction } from '../../../src/lifecycle/assignment';
import type { ClockName } from '../../../src/lifecycle/clocks';
import { OUTCOMES } from '../../../src/lifecycle/facts';
import type { Actor } from '../../../src/lifecycle/people';
import type { ProposalAction } from '../../../src/lifecycle/proposal';
import type { Intent } from '../../../src/lifecycle/rule';
import { type Case, coTasksOf, followersOf, SPONSORS, type Task, type World } from './world';

/** What a service does inside the door, with what chance decides for it. */
export interface Act {
  readonly world: World;
  readonly one: Case;
  readonly actor: Actor;
  readonly intent: Intent;
  readonly dice: number;
  /** Starts one row of a clock the rule starts or may start. */
  readonly start: (clock: ClockName, subjectId: number) => void;
  /** Narrows a clock the rule stops to these rows. */
  readonly settle: (clock: ClockName, ...subjectIds: number[]) => void;
  /** Begins an assignment. */
  readonly begin: (unitId: number, role: string) => void;
}

const sign = (
  { one }: Act,
  sponsorId: number,
  signature: 'invited' | 'agreed' | 'declined' | 'lapsed',
): void => {
  const others = one.sponsors.filter((sponsor) => sponsor.sponsorId !== sponsorId);
  one.sponsors = [...others, { sponsorId, signature }];
};

const invite = (act: Act, sponsorId: number): void => {
  sign(act, sponsorId, 'invited');
  act.start('cosign', sponsorId);
};

const answerInvitation = (signature: 'agreed' | 'declined') => (act: Act) => {
  const sponsorId = act.intent.asked ?? 0;
  sign(act, sponsorId, signature);
  act.settle('cosign', sponsorId);
};

const beginEach = ({ intent, begin }: Act): void => {
  intent.units?.forEach(({ unitId, role }) => begin(unitId, role));
};

const nextRound = ({ one }: Act): void => {
  const judged = { rehandlingDeclined: false, evaluation: null, secondRatingOpened: false };
  const fresh = { ...judged, forms: [], summarised: false };
  Object.assign(one, { round: one.round + 1, ...fresh });
};

const ratersOf = ({ world, one }: Act): number[] =>
  [one, ...followersOf(world, one)].flatMap(({ leadSponsorId }) => leadSponsorId ?? []);

/** What the committee or the director owes once somebody more has answered, or can no longer. */
const askForNext = (act: Act, ...settled: number[]): void => {
  const { forms, rehandlingDeclined, clocks } = act.one;
  const waiting = clocks.some((each) => each.clock === 'feedback' && !settled.includes(each.subjectId));
  if (forms.some((form) => form.dissatisfied) && !rehandlingDeclined)
    act.start('confirmRehandling', act.one.id);
  else if (!waiting) act.start('conclude', act.one.id);
};

export const proposalDeeds: Partial<Record<ProposalAction, (act: Act) => void>> = {
  edit: (act) => {
    act.one.missing = act.dice >= 90 ? ['analysis'] : [];
    const signed = act.one.sponsors.filter(({ signature }) => signature === 'agreed');
    signed
      .filter(({ sponsorId }) => sponsorId !== act.one.leadSponsorId)
      .forEach((s) => invite(act, s.sponsorId));
  },
  signAsConvener: ({ one }) => void (one.convenerSigned = true),
  inviteCosigners: (act) => {
    const already = act.one.sponsors.some((s) => s.sponsorId === SPONSORS[2] && s.signature === 'invited');
    if (!already) invite(act, SPONSORS[2]);
  },
  cosign: answerInvitation('agreed'),
  declineCosign: answerInvitation('declined'),
  lapseCosign: (act) => {
    const over = act.one.clocks.filter(({ clock, overdue }) => clock === 'cosign' && overdue);
    over.forEach(({ subjectId }) => sign(act, subjectId, 'lapsed'));
    act.settle('cosign', ...over.map(({ subjectId }) => subjectId));
  },
  submit: (act) => {
    act.one.sponsors
      .filter((s) => s.signature === 'invited')
      .forEach((s) => sign(act, s.sponsorId, 'lapsed'));
  },
  recommend: ({ one, actor, dice }) => {
    const outcome = dice % 2 === 0 ? 'file' : OUTCOMES[dice % OUTCOMES.length];
    one.recommendation = { outcome, by: actor.accountId };
  },
  reexamine: ({ one }) => void (one.recommendation = null),
  returnForRevision: ({ one }) => void (one.recommendation = null),
  file: ({ one }) => void (one.recommendation = null),
  correct: ({ one }) => void (one.corrected = true),
  objectToCorrection: ({ one }) => void (one.corrected = false),
  designateKey: ({ one }) => void (one.key = true),
  undesignateKey: ({ one }) => void (one.key = false),
  proposeMerge: ({ world, one, start }) => {
    const [principal] = world.cases.filter((other) => other !== one);
    const asked = [one, principal].flatMap(({ leadSponsorId }) => leadSponsorId ?? []);
    one.merge = {
      principalId: principal.id,
      answers: asked.map((sponsorId) => ({ sponsorId, answer: null })),
    };
    asked.forEach((sponsorId) => start('mergeConsent', sponsorId));
  },
  answerMerge: ({ one, intent, dice, settle }) => {
    const asked = one.merge?.answers.find(({ sponsorId }) => sponsorId === intent.asked);
    if (!asked) throw new Error('answered by nobody who was asked');
    asked.answer = dice % 4 === 0 ? 'objected' : 'agreed';
    settle('mergeConsent', asked.sponsorId);
  },
  dropMerge: ({ one }) => void (one.merge = null),
  unmerge: ({ one }) => void (one.merge = null),
  askWithdrawal: ({ one }) => void (one.withdrawalAsked = true),
  refuseWithdrawal: ({ one }) => void (one.withdrawalAsked = false),
  assign: beginEach,
  assignMore: beginEach,
  completeReplies: (act) => {
    act.one.withdrawalAsked = false;
    ratersOf(act).forEach((sponsorId) => act.start('feedback', sponsorId));
  },
  summarise: ({ one }) => void (one.summarised = true),
  rate: (act) => {
    const { one, intent, dice } = act;
    const form = { sponsorId: intent.rater ?? 0, dissatisfied: dice % 3 === 0 };
    one.forms = [...one.forms.filter(({ sponsorId }) => sponsorId !== form.sponsorId), form];
    // A new 不满意 is a new question to the director.
    if (form.dissatisfied) one.rehandlingDeclined = false;
    act.settle('feedback', form.sponsorId);
    askForNext(act, form.sponsorId);
  },
  closeFeedback: (act) => {
    const over = act.one.clocks.filter(({ clock, overdue }) => clock === 'feedback' && overdue);
    const settled = over.map(({ subjectId }) => subjectId);
    act.settle('feedback', ...settled);
    if (!act.one.clocks.some(({ clock }) => clock === 'conclude' || clock === 'confirmRehandling'))
      askForNext(act, ...settled);
  },
  declineRehandling: (act) => {
    act.one.rehandlingDeclined = true;
    askForNext(act);
  },
  rehandle: nextRound,
  rehandleAfterEvaluation: nextRound,
  openSecondRating: (act) => {
    act.one.secondRatingOpened = true;
    ratersOf(act).forEach((sponsorId) => act.start('secondFeedback', sponsorId));
  },
  rateAgain: ({ intent, settle }) => settle('secondFeedback', intent.rater ?? 0),
  evaluated: ({ one, dice }) => void (one.evaluation = { passed: dice % 3 > 0 }),
};

type OnTask = (act: Act, task: Task) => void;

const settleRequest: OnTask = (_, task) => void (task.openRequest = null);
const endCarryOver: OnTask = (_, task) => void Object.assign(task.promise ?? {}, { carryOver: null });
/** Countersignatures were for the old text. */
const reopen: OnTask = (_, task) => void Object.assign(task, { audited: false, signatures: new Map() });

export const assignmentDeeds: Partial<Record<AssignmentAction, OnTask>> = {
  begin: ({ start }, { id, role, round }) => {
    start(role === 'coHandler' ? 'coOpinion' : round === 1 ? 'reply' : 'replyRound2', id);
    if (role === 'lead') start('firstContact', id);
  },
  requestReturn: (_, task) => void (task.openRequest = 'return'),
  grantReturn: ({ one }) => void (one.returnsGranted += 1),
  refuseReturn: settleRequest,
  askToAdd: (_, task) => void (task.openRequest = 'add'),
  grantAdd: ({ intent, begin }, task) => {
    task.openRequest = null;
    intent.units?.forEach(({ unitId, role }) => begin(unitId, role));
  },
  refuseAdd: settleRequest,
  askExtension: (_, task) => void (task.openRequest = 'extension'),
  grantExtension: settleRequest,
  refuseExtension: settleRequest,
  recordConsultation: (_, task) => void (task.contacted = true),
  draftReply: (_, task) => void (task.drafted = true),
  askCountersign: ({ one, start }, task) => {
    for (const { id } of coTasksOf(one, task.round)) {
      task.signatures.set(id, 'asked');
      start('countersign', id);
    }
  },
  countersign: ({ one }, { id }) => {
    for (const lead of one.tasks) if (lead.signatures.get(id) === 'asked') lead.signatures.set(id, 'signed');
  },
  explainMissing: ({ intent, settle }, task) => {
    task.signatures.set(intent.countersignMissing ?? 0, 'missing');
    settle('countersign', intent.countersignMissing ?? 0);
  },
  reviseDraft: reopen,
  sendBack: reopen,
  passAudit: (_, task) => void (task.audited = true),
  issueReply: ({ world, dice, start }, task) => {
    if (dice % 3 > 0) return;
    task.promises = 1;
    const id = (world.lastId += 1);
    task.promise = { id, confirmed: false, reportedBy: null, carryOver: null };
    start('promise', id);
  },
  keepPromise: ({ actor }, task) => {
    task.promises = 0;
    Object.assign(task.promise ?? {}, { reportedBy: actor.accountId, carryOver: null });
  },
  confirmEvidence: (_, task) => void Object.assign(task.promise ?? {}, { confirmed: true }),
  rejectEvidence: ({ start }, task) => {
    task.promises = 1;
    start('promise', task.promise?.id ?? 0);
  },
  askCarryOver: ({ actor, start }, task) => {
    Object.assign(task.promise ?? {}, { carryOver: actor.accountId });
    start('decideCarryOver', task.promise?.id ?? 0);
  },
  grantCarryOver: endCarryOver,
  refuseCarryOver: endCarryOver,
  askFollowUp: ({ world, one, start }, task) => {
    const isAsked = one.clocks.some(({ clock, of }) => clock === 'followUp' && of === task.id);
    if (!isAsked) start('followUp', (world.lastId += 1));
  },
};
