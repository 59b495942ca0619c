import { scopesOf, wears } from '../../../lifecycle/people';
import { FoldedText, Paragraphs } from '../../desks/case-text';
import type { HelpContext, Helps } from '../deed-help';

/** The replies that are rated, where the sponsor can read them again. */
function Replies({ context }: { context: HelpContext }) {
  const issued = (context.subject?.dossier?.assignments ?? []).filter(({ reply }) => reply?.issuedAt);
  return (
    <>
      {issued.map(({ id, unitName, reply }) => (
        <details class="card card-body mb-3">
          <summary>
            {unitName}的答复（{reply!.docNo}，{reply!.class}类）
          </summary>
          <div class="prose">
            <Paragraphs text={reply!.body ?? ''} />
          </div>
          <p>
            <a href={`/assignments/${id}/reply`}>看答复函</a>
          </p>
        </details>
      ))}
    </>
  );
}

/** Whose form it is: one's own, or for staff any of the sponsors. */
function raters({ actor, subject }: HelpContext) {
  const own = scopesOf(actor, 'sponsor');
  const all = (subject?.dossier?.sponsors ?? []).filter(({ signature }) => signature === 'agreed');
  const chosen = wears(actor, 'committee') ? all : all.filter(({ sponsorId }) => own.includes(sponsorId));
  const options = chosen.map(({ sponsorId, name }) => ({ value: sponsorId, label: name }));
  return options.length === 1 && !wears(actor, 'committee')
    ? { aids: { sponsorId: { hidden: true } }, values: { sponsorId: options[0].value } }
    : { aids: { sponsorId: { options } }, values: {} };
}

const SECRET = (
  <div class="alert alert-info">
    <p>
      您的意见直接送提案委。本轮反馈结束之前，承办单位和交办单位都看不到。办理态度和办理结果请分开评价，没有默认选项。
    </p>
    <p>反馈期内可以修改。选“不满意”的，由提案委主任决定是否再次办理。</p>
  </div>
);

const Forms = ({ context }: { context: HelpContext }) => (
  <>
    {(context.subject?.dossier?.feedback ?? [])
      .filter(({ attitude, result }) => attitude === 'dissatisfied' || result === 'dissatisfied')
      .map(({ text, round }) => (
        <div class="alert alert-warning">
          <p>
            第{round}轮有提案者不满意{text ? `：${text}` : '，没有写意见。'}
          </p>
        </div>
      ))}
  </>
);

const seals = ({ subject }: HelpContext) =>
  (subject?.dossier?.attachments ?? [])
    .filter(({ ownerKind }) => ownerKind === 'feedback')
    .map(({ id, name }) => ({ value: id, label: name }));

/** What is said before rating: to the sponsor, or to staff who enter what came on paper. */
function Before({ context }: { context: HelpContext }) {
  const { actor, subject } = context;
  const own = (subject?.dossier?.sponsors ?? []).filter(({ sponsorId }) =>
    wears(actor, 'sponsor', sponsorId),
  );
  return (
    <>
      {own.length > 0 ? (
        SECRET
      ) : (
        <div class="alert alert-info">
          <p>
            代提案者录入的，须附提案者签名的征询意见表，请先
            <a href={`${subject?.href.replace('/proposals/', '/do/proposals/')}/feedback-scans`}>
              上传扫描件
            </a>
            。
          </p>
        </div>
      )}
      <Replies context={context} />
    </>
  );
}

export const feedbackHelps: Helps = {
  'POST proposals/:id/rate': (context) => {
    const { aids, values } = raters(context);
    const scans = seals(context);
    const own = !wears(context.actor, 'committee');
    const scanId = own && scans.length === 0 ? { hidden: true } : { options: scans };
    return {
      intro: <Before context={context} />,
      aids: {
        ...aids,
        scanId,
        met: { hint: '承办单位有没有同您当面、电话或视频商量过。' },
        metHow: { hint: '没有面商的不用选。' },
        answersPoints: { hint: '答复是否逐条回应了您的建议。' },
        text: { hint: '不满意的，请写明哪里不满意、希望怎样。' },
      },
      values,
      button: '提交反馈',
    };
  },
  'POST proposals/:id/rate-again': (context) => {
    const { aids, values } = raters(context);
    return {
      intro: <Before context={context} />,
      ...{ aids, values },
      button: '提交测评',
    };
  },
  'POST proposals/:id/cosign': (context) => signing(context, '同意联名'),
  'POST proposals/:id/decline-cosign': (context) => signing(context, '谢绝联名'),
  'POST proposals/:id/rehandle': (context) => ({
    intro: <Forms context={context} />,
    aids: { reason: { hint: '写明要重新办理什么；承办单位据此再办。' } },
    button: '启动二次办理',
  }),
  'POST proposals/:id/decline-rehandling': (context) => ({
    intro: <Forms context={context} />,
    aids: { reason: { hint: '提案者会看到。' } },
    button: '不启动二次办理',
  }),
  'POST proposals/:id/ask-urging': () => ({
    intro: <p class="text-secondary">提案委收到后，或者向承办单位发催办函，或者答复您为什么不催。</p>,
    button: '请提案委催办',
  }),
};

/** Whoever puts their name to it has read it. */
function signing(context: HelpContext, button: string) {
  const { actor, subject } = context;
  const own = scopesOf(actor, 'sponsor');
  const invited = (subject?.dossier?.sponsors ?? []).filter(
    ({ sponsorId, signature }) =>
      signature === 'invited' && (own.includes(sponsorId) || wears(actor, 'committee')),
  );
  const options = invited.map(({ sponsorId, name }) => ({ value: sponsorId, label: name }));
  return {
    intro: subject?.dossier && (
      <>
        <p>发起人：{subject.dossier.sponsors[0]?.name}。签署的是下面的文字；之后有改动会再次征求您的意见。</p>
        <FoldedText dossier={subject.dossier} open />
      </>
    ),
    aids: { sponsorId: { options, hidden: options.length < 2 } },
    values: options.length === 1 ? { sponsorId: options[0].value } : {},
    button,
  };
}
