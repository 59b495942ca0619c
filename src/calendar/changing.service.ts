import { Injectable } from '@nestjs/common';
import { type CalendarChange } from '../lifecycle/calendar-changes';
import type { Actor } from '../lifecycle/people';
import { Invalid } from '../platform/web/errors';
import { CalendarChanges, type Prospect } from '../proposals/calendar/calendar-changes';
import { Calendars } from '../proposals/calendar/calendars';
import type {
  CalendarApplied,
  CalendarPreview,
  DayChangeDto,
  DaySettingDto,
  YearImportDto,
  YearListDto,
} from './calendar.dto';
import { MovedDeadlines } from './moved-deadlines';
import { changeOf, readList } from './reading/list';
import type { LineFault, Reading } from './reading/listed';
import { YearsService } from './years.service';

// Whoever has more wrong than this has sent the wrong thing.
const FAULTS_SHOWN = 100;

/** Changes of the calendar by people: first shown with everything that follows, then done. */
@Injectable()
export class ChangingService {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly calendars: Calendars,
    private readonly deadlines: MovedDeadlines,
    private readonly years: YearsService,
  ) {}

  async previewDay(actor: Actor, setting: DaySettingDto): Promise<CalendarPreview> {
    const change = await this.dayChange(setting);
    return this.inWords(
      actor,
      await this.changes.preview(change),
      { listed: [], faults: [], unread: [] },
      [],
    );
  }

  async setDay(actor: Actor, { reason, confirmPast, revision, ...setting }: DayChangeDto) {
    const change = await this.dayChange(setting);
    const occasion = { action: 'setDay', origin: 'day', sources: [reason] } as const;
    return applied(await this.changes.apply(change, { ...occasion, actor, reason, confirmPast, revision }));
  }

  async previewYear(actor: Actor, { year, format, content }: YearListDto): Promise<CalendarPreview> {
    const read = await readList(format, year, content);
    // Nothing can be said about what follows from a list that says something else than it means.
    const prospect =
      read.faults.length > 0 ? await this.nothing() : await this.changes.preview(changeOf(year, read.listed));
    return this.inWords(actor, prospect, read, await this.years.changedDays(year));
  }

  async importYear(actor: Actor, list: YearImportDto): Promise<CalendarApplied> {
    const { year, format, content, source, reason, confirmPast, revision } = list;
    const { faults, listed } = await readList(format, year, content);
    if (faults.length > 0) throw new Invalid(shown(faults).map(asField));
    const occasion = { action: 'importYear', origin: 'list', sources: [source] } as const;
    const change = changeOf(year, listed);
    return applied(await this.changes.apply(change, { ...occasion, actor, reason, confirmPast, revision }));
  }

  /** A year that is not loaded is imported whole, and then nothing would be left of a day set before. */
  private async dayChange({ day, kind, name }: Omit<DaySettingDto, 'reason'>): Promise<CalendarChange> {
    const year = Number(day.slice(0, 4));
    if ((await this.calendars.current()).calendar.years.has(year))
      return { year: null, entries: [{ day, kind, name }] };
    const message = `${year} 年的放假安排尚未载入，请先导入该年的安排，再调整单日。`;
    throw new Invalid([{ field: 'day', code: 'yearNotLoaded', message }]);
  }

  private async nothing(): Promise<Prospect> {
    return this.changes.preview({ year: null, entries: [] });
  }

  private async inWords(
    actor: Actor,
    { revision, effect, pastDays }: Prospect,
    { faults, unread }: Reading,
    replacedDays: string[],
  ): Promise<CalendarPreview> {
    const { days, moved, definite, closed } = effect;
    return {
      revision,
      faults: shown(faults),
      unread: unread.slice(0, FAULTS_SHOWN),
      days: [...days],
      pastDays: [...pastDays],
      replacedDays,
      moved: moved.length,
      deadlines: await this.deadlines.shownTo(actor, moved),
      definite,
      closed,
    };
  }
}

const shown = (faults: readonly LineFault[]): LineFault[] => faults.slice(0, FAULTS_SHOWN);
const asField = ({ code, message }: LineFault) => ({ field: 'content', code, message });

const applied = ({ revision, effect: { moved, definite, closed } }: Prospect): CalendarApplied => ({
  revision,
  moved: moved.length,
  definite,
  closed,
});
