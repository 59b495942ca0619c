/** Which document is published in full. */
export const publishedDocuments = { summary: '办理落实情况摘要', reply: '答复原文' };

export const secrecyResults = { open: '可以公开', secret: '不宜公开' };

export const consentAnswers = { agreed: '同意公开', objected: '不同意公开' };

export const consentParties = { sponsor: '提案者', unit: '主办单位', committee: '提案委' };

/** What becomes of a place that looks like personal data. */
export const hitDecisions = { accepted: '保留', masked: '遮盖', cut: '删去' };
