interface Numbered {
  readonly caseNo: number | null;
  readonly receiptNo: number | null;
  readonly subject: string;
}

/** The number a case goes by: its own, or before it has one that of its receipt. */
export const numberOf = ({ caseNo, receiptNo }: Omit<Numbered, 'subject'>): string =>
  caseNo ? `第${caseNo}号` : receiptNo ? `流水号${receiptNo}` : '草稿';

/** How a case is called in a list of choices. */
export const caseLabel = (row: Numbered): string => `${numberOf(row)} ${row.subject || '（未定案由）'}`;
