import { numberOf } from '../../deeds/case-label';
import type { Repetition } from '../../../search/similar/earlier.service';
import type { SimilarCase } from '../../../search/similar/similar.service';
import { DeedButton } from '../deed-button';

const DECISIONS = { same: '已认定属同一问题', notTheSame: '已认定不是同一问题', merged: '已并案' } as const;

interface Props {
  readonly id: number;
  readonly items: readonly SimilarCase[];
  readonly repetition: Repetition | null;
  readonly csrf: string;
  readonly back: string;
  /** Merging is the clerk's. */
  readonly mayMerge: boolean;
}

/** Cases like this one, with why, what was answered then and what is still owed: to be laid side by side. */
export const SimilarCases = (props: Props) => (
  <section class="card card-body mb-3" aria-labelledby="similar">
    <h2 id="similar">相近的提案</h2>
    <Repeated repetition={props.repetition} />
    {props.items.length === 0 ? (
      <p class="text-secondary">没有找到相近的提案。</p>
    ) : (
      <ol>
        {props.items.map((item) => (
          <li class="mb-3">
            <Similar item={item} {...props} />
          </li>
        ))}
      </ol>
    )}
  </section>
);

const Repeated = ({ repetition }: Pick<Props, 'repetition'>) =>
  repetition && (
    <div class="alert alert-warning">
      <p>多年重复：连同本件，已有 {repetition.sessions} 次会议提出。</p>
      <ul>
        {repetition.chain.map(({ id, session, caseNo, subject, stageWord }) => (
          <li>
            {session} {caseNo && numberOf({ caseNo, receiptNo: null })}{' '}
            <a href={`/proposals/${id}`}>{subject}</a>（{stageWord}）
          </li>
        ))}
      </ul>
    </div>
  );

function Similar({ item, id, csrf, back, mayMerge }: Props & { item: SimilarCase }) {
  const { subject, session, caseNo, stageWord, sponsors, units, score, decision } = item;
  const judge = { action: `/do/proposals/${id}/judge-likeness`, csrf, back, about: subject };
  return (
    <>
      <p>
        {caseNo && `${numberOf({ caseNo, receiptNo: null })} `}
        <a href={`/desk/examination/${id}/compare/${item.id}`}>{subject}</a>{' '}
        <span class="badge bg-blue-lt">相近 {score}</span> {decision && DECISIONS[decision.decision]}
      </p>
      <p class="text-secondary">
        {session}，{stageWord}；{sponsors.join('、')}
        {units.length > 0 && `；${units.map(({ name }) => name).join('、')}承办`}
      </p>
      <Why item={item} />
      <div class="btn-list">
        <a class="btn btn-sm" href={`/desk/examination/${id}/compare/${item.id}`}>
          对照<span class="visually-hidden">：{subject}</span>
        </a>
        {mayMerge && decision?.decision !== 'merged' && (
          <a class="btn btn-sm" href={`/desk/merging?ids=${id},${item.id}`}>
            准备并案<span class="visually-hidden">：{subject}</span>
          </a>
        )}
        {!decision && (
          <DeedButton {...judge} label="不是同一问题" fields={{ otherId: item.id, decision: 'notTheSame' }} />
        )}
      </div>
    </>
  );
}

function Why({ item: { reasons, replies, openPromises } }: { item: SimilarCase }) {
  const reply = replies.at(-1);
  return (
    <ul class="text-secondary">
      {reasons.words.length > 0 && <li>案由都有：{reasons.words.join('、')}</li>}
      {reasons.recommendations.map(({ mine, theirs }) => (
        <li>
          建议相近：“{mine}”与“{theirs}”
        </li>
      ))}
      {reasons.cited.length > 0 && <li>都提到第{reasons.cited.join('、')}号提案</li>}
      {reply && (
        <li>
          答复（{reply.docNo}，{reply.class ?? '未定'}类）：{reply.beginning}……
        </li>
      )}
      {openPromises.map(({ text, dueOn }) => (
        <li>
          未兑现的承诺：{text}（{dueOn}）
        </li>
      ))}
    </ul>
  );
}
