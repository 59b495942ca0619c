import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { DraftDto, SavedDto, TextDto, VersionDto } from './drafts.dto';
import { DraftsService } from './drafts.service';
import { TextsService } from './texts.service';
import { VersionsService } from './versions.service';

@ApiTags('撰写 drafts')
@Controller('api/proposals')
export class DraftsApi {
  constructor(
    private readonly drafts: DraftsService,
    private readonly texts: TextsService,
    private readonly versions: VersionsService,
  ) {}

  /** Begins a proposal. */
  @Post()
  draft(@By() actor: Actor, @Body() dto: DraftDto): Promise<DoneDto> {
    return this.drafts.draft(actor, dto);
  }

  /** Saves what was written, as often as one likes. Who has signed an older text is asked again. */
  @Put(':id/text')
  save(@By() actor: Actor, @IdParam() id: number, @Body() dto: TextDto): Promise<SavedDto> {
    return this.texts.save(actor, id, dto);
  }

  /** Every version of the text that somebody signed, submitted or corrected, oldest first. */
  @Get(':id/versions')
  listVersions(@By() actor: Actor, @IdParam() id: number): Promise<VersionDto[]> {
    return this.versions.list(actor, id);
  }
}
