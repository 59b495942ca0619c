import { scopesOf, wears } from '../../../lifecycle/people';
import type { HelpContext, Helps } from '../deed-help';
import type { OptionLists } from '../option-lists';

const GUIDANCE = (
  <p class="text-secondary">
    一事一案：一件提案只写一件事。案由点明要办的事；情况和分析说清现状与原因；建议逐条写，每条一项、具体可办。草稿可以随时保存，不必一次填全；提交时案由、情况、分析、建议和类别须齐全，不全文公开的还须写明理由；提交之后进入审查。
  </p>
);

/** What others wrote about the same. */
const HINTS = '/desk/writing/similar';

const BEFORE = { needed: '提交前须填' };

const writing = (lists: OptionLists) => ({
  subject: { ...BEFORE, hint: '如“关于……的建议”。' },
  situation: { ...BEFORE, hint: '现状是什么，有什么事实和数据。', rows: 8 },
  analysis: { ...BEFORE, hint: '问题出在哪里，为什么。', rows: 8 },
  recommendations: { ...BEFORE, hint: '每条一项，写明请谁做什么，具体可办。', rows: 3 },
  category: { ...BEFORE, options: lists.categories() },
  suggestedUnits: { hint: '您认为应由哪些单位办理，由交办单位决定。不清楚的可以不选。' },
  publicityWish: { hint: '提案和答复是否可以公开。' },
  publicityReason: { rows: 2, hint: '选“只公开摘要”或“不公开”的，提交前须填。' },
  signedAs: { hint: '提案单位有几个名称时，写要用的那一个；一般不用填。' },
  sessionId: { hint: '不选则为截止时间最近的一次会议；过了截止时间的作为平时提案。' },
  version: { hidden: true },
});

/** Members write for themselves or for the body they speak for; staff enter what came on paper. */
async function ownSponsors({ actor, lists }: HelpContext) {
  const all = await lists.sponsors();
  const own = scopesOf(actor, 'sponsor');
  return wears(actor, 'committee') ? all : all.filter(({ value }) => own.includes(Number(value)));
}

export const draftHelps: Helps = {
  'POST proposals': async (context) => {
    const options = await ownSponsors(context);
    const [only] = options.length === 1 ? options : [];
    return {
      intro: (
        <>
          {only && <p>提案者：{only.label}</p>}
          {GUIDANCE}
        </>
      ),
      button: '保存草稿',
      similar: HINTS,
      aids: { ...writing(context.lists), sponsorId: { options, hidden: only !== undefined } },
      values: only ? { sponsorId: only.value } : {},
    };
  },
  'PUT proposals/:id/text': ({ subject, lists }) => ({
    ...{
      intro: GUIDANCE,
      button: '保存',
      similar: `${HINTS}?draft=${subject?.dossier?.id}`,
      aids: writing(lists),
    },
    values: { ...subject?.dossier?.text, category: subject?.dossier?.category, version: subject?.version },
  }),
};
