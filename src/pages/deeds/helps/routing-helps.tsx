import { CLASSES } from '../../../lifecycle/facts';
import { Paragraphs } from '../../desks/case-text';
import type { HelpContext, HelpWith, Helps } from '../deed-help';
import { isOffered } from '../offered';
import type { OptionLists } from '../option-lists';

type Kind = 'return' | 'add' | 'extension';

/** What the unit has asked for and why: for the office that is to decide it. */
async function asked({ subject, lists }: HelpContext, kind: Kind) {
  if (!isOffered(subject) || !subject?.assignment) return {};
  const request = await lists.cases.openRequest(subject.assignment.id, kind);
  if (!request) return {};
  const { reason, suggestedUnit, until } = request;
  const intro = (
    <div class="alert alert-info">
      <p>{subject.assignment.unitName}的理由：</p>
      <Paragraphs text={reason} />
      {suggestedUnit && (
        <p>
          {kind === 'return' ? '认为应由' : '请求增加'}：<strong>{suggestedUnit}</strong>
        </p>
      )}
      {until && (
        <p>
          申请延至：<strong>{until}</strong>
        </p>
      )}
    </div>
  );
  return { intro, until };
}

const deciding =
  (kind: Kind, button: string): HelpWith =>
  async (context) => ({ intro: (await asked(context, kind)).intro, button });

/** The units the sponsor thinks right, the first as the lead. */
const suggested = ({ subject }: HelpContext) =>
  (subject?.dossier?.text.suggestedUnits ?? []).map((unitId, at) => ({
    ...{ unitId, role: at === 0 ? 'lead' : 'coHandler' },
  }));

const ASSIGNING = {
  mode: { hint: '单办：一个主办单位。会办：一个主办、其余会办。分办：几个单位各自主办、各自答复。' },
  units: { rows: 4, hint: '用不到的空行不用填。' },
};

const reply = ({ subject }: HelpContext) =>
  isOffered(subject) &&
  subject?.assignment?.reply && (
    <details class="card card-body mb-3" open>
      <summary>
        送审的答复（{subject.assignment.unitName}，{subject.assignment.reply.class ?? '未定'}类）
      </summary>
      <div class="prose">
        <Paragraphs text={subject.assignment.reply.body ?? ''} />
      </div>
      <p>
        <a href={`/assignments/${subject.assignment.id}/reply`}>按公文格式预览</a>
      </p>
    </details>
  );

const otherClasses = (lists: OptionLists, present?: string | null) =>
  lists.classes().filter(({ value }) => CLASSES.includes(value as never) && value !== present);

export const routingHelps: Helps = {
  'POST proposals/:id/hand-over': async ({ subject, lists }) => {
    const suggestions = subject?.dossier?.text.suggestedUnits ?? [];
    const offices = await lists.cases.officesOfUnits(suggestions);
    const names = offices.map(({ unit, office }) => `${unit}（${office}）`);
    return {
      aids: {
        officeId: { hint: names.length > 0 ? `提案者建议的承办单位：${names.join('、')}。` : undefined },
      },
      values: { officeId: offices[0]?.officeId },
    };
  },
  'POST proposals/:id/hand-back': () => ({
    intro: <p class="text-secondary">不属本单位交办范围的，退回提案委另行交办。</p>,
    aids: { reason: { hint: '写明应由哪个交办单位交办。' } },
  }),
  'POST proposals/:id/assign': (context) => {
    const units = suggested(context);
    const mode = units.length === 1 ? 'sole' : units.length > 1 ? 'joint' : undefined;
    return { aids: ASSIGNING, values: { units, mode } };
  },
  'POST proposals/:id/assign-more': ({ subject }) => ({
    intro: <p class="text-secondary">已在办理的单位不变，这里只选新增的单位；办理方式按增加之后的情况选。</p>,
    aids: ASSIGNING,
    values: { mode: subject?.dossier?.mode === 'sole' ? 'joint' : subject?.dossier?.mode },
  }),
  'POST assignments/:id/grant-return': deciding('return', '同意退办，另行分办'),
  'POST assignments/:id/refuse-return': deciding('return', '不同意退办'),
  'POST assignments/:id/grant-add': deciding('add', '同意增办'),
  'POST assignments/:id/refuse-add': deciding('add', '不同意增办'),
  'POST assignments/:id/grant-extension': async (context) => {
    const { intro, until } = await asked(context, 'extension');
    return { intro, values: { until }, aids: { until: { hint: '可以改为别的日期。' } }, button: '同意延期' };
  },
  'POST assignments/:id/refuse-extension': deciding('extension', '不同意延期'),
  'POST assignments/:id/recall': () => ({
    intro: <p class="text-secondary">收回后本单位不再承办，请随即重新分办。</p>,
    grave: true,
  }),
  'POST assignments/:id/correct-class': (context) => {
    const options = otherClasses(context.lists, context.subject?.assignment?.reply?.class);
    return { intro: reply(context), aids: { class: { options } }, button: '调整分类' };
  },
  'POST assignments/:id/send-back': (context) => ({
    intro: reply(context),
    aids: { reason: { hint: '写明要补充或改写什么；承办单位据此重拟。' } },
  }),
  'POST assignments/:id/pass-audit': (context) => ({
    intro: reply(context),
    button: '审核通过，交分管领导签发',
  }),
};
