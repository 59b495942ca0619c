import { publicities } from '../../../lifecycle/words/terms';
import { dayWords } from '../../../platform/pages/day-words';
import { dayOf } from '../../../platform/clock/calendar';
import type { CaseDocument } from '../../../documents/case-documents';
import { chineseNumber } from '../../../proposals/citation';
import type { Rules } from '../../../proposals/rules';
import type { Dossier } from '../../deeds/deed-subject';
import { Paragraphs } from '../../desks/case-text';
import { Fact } from '../case-section';

type Assignment = Dossier['assignments'][number];
type Classes = Rules['handling']['classes'];

/** What co-handlers told the lead; sponsors are never shown this. */
export function opinionsSection({ assignments }: Dossier) {
  const given = assignments.filter(({ opinion }) => opinion);
  if (given.length === 0) return null;
  return given.map(({ id, unitName, opinion }) => (
    <article aria-labelledby={`opinion-${id}`}>
      <h3 id={`opinion-${id}`}>
        {unitName}（{opinion!.docNo}）
      </h3>
      <div class="prose">
        <Paragraphs text={opinion!.body} />
      </div>
    </article>
  ));
}

/** The replies, the newest round first; a draft is shown to those who work on it. */
export function repliesSection(dossier: Dossier, classes: Classes, documents: readonly CaseDocument[]) {
  const written = dossier.assignments.filter(({ reply }) => reply);
  if (written.length === 0)
    return dossier.stage === 'handling' ? (
      <p>主办单位尚未答复。答复签发后，提案者会收到通知并在这里看到。</p>
    ) : null;
  return [...written]
    .sort((one, other) => other.round - one.round || one.id - other.id)
    .map((each) => (
      <Reply
        assignment={each}
        classes={classes}
        letter={documents.find(({ kind, of }) => kind === 'reply' && of === each.id)}
      />
    ));
}

interface ReplyProps {
  readonly assignment: Assignment;
  readonly classes: Classes;
  readonly letter?: CaseDocument;
}

function Reply({ assignment, classes, letter }: ReplyProps) {
  const { id, unitName, round, reply } = assignment;
  const { issuedAt, docNo, body, contactPerson, contactPhone, publicity, signer } = reply!;
  return (
    <article aria-labelledby={`reply-${id}`}>
      <h3 id={`reply-${id}`}>
        {unitName}
        {round > 1 && `（第${chineseNumber(round)}轮）`}{' '}
        {issuedAt ? <>的答复 {docNo}</> : <span class="badge bg-yellow-lt">草稿，未签发</span>}
      </h3>
      <dl class="facts">
        <Fact name="答复类别">{classOf(reply!, classes)}</Fact>
        <Fact name="签发">{issuedAt && `${dayWords(dayOf(issuedAt))} ${signer ?? ''}`}</Fact>
        <Fact name="联系人">{[contactPerson, contactPhone].filter(Boolean).join(' ')}</Fact>
        <Fact name="公开建议">{publicity && publicities[publicity as keyof typeof publicities]}</Fact>
      </dl>
      <div class="prose">
        <Paragraphs text={body ?? ''} />
      </div>
      {!issuedAt && <Planned promises={reply!.promises} />}
      {letter && (
        <p class="no-print">
          <a href={letter.href}>
            按公文格式查看<span class="visually-hidden">：{letter.name}</span>
          </a>
        </p>
      )}
    </article>
  );
}

/** Promises become rows with a clock when the reply is issued; until then they stand in its draft. */
const Planned = ({ promises }: { promises: NonNullable<Assignment['reply']>['promises'] }) =>
  promises.length > 0 ? (
    <ul>
      {promises.map(({ text, dueOn }) => (
        <li>
          拟承诺：{text}（{dayWords(dueOn)}前）
        </li>
      ))}
    </ul>
  ) : null;

function classOf(reply: NonNullable<Assignment['reply']>, classes: Classes): string | null {
  if (!reply.class) return null;
  const label = classes.find(({ code }) => code === reply.class)?.label;
  const first = reply.firstClass && reply.firstClass !== reply.class ? `，原为${reply.firstClass}类` : '';
  return `${reply.class}类（${label ?? ''}）${first}`;
}
