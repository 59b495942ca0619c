import { FINAL_PROPOSAL_STAGES } from '../../lifecycle/finals';
import { modes } from '../../lifecycle/words/terms';
import type { PrincipalDto } from '../../merging/family.dto';
import { chineseNumber } from '../../proposals/citation';
import type { Dossier } from '../deeds/deed-subject';
import { Due } from '../frame/due';
import { owerOf } from './bodies';
import { Fact } from './case-section';
import { Steps } from './case-steps';
import { OpenDeeds } from './open-deeds';

interface Props {
  readonly dossier: Dossier;
  readonly citation: string | null;
  readonly today: string;
  readonly principal: PrincipalDto | null;
}

/** Number, where it stands, who holds it, what is next and by when; and what the reader can do. */
export const CaseHead = ({ dossier, citation, today, principal }: Props) => (
  <div class="case-head">
    <p class="case-no mb-2">
      {[citation, dossier.receiptNo !== null && `流水号 ${dossier.receiptNo}`].filter(Boolean).join(' · ') ||
        '尚未提交，没有编号'}{' '}
      <Badges dossier={dossier} />
    </p>
    <Steps stage={dossier.stage} moments={dossier.moments} />
    <Ended dossier={dossier} principal={principal} />
    <Next dossier={dossier} today={today} />
    <OpenDeeds dossier={dossier} />
    <About dossier={dossier} />
  </div>
);

function Badges({
  dossier: { isKey, keyLeader, collective, enteredOnBehalf, round, clocks },
}: {
  dossier: Dossier;
}) {
  const late = clocks.some(({ debt, overdue }) => debt && overdue);
  return (
    <>
      {isKey && <span class="badge bg-blue-lt">重点提案{keyLeader && `（${keyLeader}领办）`}</span>}{' '}
      {collective && <span class="badge bg-secondary-lt">集体提案</span>}{' '}
      {enteredOnBehalf && <span class="badge bg-secondary-lt">工作人员代录</span>}{' '}
      {round > 1 && <span class="badge bg-yellow-lt">第{chineseNumber(round)}轮办理</span>}{' '}
      {late && <span class="badge bg-red-lt">有事项超期</span>}
    </>
  );
}

/** Why it left its way, or whom it follows: that comes before everything else. */
function Ended({ dossier, principal }: Pick<Props, 'dossier' | 'principal'>) {
  const { id, stageWord, moments, outcome, stage } = dossier;
  if (principal && principal.id !== id)
    return (
      <p class="alert alert-info">
        {stageWord}：办理情况见
        <a href={`/proposals/${principal.id}`}>{principal.jointSubject ?? principal.subject}</a>。
      </p>
    );
  const why = moments.filedAt === null && stage !== 'submitted' ? outcome.note : null;
  return why ? (
    <p class="alert alert-warning">
      {stageWord}，理由：{why}
    </p>
  ) : null;
}

/** The most urgent step first; the others stand in the table of deadlines. */
function Next({ dossier, today }: Pick<Props, 'dossier' | 'today'>) {
  const debts = dossier.clocks.filter(({ debt, state }) => debt && state === 'running');
  const [next] = debts;
  if (!next)
    return (
      <p>
        {FINAL_PROPOSAL_STAGES.includes(dossier.stage)
          ? `${dossier.stageWord}，没有等待办理的事项。`
          : '目前没有您可见的待办期限。'}
      </p>
    );
  return (
    <dl class="facts">
      <Fact name="下一步">{next.word}</Fact>
      <Fact name="由谁办理">{owerOf(dossier, next)}</Fact>
      <Fact name="期限">
        <Due {...next} today={today} />{' '}
        <a class="nowrap text-decoration-underline" href={`/deadlines/${next.id}`}>
          为何是这一天
        </a>
      </Fact>
      {debts.length > 1 && (
        <Fact name="另有">
          <a href="#deadlines">{debts.length - 1} 项期限</a>
        </Fact>
      )}
    </dl>
  );
}

function About({ dossier }: { dossier: Dossier }) {
  const { sponsors, assignments, officeName, category, origin, mode, termNumber, sessionNumber, round } =
    dossier;
  const current = assignments.filter((each) => each.round === round && each.stage !== 'released');
  const named = (role: string) =>
    current.flatMap((each) => (each.role === role ? [each.unitName] : [])).join('、');
  return (
    <dl class="facts">
      <Fact name="提案者">
        {sponsors
          .filter(({ signature }) => signature === 'agreed')
          .map(({ name }) => name)
          .join('、')}
      </Fact>
      <Fact name="届次">
        第{chineseNumber(termNumber)}届第{chineseNumber(sessionNumber)}次会议
        {origin && (origin === 'session' ? '（大会提案）' : '（平时提案）')}
      </Fact>
      <Fact name="类别">{category}</Fact>
      <Fact name="交办单位">{officeName}</Fact>
      <Fact name={`主办单位${mode ? `（${modes[mode]}）` : ''}`}>{named('lead')}</Fact>
      <Fact name="会办单位">{named('coHandler')}</Fact>
    </dl>
  );
}
