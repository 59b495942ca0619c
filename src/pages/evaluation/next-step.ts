import type { EvaluationStage } from '../../lifecycle/facts';
import type { EvaluationAction } from '../../lifecycle/evaluation';
import { audienceWords, hats } from '../../lifecycle/words/terms';
import { canDo, type MeetingSheet, usesPaper, votesElectronically } from './meeting-sheet';

/** What a meeting waits for, and who has to do it. */
export interface NextStep {
  readonly who: string;
  readonly what: string;
  readonly action?: EvaluationAction;
}

const COMMITTEE = audienceWords.committee;
const TELLERS = hats.teller;

const BY_STAGE: Record<EvaluationStage, (sheet: MeetingSheet) => NextStep | null> = {
  planned: beforeOpening,
  opened: (sheet) => (sheet.shut ? whileCounting(sheet) : whileVoting(sheet)),
  closed: (sheet) => afterClosing(canDo(sheet, 'voidRound') || sheet.collected > sheet.issued),
  announced: () => null,
  cancelled: () => null,
};

export const nextStep = (sheet: MeetingSheet): NextStep | null => BY_STAGE[sheet.stage](sheet);

function beforeOpening(sheet: MeetingSheet): NextStep {
  const { items, locks, present, neededToOpen } = sheet;
  if (items.length === 0) return { who: COMMITTEE, what: '列出评议的议程', action: 'changeAgenda' };
  if (votesElectronically(sheet) && locks.length < 2)
    return { who: TELLERS, what: `给票箱上锁（已上 ${locks.length} 把，须两把）`, action: 'lockBox' };
  if (present < neededToOpen)
    return {
      who: COMMITTEE,
      what: `登记到会（到会满 ${neededToOpen} 人方可开始，还差 ${neededToOpen - present} 人）`,
      action: 'markPresence',
    };
  return { who: COMMITTEE, what: '到会人数已够，可以开始投票', action: 'open' };
}

function whileVoting(sheet: MeetingSheet): NextStep {
  const { present, receipts, papers } = sheet;
  const waiting = Math.max(0, present - receipts - papers);
  if (waiting > 0)
    return {
      who: hats.standingCommittee,
      what: `投票（到会的还有 ${waiting} 人未投票、未领票）`,
      action: 'vote',
    };
  return usesPaper(sheet) && papers > 0
    ? { who: TELLERS, what: '停止投票，清点纸质选票', action: 'shutBox' }
    : { who: TELLERS, what: '全部投完，可以开箱计票', action: 'close' };
}

function whileCounting({ items, paperCounts, papers }: MeetingSheet): NextStep {
  const agreed = paperCounts.filter((count) => count.agreed).length;
  return papers > 0 && agreed < items.length
    ? {
        who: TELLERS,
        what: `两人分别录入纸质计票（${items.length} 项中已有 ${agreed} 项一致）`,
        action: 'enterCount',
      }
    : { who: TELLERS, what: '两人同到，输入口令开箱计票', action: 'close' };
}

const afterClosing = (isVoid: boolean): NextStep =>
  isVoid
    ? { who: `${TELLERS}、${COMMITTEE}`, what: '收回多于发出，本轮作废重投', action: 'voidRound' }
    : { who: COMMITTEE, what: '当场宣布结果', action: 'announce' };
