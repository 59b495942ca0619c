import { RecommendDto, ReexamineDto } from '../../../examination/examination.dto';
import { Day } from '../../../platform/pages/day-words';
import { FormFields } from '../../../platform/pages/form-fields';
import type { FormState } from '../../../platform/pages/form-state';
import { withQuery } from '../../../platform/pages/local-path';
import { dayOf } from '../../../platform/clock/calendar';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import { publicityWishes } from '../../../lifecycle/words/terms';
import type { Dossier } from '../../deeds/deed-subject';
import { deedPath } from '../../deeds/deed-words';
import { Recommended } from '../../deeds/helps/examination-helps';
import { DeedLinks } from '../../frame/deed-links';
import { CaseText } from '../case-text';
import { DeedButton } from '../deed-button';

interface Props {
  readonly dossier: Dossier;
  /** The names of the units the sponsor thinks right. */
  readonly units: readonly string[];
  readonly state: FormState;
  readonly csrf: string;
  /** Where one goes after deciding. */
  readonly next: string;
}

const CONFIRMING = ['file', 'returnForRevision', 'notFile'];

/** The text at the left, what is found of it at the right. */
export const ExaminedCase = (props: Props) => (
  <div class="side-by-side">
    <section class="card card-body" aria-labelledby="text-heading">
      <h2 id="text-heading">原文</h2>
      <About {...props} />
      <CaseText text={props.dossier.text} />
    </section>
    <section class="card card-body" aria-labelledby="finding-heading">
      <h2 id="finding-heading">审查</h2>
      <Recommended dossier={props.dossier} />
      <Recommend {...props} />
      <Confirm {...props} />
      <Others {...props} />
    </section>
  </div>
);

function About({ dossier, units }: Props) {
  const { text, moments, sponsors, attachments, collective } = dossier;
  const signed = sponsors.filter(({ signature }) => signature === 'agreed').map(({ name }) => name);
  return (
    <dl class="facts">
      <Fact name="提案者">
        {signed.join('、')}
        {collective ? '（集体提案）' : signed.length > 1 ? '（联名）' : ''}
      </Fact>
      {moments.submittedAt && (
        <Fact name="提交">
          <Day day={dayOf(moments.submittedAt)} />
        </Fact>
      )}
      <Fact name="建议承办单位">{units.length > 0 ? units.join('、') : '未建议'}</Fact>
      <Fact name="公开意愿">{wishOf(text.publicityWish)}</Fact>
      {text.convener && <Fact name="召集人签署">{text.convener}</Fact>}
      {attachments.length > 0 && (
        <Fact name="附件">
          {attachments.map(({ id, name }) => (
            <a href={`/api/proposals/${dossier.id}/attachments/${id}`}>{name} </a>
          ))}
        </Fact>
      )}
    </dl>
  );
}

const wishOf = (wish: string | null) =>
  wish ? (publicityWishes[wish as keyof typeof publicityWishes] ?? wish) : '未说明';

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const openIn = ({ actions }: Dossier, verb: string) =>
  actions.some(({ action, reasons }) => action === verb && reasons.length === 0);

/** A second look is a recommendation, too: it takes the place of the first. */
function Recommend({ dossier, state, csrf, next }: Props) {
  if (!openIn(dossier, 'recommend')) return null;
  const form = (
    <form method="post" action={deedPath('proposals', dossier.id, 'recommend')} data-guard noValidate>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_back" value={next} />
      <FormFields dto={RecommendDto} state={state} />
      <div class="btn-list mb-3">
        <button class="btn btn-primary" type="submit">
          提出初审意见，看下一件
        </button>
      </div>
    </form>
  );
  return dossier.recommendation ? (
    <details class="deed">
      <summary class="btn">改提初审意见</summary>
      {form}
    </details>
  ) : (
    form
  );
}

function Confirm({ dossier, csrf, next }: Props) {
  const { id, version, actions, text } = dossier;
  const open = actions.filter(({ action, reasons }) => CONFIRMING.includes(action) && reasons.length === 0);
  return (
    <div class="btn-list mb-3">
      {open.map(({ action, word }) => (
        <DeedButton
          {...{ csrf, version, back: next, about: text.subject }}
          action={deedPath('proposals', id, action)}
          label={`确认${word}，看下一件`}
          size="normal"
          primary
        />
      ))}
      {openIn(dossier, 'reexamine') && (
        <details class="deed">
          <summary class="btn">发回重审</summary>
          <form method="post" action={deedPath('proposals', id, 'reexamine')} noValidate>
            <input type="hidden" name={CSRF_FIELD} value={csrf} />
            <input type="hidden" name="_back" value={next} />
            <FormFields dto={ReexamineDto} state={{ values: { version }, faults: [], aids: {} }} />
            <button class="btn btn-primary" type="submit">
              发回重审
            </button>
          </form>
        </details>
      )}
    </div>
  );
}

/** What has its form here is not offered twice; why nothing can be confirmed is said only when nothing can. */
function Others({ dossier }: Props) {
  const { id, actions } = dossier;
  const confirmed = CONFIRMING.some((verb) => openIn(dossier, verb));
  const shown = actions.filter(({ action, reasons }) =>
    CONFIRMING.includes(action) ? !confirmed : reasons.length === 0,
  );
  const omit = ['recommend', 'reexamine'];
  return (
    <DeedLinks {...{ subject: 'proposals', id, actions: shown, omit }} back={`/desk/examination/${id}`} />
  );
}

/** On to the case after this one, in the list one came from. */
export const nextAfter = (id: number, waiting: string) =>
  withQuery(`/desk/examination/next?after=${id}`, 'waiting', waiting);
