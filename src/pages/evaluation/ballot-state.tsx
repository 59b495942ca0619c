import { type MeetingSheet, votesElectronically } from './meeting-sheet';

/** Why one has no paper to mark now: it is in the box, one holds a sheet of paper, or the box is not open. */
export function BallotState({ sheet }: { sheet: MeetingSheet }) {
  const { class: tone, words } = stateOf(sheet);
  return (
    <>
      <div class={`alert ${tone}`} role="status">
        {words.map((line) => (
          <p>{line}</p>
        ))}
      </div>
      <p>
        <a class="btn" href={`/evaluations/${sheet.id}`}>
          回到会议
        </a>
      </p>
    </>
  );
}

/** Whether the reader may mark a ballot now. */
export function votesNow(sheet: MeetingSheet): boolean {
  const mine = sheet.voters.find((voter) => voter.mine);
  const isOpen = sheet.stage === 'opened' && !sheet.shut && votesElectronically(sheet);
  return Boolean(mine?.present && !mine.receipted && !mine.paper && isOpen);
}

function stateOf(sheet: MeetingSheet): { class: string; words: string[] } {
  const mine = sheet.voters.find((voter) => voter.mine);
  if (mine?.receipted)
    return {
      class: 'alert-success',
      words: ['已投票。您的选票已投入票箱，不能更改，也没有留下可以查到您的记录。', '结果由大会当场宣布。'],
    };
  if (mine?.paper) return { class: 'alert-info', words: ['您已领取纸质选票，请填写后投入票箱。'] };
  if (!votesElectronically(sheet))
    return { class: 'alert-info', words: ['本次评议使用纸质选票，请向会场工作人员领取。'] };
  if (sheet.stage === 'planned') return { class: 'alert-info', words: ['还没有开始投票。'] };
  if (sheet.stage !== 'opened' || sheet.shut) return { class: 'alert-info', words: ['投票已经结束。'] };
  return { class: 'alert-warning', words: ['您还没有登记到会，请先向会场工作人员签到，然后刷新本页。'] };
}
