import { scopesOf, wears } from '../../../lifecycle/people';
import { CaseText } from '../../desks/case-text';
import type { HelpContext, Helps } from '../deed-help';
import { idIn } from '../../desks/asked';
import { isOffered } from '../offered';

/** Both texts and what is proposed, for whoever is asked. */
async function proposed({ actor, subject, lists }: HelpContext) {
  if (!isOffered(subject) || !subject?.dossier) return undefined;
  const merging = await lists.cases.openMerging(actor, subject.dossier.id);
  if (!merging) return undefined;
  const { principal, text, reason, jointSubject } = merging;
  return (
    <>
      <div class="alert alert-info">
        <p>
          拟将「{subject.name}」并入主案「{principal}」。{jointSubject && `并案后的案由：${jointSubject}。`}
        </p>
        <p>理由：{reason}</p>
        <p>并案后两件提案合并办理：原文保留，提案者都列为提案者，各第一提案者都会收到答复并参加测评。</p>
      </div>
      <div class="side-by-side mb-3">
        <section>
          <h2>{subject.dossier.text.subject}</h2>
          <CaseText text={subject.dossier.text} />
        </section>
        <section>
          <h2>{text.subject}</h2>
          <CaseText text={text} />
        </section>
      </div>
    </>
  );
}

/** Which of the sponsors asked the answer is for. */
function askedSponsors({ actor, subject }: HelpContext) {
  const consents = subject?.dossier?.family.consents ?? [];
  const own = scopesOf(actor, 'sponsor');
  const named = (id: number) => subject?.dossier?.sponsors.find(({ sponsorId }) => sponsorId === id)?.name;
  return consents
    .filter(({ sponsorId }) => wears(actor, 'committee') || own.includes(sponsorId))
    .map(({ sponsorId }) => ({ value: sponsorId, label: named(sponsorId) ?? '主案的第一提案者' }));
}

export const mergingHelps: Helps = {
  'POST proposals/:id/judge-likeness': async ({ actor, lists, query }) => {
    const otherId = idIn(query.otherId);
    const options = otherId ? await lists.cases.named(actor, [otherId]) : await lists.cases.principals(actor);
    return {
      intro: <p class="text-secondary">认定会保留下来，用来检验相近程度的计算；随时可以重新认定。</p>,
      aids: { otherId: { options } },
      values: { otherId },
      button: '保存认定',
    };
  },
  'POST proposals/:id/propose-merge': async ({ actor, lists, query }) => {
    const principalId = idIn(query.principalId);
    const options = principalId
      ? await lists.cases.named(actor, [principalId])
      : await lists.cases.principals(actor);
    return {
      intro: (
        <p class="text-secondary">
          几件一起比较、排序和预览，请用<a href="/desk/merging">并案台</a>。
        </p>
      ),
      aids: { principalId: { options } },
      values: { principalId },
      button: '征询第一提案者意见',
    };
  },
  'POST proposals/:id/answer-merge': async (context) => {
    const options = askedSponsors(context);
    const single = options.length === 1 ? { sponsorId: options[0].value } : {};
    return {
      intro: await proposed(context),
      aids: { sponsorId: { options, hidden: options.length === 1 } },
      values: single,
      button: '提交答复',
    };
  },
  'POST proposals/:id/merge': async (context) => ({ intro: await proposed(context), button: '并案' }),
  'POST proposals/:id/drop-merge': async (context) => ({
    intro: await proposed(context),
    button: '放弃并案',
  }),
  'POST proposals/:id/unmerge': () => ({
    intro: (
      <p class="text-secondary">撤销后恢复为单独的提案，案号不变，各方都会收到通知。主案答复之前可以撤销。</p>
    ),
    grave: true,
  }),
};
