import type { IssuedNotice, PublicItem } from '../../src/publication/notice-pages';

export const anItem = (more: Partial<PublicItem> = {}): PublicItem => ({
  id: 7,
  subject: '关于以数字经济为突破口 全面推动温岭“强工兴市”的建议',
  tag: '专题类',
  sponsors: ['台联界'],
  leadUnits: ['市经信局'],
  document: 'summary',
  files: [],
  summary: '一是加快企业数字化改造。\n二是加强数字产业培育。',
  ...more,
});

/** A notice as readers get it; made by hand where a spec is about words alone. */
export const aPublicNotice = (more: Partial<IssuedNotice> = {}): IssuedNotice => ({
  id: 1,
  title: '重点提案办理落实情况公示',
  preface: '现予以公示。',
  issuer: '温岭市政协办公室',
  contactAddress: '温岭市行政中心11楼市政协提案委',
  contactPhone: '0576-86111970',
  datedOn: '2022-11-18',
  issuedAt: '2022-11-18T01:00:00.000Z',
  items: [anItem()],
  corrections: [],
  comments: [],
  commentsUntil: null,
  ...more,
});
