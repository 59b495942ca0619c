import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { type Differences, DifferencesService } from './differences.service';
import type { Judgement } from './decisions';
import { EarlierCases, type ExperiencedUnit, type Repetition } from './earlier.service';
import { LikenessJudging, type Measure } from './judging.service';
import { HintsDto, JudgeLikenessDto } from './similar.dto';
import { type HintsAnswer, type SimilarAnswer, SimilarService } from './similar.service';

@ApiTags('相似提案 similar proposals')
@Controller('api')
export class SimilarApi {
  constructor(
    private readonly similar: SimilarService,
    private readonly earlier: EarlierCases,
    private readonly differences: DifferencesService,
    private readonly judging: LikenessJudging,
  ) {}

  /** While writing: what is like the text, of what the writer may see anyway and of what is published. */
  @Post('similar/hints')
  @HttpCode(200)
  hints(@By() actor: Actor, @Body() given: HintsDto): Promise<HintsAnswer> {
    return this.similar.similarToText(actor, given);
  }

  /** How well the score agrees with what examiners have decided. */
  @Wearing('committee', 'director', 'office', 'auditor')
  @Get('similar/measure')
  measure(): Promise<Measure> {
    return this.judging.measure();
  }

  /** Cases like this one, across sessions, with why. */
  @Get('proposals/:id/similar')
  list(@By() actor: Actor, @IdParam() id: number): Promise<SimilarAnswer> {
    return this.similar.similarTo(actor, id);
  }

  /** 多年重复: the earlier cases of the same matter; null when there are none. */
  @Get('proposals/:id/repetition')
  async repetition(@By() actor: Actor, @IdParam() id: number): Promise<{ repetition: Repetition | null }> {
    return { repetition: await this.earlier.repetition(actor, id) };
  }

  /** Which units have handled the like before. */
  @Get('proposals/:id/handled-before')
  handledBefore(@By() actor: Actor, @IdParam() id: number): Promise<ExperiencedUnit[]> {
    return this.earlier.handledBefore(actor, id);
  }

  /** Two cases side by side, with what both say marked. */
  @Get('proposals/:id/similar/:otherId')
  compare(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('otherId') otherId: number,
  ): Promise<Differences> {
    return this.differences.between(actor, id, otherId);
  }

  /** Keeps what the examiner finds of two cases: the same matter, or not. */
  @Wearing('committee', 'director')
  @Post('proposals/:id/judge-likeness')
  @HttpCode(200)
  judge(@By() actor: Actor, @IdParam() id: number, @Body() given: JudgeLikenessDto): Promise<Judgement> {
    return this.judging.judge(actor, id, given);
  }
}
