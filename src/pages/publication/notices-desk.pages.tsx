import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { Choice } from '../../platform/web/fields';
import { ApiExcludeController } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { PageQuery } from '../../platform/web/page.dto';
import { NoticeReading } from '../../publication/reading.service';
import { FrameService } from '../frame/frame.service';
import { CandidateList } from './candidate-list';
import { CANDIDATE_STATES, Candidates, type CandidateState } from './candidates.service';
import { NoticeList } from './notice-list';
import { NoticePage } from './notice-page';
import { NOTICES } from './notice-sheet';
import { NoticeSources } from './notice-sources.service';
import { NoticeTabs } from './notice-tabs';
import { Asked, type Exchange } from '../frame/exchange';
import { isPlaceOf } from '../frame/navigation';

export class CandidatesQuery extends PageQuery {
  @Choice('筛选', CANDIDATE_STATES, { optional: true })
  state?: CandidateState | null;
}

/** Where notices are made: which there are, which cases are ready for one, and one by one what is next. */
@ApiExcludeController()
@Controller('desk/notices')
export class NoticesDeskPages {
  constructor(
    private readonly notices: NoticeReading,
    private readonly candidates: Candidates,
    private readonly sources: NoticeSources,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(@By() actor: Actor, @Query() query: PageQuery, @Asked() exchange: Exchange): Promise<string> {
    const page = await this.notices.list(actor, query);
    const actions = wears(actor, 'committee') && (
      <a class="btn btn-primary" href="/do/notices">
        编制公示
      </a>
    );
    return this.frame.page(
      exchange,
      { title: '公示', actions, lead: <NoticeTabs actor={actor} current="/desk/notices" /> },
      <NoticeList page={page} />,
    );
  }

  @Get('candidates')
  async ready(
    @By() actor: Actor,
    @Query() { state: wanted, ...query }: CandidatesQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const state = wanted ?? 'written';
    const page = await this.candidates.list(actor, state, query);
    const lead = <NoticeTabs actor={actor} current="/desk/notices/candidates" />;
    const content = <CandidateList page={page} state={state} />;
    return this.frame.page(exchange, { title: '可公示的提案', lead }, content);
  }

  @Get(':id')
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const notice = await this.notices.read(actor, id);
    const sources = await this.sources.of(actor, id);
    const withComments = isPlaceOf(actor, '/desk/comments');
    const content = <NoticePage notice={notice} sources={sources} withComments={withComments} />;
    return this.frame.page(exchange, { title: notice.title, crumbs: [NOTICES] }, content);
  }
}
