import type { ProposalStage } from '../../lifecycle/facts';
import { proposalStages } from '../../lifecycle/words/stages';
import type { Dossier } from '../deeds/deed-subject';

type Moments = Dossier['moments'];

/** The way of a proposal that goes well. */
const WAY: readonly ProposalStage[] = [
  ...(['draft', 'submitted', 'filed', 'handedOver'] as const),
  ...(['handling', 'replied', 'concluded', 'archived'] as const),
];
const REACHED: Partial<Record<ProposalStage, keyof Moments>> = {
  draft: 'draftedAt',
  submitted: 'submittedAt',
  filed: 'filedAt',
  handedOver: 'handedOverAt',
};

interface Step {
  readonly word: string;
  readonly state: 'done' | 'current' | 'ahead';
}

/** Where a case stands on its way; one that has left the way shows how far it came, and how it ended. */
export function stepsOf(stage: ProposalStage, moments: Moments): Step[] {
  const at = WAY.indexOf(stage);
  if (at >= 0)
    return WAY.map((each, place) => ({
      word: proposalStages[each],
      state: place < at ? 'done' : place === at ? 'current' : 'ahead',
    }));
  const current = { word: proposalStages[stage], state: 'current' } as const;
  if (stage === 'returned')
    return [
      { word: proposalStages.draft, state: 'done' },
      current,
      ...WAY.slice(1).map((each) => ({ word: proposalStages[each], state: 'ahead' as const })),
    ];
  const passed = WAY.filter((each) => REACHED[each] && moments[REACHED[each]] !== null);
  return [...passed.map((each) => ({ word: proposalStages[each], state: 'done' as const })), current];
}

export const Steps = ({ stage, moments }: { stage: ProposalStage; moments: Moments }) => (
  <ol class="steps" aria-label="办理环节">
    {stepsOf(stage, moments).map(({ word, state }) => (
      <li
        class={state === 'done' ? 'done' : undefined}
        aria-current={state === 'current' ? 'step' : undefined}
      >
        {word}
      </li>
    ))}
  </ol>
);
