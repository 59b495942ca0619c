import { loadCalendarYears } from '../../config/calendar';
import { type HandlingRules, loadHandlingRules } from '../../config/handling-rules';
import type { CalendarYear } from '../lifecycle/working-days';

/** Settings of the trade, read once at boot: lengths, reasons, thresholds, and the published years of days off. */
export class Rules {
  constructor(
    readonly handling: HandlingRules,
    readonly years: readonly CalendarYear[],
  ) {}

  static load(): Rules {
    return new Rules(loadHandlingRules(), loadCalendarYears());
  }
}
