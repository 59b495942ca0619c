import type { EarlierReturnDto } from '../../../assignment/requests.dto';
import type { Option } from '../../../platform/pages/form-state';
import type { FieldFault } from '../../../platform/web/errors';
import type { ExperiencedUnit } from '../../../search/similar/earlier.service';
import type { Dossier } from '../../deeds/deed-subject';
import { DeedLinks } from '../../frame/deed-links';
import { Due } from '../../frame/due';
import { CaseText } from '../case-text';
import { HandledBefore } from '../similar/handled-before';
import { AssignForm } from './assign-form';
import type { Choice } from './choice';

interface Props {
  readonly dossier: Dossier;
  readonly units: readonly Option[];
  readonly returns: readonly EarlierReturnDto[];
  readonly experienced: readonly ExperiencedUnit[];
  readonly choice: Choice;
  readonly today: string;
  readonly csrf: string;
  readonly faults: readonly FieldFault[];
}

/** One case as its office routes it. */
export const RoutedCase = (props: Props) => (
  <div class="side-by-side">
    <section class="card card-body" aria-labelledby="text-heading">
      <h2 id="text-heading">原文</h2>
      <p class="text-secondary">提案者：{props.dossier.sponsors.map(({ name }) => name).join('、')}</p>
      <CaseText text={props.dossier.text} />
    </section>
    <section class="card card-body" aria-labelledby="routing-heading">
      <h2 id="routing-heading">分办</h2>
      <Returned returns={props.returns} />
      <HandledBefore units={props.experienced} />
      <Routing {...props} />
    </section>
  </div>
);

/** Who would not have it before, so that it is not sent there again unawares. */
const Returned = ({ returns }: Pick<Props, 'returns'>) =>
  returns.length === 0 ? null : (
    <div class="alert alert-warning">
      <p>此前的退办：</p>
      <ul>
        {returns.map(({ unitName, reason, decision, suggestedUnitName, decisionNote }) => (
          <li>
            {unitName}：{reason}
            {suggestedUnitName && `（认为应由${suggestedUnitName}）`}
            {decision === 'granted' ? '，已同意' : '，未同意'}
            {decisionNote && `：${decisionNote}`}
          </li>
        ))}
      </ul>
    </div>
  );

function Routing({ dossier, units, choice, today, csrf, faults }: Props) {
  const { id, version, actions, clocks, text, stageWord } = dossier;
  const route = clocks.find(({ clock, state }) => clock === 'route' && state === 'running');
  const isOpen = actions.some(({ action, reasons }) => action === 'assign' && reasons.length === 0);
  return (
    <>
      {route && (
        <p>
          分办期限 <Due {...route} today={today} />
        </p>
      )}
      {isOpen ? (
        <AssignForm
          {...{ units, choice, version, csrf, faults }}
          action={`/desk/routing/${id}`}
          suggested={text.suggestedUnits}
        />
      ) : (
        <p>此件{stageWord}，现在不能分办。</p>
      )}
      <DeedLinks
        {...{ subject: 'proposals', id }}
        actions={actions.filter(({ reasons }) => reasons.length === 0)}
        omit={isOpen ? ['assign'] : []}
        back="/desk/routing"
      />
      <p class="mt-3">
        <a class="btn" href={`/proposals/${id}`}>
          看办理全貌
        </a>
      </p>
    </>
  );
}
