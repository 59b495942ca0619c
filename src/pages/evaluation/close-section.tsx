import { CSRF_FIELD } from '../../platform/web/form-token';
import { canDo, type MeetingSheet, votesElectronically } from './meeting-sheet';

/** Both tellers at one desk: each types the own phrase, unseen by the other. */
export function CloseSection({ sheet, csrf }: { sheet: MeetingSheet; csrf: string }) {
  if (!canDo(sheet, 'close')) return null;
  const waiting = Math.max(0, sheet.present - sheet.receipts - sheet.papers);
  return (
    <section aria-labelledby="close">
      <h2 id="close">开箱计票</h2>
      <form method="post" action={`/do/evaluations/${sheet.id}/close`} class="card" autocomplete="off">
        <div class="card-body">
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="_back" value={`/evaluations/${sheet.id}`} />
          <input type="hidden" name="phrases" value="" />
          {!sheet.shut && waiting > 0 && (
            <p class="alert alert-warning">还有 {waiting} 位到会人员没有投票。开箱以后不能再投。</p>
          )}
          {votesElectronically(sheet) ? (
            <>
              <p>两位监票人同到，分别输入各自的开箱口令。口令不保存；计票后只留票数，选票随即销毁。</p>
              {sheet.locks.map(({ accountId, name }, at) => (
                <Phrase name={name} accountId={accountId} at={at} />
              ))}
            </>
          ) : (
            <p>纸质计票两人已核对一致，可以汇总。</p>
          )}
          <button class="btn btn-primary" type="submit">
            开箱计票
          </button>
        </div>
      </form>
    </section>
  );
}

const Phrase = ({ name, accountId, at }: { name: string; accountId: number; at: number }) => (
  <div class="mb-3">
    <input type="hidden" name={`phrases.${at}.accountId`} value={accountId} />
    <label class="form-label" for={`phrase-${at}`}>
      {name}的开箱口令
    </label>
    <input
      class="form-control"
      id={`phrase-${at}`}
      type="password"
      name={`phrases.${at}.phrase`}
      autocomplete="new-password"
      maxLength={100}
      aria-required="true"
    />
  </div>
);
