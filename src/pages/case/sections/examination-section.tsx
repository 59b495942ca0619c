import { outcomes } from '../../../lifecycle/words/terms';
import { Day } from '../../../platform/pages/day-words';
import { dayOf } from '../../../platform/clock/calendar';
import type { Rules } from '../../../proposals/rules';
import type { Dossier } from '../../deeds/deed-subject';
import { Fact } from '../case-section';

type Settings = Rules['handling'];

/** What the examination found, and what became of it. */
export function examinationSection(dossier: Dossier, settings: Settings) {
  const { outcome, recommendation, moments } = dossier;
  const { reasonCode, disposition, note, withdrawalReason } = outcome;
  if (moments.submittedAt === null && !withdrawalReason) return null;
  const label = (list: readonly { code: string; label: string }[], code: string | null) =>
    list.find((each) => each.code === code)?.label ?? code;
  const decided = moments.filedAt
    ? '立案'
    : ['notFiled', 'returned'].includes(dossier.stage) && dossier.stageWord;
  return (
    <dl class="facts">
      <Fact name="提交">{moments.submittedAt && <Day day={dayOf(moments.submittedAt)} />}</Fact>
      <Fact name="立案">{moments.filedAt && <Day day={dayOf(moments.filedAt)} />}</Fact>
      <Fact name="初审意见（待主任确认）" wide>
        {recommendation && outcomes[recommendation.outcome]}
        {recommendation?.reason && `：${recommendation.reason}`}
      </Fact>
      <Fact name="审查结果">{decided || (recommendation ? null : '尚未审查')}</Fact>
      <Fact name="不予立案的理由">{label(settings.notFiledReasons, reasonCode)}</Fact>
      <Fact name="去向">{label(settings.dispositions, disposition)}</Fact>
      <Fact name="说明" wide>
        {note}
      </Fact>
      <Fact name="撤案理由" wide>
        {withdrawalReason}
      </Fact>
    </dl>
  );
}
