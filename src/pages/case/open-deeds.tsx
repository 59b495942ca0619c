import { machineOf } from '../../lifecycle/rulebook';
import { chineseNumber } from '../../proposals/citation';
import type { OpenButton } from '../../proposals/dossier/open-actions';
import type { Dossier } from '../deeds/deed-subject';
import { deedPath } from '../deeds/deed-words';
import { ENDINGS } from '../deeds/ending-deed';

type Machine = 'proposal' | 'assignment';

// What is called otherwise in the address of its deed.
const PLACES: Readonly<Record<string, string>> = {
  edit: 'text',
  attach: 'attachments',
  attachScan: 'feedback-scans',
};
/** What is done where its object stands: a file, a promise. */
export const IN_PLACE: readonly string[] = [
  ...['detach', 'attachEvidence', 'showPromise', 'hidePromise', 'keepPromise', 'confirmEvidence'],
  ...[
    'rejectEvidence',
    'askCarryOver',
    'grantCarryOver',
    'refuseCarryOver',
    'answerFollowUp',
    'askFollowUp',
    'endFollowUp',
  ],
];
const PUBLISHING: readonly string[] = [
  ...['summarise', 'checkPersonalData', 'decidePersonalData', 'reviewSecrecy'],
  ...['releaseAttachment', 'withdrawAttachment'],
];

// What takes a step back stands last, where nobody presses it in passing.
const LAST: readonly string[] = [
  'withdraw',
  'askWithdrawal',
  'undesignateKey',
  'handBack',
  'recall',
  'requestReturn',
];

export interface DeedsOf {
  readonly machine: Machine;
  readonly id: number;
  readonly actions: readonly OpenButton[];
  /** Of whom, where a case has several. */
  readonly of: string | null;
}

// A desk makes easier what the form alone asks row by row.
const DESKS: Readonly<Record<string, string>> = { assign: '/desk/routing' };

/** The address of a deed that the rulebook offers. */
export const hrefOf = (machine: Machine, id: number, action: string): string =>
  machine === 'proposal' && DESKS[action]
    ? `${DESKS[action]}/${id}`
    : deedPath(machine === 'proposal' ? 'proposals' : 'assignments', id, PLACES[action] ?? action);

/** What the case's head offers: of the case first, then of each assignment, the newest round first; what has its place further down is left out. */
export function deedsOf({ id, actions, assignments, round }: Dossier): DeedsOf[] {
  const shown = (all: readonly OpenButton[]) =>
    all.filter(({ action }) => !IN_PLACE.includes(action) && !PUBLISHING.includes(action));
  return [
    { machine: 'proposal' as const, id, actions: shown(actions), of: null },
    ...[...assignments].reverse().map((each) => ({
      ...{ machine: 'assignment' as const, id: each.id, actions: shown(each.actions) },
      of: round > 1 ? `${each.unitName}第${chineseNumber(each.round)}轮` : each.unitName,
    })),
  ].filter((deeds) => deeds.actions.length > 0);
}

/** The deed ends a time that runs, and no step back: it is what one comes here for. */
function leadsOn({ machine, id }: DeedsOf, action: string, clocks: Dossier['clocks']): boolean {
  if (LAST.includes(action)) return false;
  const stops = (machineOf(machine).actions as Record<string, { stops?: unknown }>)[action]?.stops;
  const ends = (clock: Dossier['clocks'][number]['clock']) =>
    ENDINGS[clock]?.[1] === action || (Array.isArray(stops) && stops.includes(clock));
  return clocks.some(
    (each) => each.debt && each.subjectKind === machine && each.subjectId === id && ends(each.clock),
  );
}

/** What is open, what leads on first; and why the rest cannot be done now. */
export function OpenDeeds({ dossier }: { dossier: Dossier }) {
  const all = deedsOf(dossier);
  const several = all.filter(({ of }) => of !== null).length > 1;
  return (
    <div class="no-print">
      {all.map((deeds) => (
        <OpenOf deeds={deeds} clocks={dossier.clocks} named={several} />
      ))}
      <Blocked all={all} named={several} />
    </div>
  );
}

function OpenOf({ deeds, clocks, named }: { deeds: DeedsOf; clocks: Dossier['clocks']; named: boolean }) {
  const { machine, id, of, actions } = deeds;
  const open = actions.filter(({ reasons }) => reasons.length === 0);
  if (open.length === 0) return null;
  const first = open.filter(({ action }) => leadsOn(deeds, action, clocks));
  const others = open.filter((each) => !first.includes(each));
  const rest = [
    ...others.filter(({ action }) => !LAST.includes(action)),
    ...others.filter(({ action }) => LAST.includes(action)),
  ];
  return (
    <div class="btn-list mb-2 align-items-center">
      {of && named && <span class="text-secondary">{of}：</span>}
      {[...first, ...rest].map(({ action, word }) => (
        <a
          class={first.some((each) => each.action === action) ? 'btn btn-primary' : 'btn'}
          href={hrefOf(machine, id, action)}
        >
          {word}
          {of && <span class="visually-hidden">（{of}）</span>}
        </a>
      ))}
    </div>
  );
}

function Blocked({ all, named }: { all: readonly DeedsOf[]; named: boolean }) {
  const blocked = all.flatMap(({ of, actions }) =>
    actions.filter(({ reasons }) => reasons.length > 0).map((each) => ({ ...each, of })),
  );
  if (blocked.length === 0) return null;
  return (
    <details class="blocked">
      <summary>暂不能办理的 {blocked.length} 项及原因</summary>
      <dl class="facts">
        {blocked.map(({ word, of, reasons }) => (
          <div>
            <dt>
              {word}
              {of && named && `（${of}）`}
            </dt>
            <dd>{reasons.map(({ message }) => message).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
