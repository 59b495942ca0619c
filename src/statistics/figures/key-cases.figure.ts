import { PROPOSAL_STAGES } from '../../lifecycle/facts';
import { proposalStages } from '../../lifecycle/words/stages';
import { type Figure, STAFF } from '../figure';

export const keyCases: Figure = {
  title: '重点提案',
  basis: '处于各环节的重点提案／全部重点提案',
  unit: '件',
  readers: [...STAFF, 'assigningOffice'],
  plan: () =>
    PROPOSAL_STAGES.filter((stage) => stage !== 'draft').map((stage) => ({
      ...{ key: stage, label: proposalStages[stage] },
      ...{ list: { key: true, stage }, of: { key: true } },
    })),
};
