import { type Actor, wears } from '../../../lifecycle/people';
import { withQuery } from '../../../platform/pages/local-path';
import { Table } from '../../../platform/pages/table';
import type { RegisteredPromise } from '../../../promises/register-rows';
import { promiseStateWords } from '../../../proposals/promises/promise-state';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { DeedButton } from '../deed-button';
import type { AskedCarryOver } from './carry-overs.service';

interface Props {
  readonly rows: readonly RegisteredPromise[];
  readonly carryOvers: ReadonlyMap<number, AskedCarryOver>;
  readonly actor: Actor;
  readonly today: string;
  /** Where one comes back to: the same list. */
  readonly here: string;
  readonly csrf: string;
}

/** What was promised, by the day it is due, with what each reader has to do about it. */
export const RegisterView = (props: Props) => (
  <Table
    caption="承诺事项，按期限先后"
    columns={[
      { key: 'promise', label: '承诺事项', cell: promiseOf },
      { key: 'unit', label: '承办单位', cell: ({ unit }: RegisteredPromise) => unit },
      { key: 'due', label: '期限', cell: (row: RegisteredPromise) => <Dues row={row} today={props.today} /> },
      { key: 'state', label: '状态', cell: (row: RegisteredPromise) => <State row={row} {...props} /> },
      { key: 'deed', label: '办理', cell: (row: RegisteredPromise) => <Deeds row={row} {...props} /> },
    ]}
    rows={props.rows}
    rowHeader="promise"
    empty={
      <>
        <p class="empty-title">没有这样的承诺事项</p>
        <p>B类答复签发后，其中的承诺会列在这里。</p>
      </>
    }
  />
);

const promiseOf = ({ text, proposalId, caseNo, subject }: RegisteredPromise) => (
  <>
    {text}
    <div class="text-secondary">
      <CaseLink href={`/proposals/${proposalId}`} caseNo={caseNo} receiptNo={null} subject={subject} />
    </div>
  </>
);

function Dues({ row, today }: { row: RegisteredPromise; today: string }) {
  const { dueOn, firstDueOn, keptOn } = row;
  return (
    <>
      {keptOn ? (
        <time class="nowrap" dateTime={dueOn}>
          {dueOn}
        </time>
      ) : (
        <Due dueOn={dueOn} today={today} />
      )}
      {dueOn !== firstDueOn && <div class="text-secondary">原定 {firstDueOn}</div>}
    </>
  );
}

function State({ row, carryOvers }: Props & { row: RegisteredPromise }) {
  const { state, keptOn, evidence, confirmed, rejection, files, id } = row;
  const asked = carryOvers.get(id);
  return (
    <>
      <strong>{promiseStateWords[state]}</strong>
      {keptOn && `（${keptOn}，${confirmed ? '已核查' : '待核查'}）`}
      {evidence && <div>{evidence}</div>}
      {files > 0 && <div class="text-secondary">佐证材料 {files} 份</div>}
      {rejection && <div class="text-secondary">上次被退回：{rejection}</div>}
      {asked && (
        <div>
          申请结转至 {asked.until}：{asked.reason}
        </div>
      )}
    </>
  );
}

/** Whether it may be done now is the rulebook's to say: the deed answers with every reason. */
function Deeds({ row, actor, here, csrf }: Props & { row: RegisteredPromise }) {
  const { unitId, state, confirmed, carryOverAsked } = row;
  const isUnits = wears(actor, 'unitHandler', unitId) || wears(actor, 'unitLeader', unitId);
  const isStaff = wears(actor, 'committee');
  const link = (verb: string, label: string, primary = false) => (
    <DeedLink {...{ row, here, verb, label, primary }} />
  );
  return (
    <div class="btn-list">
      {isUnits && state !== 'kept' && link('keepPromise', '报告兑现', true)}
      {isUnits && state !== 'kept' && !carryOverAsked && link('askCarryOver', '申请结转')}
      {isUnits && !confirmed && (
        <a
          class="btn btn-sm"
          href={withQuery(`/do/assignments/${row.assignmentId}/promises/${row.id}/attachments`, 'back', here)}
        >
          上传佐证<span class="visually-hidden">：{row.text}</span>
        </a>
      )}
      {isStaff && state === 'kept' && !confirmed && (
        <DeedButton
          {...{ csrf, back: here, label: '确认兑现', about: row.text, primary: true }}
          action={deedPath('assignments', row.assignmentId, 'confirmEvidence')}
          fields={{ promiseId: row.id }}
        />
      )}
      {isStaff && state === 'kept' && !confirmed && link('rejectEvidence', '退回')}
      {isStaff && carryOverAsked && link('grantCarryOver', '同意结转', true)}
      {isStaff && carryOverAsked && link('refuseCarryOver', '不同意')}
      {isStaff && (row.public ? link('hidePromise', '停止公开') : link('showPromise', '公开'))}
    </div>
  );
}

interface LinkProps {
  readonly row: RegisteredPromise;
  readonly verb: string;
  readonly label: string;
  readonly here: string;
  readonly primary: boolean;
}

function DeedLink({ row, verb, label, here, primary }: LinkProps) {
  const path = withQuery(deedPath('assignments', row.assignmentId, verb), 'promiseId', String(row.id));
  return (
    <a class={primary ? 'btn btn-sm btn-primary' : 'btn btn-sm'} href={withQuery(path, 'back', here)}>
      {label}
      <span class="visually-hidden">：{row.text}</span>
    </a>
  );
}
