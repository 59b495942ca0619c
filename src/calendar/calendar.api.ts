import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { KEEPERS } from '../people/access';
import { By, Wearing } from '../platform/accounts/access';
import { ApiTags } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import {
  ArrangedYear,
  CalendarApplied,
  CalendarPreview,
  DayChangeDto,
  DaySettingDto,
  LoadedYears,
  SeedYear,
  YearImportDto,
  YearListDto,
} from './calendar.dto';
import { ChangingService } from './changing.service';
import { seedOf } from './seed';
import { YearsService } from './years.service';

@ApiTags('放假安排 calendar')
@Controller('api/calendar')
export class CalendarApi {
  constructor(
    private readonly years: YearsService,
    private readonly changing: ChangingService,
  ) {}

  /** The years whose days off are loaded, and a warning when the next one is due. */
  @Get('years')
  list(): Promise<LoadedYears> {
    return this.years.list();
  }

  /** Days off and make-up days of a year, as they are in force. */
  @Get('years/:year')
  get(@IdParam('year') year: number): Promise<ArrangedYear> {
    return this.years.get(year);
  }

  /** A year as the library chinese-days has it, to be looked through and then imported; 404 when it has not got it. */
  @Wearing(...KEEPERS)
  @Get('years/:year/seed')
  seed(@IdParam('year') year: number): Promise<SeedYear> {
    return seedOf(year);
  }

  /** What would follow from setting one day: which deadlines would move. */
  @Wearing(...KEEPERS)
  @Post('days/preview')
  @HttpCode(200)
  previewDay(@By() actor: Actor, @Body() setting: DaySettingDto): Promise<CalendarPreview> {
    return this.changing.previewDay(actor, setting);
  }

  /** Sets one day, and moves the deadlines that were counted by it. */
  @Wearing(...KEEPERS)
  @Post('days')
  setDay(@By() actor: Actor, @Body() change: DayChangeDto): Promise<CalendarApplied> {
    return this.changing.setDay(actor, change);
  }

  /** What is wrong with a published list, line by line, or what would follow from importing it. */
  @Wearing(...KEEPERS)
  @Post('years/preview')
  @HttpCode(200)
  previewYear(@By() actor: Actor, @Body() list: YearListDto): Promise<CalendarPreview> {
    return this.changing.previewYear(actor, list);
  }

  /** Replaces a year by a published list, and moves the deadlines that were counted by it. */
  @Wearing(...KEEPERS)
  @Post('years')
  importYear(@By() actor: Actor, @Body() list: YearImportDto): Promise<CalendarApplied> {
    return this.changing.importYear(actor, list);
  }
}
