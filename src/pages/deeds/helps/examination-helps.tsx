import { outcomes } from '../../../lifecycle/words/terms';
import { lengthWords } from '../../../lifecycle/words/durations';
import { FoldedText } from '../../desks/case-text';
import type { HelpContext, Helps } from '../deed-help';
import type { Dossier } from '../deed-subject';
import type { OptionLists } from '../option-lists';

/** How the fields of an outcome are asked for, here and at the desk. */
export const outcomeAids = (lists: OptionLists) => ({
  reasonCode: { options: lists.notFiledReasons(), hint: '只在不予立案时选择。' },
  disposition: { options: lists.dispositions(), hint: '只在不予立案时选择。' },
  reason: { hint: '退回修改时必须写明请提案者改什么；提案者会看到。', rows: 3 },
  category: { options: lists.categories() },
});

/** What the clerk found, for the director who confirms it. */
export function Recommended({ dossier }: { dossier: Dossier }) {
  const { recommendation } = dossier;
  return recommendation ? (
    <div class="alert alert-info">
      <p>
        初审意见：<strong>{outcomes[recommendation.outcome]}</strong>
        {recommendation.reason && `。${recommendation.reason}`}
      </p>
    </div>
  ) : null;
}

const confirming = ({ subject }: HelpContext) =>
  subject?.dossier && (
    <>
      <Recommended dossier={subject.dossier} />
      <FoldedText dossier={subject.dossier} />
    </>
  );

const reasonOf = ({ subject }: HelpContext) => subject?.dossier?.recommendation?.reason ?? undefined;

export const examinationHelps: Helps = {
  'POST proposals/:id/recommend': ({ subject, lists }) => ({
    intro: subject?.dossier && <FoldedText dossier={subject.dossier} open />,
    aids: outcomeAids(lists),
    values: { category: subject?.dossier?.category },
    button: '提出初审意见',
  }),
  'POST proposals/:id/reexamine': (context) => ({ intro: confirming(context), button: '发回重审' }),
  'POST proposals/:id/file': (context) => ({ intro: confirming(context), button: '确认立案并编案号' }),
  'POST proposals/:id/return-for-revision': (context) => ({
    intro: confirming(context),
    aids: { reason: { hint: '提案者会看到；不填则用初审意见中的理由。' } },
    values: { reason: reasonOf(context) },
    button: '确认退回修改',
  }),
  'POST proposals/:id/not-file': (context) => ({
    intro: confirming(context),
    aids: {
      reason: { hint: '提案者会看到；不填则用初审意见中的理由。' },
      reasonCode: { options: context.lists.notFiledReasons(), hint: '不选则用初审意见中的情形。' },
      disposition: { options: context.lists.dispositions(), hint: '不选则用初审意见中的处理方式。' },
    },
    values: { reason: reasonOf(context) },
    button: '确认不予立案',
    grave: true,
  }),
  'POST proposals/:id/correct': ({ subject }) => {
    const { subject: title, situation, analysis, recommendations } = subject?.dossier?.text ?? {};
    return {
      intro: <p class="text-secondary">只改文字差错。校订另存为一个版本，提案者会看到并可以提出异议。</p>,
      values: { subject: title, situation, analysis, recommendations },
      button: '保存校订',
    };
  },
  'POST proposals/:id/designate-key': () => ({
    intro: (
      <p class="text-secondary">
        重点提案由领导领办、组织督办，答复须由承办单位主要领导签发，年底交常委会民主评议。
      </p>
    ),
    aids: { leader: { hint: '姓名和职务，如“市政协主席××”。' } },
    button: '确定为重点提案',
  }),
  'POST proposals/:id/urge': ({ subject, lists }) => ({
    intro: <p class="text-secondary">催办函自动编号，同时送交办单位和各承办单位。下面的文字可以改。</p>,
    aids: { body: { rows: 8 } },
    values: { body: subject?.dossier && urgingText(subject.dossier, lists) },
    button: '编号并发出催办函',
  }),
  'POST proposals/:id/decline-urging': () => ({
    aids: { reason: { hint: '请求催办的提案者会看到。' } },
    button: '不予催办并答复提案者',
  }),
  'POST proposals/:id/supervise': ({ subject, lists }) => ({
    values: { leader: subject?.dossier?.keyLeader, heldOn: lists.today },
    button: '登记督办',
  }),
};

const URGING_ANSWER = { workingDays: 5 } as const;

/** A letter that says what is late since when, for the clerk to change. */
function urgingText({ caseNo, subject, clocks, assignments }: Dossier, { today }: OptionLists): string {
  const late = clocks.filter(({ debt, overdue, state }) => debt && overdue && state === 'running');
  const unitOf = (id: number) => assignments.find((each) => each.unitId === id)?.unitName;
  const lines = late.map(({ word, ower, owerScope, owerHat, dueOn }) => {
    const who = (owerHat.startsWith('unit') && owerScope !== null && unitOf(owerScope)) || ower;
    return `${who}“${word}”的期限为 ${dueOn}，截至 ${today} 尚未完成。`;
  });
  const head = `第${caseNo ?? ''}号提案《${subject}》：`;
  const ask = `请抓紧办理，并在收到本函之日起 ${lengthWords(URGING_ANSWER)}内书面说明进展和完成时间。`;
  return [head, ...(lines.length > 0 ? lines : ['提案者反映办理进展缓慢。']), ask].join('\n');
}
