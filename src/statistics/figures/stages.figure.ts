import { PROPOSAL_STAGES } from '../../lifecycle/facts';
import { proposalStages } from '../../lifecycle/words/stages';
import { type Figure, STAFF, UNITS } from '../figure';

/** Where the proposals stand, in the order of life, and where some have left it. */
export const stages: Figure = {
  title: '提案所处环节',
  basis: '处于各环节的提案／本次会议的提案（含草稿和已并案）',
  unit: '件',
  readers: [...STAFF, 'assigningOffice', ...UNITS, 'sponsor'],
  plan: () =>
    PROPOSAL_STAGES.map((stage) => ({ key: stage, label: proposalStages[stage], list: { stage }, of: {} })),
};
