import { type Block, type OfficialDocument, type SheetRow, title } from '../platform/documents/blocks';
import { dayWords } from '../platform/pages/day-words';
import type { Assigned } from './case-documents';
import { caseWords, dayOfMoment, fullUnitName } from './letter-words';
import { named, type PaperCase, subjectOf } from './paper-case';
import type { RequestRow } from './paper-rows';
import { gap, one, two } from './sheet-rows';

/** To be signed, sealed and dated by hand. */
const SIGNED = '（盖章）\n负责人：　　　　　　　　　年　　月　　日';
const DECISIONS = { granted: '同意', refused: '不同意', lapsed: '未作决定，申请已失效' };

/** What a unit asked to have taken off it, and what the office decided (退办申请). */
export function returnSheet(
  paper: PaperCase,
  assigned: Assigned,
  requests: readonly RequestRow[],
): OfficialDocument {
  return sheets(paper, assigned, '退办申请', requests, (request) => [
    one(['退办理由', request.reason], 'much'),
    one(['建议承办单位', request.suggestedUnit ?? '未建议']),
    one(['申请单位', unitSigns(paper, assigned, request)]),
    one(['交办单位意见', decisionWords(paper, request, '退办')], 'much'),
  ]);
}

/** What a unit asked for, until when, and what the office decided (延期审批); told to the sponsor. */
export function extensionSheet(
  paper: PaperCase,
  assigned: Assigned,
  requests: readonly RequestRow[],
): OfficialDocument {
  const due = paper.dossier.clocks.find(
    ({ clock, subjectKind, subjectId }) =>
      (clock === 'reply' || clock === 'replyRound2') &&
      subjectKind === 'assignment' &&
      subjectId === assigned.id,
  );
  return sheets(paper, assigned, '延期答复审批', requests, (request) => [
    two(
      ['申请延至', request.until ? dayWords(request.until) : ''],
      request.decision || !due
        ? ['批准延至', request.grantedUntil ? dayWords(request.grantedUntil) : '']
        : ['现答复期限', dayWords(due.dueOn)],
    ),
    one(['延期理由', request.reason], 'much'),
    one(['申请单位', unitSigns(paper, assigned, request)]),
    one(['交办单位意见', decisionWords(paper, request, '延期')], 'much'),
    one(['告知情况', '□ 已告知提案者　方式：　　　　\n日期：　　年　　月　　日']),
  ]);
}

/** Each request on a page of its own, the newest first. */
function sheets(
  paper: PaperCase,
  assigned: Assigned,
  what: string,
  requests: readonly RequestRow[],
  rows: (request: RequestRow) => SheetRow[],
): OfficialDocument {
  const pages = requests.map((request, at): Block[] => [
    ...(at > 0 ? [{ kind: 'pageBreak' } as const] : []),
    title(`提案${what}表`),
    { kind: 'sheet', rows: [...headRows(paper, assigned), ...rows(request)] },
  ]);
  const issuer = fullUnitName(paper.handling.committee.name, assigned.unitName);
  return { name: named(paper, what, assigned.unitName), issuer, form: true, blocks: pages.flat() };
}

const headRows = (paper: PaperCase, { unitName, assignedAt }: Assigned): SheetRow[] => [
  one(['提案', caseWords(paper)]),
  one(['案由', subjectOf(paper)]),
  two(['承办单位', unitName], ['交办日期', dayOfMoment(assignedAt)]),
];

const unitSigns = ({ handling }: PaperCase, { unitName }: Assigned, { askedAt }: RequestRow): string =>
  `${fullUnitName(handling.committee.name, unitName)}（盖章）\n负责人：${gap(9)}${dayOfMoment(askedAt)}`;

function decisionWords(
  { dossier }: PaperCase,
  { decision, decisionNote, decidedAt }: RequestRow,
  what: string,
): string {
  if (decision === null) return `□ 同意${what}${gap(2)}□ 不同意${what}\n${SIGNED}`;
  const said = decision === 'lapsed' ? DECISIONS.lapsed : `${DECISIONS[decision]}${what}`;
  const office = `${dossier.officeName ?? ''}（盖章）${gap(2)}${dayOfMoment(decidedAt)}`;
  return [
    said + '。',
    ...(decisionNote ? [decisionNote] : []),
    ...(decision === 'lapsed' ? [] : [office]),
  ].join('\n');
}
