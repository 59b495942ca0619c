import { dimensionsOf, isOverall } from '../../evaluation/dimensions';
import { objectWords, OPTIONS, optionWords } from '../../evaluation/meeting-words';
import { idOfField } from '../../platform/pages/form-state';
import { Table } from '../../platform/pages/table';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { countState } from './count-state';
import type { MeetingItem, MeetingSheet } from './meeting-sheet';

interface Props {
  readonly sheet: MeetingSheet;
  readonly accountId: number | null;
  /** The item counted now; none when there is nothing left for this teller. */
  readonly item: MeetingItem | undefined;
  readonly csrf: string;
}

/** What a teller counts of the papers, item by item, and how far both are. Never what the other has counted. */
export const CountPage = (props: Props) => (
  <>
    {props.item ? <CountForm {...props} item={props.item} /> : <AllEntered {...props} />}
    <Progress {...props} />
  </>
);

function AllEntered({ sheet }: Props) {
  const agreed = sheet.paperCounts.every((count) => count.agreed);
  return (
    <div class="alert alert-info">
      <p>
        {agreed
          ? '各项都已由两人计完并核对一致，可以开箱计票。'
          : '您已录完。另一位监票人录入以后会自动核对；有不一致的，两人都要重数重录。'}
      </p>
      <p>
        <a class="btn" href={`/evaluations/${sheet.id}`}>
          回到会议
        </a>{' '}
        <a class="btn" href={`/evaluations/${sheet.id}/count`}>
          看看核对结果
        </a>
      </p>
    </div>
  );
}

function Progress({ sheet, accountId, item }: Props) {
  const columns = [
    { key: 'place', label: '序号', cell: ({ place }: MeetingItem) => place },
    {
      key: 'subject',
      label: '评议对象',
      cell: (row: MeetingItem) => objectWords(sheet.objects, row.subject),
    },
    {
      key: 'state',
      label: '核对',
      cell: (row: MeetingItem) => countState(sheet, row.id, accountId).words,
    },
    {
      key: 'enter',
      label: '录入',
      cell: (row: MeetingItem) =>
        countState(sheet, row.id, accountId).mine &&
        row.id !== item?.id && (
          <a href={`/evaluations/${sheet.id}/count?item=${row.id}`}>
            录入<span class="visually-hidden">第 {row.place} 项</span>
          </a>
        ),
    },
  ];
  return (
    <Table
      caption="各项计票进度"
      captionShown
      columns={columns}
      rows={sheet.items}
      rowHeader="subject"
      empty={<p>议程为空。</p>}
    />
  );
}

function CountForm({ sheet, accountId, item, csrf }: Props & { item: MeetingItem }) {
  const { differing } = countState(sheet, item.id, accountId);
  const single = isOverall(dimensionsOf(sheet));
  return (
    <form
      method="post"
      action={`/do/evaluations/${sheet.id}/enter-count`}
      class="card"
      data-guard
      autocomplete="off"
    >
      <div class="card-body">
        <h2>
          {item.place}. {objectWords(sheet.objects, item.subject)}
        </h2>
        {differing.length > 0 && (
          <p class="alert alert-warning">
            两人上次录入的{differing.map((name) => `「${name}」`).join('')}不一致，请重新清点后录入。
          </p>
        )}
        <ul>
          <li>「发出票数」等于领票登记的 {sheet.papers} 张；「收回票数」应不多于它，多出则本轮作废重投。</li>
          <li>「废票」是看不清、或一行划了两栏以上的票；没有划的不是废票，计入「弃权」。</li>
          <li>满意、基本满意、不满意、弃权四项之和，应等于收回票数减废票。</li>
        </ul>
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        <input type="hidden" name="_back" value={`/evaluations/${sheet.id}/count`} />
        <input type="hidden" name="itemId" value={item.id} />
        <div class="filters">
          <Figure name="issued" label="发出票数" value={String(sheet.papers)} />
          <Figure name="collected" label="收回票数" />
          <Figure name="spoiled" label="废票" />
        </div>
        {dimensionsOf(sheet).map(({ code, label }, at) => (
          <fieldset class="form-row">
            <legend>{single ? '各项票数' : label}</legend>
            <input type="hidden" name={`marks.${at}.dimension`} value={code} />
            <div class="filters">
              {OPTIONS.map((option) => (
                <Figure name={`marks.${at}.${option}`} label={optionWords[option]} />
              ))}
            </div>
          </fieldset>
        ))}
        <button class="btn btn-primary" type="submit">
          录入这一项
        </button>
      </div>
    </form>
  );
}

const Figure = ({ name, label, value = '' }: { name: string; label: string; value?: string }) => (
  <div>
    <label class="form-label" for={idOfField(name)}>
      {label}
    </label>
    <input
      class="form-control"
      id={idOfField(name)}
      name={name}
      type="text"
      inputMode="numeric"
      maxLength={4}
      autocomplete="off"
      aria-required="true"
      value={value}
    />
  </div>
);
