import { ratings } from '../../../lifecycle/words/terms';
import { Table } from '../../../platform/pages/table';
import { chineseNumber } from '../../../proposals/citation';
import { modeWord } from './mode-word';
import type { Dossier } from '../../deeds/deed-subject';
import { sponsorNameOf } from '../bodies';
import type { Beside } from '../case-beside.service';

type Form = Dossier['feedback'][number];

/** The ratings this reader may see: until the round is closed, the committee's all and a sponsor's own. */
export function feedbackSection(dossier: Dossier, { family }: Beside) {
  const { feedback, stage, clocks } = dossier;
  const waited = clocks.filter(({ clock }) => clock === 'feedback');
  if (feedback.length === 0) return stage === 'replied' ? <Waiting count={waited.length} /> : null;
  return (
    <>
      <Table
        caption="提案者的反馈"
        columns={[
          { key: 'round', label: '轮次', cell: ({ round }: Form) => `第${chineseNumber(round)}轮` },
          {
            ...{ key: 'sponsor', label: '提案者' },
            cell: ({ sponsorId, onBehalf }: Form) =>
              `${sponsorNameOf(dossier, family?.sponsors ?? [], sponsorId)}${onBehalf ? '（工作人员代录）' : ''}`,
          },
          { key: 'attitude', label: '办理态度', cell: ({ attitude }: Form) => ratings[attitude] },
          { key: 'result', label: '办理结果', cell: ({ result }: Form) => ratings[result] },
          {
            ...{ key: 'met', label: '面商' },
            cell: ({ met, metHow }: Form) => (met ? `有${metHow ? `（${modeWord(metHow)}）` : ''}` : '没有'),
          },
          {
            ...{ key: 'points', label: '针对提案答复' },
            cell: ({ answersPoints }: Form) => (answersPoints ? '是' : '否'),
          },
          { key: 'text', label: '意见', cell: ({ text }: Form) => text },
        ]}
        rows={feedback}
        rowHeader="sponsor"
        empty={null}
      />
      {stage === 'replied' && waited.length > 0 && <p>还有 {waited.length} 位提案者没有反馈。</p>}
    </>
  );
}

const Waiting = ({ count }: { count: number }) =>
  count > 0 ? (
    <p>等待提案者反馈满意度；没有反馈的记为“未反馈”，不算满意。</p>
  ) : (
    <p>提案者的反馈直接送提案委，本轮结束后在这里公布。</p>
  );
