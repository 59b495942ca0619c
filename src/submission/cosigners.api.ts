import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { AnswerDto, InviteDto } from './cosigners.dto';
import { CosignersService } from './cosigners.service';

@ApiTags('联名 co-signing')
@Controller('api/proposals/:id')
export class CosignersApi {
  constructor(private readonly cosigners: CosignersService) {}

  /** Asks other sponsors to sign as well. */
  @Post('invite-cosigners')
  invite(@By() actor: Actor, @IdParam() id: number, @Body() dto: InviteDto): Promise<DoneDto> {
    return this.cosigners.invite(actor, id, dto);
  }

  /** Signs the text as it stands. */
  @Post('cosign')
  agree(@By() actor: Actor, @IdParam() id: number, @Body() dto: AnswerDto): Promise<DoneDto> {
    return this.cosigners.agree(actor, id, dto);
  }

  @Post('decline-cosign')
  decline(@By() actor: Actor, @IdParam() id: number, @Body() dto: AnswerDto): Promise<DoneDto> {
    return this.cosigners.decline(actor, id, dto);
  }
}
