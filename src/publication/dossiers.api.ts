import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DossiersService } from './dossiers.service';
import { CheckDto, ConsentDto, SummariseDto } from './publication.dto';

@ApiTags('公示 publication')
@Controller('api/proposals/:id')
export class DossiersApi {
  constructor(private readonly dossiers: DossiersService) {}

  /** Writes the public summary, a document of its own beside the reply. */
  @Post('summarise')
  @HttpCode(200)
  summarise(@By() actor: Actor, @IdParam() id: number, @Body() dto: SummariseDto) {
    return this.dossiers.summarise(actor, id, dto);
  }

  @Post('consent-to-publication')
  @HttpCode(200)
  consent(@By() actor: Actor, @IdParam() id: number, @Body() dto: ConsentDto) {
    return this.dossiers.consent(actor, id, dto);
  }

  @Post('check-personal-data')
  @HttpCode(200)
  checkPersonalData(@By() actor: Actor, @IdParam() id: number, @Body() dto: CheckDto) {
    return this.dossiers.checkPersonalData(actor, id, dto);
  }
}
