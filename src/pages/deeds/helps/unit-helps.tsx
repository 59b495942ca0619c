import { Paragraphs } from '../../desks/case-text';
import type { HelpContext, Helps } from '../deed-help';
import type { Dossier } from '../deed-subject';
import { idIn } from '../../desks/asked';
import { isOffered } from '../offered';
import { jointReplies } from './joint-replies';

/** The other units at work in the same round. */
const others = ({ subject }: HelpContext) =>
  (subject?.dossier?.assignments ?? []).filter(
    ({ id, round, stage }) =>
      id !== subject?.assignment?.id && round === subject?.assignment?.round && stage !== 'released',
  );

const sponsorNames = (dossier?: Dossier) =>
  (dossier?.sponsors ?? []).filter(({ signature }) => signature === 'agreed').map(({ name }) => name);

const Letter = ({ id }: { id: number }) => (
  <p>
    <a href={`/assignments/${id}/reply`}>按公文格式预览答复</a>
  </p>
);

function Draft({ context }: { context: HelpContext }) {
  const assignments = context.subject?.dossier?.assignments ?? [];
  const { assignment } = context.subject ?? {};
  const lead = assignment?.reply
    ? assignment
    : assignments.find(({ reply, role }) => reply && role === 'lead');
  if (!isOffered(context.subject) || !lead?.reply) return null;
  return (
    <details class="card card-body mb-3" open>
      <summary>
        {lead.unitName}拟的答复（{lead.reply.class ?? '未定'}类）
      </summary>
      <div class="prose">
        <Paragraphs text={lead.reply.body ?? ''} />
      </div>
    </details>
  );
}

/** Whose opinions the reply cites by number, and who has not given any. */
function Opinions({ context }: { context: HelpContext }) {
  const handlers = others(context).filter(({ role }) => role === 'coHandler');
  if (handlers.length === 0 || !isOffered(context.subject)) return null;
  return (
    <div class="card card-body mb-3">
      <h2>会办意见和会签</h2>
      <ul>
        {handlers.map(({ unitName, opinion, countersign }) => (
          <li>
            {unitName}：{opinion ? `会办意见 ${opinion.docNo}` : '尚未出具会办意见'}，
            {countersign === 'signed' ? '已会签' : countersign === 'missing' ? '缺签原因已说明' : '尚未会签'}
          </li>
        ))}
      </ul>
    </div>
  );
}

const chosenPromise = async ({ subject, lists, query }: HelpContext, kept: boolean) => {
  const all = subject?.assignment ? await lists.cases.promises(subject.assignment.id) : [];
  const options = all.filter((each) => each.kept === kept);
  const wanted = idIn(query.promiseId) ?? (options.length === 1 ? options[0].value : undefined);
  return { aids: { promiseId: { options } }, values: { promiseId: wanted } };
};

const BEFORE = { needed: '送审前须填' };

export const unitHelps: Helps = {
  'POST assignments/:id/acknowledge': () => ({
    intro: <p class="text-secondary">签收后开始办理；认为不属本单位职责的，请在退办期内申请退办。</p>,
  }),
  'POST assignments/:id/request-return': () => ({
    intro: <p class="text-secondary">由交办单位决定；其间办理期限中止。不能自行转给别的单位。</p>,
    aids: {
      reason: { hint: '写明不属本单位职责的依据，如“三定”方案条款。' },
      suggestedUnitId: { hint: '认为应由哪个单位承办。' },
    },
    button: '申请退办',
  }),
  'POST assignments/:id/record-consultation': ({ subject, lists }) => ({
    intro: (
      <p class="text-secondary">
        提案者：{sponsorNames(subject?.dossier).join('、')}
        。登记后提案者会看到；至少一次面商（或提案者谢绝）之后才能送审答复。
      </p>
    ),
    aids: {
      people: { rows: 2, hint: '提案者和本单位参加的人员。' },
      outcome: { hint: '谈了什么、达成什么共识。' },
    },
    values: { heldOn: lists.today, people: sponsorNames(subject?.dossier).join('、'), declined: 'false' },
    button: '登记面商',
  }),
  'POST assignments/:id/report-progress': ({ lists }) => ({
    aids: {
      text: { hint: '做了什么、到什么程度、下一步打算。' },
      figures: {
        rows: 2,
        hint: '如：指标“5G基站”，数值 680，单位“个”，时段“1—9月”，目标值 820。没有数据不用填。',
      },
    },
    values: { reportedOn: lists.today },
    button: '报送进展',
  }),
  'POST assignments/:id/ask-extension': ({ subject }) => {
    const due = subject?.dossier?.clocks.find(({ clock }) => clock.startsWith('reply'))?.dueOn;
    return { aids: { until: { hint: due ? `现在的答复期限是 ${due}。` : undefined } }, button: '申请延期' };
  },
  'POST assignments/:id/ask-to-add': () => ({ button: '申请增办' }),
  'POST assignments/:id/draft-reply': async (context) => {
    const { offer, values } = await jointReplies(context);
    return {
      intro: (
        <>
          <p class="text-secondary">
            逐条回应提案的建议。可以随时保存，送审之前都能改。B类须列明承诺事项和完成日期，签发后列入台账。
          </p>
          {context.subject?.dossier && (
            <details class="card card-body mb-3">
              <summary>提案的建议</summary>
              <ol class="prose">
                {context.subject.dossier.text.recommendations.map((each) => (
                  <li>{each}</li>
                ))}
              </ol>
            </details>
          )}
          {offer}
          {context.subject?.assignment?.reply && <Letter id={context.subject.assignment.id} />}
        </>
      ),
      aids: {
        body: { ...BEFORE, rows: 18 },
        class: { ...BEFORE, options: context.lists.classes() },
        contactPerson: BEFORE,
        contactPhone: BEFORE,
        publicity: BEFORE,
        promises: { hint: '只有B类填写：做什么、何时完成。用不到的空行不用填。' },
        'promises.*.text': { rows: 2 },
        publicityReason: { hint: '选择“全文公开”的不用填。', rows: 2 },
      },
      values: { ...context.subject?.assignment?.reply, ...values },
      button: '保存答复',
    };
  },
  'POST assignments/:id/ask-countersign': (context) => ({
    intro: <Draft context={context} />,
    button: '送各会办单位会签',
  }),
  'POST assignments/:id/countersign': (context) => ({
    intro: <Draft context={context} />,
    button: '会签同意',
  }),
  'POST assignments/:id/explain-missing': (context) => ({
    aids: {
      coAssignmentId: {
        label: '未会签的会办单位',
        options: others(context)
          .filter(({ role, countersign }) => role === 'coHandler' && countersign !== 'signed')
          .map(({ id, unitName }) => ({ value: id, label: unitName })),
      },
    },
    button: '说明缺签原因',
  }),
  'POST assignments/:id/submit-for-audit': (context) => ({
    intro: (
      <>
        <Draft context={context} />
        <Opinions context={context} />
      </>
    ),
    button: '送交办单位审核',
  }),
  'POST assignments/:id/issue-reply': (context) => ({
    intro: (
      <>
        {context.subject?.assignment?.reply && <Letter id={context.subject.assignment.id} />}
        <Opinions context={context} />
      </>
    ),
    aids: {
      docNo: { hint: '如“温发改函〔2022〕15号”。' },
      principalLeader: { hint: '集体提案和重点提案的答复须由单位主要领导签发。' },
    },
    values: { signer: context.actor.name },
    button: '签发并送提案者',
    grave: true,
  }),
  'POST assignments/:id/give-opinion': (context) => ({
    intro: <p class="text-secondary">会办意见只送主办单位，不送提案者；有自己的文号。</p>,
    values: { signer: context.actor.name },
    button: '签发会办意见',
  }),
  'POST assignments/:id/keep-promise': async (context) => {
    const { aids, values } = await chosenPromise(context, false);
    const evidence = { hint: '做了什么、有什么可以查证。佐证材料可以在下一步上传。' };
    return {
      aids: { ...aids, evidence },
      values: { ...values, keptOn: context.lists.today },
      button: '报告已兑现',
    };
  },
  'POST assignments/:id/ask-carry-over': async (context) => ({
    ...(await chosenPromise(context, false)),
    button: '申请结转',
  }),
  'POST assignments/:id/grant-carry-over': (context) => chosenPromise(context, false),
  'POST assignments/:id/refuse-carry-over': (context) => chosenPromise(context, false),
  'POST assignments/:id/confirm-evidence': (context) => chosenPromise(context, true),
  'POST assignments/:id/reject-evidence': (context) => chosenPromise(context, true),
  'POST assignments/:id/show-promise': async ({ subject, lists, query }) => {
    const options = subject?.assignment ? await lists.cases.promises(subject.assignment.id) : [];
    return { aids: { promiseId: { options } }, values: { promiseId: idIn(query.promiseId) } };
  },
  'POST assignments/:id/answer-follow-up': async ({ subject, lists, query }) => {
    const options = subject?.assignment ? await lists.cases.followUps(subject.assignment.id) : [];
    const requestId = idIn(query.requestId) ?? (options.length === 1 ? options[0].value : undefined);
    return { aids: { requestId: { options } }, values: { requestId }, button: '报送' };
  },
  'POST follow-ups': () => ({
    intro: (
      <p class="text-secondary">
        请在会议和年度中选填一项。所有未兑现的承诺和B类答复的承办单位都会收到通知。
      </p>
    ),
    aids: { title: { hint: '如“2022年度提案办理回头看”。' } },
    button: '发起回头看',
  }),
};
