import type { PublicationStage } from '../../lifecycle/facts';
import type { PublicationAction } from '../../lifecycle/publication';
import { audienceWords } from '../../lifecycle/words/terms';
import { dayTimeWords } from '../../platform/pages/day-words';
import type { NoticeSheet } from './notice-sheet';

export interface NoticeStep {
  readonly who: string;
  readonly what: string;
  readonly action?: PublicationAction;
}

const BY_STAGE: Record<PublicationStage, (notice: NoticeSheet) => NoticeStep | null> = {
  composing: ({ items, unready }) => ({
    who: audienceWords.committee,
    ...(items.length === 0
      ? { what: '选入要公示的提案', action: 'arrange' }
      : unready.length > 0
        ? { what: '补齐各条所缺，然后送审' }
        : { what: '各条都已齐备，送审', action: 'prepare' }),
  }),
  prepared: () => ({ who: `${audienceWords.office}（编制人以外的人）`, what: '审批', action: 'approve' }),
  approved: ({ scheduledFor }) =>
    scheduledFor
      ? { who: '系统', what: `到 ${dayTimeWords(scheduledFor)} 自动发布` }
      : { who: '编制人、审批人以外的第三人', what: '发布', action: 'issue' },
  issued: () => null,
  takenDown: () => null,
  discarded: () => null,
};

/** What a notice waits for, and who has to do it. */
export const nextStepOf = (notice: NoticeSheet): NoticeStep | null => BY_STAGE[notice.stage](notice);
