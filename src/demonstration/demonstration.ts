import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext, LoggerService } from '@nestjs/common';
import { standingAt } from '../app.module';
import { InboxService } from '../notifications/inbox.service';
import { Relay } from '../notifications/relay';
import { dayOf } from '../platform/clock/calendar';
import { ManualClock, SystemClock } from '../platform/clock/clock';
import { Lapses } from '../proposals/lapses';
import { Reminders } from '../reminders/reminders.service';
import { Calendars } from '../proposals/calendar/calendars';
import { CaseWork } from './case-work';
import { assemble, type Cast } from './cast';
import { scheduleFourteen } from './fourteen';
import { handsOf } from './hands';
import { bodies, fourteen, twelve } from './material';
import { scheduleResults } from './results';
import { Schedule } from './schedule';
import { scheduleTwelve } from './twelve';

/** Before anything in the demonstration happens. */
const BEGINNING = '2022-02-21T00:30:00.000Z';

/**
 * Loads the demonstration into an empty database by performing the real actions, as the right people, each at its own
 * moment: the fourteen in the calendar of 2022, the twelve in the days before today. Gives the accounts.
 */
export async function loadDemonstration(logger: LoggerService): Promise<Cast> {
  const clock = new ManualClock(BEGINNING);
  const app = await NestFactory.createApplicationContext(standingAt(clock), { logger, abortOnError: false });
  try {
    return await perform(app, clock, dayOf(new SystemClock().now()));
  } finally {
    await app.close();
  }
}

/** The same in an application that is open already; `today` is the day the twelve lead up to. */
export async function perform(
  app: INestApplicationContext,
  clock: ManualClock,
  today: string,
): Promise<Cast> {
  const cast = await assemble(app, bodies());
  const work = new CaseWork(handsOf(app), cast);
  const eachDay = async () => {
    await app.get(Lapses).sweep();
    await app.get(Reminders).sweep();
    await app.get(Relay).drain();
  };
  const past = new Schedule();
  scheduleResults(past, work, scheduleFourteen(past, work, fourteen()));
  await past.play(clock, eachDay);
  await eachDay();
  for (const actor of cast.actors.values()) await app.get(InboxService).readAll(actor);
  const recent = new Schedule();
  scheduleTwelve(recent, work, twelve(), today, (await app.get(Calendars).current()).calendar);
  await recent.play(clock, eachDay);
  await eachDay();
  return cast;
}
