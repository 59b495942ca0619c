import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { AdditionsService } from './additions.service';
import { ExtensionsService } from './extensions.service';
import * as dto from './requests.dto';

@ApiTags('承办')
@Controller('api/assignments/:id')
export class RequestsApi {
  constructor(
    private readonly additions: AdditionsService,
    private readonly extensions: ExtensionsService,
  ) {}

  /** The lead asks for another unit besides. */
  @Post('ask-to-add')
  askToAdd(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.AskToAddDto): Promise<DoneDto> {
    return this.additions.ask(actor, id, given);
  }

  /** Puts the unit asked for to work. */
  @Post('grant-add')
  grantAdd(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.GrantDto): Promise<dto.AddedDto> {
    return this.additions.grant(actor, id, given);
  }

  @Post('refuse-add')
  refuseAdd(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.RefuseDto): Promise<DoneDto> {
    return this.additions.refuse(actor, id, given);
  }

  /** The lead asks for more time before its time ends. */
  @Post('ask-extension')
  askExtension(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.AskExtensionDto,
  ): Promise<DoneDto> {
    return this.extensions.ask(actor, id, given);
  }

  /** Until the day asked for, or the one given here. */
  @Post('grant-extension')
  grantExtension(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.GrantExtensionDto,
  ): Promise<dto.ExtendedDto> {
    return this.extensions.grant(actor, id, given);
  }

  @Post('refuse-extension')
  refuseExtension(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.RefuseDto): Promise<DoneDto> {
    return this.extensions.refuse(actor, id, given);
  }
}
