import { signatures } from '../../../lifecycle/words/terms';
import { Table } from '../../../platform/pages/table';
import type { Dossier } from '../../deeds/deed-subject';

type Sponsor = Dossier['sponsors'][number];

export const SponsorsSection = ({ dossier }: { dossier: Dossier }) => (
  <Table
    caption="提案者"
    columns={dossier.sponsors.some(({ opinion }) => opinion) ? [...COLUMNS, OPINION] : COLUMNS}
    rows={dossier.sponsors}
    rowHeader="name"
    empty={<p>没有提案者</p>}
  />
);

const COLUMNS = [
  {
    ...{ key: 'name', label: '提案者' },
    cell: ({ name, place }: Sponsor) => (place === 1 ? `${name}（第一提案者）` : name),
  },
  { key: 'signature', label: '签署', cell: ({ signature }: Sponsor) => signatures[signature] },
  {
    ...{ key: 'contact', label: '联系人' },
    cell: ({ contactName, contactPost, contactPhone }: Sponsor) =>
      [contactName, contactPost, contactPhone].filter(Boolean).join(' '),
  },
];
const OPINION = { key: 'opinion', label: '意见', cell: ({ opinion }: Sponsor) => opinion };
