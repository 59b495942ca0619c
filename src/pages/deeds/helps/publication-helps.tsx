import { wears } from '../../../lifecycle/people';
import { consentParties } from '../../../lifecycle/words/publishing';
import { idIn } from '../../desks/asked';
import type { HelpContext, Helps } from '../deed-help';

const noticeItems = ({ subject }: HelpContext) =>
  (subject?.notice?.items ?? []).map(({ id, subject: words }, at) => ({
    value: id,
    label: `${at + 1}. ${words}`,
  }));

const ACCEPTED = {
  label: '疑似个人信息中可以公开的',
  hint: '逐字照抄，每行一处。没有的不填。',
};

export const publicationHelps: Helps = {
  'POST notices': async ({ actor, lists }) => ({
    button: '开始编制',
    intro: <p>先定公示抬头，再选入提案。发布单位、地址和电话照上一份公示填好，可以改。</p>,
    values: {
      issuer: lists.settings.committee.issuer,
      ...(wears(actor, 'committee') ? await lists.lastNoticeHead() : {}),
      datedOn: lists.today,
    },
    aids: { title: { hint: '如“温岭市政协十五届一次会议重点提案办理落实情况公示”。' }, preface: { rows: 4 } },
  }),
  'PUT notices/:id': ({ found, subject }) => ({
    intro: (
      <p>
        编排条目请用<a href={`/desk/notices/${found.params.id}/arrange`}>编排页</a>。
      </p>
    ),
    values: { ...subject?.notice },
    aids: {
      'items.*.proposalId': {
        options: (subject?.notice?.items ?? []).flatMap(({ proposalId, subject: words }) =>
          proposalId ? [{ value: proposalId, label: words }] : [],
        ),
      },
    },
  }),
  'POST notices/:id/prepare': () => ({
    intro: <p>送审时，各条按提案现在的内容重新抄录。之后由政协办公室审批，由第三人发布。</p>,
    button: '送审',
  }),
  'POST notices/:id/approve': () => ({
    button: '同意发布',
    intro: <p>审批人不能是编制人。批准后由第三人发布。</p>,
  }),
  'POST notices/:id/issue': () => ({
    button: '立即发布',
    intro: <p>发布后所有人都能看到，并可以留言。</p>,
  }),
  'POST notices/:id/schedule-issue': () => ({
    button: '定时发布',
    intro: <p>到时自动发布；届时会再核对一遍权限和公示条件，有变化就不发布，并通知您。</p>,
  }),
  'POST notices/:id/correct': (context) => {
    const itemId = idIn(context.query.itemId);
    const item = context.subject?.notice?.items.find(({ id }) => id === itemId);
    return {
      button: '更正',
      intro: <p>读者会看到更正的日期和说明，看不到原来的文字。</p>,
      values: { itemId, summary: item?.summary },
      aids: { itemId: { options: noticeItems(context) }, summary: { rows: 12 }, accepted: ACCEPTED },
    };
  },
  'POST notices/:id/take-down': () => ({
    grave: true,
    button: '撤下',
    intro: <p>撤下以后，原地址只留标题、日期和理由，并记入公开的撤下记录，不能恢复。理由会公开。</p>,
  }),
  'POST notices/:id/discard': () => ({ grave: true }),
  'POST proposals/:id/summarise': ({ found }) => ({
    intro: (
      <p>
        对照答复编写，请用<a href={`/desk/publication/${found.params.id}`}>公开事项页</a>。
      </p>
    ),
    aids: { summary: { rows: 14 } },
  }),
  'POST proposals/:id/consent-to-publication': ({ actor, subject }) => {
    const sponsors = (subject?.dossier?.sponsors ?? []).map(({ sponsorId, name }) => ({
      value: sponsorId,
      label: name,
    }));
    const clerk = wears(actor, 'committee');
    return {
      button: '提交意见',
      aids: {
        party: { hint: `您只代表一方的不用选。可选：${Object.values(consentParties).join('、')}。` },
        sponsorId: {
          options: sponsors,
          hint: clerk ? '代提案者登记电话或书面意见的，请选是谁。' : '您代表不止一位提案者的，请选。',
        },
      },
    };
  },
  'POST proposals/:id/review-secrecy': ({ lists }) => ({
    button: '登记审查结论',
    values: { reviewedOn: lists.today },
    aids: { note: { hint: '如“不涉及国家秘密和工作秘密”。' } },
  }),
  'POST proposals/:id/decide-personal-data': () => ({
    intro: <p>每一处都要决定：保留、遮盖或删去。</p>,
    aids: { attachmentId: { hidden: true }, 'decisions.*.text': { hint: '文中原样。' } },
  }),
  'POST proposals/:id/check-personal-data': () => ({ aids: { accepted: ACCEPTED } }),
  'POST proposals/:id/release-attachment': () => ({ button: '放行清理后的副本' }),
  'POST proposals/:id/withdraw-attachment': ({ query, subject }) => ({
    grave: true,
    button: '收回',
    values: { attachmentId: idIn(query.attachmentId) },
    aids: { attachmentId: { options: filesOf(subject) } },
  }),
  'POST comments/:id/release': () => ({ button: '公开', aids: { accepted: ACCEPTED } }),
  'POST comments/:id/refuse': () => ({ button: '不予公开' }),
  'POST comments/:id/answer': () => ({
    button: '保存回复',
    intro: <p>留言公开以后，回复显示在留言下面。</p>,
    aids: { accepted: ACCEPTED },
  }),
  'POST old-notices/:id/confirm': () => ({ button: '与原件一致，确认公开' }),
  'POST old-notices/:id/reject': () => ({ grave: true, button: '退回' }),
};

const filesOf = (subject: HelpContext['subject']) =>
  (subject?.dossier?.attachments ?? []).map(({ id, name }) => ({ value: id, label: name }));
