import { type Actor, wears } from '../../../lifecycle/people';
import { unitRoles } from '../../../lifecycle/words/terms';
import { withQuery } from '../../../platform/pages/local-path';
import { Table } from '../../../platform/pages/table';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { DeedButton } from '../deed-button';
import { dueOf, isLeaders, nextStep, type Step, STEPS } from './next-step';
import type { UnitAssignment } from './unit-assignments.service';

export const DESK = '/desk/unit';

interface Props {
  readonly rows: readonly UnitAssignment[];
  readonly actor: Actor;
  readonly today: string;
  readonly csrf: string;
}

/** What the unit has in hand, by what is next with it. */
export function UnitDesk(props: Props) {
  const groups = STEPS.map((step) => ({
    step,
    rows: props.rows.filter((row) => nextStep(row) === step),
  }))
    .filter(({ rows }) => rows.length > 0)
    // What waits for others comes after what is the unit's own to do.
    .sort((one, other) => Number(!one.step.deed) - Number(!other.step.deed));
  if (groups.length === 0) return <Nothing />;
  return (
    <>
      {groups.length > 1 && (
        <nav class="section-nav" aria-label="本页各部分">
          {groups.map(({ step, rows }) => (
            <a href={`#${step.name}`}>
              {step.word} {rows.length}
            </a>
          ))}
        </nav>
      )}
      {groups.map(({ step, rows }) => (
        <section class="mb-4" aria-labelledby={step.name}>
          <h2 id={step.name}>
            {step.word}（{rows.length}）
          </h2>
          <Table
            caption={step.word}
            columns={columnsOf(props, step)}
            rows={byDue(rows, step)}
            rowHeader="case"
            empty={null}
          />
        </section>
      ))}
    </>
  );
}

const byDue = (rows: readonly UnitAssignment[], step: Step) =>
  [...rows].sort((one, other) =>
    (dueOf(one, step)?.dueOn ?? '9').localeCompare(dueOf(other, step)?.dueOn ?? '9'),
  );

function columnsOf({ rows, actor, today, csrf }: Props, step: Step) {
  const several = new Set(rows.map(({ unitId }) => unitId)).size > 1;
  return [
    { key: 'case', label: '提案', cell: caseOf },
    { key: 'sponsor', label: '提案者', cell: ({ sponsor }: UnitAssignment) => sponsor },
    {
      ...{ key: 'role', label: '分工' },
      cell: ({ role, round, unit }: UnitAssignment) => (
        <>
          {several && `${unit} `}
          {unitRoles[role]}
          {round > 1 && `，第${round}轮`}
        </>
      ),
    },
    {
      ...{ key: 'due', label: '期限' },
      cell: (row: UnitAssignment) => <Dues row={row} step={step} today={today} />,
    },
    {
      ...{ key: 'deed', label: '办理' },
      cell: (row: UnitAssignment) => <Deeds {...{ row, step, actor, csrf }} />,
    },
  ];
}

const caseOf = (row: UnitAssignment) => (
  <>
    <CaseLink {...row} isKey={Boolean(row.isKey)} href={`/proposals/${row.proposalId}`} />
    {row.returned && <div class="text-secondary">此前退办的单位：{row.returned}</div>}
  </>
);

/** The step's own day, and below it the day of the reply, which everything else serves. */
function Dues({ row, step, today }: { row: UnitAssignment; step: Step; today: string }) {
  const due = dueOf(row, step);
  const reply = row.clocks.find(({ clock }) => clock.startsWith('reply'));
  return (
    <>
      {due && <Due dueOn={due.dueOn} today={today} provisional={Boolean(due.provisional)} />}
      {reply && reply !== due && <div class="text-secondary">答复 {reply.dueOn}</div>}
    </>
  );
}

interface DeedProps {
  readonly row: UnitAssignment;
  readonly step: Step;
  readonly actor: Actor;
  readonly csrf: string;
}

function Deeds({ row, step, actor, csrf }: DeedProps) {
  const { id, version, unitId, subject, proposalId, drafted } = row;
  const { deed, label = '' } = step;
  const passedOn = deed && isLeaders(deed) && !wears(actor, 'unitLeader', unitId);
  return (
    <div class="btn-list">
      {deed === 'acknowledge' && (
        <DeedButton
          {...{ csrf, version, label, back: DESK, about: subject, primary: true }}
          action={deedPath('assignments', id, deed)}
        />
      )}
      {deed && deed !== 'acknowledge' && !passedOn && <DeedLink {...{ id, deed, label, subject }} primary />}
      {passedOn && <span class="text-secondary">由分管领导{label}</span>}
      {deed === 'acknowledge' && <DeedLink {...{ id, subject }} deed="requestReturn" label="申请退办" />}
      {step.name === 'submitting' && <PassOn {...row} />}
      {Boolean(drafted) && row.role === 'lead' && (
        <a class="btn btn-sm" href={`/assignments/${id}/reply`}>
          预览答复<span class="visually-hidden">：{subject}</span>
        </a>
      )}
      <a class="btn btn-sm" href={`/proposals/${proposalId}`}>
        全部办理<span class="visually-hidden">：{subject}</span>
      </a>
    </div>
  );
}

/** Where a draft goes when it is written. */
const PassOn = ({ id, subject, shared }: UnitAssignment) =>
  shared ? (
    <DeedLink {...{ id, subject }} deed="askCountersign" label="送会签" />
  ) : (
    <DeedLink {...{ id, subject }} deed="submitForAudit" label="送审" />
  );

interface LinkProps {
  readonly id: number;
  readonly deed: string;
  readonly label: string;
  readonly subject: string;
  readonly primary?: boolean;
}

const DeedLink = ({ id, deed, label, subject, primary }: LinkProps) => (
  <a
    class={primary ? 'btn btn-sm btn-primary' : 'btn btn-sm'}
    href={withQuery(deedPath('assignments', id, deed), 'back', DESK)}
  >
    {label}
    <span class="visually-hidden">：{subject}</span>
  </a>
);

const Nothing = () => (
  <div class="empty">
    <p class="empty-title">本单位目前没有在办的提案</p>
    <p>
      交办单位分办过来的提案会出现在这里，并发到<a href="/inbox">消息</a>。可以
      <a href="/proposals">查看办过的提案</a>。
    </p>
  </div>
);
