import { modes, unitRoles } from '../lifecycle/words/terms';
import { type OfficialDocument, type SheetRow, title } from '../platform/documents/blocks';
import { dayWords } from '../platform/pages/day-words';
import type { Assigned } from './case-documents';
import { classLabel, dayOfMoment, sessionWords, shortCommittee } from './letter-words';
import { contactParts, named, type PaperCase, subjectOf } from './paper-case';
import { gap, one, two } from './sheet-rows';

/** The sheet that goes with a case from desk to desk (提案办理单), with room for what is written on it by hand. */
export function caseSheet(paper: PaperCase, principalNo: number | null): OfficialDocument {
  const { name } = paper.handling.committee;
  return {
    name: named(paper, '提案办理单'),
    issuer: paper.handling.committee.issuer,
    ...{ numbered: true, form: true },
    blocks: [
      title(`${shortCommittee(name)}提案办理单`),
      {
        kind: 'sheet',
        rows: [
          ...numberRows(paper),
          ...sponsorRows(paper, principalNo),
          // One that follows another is handled on the sheet of that one.
          ...(principalNo === null ? [...unitRows(paper), ...handRows(paper)] : []),
          one(['备注', ''], 'some'),
        ],
      },
      { kind: 'pageBreak' },
      title('提案内容'),
      { kind: 'sheet', rows: textRows(paper) },
    ],
  };
}

function numberRows(paper: PaperCase): SheetRow[] {
  const { termNumber, sessionNumber, caseNo, receiptNo, category, moments } = paper.dossier;
  return [
    two(['届次', sessionWords(termNumber, sessionNumber)], ['案号', `第${caseNo}号`]),
    two(['流水号', receiptNo === null ? '' : String(receiptNo)], ['类别', category ?? '']),
    one(['案由', subjectOf(paper)]),
    two(['立案日期', dayOfMoment(moments.filedAt)], ['交办日期', dayOfMoment(moments.handedOverAt)]),
  ];
}

const ORIGINS = { session: '大会提案', between: '平时提案' };

function sponsorRows({ dossier, sponsors }: PaperCase, principalNo: number | null): SheetRow[] {
  const { origin, collective, isKey, keyLeader, family } = dossier;
  const lines = sponsors.map((sponsor) => {
    const contact = contactParts(sponsor).join('，');
    return contact ? `${sponsor.name}（${contact}）` : sponsor.name;
  });
  const form = collective ? '集体提案' : sponsors.length > 1 ? '联名提案' : '个人提案';
  const followers = family.followers.flatMap(({ caseNo }) => caseNo ?? []);
  return [
    one(['提案者', lines.join('\n')]),
    two(
      ['提案形式', [origin ? ORIGINS[origin] : '', form].filter(Boolean).join('，')],
      ['重点提案', isKey ? `是${keyLeader ? `（${keyLeader}领办）` : ''}` : '否'],
    ),
    ...(followers.length > 0
      ? [one(['并案', `${followers.map((number) => `第${number}号`).join('、')}提案并入本案办理`])]
      : []),
    ...(principalNo === null ? [] : [one(['并案', `已并入第${principalNo}号提案办理`])]),
  ];
}

function unitRows(paper: PaperCase): SheetRow[] {
  const { officeName, mode, assignments, round } = paper.dossier;
  const current = assignments.filter((each) => each.round === round && each.stage !== 'released');
  const issued = current.filter(({ reply }) => reply?.issuedAt);
  return [
    two(
      ['交办单位', officeName ?? ''],
      ['办理方式', (mode ? modes[mode] : '') + (round > 1 ? `（第${round}轮）` : '')],
    ),
    one(
      ['承办单位', current.map((each) => unitLine(paper, each)).join('\n')],
      current.length > 0 ? undefined : 'some',
    ),
    ...(issued.length > 0 ? [one(['答复', issued.map((each) => replyLine(paper, each)).join('\n')])] : []),
  ];
}

const OWED = ['reply', 'replyRound2', 'coOpinion'];

function unitLine(
  { dossier }: PaperCase,
  { id, unitName, role, assignedAt, acknowledgedAt }: Assigned,
): string {
  const due = dossier.clocks.find(
    ({ clock, subjectKind, subjectId }) =>
      OWED.includes(clock) && subjectKind === 'assignment' && subjectId === id,
  );
  const said = [
    `${dayOfMoment(assignedAt)}交办`,
    acknowledgedAt ? `${dayOfMoment(acknowledgedAt)}签收` : '未签收',
    ...(due ? [`${role === 'lead' ? '答复' : '会办'}期限${dayWords(due.dueOn)}`] : []),
  ];
  return `${unitRoles[role]}：${unitName}（${said.join('，')}）`;
}

function replyLine(paper: PaperCase, { unitName, reply }: Assigned): string {
  const { docNo, issuedAt, class: now, firstClass } = reply!;
  const later = firstClass && now !== firstClass ? `，现为${now}类` : '';
  return `${unitName}${gap(1)}${docNo}${gap(1)}${dayOfMoment(issuedAt)}${gap(1)}${classLabel(paper, firstClass ?? now)}${later}`;
}

const SIGNED = '　　　　　　　　签名：　　　　　　　年　　月　　日';

const handRows = ({ dossier }: PaperCase): SheetRow[] =>
  dossier.moments.repliedAt !== null
    ? []
    : [one(['拟办意见', SIGNED], 'some'), one(['领导批示', SIGNED], 'some'), one(['承办情况', ''], 'some')];

function textRows({ dossier: { text } }: PaperCase): SheetRow[] {
  const recommendations = text.recommendations.map((line, at) => `${at + 1}．${line}`).join('\n');
  return [
    one(['案由', text.subject]),
    ...(text.situation ? [one(['情况', text.situation])] : []),
    ...(text.analysis ? [one(['分析', text.analysis])] : []),
    one(['建议', recommendations]),
  ];
}
