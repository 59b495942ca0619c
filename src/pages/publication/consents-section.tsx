import { consentAnswers, consentParties, secrecyResults } from '../../lifecycle/words/publishing';
import { Day, Moment } from '../../platform/pages/day-words';
import { withQuery } from '../../platform/pages/local-path';
import { Table } from '../../platform/pages/table';
import type { Dossier } from '../deeds/deed-subject';
import { deedPath } from '../deeds/deed-words';
import { canDo, type PublicationSheet } from './publication-sheet';

interface Props {
  readonly dossier: Dossier;
  readonly sheet: PublicationSheet;
}
type Consent = PublicationSheet['consents'][number];

/** A deed of the case, from this desk and back to it. */
export const fromHere = (id: number, verb: string): string =>
  withQuery(deedPath('proposals', id, verb), 'back', `/desk/publication/${id}`);

/** Who agreed: each first sponsor, each lead unit, the committee. */
export function ConsentsSection({ dossier, sheet }: Props) {
  const columns = [
    { key: 'who', label: '谁', cell: (row: Consent) => nameOf(row, dossier) },
    { key: 'answer', label: '意见', cell: ({ answer }: Consent) => consentAnswers[answer] },
    { key: 'note', label: '说明', cell: ({ note }: Consent) => note ?? '' },
    { key: 'at', label: '时间', cell: ({ at }: Consent) => <Moment at={at} /> },
  ];
  return (
    <section aria-labelledby="consents">
      <h2 id="consents">公开意见</h2>
      <Table
        caption="各方对公开的意见"
        columns={columns}
        rows={sheet.consents}
        rowHeader="who"
        empty={<p>第一提案者、主办单位和提案委都还没有表示意见。三方都同意才能公示。</p>}
      />
      {sheet.consents.length > 0 && sheet.unanswered.length > 0 && (
        <p>
          还没有表示意见：
          {sheet.unanswered.map(({ party, name }) => name ?? consentParties[party]).join('、')}。
        </p>
      )}
      {canDo(dossier, 'consentToPublication') && (
        <p>
          <a class="btn" href={fromHere(dossier.id, 'consentToPublication')}>
            登记意见
          </a>
        </p>
      )}
    </section>
  );
}

function nameOf({ party, partyId }: Consent, { sponsors, assignments }: Dossier): string {
  const name =
    party === 'sponsor'
      ? sponsors.find(({ sponsorId }) => sponsorId === partyId)?.name
      : assignments.find(({ unitId }) => party === 'unit' && unitId === partyId)?.unitName;
  return name ? `${consentParties[party]}：${name}` : consentParties[party];
}

/** 定密审查, before anything comes out. */
export const SecrecySection = ({ dossier, sheet }: Props) => (
  <section aria-labelledby="secrecy">
    <h2 id="secrecy">定密审查</h2>
    {sheet.secrecy ? (
      <p>
        {sheet.secrecy.by}于{sheet.secrecy.on && <Day day={sheet.secrecy.on} />}审查：
        <strong>{sheet.secrecy.result && secrecyResults[sheet.secrecy.result]}</strong>。{sheet.secrecy.note}
      </p>
    ) : (
      <p>还没有审查，或者审查以后公开的内容又有改动。</p>
    )}
    {canDo(dossier, 'reviewSecrecy') && (
      <p>
        <a class="btn" href={fromHere(dossier.id, 'reviewSecrecy')}>
          {sheet.secrecy ? '重新审查' : '登记审查结论'}
        </a>
      </p>
    )}
  </section>
);
