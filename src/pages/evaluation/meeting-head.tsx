import { ballotKinds, evaluationObjects } from '../../lifecycle/words/meetings';
import { Day } from '../../platform/pages/day-words';
import { DeedLinks } from '../frame/deed-links';
import { isCounted } from './agenda-section';
import { isTheirs, type MeetingSheet, usesPaper, votesElectronically } from './meeting-sheet';
import { nextStep } from './next-step';
import { StageBadge } from './stage-badge';

/** Have a form or a page of their own. */
const ELSEWHERE = ['markPresence', 'enterCount', 'close', 'changeAgenda', 'lockBox'];
const UNSAID = ['vote', 'handOutPaper', 'takeBackPaper'];
/** Why something is not done that this meeting does not need: nobody waits for it. */
const NOT_NEEDED = ['electronicOnly', 'onPaperOnly', 'boxShut', 'countHolds'];

/** What is next and who must do it, before everything else; then what the reader may do. */
export function MeetingHead({ sheet }: { sheet: MeetingSheet }) {
  const next = nextStep(sheet);
  return (
    <section class="case-head" aria-label="会议当前情况">
      <p>
        <StageBadge {...sheet} /> 第 {sheet.round} 轮
      </p>
      {next && (
        <p class="next-step">
          <strong>下一步：{next.what}</strong>
          <br />由{next.who}办理{next.action && isTheirs(sheet, next.action) && '，其中有您'}。
        </p>
      )}
      {sheet.stage === 'announced' && <p>结果已经宣布，并记入各件提案。</p>}
      {sheet.stage === 'cancelled' && <p>这次评议已经取消。</p>}
      <OwnBallot sheet={sheet} />
      <OwnPages sheet={sheet} />
      <DeedLinks
        subject="evaluations"
        id={sheet.id}
        actions={sheet.actions.filter(isNeeded)}
        omit={UNSAID}
        elsewhere={ELSEWHERE}
        first={next?.action}
        back={`/evaluations/${sheet.id}`}
      />
    </section>
  );
}

const isNeeded = ({ reasons }: MeetingSheet['actions'][number]): boolean =>
  !reasons.some(({ code }) => NOT_NEEDED.includes(code));

/** The way to the ballot for whoever is due here, or why there is none. */
function OwnBallot({ sheet }: { sheet: MeetingSheet }) {
  const mine = sheet.voters.find((voter) => voter.mine);
  if (!mine) return null;
  if (mine.receipted) return <p class="alert alert-success">您已投票。谁投了什么，任何人都查不到。</p>;
  if (mine.paper) return <p class="alert alert-info">您已领取纸质选票，请填写后投入票箱。</p>;
  if (sheet.stage !== 'opened' || sheet.shut || !votesElectronically(sheet)) return null;
  return mine.present ? (
    <p>
      <a class="btn btn-primary" href={`/evaluations/${sheet.id}/ballot`}>
        去投票
      </a>
    </p>
  ) : (
    <p class="alert alert-warning">您还没有登记到会，请先向会场工作人员签到，然后投票。</p>
  );
}

function OwnPages({ sheet }: { sheet: MeetingSheet }) {
  const path = `/evaluations/${sheet.id}`;
  const next = nextStep(sheet)?.action;
  const own = [
    { action: 'changeAgenda', href: `${path}/agenda`, word: '调整议程' },
    { action: 'lockBox', href: `${path}/lock`, word: '给票箱上锁' },
    { action: 'markPresence', href: '#presence', word: '登记到会' },
    { action: 'enterCount', href: `${path}/count`, word: '录入纸质计票' },
    { action: 'close', href: '#close', word: '开箱计票' },
  ];
  const shown = own.filter(({ action }) =>
    sheet.actions.some((each) => each.action === action && each.reasons.length === 0),
  );
  return shown.length === 0 ? null : (
    <div class="btn-list">
      {shown.map(({ action, href, word }) => (
        <a class={action === next ? 'btn btn-primary' : 'btn'} href={href}>
          {word}
        </a>
      ))}
    </div>
  );
}

/** What was laid down when it was planned, and what there is to read and to print. */
export function MeetingFacts({ sheet, runs }: { sheet: MeetingSheet; runs: boolean }) {
  const path = `/evaluations/${sheet.id}`;
  return (
    <section class="card">
      <div class="card-body">
        <dl class="facts">
          <div>
            <dt>评议日期</dt>
            <dd>
              <Day day={sheet.heldOn} />
            </dd>
          </div>
          <div>
            <dt>评议对象</dt>
            <dd>{evaluationObjects[sheet.objects]}</dd>
          </div>
          <div>
            <dt>选票</dt>
            <dd>{ballotKinds[sheet.ballots]}</dd>
          </div>
          {sheet.dimensions.length > 0 && (
            <div>
              <dt>评价内容</dt>
              <dd>{sheet.dimensions.map(({ label, weight }) => `${label}（${weight}%）`).join('、')}</dd>
            </div>
          )}
        </dl>
        <div class="btn-list">
          <a class="btn" href={`${path}/booklet`}>
            评议材料
          </a>
          <a class="btn" href={`${path}/booklet.docx`}>
            评议材料（DOCX）
          </a>
          {runs && usesPaper(sheet) && (
            <a class="btn" href={`${path}/ballots.docx?copies=${Math.max(1, sheet.due)}`}>
              打印选票（DOCX，{Math.max(1, sheet.due)} 份）
            </a>
          )}
          <a class="btn" href={`${path}/screen`}>
            会场大屏
          </a>
          {isCounted(sheet) && (
            <>
              <a class="btn" href={`${path}/announcement`}>
                结果公告
              </a>
              <a class="btn" href={`${path}/announcement.docx`}>
                结果公告（DOCX）
              </a>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
