import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { ReasonDto } from '../../proposals/deed.dto';
import { AnswerCommentDto, CommentsQuery, ReleaseCommentDto } from './comments.dto';
import { CommentsDesk } from './comments-desk.service';
import { CommentModeration } from './moderation.service';

@Wearing('committee')
@ApiTags('公众留言 comments')
@Controller('api/comments')
export class CommentsApi {
  constructor(
    private readonly desk: CommentsDesk,
    private readonly moderation: CommentModeration,
  ) {}

  @Get()
  list(@Query() query: CommentsQuery) {
    return this.desk.list(query);
  }

  /** How many came and what became of them, in all and by notice. */
  @Get('statistics')
  statistics() {
    return this.desk.statistics();
  }

  @Get(':id')
  read(@IdParam() id: number) {
    return this.desk.read(id);
  }

  /** Lets the public see it. */
  @Post(':id/release')
  @HttpCode(200)
  release(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReleaseCommentDto) {
    return this.moderation.release(actor, id, dto);
  }

  /** Keeps it from the public, or takes it back from there. */
  @Post(':id/refuse')
  @HttpCode(200)
  refuse(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReasonDto) {
    return this.moderation.refuse(actor, id, dto);
  }

  /** Answers for the committee; shown beside the comment once that is released. */
  @Post(':id/answer')
  @HttpCode(200)
  answer(@By() actor: Actor, @IdParam() id: number, @Body() dto: AnswerCommentDto) {
    return this.moderation.answer(actor, id, dto);
  }
}
