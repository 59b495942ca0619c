import { FoldedText } from '../../desks/case-text';
import type { HelpContext, Helps } from '../deed-help';

/** Who can still be asked: everybody who is no sponsor of it yet, or who let the question lapse. */
async function invitees({ subject, lists }: HelpContext) {
  const asked = (subject?.dossier?.sponsors ?? []).filter(({ signature }) =>
    ['agreed', 'invited'].includes(signature),
  );
  const options = await lists.sponsors();
  return options.filter(({ value }) => !asked.some(({ sponsorId }) => sponsorId === value));
}

const Text = ({ subject }: HelpContext) =>
  subject?.dossier ? <FoldedText dossier={subject.dossier} /> : null;

/** Why its sponsors want it back. */
const asked = ({ subject }: HelpContext) => {
  const reason = subject?.dossier?.outcome.withdrawalReason;
  return reason ? <p>提案者申请撤案的理由：{reason}</p> : undefined;
};

const ratersOf = ({ subject }: HelpContext) =>
  (subject?.dossier?.sponsors ?? [])
    .filter(({ signature }) => signature === 'agreed')
    .map(({ sponsorId, name }) => ({ value: sponsorId, label: name }));

/** Deeds on a case that no desk has: one comes from its page. */
export const caseHelps: Helps = {
  'POST proposals/:id/submit': (context) => ({
    intro: (
      <>
        <p>提交后由提案委审查，文字不能再改；需要改的，由提案委退回。尚未答复的联名邀请同时失效。</p>
        <Text {...context} />
      </>
    ),
    button: '确认提交',
  }),
  'POST proposals/:id/invite-cosigners': async (context) => ({
    intro: (
      <p class="text-secondary">
        被邀请人会收到通知，在期限内答复。全部答复之前也可以提交，没有答复的邀请到时失效。
      </p>
    ),
    aids: { sponsorIds: { options: await invitees(context) } },
    button: '发出邀请',
  }),
  'POST proposals/:id/sign-as-convener': ({ subject }) => ({
    intro: <p class="text-secondary">集体提案须经召集人（主要负责人）签署。修改文字之后须重新签署。</p>,
    values: { name: subject?.dossier?.sponsors[0]?.contactName ?? undefined },
    button: '签署',
  }),
  'POST proposals/:id/withdraw': () => ({
    intro: <p>撤回后不再办理，也不能恢复；需要时请另行撰写。</p>,
    ...{ grave: true, button: '撤回提案' },
  }),
  'POST proposals/:id/ask-withdrawal': () => ({
    intro: <p class="text-secondary">立案之后撤案，须经提案委主任同意。决定之前照常办理。</p>,
    button: '申请撤案',
  }),
  'POST proposals/:id/consent-to-withdrawal': (context) => ({
    intro: asked(context),
    aids: { note: { hint: '提案者和承办单位会看到。' } },
    ...{ grave: true, button: '同意撤案' },
  }),
  'POST proposals/:id/refuse-withdrawal': (context) => ({ intro: asked(context), button: '不同意撤案' }),
  'POST proposals/:id/attachments': () => ({
    intro: <p class="text-secondary">随提案一起看的材料，如图片、表格。请不要上传含有个人信息的文件。</p>,
    button: '上传',
  }),
  'DELETE proposals/:id/attachments/:attachmentId': ({ subject, found }) => {
    const file = subject?.dossier?.attachments.find(({ id }) => String(id) === found.params.attachmentId);
    return {
      intro: file && <p>移除“{file.name}”。</p>,
      ...{ grave: true, button: '移除' },
    };
  },
  'POST proposals/:id/feedback-scans': (context) => ({
    intro: (
      <p class="text-secondary">
        提案者签字的纸质反馈表，扫描后上传；然后在“反馈满意度”里代为录入并选择这份扫描件。
      </p>
    ),
    aids: { sponsorId: { options: ratersOf(context) } },
    button: '上传',
  }),
  'POST proposals/:id/object-to-correction': () => ({
    intro: <p class="text-secondary">对工作人员的文字校订有异议的，提出后恢复为您提交的文字。</p>,
    button: '提出异议',
  }),
  'POST proposals/:id/undesignate-key': () => ({ button: '取消重点提案' }),
  'POST proposals/:id/conclude': ({ subject }) => ({
    intro: (
      <p>
        已收到 {subject?.dossier?.feedback.length ?? 0} 份反馈。办结之后本轮反馈向承办单位公布，不再接受修改。
      </p>
    ),
    button: '办结',
  }),
  'POST proposals/:id/archive': () => ({
    intro: <p>归档之后只能查阅。</p>,
    button: '归档',
  }),
  'POST proposals/:id/rehandle-after-evaluation': () => ({
    intro: <p class="text-secondary">民主评议未达标的，退回交办单位重新办理，另行计算期限。</p>,
    button: '重新办理',
  }),
};
