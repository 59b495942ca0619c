import { dimensionsOf } from '../../../evaluation/dimensions';
import type { HelpContext, Helps } from '../deed-help';

const names = ({ subject }: HelpContext, which: (voter: Voter) => boolean) =>
  (subject?.sheet?.voters ?? [])
    .filter(which)
    .map(({ memberId, name }) => ({ value: memberId, label: name }));
type Voter = NonNullable<NonNullable<HelpContext['subject']>['sheet']>['voters'][number];

/** Typed by each teller unseen; never filled in again. */
const PHRASE = {
  password: 'new-password',
  hint: '至少 8 个字。口令不保存，忘记了只能中止本轮重新投票。',
} as const;

export const evaluationHelps: Helps = {
  'POST evaluations': async ({ lists }) => {
    const [latest] = await lists.sessions();
    return {
      button: '安排',
      intro: <p>安排以后，再列议程、登记到会。评议对象和选票不选的，按设置办理。</p>,
      values: { sessionId: latest?.value, title: '市政协常委会会议重点提案民主评议' },
      aids: {
        title: { hint: '会议的名称，会印在选票和结果公告上。' },
        sessionId: { label: '评议哪次会议的提案' },
      },
    };
  },
  'PUT evaluations/:id/agenda': (context) => {
    const items = context.subject?.sheet?.items ?? [];
    const options = items.map(({ proposalId, unitId, subject }) => ({
      value: proposalId ?? unitId ?? 0,
      label: subject,
    }));
    const units = context.subject?.sheet?.objects === 'units';
    const [shown, other] = units ? ['unitIds', 'proposalIds'] : ['proposalIds', 'unitIds'];
    return {
      intro: (
        <p>
          新列入和调整次序，请用<a href={`/evaluations/${context.found.params.id}/agenda`}>议程页</a>
          ；这里可以移除已列入的。
        </p>
      ),
      values: { [shown]: options.map(({ value }) => value) },
      aids: { [shown]: { options }, [other]: { hidden: true } },
    };
  },
  'POST evaluations/:id/mark-presence': (context) => ({
    aids: {
      present: { options: names(context, ({ present }) => !present), label: '现在到会的人' },
      absent: { options: names(context, ({ present }) => present), label: '改为缺席的人' },
    },
  }),
  'POST evaluations/:id/lock-box': () => ({ aids: { phrase: PHRASE } }),
  'POST evaluations/:id/open': ({ subject }) => ({
    button: '开始投票',
    intro: (
      <p>
        应到 {subject?.sheet?.due} 人，到会 {subject?.sheet?.present}{' '}
        人。开始以后应到名单固定，到会的人即可投票。
      </p>
    ),
  }),
  'POST evaluations/:id/hand-out-paper': (context) => ({
    aids: {
      memberIds: { options: names(context, (voter) => voter.present && !voter.receipted && !voter.paper) },
    },
  }),
  'POST evaluations/:id/take-back-paper': (context) => ({
    aids: {
      memberIds: { options: names(context, ({ paper }) => Boolean(paper)), label: '交回未用选票的人' },
    },
  }),
  'POST evaluations/:id/shut-box': () => ({
    grave: true,
    intro: <p>停止以后任何人都不能再投票、领票，然后清点纸质选票。</p>,
  }),
  'POST evaluations/:id/vote': ({ found }) => ({
    intro: (
      <p class="alert alert-info">
        请在<a href={`/evaluations/${found.params.id}/ballot`}>选票页</a>投票。
      </p>
    ),
  }),
  'POST evaluations/:id/enter-count': ({ subject }) => {
    const items = (subject?.sheet?.items ?? []).map(({ id, place, subject: words }) => ({
      value: id,
      label: `${place}. ${words}`,
    }));
    const dimensions = dimensionsOf(subject?.sheet ?? { dimensions: [] });
    return {
      button: '录入这一项',
      intro: <p>各选项票数之和应等于收回票数减废票；没有划的计入弃权。</p>,
      values: {
        issued: subject?.sheet?.papers,
        marks: dimensions.map(({ code }) => ({ dimension: code })),
      },
      aids: {
        itemId: { options: items },
        marks: { hint: dimensions.map(({ label }, at) => `第 ${at + 1} 项：${label}`).join('；') },
        'marks.*.dimension': { hidden: true },
      },
    };
  },
  'POST evaluations/:id/close': ({ subject }) => {
    const locks = subject?.sheet?.locks ?? [];
    const options = locks.map(({ accountId, name }) => ({ value: accountId, label: name }));
    return {
      grave: true,
      button: '开箱计票',
      intro: <p>两位监票人同到，各自输入开箱口令。开箱以后不能再投票，选票计数后即行销毁。</p>,
      values: { phrases: locks.map(({ accountId }) => ({ accountId })) },
      aids: {
        phrases: { hint: '每把锁一项。', label: '两位监票人的口令' },
        'phrases.*.accountId': { options },
        'phrases.*.phrase': { password: 'new-password', hint: '各输各的，互不相看。' },
      },
    };
  },
  'POST evaluations/:id/announce': () => ({
    intro: <p>宣布以后，结果记入各件提案并通知有关各方。请先核对结果公告。</p>,
    button: '宣布结果',
  }),
  'POST evaluations/:id/break-off': () => ({
    grave: true,
    intro: <p>票箱中的选票不开封即销毁，重新上锁、重新投票。</p>,
  }),
  'POST evaluations/:id/void-round': () => ({
    grave: true,
    intro: <p>收回的选票多于发出的选票，本轮计票作废，重新投票。</p>,
  }),
  'POST evaluations/:id/cancel': () => ({ grave: true }),
};
