import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../lifecycle/people';
import { commentStages } from '../../lifecycle/words/stages';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { listHref } from '../../platform/pages/table';
import { COMMENT_STATES, type CommentState } from '../../proposals/entities/notice-comment.entity';
import { CommentsQuery } from '../../publication/comments/comments.dto';
import { CommentsDesk } from '../../publication/comments/comments-desk.service';
import { FrameService } from '../frame/frame.service';
import { CommentFigures } from './comment-figures';
import { CommentList } from './comment-list';
import { NoticeTabs } from './notice-tabs';
import { Asked, type Exchange } from '../frame/exchange';

/** What the public wrote, before the public sees it: the queue of the committee. */
@Wearing('committee', 'auditor')
@ApiExcludeController()
@Controller('desk/comments')
export class CommentsDeskPages {
  constructor(
    private readonly comments: CommentsDesk,
    private readonly frame: FrameService,
  ) {}

  /** What waits is shown first; another state, or one notice, by the query. */
  @Get()
  async list(
    @By() actor: Actor,
    @Query() asked: CommentsQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const query = { ...asked, state: asked.state ?? (asked.notice ? null : 'held') };
    const page = await this.comments.list(query);
    const figures = await this.comments.statistics();
    const lead = <NoticeTabs actor={actor} current="/desk/comments" />;
    return this.frame.page(exchange, { title: '公众留言', lead }, ({ csrf }) => (
      <>
        <States current={query.state ?? null} notice={query.notice} />
        <CommentList page={page} query={query} decides={wears(actor, 'committee')} csrf={csrf} />
        <CommentFigures figures={figures} />
      </>
    ));
  }
}

const States = ({ current, notice }: { current: CommentState | null; notice?: number | null }) => (
  <nav class="btn-list mb-3" aria-label="筛选">
    {COMMENT_STATES.map((state) => (
      <a
        class={state === current ? 'btn btn-sm btn-primary' : 'btn btn-sm'}
        href={listHref('/desk/comments', { notice }, { state })}
        aria-current={state === current ? 'true' : undefined}
      >
        {commentStages[state]}
      </a>
    ))}
  </nav>
);
