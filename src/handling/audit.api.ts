import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { AuditsService } from './audits.service';
import { CorrectClassDto, RemarkDto, SendBackDto } from './reply.dto';

@ApiTags('答复')
@Controller('api/assignments/:id')
export class AuditApi {
  constructor(private readonly audits: AuditsService) {}

  /** Puts the draft before the assigning office. */
  @Post('submit-for-audit')
  submit(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.audits.submit(actor, id, given);
  }

  /** The office corrects the class of the reply. */
  @Post('correct-class')
  correctClass(@By() actor: Actor, @IdParam() id: number, @Body() given: CorrectClassDto): Promise<DoneDto> {
    return this.audits.correctClass(actor, id, given);
  }

  /** The office wants the draft written anew. */
  @Post('send-back')
  sendBack(@By() actor: Actor, @IdParam() id: number, @Body() given: SendBackDto): Promise<DoneDto> {
    return this.audits.sendBack(actor, id, given);
  }

  @Post('pass-audit')
  pass(@By() actor: Actor, @IdParam() id: number, @Body() given: RemarkDto): Promise<DoneDto> {
    return this.audits.pass(actor, id, given);
  }
}
