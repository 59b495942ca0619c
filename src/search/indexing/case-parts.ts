/** Columns of the index, the weightiest first. `inside` holds what only the committee reads. */
export const COLUMNS = ['subject', 'names', 'numbers', 'body', 'later', 'inside'] as const;
export type Column = (typeof COLUMNS)[number];

interface Part {
  readonly column: Column;
  readonly label: string;
  /** The case, the text, and the rows to take them from: of the cases `IDS`. */
  readonly id: string;
  readonly text: string;
  readonly from: string;
}

const PROPOSAL = { id: 'p."id"', from: '"proposal" p WHERE p."id" IN IDS' };
const TEXT = {
  id: 'p."id"',
  from: `"proposal" p JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion"
    WHERE p."id" IN IDS`,
};

/**
 * What of a case is found. Everything but `summary` is read by whoever passes the gate for the case; drafts of replies,
 * opinions of co-handlers, ratings and unanswered invitations are not, and are therefore in no part.
 */
export const PARTS = {
  subject: { column: 'subject', label: '案由', ...PROPOSAL, text: 'p."subject"' },
  jointSubject: {
    ...{ column: 'subject', label: '并案案由', id: 'p."id"', text: 'p."jointSubject"' },
    from: '"proposal" p WHERE p."id" IN IDS AND p."jointSubject" IS NOT NULL',
  },
  sponsors: {
    ...{ column: 'names', label: '提案者', id: 's."proposalId"', text: 's."name"' },
    from: `"sponsorship" s WHERE s."proposalId" IN IDS AND s."signature" = 'agreed'`,
  },
  units: {
    ...{ column: 'names', label: '承办单位', id: 'a."proposalId"', text: 'u."name"' },
    from: `"assignment" a JOIN "handlingUnit" u ON u."id" = a."unitId"
      WHERE a."proposalId" IN IDS AND a."stage" <> 'released' GROUP BY a."proposalId", u."id", u."name"`,
  },
  numbers: {
    ...{ column: 'numbers', label: '编号', id: 'p."id"' },
    text: `'第' || c."number" || '届第' || s."number" || '次会议' ||
      COALESCE('第' || p."caseNo" || '号提案', '') || COALESCE('，流水号' || p."receiptNo", '')`,
    from: `"proposal" p JOIN "plenarySession" s ON s."id" = p."sessionId" JOIN "term" c ON c."id" = s."termId"
      WHERE p."id" IN IDS`,
  },
  situation: { column: 'body', label: '情况', ...TEXT, text: 't."situation"' },
  analysis: { column: 'body', label: '分析', ...TEXT, text: 't."analysis"' },
  recommendations: { column: 'body', label: '建议', ...TEXT, text: 't."recommendations"' },
  reply: {
    ...{ column: 'later', label: '答复', id: 'r."proposalId"', text: 'r."body"' },
    from: '"reply" r WHERE r."proposalId" IN IDS AND r."issuedAt" IS NOT NULL',
  },
  progress: {
    ...{ column: 'later', label: '办理进展', id: 'g."proposalId"', text: 'g."text"' },
    from: '"progressReport" g WHERE g."proposalId" IN IDS',
  },
  figures: {
    ...{ column: 'later', label: '进展指标', id: 'g."proposalId"', text: 'f."indicator"' },
    from: `"progressFigure" f JOIN "progressReport" g ON g."id" = f."reportId" WHERE g."proposalId" IN IDS`,
  },
  published: {
    ...{ column: 'later', label: '公示摘要', id: 'i."proposalId"', text: 'i."summary"' },
    from: `"noticeItem" i JOIN "notice" n ON n."id" = i."noticeId"
      WHERE i."proposalId" IN IDS AND n."stage" = 'issued'`,
  },
  // The committee's until it is issued, and then the notice has it.
  summary: {
    ...{ column: 'inside', label: '摘要（未公开）', id: 'd."proposalId"', text: 'd."summary"' },
    from: '"dossier" d WHERE d."proposalId" IN IDS',
  },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];
