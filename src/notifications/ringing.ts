import { Injectable } from '@nestjs/common';
import { nextAllowed, nextBrief } from '../lifecycle/quiet-hours';
import { Calendars } from '../proposals/calendar/calendars';
import { Rules } from '../proposals/rules';

/** When something may ring: by the quiet hours of the settings and the working days of the record. */
@Injectable()
export class Ringing {
  constructor(
    private readonly rules: Rules,
    private readonly calendars: Calendars,
  ) {}

  /** The moment itself when it is not quiet, else the first one after it. */
  async from(moment: string): Promise<string> {
    const { calendar } = await this.calendars.current();
    return nextAllowed(moment, this.rules.handling.quiet, calendar);
  }

  /** The next brief that goes out at this moment or after it: its day, and when. */
  async brief(moment: string): Promise<{ on: string; at: string }> {
    const { calendar } = await this.calendars.current();
    const { quiet, brief } = this.rules.handling;
    return nextBrief(moment, brief.at, quiet, calendar);
  }
}
