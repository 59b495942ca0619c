import type { EvaluationStage } from '../../lifecycle/facts';

const TONES: Partial<Record<EvaluationStage, string>> = {
  planned: 'bg-blue-lt',
  opened: 'bg-yellow-lt',
  closed: 'bg-yellow-lt',
  announced: 'bg-green-lt',
};

interface Props {
  readonly stage: EvaluationStage;
  readonly stageWord: string;
  readonly shut?: boolean;
}

/** How a meeting stands, in words and in a colour. */
export const StageBadge = ({ stage, stageWord, shut }: Props) => (
  <span class={`badge ${TONES[stage] ?? ''}`}>
    {stage === 'opened' && shut ? '已停止投票，计票中' : stageWord}
  </span>
);
