import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By, Wearing } from '../platform/accounts/access';
import { ExaminedDto, FileManyDto, RecommendManyDto } from './batch.dto';
import { BatchService } from './batch.service';
import { CaseNumbersDto, CaseNumbersQuery } from './case-numbers.dto';
import { CaseNumbers } from './case-numbers.service';

@ApiTags('审查')
@Controller('api/examination')
export class BatchApi {
  constructor(
    private readonly batch: BatchService,
    private readonly numbers: CaseNumbers,
  ) {}

  /** Files each, and says of each what became of it. */
  @Post('file')
  @HttpCode(200)
  file(@By() actor: Actor, @Body() many: FileManyDto): Promise<ExaminedDto[]> {
    return this.batch.file(actor, many);
  }

  /** Prepares the same outcome for each. */
  @Post('recommend')
  @HttpCode(200)
  recommend(@By() actor: Actor, @Body() many: RecommendManyDto): Promise<ExaminedDto[]> {
    return this.batch.recommend(actor, many);
  }

  /** The case numbers of a session, with those missing from the active cases and why. */
  @Wearing('committee', 'director', 'office', 'auditor')
  @Get('numbers')
  listNumbers(@Query() query: CaseNumbersQuery): Promise<CaseNumbersDto> {
    return this.numbers.list(query);
  }
}
