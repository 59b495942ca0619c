import type { TextPiece } from '../../search/searching/marking';
import type { SearchHit } from '../../search/searching/search.service';
import type { Snippet } from '../../search/searching/snippets';
import { numberOf } from '../deeds/case-label';
import { Due } from '../frame/due';

interface Props {
  readonly hits: readonly SearchHit[];
  readonly sessions: ReadonlyMap<number, string>;
  readonly today: string;
}

/** What was found, the best first: what it is, how it stands, and where the words are in it. */
export const HitsView = (props: Props) => (
  <ol class="hits">
    {props.hits.map((hit) => (
      <li>
        <h3>
          <a href={`/proposals/${hit.id}`}>{hit.subject ? <Pieces pieces={hit.marked} /> : '（未定案由）'}</a>
          {hit.isKey && ' '}
          {hit.isKey && <span class="badge bg-blue-lt">重点</span>}
        </h3>
        <Standing {...props} hit={hit} />
        {hit.snippets.map((snippet) => (
          <Where snippet={snippet} />
        ))}
      </li>
    ))}
  </ol>
);

const Standing = ({ hit, sessions, today }: Props & { hit: SearchHit }) => (
  <ul class="hit-facts">
    <li>
      {sessions.get(hit.sessionId)} <span class="nowrap">{numberOf(hit)}</span>
    </li>
    <li>{hit.stageWord}</li>
    <li>第一提案者：{hit.leadSponsor}</li>
    {hit.leadUnits.length > 0 && <li>主办：{hit.leadUnits.join('、')}</li>}
    {hit.dueOn && (
      <li>
        最近期限：
        <Due dueOn={hit.dueOn} today={today} />
      </li>
    )}
  </ul>
);

const Where = ({ snippet: { label, pieces } }: { snippet: Snippet }) => (
  <p class="hit-where">
    <span class="text-secondary">{label}：</span>
    <Pieces pieces={pieces} />
  </p>
);

const Pieces = ({ pieces }: { pieces: readonly TextPiece[] }) => (
  <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>
);
