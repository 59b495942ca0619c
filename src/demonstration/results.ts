import { addDays } from '../lifecycle/days';
import type { Choice } from '../evaluation/ballot-paper';
import type { CaseWork } from './case-work';
import type { Running } from './fourteen';
import type { Schedule } from './schedule';

const SESSION = 1;
const HELD_ON = '2022-11-11';
const TELLERS = ['监票员甲', '监票员乙'];
const PHRASES = ['演示口令甲二零二二', '演示口令乙二零二二'];
const OFFICE = '政协办公室经办';
const OTHER_CLERK = '提案委经办乙';
const DATED_ON = '2022-11-18';

/** What the notice says of itself, as the real one did. */
const NOTICE = {
  title: '温岭市政协十五届一次会议重点提案办理落实情况公示',
  preface:
    '市政协常委会会议对十五届一次会议的14件重点提案进行了民主评议，评议结果全部为满意。现将各件的办理落实情况向社会公布，请大家监督，也请对提案办理和政协提案工作多提意见。',
  issuer: '温岭市政协办公室',
  contactAddress: '温岭市行政中心11楼市政协提案委',
  contactPhone: '0576-86111970',
  datedOn: DATED_ON,
};

/** Evaluation by the Standing Committee, publication in one notice, follow-up of promises, archive. */
export function scheduleResults(schedule: Schedule, work: CaseWork, cases: Running[]): void {
  scheduleEvaluation(schedule, work, cases);
  cases.forEach((running) => scheduleDossier(schedule, work, running));
  scheduleNotice(schedule, work, cases);
  cases.forEach((running) => scheduleArchive(schedule, work, running));
}

function scheduleEvaluation(schedule: Schedule, work: CaseWork, cases: Running[]): void {
  const { evaluations, presence, counting, voting } = work.hands;
  let id = 0;
  schedule.on('2022-10-10 09:00', async () => {
    const plan = { sessionId: SESSION, title: '市政协常委会会议重点提案民主评议', heldOn: HELD_ON };
    id = (await evaluations.plan(work.clerk(), plan)).id;
  });
  schedule.on('2022-10-12 09:00', () =>
    evaluations.changeAgenda(work.clerk(), id, { proposalIds: cases.map(({ ids }) => ids[0]) }),
  );
  TELLERS.forEach((teller, at) => {
    schedule.on(`${HELD_ON} 09:0${at}`, () =>
      counting.lockBox(work.cast.actor(teller), id, { phrase: PHRASES[at] }),
    );
  });
  const present = work.cast.voters.slice(0, -2);
  schedule.on(`${HELD_ON} 09:10`, () =>
    presence.mark(work.clerk(), id, { present: present.map((voter) => voter.memberId) }),
  );
  schedule.on(`${HELD_ON} 09:20`, () => voting.open(work.clerk(), id, {}));
  present.forEach(({ name }, voter) => {
    schedule.on(`${HELD_ON} 09:30`, async () => {
      const choices = (await itemsOf(work, id)).map((itemId, item) => ({
        itemId,
        choice: choiceOf(voter, item),
      }));
      await voting.vote(work.cast.actor(name), id, { choices });
    });
  });
  schedule.on(`${HELD_ON} 09:50`, () => {
    const phrases = TELLERS.map((teller, at) => ({
      accountId: work.cast.actor(teller).accountId ?? 0,
      phrase: PHRASES[at],
    }));
    return counting.close(work.cast.actor(TELLERS[0]), id, { phrases });
  });
  schedule.on(`${HELD_ON} 10:00`, () => evaluations.announce(work.clerk(), id, {}));
}

/** Most are satisfied, a few basically, now and then somebody abstains. */
function choiceOf(voter: number, item: number): Choice {
  if ((voter * 5 + item * 3) % 37 === 0) return 'abstained';
  return (voter + item * 2) % 9 === 0 ? 'basicallySatisfied' : 'satisfied';
}

async function itemsOf(work: CaseWork, evaluationId: number): Promise<number[]> {
  const sql = 'SELECT "id" FROM "evaluationItem" WHERE "evaluationId" = ? ORDER BY "place"';
  return (await work.hands.database.rows<{ id: number }>(sql, [evaluationId])).map((row) => row.id);
}

function scheduleDossier(schedule: Schedule, work: CaseWork, { material, number, ids }: Running): void {
  const { dossiers, checks } = work.hands;
  const minute = String(number).padStart(2, '0');
  const { summary, versions, leadUnit } = material;
  schedule.on(`2022-10-24 10:${minute}`, () =>
    dossiers.summarise(work.clerk(), ids[0], { summary, extent: 'summary' }),
  );
  for (const sponsor of new Set(versions.map((version) => version.sponsor))) {
    const answer = { answer: 'agreed' as const, sponsorId: work.cast.sponsorId(sponsor) };
    schedule.on(`2022-10-26 10:${minute}`, () =>
      dossiers.consent(work.cast.sponsor(sponsor), ids[0], answer),
    );
  }
  schedule.on(`2022-10-27 10:${minute}`, () =>
    dossiers.consent(work.cast.leader(leadUnit), ids[0], { answer: 'agreed' }),
  );
  schedule.on(`2022-10-31 10:${minute}`, () => dossiers.consent(work.clerk(), ids[0], { answer: 'agreed' }));
  schedule.on(`2022-10-31 11:${minute}`, () => checks.checkPersonalData(work.clerk(), ids[0], {}));
  const reviewed = { result: 'open', reviewedOn: '2022-10-31', note: '不涉及国家秘密和工作秘密。' } as const;
  schedule.on(`2022-10-31 12:${minute}`, () => dossiers.reviewSecrecy(work.clerk(), ids[0], reviewed));
}

function scheduleNotice(schedule: Schedule, work: CaseWork, cases: Running[]): void {
  const { notices } = work.hands;
  let id = 0;
  schedule.on('2022-11-14 09:00', async () => {
    id = (await notices.compose(work.clerk(), NOTICE)).id;
  });
  schedule.on('2022-11-14 09:30', () => {
    const items = cases.map(({ ids, material }) => ({ proposalId: ids[0], tag: material.tag }));
    return notices.arrange(work.clerk(), id, { ...NOTICE, items });
  });
  schedule.on('2022-11-15 09:00', () => notices.prepare(work.clerk(), id, {}));
  schedule.on('2022-11-16 09:00', () => notices.approve(work.cast.actor(OFFICE), id, {}));
  schedule.on(`${DATED_ON} 09:00`, () => notices.issue(work.cast.actor(OTHER_CLERK), id, {}));
}

/** Archived when the notice is out and what was promised is done. */
function scheduleArchive(schedule: Schedule, work: CaseWork, { material, number, ids }: Running): void {
  const lastPromise =
    material.promises
      .map((promise) => promise.due)
      .sort()
      .at(-1) ?? '';
  const day = addDays(lastPromise > DATED_ON ? lastPromise : DATED_ON, 3);
  schedule.on(`${day} 10:${String(number).padStart(2, '0')}`, () =>
    work.hands.rounds.archive(work.clerk(), ids[0], {}),
  );
}
