import { loadCalendar } from '../../config/calendar';
import { type HandlingRules, loadHandlingRules } from '../../config/handling-rules';
import type { Calendar } from '../lifecycle/working-days';

/** Settings of the trade, read once at boot: lengths, reasons, thresholds, and the calendar of days off. */
export class Rules {
  constructor(
    readonly handling: HandlingRules,
    readonly calendar: Calendar,
  ) {}

  static load(): Rules {
    return new Rules(loadHandlingRules(), loadCalendar());
  }
}
