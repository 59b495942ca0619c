import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CorrectionsService } from './corrections.service';
import * as dto from './examination.dto';
import { ExaminationService } from './examination.service';

@ApiTags('审查')
@Controller('api/proposals/:id')
export class ExaminationApi {
  constructor(
    private readonly examination: ExaminationService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Prepares the outcome; it is nothing final yet. */
  @Post('recommend')
  recommend(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.RecommendDto): Promise<DoneDto> {
    return this.examination.recommend(actor, id, given);
  }

  /** The director sends a recommendation back. */
  @Post('reexamine')
  reexamine(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.ReexamineDto): Promise<DoneDto> {
    return this.examination.reexamine(actor, id, given);
  }

  /** Files as recommended and gives the case number. */
  @Post('file')
  file(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<dto.FiledDto> {
    return this.examination.file(actor, id, given);
  }

  /** Returns to the sponsor for revision, as recommended. */
  @Post('return-for-revision')
  returnForRevision(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.ReturnDto,
  ): Promise<DoneDto> {
    return this.examination.returnForRevision(actor, id, given);
  }

  /** Does not file, as recommended. */
  @Post('not-file')
  notFile(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.NotFileDto): Promise<DoneDto> {
    return this.examination.notFile(actor, id, given);
  }

  /** Corrects the wording as a version of its own, shown to the sponsor. */
  @Post('correct')
  correct(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.CorrectTextDto): Promise<DoneDto> {
    return this.corrections.correct(actor, id, given);
  }

  /** The sponsor takes a correction back. */
  @Post('object-to-correction')
  objectToCorrection(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.ObjectDto,
  ): Promise<DoneDto> {
    return this.corrections.object(actor, id, given);
  }

  /** Makes it a key proposal, led by a leader. */
  @Post('designate-key')
  designateKey(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.DesignateKeyDto,
  ): Promise<DoneDto> {
    return this.examination.designateKey(actor, id, given);
  }

  @Post('undesignate-key')
  undesignateKey(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.UndesignateKeyDto,
  ): Promise<DoneDto> {
    return this.examination.undesignateKey(actor, id, given);
  }
}
