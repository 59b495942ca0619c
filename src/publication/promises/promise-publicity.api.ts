import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { HidePromiseDto, ShowPromiseDto } from './promise-publicity.dto';
import { PromisePublicity } from './promise-publicity.service';

@ApiTags('承诺事项 promises')
@Controller('api/assignments/:id')
export class PromisePublicityApi {
  constructor(private readonly publicity: PromisePublicity) {}

  /** Lets the public read of a promise once its case is in an issued notice. */
  @Post('show-promise')
  @HttpCode(200)
  show(@By() actor: Actor, @IdParam() id: number, @Body() given: ShowPromiseDto) {
    return this.publicity.show(actor, id, given);
  }

  @Post('hide-promise')
  @HttpCode(200)
  hide(@By() actor: Actor, @IdParam() id: number, @Body() given: HidePromiseDto) {
    return this.publicity.hide(actor, id, given);
  }
}
