import { scopesOf, wears } from '../../../lifecycle/people';
import type { HelpContext, Helps } from '../deed-help';

const GUIDANCE = (
  <p class="text-secondary">
    一事一案：一件提案只写一件事。案由点明要办的事；情况和分析说清现状与原因；建议逐条写，每条一项、具体可办。草稿可以随时保存，提交之后才进入审查。
  </p>
);

const WRITING = {
  subject: { hint: '如“关于……的建议”。' },
  recommendations: { hint: '每条一项，具体可办。', rows: 3 },
  publicityReason: { rows: 2 },
  version: { hidden: true },
};

/** Members write for themselves or for the body they speak for; staff enter what came on paper. */
async function ownSponsors({ actor, lists }: HelpContext) {
  const all = await lists.sponsors();
  const own = scopesOf(actor, 'sponsor');
  return wears(actor, 'committee') ? all : all.filter(({ value }) => own.includes(Number(value)));
}

export const draftHelps: Helps = {
  'POST proposals': async (context) => {
    const options = await ownSponsors(context);
    const values = options.length === 1 ? { sponsorId: options[0].value } : {};
    return { intro: GUIDANCE, button: '保存草稿', aids: { ...WRITING, sponsorId: { options } }, values };
  },
  'PUT proposals/:id/text': ({ subject }) => ({
    ...{ intro: GUIDANCE, button: '保存', aids: WRITING },
    values: { ...subject?.dossier?.text, category: subject?.dossier?.category, version: subject?.version },
  }),
};
