import { RATINGS } from '../lifecycle/facts';
import { consultationModes } from '../lifecycle/words/terms';
import { type Block, type OfficialDocument, type SheetRow, title } from '../platform/documents/blocks';
import { dayWords } from '../platform/pages/day-words';
import { caseWords, classLabel, dayOfMoment, proposalCommittee, shortCommittee } from './letter-words';
import { contactParts, named, type PaperCase, type PaperSponsor, subjectOf } from './paper-case';
import { gap, one, two } from './sheet-rows';

const boxes = (words: readonly string[]): string => words.map((word) => `□ ${word}`).join('　　');

/** A blank form (征询意见表) for each of those who rate, with nothing ticked: there is no default. */
export function opinionForms(paper: PaperCase, raters: readonly number[]): OfficialDocument {
  const known = paper.sponsors.filter(({ sponsorId }) => raters.includes(sponsorId));
  const pages = known.map((rater, at): Block[] => [
    ...(at > 0 ? [{ kind: 'pageBreak' } as const] : []),
    title('提案办理情况征询意见表'),
    {
      kind: 'sheet',
      rows: [
        ...caseRows(paper, rater),
        ...questions(paper),
        signature(rater),
        one(['说明', returnWords(paper, rater)]),
      ],
    },
  ]);
  const issuer = proposalCommittee(paper.handling.committee.name);
  return { name: named(paper, '征询意见表'), issuer, form: true, blocks: pages.flat() };
}

function caseRows(paper: PaperCase, rater: PaperSponsor): SheetRow[] {
  const replies = paper.dossier.assignments.flatMap(({ unitName, round, reply }) => {
    if (!reply?.issuedAt || round !== paper.dossier.round) return [];
    const type = classLabel(paper, reply.firstClass ?? reply.class);
    return [`${unitName}${gap(1)}${reply.docNo}${gap(1)}${dayOfMoment(reply.issuedAt)}${gap(1)}${type}`];
  });
  return [
    one(['提案', caseWords(paper)]),
    one(['案由', subjectOf(paper)]),
    two(['提案者', rater.name], ['联系方式', contactParts(rater).join('　')]),
    one(['答复', replies.join('\n')]),
  ];
}

function questions({ handling }: PaperCase): SheetRow[] {
  const labels = RATINGS.map(
    (rating) => handling.ratings.find(({ code }) => code === rating)?.label ?? rating,
  );
  const modes = Object.values(consultationModes);
  return [
    one([
      '面商',
      [`□ 未面商${gap(2)}□ 已面商，方式：`, boxes(modes.slice(0, 3)), boxes(modes.slice(3))].join('\n'),
    ]),
    one(['办理态度', boxes(labels)]),
    one(['办理结果', boxes(labels)]),
    one(['答复内容', boxes(['针对所提建议逐条答复', '没有针对所提建议答复'])]),
    one(['意见建议', ''], 'much'),
  ];
}

const signature = ({ person }: PaperSponsor): SheetRow =>
  two([person ? '签名' : '盖章或召集人签名', ''], ['日期', '　　年　　月　　日'], 'little');

/** Where to, until when, and that nobody ticks it for them. */
function returnWords({ dossier, handling }: PaperCase, { sponsorId }: PaperSponsor): string {
  const due = dossier.clocks.find(({ clock, owerScope }) => clock === 'feedback' && owerScope === sponsorId);
  const until = due ? `于${dayWords(due.dueOn)}前` : '';
  const to = `${shortCommittee(handling.committee.name)}提案委`;
  return `请本人填写，${until}直接交${to}，不经承办单位转交。每项只选一格；未选的按“未表态”统计，不计入满意。`;
}
