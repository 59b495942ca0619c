import { Day, Moment } from '../../platform/pages/day-words';
import { DeedLinks } from '../frame/deed-links';
import { NoticeItemSection } from './notice-item-section';
import { NoticeBadge } from './notice-list';
import type { NoticeSheet } from './notice-sheet';
import { nextStepOf } from './notice-step';
import type { ItemSource } from './notice-sources.service';

interface Props {
  readonly notice: NoticeSheet;
  readonly sources: ReadonlyMap<number, ItemSource>;
  /** Whether the reader has the desk of comments. */
  readonly withComments: boolean;
}

/** A notice before those who make it: whose turn it is, who did what, and what readers will get. */
export const NoticePage = ({ notice, sources, withComments }: Props) => (
  <>
    <Head notice={notice} withComments={withComments} />
    <Lacks notice={notice} />
    <Preview notice={notice} />
    {notice.items.map((item, at) => (
      <NoticeItemSection {...{ notice, item, place: at + 1, source: sources.get(item.proposalId ?? 0) }} />
    ))}
    <People notice={notice} />
  </>
);

function Head({ notice, withComments }: Pick<Props, 'notice' | 'withComments'>) {
  const next = nextStepOf(notice);
  const { id, stage, actions } = notice;
  const arranging = actions.some(({ action, reasons }) => action === 'arrange' && reasons.length === 0);
  return (
    <section class="case-head" aria-label="公示当前情况">
      <p>
        <NoticeBadge {...notice} /> {notice.items.length} 条
      </p>
      {next && (
        <p class="next-step">
          <strong>下一步：{next.what}</strong>
          <br />由{next.who}办理。
        </p>
      )}
      {(stage === 'issued' || stage === 'takenDown') && (
        <p>
          <a href={`/notices/${id}`}>公众看到的页面</a>
          {stage === 'issued' && (
            <>
              {withComments && (
                <>
                  ，<a href={`/desk/comments?notice=${id}`}>公众留言</a>
                </>
              )}
              ，<a href={`/notices/${id}.docx`}>公示（DOCX）</a>
            </>
          )}
        </p>
      )}
      {arranging && (
        <div class="btn-list">
          <a
            class={next?.action === 'arrange' ? 'btn btn-primary' : 'btn'}
            href={`/desk/notices/${id}/arrange`}
          >
            编排内容
          </a>
        </div>
      )}
      <DeedLinks
        subject="notices"
        id={id}
        actions={actions.filter(({ reasons }) => reasons.every(({ code }) => code !== 'notScheduled'))}
        elsewhere={['arrange']}
        first={next?.action}
        back={`/desk/notices/${id}`}
      />
    </section>
  );
}

/** What stands between the cases and their publication, each with the place to mend it. */
function Lacks({ notice }: { notice: NoticeSheet }) {
  if (notice.unready.length === 0 && notice.outdated.length === 0) return null;
  const places = [...new Set([...notice.unready.map(({ place }) => place), ...notice.outdated])].sort(
    (one, other) => one - other,
  );
  return (
    <section class="alert alert-warning" aria-labelledby="lacks">
      <h2 class="alert-title" id="lacks">
        有 {places.length} 条还不能公示
      </h2>
      <ul>
        {places.map((place) => (
          <li>
            <a href={`#item-${place}`}>第 {place} 条</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Preview = ({ notice }: { notice: NoticeSheet }) => (
  <section aria-labelledby="preview">
    <h2 id="preview">公示内容</h2>
    <div class="card">
      <div class="card-body prose">
        {notice.preface.split('\n').map((line) => (
          <p>{line}</p>
        ))}
        <p>
          来信地址：{notice.contactAddress}
          <br />
          联系电话：{notice.contactPhone}
        </p>
        <p>
          {notice.issuer}
          <br />
          <Day day={notice.datedOn} />
        </p>
      </div>
    </div>
  </section>
);

const People = ({ notice }: { notice: NoticeSheet }) => (
  <section aria-labelledby="people">
    <h2 id="people">谁办了什么</h2>
    <ol class="timeline">
      {notice.history.map(({ at, actor, actionWord, change }) => (
        <li>
          <Moment at={at} /> {actor}：{actionWord}
          {reasonIn(change) && `（${reasonIn(change)}）`}
        </li>
      ))}
    </ol>
  </section>
);

const reasonIn = (change: unknown): string | null => {
  const { reason, note } = (change ?? {}) as { reason?: string; note?: string };
  return reason ?? note ?? null;
};
