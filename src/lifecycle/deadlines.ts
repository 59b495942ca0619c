import { type Day, addMonths, dayAt, dayNumber } from './days';
import { type Span, endOf, pausesOf, pushedBack } from './pauses';
import { type Calendar, isLoaded, works } from './working-days';

/** How long a clock runs. `own`: until a day given when it starts, as a promise names its own. */
export type Length =
  | { readonly days: number }
  | { readonly months: number }
  | { readonly workingDays: number }
  | { readonly hours: number }
  | { readonly own: true };
