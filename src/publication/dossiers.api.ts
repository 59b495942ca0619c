import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DossierChecks } from './dossier-checks';
import { DossierReading } from './dossier-reading.service';
import { DossiersService } from './dossiers.service';
import {
  CheckDto,
  ConsentDto,
  DecideDto,
  ReleaseDto,
  SecrecyDto,
  SummariseDto,
  WithdrawFileDto,
} from './publication.dto';
import { ReleasesService } from './releases.service';

@ApiTags('公示 publication')
@Controller('api/proposals/:id')
export class DossiersApi {
  constructor(
    private readonly dossiers: DossiersService,
    private readonly checks: DossierChecks,
    private readonly releases: ReleasesService,
    private readonly reading: DossierReading,
  ) {}

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

  /** What of the case would come out, what is still open, and who wishes what. */
  @Get('dossier')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.reading.read(actor, id);
  }

  /** What is in a file, before anybody publishes it. */
  @Get('dossier/attachments/:attachmentId')
  inspect(@By() actor: Actor, @IdParam() id: number, @IdParam('attachmentId') attachmentId: number) {
    return this.reading.inspect(actor, id, attachmentId);
  }

  /** Each place that looks like personal data: accepted, masked or cut. */
  @Post('decide-personal-data')
  @HttpCode(200)
  decidePersonalData(@By() actor: Actor, @IdParam() id: number, @Body() dto: DecideDto) {
    return this.checks.decide(actor, id, dto);
  }

  @Post('check-personal-data')
  @HttpCode(200)
  checkPersonalData(@By() actor: Actor, @IdParam() id: number, @Body() dto: CheckDto) {
    return this.checks.checkPersonalData(actor, id, dto);
  }

  @Post('review-secrecy')
  @HttpCode(200)
  reviewSecrecy(@By() actor: Actor, @IdParam() id: number, @Body() dto: SecrecyDto) {
    return this.dossiers.reviewSecrecy(actor, id, dto);
  }

  /** Makes the cleaned copy that readers get. */
  @Post('release-attachment')
  @HttpCode(200)
  releaseAttachment(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReleaseDto) {
    return this.releases.release(actor, id, dto);
  }

  @Post('withdraw-attachment')
  @HttpCode(200)
  withdrawAttachment(@By() actor: Actor, @IdParam() id: number, @Body() dto: WithdrawFileDto) {
    return this.releases.withdraw(actor, id, dto);
  }
}
