import {
  type Block,
  flush,
  keptWithNext,
  linesOf,
  paragraph,
  title,
  type OfficialDocument,
} from '../platform/documents/blocks';
import { dayWords } from '../platform/pages/day-words';
import { type Assigned, isDraft } from './case-documents';
import {
  bodyBlocks,
  classLabel,
  contactBlocks,
  dayOfMoment,
  fullUnitName,
  salutation,
  shortCommittee,
  titleAbout,
} from './letter-words';
import { named, type PaperCase } from './paper-case';
import type { CitedOpinion } from './paper-rows';

type Reply = NonNullable<Assigned['reply']>;

/** The reply (答复函) as it goes to the sponsors; of a draft the same letter, and it says that it is one. */
export function replyLetter(
  paper: PaperCase,
  assigned: Assigned,
  cited: readonly CitedOpinion[],
): OfficialDocument {
  const reply = assigned.reply as Reply;
  const draft = isDraft(assigned);
  const unit = fullUnitName(paper.handling.committee.name, assigned.unitName);
  const day = dayOfMoment(reply.issuedAt);
  return {
    name: named(paper, draft ? '答复函草稿' : '答复函', assigned.unitName),
    issuer: unit,
    numbered: true,
    blocks: [
      ...(draft ? [{ kind: 'stamp', text: '草稿　未经签发，不作为正式答复' } as const] : []),
      // What it was issued with: a B that is done later does not change a letter that is out.
      { kind: 'mark', text: classLabel(paper, reply.firstClass ?? reply.class) },
      { kind: 'head', text: unit },
      { kind: 'number', text: reply.docNo ?? '（文号待编）', signer: reply.signer ?? '　　　' },
      title(titleAbout(paper, '关于', `的${assigned.round > 1 ? '再次' : ''}答复`)),
      flush(salutation(paper.sponsors)),
      ...keptWithNext([...bodyBlocks(reply.body ?? ''), ...promiseBlocks(reply), ...citedBlocks(cited)]),
      { kind: 'signature', names: [unit], day },
      ...contactBlocks(reply.contactPerson, reply.contactPhone),
      { kind: 'imprint', copies: copiesOf(paper, assigned), issuer: unit, day },
    ],
  };
}

const ENDS = /[。.；;]+$/;

function promiseBlocks({ promises }: Reply): Block[] {
  if (promises.length === 0) return [];
  return [
    { kind: 'paragraph', pieces: [{ text: '对列入计划的事项，我单位承诺按期落实：' }], withNext: true },
    ...promises.map(({ text, dueOn }, at) =>
      paragraph(`${at + 1}．${linesOf(text).join('').replace(ENDS, '')}（${dayWords(dueOn)}前完成）。`),
    ),
  ];
}

/** Cited by number, never by their words. */
function citedBlocks(cited: readonly CitedOpinion[]): Block[] {
  if (cited.length === 0) return [];
  const all = cited.map(({ unitName, docNo }) => `${unitName}（${docNo}）`);
  return [paragraph(`本答复综合了以下单位的会办意见：${all.join('、')}。`)];
}

/** 提案委, the assigning office, those who worked on it together. */
function copiesOf({ dossier, handling }: PaperCase, { round }: Assigned): string[] {
  const coHandlers = dossier.assignments.filter(
    (each) => each.role === 'coHandler' && each.round === round && each.stage !== 'released',
  );
  return [
    `${shortCommittee(handling.committee.name)}提案委`,
    ...(dossier.officeName ? [dossier.officeName] : []),
    ...coHandlers.map(({ unitName }) => unitName),
  ];
}
