import { numberOf } from '../deeds/case-label';

interface Props {
  readonly href: string;
  readonly caseNo: number | null;
  readonly receiptNo: number | null;
  readonly subject: string;
  readonly isKey?: boolean;
}

/** A case in a list: its number in plain, its subject as the link. */
export const CaseLink = ({ href, caseNo, receiptNo, subject, isKey }: Props) => (
  <>
    <span class="case-no nowrap">{numberOf({ caseNo, receiptNo })}</span>{' '}
    <a href={href}>{subject || '（未定案由）'}</a>
    {isKey && <span class="badge bg-blue-lt">重点</span>}
  </>
);
