import { into } from './rows.mjs';

const ITEMS = 14;

/** An issued notice of the usual length; gives its id. */
export function seedNotice(db, { write, now }) {
  const at = new Date(now).toISOString();
  const head = { title: '重点提案办理落实情况公示', preface: '现予以公示，欢迎监督。', issuer: '政协办公室' };
  const contact = { contactAddress: '行政中心11楼', contactPhone: '0576-86110000', datedOn: at.slice(0, 10) };
  const noticeId = into(db, 'notice')({ ...head, ...contact, stage: 'issued', version: 4, issuedAt: at });
  const item = into(db, 'noticeItem');
  for (let place = 1; place <= ITEMS; place += 1)
    item({
      ...{ noticeId, place, proposalId: place, subject: write.subject(place), document: 'summary' },
      ...{ sponsors: ['王一文'], leadUnits: ['承办单位1'], summary: write.text(550) },
    });
  return noticeId;
}
